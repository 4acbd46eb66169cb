"""What the public may see: winners, money, notices; never drafts, scores, losers or persons."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from workspace_factory import RECORDS, REPOSITORY, ROUND, read, rewrite

from gongshi.diagnostics import Report
from gongshi.documents.compose import compose
from gongshi.documents.writers import WRITERS
from gongshi.model.workspace import DataLicence
from gongshi.projection.projection import public_view
from gongshi.public.licence import PublicLicence
from gongshi.public.site import PublicSite

WINNERS = ("湖滨区节水型园区实施方案", "印染废水循环利用", "湖滨样例印染有限公司", "山塘蓄水改造", "雨水收集利用")
LOSER = ("青溪县节水型园区实施方案", "白水封闭循环", "青溪样例造纸有限公司", "2021-qingxi", "更新白水回收设备")
SCORES = ("91.37", "84.62", "88.94", "87.53")
PERSONS = ("贺样例", "祝样例")
DRAFT = ("approval-bailu", "关于《白鹭区节水型园区实施方案》的批复")
INTERNAL = ("湖政〔2021〕9001号", "关于要求列为节水型园区的请示", "2021-03-25")


def published(workspace: Path, **settings: Any) -> PublicSite:
    """The public view of a workspace, with those settings in the place of its own."""
    model, _, _ = read(workspace)
    model = replace(model, workspace=model.workspace.model_copy(update=settings))
    notices, views, report = compose(model, WRITERS, (REPOSITORY / "templates",), Report())
    assert report.diagnostics == ()
    return public_view(model, notices, views)


def shown(value: Any) -> str:
    """Everything that a public value holds, as one text."""
    return repr(value)


def test_winners_are_public_with_plan_projects_and_money(workspace: Path) -> None:
    """After the award the winners' plans, firms and projects are there: what follows searches the right text."""
    text = shown(published(workspace))

    assert [word for word in WINNERS if word not in text] == []


@pytest.mark.parametrize(
    "secret", [*LOSER, *SCORES, *PERSONS, *DRAFT, *INTERNAL], ids=lambda secret: secret.replace("〔", "")
)
def test_what_is_internal_is_nowhere_in_the_public_view(workspace: Path, secret: str) -> None:
    """Losing applications, scores, persons, drafts and the counties' own papers are in no field of the public view."""
    assert secret not in shown(published(workspace))


def test_a_losing_county_is_listed_without_an_award(workspace: Path) -> None:
    """The county itself is public, its application is not."""
    (county,) = (c for c in published(workspace).counties if c.name == "青溪县")

    assert county.awards == ()


def test_pilots_are_public_and_have_no_money(workspace: Path) -> None:
    """A pilot is on the site after the award, under a status of its own, without an amount and without a payer."""
    rewrite(workspace / RECORDS / "results.yaml", "2021-qingxi, outcome: not_selected", "2021-qingxi, outcome: pilot")

    (programme,) = published(workspace).programmes

    found = [(a.county, a.status, a.amount, a.funded, a.payer) for a in programme.pilots]
    assert found == [("青溪县", "pilot", None, False, "")]
    assert "青溪县" not in {a.county for a in programme.awards}


def test_a_category_without_money_is_apart_from_one_whose_money_is_not_stated(workspace: Path) -> None:
    """Where others have an amount, one without gets none and nobody pays; where none has, nothing says that."""
    model, _, _ = read(workspace)
    (scheme,) = model.schemes.values()
    kinds = [kind.model_copy(update={"amount": None}) for kind in scheme.categories]
    left_open = scheme.model_copy(update={"categories": tuple(kinds)})
    one_without = scheme.model_copy(update={"categories": (kinds[0], *scheme.categories[1:])})

    assert [left_open.gives_money(kind) for kind in left_open.categories] == [True, True]
    assert [one_without.gives_money(kind) for kind in one_without.categories] == [False, True]


@pytest.mark.parametrize(("state", "pilots"), [("draft", []), ("approved", ["2021-water-parks/pilots"])])
def test_a_pilot_list_of_its_own_is_public_with_its_notice(workspace: Path, state: str, pilots: list[str]) -> None:
    """The announcement leaves the pilots to their notice, so before that is public nothing names them."""
    rewrite(workspace / RECORDS / "results.yaml", "2021-qingxi, outcome: not_selected", "2021-qingxi, outcome: pilot")
    with (workspace / RECORDS / "notices.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\n  - {{id: pilots, kind: pilots, state: {state}, document_no: 样经信〔2021〕9004号, ")
        file.write("issued_on: 2021-05-20, printed_on: 2021-05-20}\n")

    (programme,) = published(workspace).programmes

    assert [key for pilot in programme.pilots for key in pilot.notices] == pilots


def test_persons_are_public_only_where_the_round_shows_them(workspace: Path) -> None:
    """With show_persons the contacts' names are there; and nobody else's."""
    rewrite(workspace / RECORDS / "programme.yaml", "show_persons: false", "show_persons: true")

    (programme,) = published(workspace).programmes

    assert {contact.person for contact in programme.contacts} == set(PERSONS)
    assert "贺样例" not in shown(replace(programme, contacts=()))


def test_an_award_knows_its_notices(workspace: Path) -> None:
    """A winner points at the 公示, the 公布 and its own 批复; one whose 批复 is a draft, at the first two only."""
    (programme,) = published(workspace).programmes

    listed = {award.county: [n.removeprefix(f"{ROUND}/") for n in award.notices] for award in programme.awards}
    assert listed == {
        "湖滨区": ["publicity", "award", "approval-hubin"],
        "白鹭区": ["publicity", "award"],
        "松岭市": ["publicity", "award"],
    }


def test_notices_are_public_unless_they_are_drafts(workspace: Path) -> None:
    """Approved notices are there with title, number and date; the 公示 has no number."""
    (programme,) = published(workspace).programmes

    assert [(n.id, n.document_no, n.issued_on) for n in programme.notices] == [
        ("call", "样经信〔2021〕9001号", "2021-03-01"),
        ("publicity", "", "2021-04-20"),
        ("award", "样经信〔2021〕9002号", "2021-05-10"),
        ("approval-hubin", "样经信〔2021〕9003号", "2021-05-17"),
    ]


def test_every_value_of_the_public_view_is_plain(workspace: Path) -> None:
    """The view holds frozen dataclasses of texts, figures and truth values: no record can hide in it."""
    assert {type(value) for value in leaves(published(workspace))} <= {str, int, bool, type(None)}


def leaves(value: Any) -> list[Any]:
    """All values inside dataclasses and tuples."""
    if is_dataclass(value):
        return [leaf for field in fields(value) for leaf in leaves(getattr(value, field.name))]
    if isinstance(value, tuple):
        return [leaf for item in value for leaf in leaves(item)]
    return [value]


def test_payments_of_the_site_are_those_of_the_notice(workspace: Path) -> None:
    """The sums on the site are the winners' amounts, by category and payer."""
    (programme,) = published(workspace).programmes

    assert sum(p.total for p in programme.payments) == sum(a.amount or 0 for a in programme.awards) == 5_000_000
    assert {p.payer for p in programme.payments} == {a.payer for a in programme.awards} == {"省财政", "西岭市财政"}


@pytest.mark.parametrize("sample", [True, False])
def test_the_sample_mark_comes_from_the_workspace(workspace: Path, *, sample: bool) -> None:
    """One setting says whether the site is a sample."""
    assert published(workspace, sample=sample).sample is sample


def test_the_licence_of_the_data_comes_from_the_workspace(workspace: Path) -> None:
    """Without one of its own the data may be consulted, downloaded and cited with its source."""
    own = DataLicence(name="样例许可", english="Sample Licence", url="https://licence.example/")

    assert published(workspace, data_licence=own).licence == PublicLicence(own.name, own.english, own.url or "")
    assert "注明来源" in published(workspace).licence.name


def test_a_correction_and_what_it_corrects_name_each_other(workspace: Path) -> None:
    """The corrected notice knows the latest one that corrects it, that one what it corrects, and no other knows any."""
    record = """
  - id: award-corrected
    kind: correction
    state: approved
    document_no: 样经信〔2021〕9008号
    issued_on: 2021-06-01
    printed_on: 2021-06-01
    concerns: award
    corrections:
      - place: 附件第1行
        wrong: 甲
        right: 乙
"""
    file = workspace / RECORDS / "notices.yaml"
    file.write_text(file.read_text(encoding="utf-8") + record, encoding="utf-8")

    notices = {n.id: n for n in published(workspace).programmes[0].notices}

    assert {key: n.corrected_by for key, n in notices.items() if n.corrected_by} == {
        "award": f"{ROUND}/award-corrected"
    }
    assert {key: n.concerns for key, n in notices.items() if n.concerns} == {"award-corrected": f"{ROUND}/award"}

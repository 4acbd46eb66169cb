"""Prose by sandboxed Jinja: escaping, line numbers, and what templates may not do."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from workspace_factory import minimal_model

from gongshi.diagnostics import Diagnostic, Place, Report
from gongshi.documents.compose import compose
from gongshi.documents.prose import FILTERS, Markdown, Prose, ProseError
from gongshi.documents.writers import WRITERS
from gongshi.model.organ import Organ

HERE = Place("content/schemes/parks.yaml", ("terms",))


def refused(source: str, **names: Any) -> Diagnostic:
    """The problem of a text that cannot be rendered."""
    with pytest.raises(ProseError) as caught:
        Prose.of(()).text(source, HERE, names)
    return caught.value.diagnostic


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("甲", "甲"),
        ("a*b", "a&#42;b"),
        (12, "12"),
        (-3, "&#45;3"),
        (Decimal("1.5"), "1&#46;5"),
        (dt.date(2014, 7, 1), "2014&#45;07&#45;01"),
        (Markdown("## 已成文"), "## 已成文"),
    ],
)
def test_values_are_escaped_and_finished_text_is_not(value: object, shown: str) -> None:
    """Text, figures and days print with their punctuation escaped; Markdown that is finished stays as it is."""
    assert Prose.of(()).text("{{ value }}", HERE, {"value": value}) == shown


@pytest.mark.parametrize("value", [None, True, ("a",), ["a"], {"a": 1}, 1.5, minimal_model().workspace])
def test_what_is_no_text_is_not_printed(value: object) -> None:
    """A missing value, a truth value, a list or a record in the place of text is told instead of printed."""
    problem = refused("一\n二\n{{ value }}", value=value)

    assert (problem.code, problem.place.offset) == ("template-failed", 3)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("{{ nobody }}", "nobody"),
        ("{{ scheme.nothing }}", "nothing"),
        ("{{ scheme.name.nothing }}", "nothing"),
        ("{{ nobody | quantity }}", "nobody"),
        ("{% if nobody %}{% endif %}", "nobody"),
        ("{% for n in nobody %}{% endfor %}", "nobody"),
        ("{{ nobody ~ '甲' }}", "nobody"),
    ],
)
def test_an_undefined_name_is_told_by_its_name(source: str, name: str) -> None:
    """A name that nothing defines is never empty text: it is told, with its line, wherever it stands."""
    problem = refused(f"甲\n乙{source}", scheme=minimal_model().schemes["water-parks"])

    assert (problem.code, problem.place.offset) == ("template-undefined", 2)
    assert name in dict(problem.facts)["reason"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ scheme.nothing }}", "Scheme 中没有 nothing"),
        ("{{ nobody }}", "没有 nobody"),
        ("{% for n in scheme.categories %}", "{% for %} 没有与它配对的 {% endfor %}"),
        ("{% endfr %}", "没有 {% endfr %} 这种写法，或者它的位置不对"),
        ("{{ 1 | lakh }}", "没有名为 lakh 的换算"),
        ("{{ scheme.name }", "这里不应有“}”"),
    ],
)
def test_the_commonest_slips_are_told_in_chinese(source: str, words: str) -> None:
    """What Jinja says in English is told in words for staff; the English stays for the English wording."""
    facts = dict(refused(source, scheme=minimal_model().schemes["water-parks"]).facts)

    assert facts["reason"] == words
    assert facts["reason_en"].isascii()


@pytest.mark.parametrize(
    "source",
    [
        "{{ scheme.__class__ }}",
        "{{ scheme.model_config.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ names.append('a') }}",
        "{{ scheme.model_copy.__globals__ }}",
    ],
)
def test_the_sandbox_keeps_templates_to_their_values(source: str) -> None:
    """Attributes of the program and changes of values are out of reach, and trying is told as a fault of the text."""
    problem = refused(source, scheme=minimal_model().schemes["water-parks"], names=["a"])

    assert problem.code == "template-syntax"


def test_a_loop_without_end_is_refused() -> None:
    """A template cannot keep the program busy for ever: ranges beyond the sandbox's limit are refused."""
    assert refused("{% for n in range(10 ** 9) %}{% endfor %}").code == "template-syntax"


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'x' * 10 ** 9 }}",
        "{{ '%0999999999d' % 1 }}",
        "{{ '{:>999999999}'.format(1) }}",
        "{{ 'x'.center(10 ** 9) }}",
        "{{ 'x' | center(1000000000) }}",
        "{{ [1, 2] | random }}",
        "{{ lipsum() }}",
        "{{ ''.__class__ }}",
    ],
)
def test_prose_computes_neither_at_length_nor_by_chance(source: str) -> None:
    """What could fill the memory, differ from run to run or reach into the program is refused."""
    assert refused(source).code in {"template-syntax", "template-undefined", "template-failed"}


@pytest.mark.parametrize("source", ["{% for %}", "{{ 甲 乙 }}", "{% if a %}", "{{ 1 | nofilter }}"])
def test_a_text_that_is_no_template_is_told_with_its_line(source: str) -> None:
    """A slip of Jinja's grammar has the line in the text."""
    problem = refused(f"一\n{source}")

    assert problem.code == "template-syntax"
    assert problem.place.path == ("terms",)
    assert problem.place.offset == 2


def test_a_filter_on_the_wrong_kind_of_value_is_told() -> None:
    """A number of three figures has no 大写 here, and a word is no day."""
    assert refused("{{ 100 | quantity }}").code == "template-failed"
    assert refused("{{ '甲' | date }}").code in {"template-failed", "template-undefined"}


def test_filters_are_the_named_forms() -> None:
    """Prose has the typographic forms and no other filter of ours."""
    assert sorted(FILTERS) == [
        "capital",
        "cited",
        "date",
        "departments",
        "in_ten_thousands",
        "leading",
        "month_day",
        "months",
        "quantity",
        "ten_thousand_yuan",
        "year_month",
    ]


@pytest.mark.parametrize(
    ("departments", "named"),
    [
        (("经信部门",), "经信部门"),
        (("经信部门", "财政部门"), "经信、财政部门"),
        (("财政部门", "财政部门"), "财政部门"),
        (("文化部门", "财政部门", "海洋主管部门"), "文化、财政部门和海洋主管部门"),
        (("茶业主管部门", "渔业主管部门", "财政部门"), "财政部门、茶业主管部门和渔业主管部门"),
        (("财政部门", None), "财政部门和其他主管部门"),
        ((None, None), "主管部门"),
    ],
)
def test_counterparts_of_organs_share_their_last_word(departments: tuple[str | None, ...], named: str) -> None:
    """Any number of organs, each with its counterparts or none."""
    organs = [Organ(id="a", name="样例厅", short_name="样例厅", department=each) for each in departments]
    assert FILTERS["departments"](organs) == named


def templates(folder: Path, text: str) -> Prose:
    """Prose whose only template is `x.md.j2`."""
    (folder / "notices").mkdir()
    (folder / "notices" / "x.md.j2").write_text(text, encoding="utf-8")
    return Prose.of([folder])


@pytest.mark.parametrize("blank", [0, 1, 30])
@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("{{ nobody }}", "template-undefined"),
        ("{{ 1 / 0 }}", "template-failed"),
        ("{{ ''.__class__ }}", "template-syntax"),
        ("{% fur %}", "template-syntax"),
    ],
)
def test_a_fault_in_a_template_has_its_file_and_line(tmp_path: Path, blank: int, fault: str, code: str) -> None:
    """However far down a fault stands, the line told is that of the template file, not of what Jinja made of it."""
    prose = templates(tmp_path, "{% block body %}" + "\n甲" * blank + f"\n{fault}{{% endblock %}}")

    with pytest.raises(ProseError) as caught:
        prose.block("x.md.j2", "body", {})

    problem = caught.value.diagnostic
    assert (problem.code, problem.place) == (code, Place("templates/notices/x.md.j2", line=blank + 2))


def test_the_workspaces_own_template_goes_first(tmp_path: Path) -> None:
    """Of two folders the first that has the template gives it."""
    for name in ("own", "theirs"):
        (tmp_path / name / "notices").mkdir(parents=True)
        (tmp_path / name / "notices" / "x.md.j2").write_text(f"{{% block body %}}{name}{{% endblock %}}", "utf-8")

    assert Prose.of([tmp_path / "own", tmp_path / "theirs"]).block("x.md.j2", "body", {}) == "own"
    assert Prose.of([tmp_path / "none", tmp_path / "theirs"]).block("x.md.j2", "body", {}) == "theirs"


def test_a_kind_without_a_template_is_told(tmp_path: Path) -> None:
    """Without its template no notice of a kind is composed, and each kind's template is asked for once."""
    _, _, report = compose(minimal_model(), WRITERS, [tmp_path], Report())

    assert [(d.code, d.place.file) for d in report.diagnostics] == [
        ("template-missing", f"templates/notices/{kind}.md.j2") for kind in ("call", "publicity", "award", "approval")
    ]

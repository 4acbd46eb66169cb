"""Whether a record can be a notice of its kind."""

from dataclasses import replace
from typing import Any

import pytest
from round_factory import composed, day, whole_round
from workspace_factory import REPOSITORY, minimal_round, with_round

from gongshi.diagnostics import Report
from gongshi.documents.compose import compose
from gongshi.documents.kinds import NOTICE_KINDS
from gongshi.model.notice import NoticeRecord
from gongshi.model.whole import Round

TEMPLATES = (REPOSITORY / "templates",)


def unfit(**changes: Any) -> list[tuple[str, str]]:
    """What is told when the award's record is changed."""
    records: list[NoticeRecord] = [
        n.model_copy(update=changes if n.id == "award" else {}) for n in minimal_round().notices
    ]
    model = with_round(replace(minimal_round(), notices=tuple(records)))
    _, _, report = compose(model, NOTICE_KINDS, TEMPLATES, Report())
    return [(d.code, dict(d.facts).get("needed_en", dict(d.facts).get("forbidden_en", ""))) for d in report.diagnostics]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"document_no": None}, [("kind-needs", "document_no")]),
        ({"printed_on": None}, [("kind-needs", "printed_on")]),
        ({"document_no": None, "printed_on": None}, [("kind-needs", "document_no"), ("kind-needs", "printed_on")]),
        ({"application": "2021-hubin"}, [("kind-forbids", "application")]),
        ({"kind": "letter"}, [("unknown-kind", "")]),
        ({"document_no": None, "state": "draft"}, []),
    ],
)
def test_a_record_must_fit_its_kind(changes: dict[str, Any], told: list[tuple[str, str]]) -> None:
    """Each field that a kind needs or forbids is told by itself; a draft may wait for its number."""
    assert unfit(**changes) == told


def test_an_application_that_was_not_selected_gets_no_approval() -> None:
    """批复 grants: for a losing application it is told, at the field that names it, and never composed."""
    records = tuple(
        n.model_copy(update={"application": "2021-qingxi"} if n.id == "approval-bailu" else {})
        for n in minimal_round().notices
    )

    notices, _, report = compose(
        with_round(replace(minimal_round(), notices=records)), NOTICE_KINDS, TEMPLATES, Report()
    )

    assert [d.place.path for d in report.diagnostics] == [("notices", "#id=approval-bailu", "application")]
    assert "approval-bailu" not in {notice.id for notice in notices}


def without(**changes: Any) -> Round:
    """The whole round with other results, reviews, supervision, applications or programme fields."""
    round_ = whole_round()
    for name, fields in changes.items():
        part = getattr(round_, name)
        assert part is not None
        round_ = replace(round_, **{name: part.model_copy(update=fields)})
    return round_


def objecting(**changes: Any) -> Round:
    """The whole round with its objections changed."""
    round_ = whole_round()
    return replace(round_, objections=tuple(each.model_copy(update=changes) for each in round_.objections))


UNDECIDED = without(results={"outcomes": (), "substitutions": ()})
REFUSED: list[tuple[str, Round | dict[str, Any], tuple[str, str]]] = [
    ("supplement", {"reason": None, "matters": ()}, ("kind-too-early", "补充事项或延期事由")),
    ("supplement", without(programme={"schedule": minimal_round().programme.schedule}), ("kind-too-early", "延期")),
    ("received", {"issued_on": day("2021-04-08")}, ("kind-too-early", "申报截止日期")),
    ("received", replace(whole_round(), applications=()), ("kind-too-early", "收到的申报")),
    ("publicity", UNDECIDED, ("kind-too-early", "列入的申报")),
    ("publicity", without(results={"publicities": ()}), ("kind-too-early", "公示起止日期")),
    ("second-publicity", {"publicity": None}, ("kind-needs", "公示编号")),
    ("second-publicity", {"publicity": "first"}, ("kind-too-early", "递补记录")),
    ("second-publicity", {"publicity": "third"}, ("unknown-reference", "公示")),
    ("second-publicity", without(results={"substitutions": ()}), ("kind-too-early", "递补记录")),
    ("objection-reply", {"objection": None}, ("kind-needs", "异议编号")),
    ("objection-reply", {"objection": "y9"}, ("unknown-reference", "异议")),
    ("objection-reply", objecting(objector=None), ("kind-too-early", "异议人")),
    ("objection-reply", objecting(state="investigating"), ("kind-too-early", "办结")),
    ("objection-reply", objecting(refusal=None, state="not_accepted"), ("kind-too-early", "不予受理的理由")),
    ("award", without(results={"announced_on": None}), ("kind-too-early", "公布日期")),
    ("award", {"year": 2021}, ("kind-forbids", "年度")),
    ("approval", {"application": None}, ("kind-needs", "申报号")),
    ("pilots", without(results={"outcomes": whole_round().results.outcomes[:1]}), ("kind-too-early", "试点培育")),  # type: ignore[union-attr]
    ("funding", {"year": None}, ("kind-needs", "年度")),
    ("funding", {"year": 2022}, ("kind-too-early", "2022年度的资金下达记录")),
    ("report-request", {"month": None}, ("kind-needs", "月份")),
    ("report-request", {"month": 5}, ("kind-too-early", "报送月份")),
    ("report-request", {"year": 2024}, ("kind-too-early", "实施期")),
    ("evaluation", {"year": 2022}, ("kind-too-early", "绩效评价记录")),
    ("reward", {"year": 2022}, ("kind-too-early", "奖励记录")),
    ("revocation", {"application": None}, ("kind-too-early", "只填一项")),
    ("revocation", {"application": "2021-hubin"}, ("kind-too-early", "取消名号的记录")),
    ("recheck", {"year": 2020}, ("kind-too-early", "绩效评价或取消名号")),
    ("correction", {"corrections": ()}, ("kind-needs", "更正内容")),
    ("correction", {"concerns": "n99"}, ("unknown-reference", "公文")),
    ("correction", {"concerns": "n21"}, ("kind-too-early", "此前印发")),
    ("withdrawal", {"reason": None}, ("kind-needs", "事由")),
    ("minutes", UNDECIDED, ("kind-too-early", "评审结果")),
    ("score-sheet", {"expert": "e9"}, ("unknown-reference", "专家")),
    ("score-sheet", without(programme={"review": None}), ("kind-too-early", "评审办法")),
    ("score-sheet", without(review={"experts": ()}), ("unknown-reference", "专家")),
    ("score-summary", without(review={"scores": ()}), ("kind-too-early", "评审得分")),
]
"""Kind, a change of its record or another round, and the code and the words in which it is refused."""


@pytest.mark.parametrize(("kind", "change", "told"), REFUSED, ids=[f"{kind}-{told[1]}" for kind, _, told in REFUSED])
def test_a_notice_that_cannot_be_is_refused(kind: str, change: Round | dict[str, Any], told: tuple[str, str]) -> None:
    """What a record of each kind lacks, or names in vain, is told once, and the notice is not composed."""
    original = next(record for record in whole_round().notices if record.kind == kind)
    round_ = change if isinstance(change, Round) else whole_round()
    record = original.model_copy(update=change) if isinstance(change, dict) else original
    concerned = next((each for each in whole_round().notices if each.id == original.concerns), None)
    call = whole_round().notices[0]
    others = [each for each in (call, concerned) if each and each.id != record.id]
    if record.concerns == "n21":
        others.append(whole_round().notices[-1])

    notices, report = composed(replace(round_, notices=(*others, record)))

    found = [(d.code, dict(d.facts).get("needed", dict(d.facts).get("forbidden", dict(d.facts).get("kind", "")))) for d in report.diagnostics if d.place.path[1] == f"#id={record.id}"]
    assert [code for code, _ in found] == [told[0]]
    assert told[1] in found[0][1]
    assert record.id not in {notice.id for notice in notices}

"""Records that cannot be a notice of their kind, one or more for each kind."""

from dataclasses import replace
from typing import Any

from round_factory import OUTCOMES, day, whole_round
from workspace_factory import minimal_round

from gongshi.model.result import Outcome
from gongshi.model.round import Round


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


NO_PILOT = tuple(Outcome(application=name, outcome=o) for name, o in OUTCOMES.items() if o != "pilot")
UNDECIDED = without(results={"outcomes": (), "substitutions": ()})
REFUSED: list[tuple[str, Round | dict[str, Any], tuple[str, str]]] = [
    ("supplement", {"reason": None, "matters": ()}, ("kind-too-early", "补充事项")),
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
    ("pilots", without(results={"outcomes": NO_PILOT}), ("kind-too-early", "试点培育")),
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
    ("eligibility-summary", replace(whole_round(), applications=()), ("kind-too-early", "收到的申报")),
]
"""Kind, a change of its record or another round, and the code and the words in which it is refused."""

"""The minimal round lived to its end: extension, objection upheld, substitution, money, grades, revocation."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from functools import cache

from workspace_factory import REPOSITORY, ROUND, minimal_model, minimal_round

from gongshi.diagnostics import Report
from gongshi.documents.compose import compose
from gongshi.documents.notice import Notice
from gongshi.documents.writers import WRITERS
from gongshi.model.base import Day
from gongshi.model.kinds import KIND_BY_NAME
from gongshi.model.model import Model
from gongshi.model.notice import NoticeRecord
from gongshi.model.objection import Objection
from gongshi.model.result import Outcome, PublicityWindow, Results, Substitution
from gongshi.model.round import Round
from gongshi.model.round_on import RoundOn
from gongshi.model.supervision import Evaluation, Payment, Plaque, ProgressReport, Revocation, Reward, Supervision
from gongshi.projection.projection import public_view
from gongshi.projection.published import PublishedRound
from gongshi.public.round import PublicProgramme
from gongshi.public.site import PublicSite

SECRETS = {
    "objector": "样例异议人乙",
    "matter": "反映方案造假",
    "evidence": "举报信原件",
    "investigation": "调阅账册和合同",
    "refusal": "匿名且无线索",
    "expert": "样例专家甲",
    "employer": "样例大学甲",
    "mark": "36.39",
    "summary": "完成设计和招标",
    "evaluator": "样例评价机构",
    "points": "93.75",
    "reason": "弄虚作假",
    "use": "循环用水补助用途",
    "never stepped in": "松岭市节水型园区实施方案",
}
"""A text of each kind that has to stay inside, by what it is."""

_DATED = {
    "call": "2021-03-01",
    "supplement": "2021-03-20",
    "publicity": "2021-04-20",
    "second-publicity": "2021-05-05",
    "award": "2021-05-20",
    "funding": "2021-06-10",
    "evaluation": "2021-12-20",
    "reward": "2021-12-28",
    "revocation": "2022-01-10",
}


def _day(iso: str) -> Day:
    return dt.date.fromisoformat(iso)


def _results() -> Results:
    outcomes = {"hubin": "selected", "qingxi": "reserve", "bailu": "selected", "songling": "reserve"}
    return Results(
        outcomes=tuple(Outcome(application=f"2021-{a}", outcome=o) for a, o in outcomes.items()),  # type: ignore[arg-type]  # names of outcomes
        publicities=(
            PublicityWindow(
                id="first",
                published_on=_day("2021-04-20"),
                first_day=_day("2021-04-21"),
                last_day=_day("2021-04-27"),
            ),
            PublicityWindow(
                id="second",
                published_on=_day("2021-05-05"),
                first_day=_day("2021-05-06"),
                last_day=_day("2021-05-12"),
                applications=("2021-qingxi",),
            ),
        ),
        substitutions=(
            Substitution(falls_out="2021-hubin", objection="y2", steps_in="2021-qingxi", decided_on=_day("2021-05-03")),
        ),
        announced_on=_day("2021-05-20"),
    )


def _objections() -> tuple[Objection, ...]:
    common = {
        "publicity": "first",
        "received_on": _day("2021-04-22"),
        "matter": SECRETS["matter"],
        "evidence": (SECRETS["evidence"],),
    }
    return (
        Objection(
            id="y2",
            application="2021-hubin",
            objector=SECRETS["objector"],
            state="upheld",
            accepted_on=_day("2021-04-23"),
            investigation=SECRETS["investigation"],
            decided_on=_day("2021-05-02"),
            conclusion="反映的情况属实，异议成立",
            **common,  # type: ignore[arg-type]  # fields by name
        ),
        Objection(
            id="y3",
            application="2021-bailu",
            objector=SECRETS["objector"],
            state="rejected",
            accepted_on=_day("2021-04-23"),
            investigation=SECRETS["investigation"],
            decided_on=_day("2021-04-30"),
            conclusion=f"{SECRETS['objector']}反映的情况不属实",
            **common,  # type: ignore[arg-type]  # fields by name
        ),
        Objection(id="y4", application="2021-bailu", state="not_accepted", refusal=SECRETS["refusal"], **common),  # type: ignore[arg-type]  # fields by name
    )


def _supervision() -> Supervision:
    qingxi, bailu = "2021-qingxi", "2021-bailu"
    return Supervision.model_validate(
        {
            "payments": [
                Payment(
                    id="z1",
                    application=qingxi,
                    payer="czt",
                    year=2021,
                    amount=2_000_000,
                    decided_on=_day("2021-06-09"),
                    lines=({"use": SECRETS["use"], "project": "白水封闭循环", "amount": 2_000_000},),  # type: ignore[arg-type]  # validated
                )
            ],
            "reports": [
                ProgressReport(
                    application=qingxi, due="2021-06", received_on=_day("2021-06-28"), summary=SECRETS["summary"]
                ),
                ProgressReport(application=qingxi, due="2021-12", received_on=_day("2022-01-03")),
            ],
            "evaluations": [
                Evaluation.model_validate(
                    {
                        "application": application,
                        "year": 2021,
                        "evaluator": SECRETS["evaluator"],
                        "points": Decimal(SECRETS["points"]),
                        "grade": grade,
                        "evaluated_on": _day("2021-12-15"),
                        "continued": continued,
                    }
                )
                for application, grade, continued in ((qingxi, "优秀", True), (bailu, "不合格", False))
            ],
            "rewards": [
                Reward(application=qingxi, year=2021, amount=300_000, payer="czt", decided_on=_day("2021-12-27"))
            ],
            "plaques": [Plaque(application=qingxi, given_on=_day("2021-06-01"))],
            "revocations": [
                Revocation(application=bailu, decided_on=_day("2022-01-05"), reason=SECRETS["reason"]),
            ],
        }
    )


def _record(kind: str) -> NoticeRecord:
    about: dict[str, dict[str, str | int]] = {
        "second-publicity": {"publicity": "second"},
        "revocation": {"application": "2021-bailu"},
    }
    about |= {"supplement": {"reason": "雨季"}, "funding": {"year": 2021}}
    about |= {"evaluation": {"year": 2021}, "reward": {"year": 2021}}
    return NoticeRecord(id=kind, kind=kind, state="approved", issued_on=_day(_DATED[kind]), **about.get(kind, {}))  # type: ignore[arg-type]  # fields by name


@cache
def whole_round() -> Round:
    """The round with everything that happened in it, to January 2022."""
    round_ = minimal_round()
    # The one that steps in begins with the others, so that it owes a report as early as they do.
    applications = tuple(application.model_copy(update={"starts": "2021-06"}) for application in round_.applications)
    schedule = round_.programme.schedule.model_copy(update={"extended_to": _day("2021-04-05")})
    return replace(
        round_,
        programme=round_.programme.model_copy(update={"schedule": schedule}),
        applications=applications,
        results=_results(),
        objections=_objections(),
        supervision=_supervision(),
        notices=tuple(_record(kind) for kind in _DATED),
    )


def told_on(day: str, *hidden: str) -> PublishedRound:
    """What is known of the round on a day, the kinds of notice named being hidden."""
    round_ = whole_round()
    published = tuple(n for n in round_.notices if n.kind not in hidden and n.issued_on <= _day(day))
    return PublishedRound(RoundOn(round_, _day(day), published), KIND_BY_NAME)


@cache
def _composed() -> tuple[Model, tuple[Notice, ...]]:
    """The model, and its notices: those of early kinds as composed, the others made like the call."""
    model = replace(minimal_model(), rounds={ROUND: whole_round()})
    notices, _, _ = compose(minimal_model(), WRITERS, (REPOSITORY / "templates",), Report())
    call = notices[0]
    made = [
        replace(
            call, id=record.id, kind=record.kind, issued_on=record.issued_on.isoformat(), about=record.application or ""
        )
        for record in whole_round().notices
    ]
    return model, tuple(made)


def site_on(day: str, *hidden: str) -> PublicSite:
    """The public view on a day, the kinds of notice named being drafts."""
    model, notices = _composed()
    bare = replace(whole_round(), notices=())
    _, views, _ = compose(replace(model, rounds={ROUND: bare}), WRITERS, (REPOSITORY / "templates",), Report())
    shown = [replace(n, state="draft") if n.kind in hidden else n for n in notices]
    return public_view(replace(model, today=_day(day)), shown, views)


def programme_on(day: str, *hidden: str) -> PublicProgramme:
    """The round as the public sees it on a day."""
    (programme,) = site_on(day, *hidden).programmes
    return programme

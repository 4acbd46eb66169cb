"""Where a round stands on each of its days, and what of it is public then."""

import datetime as dt
from dataclasses import replace
from functools import cache

import pytest
from workspace_factory import REPOSITORY, ROUND, minimal_model, minimal_round

from gongshi.diagnostics import Report
from gongshi.documents.compose import compose
from gongshi.documents.writers import WRITERS
from gongshi.model.kinds import KIND_BY_NAME
from gongshi.model.round_on import RoundOn
from gongshi.projection.projection import public_view
from gongshi.projection.published import PublishedRound
from gongshi.projection.stages import stage_of, timeline_of
from gongshi.public.round import PublicProgramme
from gongshi.public.site import PublicSite

ALL = ("call", "publicity", "award", "approval")


def told(day: str, kinds: tuple[str, ...] = ALL) -> PublishedRound:
    """What is known of the minimal round on a day of 2021, the notices of those kinds being public."""
    round_ = minimal_round()
    published = tuple(notice for notice in round_.notices if notice.kind in kinds)
    return PublishedRound(RoundOn(round_, dt.date.fromisoformat(f"2021-{day}"), published), KIND_BY_NAME)


@cache
def site_on(day: str, *drafts: str) -> PublicSite:
    """The public view of the minimal workspace on a day of 2021, the kinds named being drafts."""
    model = minimal_model()
    round_ = model.rounds[ROUND]
    records = tuple(
        n.model_copy(update={"state": "draft"}) if n.kind in drafts else n.model_copy() for n in round_.notices
    )
    model = replace(model, today=dt.date.fromisoformat(f"2021-{day}"), rounds={ROUND: replace(round_, notices=records)})
    notices, views, report = compose(model, WRITERS, (REPOSITORY / "templates",), Report())
    assert report.diagnostics == ()
    return public_view(model, notices, views)


def programme_on(day: str, *drafts: str) -> PublicProgramme:
    """The round as the public sees it."""
    (programme,) = site_on(day, *drafts).programmes
    return programme


@pytest.mark.parametrize(
    ("day", "stage", "until"),
    [
        ("02-28", "upcoming", "2021-03-01"),
        ("03-01", "open", "2021-03-31"),
        ("03-31", "open", "2021-03-31"),
        ("04-01", "reviewing", ""),
        ("04-19", "reviewing", ""),
        ("04-20", "in_publicity", "2021-04-27"),
        ("04-27", "in_publicity", "2021-04-27"),
        ("04-28", "objections", ""),
        ("04-29", "objections", ""),
        ("04-30", "publicity_ended", ""),
        ("05-09", "publicity_ended", ""),
        ("05-10", "decided", ""),
        ("12-31", "decided", ""),
    ],
)
def test_the_stage_changes_on_the_days_on_record(day: str, stage: str, until: str) -> None:
    """On its first day a stage has begun, on its last it still lasts."""
    assert stage_of(told(day)) == (stage, until)


@pytest.mark.parametrize(
    ("published", "stage"),
    [((), "reviewing"), (("call",), "reviewing"), (("call", "publicity"), "publicity_ended"), (ALL, "decided")],
)
def test_nothing_counts_before_its_notice_is_public(published: tuple[str, ...], stage: str) -> None:
    """Long after all days have passed, the stage is that of the last notice that was published."""
    assert stage_of(told("12-31", published))[0] == stage


@pytest.mark.parametrize(
    ("day", "statuses"),
    [("04-19", set()), ("04-20", {"proposed"}), ("05-09", {"proposed"}), ("05-10", {"awarded"})],
)
def test_winners_are_hidden_until_the_publicity_begins(day: str, statuses: set[str]) -> None:
    """Before the day of publication there are no awards, payments or awards of counties; then 拟列入, then 列入."""
    site = site_on(day)
    (programme,) = site.programmes

    assert {award.status for award in programme.awards} == statuses
    assert bool(programme.payments) == bool(statuses)
    assert {award.status for county in site.counties for award in county.awards} == statuses


@pytest.mark.parametrize("drafts", [("publicity", "award", "approval")])
def test_winners_are_hidden_while_the_publicity_is_a_draft(drafts: tuple[str, ...]) -> None:
    """Records alone publish nothing: without an approved 公示 no list is public, however late it is."""
    programme = programme_on("12-31", *drafts)

    assert (programme.awards, programme.payments) == ((), ())
    assert programme.stage == "reviewing"


def test_the_list_stays_proposed_while_the_award_is_a_draft() -> None:
    """A drafted 公布 changes nothing."""
    assert {a.status for a in programme_on("12-31", "award", "approval").awards} == {"proposed"}


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("03-15", ["发布申报通知", "申报"]),
        ("04-15", ["发布申报通知", "申报"]),
        ("04-20", ["发布申报通知", "申报", "专家评审", "公示"]),
        ("05-10", ["发布申报通知", "申报", "专家评审", "公示", "公布"]),
    ],
)
def test_the_timeline_grows_with_the_round(day: str, names: list[str]) -> None:
    """Steps that are not public yet are not in the timeline; the review becomes public with the 公示."""
    events = timeline_of(told(day))

    assert [event.name for event in events] == names


def changed(day: str) -> PublishedRound:
    """The minimal round with a correction, a supplement and its withdrawal, on a day of 2021."""
    before = told(day)
    call = next(notice for notice in before.notices if notice.kind == "call")
    made = (("c", "correction", 5, "call"), ("s", "supplement", 8, None), ("w", "withdrawal", 10, "s"))
    changes = tuple(
        call.model_copy(update={"id": i, "kind": kind, "issued_on": dt.date(2021, 3, on), "concerns": concerns})
        for i, kind, on, concerns in made
    )
    published = (*before.notices, *(notice for notice in changes if notice.issued_on <= before.today))
    return PublishedRound(replace(before.now, notices=published), before.kinds)


@pytest.mark.parametrize(
    ("day", "steps"),
    [
        ("03-09", [("发布更正通知", "更正2021年3月1日的公文"), ("发布补充通知", "")]),
        (
            "03-10",
            [
                ("发布更正通知", "更正2021年3月1日的公文"),
                ("发布补充通知", "已于2021年3月10日撤回"),
                ("发布撤回通知", "撤回2021年3月8日的公文"),
            ],
        ),
    ],
)
def test_the_timeline_keeps_what_was_corrected_and_withdrawn(day: str, steps: list[tuple[str, str]]) -> None:
    """A correction and a withdrawal are steps; a notice that was withdrawn stays a step and says so."""
    found = [(event.name, event.note) for event in timeline_of(changed(day))]

    assert [step for step in found if step[0].startswith("发布") and step[0] != "发布申报通知"] == steps


@pytest.mark.parametrize(
    ("day", "states"),
    [("02-28", ["coming", "coming"]), ("03-01", ["current", "current"]), ("03-31", ["past", "current"])],
)
def test_each_step_is_past_current_or_coming(day: str, states: list[str]) -> None:
    """A step is current from its first day to its last."""
    events = timeline_of(told(day))

    assert [event.state for event in events] == states


def test_a_round_without_a_public_notice_is_not_on_the_site() -> None:
    """While even the call is a draft the round does not exist for the public."""
    assert site_on("12-31", *ALL).programmes == ()


@pytest.mark.parametrize("day", ["02-28", "04-19", "05-09", "05-16"])
def test_notices_that_name_winners_wait_for_their_day(day: str) -> None:
    """A 公示, 公布 or 批复 that was approved ahead of its date is not on the site before it."""
    named = [n for p in site_on(day).programmes for n in p.notices if n.kind != "call"]

    assert [n.id for n in named if n.issued_on > f"2021-{day}"] == []

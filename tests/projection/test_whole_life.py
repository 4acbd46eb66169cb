"""The whole life of a round as the public sees it: each fact from the day of its notice, and none without it."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from public_pieces import notice_files
from whole_round import SECRETS, programme_on, site_on, told_on
from workspace_factory import ROUND, minimal_model

from gongshi.model.notice import NoticeRecord
from gongshi.model.supervision import LeadingGroup, SiteMeeting
from gongshi.pages.build.site import build_site
from gongshi.projection.follow_up import evaluations_made_known, followed_up, payments_made_known, site_meetings_of
from gongshi.projection.published import PublishedRound
from gongshi.projection.stages import stage_of, timeline_of
from gongshi.public.award import PublicAward
from gongshi.public.follow_up import PublicObjectionCount, PublicSiteMeeting
from gongshi.public.round import PublicProgramme

PROGRAM = Path(__file__).resolve().parents[2]
END = "2022-01-31"


def areas(programme: PublicProgramme) -> dict[str, str]:
    """Status by county."""
    return {award.county: award.status for award in programme.awards}


def award_of(county: str, day: str, *hidden: str) -> PublicAward:
    """A county's award on a day."""
    return next(award for award in programme_on(day, *hidden).awards if award.county == county)


@pytest.mark.parametrize(
    ("day", "hidden", "expected"),
    [
        ("2021-04-19", (), {}),
        ("2021-04-20", (), {"湖滨区": "proposed", "白鹭区": "proposed"}),
        ("2021-05-04", (), {"湖滨区": "proposed", "白鹭区": "proposed"}),
        ("2021-05-05", (), {"青溪县": "proposed", "白鹭区": "proposed"}),
        ("2021-05-19", ("second-publicity",), {"湖滨区": "proposed", "白鹭区": "proposed"}),
        ("2021-05-20", (), {"青溪县": "awarded", "白鹭区": "awarded"}),
        ("2022-01-09", (), {"青溪县": "awarded", "白鹭区": "awarded"}),
        ("2022-01-10", (), {"青溪县": "awarded", "白鹭区": "revoked"}),
        (END, ("revocation",), {"青溪县": "awarded", "白鹭区": "awarded"}),
        (END, ("publicity", "second-publicity", "award"), {}),
    ],
)
def test_each_list_is_that_of_the_last_notice(day: str, hidden: tuple[str, ...], expected: dict[str, str]) -> None:
    """Who steps in is seen with the second 公示, a cancelled title with its own notice; the area stays listed."""
    assert areas(programme_on(day, *hidden)) == expected


def test_one_that_falls_out_later_is_proposed_with_its_money() -> None:
    """Before the second 公示 nothing on the list or in its sums betrays the decision."""
    assert award_of("湖滨区", "2021-05-04").amount == 2_000_000
    assert sum(p.total for p in programme_on("2021-05-04").payments) == 3_500_000


@pytest.mark.parametrize(("day", "told"), [("2021-05-04", False), ("2021-05-05", True), ("2021-05-20", True)])
def test_a_substitution_is_told_with_the_second_window(day: str, *, told: bool) -> None:
    """It names who fell out, who stepped in, the category and the day, and no cause."""
    found = [
        (s.fell_out, s.stepped_in, s.category_name, s.notice_date, s.award) for s in programme_on(day).substitutions
    ]

    expected = ("东湖市湖滨区", "东湖市青溪县", "沿河节水型园区", "2021-05-05", "2021-water-parks.2021-qingxi")
    assert found == ([expected] if told else [])


def test_objections_are_figures_of_their_day() -> None:
    """Counts and the conclusion that names nobody; one that names the objector is kept back."""
    (early,) = programme_on("2021-04-30").windows
    first, second = programme_on(END).windows

    assert early.objections == PublicObjectionCount(received=3, pending=1, rejected=1, not_accepted=1)
    assert first.objections == PublicObjectionCount(
        received=3, upheld=1, rejected=1, not_accepted=1, conclusions=("反映的情况属实，异议成立",)
    )
    assert second.objections == PublicObjectionCount()


def test_windows_have_days_state_and_their_own_notice() -> None:
    """The second window is there with its 公示 only."""
    windows = programme_on("2021-05-06").windows

    assert [(w.name, w.first_day, w.last_day, w.state, w.count) for w in windows] == [
        ("公示", "2021-04-21", "2021-04-27", "past", 2),
        ("递补公示", "2021-05-06", "2021-05-12", "current", 1),
    ]
    assert [w.notice.rpartition("/")[2] for w in windows] == ["publicity", "second-publicity"]
    assert len(programme_on("2021-05-06", "second-publicity").windows) == 1


@pytest.mark.parametrize(
    ("day", "hidden", "stage"),
    [
        ("2021-04-02", (), "open"),
        ("2021-04-02", ("supplement",), "reviewing"),
        ("2021-04-28", (), "objections"),
        ("2021-05-02", (), "publicity_ended"),
        ("2021-05-12", (), "in_publicity"),
        ("2021-05-13", (), "publicity_ended"),
        ("2021-05-20", (), "decided"),
        ("2021-06-10", (), "supervision"),
        ("2022-12-31", (), "supervision"),
        ("2023-01-01", (), "finished"),
    ],
)
def test_the_stage_follows_the_notices(day: str, hidden: tuple[str, ...], stage: str) -> None:
    """An extension counts with its supplement; supervision begins with its first notice and ends with the plans."""
    assert stage_of(told_on(day, *hidden))[0] == stage


def test_the_timeline_tells_the_whole_life() -> None:
    """Extension, review, both windows, announcement, money, grades, rewards and the cancelled title, in order."""
    assert [event.name for event in timeline_of(told_on(END))] == [
        "发布申报通知",
        "申报",
        "延长申报期限",
        "专家评审",
        "公示",
        "递补公示",
        "公布",
        "下达资金",
        "公布绩效评价结果",
        "公布奖励",
        "取消名号",
    ]


def test_the_call_and_its_supplement_name_each_other() -> None:
    """The call leads to the supplement that extends its last day, from that one's day; the supplement leads back."""
    early, late = ({n.kind: n for n in programme_on(day).notices} for day in ("2021-03-02", "2021-04-02"))

    assert early["call"].supplemented_by == ()
    assert late["call"].supplemented_by == (late["supplement"].key,)
    assert late["supplement"].concerns == late["call"].key
    assert late["supplement"].extends_to == programme_on("2021-04-02").deadline


@pytest.mark.parametrize(
    ("hidden", "field"), [("funding", "paid"), ("evaluation", "evaluations"), ("reward", "rewards")]
)
def test_money_grades_and_rewards_wait_for_their_notice(hidden: str, field: str) -> None:
    """Records alone make nothing public."""
    assert getattr(award_of("青溪县", END), field)
    assert not getattr(award_of("青溪县", END, hidden), field)


@pytest.mark.parametrize(
    ("day", "told"), [("2021-05-04", []), ("2021-05-05", ["second-publicity"]), ("2021-05-20", ["second-publicity"])]
)
def test_one_that_fell_out_keeps_its_page(day: str, told: list[str]) -> None:
    """From the second 公示 on: that it is out, since when, by which notice; no plan, project, money or reason."""
    found = programme_on(day).dropped

    assert [(a.county, a.status, a.dropped_on, a.dropped_by.rpartition("/")[2]) for a in found] == [
        ("湖滨区", "dropped", "2021-05-05", notice) for notice in told
    ]
    assert {(a.plan_title, a.projects, a.amount, a.starts) for a in found} <= {("", (), None, "")}
    assert [s.dropped for s in programme_on(day).substitutions] == [a.id for a in found]


def test_without_a_second_window_the_announcement_tells_who_fell_out() -> None:
    """Its notices are the 公示 that named it and the one that told."""
    (award,) = programme_on("2021-05-20", "second-publicity").dropped

    assert award.dropped_by == "2021-water-parks/award"
    assert [key.rpartition("/")[2] for key in award.notices] == ["publicity", "award"]


def test_a_recheck_tells_the_grades_of_those_who_keep_their_titles() -> None:
    """Without an evaluation notice: the grade, not whether support goes on; of a cancelled one nothing."""
    told = told_on(END, "evaluation")
    recheck = told.notices[0].model_copy(update={"id": "r", "kind": "recheck", "year": 2021})
    rechecked = with_notice(told, recheck)

    assert evaluations_made_known(told, "2021-qingxi") == ()
    assert [(e.grade, e.continued) for e in evaluations_made_known(rechecked, "2021-qingxi")] == [("优秀", None)]
    assert evaluations_made_known(rechecked, "2021-bailu") == ()
    assert f"{ROUND}/r" in rechecked.notices_naming["2021-qingxi"]
    assert f"{ROUND}/r" not in rechecked.notices_naming["2021-bailu"]


def test_leading_groups_and_meetings_are_told_where_the_scheme_asks() -> None:
    """From their day on; nothing of them where the scheme does not ask."""
    group = LeadingGroup(application="2021-qingxi", established_on=dt.date(2021, 7, 1))
    meeting = SiteMeeting(year=2021, held_on=dt.date(2021, 11, 5), place="样例市")

    def told(day: str, *, asked: bool) -> tuple[str, tuple[PublicSiteMeeting, ...]]:
        found = told_on(day)
        asks = {"leading_group": asked, "site_meeting": asked}
        reporting = found.records.scheme.reporting.model_copy(update=asks)
        life = found.records.supervision.model_copy(update={"leading_groups": (group,), "site_meetings": (meeting,)})
        scheme = found.records.scheme.model_copy(update={"reporting": reporting})
        round_ = replace(found.records, scheme=scheme, supervision=life)
        found = replace(found, now=replace(found.now, records=round_))
        award = followed_up(minimal_model(), found, award_of("青溪县", day), round_.application("2021-qingxi"))
        return award.leading_group_on, site_meetings_of(found)

    assert told("2021-06-30", asked=True) == ("", ())
    assert told(END, asked=True) == ("2021-07-01", (PublicSiteMeeting(2021, "2021-11-05", "样例市"),))
    assert told(END, asked=False) == ("", ())


def test_the_form_goes_with_a_public_call() -> None:
    """No call, no form."""
    assert programme_on("2021-04-01").has_form
    assert not programme_on(END, "call").has_form


def test_what_follows_an_award_is_told_field_by_field() -> None:
    """Money by year and payer, reports with their status, grade with next year's support, reward, plaque."""
    award = award_of("青溪县", END)

    assert [(p.year, p.payer, p.amount, p.notice_date) for p in award.paid] == [
        (2021, "省财政", 2_000_000, "2021-06-10")
    ]
    assert [(r.due, r.status, r.received_on) for r in award.reports] == [
        ("2021-06", "received", "2021-06-28"),
        ("2021-12", "late", "2022-01-03"),
    ]
    assert [(e.year, e.grade, e.continued) for e in award.evaluations] == [(2021, "优秀", True)]
    assert [(r.year, r.payer, r.amount) for r in award.rewards] == [(2021, "省财政", 300_000)]
    assert award.plaque_on == "2021-06-01"


def test_a_report_that_never_came_is_missing() -> None:
    """The scheme's months make it due even without a record; not before the end of its month."""
    assert [(r.due, r.status) for r in award_of("白鹭区", "2021-06-30").reports] == [("2021-06", "due")]
    assert [(r.due, r.status) for r in award_of("白鹭区", "2021-07-01").reports] == [("2021-06", "missing")]


def test_a_round_tells_the_reports_to_come() -> None:
    """From the announcement to the end of the last plan, whatever the day; nothing before."""
    assert programme_on("2021-05-19").reports_due == ()
    assert programme_on("2021-05-20").reports_due == ("2021-06", "2021-12", "2022-06", "2022-12")
    assert programme_on(END).reports_due == programme_on("2021-05-20").reports_due


def test_the_deadline_moves_with_the_notice_that_puts_it_off() -> None:
    """What is not yet told, or not told any more, does not count."""
    assert programme_on("2021-03-19").deadline == "2021-03-31"
    assert programme_on("2021-03-20").deadline == "2021-04-05"
    assert programme_on("2021-03-20", "supplement").deadline == "2021-03-31"


def test_a_cancelled_title_counts_no_more() -> None:
    """It has its day and its notice, owes no further report, and is out of the count against the target."""
    award = award_of("白鹭区", "2022-08-01")
    categories = {c.id: c.awarded for c in programme_on(END).categories}

    assert (award.revoked_on, award.revoked_by) == ("2022-01-05", "2021-water-parks/revocation")
    assert [r.due for r in award.reports] == ["2021-06", "2021-12"]
    assert categories == {"river": 1, "upland": 0}
    assert {c.id: c.awarded for c in programme_on(END, "revocation").categories} == {"river": 1, "upland": 1}


def test_an_award_knows_the_notices_of_its_whole_life() -> None:
    """The one that stepped in stands in the second 公示, not in the first."""
    keys = [key.rpartition("/")[2] for key in award_of("青溪县", END).notices]

    assert keys == ["second-publicity", "award", "funding", "evaluation", "reward"]


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS.keys())
def test_no_internal_text_reaches_a_public_value_or_a_file(secret: str, built_life: tuple[str, Path]) -> None:
    """Objectors and what they say, experts, marks, losing applications and reasons are nowhere on the site."""
    values, folder = built_life

    assert secret not in values
    assert [p.name for p in folder.rglob("*") if p.is_file() and secret.encode() in p.read_bytes()] == []


def test_the_plan_of_one_that_fell_out_is_taken_down(built_life: tuple[str, Path]) -> None:
    """While it was proposed its plan was public; afterwards only its area's name is left."""
    name = "湖滨区节水型园区实施方案"

    assert name in built_life[0]
    assert [p.name for p in built_life[1].rglob("*") if p.is_file() and name.encode() in p.read_bytes()] == []


@pytest.mark.parametrize("internal", ["objector", "matter", "evidence", "reserve", "falls_out", "marks"])
def test_no_public_value_has_a_field_for_what_is_internal(internal: str, built_life: tuple[str, Path]) -> None:
    """The types themselves have no place for it."""
    assert f"{internal}=" not in built_life[0]


@pytest.fixture(scope="module")
def built_life(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The public values of every day of the round's life as one text, and the site of its last day."""
    folder = tmp_path_factory.mktemp("life")
    days = ("2021-04-01", "2021-04-20", "2021-05-04", "2021-05-06", "2021-05-20", "2021-12-31", END)
    public = site_on(END)
    build_site(public, notice_files(public, folder), [PROGRAM / "templates"], PROGRAM / "mkdocs.yml", folder / "site")
    return "".join(repr(site_on(day)) for day in days), folder / "site"


@pytest.mark.parametrize(
    ("kind", "gone"), [("award", "2021-05-20"), ("second-publicity", "2021-05-06"), ("funding", "2021-06-30")]
)
def test_a_withdrawn_notice_tells_nothing_any_more(kind: str, gone: str) -> None:
    """What it made known is unknown again, as if it had never been issued."""
    told = told_on(gone)
    withdrawal = told.notices[0].model_copy(update={"id": "w", "kind": "withdrawal", "concerns": kind})
    after = with_notice(told, withdrawal)
    never = told_on(gone, kind)

    assert known(after) == known(never)
    assert known(after) != known(told)


def with_notice(published: PublishedRound, notice: NoticeRecord) -> PublishedRound:
    """The same with one more published notice."""
    return replace(published, now=replace(published.now, notices=(*published.notices, notice)))


def known(told: PublishedRound) -> tuple[object, ...]:
    """What lists, dates and money are made of."""
    return told.outcomes, told.windows, told.announced_on, told.substitutions, payments_made_known(told, "2021-qingxi")

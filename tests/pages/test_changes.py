"""Public changes: each on its public day, none before it, under a name that stays."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from public_factory import CANCELLED, decided_programme, site
from public_pieces import award, category, counties, notice_files, programme

from gongshi.pages.build.all_pages import pages_of
from gongshi.pages.catalogue.catalogue import catalogue_of
from gongshi.pages.catalogue.changes import Change, changes_of
from gongshi.pages.catalogue.latest import latest, latest_of_awards
from gongshi.pages.data.files import data_files
from gongshi.public.follow_up import PublicReport, PublicSubstitution


def of_kind(changes: tuple[Change, ...], kind: str) -> list[Change]:
    """The changes of one kind."""
    return [change for change in changes if change.kind == kind]


def test_every_published_notice_is_a_change() -> None:
    """One for each notice, on its day, with its title and its page, the latest first."""
    public = site()
    changes = changes_of(public)
    told = {change.url: change for change in changes if change.id.startswith("notices/")}

    assert [change.day for change in changes] == sorted((change.day for change in changes), reverse=True)
    for each in (each for round_ in public.programmes for each in round_.notices):
        change = told.pop(f"notices/{each.key}/")
        assert (change.day, change.title, change.kind) == (each.issued_on, each.title, each.kind_name)
    assert told == {}


def test_a_window_begins_on_its_first_day_and_ends_the_day_after_its_last() -> None:
    """Both days are counted in; until the last is over nothing has ended."""
    public = site(programmes=(decided_programme(counties()),), today="2014-08-24")
    opened = of_kind(changes_of(public), "公示开始")
    next_day = of_kind(changes_of(replace(public, today="2014-08-25")), "公示期满")

    assert [(change.day, change.summary) for change in opened] == [
        (
            "2014-08-18",
            "公示自2014年8月18日至2014年8月24日，首日和末日均计算在内，共公示11个。对公示内容有异议的，可以在此期间提出。",
        )
    ]
    assert of_kind(changes_of(public), "公示期满") == []
    assert [change.day for change in next_day] == ["2014-08-25"]


def test_a_deadline_is_past_the_day_after() -> None:
    """On the deadline itself applications still come in; what is to come is no change."""
    on_the_day = site(programmes=(programme(),), today="2014-07-10")

    assert of_kind(changes_of(on_the_day), "申报截止") == []
    assert [c.day for c in of_kind(changes_of(replace(on_the_day, today="2014-07-11")), "申报截止")] == ["2014-07-11"]
    assert changes_of(replace(on_the_day, today="2014-06-09")) == ()


def test_a_cancelled_title_is_told_on_the_day_of_its_notice() -> None:
    """It leads to the award, names the notice and concerns its county alone."""
    winner = decided_programme(counties()).awards[CANCELLED - 1]
    (change,) = [c for c in of_kind(changes_of(site()), "取消名号") if c.id.startswith("awards/")]

    assert change.url == f"awards/{winner.id}/"
    assert change.counties == (winner.division,)
    assert change.day == "2015-11-23"
    assert "取消温州市洞头县名号" in change.title
    assert "见《关于取消" in change.summary


def test_a_substitution_is_told_on_the_day_of_its_notice() -> None:
    """Whoever stepped in and whoever fell out hear of it, or nobody if the place stays empty."""
    kind, places = category(), counties()
    winner = award("2014-lianghua", 1, places["余杭区"], kind)
    gone = award("2014-lianghua", 2, places["淳安县"], kind, status="dropped", notices=())
    steps_in = PublicSubstitution("杭州市淳安县", "杭州市余杭区", kind.name, winner.id, "2014-08-29", gone.id)
    stays_empty = replace(
        steps_in, fell_out="杭州市滨江区", stepped_in="", award="", notice_date="2014-09-10", dropped=""
    )
    round_ = programme(awards=(winner,), substitutions=(steps_in, stays_empty))
    days = {
        change.title.partition("：")[2]: (change.day, change.counties)
        for change in changes_of(site(programmes=(replace(round_, dropped=(gone,)),)))
        if "/substitutions/" in change.id
    }

    assert days == {
        "杭州市淳安县不再列入，由杭州市余杭区递补": ("2014-08-29", ("330110", "330127")),
        "杭州市滨江区不再列入，不作递补": ("2014-09-10", ()),
    }


def test_names_are_unique_and_stay() -> None:
    """Another day adds changes and alters none; nothing is told twice."""
    public = site()
    later = changes_of(replace(public, today="2016-03-25"))

    assert len({change.id for change in later}) == len(later)
    assert set(changes_of(public)) <= set(later)


def test_a_change_leads_to_a_page_and_names_counties_there_are(tmp_path: Path) -> None:
    """No address and no division but those of the site."""
    public = site()
    catalogue = catalogue_of(public, notice_files(public, tmp_path))
    urls = {page.url for page in pages_of(catalogue, data_files(catalogue.site))}

    assert {change.url for change in catalogue.changes} <= urls
    assert {county for change in catalogue.changes for county in change.counties} <= set(catalogue.counties)


def test_the_latest_fact_of_an_award_may_be_a_report(tmp_path: Path) -> None:
    """A report counts when it comes, one that is missing on the day after its last day."""
    public = site()
    catalogue = catalogue_of(public, notice_files(public, tmp_path))
    winner = replace(decided_programme(counties()).awards[0], reports=(), plaque_on="")
    came = PublicReport("2014-12", "late", "2015-01-20")
    missing = PublicReport("2014-12", "missing", "")

    assert latest_of_awards(catalogue, [winner]) == "2014-09-20"
    assert latest_of_awards(catalogue, [replace(winner, reports=(came,))]) == "2015-01-20"
    assert latest_of_awards(catalogue, [replace(winner, reports=(missing,))]) == "2015-01-01"
    assert latest_of_awards(catalogue, []) == ""


def test_a_page_is_as_new_as_its_latest_fact(tmp_path: Path) -> None:
    """Hubs are as new as the latest of their parts, and nothing is newer than the site's day."""
    public = site()
    catalogue = catalogue_of(public, notice_files(public, tmp_path))
    updated = {page.url: page.updated for page in pages_of(catalogue, data_files(catalogue.site))}
    rounds = [day for url, day in updated.items() if url.startswith("programmes/") and url.count("/") == 2]
    areas = [day for url, day in updated.items() if url.startswith("counties/") and url != "counties/"]

    assert updated["programmes/"] == updated[""] == updated["data/"] == max(rounds) == latest(catalogue) == "2016-03-18"
    assert updated["counties/"] == max(areas)
    assert updated["notices/"] == "2016-03-17"
    assert updated["counties/330322/"] == max(day for url, day in updated.items() if url == "awards/2014-lianghua-05/")
    assert all(dt.date.fromisoformat(day) <= dt.date(2016, 3, 20) for day in updated.values() if day)

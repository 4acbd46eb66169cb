"""Public changes of state, worked out from what the public may see: notices, windows, deadlines, titles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gongshi import typography
from gongshi.pages.values.days import day_after
from gongshi.pages.values.wording import day, span
from gongshi.public.award import PublicAward
from gongshi.public.follow_up import PublicWindow
from gongshi.public.notice import PublicNotice
from gongshi.public.round import PublicProgramme
from gongshi.public.site import PublicSite


@dataclass(frozen=True)
class Change:
    """Something that became public on a day."""

    id: str
    """Its name within the site; never changes, whatever else is published later."""
    kind: str
    """What it is, in Chinese, e.g. 公示期满; that of a notice is the notice's."""
    day: str
    """ISO date of the first day on which it held and was public."""
    title: str
    summary: str
    url: str
    """The page that tells it, from the site's root."""
    programme: str
    """Id of its round."""
    counties: tuple[str, ...] = ()
    """Ids of the divisions it concerns."""


def changes_of(site: PublicSite) -> tuple[Change, ...]:
    """Every change until the site's day, the latest first."""
    changes = (change for programme in site.programmes for change in _changes_of_round(programme))
    return tuple(sorted((c for c in changes if c.day <= site.today), key=lambda change: change.day, reverse=True))


def _changes_of_round(programme: PublicProgramme) -> Iterator[Change]:
    notices = {notice.key: notice for notice in programme.notices}
    named = _named_in([*programme.awards, *programme.pilots, *programme.dropped])
    for window in programme.windows:
        yield from _window_changes(programme, window, named.get(window.notice, ()))
    yield from _substitutions(programme)
    yield from _cancellations(programme, notices)
    for notice in programme.notices:
        yield _notice_change(notice, named.get(notice.key, ()))
    if programme.deadline:
        yield _deadline_change(programme)


def _named_in(awards: Iterable[PublicAward]) -> Mapping[str, tuple[str, ...]]:
    """The divisions whose awards stand in a notice, by its key."""
    found: dict[str, dict[str, None]] = {}
    for award in awards:
        for key in award.notices:
            found.setdefault(key, {})[award.division] = None
    return {key: tuple(divisions) for key, divisions in found.items()}


def _notice_change(notice: PublicNotice, counties: tuple[str, ...]) -> Change:
    told = [f"发文机关：{'、'.join(notice.organs)}。"]
    if notice.document_no:
        told.append(f"发文字号：{notice.document_no}。")
    told.append(f"成文日期：{day(notice.issued_on)}。")
    if counties:
        told.append(f"涉及地区：{len(counties)}个。")
    return Change(
        id=f"notices/{notice.key}",
        kind=notice.kind_name,
        day=notice.issued_on,
        title=notice.title,
        summary="".join(told),
        url=f"notices/{notice.key}/",
        programme=notice.programme,
        counties=counties,
    )


def _deadline_change(programme: PublicProgramme) -> Change:
    return Change(
        id=f"programmes/{programme.id}/deadline/{programme.deadline}",
        kind="申报截止",
        day=day_after(programme.deadline),
        title=f"{programme.name}：申报截止",
        summary=f"申报已于{day(programme.deadline)}截止。",
        url=f"programmes/{programme.id}/",
        programme=programme.id,
    )


def _window_changes(programme: PublicProgramme, window: PublicWindow, counties: tuple[str, ...]) -> Iterator[Change]:
    days = f"{window.name}自{span(window.first_day, window.last_day)}，首日和末日均计算在内"
    opened = f"{days}，共公示{window.count}{programme.unit}。对公示内容有异议的，可以在此期间提出。"
    ended = f"{window.name}已于{day(window.last_day)}期满。"
    told = (
        ("opened", "开始", window.first_day, opened),
        ("ended", "期满", day_after(window.last_day), ended),
    )
    for state, word, public_on, summary in told:
        yield Change(
            id=f"windows/{window.notice}/{window.first_day}/{state}",
            kind=f"{window.name}{word}",
            day=public_on,
            title=f"{programme.name}：{window.name}{word}",
            summary=summary,
            url=f"programmes/{programme.id}/",
            programme=programme.id,
            counties=counties,
        )


def _cancellations(programme: PublicProgramme, notices: Mapping[str, PublicNotice]) -> Iterator[Change]:
    """Titles that were taken away, each on the day of the notice that told it."""
    for award in programme.awards:
        if award.status == "revoked":
            notice = notices[award.revoked_by]
            area = f"{award.city}{award.county}"
            yield Change(
                id=f"awards/{award.id}/revoked",
                kind="取消名号",
                day=notice.issued_on,
                title=f"{programme.name}：取消{area}名号",
                summary=f"{area}的{award.category_name}名号已于{day(award.revoked_on)}决定取消，"
                f"见{typography.cited(notice.title)}。",
                url=f"awards/{award.id}/",
                programme=programme.id,
                counties=(award.division,),
            )


def _substitutions(programme: PublicProgramme) -> Iterator[Change]:
    """Who fell out and who stepped in, each on the day of the notice that told it."""
    awards = {award.id: award for award in (*programme.awards, *programme.pilots)}
    fell_out = {award.id: award.division for award in programme.dropped}
    for item in programme.substitutions:
        into = awards.get(item.award)
        outcome = f"由{item.stepped_in}递补" if item.stepped_in else "不作递补"
        counties = ([into.division] if into else []) + [fell_out[id_] for id_ in (item.dropped,) if id_ in fell_out]
        yield Change(
            id=f"programmes/{programme.id}/substitutions/{item.category_name}/{item.fell_out}",
            kind="递补" if item.stepped_in else "不再列入",
            day=item.notice_date,
            title=f"{programme.name}：{item.fell_out}不再列入，{outcome}",
            summary=f"{item.fell_out}原为{item.category_name}拟列入地区，公示后不再列入，{outcome}。",
            url=f"awards/{into.id}/" if into else f"programmes/{programme.id}/",
            programme=programme.id,
            counties=tuple(dict.fromkeys(counties)),
        )

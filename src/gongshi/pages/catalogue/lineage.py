"""What a division was before and what became of it: in sentences whose names are links, and as names to search for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.values.wording import day
from gongshi.public.places import PublicCounty


@dataclass(frozen=True)
class Succession:
    """A sentence: words, the divisions it names, words."""

    before: str
    counties: tuple[PublicCounty, ...]
    after: str


def successions_of(catalogue: Catalogue, county: PublicCounty) -> tuple[Succession, ...]:
    """Every change of a division: renamed, merged into, divided from."""
    return (*_came_from(catalogue, county), *_became(catalogue, county))


def _came_from(catalogue: Catalogue, county: PublicCounty) -> Iterator[Succession]:
    """From which divisions it was made, and which were merged into it later."""
    formers = [catalogue.counties[former] for former in county.formerly]
    since = county.valid_from
    parents = tuple(f for f in formers if since and (not f.valid_to or f.valid_to == since))
    wholly = all(f.valid_to == since and f.later == (county.id,) for f in parents)
    if parents and wholly:
        yield Succession(f"{day(since)}撤销", parents, f"，{'合并' if len(parents) > 1 else ''}设立{county.name}。")
    elif parents:
        yield Succession(f"{day(since)}以", parents, f"的部分区域设立{county.name}。")
    for former in formers:
        if former not in parents:
            part = "部分区域" if len(former.later) > 1 else "区域"
            yield Succession(f"{day(former.valid_to)}撤销", (former,), f"，其{part}并入{county.name}。")


def _became(catalogue: Catalogue, county: PublicCounty) -> Iterator[Succession]:
    """Which divisions were parted from it, and which took its place."""
    later = tuple(catalogue.counties[name] for name in county.later)
    split = tuple(c for c in later if not county.valid_to or (c.valid_from and c.valid_from != county.valid_to))
    for division in (c for c in split if c.valid_from):
        yield Succession(f"{day(division.valid_from)}以{county.name}部分区域设立", (division,), "。")
    heirs = tuple(c for c in later if c not in split)
    if not heirs:
        return
    gone = f"{day(county.valid_to)}撤销{county.name}"
    if len(heirs) > 1:
        yield Succession(f"{gone}，其区域分别划入", heirs, "。")
    elif heirs[0].valid_from:
        yield Succession(f"{gone}，设立", heirs, "。")
    else:
        yield Succession(f"{gone}，其区域并入", heirs, "。")


def former_of(catalogue: Catalogue, county: PublicCounty) -> Sequence[PublicCounty]:
    """The divisions, now gone, whose place a division took, directly or through others; the nearest first."""
    found: list[PublicCounty] = []
    ahead = list(county.formerly)
    while ahead:
        former = catalogue.counties[ahead.pop(0)]
        if former.valid_to and former not in found:
            found.append(former)
            ahead += former.formerly
    return found


def former_names(catalogue: Catalogue, division: str) -> str:
    """The names of divisions, now gone, that led to a division, directly or through others; empty if there are none."""
    reached = _reached(catalogue, division, lambda county: county.formerly)
    return _labelled("原区划", (county.name for county in reached if county.valid_to))


def present_names(catalogue: Catalogue, division: str) -> str:
    """The names of the divisions that took the place of one that is gone; empty if it still exists."""
    reached = _reached(catalogue, division, lambda county: county.later if county.valid_to else ())
    return _labelled("现区划", (county.name for county in reached))


def _reached(
    catalogue: Catalogue, division: str, following: Callable[[PublicCounty], Iterable[str]]
) -> tuple[PublicCounty, ...]:
    """The divisions that are reached from one step by step, the nearest first, each once and without itself."""
    reached = [division]
    for each in reached:  # appended to meanwhile
        county = catalogue.counties.get(each)
        reached += [other for other in (following(county) if county else ()) if other not in reached]
    return tuple(catalogue.counties[each] for each in reached[1:] if each in catalogue.counties)


def _labelled(kind: str, names: Iterable[str]) -> str:
    joined = "、".join(names)
    return f"{kind}：{joined}" if joined else ""

"""A bar chart as a value: lengths are worked out here, templates only draw."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import Literal

from gongshi.pages.values.table import Table
from gongshi.public.scheme import PublicTarget

Fill = Literal["done", "pending", "missing", "whole"]
"""How a stretch is drawn: solid; striped, for what is not final or came late; hollow, for what is lacking; a frame."""

_SHORT = 8
"""Labels and figures up to this many characters stand beside their bars, longer ones above."""
_STEP = Decimal("0.01")


@dataclass(frozen=True)
class Stretch:
    """A stretch of a bar that is drawn in one way."""

    fill: Fill
    number: Decimal
    start: Decimal = Decimal(0)
    """Where it begins, in per cent of the chart's width."""
    length: Decimal = Decimal(0)
    """Per cent of the chart's width."""


@dataclass(frozen=True)
class Bar:
    """A bar: its parts end to end, within a frame where there is something to reach."""

    label: str
    text: str
    """Its figures in words; with `more`, all that the drawing says."""
    parts: tuple[Stretch, ...]
    frame: Stretch | None = None
    """What the parts stand against, e.g. the target; None if the documents state none."""
    more: str = ""
    """What is told apart, e.g. what is not final."""
    link: str = ""
    """Where its label leads, from the site's root."""
    group: str = ""
    """Bars of one group stand under its name."""

    @property
    def reach(self) -> Decimal:
        """The number at which it ends, its frame included."""
        filled = sum((part.number for part in self.parts), Decimal(0))
        return max(filled, self.frame.number) if self.frame else filled


@dataclass(frozen=True)
class Group:
    """Bars under one name."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class BarChart:
    """A chart of bars on one scale; the longest fills the width."""

    title: str
    unit: str
    """Unit of the figures; empty where their words name it."""
    groups: tuple[Group, ...]
    keys: tuple[tuple[Fill, str], ...] = ()
    """What each way of drawing means."""
    paired: bool = False
    """Whether frame and parts are two bars of their own, as where the one does not limit the other."""

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All its bars."""
        return tuple(bar for group in self.groups for bar in group.bars)

    @property
    def narrow(self) -> bool:
        """Whether all labels and figures are short enough to stand beside their bars."""
        return all(max(len(bar.label), len(bar.text), len(bar.more)) <= _SHORT for bar in self.bars)


@dataclass(frozen=True)
class Figure:
    """A chart and the table with the same figures; if the table has no rows, a sentence stands in their place."""

    chart: BarChart
    table: Table
    empty: str
    """What stands there if there is nothing to show."""


def bar_chart(
    title: str, unit: str, bars: Sequence[Bar], keys: Iterable[tuple[Fill, str]] = (), *, paired: bool = False
) -> BarChart:
    """The bars on one scale, in their order; keys of what no bar shows are left out."""
    whole = max((bar.reach for bar in bars), default=Decimal(0))
    scaled = [_scaled(bar, whole) for bar in bars]
    used = {part.fill for bar in bars for part in (*bar.parts, *((bar.frame,) if bar.frame else ())) if part.number}
    return BarChart(
        title,
        unit,
        tuple(Group(label, tuple(group)) for label, group in groupby(scaled, key=lambda bar: bar.group)),
        tuple((fill, meaning) for fill, meaning in keys if fill in used),
        paired and any(bar.frame for bar in bars),
    )


def _scaled(bar: Bar, whole: Decimal) -> Bar:
    """The bar with start and length of its stretches; `whole` is 100 per cent. Stretches of nothing are left out."""
    parts, done = [], Decimal(0)
    for part in bar.parts:
        if part.number:
            parts.append(Stretch(part.fill, part.number, _percent(done, whole), _percent(part.number, whole)))
        done += part.number
    frame = bar.frame and Stretch("whole", bar.frame.number, Decimal(0), _percent(bar.frame.number, whole))
    return replace(bar, parts=tuple(parts), frame=frame)


def _percent(number: Decimal, whole: Decimal) -> Decimal:
    return (number * 100 / whole).quantize(_STEP) if whole else Decimal(0)


def left_of(target: PublicTarget) -> int | None:
    """How many titles are still to be awarded to reach a target; None if no document states the target."""
    return None if target.target is None else max(0, target.target - target.awarded)


def target_bar(target: PublicTarget, unit: str, label: str = "", group: str = "") -> Bar:
    """A target as a frame, with what was awarded and what is in publicity; on a scale of its own."""
    goal = "文件未载明总目标" if target.target is None else f"总目标{target.target}{unit}"
    apart = [f"另有拟列入{target.proposed}{unit}"] if target.proposed else []
    apart += [f"已取消{target.revoked}{unit}（不计）"] if target.revoked else []
    bar = Bar(
        label=label or target.short_name,
        text=f"已列入{target.awarded}{unit}，{goal}",
        parts=(Stretch("done", Decimal(target.awarded)), Stretch("pending", Decimal(target.proposed))),
        frame=None if target.target is None else Stretch("whole", Decimal(target.target)),
        more="，".join(apart),
        group=group,
    )
    return _scaled(bar, bar.reach)

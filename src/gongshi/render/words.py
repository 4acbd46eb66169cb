"""Words of a title: where a line may end, and how much an end there hurts the sense (GB/T 9704-2012, 7.3.1)."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

LAWFUL = 10_000.0
"""A line end that costs less than this splits no word and no issuing organ's name."""

_SPLITS_WORD = 20 * LAWFUL
_SPLITS_ORGAN = 3 * LAWFUL
_SPLITS_SHORT_NAME = 30.0
_SPLITS_NAME = 7.0
_SPLITS_CITED = 12.0
_SHORT = 12
"""Characters up to which a name is kept whole as a word is."""

_CLOSING = frozenset("》）〕”’〉】)]、，。；：！？—…·,.;:!?%％")
_OPENING = frozenset("《（〔“‘〈【([")
_FIGURE = r"第?[0-9A-Za-z.%+~～—-]+(?:年度?|月份?|日|时|号|批次?|届|期|次|轮|号线|个|项|家|所|名|类|级|条|周年|版)?"
_WHOLE = re.compile(rf"（[^（）]{{1,12}}）|〔[^〔〕]*〕|“[^“”]{{1,8}}”|〈[^〈〉]{{1,8}}〉|{_FIGURE}")
"""What stays on one line: short brackets and quotations, figures with their unit."""
_CITED = re.compile(r"《[^《》]*》")

_LEANS_BACK = frozenset("的和及")
_MAY_BEGIN = frozenset(("并", "暨"))
"""Words of one character that may begin a line; all others belong to the word before."""
_LEANS_ON = frozenset(("d", "h", "p"))
"""Kinds of words that belong to the one after, by the segmenter's letters: 进一步, 非, 关于."""
_OPENS_PHRASE = frozenset("对将为在向由以从按把经至第各所该本拟不未")
_JOINING = frozenset(("和", "及", "及其", "与", "或", "以及", "暨"))
_QUALIFIERS = frozenset(
    (
        *("综合", "重点", "普通", "优秀", "一般", "主要", "重大", "先进", "特色", "专项", "基本"),
        *("有关", "相关", "部分", "国家", "全国", "全省", "全市"),
    )
)
"""Words that qualify the noun after them, so that a line should not end between."""
_HEADS = frozenset(
    (
        *("中心", "企业", "工程", "机构", "设施", "项目", "资金", "问题", "水平", "标准", "体系"),
        *("机制", "制度", "平台", "系统", "条例", "办法", "方案", "规划", "名单", "单位", "人员"),
    )
)
"""Nouns whose meaning the words before them give."""
_RANKS = frozenset(("委员会", "办公室", "指挥部", "管理局", "领导小组", "工作组", "小组"))
"""Words that end an organ's name."""
_MARKED = ((frozenset("）)"), 3.5), (_CLOSING, 1.5), (frozenset("的"), 4.0))
"""Characters, and the cost of a line end after them."""
_PERIOD = re.compile(r"[0-9]{4}年度?|[0-9]{4}[—-][0-9]{4}年|(?:第.+|首)[批届]")
_BEGINS = frozenset(("p", "d", "c"))
"""Kinds of words that open a phrase: prepositions, adverbs, conjunctions."""
_REGION_ENDS = frozenset("省市县区州国")
_QUALIFIES = frozenset(("a", "ad", "b", "m", "ns", "t"))
"""Kinds of words that belong to the noun after them: adjectives, numerals, names of places, times."""
_BETWEEN = {("v", "n"): 3.0, ("v", "v"): 4.0, ("n", "v"): 4.0, ("n", "n"): 4.0}
"""What an end between verbs and nouns costs; between others 3.5."""


@dataclass(frozen=True)
class _Word:
    """A word, what kind of word it is, and where it ends."""

    text: str
    kind: str
    end: int


def break_points(title: str, organs: Collection[str] = (), names: Collection[str] = ()) -> dict[int, float]:
    """Where a line of a title may end, and what that costs.

    Args:
        title: The title without BREAK.
        organs: Issuing organs, whose names are not split.
        names: Names known to the records: regions, schemes, programmes; split with reluctance.

    Returns:
        Cost by position. No line that ends at one of them splits a word, begins with a closing mark, 的, 和 or 及, or
        ends with an opening mark or a preposition.
    """
    organ_spans = _spans(title, organs)
    name_spans = _spans(title, (*names, *_terms()))
    # Within a long name, which a line may have to split, the shortest ones are kept whole.
    short = [name for name in names if len(name) <= _SHORT // 2]
    name_spans += [span for span in _spans(title, short) if span not in name_spans]
    fixed = {0, len(title)} | {edge for span in (*organ_spans, *name_spans) for edge in span}
    costs = {}
    for before, after in pairwise(_split(title, sorted(fixed))):
        cost = _cost(before, after)
        if cost is not None and not _opens(title, before.end):
            costs[before.end] = cost
    whole = [(span, _SPLITS_ORGAN) for span in organ_spans]
    whole += [(span, _SPLITS_SHORT_NAME if span[1] - span[0] <= _SHORT else _SPLITS_NAME) for span in name_spans]
    whole += [(found.span(), _SPLITS_CITED) for found in _CITED.finditer(title)]
    for (start, end), splits in whole:
        for at in costs.keys() & range(start + 1, end):
            costs[at] += splits
    return costs


def anywhere(title: str) -> dict[int, float]:
    """The cost of a line end at every position of a title whose words do not fit, more where none is allowed."""
    wrong = {
        at
        for at in range(1, len(title))
        if title[at] in _CLOSING | _LEANS_BACK or title[at].isspace() or _opens(title, at)
    }
    return {at: _SPLITS_WORD * (2 if at in wrong else 1) for at in range(1, len(title))}


def _terms() -> Iterator[str]:
    """Set terms of administration, which the segmenter takes for two words or more."""
    for line in (Path(__file__).parent / "terms.txt").read_text("utf-8").splitlines():
        yield from () if line.startswith("#") else line.split()


def _spans(title: str, names: Collection[str]) -> list[tuple[int, int]]:
    """Start and end of each name in the title, longest names first; a name inside another one is left out."""
    found: list[tuple[int, int]] = []
    for name in sorted((name for name in set(names) if len(name) > 1), key=lambda name: (-len(name), name)):
        for start in (match.start() for match in re.finditer(re.escape(name), title)):
            if not any(begin < start + len(name) and start < end for begin, end in found):
                found.append((start, start + len(name)))
    return found


def _split(title: str, edges: list[int]) -> Iterator[_Word]:
    """The words of the title; names begin and end a word."""
    for start, end in pairwise(edges):
        at = start
        for whole in _WHOLE.finditer(title, start, end):
            yield from _segmented(title[at : whole.start()], at)
            yield _Word(whole[0], "m" if whole[0][-1].isalnum() else "x", whole.end())
            at = whole.end()
        yield from _segmented(title[at:end], at)


def _segmented(text: str, start: int) -> Iterator[_Word]:
    if not text:
        return
    # Its dictionary takes a while to load, and most runs break no title.
    import rjieba  # noqa: PLC0415

    for word, kind in rjieba.tag(text):
        start += len(word)
        yield _Word(word, kind, start)


def _opens(title: str, at: int) -> bool:
    """Whether a line that ends at `at` ends with an opening mark; spaces at its end are not printed."""
    return title[:at].rstrip()[-1:] in _OPENING


def _cost(before: _Word, after: _Word) -> float | None:
    """The cost of a line end between two words; None if no line may end there."""
    last, first = before.text[-1], after.text[0]
    if first.isspace() or first in _CLOSING | _LEANS_BACK:
        return None
    if last.isspace():
        return 0.0
    if _leans_back(after) or _leans_on(before):
        return None
    return _weight(before, after) + (9.0 if before.text in _JOINING else 0.0)


def _leans_back(word: _Word) -> bool:
    return len(word.text) == 1 and word.text not in _MAY_BEGIN and word.text not in _OPENING


def _leans_on(word: _Word) -> bool:
    return word.text not in _JOINING and (word.text in _OPENS_PHRASE or word.kind in _LEANS_ON)


def _weight(before: _Word, after: _Word) -> float:
    """How closely two words belong together, from 0 (a new phrase) to 12 (parts of one word)."""
    if after.text == "关于":
        return 0.0
    by_mark = next((cost for marks, cost in _MARKED if before.text[-1] in marks), None)
    if by_mark is not None:
        return by_mark
    if after.text[0] in _OPENING:
        return 2.5
    if after.text in _RANKS or len(before.text) == 1:
        return 12.0
    return _looseness(before, after)


def _looseness(before: _Word, after: _Word) -> float:
    """How closely two words without a mark between them belong together."""
    is_region = after.kind == "ns" and after.text[-1] in _REGION_ENDS
    if is_region or _PERIOD.fullmatch(after.text) or after.kind in _BEGINS:
        return 2.0
    if before.text in _QUALIFIERS:
        return 8.0
    if before.kind in _QUALIFIES and not _PERIOD.fullmatch(before.text):
        return 6.0
    if after.text[0].isdigit():
        return 7.0
    return _BETWEEN.get((before.kind[0], after.kind[0]), 3.5) + (2.0 if after.text in _HEADS else 0.0)

"""Where a title breaks."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from gongshi.render.title import TITLE_WIDTH, break_title
from gongshi.render.words import LAWFUL, break_points
from gongshi.typography import BREAK

_CASES = Path(__file__).parents[1] / "cases" / "titles.txt"
_CLOSING = "》）〕”’〉】、，。；：！？"


def _accepted() -> dict[str, list[tuple[str, ...]]]:
    """Each title of the file with the ways to break it that an experienced clerk would let pass."""
    cases: dict[str, list[tuple[str, ...]]] = {}
    for line in _CASES.read_text("utf-8").splitlines():
        if line.startswith("    "):
            cases[next(reversed(cases))].append(tuple(line.strip().split(" ／ ")))
        elif line and not line.startswith("#"):
            cases[line] = []
    return cases


def _organs(title: str) -> tuple[str, ...]:
    """The issuing organs, which stand before the first 关于."""
    return tuple(title.partition("关于")[0].split())


def _room(line: str) -> float:
    return round(sum(1.0 if ord(c) > 0x2000 else 0.8 if c.isupper() else 0.6 for c in line), 1)


def _has_shape(lines: tuple[str, ...]) -> bool:
    """Whether no line is shorter than one above it and one below it: a trapezoid or a diamond, no hourglass."""
    rooms = [_room(line) for line in lines]
    steps = [after - before for before, after in pairwise(rooms) if after != before]
    return not any(first < 0 < second for first, second in pairwise(steps))


def _settings(title: str, ends: list[int], start: int = 0) -> Iterator[tuple[str, ...]]:
    """Every way to set the title in lines that fit and have three characters or more."""
    for end in (*ends, len(title)):
        line = title[start:end].strip()
        if end > start and len(line) > 2 and _room(line) <= TITLE_WIDTH:
            if end == len(title):
                yield (line,)
            else:
                yield from ((line, *rest) for rest in _settings(title, ends, end))


@pytest.mark.parametrize("title", _accepted())
def test_titles_of_many_subjects_break_as_a_clerk_would(title: str) -> None:
    """Each title breaks in one of the ways written down for it; | in the file is the record's own mark."""
    lines = break_title(title.replace("|", BREAK), _organs(title))

    assert lines in _accepted()[title]


def test_the_cases_are_of_many_subjects_and_keep_the_law() -> None:
    """The file has 80 titles or more, and what it accepts fits, has a shape, and begins and ends no line badly."""
    cases = _accepted()

    assert len(cases) >= 80
    for title, ways in cases.items():
        for lines in ways:
            assert "".join("".join(lines).split()) == "".join(title.replace("|", "").split())
            assert all(len(line) > 2 and _room(line) <= TITLE_WIDTH for line in lines), lines
            assert _has_shape(lines), lines
            assert not any(line[0] in "的和及" + _CLOSING or line[-1] in "《（〔“" for line in lines), lines


_PIECES = st.sampled_from(
    [
        *("关于", "印发", "开展", "进一步", "加强", "做好", "样例省", "样例市", "2024年度", "第三批", "省级", "全省"),
        *("企业", "产业", "基地", "乡村", "教育", "医疗保险", "安全生产", "管理", "建设", "示范", "工作", "办法"),
        *(
            "、",
            "和",
            "及",
            "的",
            "（试行）",
            "《",
            "》",
            "“",
            "”",
            "5G",
            " ",
            "通知",
            "意见",
            "中华人民共和国",
            "对",
            "张",
        ),
    ]
)


@given(st.lists(_PIECES, min_size=1, max_size=60).map("".join))
def test_no_character_is_lost_and_no_line_is_too_wide(title: str) -> None:
    """Whatever the title is, its lines hold all of it and fit the type area."""
    lines = break_title(title)

    assert "".join("".join(lines).split()) == "".join(title.split())
    assert all(_room(line) <= TITLE_WIDTH for line in lines)


@given(st.lists(_PIECES, min_size=8, max_size=22).map("".join))
@example("关于" * 8 + "《 关于关于")
def test_a_title_has_a_shape_where_its_words_allow_one(title: str) -> None:
    """If any setting splits no word, leaves no line of one or two characters and is no hourglass, so is the one chosen.

    Nor does any of its lines begin with 的, 和, 及 or a closing mark, or end with an opening one.
    """
    title = title.strip()
    assume(_room(title) > TITLE_WIDTH)
    ends = [at for at, cost in break_points(title).items() if cost < LAWFUL]
    assume(any(_has_shape(lines) for lines in _settings(title, ends)))

    lines = break_title(title)

    assert lines in set(_settings(title, ends))
    assert _has_shape(lines)
    assert not any(line[0] in "的和及" + _CLOSING for line in lines[1:])
    assert not any(line[-1] in "《（〔“" for line in lines[:-1])


@pytest.mark.parametrize(
    "title", ["永" * 120, "关于" + "2016" * 30 + "的通知", f"甲{BREAK}" * 30 + "乙", " " * 50, "关于的"]
)
def test_a_title_without_a_place_to_break_still_fits(title: str) -> None:
    """Lines are never wider than the type area, whatever the title is."""
    lines = break_title(title)

    assert "".join(lines).strip() == title.replace(BREAK, "").strip()
    assert all(_room(line) <= TITLE_WIDTH for line in lines)


def test_a_title_that_fits_takes_one_line() -> None:
    """Marks say where a line breaks if one must."""
    assert break_title(f"关于开展{BREAK}创建工作的通知") == ("关于开展创建工作的通知",)


def test_marks_go_before_the_sense_and_the_shape() -> None:
    """A title breaks at its marks alone if its lines then fit, and whoever wrote them is taken at his word."""
    marked = BREAK.join(("关于组织申报省级专精特新中小企业的", "认定工作", "和全省先进制造业企业复核工作的通知"))

    assert break_title(marked) == tuple(marked.split(BREAK))
    assert break_title(marked.replace(BREAK, "")) != tuple(marked.split(BREAK))


def test_a_mark_does_not_leave_a_stump() -> None:
    """A mark that would leave a line of two characters gives way."""
    lines = break_title(f"关于印发《样例省软件和信息服务业园区建设办法》的{BREAK}通知")

    assert lines[-1].endswith("》的通知")


def test_a_bar_is_a_character() -> None:
    """| is printed as it is."""
    assert break_title("关于甲|乙的通知") == ("关于甲|乙的通知",)


def test_organs_keep_their_line() -> None:
    """An issuing organ's name that fits on a line is not split, though its words would let it be."""
    organs = ("样例省教育厅", "样例省推动长江三角洲一体化发展领导小组")
    title = f"{' '.join(organs)}关于印发2024年工作要点的通知"

    assert break_title(title, organs) == (*organs, "关于印发2024年工作要点的通知")
    assert organs[1] not in break_title(title)


def test_names_of_the_records_are_whole_words() -> None:
    """A region whose name no dictionary has is not split if the records name it."""
    title = "关于公布2024年度沙城西湖新区节水型企业名单的通知"

    assert break_title(title, names=("沙城西湖新区",)) == ("关于公布2024年度沙城西湖新区", "节水型企业名单的通知")
    assert break_title(title) == ("关于公布2024年度沙城西湖", "新区节水型企业名单的通知")


def test_a_short_name_within_a_long_one_stays_whole() -> None:
    """A round's name is longer than a line and has to be split, the name of its honour in it is not."""
    names = ("2014年样例省工业和信息化融合国家示范区域创建", "示范区域")
    lines = break_title("关于公布2014年样例省工业和信息化融合国家示范区域创建2015年度绩效评价结果的通知", (), names)
    assert any("示范区域" in line for line in lines)

"""What the Regulations on the Disclosure of Government Information ask of a round's notices, by the text then in force.

The text of 2007 held from 2008-05-01, that of 2019 has held since 2019-05-15; a notice falls under the text of its day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gongshi.pages.values.cells import round_cell
from gongshi.pages.values.table import Column, Spec, Table, fill, text_cell
from gongshi.public.round import PublicProgramme


@dataclass(frozen=True)
class _Text:
    """One text of the Regulations: its name, the days it holds, and its duties in the order of `_DUTIES`."""

    key: str
    name: str
    begins: str
    """ISO date of the first day it holds."""
    ends: str
    """ISO date of the first day it no longer holds; empty if it still does."""
    lead_alone: bool
    """Whether the lead organ alone discloses what several organs made together."""
    duties: tuple[str, ...]

    def holds(self, iso: str) -> bool:
        """Whether it is in force on a day."""
        return self.begins <= iso and (not self.ends or iso < self.ends)


_DISCLOSED_WITHIN = 20
"""Working days from the forming of information to its disclosure, in both texts."""
_DUTIES = ("由谁公开", "何时公开", "以什么方式公开", "公开前的审查", "要求更正", "申请公开未列入本站的信息")


def _answered_within(days: int, article: str) -> str:
    """When a request is answered, in working days."""
    return f"不能当场答复的，自收到申请之日起{days}个工作日内答复；经同意可以延长，最长再加{days}个工作日（{article}）"


_TEXTS = (
    _Text(
        "text_2007",
        "2007年公布的条例（国务院令第492号）",
        "2008-05-01",
        "2019-05-15",
        lead_alone=False,
        duties=(
            "由制作信息的行政机关公开（第十七条）",
            f"自信息形成或者变更之日起{_DISCLOSED_WITHIN}个工作日内（第十八条）",
            "政府公报、政府网站、新闻发布会以及报刊、广播、电视等便于公众知晓的方式（第十五条）",
            "依照保守国家秘密法和其他有关规定审查（第十四条）",
            "有证据证明与自身相关的信息记录不准确的，有权要求更正；无权更正的机关应当转送有权更正的机关并告知申请人（第二十五条）",
            _answered_within(15, "第二十四条"),
        ),
    ),
    _Text(
        "text_2019",
        "2019年修订的条例（国务院令第711号）",
        "2019-05-15",
        "",
        lead_alone=True,
        duties=(
            "两个以上行政机关共同制作的，由牵头制作的机关公开（第十条）",
            f"自信息形成或者变更之日起{_DISCLOSED_WITHIN}个工作日内（第二十六条）",
            "在政府信息公开平台集中发布，平台应当能够检索、查阅、下载（第二十四条）",
            "依照保守国家秘密法和其他有关规定审查（第十七条）",
            "有证据证明与自身相关的信息记录不准确的，可以要求更正；有权更正的机关审核属实的，应当更正并告知申请人（第四十一条）",
            _answered_within(20, "第三十三条"),
        ),
    ),
)


def _texts_of(programme: PublicProgramme) -> Iterator[_Text]:
    """The texts that the notices of a round fall under."""
    return (text for text in _TEXTS if any(text.holds(notice.issued_on) for notice in programme.notices))


def duties_table(programmes: Sequence[PublicProgramme]) -> Table:
    """The duties, one column for each text that some notice of these rounds falls under."""
    texts = [text for text in _TEXTS if any(text in _texts_of(programme) for programme in programmes)]
    columns = (Column("duty", "事项", "name", heads=True), *(Column(text.key, text.name) for text in texts))
    rows = tuple(tuple(map(text_cell, row)) for row in zip(_DUTIES, *(text.duties for text in texts), strict=True))
    return Table("duties", "政府信息公开条例的有关规定", columns, rows)


class _Governed(NamedTuple):
    """A round with a text that its notices fall under."""

    round: PublicProgramme
    text: _Text


_ROUNDS: Spec[_Governed] = (
    (Column("programme", "申报项目", "name", heads=True), lambda governed: round_cell(governed.round)),
    (Column("text", "公文适用"), lambda governed: text_cell(governed.text.name)),
    (
        Column("organs", "负责公开的机关"),
        lambda governed: text_cell(
            governed.round.lead_organ if governed.text.lead_alone else "、".join(governed.round.organs)
        ),
    ),
)


def rounds_table(programmes: Sequence[PublicProgramme]) -> Table:
    """Which text the notices of each round fall under, and who has to disclose them."""
    pairs = [_Governed(programme, text) for programme in programmes for text in _texts_of(programme)]
    return Table("disclosure", "各年度公文适用的条例", *fill(_ROUNDS, pairs))

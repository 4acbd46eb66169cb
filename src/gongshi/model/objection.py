"""Objections (异议) raised during publicity: content/programmes/<programme>/objections.yaml. Internal."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from gongshi.model.base import Clause, Day, Identifier, Many, Record, Text
from gongshi.model.references import ApplicationId, WindowId

ObjectionState = Literal[
    "received", "accepted", "not_accepted", "investigating", "upheld", "partly_upheld", "rejected", "withdrawn"
]

STATE_NAMES: Mapping[ObjectionState, str] = {
    "received": "已收到",
    "accepted": "已受理",
    "not_accepted": "不予受理",
    "investigating": "核查中",
    "upheld": "成立",
    "partly_upheld": "部分成立",
    "rejected": "不成立",
    "withdrawn": "已撤回",
}
"""Each state as people name it."""

UNDECIDED: frozenset[ObjectionState] = frozenset({"received", "accepted", "investigating"})
"""States in which an objection is not decided yet: nothing may be announced."""

DECIDED: frozenset[ObjectionState] = frozenset({"upheld", "partly_upheld", "rejected"})
"""States in which an objection was accepted, investigated and decided."""


class Objection(Record, title="异议"):
    """One objection. Who raised it is confidential and never public."""

    id: Identifier = Field(title="异议编号")
    publicity: WindowId = Field(title="公示编号")
    application: ApplicationId = Field(title="申报号")
    received_on: Day = Field(title="收到日期")
    objector: Text | None = Field(
        None, title="异议人", json_schema_extra={"note": "姓名或单位名称，不公开；匿名的不填"}
    )
    """None if anonymous."""
    objector_kind: Literal["person", "unit"] = Field("person", title="异议人类型")
    matter: Clause = Field(title="异议事项")
    evidence: Many[Text] = Field((), title="证据材料")
    state: ObjectionState = Field("received", title="状态")
    accepted_on: Day | None = Field(None, title="受理日期")
    refusal: Clause | None = Field(None, title="不予受理的理由")
    investigation: Clause | None = Field(None, title="核查情况")
    decided_on: Day | None = Field(None, title="办结日期")
    conclusion: Clause | None = Field(
        None, title="处理意见", json_schema_extra={"note": "一句话，可能公开，不得出现异议人的姓名或名称"}
    )
    """The outcome in one sentence that may be made public; it must name nobody."""

    @property
    def undecided(self) -> bool:
        """Whether it is not decided yet, so that nothing may be announced."""
        return self.state in UNDECIDED

    def pending_on(self, day: Day) -> bool:
        """Whether it was not yet decided on a day, whatever its state is now."""
        return self.undecided or (self.decided_on is not None and self.decided_on > day)

    @property
    def conclusion_names_objector(self) -> bool:
        """Whether the conclusion, which may be made public, names the objector; spaces and widths of letters apart."""
        return self.objector is not None and self.conclusion_names(self.objector)

    def conclusion_names(self, name: str) -> bool:
        """Whether the conclusion holds a name, spaces and widths of letters apart."""
        return bare(name) in bare(self.conclusion or "")


_ENDINGS = re.compile("(有限|责任|股份|公司|集团|总?厂|中心|研究院|研究所|协会|[省市县区]?人民政府|[局厅委院所站])$")
_FEWEST = 2
"""Fewest characters that distinguish a unit: a single one does not."""


def distinguishing(name: str) -> str:
    """The part of a unit's name that distinguishes it from others of its sort; empty if only the whole name does."""
    part = name.strip()
    while (shorter := _ENDINGS.sub("", part)) != part and len(shorter) >= _FEWEST:
        part = shorter
    return part if part != name.strip() else ""


def bare(text: str) -> str:
    """A text made comparable: without spaces, full-width letters and signs as half-width ones."""
    return "".join(unicodedata.normalize("NFKC", text).split())

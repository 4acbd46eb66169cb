"""Types of fields that hold the id of another record, and the problems of ids that do not exist or are repeated."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from gongshi.diagnostics import Problem, error
from gongshi.model.base import Identifier, Record, Text

DUPLICATE_ID = error(
    "duplicate-id",
    "编号 {value} 重复。",
    "每个编号只能用一次，请改其中一个。",
    "The id {value} is used twice. Change one.",
)

UNKNOWN_REFERENCE = error(
    "unknown-reference",
    "没有编号为 {value} 的{kind}。",
    "请改正编号，或先在 {file} 中登记。",
    "There is no {kind_en} with the id {value}. Correct it or add it to {file}.",
)

UNKNOWN_COUNTY = error(
    "unknown-county",
    "区划表中没有 {value}。",
    "请改正代码，或在 content/regions.yaml 中登记。",
    "The division {value} is not in content/regions.yaml. Correct the code or add it.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Ref:
    """A kind of record that others refer to by id; it annotates the types of fields that do."""

    name: str
    """Its name in Chinese; {organ} stands for the short name of the organ that the record names as well."""
    english: str
    file: str
    """The file or folder of such records; {scheme} and {round} stand for their ids."""
    called: str = ""
    """The title of the field in messages; its own title if empty."""
    problem: Problem = UNKNOWN_REFERENCE
    """The problem that is reported for an id that does not exist."""


_SCHEME = "content/schemes/{scheme}.yaml"
_ROUND = "content/programmes/{round}/"

ORGAN = Ref("机关", "organ", "content/organs.yaml")
OFFICE = Ref("{organ}处室", "office of that organ", "content/organs.yaml", called="处室编号")
CITY = Ref("设区市", "city", "content/regions.yaml")
DIVISION = Ref("区划", "division", "content/regions.yaml", problem=UNKNOWN_COUNTY)
SCHEME = Ref("专项", "scheme", "content/schemes/")
CATEGORY = Ref("类别", "category", _SCHEME, called="类别")
METRIC = Ref("指标", "metric", _SCHEME)
TASK = Ref("任务", "task", _SCHEME)
CONDITION = Ref("条件或任务", "condition or task", _SCHEME)
MATERIAL = Ref("材料", "material", f"{_ROUND}programme.yaml")
CRITERION = Ref("评审指标", "criterion", f"{_ROUND}programme.yaml")
APPLICATION = Ref("申报", "application", f"{_ROUND}applications.yaml")
EXPERT = Ref("评审专家", "expert", f"{_ROUND}reviews.yaml")
WINDOW = Ref("公示", "publicity window", f"{_ROUND}results.yaml")
OBJECTION = Ref("异议", "objection", f"{_ROUND}objections.yaml")
NOTICE = Ref("公文", "other notice", f"{_ROUND}notices.yaml")

OrganId = Annotated[Identifier, ORGAN]
OfficeId = Annotated[Identifier, OFFICE]
CityCode = Annotated[Text, CITY]
DivisionId = Annotated[Identifier, DIVISION]
SchemeId = Annotated[Identifier, SCHEME]
CategoryId = Annotated[Identifier, CATEGORY]
MetricId = Annotated[Identifier, METRIC]
TaskId = Annotated[Identifier, TASK]
ConditionId = Annotated[Identifier, CONDITION]
MaterialId = Annotated[Identifier, MATERIAL]
CriterionId = Annotated[Identifier, CRITERION]
ApplicationId = Annotated[Identifier, APPLICATION]
ExpertId = Annotated[Identifier, EXPERT]
WindowId = Annotated[Identifier, WINDOW]
ObjectionId = Annotated[Identifier, OBJECTION]
NoticeId = Annotated[Identifier, NOTICE]


@cache
def referring_fields(kind: type[Record]) -> tuple[tuple[str, Ref], ...]:
    """The fields of a record type that hold one or several ids of other records, each with the kind of these."""
    found = ((name, _ref_in((info.annotation, *info.metadata))) for name, info in kind.model_fields.items())
    return tuple((name, ref) for name, ref in found if ref)


def _ref_in(parts: tuple[Any, ...]) -> Ref | None:
    """The Ref in a type annotation at any depth: of an optional value, of a list's items, of a mapping's keys."""
    for part in parts:
        if isinstance(part, Ref):
            return part
        inner = (*getattr(part, "__metadata__", ()), *getattr(part, "__args__", ()))
        if found := _ref_in(inner):
            return found
    return None


def ids_in(value: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The ids in the value of a field, each with its path there: a position in a list or a key of a mapping."""
    if isinstance(value, str):
        yield (), value
    elif isinstance(value, Mapping):
        yield from (((key,), key) for key in value)
    elif isinstance(value, tuple):
        yield from (((index,), item) for index, item in enumerate(value))

"""Fields that hold an id say of what; a new one that does not is named with its file."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, get_args

import pytest
from pydantic import Field
from round_factory import model_of, whole_round

from gongshi.model import references
from gongshi.model.application import DemonstrationProject
from gongshi.model.base import Identifier, Key, Many, Record
from gongshi.model.notice import NoticeRecord
from gongshi.model.references import CategoryId, OrganId, Ref, ids_in, referring_fields
from gongshi.model.walk import record_type
from gongshi.records.files import FILE_KINDS
from gongshi.rules.references import Scope

NO_RECORD: Mapping[tuple[type[Record], str], str] = {
    (DemonstrationProject, "credit_code"): "a firm's code in the national register",
    (NoticeRecord, "kind"): "a kind of notice is a part of the program, not a record",
}
"""Ids of what stands in no record, with the reason."""


def record_types() -> tuple[type[Record], ...]:
    """Every type of record that a file can hold."""
    found: dict[type[Record], None] = {}
    ahead = [kind.holds for kind in FILE_KINDS]
    while ahead:
        kind = ahead.pop()
        if kind not in found:
            found[kind] = None
            ahead += [inner for info in kind.model_fields.values() if (inner := record_type(info.annotation))]
    return tuple(found)


def own_ids(kinds: tuple[type[Record], ...]) -> Iterator[tuple[type[Record] | None, str]]:
    """The fields by which the items of lists are told apart."""
    for info in (info for kind in kinds for info in kind.model_fields.values()):
        yield from ((record_type(info.annotation), mark.field) for mark in info.metadata if isinstance(mark, Key))


def is_an_id(parts: Any) -> bool:
    """Whether an annotation, however deep, is checked as an id is."""
    return any(
        part is get_args(Identifier)[1]
        or is_an_id((*getattr(part, "__metadata__", ()), *getattr(part, "__args__", ())))
        for part in parts
    )


def unmarked(*kinds: type[Record]) -> list[str]:
    """Fields that hold an id, are not the record's own and do not say of what, with the file to mend."""
    own = {*own_ids(kinds), *((kind, "id") for kind in kinds), *NO_RECORD}
    return [
        f"src/{kind.__module__.replace('.', '/')}.py: {kind.__name__}.{name} names something by its id; give it a Ref"
        for kind in kinds
        for name, info in kind.model_fields.items()
        if (re.search("编号|申报号|代码", str(info.title)) or is_an_id((info.annotation, *info.metadata)))
        and name not in dict(referring_fields(kind))
        and (kind, name) not in own
    ]


def test_every_field_that_holds_an_id_says_of_what() -> None:
    """It is the record's own, or marked with a Ref, or names what is in no record."""
    assert unmarked(*record_types()) == []
    assert all(name in kind.model_fields for kind, name in NO_RECORD)


def test_a_field_without_a_mark_is_named_with_its_file() -> None:
    """By its title or by its type; the file is the one that defines the record."""

    class Invented(Record):
        organ: str = Field(title="机关编号")
        offices: Many[Identifier] = Field(title="处室")

    told = unmarked(Invented)

    assert [line.partition(": ")[0] for line in told] == [f"src/{__name__.replace('.', '/')}.py"] * 2
    assert ["Invented.organ" in told[0], "Invented.offices" in told[1]] == [True, True]


def test_marks_are_found_in_lists_options_and_keys() -> None:
    """A field may hold one id, none, several, or a value under each."""

    class Invented(Record):
        one: OrganId
        perhaps: OrganId | None = None
        several: Annotated[Many[CategoryId], Key("x")] = ()
        other: str = ""

    assert dict(referring_fields(Invented)) == {
        "one": references.ORGAN,
        "perhaps": references.ORGAN,
        "several": references.CATEGORY,
    }


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        (None, []),
        ("a", [((), "a")]),
        (("a", "b"), [((0,), "a"), ((1,), "b")]),
        ({"a": 1}, [(("a",), "a")]),
    ],
)
def test_ids_are_found_with_their_steps(value: Any, ids: list[tuple[tuple[str | int, ...], str]]) -> None:
    """The steps lead from the field to the id."""
    assert list(ids_in(value)) == ids


def test_everything_that_records_name_is_looked_up() -> None:
    """Whatever a field says it names is known to the rule, but for the scheme, without which there is no round."""
    r = whole_round()
    named = {ref for kind in record_types() for _, ref in referring_fields(kind)}
    known = {ref for ref, _ in Scope(model_of(r), r.scheme, r).registered}

    assert named == known | {references.SCHEME}
    assert named == {value for value in vars(references).values() if isinstance(value, Ref)}

"""A kind of notice is complete: row, function, template, record, refusal; what is missing is named."""

from dataclasses import fields, replace

import pytest
from refused_notices import REFUSED
from round_factory import RECORDS
from workspace_factory import REPOSITORY

from gongshi.documents.writer import Writer, lacks_nothing
from gongshi.documents.writers import WRITERS
from gongshi.model.kinds import KIND_BY_NAME, KINDS, SUBJECTS, Kind
from gongshi.model.notice import NoticeRecord

TEMPLATES = REPOSITORY / "templates" / "notices"


def missing_steps(writer: Writer) -> list[str]:
    """Steps of docs/how-to/add-a-notice-kind.md that were forgotten."""
    kind = writer.kind
    refusable = bool(kind.needs) or writer.lacks is not lacks_nothing
    steps = {
        "1 row in src/gongshi/model/kinds.py": kind in KINDS,
        "2 function and row in src/gongshi/documents/writers.py": writer in WRITERS,
        "3 template in templates/notices": (TEMPLATES / f"{kind.name}.md.j2").is_file(),
        "4 record in tests/support/round_factory.py": kind.name in {record.kind for record in RECORDS},
        "5 refusal in tests/support/refused_notices.py": kind.name in {name for name, _, _ in REFUSED} or not refusable,
    }
    return [step for step, done in steps.items() if not done]


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.kind.name)
def test_no_step_of_a_kind_is_forgotten(writer: Writer) -> None:
    """Each of the five steps is done."""
    assert missing_steps(writer) == []


def test_every_kind_has_a_writer() -> None:
    """The table of writers has the rows of the table of kinds, in their order."""
    assert [writer.kind for writer in WRITERS] == list(KINDS)


def test_a_forgotten_step_is_named() -> None:
    """A kind that nobody has carried through lacks all steps."""
    alone = replace(KINDS[0], name="invented", needs=("year",))

    steps = missing_steps(Writer(alone, WRITERS[0].compose, lacks_nothing))

    assert [step[0] for step in steps] == list("12345")


@pytest.mark.parametrize("column", [field.name for field in fields(Kind)])
def test_a_row_without_a_column_cannot_be_made(column: str) -> None:
    """No column has a default; the error names the one that is missing."""
    columns = {field.name: getattr(KINDS[0], field.name) for field in fields(Kind) if field.name != column}

    with pytest.raises(TypeError, match=f"missing 1 required keyword-only argument: '{column}'"):
        Kind(**columns)


def test_a_row_with_a_field_that_no_record_has_cannot_be_made() -> None:
    """The error names the kind, the field and the file."""
    with pytest.raises(ValueError, match=r"call: colour is none of SUBJECTS in model/kinds\.py"):
        replace(KINDS[0], needs=("colour",))

    assert set(SUBJECTS) <= set(NoticeRecord.model_fields)


def test_a_row_with_a_word_that_its_column_does_not_know_cannot_be_made() -> None:
    """The error names the kind, the column and the words that it may hold."""
    with pytest.raises(ValueError, match="call: audience must be one of 'public', 'addressee', 'internal'"):
        replace(KINDS[0], audience="publc")  # type: ignore[arg-type] # the slip is the test


def test_no_two_kinds_share_a_name() -> None:
    """A second row of a name would hide the first."""
    assert len(KIND_BY_NAME) == len(KINDS)


def test_every_template_is_a_kinds() -> None:
    """No template is left of a kind that is gone; shared passages begin with _."""
    templates = {path.name.removesuffix(".md.j2") for path in TEMPLATES.iterdir()}

    assert {name for name in templates if not name.startswith("_")} == {kind.name for kind in KINDS}

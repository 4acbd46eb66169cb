"""A kind of notice is complete: row, template, function, record, refusal, documentation; what is missing is named."""

import re
from dataclasses import replace

import pytest
from refused_notices import REFUSED
from round_factory import RECORDS
from workspace_factory import REPOSITORY

from gongshi.documents.fitness import SUBJECTS
from gongshi.documents.writer import Writer, lacks_nothing
from gongshi.documents.writers import WRITERS
from gongshi.model.kinds import KINDS
from gongshi.model.notice import NoticeRecord

DOCUMENTED = (REPOSITORY / "docs" / "kinds.md").read_text(encoding="utf-8")
FORMS = {"document": "文件", "letter": "信函", "minutes": "纪要", "plain": "白头"}
AUDIENCES = {"public": "公开", "addressee": "收文单位", "internal": "内部"}


def missing_steps(writer: Writer) -> list[str]:
    """Steps of docs/how-to/add-a-notice-kind.md that were forgotten."""
    kind = writer.kind
    refusable = bool(kind.needs) or writer.lacks is not lacks_nothing
    takes = f"（{fields(kind.takes)}）" if kind.takes else ""
    cells = (f"`{kind.name}`", kind.title, FORMS[kind.form], AUDIENCES[kind.audience], fields(kind.needs) + takes)
    steps = {
        "1 row: fields of the record": {*kind.needs, *kind.takes} <= set(SUBJECTS) & set(NoticeRecord.model_fields),
        "2 template": (REPOSITORY / "templates" / "notices" / f"{kind.name}.md.j2").is_file(),
        "3 function": writer.compose.__name__ == f"compose_{kind.name.replace('-', '_')}",
        "4 record in tests/support/round_factory.py": kind.name in {record.kind for record in RECORDS},
        "5 refusal in tests/support/refused_notices.py": kind.name in {name for name, _, _ in REFUSED} or not refusable,
        "6 row in docs/kinds.md": f"| {' | '.join(cells)} |" in DOCUMENTED,
    }
    return [step for step, done in steps.items() if not done]


def fields(names: tuple[str, ...]) -> str:
    """Names of fields as the documentation writes them."""
    return "、".join(f"`{name}`" for name in names)


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.kind.name)
def test_no_step_of_a_kind_is_forgotten(writer: Writer) -> None:
    """Each of the six steps is done."""
    assert missing_steps(writer) == []


def test_every_kind_has_a_writer() -> None:
    """The table of writers has the rows of the table of kinds, in their order."""
    assert [writer.kind for writer in WRITERS] == list(KINDS)


def test_a_forgotten_step_is_named() -> None:
    """A row alone lacks all the others."""
    alone = replace(KINDS[0], name="invented", title="样例", form="plain", needs=("colour",))

    steps = missing_steps(Writer(alone, WRITERS[0].compose, lacks_nothing))

    assert [step[0] for step in steps] == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
    ]


def test_every_template_and_every_row_of_the_documentation_is_a_kinds() -> None:
    """No template and no documentation is left of a kind that is gone; shared passages begin with _."""
    names = [kind.name for kind in KINDS]
    templates = {path.name.removesuffix(".md.j2") for path in (REPOSITORY / "templates" / "notices").iterdir()}

    assert {name for name in templates if not name.startswith("_")} == set(names)
    assert re.findall(r"^\| `([a-z-]+)` \|", DOCUMENTED, re.MULTILINE) == names

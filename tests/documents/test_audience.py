"""What is internal stays out of texts for the public: by the types they get, and by refusal if one asks for it."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from round_factory import RECORDS, model_of, whole_round
from workspace_factory import REPOSITORY, minimal_model

from gongshi.diagnostics import Diagnostic, Report
from gongshi.documents import rows
from gongshi.documents.audience import PUBLIC_FIELDS, is_internal
from gongshi.documents.compose import compose
from gongshi.documents.composing import IssuedNotice
from gongshi.documents.prose import Prose
from gongshi.documents.round_view import RoundView
from gongshi.documents.writers import WRITERS
from gongshi.model.base import Record
from gongshi.model.kinds import KIND_BY_NAME

PROGRAM = REPOSITORY / "templates"


def problems(folder: Path, kind: str, text: str) -> tuple[Diagnostic, ...]:
    """What composing the minimal workspace finds wrong when a template of its own has that text on its sixth line."""
    own = folder / "notices"
    own.mkdir(parents=True)
    blocks = f"{{% block title %}}样例{{% endblock %}}\n\n{{% block body %}}\n正文\n\n{text}\n{{% endblock %}}\n"
    lists = "{% block winners_title %}名单{% endblock %}{% block winners %}名单{% endblock %}\n"
    (own / f"{kind}.md.j2").write_text(blocks + lists, encoding="utf-8")
    return compose(minimal_model(), WRITERS, (folder, PROGRAM), Report())[2].diagnostics


@pytest.mark.parametrize(
    ("kind", "text", "field", "title"),
    [
        ("publicity", "{% for w in winners %}{{ w.findings }}{% endfor %}", "findings", "审核意见"),
        ("award", "{{ winners | map(attribute='recommendation') | join }}", "recommendation", "设区市推荐意见"),
        ("approval", "{{ winner.figures[0].value }}", "figures", "指标数值"),
        ("approval", "{{ notice.waivers }}", "waivers", "版式豁免"),
        ("call", "{{ lead.offices[0].person }}", "offices", "处室"),
        ("call", "{{ organs | map(attribute='offices') | join }}", "offices", "处室"),
    ],
)
def test_a_template_that_asks_for_an_internal_field_is_refused(
    tmp_path: Path, kind: str, text: str, field: str, title: str
) -> None:
    """The message names the field, its Chinese title, and the template with the line."""
    found = {d.value: d for d in problems(tmp_path, kind, text) if d.code == "template-internal"}

    assert found[field].field == title
    assert (found[field].place.file, found[field].place.line) == (f"templates/notices/{kind}.md.j2", 6)
    assert field in found[field].words[0]
    assert title in found[field].words[0]


@pytest.mark.parametrize(
    "text",
    [
        "{{ lead }}",
        '{{ lead ~ "" }}',
        "{{ [lead] | join }}",
        "{{ [lead.model_copy] | join }}",
        "{{ lead | trim }}",
        '{{ lead | replace("甲", "乙") }}',
        "{{ lead | list | first | last }}",
        "{{ (lead | list)[4][1] }}",
        "{% for field, value in lead %}{{ value }}{% endfor %}",
        "{% set id, name, rest = lead %}{{ name }}",
        '{{ [lead] | map("trim") | first }}',
        "{{ lead.model_dump }}",
        "{{ [lead] | months }}",
        "{{ [[lead]] | months }}",
        "{{ [[lead]] | join }}",
        "{{ [lead] ~ '' }}",
        "{{ lead.__dict__ }}",
    ],
)
def test_a_record_as_a_whole_is_no_text(tmp_path: Path, text: str) -> None:
    """However a template asks for a whole record, with its internal fields, it is refused at its line."""
    found = problems(tmp_path, "call", text)

    assert {d.code for d in found} <= {"template-failed", "template-internal", "template-syntax", "template-undefined"}
    assert {d.place.line for d in found} == {6}


def test_a_scheme_cannot_print_a_record_as_a_whole() -> None:
    """The texts of a scheme are read as templates of the public are."""
    model = minimal_model()
    round_ = next(iter(model.rounds.values()))
    terms = round_.scheme.terms.replace("\n", "\n{{ lead ~ '' }}\n", 1)
    scheme = round_.scheme.model_copy(update={"terms": terms})
    changed = dataclasses.replace(model, rounds={round_.programme.id: dataclasses.replace(round_, scheme=scheme)})

    found = compose(changed, WRITERS, (PROGRAM,), Report())[2].diagnostics

    assert {d.code for d in found} == {"template-failed"}


def test_texts_may_be_joined(tmp_path: Path) -> None:
    """Texts, numbers and days are joined as before."""
    text = "{{ lead.name ~ 1 ~ notice.issued_on }}{{ [lead.name, 1] | join('、') | replace('、', '') | trim }}"

    assert problems(tmp_path, "call", text) == ()


def test_a_slip_of_the_pen_is_no_internal_field(tmp_path: Path) -> None:
    """A name that no record knows is told as one that does not exist."""
    found = problems(tmp_path, "publicity", "{{ programme.nmae }}")

    assert {d.code for d in found} == {"template-undefined"}


def test_documents_for_the_commission_read_everything() -> None:
    """Minutes, score sheets and the eligibility summary are composed from raw records."""
    notices, _, report = compose(model_of(whole_round()), WRITERS, (PROGRAM,), Report())

    assert report.diagnostics == ()
    assert {n.kind for n in notices if n.audience == "internal"} == {
        kind.name for kind in KIND_BY_NAME.values() if kind.audience == "internal"
    }


def test_what_texts_for_the_public_get_leads_to_nothing_internal() -> None:
    """By their types: whatever a view, a list or a row of a notice holds is public, and so is all below it."""
    reached = {kind for start in (RoundView, IssuedNotice, *_dataclasses_of(rows)) for kind in _records_below(start)}

    assert reached <= set(PUBLIC_FIELDS), "list the record in documents/audience.py, or give a public type"


def test_fields_that_the_public_may_read_exist() -> None:
    """A name in the list that no record has would only look as if something were allowed."""
    strange = {(kind, name) for kind, names in PUBLIC_FIELDS.items() for name in names if not is_known(kind, name)}

    assert strange == set()


def is_known(kind: type[Record], name: str) -> bool:
    """Whether a record has a field or property of that name."""
    return name in kind.model_fields or hasattr(kind, name)


def test_what_templates_of_public_kinds_were_given_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """By their values, for a notice of every kind: plain values, public types and public records, at any depth."""
    given: list[tuple[str, Any]] = []
    block = Prose.block

    def recording(prose: Prose, template: str, name: str, context: Any) -> Any:
        given.extend((template, value) for value in context.values())
        return block(prose, template, name, context)

    monkeypatch.setattr(Prose, "block", recording)
    compose(model_of(whole_round()), WRITERS, (PROGRAM,), Report())

    public = {f"{record.kind}.md.j2" for record in RECORDS if KIND_BY_NAME[record.kind].audience == "public"}
    strange = {(template, type(value)) for template, one in given if template in public for value in _strange(one)}
    assert {template for template, _ in given} >= public
    assert strange == set()


def _strange(value: Any) -> Iterator[Any]:
    """Values below this one that the public must not get."""
    if isinstance(value, dict | tuple | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strange(item)
    elif isinstance(value, Record):
        if type(value) not in PUBLIC_FIELDS:
            yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _strange(getattr(value, field.name))
    elif value is not None and not isinstance(value, str | int | Decimal | dt.date):
        yield value


def _dataclasses_of(module: Any) -> tuple[type, ...]:
    return tuple(v for v in vars(module).values() if isinstance(v, type) and v.__module__ == module.__name__)


def _records_below(kind: type, seen: frozenset[type] = frozenset()) -> set[type]:
    """Record types that a type leads to by fields that are not internal."""
    if kind in seen:
        return set()
    found = {kind} if issubclass(kind, Record) else set()
    if issubclass(kind, Record) or dataclasses.is_dataclass(kind):
        for name, hint in get_type_hints(kind).items():
            if issubclass(kind, Record) and kind in PUBLIC_FIELDS and is_internal(kind, name):
                continue
            for below in _classes(hint):
                found |= _records_below(below, seen | {kind})
    return found


def _classes(hint: Any) -> Iterator[type]:
    if isinstance(hint, type):
        yield hint
    for part in getattr(hint, "__args__", ()):
        yield from _classes(part)

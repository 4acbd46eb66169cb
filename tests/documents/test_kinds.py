"""Whether a record can be a notice of its kind."""

from dataclasses import replace
from typing import Any

import pytest
from refused_notices import REFUSED
from round_factory import composed, model_of, whole_round
from workspace_factory import REPOSITORY, minimal_round, with_round

from gongshi.diagnostics import Diagnostic, Report
from gongshi.documents.compose import compose
from gongshi.documents.writers import WRITERS
from gongshi.model.notice import NoticeRecord
from gongshi.model.round import Round
from gongshi.rules import references
from gongshi.rules.check import check
from gongshi.rules.table import RULES

TEMPLATES = (REPOSITORY / "templates",)
NAMES = RULES.only(references.round_references_exist, references.review_references_exist)
"""The rules on what records name; a run asks them before it composes anything."""


def unfit(**changes: Any) -> list[tuple[str, str]]:
    """What is told when the award's record is changed."""
    records: list[NoticeRecord] = [
        n.model_copy(update=changes if n.id == "award" else {}) for n in minimal_round().notices
    ]
    model = with_round(replace(minimal_round(), notices=tuple(records)))
    _, _, report = compose(model, WRITERS, TEMPLATES, Report())
    return [(d.code, dict(d.facts).get("needed_en", dict(d.facts).get("forbidden_en", ""))) for d in report.diagnostics]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"document_no": None}, [("kind-needs", "document_no")]),
        ({"printed_on": None}, [("kind-needs", "printed_on")]),
        ({"document_no": None, "printed_on": None}, [("kind-needs", "document_no"), ("kind-needs", "printed_on")]),
        ({"application": "2021-hubin"}, [("kind-forbids", "application")]),
        ({"kind": "letter"}, [("unknown-kind", "")]),
        ({"document_no": None, "state": "draft"}, []),
    ],
)
def test_a_record_must_fit_its_kind(changes: dict[str, Any], told: list[tuple[str, str]]) -> None:
    """Each field that a kind needs or forbids is told by itself; a draft may wait for its number."""
    assert unfit(**changes) == told


def test_an_application_that_was_not_selected_gets_no_approval() -> None:
    """批复 grants: for a losing application it is told, at the field that names it, and never composed."""
    records = tuple(
        n.model_copy(update={"application": "2021-qingxi"} if n.id == "approval-bailu" else {})
        for n in minimal_round().notices
    )

    notices, _, report = compose(with_round(replace(minimal_round(), notices=records)), WRITERS, TEMPLATES, Report())

    assert [d.place.path for d in report.diagnostics] == [("notices", "#id=approval-bailu", "application")]
    assert "approval-bailu" not in {notice.id for notice in notices}


@pytest.mark.parametrize(("kind", "change", "told"), REFUSED, ids=[f"{kind}-{told[1]}" for kind, _, told in REFUSED])
def test_a_notice_that_cannot_be_is_refused(kind: str, change: Round | dict[str, Any], told: tuple[str, str]) -> None:
    """What a record of each kind lacks, or names in vain, is told once, and the notice is not composed."""
    original = next(record for record in whole_round().notices if record.kind == kind)
    round_ = change if isinstance(change, Round) else whole_round()
    record = original.model_copy(update=change) if isinstance(change, dict) else original
    concerned = next((each for each in whole_round().notices if each.id == original.concerns), None)
    call = whole_round().notices[0]
    others = [each for each in (call, concerned) if each and each.id != record.id]
    if record.concerns == "n21":
        others.append(whole_round().notices[-1])

    tried = replace(round_, notices=(*others, record))
    said = check(model_of(tried), NAMES, Report()).diagnostics
    in_vain = any(f"#id={record.id}" in d.place.path for d in said)
    notices, report = ((), Report(said)) if in_vain else composed(tried)

    found = [(d.code, _what(d)) for d in report.diagnostics if f"#id={record.id}" in d.place.path]
    assert [code for code, _ in found] == [told[0]]
    assert told[1] in found[0][1]
    assert record.id not in {notice.id for notice in notices}


def _what(diagnostic: Diagnostic) -> str:
    """What is needed, forbidden, or not there."""
    facts = dict(diagnostic.facts)
    return facts.get("needed") or facts.get("forbidden") or facts["kind"]

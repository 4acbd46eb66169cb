"""Whether a record can be a notice of its kind."""

from dataclasses import replace
from typing import Any

import pytest
from workspace_factory import REPOSITORY, minimal_round, with_round

from gongshi.diagnostics import Report
from gongshi.documents.compose import compose
from gongshi.documents.kinds import NOTICE_KINDS
from gongshi.model.notice import NoticeRecord

TEMPLATES = (REPOSITORY / "templates",)


def unfit(**changes: Any) -> list[tuple[str, str]]:
    """What is told when the award's record is changed."""
    records: list[NoticeRecord] = [
        n.model_copy(update=changes if n.id == "award" else {}) for n in minimal_round().notices
    ]
    model = with_round(replace(minimal_round(), notices=tuple(records)))
    _, _, report = compose(model, NOTICE_KINDS, TEMPLATES, Report())
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

    notices, _, report = compose(
        with_round(replace(minimal_round(), notices=records)), NOTICE_KINDS, TEMPLATES, Report()
    )

    assert [d.place.path for d in report.diagnostics] == [("notices", "#id=approval-bailu", "application")]
    assert "approval-bailu" not in {notice.id for notice in notices}

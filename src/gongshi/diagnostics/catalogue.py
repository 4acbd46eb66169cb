"""Every problem the program can name, with its wording in Chinese and English: one table."""

from gongshi.diagnostics.entry import Entry
from gongshi.diagnostics.of_eligibility import ELIGIBILITY
from gongshi.diagnostics.of_gates import GATES, SUPERVISION
from gongshi.diagnostics.of_kinds import KINDS
from gongshi.diagnostics.of_notices import NOTICES
from gongshi.diagnostics.of_records import FIELDS, FILES, REFERENCES, TEXT
from gongshi.diagnostics.of_review import REVIEW
from gongshi.diagnostics.of_rounds import DATES, ROUND
from gongshi.diagnostics.of_scaffolds import SCAFFOLDS
from gongshi.diagnostics.values import Diagnostic, Severity

CATALOGUE: dict[str, Entry] = {
    **FILES,
    **FIELDS,
    **REFERENCES,
    **TEXT,
    **ROUND,
    **DATES,
    **NOTICES,
    **ELIGIBILITY,
    **REVIEW,
    **GATES,
    **SUPERVISION,
    **SCAFFOLDS,
    **KINDS,
}


def severity_of(diagnostic: Diagnostic) -> Severity:
    """The severity of a diagnostic's code."""
    return CATALOGUE[diagnostic.code].severity


def wording(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Rule and remedy in Chinese, and both in English, with the diagnostic's values filled in."""
    entry = CATALOGUE[diagnostic.code]
    values = {"field": diagnostic.field, "value": diagnostic.value, "clause": diagnostic.clause}
    values |= dict(diagnostic.facts)
    return entry.rule.format(**values), entry.remedy.format(**values), entry.english.format(**values)

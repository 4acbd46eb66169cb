"""What is wrong, where, and what to do: problems as values, never as exceptions."""

from gongshi.diagnostics.catalogue import CATALOGUE, severity_of, wording
from gongshi.diagnostics.report import Report, Timing
from gongshi.diagnostics.values import Diagnostic, Place, Severity

__all__ = ["CATALOGUE", "Diagnostic", "Place", "Report", "Severity", "Timing", "severity_of", "wording"]

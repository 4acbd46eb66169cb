"""What a run has to tell: problems, timings, files written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gongshi.diagnostics.catalogue import severity_of
from gongshi.diagnostics.values import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one part of a run took."""

    part: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a run has to tell; grows by `plus`, is never changed."""

    diagnostics: tuple[Diagnostic, ...] = ()
    timings: tuple[Timing, ...] = ()
    written: tuple[str, ...] = ()
    """Outputs that were (or, in a dry run, would be) written, relative to the workspace."""
    removed: tuple[str, ...] = ()
    """Outputs that were (or would be) taken away because nothing makes them any more."""
    kept: int = 0
    """Outputs that were up to date."""
    reasons: tuple[tuple[str, str], ...] = ()
    """Task and why it had to be run again."""
    language: str = "zh"
    """Language the workspace wants on the terminal: zh or en."""

    def plus(
        self,
        *diagnostics: Diagnostic,
        timings: tuple[Timing, ...] = (),
    ) -> "Report":
        """The same report with more diagnostics and timings."""
        return replace(
            self,
            diagnostics=self.diagnostics + diagnostics,
            timings=self.timings + timings,
        )

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many problems there are of each severity."""
        found = [severity_of(diagnostic) for diagnostic in self.diagnostics]
        return {severity: found.count(severity) for severity in Severity}

    @property
    def has_errors(self) -> bool:
        """Whether any diagnostic is an error: then nothing is written."""
        return any(severity_of(diagnostic) is Severity.ERROR for diagnostic in self.diagnostics)

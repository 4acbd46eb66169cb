"""The three verdicts on a condition (met, not met, unknown), how they combine, and an assessment with its sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What the records say of a condition."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    """The records do not say yet."""


WORDS = {Verdict.MET: "符合", Verdict.NOT_MET: "不符合", Verdict.UNKNOWN: "待核实"}
"""The verdicts as staff read them, on the terminal and in documents."""


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """NOT_MET if any verdict is; else UNKNOWN if any is; else, and without verdicts, MET."""
    given = set(verdicts)
    if Verdict.NOT_MET in given:
        return Verdict.NOT_MET
    return Verdict.UNKNOWN if Verdict.UNKNOWN in given else Verdict.MET


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """MET if any verdict is; else UNKNOWN if any is; else, and without verdicts, NOT_MET."""
    given = set(verdicts)
    if Verdict.MET in given:
        return Verdict.MET
    return Verdict.UNKNOWN if Verdict.UNKNOWN in given else Verdict.NOT_MET


@dataclass(frozen=True)
class Assessment:
    """One condition, task or material held against an application."""

    item: str
    """Id of the condition, task or material."""
    verdict: Verdict
    sentence: str
    """What was found, what is wanted, by which clause, and the verdict; ends with 。."""
    clause: str
    """The clause that makes the demand, e.g. 方案二（一）; empty if it is the round's own."""
    where: tuple[str, ...]
    """Path in the application's record to the fact that decides, or to the field where it is missing."""
    parts: tuple["Assessment", ...] = ()
    """Of a group, its conditions in order."""
    on_evidence: bool = False
    """Whether it is met only because there is evidence, as for an exception."""

    @property
    def in_full(self) -> str:
        """The sentence followed by those of its parts, numbered, on one line."""
        below = (f"（{number}）{part.sentence}" for number, part in self.numbered())
        return self.sentence + "".join(below)

    def numbered(self, above: str = "") -> Iterator[tuple[str, "Assessment"]]:
        """All parts down to the last with their numbers: 1, 2, 2.1, 2.2, 3; none of a condition that is no group."""
        for n, part in enumerate(self.parts, start=1):
            yield f"{above}{n}", part
            yield from part.numbered(f"{above}{n}.")


def verdict_on(assessments: Iterable[Assessment]) -> Verdict:
    """The verdict on all assessments together."""
    return all_of(assessment.verdict for assessment in assessments)

"""The output of `invoke eligibility`: every application of a round with its verdict and the reasons for it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gongshi.desk.table import Table
from gongshi.model.application import Application
from gongshi.model.model import Model
from gongshi.model.round import Round
from gongshi.rules.completeness import complete
from gongshi.rules.eligibility import assess
from gongshi.rules.verdict import WORDS, Assessment, Verdict, verdict_on

HEAD = ("结论", "事项", "编号", "情况")


@dataclass(frozen=True)
class Assessed:
    """An application with its assessments."""

    application: Application
    county: str
    category: str
    eligibility: tuple[Assessment, ...]
    completeness: tuple[Assessment, ...]

    @property
    def verdict(self) -> Verdict:
        """Whether it is eligible and complete."""
        return verdict_on((*self.eligibility, *self.completeness))


def assessed(model: Model, r: Round) -> tuple[Assessed, ...]:
    """Every application of a round, assessed, in the order of the record."""
    categories = {category.id: category.short_name for category in r.scheme.categories}
    return tuple(
        Assessed(
            application,
            model.divisions[application.division].name
            if application.division in model.divisions
            else application.division,
            categories.get(application.category, application.category),
            assess(r.scheme, application),
            complete(r, application),
        )
        for application in r.applications
    )


def tables(found: Sequence[Assessed]) -> Iterator[Table]:
    """One table for each application: verdict, what it is about, and the sentence; parts below their group."""
    for one in found:
        title = f"{one.application.id}  {one.county}  {one.category}：{WORDS[one.verdict]}"
        rows = [*_rows("条件任务", one.eligibility), *_rows("申报材料", one.completeness)]
        yield title, HEAD, tuple(rows)


def _rows(about: str, assessments: Sequence[Assessment]) -> Iterator[tuple[str, ...]]:
    for assessment in assessments:
        yield WORDS[assessment.verdict], about, assessment.item, assessment.sentence
        for number, part in assessment.numbered():
            yield WORDS[part.verdict], about, part.item, f"（{number}）{part.sentence}"


def summary(found: Sequence[Assessed]) -> str:
    """How many are eligible, not eligible, open; and the remark that this is internal."""
    counts = Counter(one.verdict for one in found)
    counted = "，".join(f"{word}{counts[verdict]}件" for verdict, word in WORDS.items())
    return f"申报{len(found)}件：{counted}。内部资料，不对外提供。Internal, not for release."


def as_data(programme: str, found: Sequence[Assessed]) -> dict[str, Any]:
    """The same as plain data, for other programs."""
    return {
        "programme": programme,
        "applications": [
            {
                "id": one.application.id,
                "division": one.application.division,
                "county": one.county,
                "category": one.application.category,
                "verdict": one.verdict.value,
                "eligibility": [_assessment_as_data(assessment) for assessment in one.eligibility],
                "completeness": [_assessment_as_data(assessment) for assessment in one.completeness],
            }
            for one in found
        ],
    }


def _assessment_as_data(assessment: Assessment) -> dict[str, Any]:
    return {
        "id": assessment.item,
        "verdict": assessment.verdict.value,
        "sentence": assessment.sentence,
        "clause": assessment.clause,
        "on_evidence": assessment.on_evidence,
        "parts": [_assessment_as_data(part) for part in assessment.parts],
    }

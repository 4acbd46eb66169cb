"""All rules in one table; `check` asks each of them."""

from collections.abc import Callable, Iterator

from gongshi.diagnostics import Diagnostic, Report
from gongshi.model.whole import Model
from gongshi.rules import admission, applications, conditions, dates, numbers, references, review, selection, text

Rule = Callable[[Model], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    references.organs_exist,
    references.offices_exist,
    references.organs_named_once,
    references.categories_exist,
    references.cities_exist,
    references.divisions_exist,
    references.applications_exist,
    applications.one_application_per_county,
    applications.division_valid_at_its_date,
    applications.city_was_addressed,
    applications.brief_within_limit,
    conditions.metrics_exist,
    conditions.conditions_well_formed,
    conditions.condition_ids_unique,
    admission.facts_exist,
    admission.facts_named_once,
    admission.findings_where_asked,
    admission.winners_eligible,
    admission.winners_complete,
    admission.winners_assessed,
    *review.SOUND_SCORES,
    selection.within_quota,
    selection.every_application_has_an_outcome,
    selection.every_outcome_has_a_score,
    selection.winners_by_rank,
    selection.reserve_by_rank,
    selection.ties_settled,
    dates.stages_in_order,
    dates.year_fits,
    dates.applications_in_time,
    dates.notices_dated_as_recorded,
    dates.notices_in_order,
    dates.approvals_after_announcement,
    dates.publicised_before_announced,
    dates.not_dated_ahead,
    dates.window_long_enough,
    dates.window_starts_after_publication,
    dates.window_against_calendar,
    dates.award_after_window,
    dates.no_objection_stands,
    numbers.number_well_formed,
    numbers.number_of_the_lead_organ,
    numbers.number_of_the_year,
    numbers.number_unique,
    numbers.nothing_secret,
    text.text_lint,
)


def check(model: Model, rules: tuple[Rule, ...], report: Report) -> Report:
    """The report with what the rules have to say of the model."""
    return report.plus(*(diagnostic for rule in rules for diagnostic in rule(model)))

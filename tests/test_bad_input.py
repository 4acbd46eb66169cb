"""Bad input: each folder of tests/cases/bad is refused, or warned of, in exactly the words it expects."""

import re
import shutil
from pathlib import Path

import pytest
from catalogue import CATALOGUE
from command import invoke
from workspace_factory import BAD, EXPECTED, copy_workspace, lines, overlay, project_of, read, snapshot

from gongshi.composed import compose_project
from gongshi.diagnostics import Diagnostic, Report, Severity
from gongshi.publish import publish
from gongshi.records.locate import locate
from gongshi.rules.check import RoundRule, Rules, WorkspaceRule, check
from gongshi.rules.table import RULES

CASES = sorted(folder.name for folder in BAD.iterdir())
WAIVED = "title-hourglass-waived"
PRINTED = (
    "glyph-missing",
    "prose-indented",
    "prose-list",
    "prose-picture",
    "signers-too-wide",
    "title-hourglass",
    WAIVED,
)
"""Cases that only show when the documents are made."""
WRITTEN_ANEW = ("file-empty", "file-is-a-list", "file-not-utf8", "file-unknown", "programme-missing")
"""Cases with a whole record file, because the file itself is the fault."""
SHOWN_ELSEWHERE = {
    "file-too-large": "20 MB do not belong in a repository: tests/records/test_load.py makes such a file",
    "file-is-link": "links do not survive every checkout: tests/records/test_load.py makes them",
    "template-missing": "the program's own templates are never missing: tests/documents/test_prose.py takes them away",
    "pdf-failed": "a failure of Typst, not of the input",
    "docx-failed": "a failure of the writer, not of the input",
    "releases-spoilt": "an output, not a record: tests/engine/test_releases.py spoils it",
    "site-failed": "a failure of mkdocs or of a page template, not of the records",
}
CASE_OF_RULE = {
    "workspace_references_exist": "city-unknown",
    "round_references_exist": "organ-unknown",
    "review_references_exist": "expert-unknown",
    "former_divisions_in_time": "former-county-after-it-began",
    "no_division_before_itself": "county-before-itself",
    "one_application_per_county": "county-applied-twice",
    "division_valid_at_its_date": "county-not-yet-existing",
    "city_was_addressed": "city-not-addressed",
    "brief_within_limit": "brief-of-301-characters",
    "copies_as_described": "copies-otherwise-in-words",
    "conditions_well_formed": "eligibility-condition-without-value",
    "condition_ids_unique": "eligibility-condition-twice",
    "findings_where_asked": "eligibility-finding-on-a-figure",
    "winners_eligible": "eligibility-winner-below-the-value",
    "winners_complete": "materials-too-few-copies",
    "winners_assessed": "eligibility-not-recorded",
    "within_quota": "one-winner-too-many",
    "every_application_has_an_outcome": "outcome-missing",
    "every_outcome_has_a_score": "score-missing",
    "winners_by_rank": "rank-broken",
    "reserve_by_rank": "reserve-below-one-left-out",
    "ties_settled": "tie-at-the-cut",
    "plan_stated": "review-plan-missing",
    "criteria_add_up": "criteria-sum-to-105",
    "plan_leaves_totals": "plan-drops-every-score",
    "experts_score_once": "expert-scored-twice",
    "every_expert_scores": "expert-missing",
    "nobody_recused_scores": "expert-tied-to-county-scored",
    "panel_large_enough": "panel-too-small",
    "enough_may_score": "experts-too-few-after-recusal",
    "marks_by_criterion": "criterion-without-points",
    "points_in_range": "points-above-criterion",
    "stages_in_order": "review-after-publicity",
    "applications_in_time": "submitted-after-deadline",
    "year_fits": "round-of-another-year",
    "notices_dated_as_recorded": "call-dated-otherwise",
    "notices_in_order": "printed-before-issued",
    "notices_after_announcement": "approval-before-announcement",
    "publicised_before_announced": "award-before-publicity-approved",
    "notices_after_what_they_tell": "revocation-notice-before-decision",
    "not_dated_ahead": "notice-dated-ahead",
    "organs_named_once": "organ-named-twice",
    "nothing_secret": "notice-secret",
    "window_long_enough": "window-of-six-days",
    "window_starts_after_publication": "window-starts-on-publication",
    "window_against_calendar": "window-over-national-day",
    "award_after_window": "approval-inside-window",
    "no_objection_stands": "objection-standing",
    "windows_follow_substitutions": "window-before-substitution",
    "windows_name_the_proposed": "loser-publicised",
    "calendar_days_in_their_year": "calendar-day-of-another-year",
    "winners_publicised": "winner-not-publicised",
    "within_target": "target-overrun",
    "objections_in_time": "objection-late",
    "objections_by_name": "objection-anonymous",
    "objections_complete": "objection-without-conclusion",
    "conclusions_name_nobody": "conclusion-names-objector",
    "conclusions_hint_at_nobody": "conclusion-hints-at-objector",
    "objections_in_order": "objection-decided-before-accepted",
    "upheld_fall_out": "objection-upheld-still-in",
    "who_falls_out_was_in": "falls-out-not-proposed",
    "who_steps_in_is_next": "reserve-empty",
    "equals_step_in_for_a_reason": "reserve-tied",
    "substitutions_have_their_ground": "substitution-without-ground",
    "substitutions_in_order": "substitution-before-decision",
    "payments_within_amount": "payment-above-amount",
    "payments_in_yuan": "payment-in-wan",
    "payments_in_full": "payment-below-amount",
    "payments_within_years": "payment-in-a-third-year",
    "paid_by_the_right_payer": "payer-wrong",
    "lines_within_payment": "payment-lines-above-payment",
    "no_excluded_use": "payment-for-excluded-use",
    "earmarked_for_projects": "payment-not-earmarked",
    "reports_for_reporting_months": "report-for-no-reporting-month",
    "reports_within_plan": "report-before-announcement",
    "no_report_missing": "report-missing",
    "supervised_are_winners": "pilot-paid",
    "nothing_before_announcement": "payment-before-announcement",
    "nothing_after_revocation": "report-for-cancelled-title",
    "recorded_once": "report-twice",
    "evaluations_graded": "grade-unknown",
    "evaluations_of_their_year": "evaluation-of-another-year",
    "evaluations_of_all": "evaluation-of-some-winners",
    "rewards_after_evaluation": "reward-without-evaluation",
    "site_meetings_held": "site-meeting-missing",
    "site_meetings_of_their_year": "site-meeting-of-another-year",
    "leading_groups_set_up": "leading-group-missing",
    "notices_issued_once": "notice-issued-twice",
    "windows_leave_out_the_fallen": "fallen-publicised",
    "windows_name_once": "publicised-twice",
    "announced_before_followed_up": "approval-without-announcement",
    "nothing_left_by_withdrawal": "award-withdrawn-approval-left",
    "objections_to_the_publicised": "objection-beside-window",
    "payments_of_their_year": "payment-of-a-later-budget",
    "uses_with_their_task": "payment-line-without-task",
    "nothing_recorded_ahead": "leading-group-dated-ahead",
    "leading_groups_of_their_round": "leading-group-before-call",
    "rewards_earned": "reward-after-support-ended",
    "plaques_of_the_scheme": "plaque-unasked",
    "cancellations_published": "cancellation-untold",
    "reasons_where_they_count": "reserve-with-a-reason",
    "extension_announced": "extension-untold",
    "number_well_formed": "number-malformed",
    "number_of_the_lead_organ": "number-of-another-organ",
    "number_of_the_year": "number-of-another-year",
    "number_unique": "number-used-twice",
    "text_lint": "punctuation-half-width",
}
"""A case for each rule in which that rule alone has something to say."""


def expected(case: str) -> list[str]:
    """What a case's `expected.txt` says, without its first line, which tells what is wrong."""
    return (BAD / case / EXPECTED).read_text(encoding="utf-8").splitlines()[1:]


def assert_told(case: str, report: Report) -> None:
    """The report holds the expected problems of the case, each in whole sentences, and no other."""
    assert lines(report.diagnostics) == expected(case)
    assert all(is_a_sentence(found) for found in report.diagnostics)


@pytest.mark.parametrize("case", sorted(set(CASES) - set(PRINTED)))
def test_bad_input_is_told_with_its_place(case: str, tmp_path: Path) -> None:
    """A case gives its expected problems, each with file, line, field and value, and no other."""
    project = project_of(copy_workspace(tmp_path / "workspace", BAD / case))

    assert_told(case, compose_project(project).report)


def is_a_sentence(diagnostic: Diagnostic) -> bool:
    """Whether the wording is complete: one line each of Chinese rule and remedy and of English, nothing unfilled."""
    rule, remedy, english = diagnostic.words
    return rule.endswith("。") and bool(remedy) and bool(english) and not re.search(r"[{\n]\w", rule + remedy + english)


@pytest.mark.parametrize("case", CASES)
def test_first_line_of_a_case_says_what_is_wrong(case: str) -> None:
    """The first line of `expected.txt` tells a reader in Chinese what is wrong with the case."""
    first = (BAD / case / EXPECTED).read_text(encoding="utf-8").splitlines()[0]

    assert re.match(r"# .*[\u4e00-\u9fff].*。$", first)


@pytest.mark.parametrize("case", CASES)
def test_a_case_copies_no_record(case: str) -> None:
    """A case says only what it changes in the minimal workspace, so whoever changes that need not change the case."""
    assert (BAD / case / "content").exists() == (case in WRITTEN_ANEW)


@pytest.mark.parametrize("code", [code for code, entry in CATALOGUE.items() if entry.severity is not Severity.NOTE])
def test_every_problem_has_a_case(code: str) -> None:
    """Every error and warning of the catalogue is shown by a case, or has a reason to be shown elsewhere."""
    shown = {line.split()[2] for case in CASES for line in expected(case)}

    assert (code in shown) != (code in SHOWN_ELSEWHERE)


@pytest.mark.parametrize("rule", RULES.every, ids=lambda rule: rule.__name__)
def test_a_case_exercises_its_rule(rule: RoundRule | WorkspaceRule, tmp_path: Path) -> None:
    """The rule alone finds what is wrong with its case; the others find nothing more, and without it nothing at all."""
    assert rule.__name__ in CASE_OF_RULE, "make a case in tests/cases/bad and name it in CASE_OF_RULE of this file"
    case = CASE_OF_RULE[rule.__name__]
    model, records, report = read(copy_workspace(tmp_path / "workspace", BAD / case))

    alone = locate(check(model, RULES.only(rule), report), records)
    others = set(check(model, RULES, report).diagnostics) - set(check(model, RULES.only(rule), report).diagnostics)

    assert lines(alone.diagnostics) == expected(case)
    assert others == set()
    assert check(model, without(rule), report).diagnostics == report.diagnostics


def without(rule: RoundRule | WorkspaceRule) -> Rules:
    """The table without a rule, and without those that would speak in its place."""
    rows = tuple(row for row in RULES.rounds if rule not in (row.rule, *row.unless, *row.given))
    return Rules(tuple(other for other in RULES.workspace if other is not rule), rows)


def test_many_problems_are_told_in_one_run(tmp_path: Path) -> None:
    """Problems of syntax, of fields and between records, in eight files, are all in one report, sorted by place."""
    project = project_of(copy_workspace(tmp_path / "workspace", BAD / "many-problems"))
    report = compose_project(project).report

    places = [(d.place.file, d.place.line or 0) for d in report.diagnostics if d.severity is not Severity.NOTE]
    assert places == sorted(places)
    assert len({file for file, _ in places}) == 8
    assert len(places) == 11


REFUSED = ("window-of-six-days", "key-twice", "template-name-undefined", "file-empty", *sorted({*PRINTED} - {WAIVED}))
"""Cases in which a real run must leave what was published before: one for each stage at which a run can stop."""


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_run_leaves_what_was_published(case: str, published: Path) -> None:
    """However far a run came, after an error notices/ and site/ are as they were, to the byte and the time."""
    before = snapshot(published)
    overlay(published, BAD / case)

    report = publish(project_of(published))

    assert_told(case, report)
    assert (report.written, report.removed) == ((), ())
    assert snapshot(published) == before


def test_what_is_waived_is_told_and_published(published: Path) -> None:
    """A clause that a record waives is a warning; the run goes on."""
    overlay(published, BAD / WAIVED)

    report = publish(project_of(published))

    assert_told(WAIVED, report)
    assert report.written


@pytest.mark.parametrize("case", ["window-of-six-days", "many-problems", "glyph-missing"])
def test_the_command_tells_bad_input_and_exits_with_1(case: str, published: Path) -> None:
    """`invoke publish` prints each problem with its place, code and remedy, says that nothing was released, exits 1."""
    before = snapshot(published)
    overlay(published, BAD / case)

    run = invoke(published, "publish")

    assert run.returncode == 1
    assert run.stderr == ""
    for problem in expected(case):
        place, _, code = problem.split()[:3]
        assert f"{place}  " in run.stdout
        assert f"({code})" in run.stdout
    assert "没有发布，原有的公文和网站未动" in run.stdout
    assert "Traceback" not in run.stdout
    assert not (published / "build" / "error.log").exists()
    assert snapshot(published) == before


def test_a_good_run_after_a_refused_one_publishes(published: Path) -> None:
    """Once the record is mended the next run goes through, as if nothing had been."""
    before = snapshot(published)
    good = published.with_name("good")
    shutil.copytree(published / "content", good)
    overlay(published, BAD / "glyph-missing")
    assert publish(project_of(published)).has_errors
    shutil.copytree(good, published / "content", dirs_exist_ok=True)

    report = publish(project_of(published))

    assert not report.has_errors
    assert report.written == ()
    assert snapshot(published) == before


def test_a_failure_of_the_layout_is_told_in_chinese(tmp_path: Path) -> None:
    """The clerk reads which document failed and what to do; Typst's own words are in the line for maintainers alone."""
    workspace = copy_workspace(tmp_path / "workspace")
    layout = workspace / "templates" / "print" / "gongwen.typ"
    layout.parent.mkdir(parents=True)
    layout.write_text('#panic("no such thing")\n', encoding="utf-8")

    failed = [found for found in publish(project_of(workspace)).diagnostics if found.code == "pdf-failed"]

    assert len(failed) == 5
    for found in failed:
        rule, remedy, english = found.words
        assert found.place.file.endswith("notices.yaml")
        assert not re.search("[A-Za-z]", (rule + remedy).replace("PDF", ""))
        assert "no such thing" in english
        assert "\n" not in english

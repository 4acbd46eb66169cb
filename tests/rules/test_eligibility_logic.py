"""Three-valued logic: what no order, no grouping and no further fact may change."""

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from workspace_factory import minimal_round

from gongshi.model.application import Figure, Finding
from gongshi.model.scheme import Condition, Metric
from gongshi.rules.eligibility import assess
from gongshi.rules.verdict import Verdict, all_of, any_of

VERDICTS = st.lists(st.sampled_from(Verdict), max_size=6)
WORSE_FIRST = (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.MET)
METRICS = tuple(Metric(id=f"m{n}", name=f"指标{n}") for n in range(3))
VALUE = 10


def opposite(verdict: Verdict) -> Verdict:
    """Met and not met change places."""
    return WORSE_FIRST[2 - WORSE_FIRST.index(verdict)]


@given(VERDICTS, st.data())
def test_order_changes_nothing(verdicts: list[Verdict], data: st.DataObject) -> None:
    """A group's verdict is the same in whatever order its parts stand."""
    shuffled = data.draw(st.permutations(verdicts))

    assert all_of(shuffled) == all_of(verdicts)
    assert any_of(shuffled) == any_of(verdicts)


@given(VERDICTS, st.integers(0, 5), st.sampled_from(Verdict))
def test_a_better_part_never_makes_a_group_worse(verdicts: list[Verdict], at: int, other: Verdict) -> None:
    """Not met, open, met: as a part rises the whole does not sink."""
    if at >= len(verdicts):
        return
    low, high = sorted((verdicts[at], other), key=WORSE_FIRST.index)
    lower, higher = [*verdicts], [*verdicts]
    lower[at], higher[at] = low, high

    for combine in (all_of, any_of):
        assert WORSE_FIRST.index(combine(lower)) <= WORSE_FIRST.index(combine(higher))


@given(VERDICTS, st.lists(st.sampled_from((Verdict.MET, Verdict.NOT_MET)), min_size=6, max_size=6))
def test_what_is_settled_stays_settled(verdicts: list[Verdict], answers: list[Verdict]) -> None:
    """Whatever the open parts turn out to be, a verdict already given stands, and in the end nothing is open."""
    told = [a if v is Verdict.UNKNOWN else v for v, a in zip(verdicts, answers, strict=False)]

    for combine in (all_of, any_of):
        assert combine(verdicts) in {Verdict.UNKNOWN, combine(told)}
        assert combine(told) is not Verdict.UNKNOWN


@given(VERDICTS)
def test_the_two_groups_mirror_each_other(verdicts: list[Verdict]) -> None:
    """That any is met fails exactly as all of the opposites hold."""
    assert any_of(verdicts) == opposite(all_of(opposite(verdict) for verdict in verdicts))


@given(VERDICTS, VERDICTS)
def test_grouping_changes_nothing(some: list[Verdict], others: list[Verdict]) -> None:
    """Parts in a group within a group of the same sort count as if they stood there themselves."""
    assert all_of([all_of(some), all_of(others)]) == all_of(some + others)
    assert any_of([any_of(some), any_of(others)]) == any_of(some + others)


def leaves(number: int) -> st.SearchStrategy[Condition]:
    """A condition decided by a figure or by a finding."""
    by_figure = st.builds(
        lambda metric, way: Condition(
            id=f"c{number}", metric=metric.id, comparison=way, value=Decimal(VALUE), clause="二"
        ),
        st.sampled_from(METRICS),
        st.sampled_from(("at_least", "at_most")),
    )
    by_finding = st.builds(
        lambda name, proof: Condition(id=name, statement="条件", needs_evidence=proof, clause="二"),
        st.sampled_from(("f0", "f1", "f2")),
        st.booleans(),
    )
    return by_figure | by_finding


def groups(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    """A group of either sort."""
    some = st.lists(parts, min_size=1, max_size=4).map(tuple)
    every = some.map(lambda c: Condition(id="g", all_of=c, clause="二"))
    return every | some.map(lambda c: Condition(id="g", any_of=c, clause="二"))


CONDITIONS = st.recursive(leaves(0), groups, max_leaves=8)
FIGURES = st.dictionaries(st.sampled_from(("m0", "m1", "m2")), st.integers(0, 2 * VALUE))
FINDINGS = st.dictionaries(st.sampled_from(("f0", "f1", "f2")), st.tuples(st.booleans(), st.booleans()))


def verdict_of(condition: Condition, figures: dict[str, int], findings: dict[str, tuple[bool, bool]]) -> Verdict:
    """The verdict on one condition for an applicant with these figures and findings."""
    round_ = minimal_round()
    scheme = round_.scheme.model_copy(update={"conditions": (condition,), "metrics": METRICS})
    facts = {
        "category": "none",
        "figures": tuple(Figure(metric=m, value=Decimal(v), source="年报") for m, v in figures.items()),
        "findings": tuple(
            Finding(condition=c, met=met, evidence="文件" if proof else None) for c, (met, proof) in findings.items()
        ),
    }
    (found,) = assess(scheme, round_.applications[0].model_copy(update=facts))
    assert found.sentence.endswith("。")
    assert found.clause in found.sentence
    return found.verdict


@given(CONDITIONS, FIGURES, FINDINGS, FIGURES, FINDINGS)
def test_a_further_fact_never_turns_a_verdict_over(
    condition: Condition,
    figures: dict[str, int],
    findings: dict[str, tuple[bool, bool]],
    more: dict[str, int],
    further: dict[str, tuple[bool, bool]],
) -> None:
    """Figures and findings that come in later settle what was open and leave what was settled."""
    before = verdict_of(condition, figures, findings)

    assert before in {Verdict.UNKNOWN, verdict_of(condition, more | figures, further | findings)}


def reversed_parts(condition: Condition) -> Condition:
    """The condition with the parts of every group in the opposite order."""

    def turned(parts: Sequence[Condition]) -> tuple[Condition, ...]:
        return tuple(reversed_parts(part) for part in reversed(parts))

    return condition.model_copy(update={"all_of": turned(condition.all_of), "any_of": turned(condition.any_of)})


@given(CONDITIONS, FIGURES, FINDINGS)
def test_the_order_of_conditions_and_facts_changes_no_verdict(
    condition: Condition, figures: dict[str, int], findings: dict[str, tuple[bool, bool]]
) -> None:
    """Records may list parts, figures and findings in any order."""
    turned = verdict_of(reversed_parts(condition), dict(reversed(figures.items())), dict(reversed(findings.items())))

    assert turned is verdict_of(condition, figures, findings)


@given(CONDITIONS)
def test_without_any_fact_everything_is_open(condition: Condition) -> None:
    """Nobody is refused or let in for want of a record."""
    assert verdict_of(condition, {}, {}) is Verdict.UNKNOWN

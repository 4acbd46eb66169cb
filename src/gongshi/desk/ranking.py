"""The output of `invoke rank`: the method, and each category's ranking with every step from points to outcome."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any

from gongshi.desk.table import Table
from gongshi.diagnostics import Report
from gongshi.model.model import Model
from gongshi.model.ranking import RankedApplication
from gongshi.model.result import OUTCOME_NAMES
from gongshi.model.round import Round
from gongshi.model.scheme import Category
from gongshi.records.load import Records
from gongshi.records.locate import locate
from gongshi.rules import review, selection
from gongshi.rules.check import check
from gongshi.rules.selection import quota_line
from gongshi.rules.table import RULES

SHOWN_DECIMALS = 6
"""Decimals of an exact mean that are shown; an ellipsis stands for more."""


def problems(records: Records, model: Model, programme: str) -> Report:
    """The report of the rules on scores, ranks and outcomes for one round, with line and column."""
    one = replace(model, rounds={programme: model.rounds[programme]})
    by_rank = (selection.winners_by_rank, selection.reserve_by_rank, selection.ties_settled)
    rules = RULES.only(*review.SOUND_SCORES, *by_rank, selection.within_quota)
    return locate(check(one, rules, Report(language=model.workspace.language)), records)


def method(r: Round) -> Iterator[str]:
    """How and by whom the ranking is made, as lines of text; a remark if there are no scores yet."""
    plan, review = r.programme.review, r.review
    if plan is None or review is None or not review.scores:
        yield "还没有评审得分。No scores yet."
        return
    names = {criterion.id: criterion.name for criterion in plan.criteria}
    points = "、".join(f"{criterion.name}{criterion.points}分" for criterion in plan.criteria)
    dropped = f"去掉{plan.dropped}个最高总分和{plan.dropped}个最低总分，取其余总分" if plan.dropped else "取各专家总分"
    ties = (
        f"得分相同的，依次比较{'、'.join(names[i] for i in plan.ties)}的平均分" if plan.ties else "得分相同的，名次相同"
    )
    yield (
        f"评审办法（{plan.clause}）：{points}；每件申报至少{plan.minimum_experts}名专家评分，"
        f"{dropped}的平均分，四舍五入到{plan.decimals}位小数；{ties}。"
    )
    experts = (f"{e.id} {e.name}{'（组长）' if e.id == review.chair else ''}" for e in review.experts)
    yield f"{review.panel}（{review.held_on}）：{'、'.join(experts)}。"
    for application in r.applications:
        for expert, reason in r.recused[application.id].items():
            yield f"回避：{expert} 不评 {application.id}（{reason}）。"
    for left_out, reason in r.passed_over.items():
        yield f"不按排名：{left_out}（{reason}）。"
    for substitution in r.results.substitutions if r.results else ():
        steps_in = f"{substitution.steps_in} 递补" if substitution.steps_in else "没有递补"
        yield f"{substitution.decided_on} {substitution.falls_out} 退出，{steps_in}。"
    brackets = "括号内的总分去掉不计。" if plan.dropped else ""
    yield f"{brackets}内部资料，不对外提供。Internal, not for release."


def tables(model: Model, r: Round) -> Iterator[Table]:
    """One table for each category with applications, the best first, with a line where the quota ends."""
    ranking = r.ranking
    for category in r.scheme.categories:
        ids = [application.id for application in r.applications if application.category == category.id]
        if ids:
            yield _table(model, r, category, ranking.get(category.id, ()))


def _table(model: Model, r: Round, category: Category, ranked: Sequence[RankedApplication]) -> Table:
    experts = [expert.id for expert in r.review.experts] if r.review else []
    decimals = max((-int(t.points.as_tuple().exponent) for s in ranked for t in s.totals), default=0)
    used = _ties_used(r, ranked)
    head = [
        "名次",
        "申报",
        "地区",
        *experts,
        "平均分",
        "得分",
        *(["同分比较"] if any(used.values()) else []),
        "评审结果",
    ]
    rows = []
    for one in ranked:
        application = one.application
        steps = (*_totals(one, experts, max(decimals, 0)), _decimal(one.mean), str(one.score))
        ties = (used[application],) if any(used.values()) else ()
        first_cells = (str(one.rank), application, _county(model, r, application))
        rows.append((*first_cells, *steps, *ties, _outcome(r, application)))
    quota = f"名额{r.programme.quota_of(category.id)}个"
    line = ("──", quota, *("──",) * (len(head) - 2))
    rows.insert(quota_line(r, category.id, ranked), line)
    for application in _unranked(r, category, ranked):
        blank = ("—",) * (len(head) - 4)
        rows.append(("—", application, _county(model, r, application), *blank, _outcome(r, application)))
    return f"{category.name}（{category.id}）", tuple(head), tuple(rows)


def _unranked(r: Round, category: Category, ranked: Sequence[RankedApplication]) -> list[str]:
    ids = {one.application for one in ranked}
    return [a.id for a in r.applications if a.category == category.id and a.id not in ids]


def _county(model: Model, r: Round, application: str) -> str:
    division = r.application(application).division
    return model.divisions[division].name if division in model.divisions else division


def _totals(one: RankedApplication, experts: Sequence[str], decimals: int) -> tuple[str, ...]:
    shown = {t.expert: f"{t.points:.{decimals}f}" if t.counts else f"({t.points:.{decimals}f})" for t in one.totals}
    return tuple("回避" if expert in one.recused else shown.get(expert, "—") for expert in experts)


def _outcome(r: Round, application: str) -> str:
    proposed = r.proposed.get(application)
    return OUTCOME_NAMES[proposed] if proposed else "（未定）"


def _ties_used(r: Round, ranked: Sequence[RankedApplication]) -> dict[str, str]:
    """By application, the criterion means that decided between it and others of the same score, in words."""
    plan = r.programme.review
    names = {criterion.id: criterion.name for criterion in plan.criteria} if plan else {}
    order = [names.get(criterion, criterion) for criterion in plan.ties] if plan else []
    used = {}
    for _, group in groupby(ranked, key=lambda one: one.score):
        equals = list(group)
        for one in equals:
            depth, open_ = _compared(one, equals)
            words = [f"{order[i]}{_decimal(one.ties[i])}" for i in range(depth)]
            used[one.application] = "，".join(words + ["仍相同"] * open_)
    return used


def _compared(one: RankedApplication, equals: Sequence[RankedApplication]) -> tuple[int, bool]:
    """How many criteria are compared until one differs from all others of its score, and whether some stay equal."""
    depth, still_equal = 0, False
    for other in equals:
        if other is not one:
            differs = [i for i, (a, b) in enumerate(zip(one.ties, other.ties, strict=True)) if a != b]
            depth = max(depth, differs[0] + 1 if differs else len(one.ties))
            still_equal = still_equal or not differs
    return depth, still_equal


def _decimal(value: Fraction) -> str:
    """An exact mean in decimals: complete if it has few, otherwise cut off with an ellipsis, never rounded."""
    scaled, rest = divmod(value.numerator * 10**SHOWN_DECIMALS, value.denominator)
    text = f"{Decimal(scaled).scaleb(-SHOWN_DECIMALS):f}"
    return f"{text}…" if rest else text.rstrip("0").rstrip(".")


def as_data(model: Model, r: Round) -> dict[str, Any]:
    """The same as plain data; figures are text, so that no digit is lost, and exact means are fractions."""
    ranking = r.ranking
    return {
        "programme": r.programme.id,
        "categories": [
            {
                "id": category.id,
                "places": r.programme.quota_of(category.id),
                "above_quota_line": quota_line(r, category.id, ranking.get(category.id, ())),
                "standings": [_ranked_as_data(model, r, one) for one in ranking.get(category.id, ())],
                "unranked": _unranked(r, category, ranking.get(category.id, ())),
            }
            for category in r.scheme.categories
        ],
    }


def _ranked_as_data(model: Model, r: Round, one: RankedApplication) -> dict[str, Any]:
    application = r.application(one.application)
    criteria = r.programme.review.ties if r.programme.review else ()
    return {
        "rank": one.rank,
        "application": application.id,
        "county": _county(model, r, application.id),
        "totals": [
            {"expert": total.expert, "points": f"{total.points:f}", "counts": total.counts} for total in one.totals
        ],
        "recused": dict(r.recused[application.id]),
        "mean": str(one.mean),
        "score": str(one.score),
        "ties": {criterion: str(mean) for criterion, mean in zip(criteria, one.ties, strict=True)},
        "outcome": r.proposed.get(application.id),
        "after_substitution": r.outcomes.get(application.id),
        "reason": r.passed_over.get(application.id),
    }

"""What `invoke rank` tells: the method, and each category's ranking with every step from points to outcome."""

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
    """What the rules on scores, ranks and outcomes have to say of one round, with lines in its records."""
    one = replace(model, rounds={programme: model.rounds[programme]})
    by_rank = (selection.winners_by_rank, selection.reserve_by_rank, selection.ties_settled)
    asked = RULES.only(*review.SOUND_SCORES, *by_rank, selection.within_quota)
    return locate(check(one, asked, Report(language=model.workspace.language)), records)


def method(round_: Round) -> Iterator[str]:
    """How the ranking is made, and by whom, in a few lines; that there are no scores yet, if so."""
    plan, review = round_.programme.review, round_.review
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
    for application in round_.applications:
        for expert, reason in round_.recused[application.id].items():
            yield f"回避：{expert} 不评 {application.id}（{reason}）。"
    for left_out, reason in round_.passed_over.items():
        yield f"不按排名：{left_out}（{reason}）。"
    for substitution in round_.results.substitutions if round_.results else ():
        steps_in = f"{substitution.steps_in} 递补" if substitution.steps_in else "没有递补"
        yield f"{substitution.decided_on} {substitution.falls_out} 退出，{steps_in}。"
    brackets = "括号内的总分去掉不计。" if plan.dropped else ""
    yield f"{brackets}内部资料，不对外提供。Internal, not for release."


def tables(model: Model, round_: Round) -> Iterator[Table]:
    """One table for each category with applications, the best first, with a line where the quota ends."""
    ranking = round_.ranking
    for category in round_.scheme.categories:
        ids = [application.id for application in round_.applications if application.category == category.id]
        if ids:
            yield _table(model, round_, category, ranking.get(category.id, ()))


def _table(model: Model, round_: Round, category: Category, ranked: Sequence[RankedApplication]) -> Table:
    experts = [expert.id for expert in round_.review.experts] if round_.review else []
    decimals = max((-int(t.points.as_tuple().exponent) for s in ranked for t in s.totals), default=0)
    used = _ties_used(round_, ranked)
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
        named = (str(one.rank), application, _county(model, round_, application))
        rows.append((*named, *steps, *ties, _outcome(round_, application)))
    places = f"名额{round_.programme.places(category.id)}个"
    line = ("──", places, *("──",) * (len(head) - 2))
    rows.insert(quota_line(round_, category.id, ranked), line)
    for application in _unranked(round_, category, ranked):
        blank = ("—",) * (len(head) - 4)
        rows.append(("—", application, _county(model, round_, application), *blank, _outcome(round_, application)))
    return f"{category.name}（{category.id}）", tuple(head), tuple(rows)


def _unranked(round_: Round, category: Category, ranked: Sequence[RankedApplication]) -> list[str]:
    ids = {one.application for one in ranked}
    return [a.id for a in round_.applications if a.category == category.id and a.id not in ids]


def _county(model: Model, round_: Round, application: str) -> str:
    division = round_.application(application).division
    return model.divisions[division].name if division in model.divisions else division


def _totals(one: RankedApplication, experts: Sequence[str], decimals: int) -> tuple[str, ...]:
    shown = {t.expert: f"{t.points:.{decimals}f}" if t.counts else f"({t.points:.{decimals}f})" for t in one.totals}
    return tuple("回避" if expert in one.recused else shown.get(expert, "—") for expert in experts)


def _outcome(round_: Round, application: str) -> str:
    proposed = round_.proposed.get(application)
    return OUTCOME_NAMES[proposed] if proposed else "（未定）"


def _ties_used(round_: Round, ranked: Sequence[RankedApplication]) -> dict[str, str]:
    """For each application the criterion means that were compared to tell it from others with its score, in words."""
    plan = round_.programme.review
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
    """How many criteria it takes to tell one from all others of its score, and whether some stay equal."""
    depth, still_equal = 0, False
    for other in equals:
        if other is not one:
            differs = [i for i, (a, b) in enumerate(zip(one.ties, other.ties, strict=True)) if a != b]
            depth = max(depth, differs[0] + 1 if differs else len(one.ties))
            still_equal = still_equal or not differs
    return depth, still_equal


def _decimal(value: Fraction) -> str:
    """An exact mean in decimals: whole if it ends soon, otherwise cut off with an ellipsis, never rounded."""
    scaled, rest = divmod(value.numerator * 10**SHOWN_DECIMALS, value.denominator)
    text = f"{Decimal(scaled).scaleb(-SHOWN_DECIMALS):f}"
    return f"{text}…" if rest else text.rstrip("0").rstrip(".")


def as_data(model: Model, round_: Round) -> dict[str, Any]:
    """The same for other programs; figures are text, so that no digit is lost, and exact means are fractions."""
    ranking = round_.ranking
    return {
        "programme": round_.programme.id,
        "categories": [
            {
                "id": category.id,
                "places": round_.programme.places(category.id),
                "above_quota_line": quota_line(round_, category.id, ranking.get(category.id, ())),
                "standings": [_datum(model, round_, one) for one in ranking.get(category.id, ())],
                "unranked": _unranked(round_, category, ranking.get(category.id, ())),
            }
            for category in round_.scheme.categories
        ],
    }


def _datum(model: Model, round_: Round, one: RankedApplication) -> dict[str, Any]:
    application = round_.application(one.application)
    criteria = round_.programme.review.ties if round_.programme.review else ()
    return {
        "rank": one.rank,
        "application": application.id,
        "county": _county(model, round_, application.id),
        "totals": [
            {"expert": total.expert, "points": f"{total.points:f}", "counts": total.counts} for total in one.totals
        ],
        "recused": dict(round_.recused[application.id]),
        "mean": str(one.mean),
        "score": str(one.score),
        "ties": {criterion: str(mean) for criterion, mean in zip(criteria, one.ties, strict=True)},
        "outcome": round_.proposed.get(application.id),
        "after_substitution": round_.outcomes.get(application.id),
        "reason": round_.passed_over.get(application.id),
    }

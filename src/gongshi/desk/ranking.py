"""What `invoke rank` tells: the method, and each category's ranking with every step from points to outcome."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any

from gongshi.diagnostics import Report
from gongshi.model.model import Model
from gongshi.model.result import OUTCOME_NAMES
from gongshi.model.round import Round
from gongshi.model.scheme import Category
from gongshi.records.load import Records
from gongshi.records.locate import locate
from gongshi.rules import selection
from gongshi.rules.check import Row, Rules, check
from gongshi.rules.ranking import Standing, passed_over, quota_line, rank, recused
from gongshi.rules.references import review_references_exist
from gongshi.rules.review import SOUND_SCORES

Table = tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]
"""Title, head and rows."""
SHOWN_DECIMALS = 6
"""Decimals of an exact mean that are shown; an ellipsis stands for more."""


def problems(records: Records, model: Model, programme: str) -> Report:
    """What the rules on scores, ranks and outcomes have to say of one round, with lines in its records."""
    rules = (*SOUND_SCORES, selection.winners_by_rank, selection.reserve_by_rank, selection.ties_settled)
    one = replace(model, rounds={programme: model.rounds[programme]})
    asked = Rules(workspace=(*rules, selection.within_quota), rounds=(Row(review_references_exist),))
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
        for expert, reason in recused(round_, application).items():
            yield f"回避：{expert} 不评 {application.id}（{reason}）。"
    for left_out, reason in passed_over(round_).items():
        yield f"不按排名：{left_out}（{reason}）。"
    for substitution in round_.results.substitutions if round_.results else ():
        steps_in = f"{substitution.steps_in} 递补" if substitution.steps_in else "没有递补"
        yield f"{substitution.decided_on} {substitution.falls_out} 退出，{steps_in}。"
    brackets = "括号内的总分去掉不计。" if plan.dropped else ""
    yield f"{brackets}内部资料，不对外提供。Internal, not for release."


def tables(model: Model, round_: Round) -> Iterator[Table]:
    """One table for each category with applications, the best first, with a line where the quota ends."""
    ranking = rank(round_)
    for category in round_.scheme.categories:
        ids = [application.id for application in round_.applications if application.category == category.id]
        if ids:
            yield _table(model, round_, category, ranking.get(category.id, ()))


def _table(model: Model, round_: Round, category: Category, standings: Sequence[Standing]) -> Table:
    experts = [expert.id for expert in round_.review.experts] if round_.review else []
    decimals = max((-int(t.points.as_tuple().exponent) for s in standings for t in s.totals), default=0)
    used = _ties_used(round_, standings)
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
    for standing in standings:
        application = standing.application
        steps = (*_totals(standing, experts, max(decimals, 0)), _decimal(standing.mean), str(standing.score))
        ties = (used[application],) if any(used.values()) else ()
        named = (str(standing.rank), application, _county(model, round_, application))
        rows.append((*named, *steps, *ties, _outcome(round_, application)))
    places = f"名额{round_.programme.places(category.id)}个"
    line = ("──", places, *("──",) * (len(head) - 2))
    rows.insert(quota_line(round_, category.id, standings), line)
    for application in _unranked(round_, category, standings):
        blank = ("—",) * (len(head) - 4)
        rows.append(("—", application, _county(model, round_, application), *blank, _outcome(round_, application)))
    return f"{category.name}（{category.id}）", tuple(head), tuple(rows)


def _unranked(round_: Round, category: Category, standings: Sequence[Standing]) -> list[str]:
    ranked = {standing.application for standing in standings}
    return [a.id for a in round_.applications if a.category == category.id and a.id not in ranked]


def _county(model: Model, round_: Round, application: str) -> str:
    division = round_.application(application).division
    return model.divisions[division].name if division in model.divisions else division


def _totals(standing: Standing, experts: Sequence[str], decimals: int) -> tuple[str, ...]:
    shown = {
        t.expert: f"{t.points:.{decimals}f}" if t.counts else f"({t.points:.{decimals}f})" for t in standing.totals
    }
    return tuple("回避" if expert in standing.recused else shown.get(expert, "—") for expert in experts)


def _outcome(round_: Round, application: str) -> str:
    proposed = round_.proposed.get(application)
    return OUTCOME_NAMES[proposed] if proposed else "（未定）"


def _ties_used(round_: Round, standings: Sequence[Standing]) -> dict[str, str]:
    """For each application the criterion means that were compared to tell it from others with its score, in words."""
    plan = round_.programme.review
    names = {criterion.id: criterion.name for criterion in plan.criteria} if plan else {}
    order = [names.get(criterion, criterion) for criterion in plan.ties] if plan else []
    used = {}
    for _, group in groupby(standings, key=lambda standing: standing.score):
        equals = list(group)
        for standing in equals:
            depth, open_ = _compared(standing, equals)
            words = [f"{order[i]}{_decimal(standing.ties[i])}" for i in range(depth)]
            used[standing.application] = "，".join(words + ["仍相同"] * open_)
    return used


def _compared(standing: Standing, equals: Sequence[Standing]) -> tuple[int, bool]:
    """How many criteria it takes to tell a standing from all others of its score, and whether some stay equal."""
    depth, still_equal = 0, False
    for other in equals:
        if other is not standing:
            differs = [i for i, (a, b) in enumerate(zip(standing.ties, other.ties, strict=True)) if a != b]
            depth = max(depth, differs[0] + 1 if differs else len(standing.ties))
            still_equal = still_equal or not differs
    return depth, still_equal


def _decimal(value: Fraction) -> str:
    """An exact mean in decimals: whole if it ends soon, otherwise cut off with an ellipsis, never rounded."""
    scaled, rest = divmod(value.numerator * 10**SHOWN_DECIMALS, value.denominator)
    text = f"{Decimal(scaled).scaleb(-SHOWN_DECIMALS):f}"
    return f"{text}…" if rest else text.rstrip("0").rstrip(".")


def as_data(model: Model, round_: Round) -> dict[str, Any]:
    """The same for other programs; figures are text, so that no digit is lost, and exact means are fractions."""
    ranking = rank(round_)
    return {
        "programme": round_.programme.id,
        "categories": [
            {
                "id": category.id,
                "places": round_.programme.places(category.id),
                "above_quota_line": quota_line(round_, category.id, ranking.get(category.id, ())),
                "standings": [_datum(model, round_, standing) for standing in ranking.get(category.id, ())],
                "unranked": _unranked(round_, category, ranking.get(category.id, ())),
            }
            for category in round_.scheme.categories
        ],
    }


def _datum(model: Model, round_: Round, standing: Standing) -> dict[str, Any]:
    application = round_.application(standing.application)
    criteria = round_.programme.review.ties if round_.programme.review else ()
    return {
        "rank": standing.rank,
        "application": application.id,
        "county": _county(model, round_, application.id),
        "totals": [
            {"expert": total.expert, "points": f"{total.points:f}", "counts": total.counts} for total in standing.totals
        ],
        "recused": recused(round_, application),
        "mean": str(standing.mean),
        "score": str(standing.score),
        "ties": {criterion: str(mean) for criterion, mean in zip(criteria, standing.ties, strict=True)},
        "outcome": round_.proposed.get(application.id),
        "after_substitution": round_.outcomes.get(application.id),
        "reason": passed_over(round_).get(application.id),
    }

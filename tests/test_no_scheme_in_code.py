"""No figure and no name of a scheme, a category or a round stands in the program or its templates."""

import ast
import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from workspace_factory import REPOSITORY, sample_model

from gongshi.model.model import Model
from gongshi.model.round import Round
from gongshi.model.scheme import Condition, Scheme
from gongshi.rules.conditions import conditions_of

MODEL: Model = sample_model()
FILES = [path for place in ("src", "templates") for path in sorted((REPOSITORY / place).rglob("*")) if path.is_file()]
TEXTS = {
    path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8") for path in FILES if path.suffix != ".pyc"
}
GENERIC = {
    "省财政": "names nobody: every province has one",
    "财政": "names nobody: money comes from it in every scheme",
}
"""Names in the sample that are words of everyday use, each with the reason why it may stand in the program."""


class _WithoutDocstrings(ast.NodeTransformer):
    """Takes away texts that stand alone: they explain, nothing is made of them."""

    def visit_Expr(self, node: ast.Expr) -> ast.Expr | ast.Pass:
        """A text alone becomes `pass`."""
        alone = isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        return ast.Pass() if alone else node


@cache
def _program(file: str) -> str:
    """A file without what only explains it; of Python files that is docstrings and comments."""
    text = TEXTS[file]
    return ast.unparse(_WithoutDocstrings().visit(ast.parse(text))) if file.endswith(".py") else text


def names_of_scheme(scheme: Scheme) -> set[str]:
    """Names that a scheme gives: itself, its categories, tasks, documents, payers."""
    found = {scheme.id, scheme.name, scheme.short_name, scheme.honour, scheme.guide.title, scheme.guide.cover_title}
    found |= {scheme.funding.payer_name, scheme.plan_title or scheme.name}
    found |= {text for basis in scheme.basis for text in (basis.title, basis.document_no)}
    found |= {text for category in scheme.categories for text in (category.name, category.short_name)}
    found |= {task.name for category in scheme.categories for task in category.tasks}
    exceptions = scheme.funding.exceptions
    return found | {text for e in exceptions for text in (e.payer, e.city, MODEL.cities[e.city].name)}


def names_of_round(round_: Round) -> set[str]:
    """Names that a round gives: itself, its addressees, cities named apart, document numbers."""
    programme = round_.programme
    found = {programme.id, programme.name, programme.addressees}
    found |= {text for city in programme.cities_not_addressed for text in (city, MODEL.cities[city].name)}
    return found | {notice.document_no for notice in round_.notices if notice.document_no}


def names() -> set[str]:
    """All names of the sample, its organs' included; cities also without 市; organs also by their trade alone."""
    found = set().union(*map(names_of_scheme, MODEL.schemes.values()), *map(names_of_round, MODEL.rounds.values()))
    found |= {text for organ in MODEL.organs.values() for text in (organ.name, organ.short_name, *organ.number_codes)}
    trades = {organ.short_name.removeprefix("省").rstrip("委厅局") for organ in MODEL.organs.values()}
    return found | trades | {name.removesuffix("市") for name in found}


def figures_of_conditions(scheme: Scheme) -> set[str]:
    """Values of all conditions with their units, also of those inside groups."""
    walked = [*conditions_of(scheme), *(found for c in scheme.categories for found in conditions_of(c))]
    return {f"{condition.value}{condition.unit or ''}" for condition in walked if condition.value is not None}


def figures() -> set[str]:
    """Amounts in 元 and in 万元; quotas, minimums, ranks, limits and days with their units; years."""
    found: set[str] = set()
    for scheme in MODEL.schemes.values():
        amounts = [category.amount for category in scheme.categories if category.amount]
        found |= {text for amount in amounts for text in (str(amount), f"{amount // 10_000}万")}
        found |= figures_of_conditions(scheme)
        tasks = [task for category in scheme.categories for task in category.tasks]
        found |= {f"{count}{task.unit}" for task in tasks for count in (task.minimum, task.maximum) if count}
        found |= {f"{category.target}{scheme.unit}" for category in scheme.categories if category.target}
        found |= {f"{scheme.guide.brief_limit}字", *(f"{month}月" for month in scheme.reporting.months)}
    for round_ in MODEL.rounds.values():
        quotas = [quota.places for quota in round_.programme.quotas]
        found |= {f"{count}{round_.scheme.unit}" for count in (*quotas, sum(quotas))}
        found |= {f"{round_.programme.publicity.minimum_days}天", f"{round_.programme.year}年"}
    return found


@pytest.mark.parametrize("name", sorted(names() - set(GENERIC)))
def test_no_name_of_the_sample_stands_in_the_program(name: str) -> None:
    """A name of the sample's schemes and rounds stands in content/ alone, not even in an explanation."""
    assert [file for file, text in TEXTS.items() if name in text or name in file] == []


@pytest.mark.parametrize("figure", sorted(figures()))
def test_no_figure_of_the_sample_stands_in_the_program(figure: str) -> None:
    """A figure of the sample's schemes and rounds stands in no line that is executed or printed."""
    number = re.compile(rf"(?<![\d.]){re.escape(figure)}")

    assert [file for file in TEXTS if number.search(_program(file))] == []


def test_there_is_something_to_look_for_and_to_look_at() -> None:
    """The sample's names and figures are known, the program's texts are read, and a number in code is found."""
    assert {
        "两化深度融合综合性示范区域",
        "示范基地",
        "宁波市",
        "宁波",
        "浙经信信息〔2014〕9001号",
        "省经信委",
    } <= names()
    assert {"10000000", "1000万", "15位", "20家", "7天", "300字", "16个", "8个", "10项", "2014年"} <= figures()
    assert len(TEXTS) > 60
    assert any(file.endswith("call.md.j2") for file in TEXTS)
    assert "10000" in _program("src/gongshi/typography.py")
    assert {Path(file).suffix for file in TEXTS} >= {".py", ".lua", ".j2", ".html", ".typ", ".yaml", ".css", ".js"}


def test_figures_inside_groups_are_looked_for() -> None:
    """The value of a condition that is part of a part of a group is one of the sample's figures."""
    value = Condition(id="c", statement="样例", comparison="at_least", value=Decimal("3.50"), unit="%", clause="一")
    inner = Condition(id="b", any_of=(value,), clause="一")
    group = Condition(id="a", all_of=(inner,), clause="一")
    scheme = next(iter(MODEL.schemes.values()))

    assert "3.5%" in figures_of_conditions(scheme.model_copy(update={"conditions": (group,)}))


@pytest.mark.parametrize("name", GENERIC)
def test_every_everyday_word_is_one_of_the_samples_names(name: str) -> None:
    """A word that the sample no longer uses as a name needs no reason."""
    assert name in names()

"""A round as prose sees it: figures, names and finished texts, nothing to be computed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from gongshi import typography
from gongshi.diagnostics import Place
from gongshi.documents.prose import Markdown, Prose
from gongshi.model.application import Application
from gongshi.model.model import Model
from gongshi.model.organ import Organ
from gongshi.model.programme import Programme
from gongshi.model.region import City, Division
from gongshi.model.result import OutcomeName
from gongshi.model.round import Round
from gongshi.model.scheme import Category, Condition, PayerException, Scheme, TaskMinimum


@dataclass(frozen=True)
class ConditionView:
    """A condition in words."""

    statement: Markdown
    clause: str


@dataclass(frozen=True)
class TaskView:
    """A task and how many of it, in words."""

    name: str
    amount: str
    funded: bool
    clause: str


@dataclass(frozen=True)
class ExceptionView:
    """A city that pays its own winners."""

    city: str
    payer: str
    statement: Markdown


@dataclass(frozen=True)
class WinnerView:
    """A winner, proposed winner or pilot as lists name it."""

    application: Application
    division: Division
    city: City
    category: str
    amount: int | None
    payer: str

    @property
    def county(self) -> str:
        """Name of the county, city or district."""
        return self.division.name

    @property
    def government(self) -> str:
        """Who applied, as an addressee: a district with its city's name before it, a zone by its committee."""
        if self.division.kind == "zone":
            return f"{self.division.name}管理委员会"
        prefix = self.city.name if self.division.name.endswith("区") else ""
        return f"{prefix}{self.division.name}人民政府"

    @property
    def you(self) -> str:
        """How a reply speaks to it: 你区, 你市, 你县."""
        return "你委" if self.division.kind == "zone" else f"你{self.division.name[-1]}"


@dataclass(frozen=True)
class CategoryView:
    """A category with this year's places and, once there are any, its winners."""

    id: str
    name: str
    short_name: str
    places: int
    target: int | None
    amount: int | None
    funded: bool
    """Whether its winners get money: unless the scheme states amounts, and none for it."""
    amount_clause: str
    priority: Markdown
    requirement: Markdown
    further_tasks: Markdown
    conditions: tuple[ConditionView, ...]
    tasks: tuple[TaskView, ...]
    winners: tuple[WinnerView, ...]
    pilots: tuple[WinnerView, ...]


@dataclass(frozen=True)
class PaymentView:
    """Money by category and payer."""

    category: str
    payer: str
    winners: int
    amount: int
    total: int


@dataclass(frozen=True)
class PayerView:
    """What one payer pays in all."""

    payer: str
    total: int


@dataclass(frozen=True)
class RoundView:
    """Everything a text about a round may name."""

    scheme: Scheme
    programme: Programme
    lead: Organ
    joint: tuple[Organ, ...]
    categories: tuple[CategoryView, ...]
    """Those with places this year or with winners."""
    conditions: tuple[ConditionView, ...]
    exceptions: tuple[ExceptionView, ...]
    funding: Markdown
    duties: tuple[Markdown, ...]
    report_to: tuple[Organ, ...]
    """Organs that receive the reports after the award."""

    @property
    def winners(self) -> tuple[WinnerView, ...]:
        """All winners, by category, in the order of divisions."""
        return tuple(winner for category in self.categories for winner in category.winners)

    @property
    def pilots(self) -> tuple[WinnerView, ...]:
        """All pilots, likewise."""
        return tuple(pilot for category in self.categories for pilot in category.pilots)

    @property
    def places(self) -> int:
        """This year's places over all categories."""
        return sum(category.places for category in self.categories)

    @cached_property
    def payments(self) -> tuple[PaymentView, ...]:
        """Money by category and payer; empty if the scheme states no amounts."""
        found: dict[tuple[str, str], PaymentView] = {}
        for category in self.categories:
            for winner in category.winners:
                if winner.amount is not None:
                    key = (category.name, winner.payer)
                    payment = found.get(key, PaymentView(*key, 0, winner.amount, 0))
                    more = replace(payment, winners=payment.winners + 1, total=payment.total + winner.amount)
                    found[key] = more
        return tuple(found.values())

    @property
    def total(self) -> int:
        """All money in 元."""
        return sum(payment.total for payment in self.payments)

    @property
    def payments_by_payer(self) -> tuple[PayerView, ...]:
        """Money by payer, in the order of first appearance."""
        totals: dict[str, int] = {}
        for payment in self.payments:
            totals[payment.payer] = totals.get(payment.payer, 0) + payment.total
        return tuple(PayerView(payer, total) for payer, total in totals.items())

    def context(self) -> dict[str, Any]:
        """Names for templates."""
        computed = ("winners", "pilots", "places", "payments", "payments_by_payer", "total")
        return {name: getattr(self, name) for name in (*self.__dataclass_fields__, *computed)}


def round_view(model: Model, round_: Round, prose: Prose) -> RoundView:
    """The view of a round; raises ProseError if a text in its scheme cannot be rendered."""
    scheme, programme = round_.scheme, round_.programme
    lead = model.organs[programme.lead_organ]
    joint = tuple(model.organs[organ] for organ in programme.joint_organs)
    here = _SchemeTexts(prose, scheme, {"scheme": scheme, "programme": programme, "lead": lead, "joint": joint})
    categories = tuple(
        _category(model, round_, here, index, category)
        for index, category in enumerate(scheme.categories)
        if programme.places(category.id) or any(round_.with_outcome("selected", category))
    )
    conditions = here.conditions(scheme.conditions, "conditions")
    exceptions = tuple(_exception(model, here, i, e) for i, e in enumerate(scheme.funding.exceptions))
    more = {"categories": categories, "conditions": conditions, "exceptions": exceptions}
    return RoundView(
        scheme=scheme,
        programme=programme,
        lead=lead,
        joint=joint,
        categories=categories,
        conditions=conditions,
        exceptions=exceptions,
        funding=here.text(scheme.funding.statement, "funding", "statement", **more),
        duties=tuple(here.text(duty, "duties", i, **more) for i, duty in enumerate(scheme.duties)),
        report_to=tuple(model.organs[organ] for organ in scheme.reporting.recipients),
    )


@dataclass(frozen=True)
class _SchemeTexts:
    """Renders the texts of one scheme's record, each with its place."""

    prose: Prose
    scheme: Scheme
    names: Mapping[str, Any]

    def text(self, source: str | None, *path: str | int, **more: Any) -> Markdown:
        place = Place(f"content/schemes/{self.scheme.id}.yaml", path)
        return Markdown(self.prose.text(source, place, {**self.names, **more}).strip()) if source else Markdown()

    def conditions(self, conditions: tuple[Condition, ...], *path: str | int) -> tuple[ConditionView, ...]:
        """Conditions in words; a group without a statement of its own is told as its parts."""
        return tuple(view for i, c in enumerate(conditions) for view in self._condition(c, *path, i))

    def _condition(self, condition: Condition, *path: str | int) -> tuple[ConditionView, ...]:
        if condition.statement is None:
            return (
                *self.conditions(condition.all_of, *path, "all_of"),
                *self.conditions(condition.any_of, *path, "any_of"),
            )
        statement = self.text(condition.statement, *path, "statement", value=condition.value, unit=condition.unit)
        return (ConditionView(statement, condition.clause),)


def _exception(model: Model, here: _SchemeTexts, index: int, exception: PayerException) -> ExceptionView:
    city, payer = model.cities[exception.city].name, exception.payer_name
    path = ("funding", "exceptions", index, "statement")
    return ExceptionView(city, payer, here.text(exception.statement, *path, city=city, payer=payer))


def _category(model: Model, round_: Round, here: _SchemeTexts, index: int, category: Category) -> CategoryView:
    at = ("categories", index)
    return CategoryView(
        id=category.id,
        name=category.name,
        short_name=category.short_name,
        places=round_.programme.places(category.id),
        target=category.target,
        amount=category.amount,
        funded=round_.scheme.gives_money(category),
        amount_clause=category.amount_clause or "",
        priority=here.text(category.priority, *at, "priority"),
        requirement=here.text(category.requirement, *at, "requirement"),
        further_tasks=here.text(category.further_tasks, *at, "further_tasks"),
        conditions=here.conditions(category.conditions, *at, "conditions"),
        tasks=tuple(_task(task) for task in category.tasks),
        winners=_listed(model, round_, category, "selected"),
        pilots=_listed(model, round_, category, "pilot"),
    )


def _task(task: TaskMinimum) -> TaskView:
    return TaskView(task.name, typography.at_least(task.minimum, task.maximum, task.unit), task.funded, task.clause)


def _listed(model: Model, round_: Round, category: Category, outcome: OutcomeName) -> tuple[WinnerView, ...]:
    """Applications with that outcome in the order of divisions (按行政区划排列，排名不分先后)."""
    order = {division.id: place for place, division in enumerate(model.regions.divisions)}
    listed = sorted(round_.with_outcome(outcome, category), key=lambda a: (order[a.division], a.id))
    return tuple(winner_view(model, round_, application, category) for application in listed)


def winner_view(model: Model, round_: Round, application: Application, category: Category) -> WinnerView:
    """The view of one application as a winner of its category."""
    division = model.divisions[application.division]
    selected = round_.outcomes.get(application.id) == "selected"
    return WinnerView(
        application=application,
        division=division,
        city=model.cities[division.city],
        category=category.name,
        amount=category.amount if selected else None,
        payer=model.payer_of(round_.scheme.funding, division.id)[1],
    )

"""A round as templates see it: figures, names and finished texts, so that templates compute nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from gongshi import typography
from gongshi.diagnostics import Place
from gongshi.documents.prose import Markdown, Prose
from gongshi.model.application import Application
from gongshi.model.model import Model
from gongshi.model.organ import Organ
from gongshi.model.programme import Contact, Programme
from gongshi.model.result import OutcomeName
from gongshi.model.round import Round
from gongshi.model.scheme import Category, Condition, PayerException, Scheme, TaskMinimum
from gongshi.public.applicant import PublicApplicant
from gongshi.public.category import PublicCategory, PublicCondition, PublicException, PublicPayment, PublicTask
from gongshi.public.contact import PublicContact, PublicObjections


@dataclass(frozen=True)
class PayerTotal:
    """What one payer pays in all, in 元."""

    payer: str
    total: int


@dataclass(frozen=True)
class RoundView:
    """Names that every template of a round can use; all of them may be public."""

    scheme: Scheme
    programme: Programme
    lead: Organ
    joint: tuple[Organ, ...]
    categories: tuple[PublicCategory, ...]
    """Categories with a quota this year or with winners."""
    conditions: tuple[PublicCondition, ...]
    exceptions: tuple[PublicException, ...]
    funding: str
    """The policy on money in words."""
    duties: tuple[str, ...]
    """What else winners have to do, a sentence each."""
    report_to: tuple[Organ, ...]
    """Organs that receive the reports after the award."""
    contacts: tuple[PublicContact, ...]
    objections: PublicObjections
    opening: Markdown = field(default_factory=Markdown)
    """What the programme adds to the beginning of its call."""
    closing: Markdown = field(default_factory=Markdown)
    """What the programme asks of applicants, at the end of its call."""

    @cached_property
    def winners(self) -> tuple[PublicApplicant, ...]:
        """All winners, by category, in the order of divisions."""
        return tuple(winner for category in self.categories for winner in category.winners)

    @cached_property
    def pilots(self) -> tuple[PublicApplicant, ...]:
        """All pilots, by category, in the order of divisions."""
        return tuple(pilot for category in self.categories for pilot in category.pilots)

    @cached_property
    def places(self) -> int:
        """This year's quota over all categories."""
        return sum(category.places for category in self.categories)

    @cached_property
    def payments(self) -> tuple[PublicPayment, ...]:
        """Money by category and payer; empty if the scheme states no amounts."""
        found: dict[tuple[str, str], PublicPayment] = {}
        for category in self.categories:
            for winner in category.winners:
                if winner.amount is not None:
                    key = (category.name, winner.payer)
                    payment = found.get(key, PublicPayment(*key, 0, winner.amount, 0))
                    more = replace(payment, winners=payment.winners + 1, total=payment.total + winner.amount)
                    found[key] = more
        return tuple(found.values())

    @cached_property
    def total(self) -> int:
        """All money in 元."""
        return sum(payment.total for payment in self.payments)

    @cached_property
    def payments_by_payer(self) -> tuple[PayerTotal, ...]:
        """Money by payer, in the order of first appearance."""
        totals: dict[str, int] = {}
        for payment in self.payments:
            totals[payment.payer] = totals.get(payment.payer, 0) + payment.total
        return tuple(PayerTotal(payer, total) for payer, total in totals.items())

    @cached_property
    def context(self) -> Mapping[str, Any]:
        """Names for templates."""
        computed = ("winners", "pilots", "places", "payments", "payments_by_payer", "total")
        return {name: getattr(self, name) for name in (*self.__dataclass_fields__, *computed)}


def round_view(model: Model, r: Round, prose: Prose) -> RoundView:
    """The view of a round; raises ProseError if a text in its scheme cannot be rendered."""
    scheme, programme = r.scheme, r.programme
    lead = model.organs[programme.lead_organ]
    joint = tuple(model.organs[organ] for organ in programme.joint_organs)
    here = _SchemeTexts(prose, scheme, {"scheme": scheme, "programme": programme, "lead": lead, "joint": joint})
    categories = tuple(
        _category(model, r, here, index, category)
        for index, category in enumerate(scheme.categories)
        if programme.quota_of(category.id) or any(r.with_outcome("selected", category))
    )
    conditions = here.conditions(scheme.conditions, "conditions")
    exceptions = tuple(_exception(model, here, i, e) for i, e in enumerate(scheme.funding.exceptions))
    more = {"categories": categories, "conditions": conditions, "exceptions": exceptions}
    view = RoundView(
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
        contacts=tuple(_contact(model, r, contact) for contact in programme.contacts),
        objections=_objections(model, programme),
    )
    opening, closing = (_programme_text(prose, view, name) for name in ("opening", "closing"))
    return replace(view, opening=opening, closing=closing)


def _programme_text(prose: Prose, view: RoundView, name: str) -> Markdown:
    place = Place(f"content/programmes/{view.programme.id}/programme.yaml", (name,))
    return Markdown(prose.text(getattr(view.programme, name) or "", place, view.context).strip())


@dataclass(frozen=True)
class _SchemeTexts:
    """Renders the texts of one scheme's record to plain text; errors name the text's position in the record."""

    prose: Prose
    scheme: Scheme
    names: Mapping[str, Any]

    def text(self, source: str | None, *path: str | int, **more: Any) -> str:
        place = Place(f"content/schemes/{self.scheme.id}.yaml", path)
        return self.prose.text(source, place, {**self.names, **more}).text if source else ""

    def conditions(self, conditions: tuple[Condition, ...], *path: str | int) -> tuple[PublicCondition, ...]:
        """Conditions in words; a group without a statement of its own is replaced by its parts."""
        return tuple(view for i, c in enumerate(conditions) for view in self._condition(c, *path, i))

    def _condition(self, condition: Condition, *path: str | int) -> tuple[PublicCondition, ...]:
        if condition.statement is None:
            return (
                *self.conditions(condition.all_of, *path, "all_of"),
                *self.conditions(condition.any_of, *path, "any_of"),
            )
        statement = self.text(condition.statement, *path, "statement", value=condition.value, unit=condition.unit)
        return (PublicCondition(statement, condition.clause),)


def _exception(model: Model, here: _SchemeTexts, index: int, exception: PayerException) -> PublicException:
    city, payer = model.cities[exception.city].name, exception.payer_name
    path = ("funding", "exceptions", index, "statement")
    return PublicException(city, payer, here.text(exception.statement, *path, city=city, payer=payer))


def _category(model: Model, r: Round, here: _SchemeTexts, index: int, category: Category) -> PublicCategory:
    at = ("categories", index)
    return PublicCategory(
        id=category.id,
        name=category.name,
        short_name=category.short_name,
        places=r.programme.quota_of(category.id),
        target=category.target,
        amount=category.amount,
        funded=r.scheme.gives_money(category),
        amount_clause=category.amount_clause or "",
        priority=here.text(category.priority, *at, "priority"),
        requirement=here.text(category.requirement, *at, "requirement"),
        further_tasks=here.text(category.further_tasks, *at, "further_tasks"),
        conditions=here.conditions(category.conditions, *at, "conditions"),
        tasks=tuple(_task(task) for task in category.tasks),
        winners=_listed(model, r, category, "selected"),
        pilots=_listed(model, r, category, "pilot"),
    )


def _task(task: TaskMinimum) -> PublicTask:
    return PublicTask(task.name, typography.at_least(task.minimum, task.maximum, task.unit), task.funded, task.clause)


def _listed(model: Model, r: Round, category: Category, outcome: OutcomeName) -> tuple[PublicApplicant, ...]:
    """Applications with that outcome in the order of divisions (按行政区划排列，排名不分先后)."""
    listed = sorted(r.with_outcome(outcome, category), key=lambda a: (model.order[a.division], a.id))
    return tuple(applicant_of(model, r, application) for application in listed)


def applicant_of(model: Model, r: Round, application: Application) -> PublicApplicant:
    """An application as lists name it."""
    division, category = model.divisions[application.division], r.scheme.category(application.category)
    selected = r.outcomes.get(application.id) == "selected"
    return PublicApplicant(
        id=application.id,
        division=division.id,
        county=division.name,
        city=model.cities[division.city].name,
        zone=division.kind == "zone",
        category=category.id,
        category_name=category.name,
        plan_title=application.plan_title,
        starts=application.starts,
        ends=application.ends,
        amount=category.amount if selected else None,
        payer=model.payer_of(r.scheme.funding, division.id)[1],
    )


def _contact(model: Model, r: Round, contact: Contact) -> PublicContact:
    organ, office = model.organs[contact.organ], model.office(contact.organ, contact.office)
    names = {category.id: category.short_name for category in r.scheme.categories}
    return PublicContact(
        organ=organ.name,
        organ_short_name=organ.short_name,
        office=office.name,
        telephone=office.telephone,
        email=office.email or "",
        person=(office.person or "") if r.programme.show_persons else "",
        about="、".join(names[category] for category in contact.categories),
    )


def _objections(model: Model, programme: Programme) -> PublicObjections:
    rule = programme.publicity
    organ, office = model.organs[rule.organ], model.office(rule.organ, rule.office)
    return PublicObjections(
        minimum_days=rule.minimum_days,
        unit="个工作日" if rule.unit == "working" else "天",
        where=rule.where,
        organ=organ.name,
        organ_short_name=organ.short_name,
        office=office.name,
        telephone=office.telephone,
        address=organ.address or "",
        postcode=organ.postcode or "",
        real_name=rule.real_name,
    )

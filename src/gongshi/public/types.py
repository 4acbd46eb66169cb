"""What the public may see, as types. `gongshi.pages` receives these and nothing else."""

from dataclasses import dataclass, field
from typing import Literal

from gongshi.public.life import (
    PublicEvaluation,
    PublicObjectionCount,
    PublicPaid,
    PublicReport,
    PublicReward,
    PublicSubstitution,
    PublicWindow,
)
from gongshi.rules.reports import ReportStatus

__all__ = [
    "AwardStatus",
    "PublicAward",
    "PublicBasis",
    "PublicCategory",
    "PublicCondition",
    "PublicContact",
    "PublicCounty",
    "PublicEvaluation",
    "PublicEvent",
    "PublicFunding",
    "PublicMaterial",
    "PublicNotice",
    "PublicObjectionCount",
    "PublicObjections",
    "PublicPaid",
    "PublicPayment",
    "PublicProgramme",
    "PublicProjectItem",
    "PublicReport",
    "PublicReward",
    "PublicSite",
    "PublicSubstitution",
    "PublicTask",
    "PublicWindow",
    "ReportStatus",
    "Stage",
]

Stage = Literal[
    "upcoming",
    "open",
    "reviewing",
    "in_publicity",
    "publicity_ended",
    "objections",
    "decided",
    "supervision",
    "finished",
]
"""申报未开始, 申报中, 评审中, 公示中, 公示期满, 异议处理, 已公布, 实施与监督, 实施期满."""

AwardStatus = Literal["proposed", "awarded", "pilot", "revoked"]
"""拟列入 (in publicity), 已列入, 试点培育, 已取消 (its title was taken away; it stays listed)."""


@dataclass(frozen=True)
class PublicCondition:
    """A condition in words with its clause."""

    statement: str
    clause: str


@dataclass(frozen=True)
class PublicTask:
    """A task and how many of it, in words, e.g. 10—15项."""

    name: str
    amount: str
    funded: bool
    clause: str


@dataclass(frozen=True)
class PublicCategory:
    """A category as a round's page shows it."""

    id: str
    name: str
    short_name: str
    places: int
    target: int | None
    amount: int | None
    """元 for one winner; None if the scheme states none."""
    amount_clause: str
    priority: str
    requirement: str
    further_tasks: str
    conditions: tuple[PublicCondition, ...]
    tasks: tuple[PublicTask, ...]
    awarded: int = 0
    """Winners in all public rounds of the scheme so far, without cancelled titles; stands against `target`."""


@dataclass(frozen=True)
class PublicContact:
    """An office to ask."""

    organ: str
    office: str
    telephone: str
    email: str
    person: str
    about: str
    """Names of the categories it answers for; empty means all."""


@dataclass(frozen=True)
class PublicMaterial:
    """Something to hand in."""

    name: str
    form: str
    clause: str


@dataclass(frozen=True)
class PublicEvent:
    """A step of a round's timeline."""

    name: str
    first_day: str
    """ISO date."""
    last_day: str
    """ISO date; equals first_day for a single day."""
    note: str = ""
    state: Literal["past", "current", "coming"] = "coming"
    """Against the workspace's day, so that the templates compare no dates."""


@dataclass(frozen=True)
class PublicBasis:
    """A policy document a scheme rests on."""

    title: str
    document_no: str


@dataclass(frozen=True)
class PublicObjections:
    """How to object during a publicity window."""

    minimum_days: int
    unit: str
    """天 or 个工作日, as people say it after a number."""
    where: str
    organ: str
    office: str
    telephone: str
    address: str
    postcode: str
    real_name: bool


@dataclass(frozen=True)
class PublicFunding:
    """The money of a scheme in words."""

    statement: str
    years: int | None
    earmarked: bool
    exceptions: tuple[str, ...]
    """Cities that pay their own winners, in words."""
    clause: str


@dataclass(frozen=True)
class PublicProjectItem:
    """A project of a winner."""

    firm: str
    name: str
    brief: str
    investment: int
    """元."""
    starts: str
    ends: str


@dataclass(frozen=True)
class PublicAward:
    """A winner, proposed winner or pilot."""

    id: str
    """Programme id and application id, joined by a full stop, which no id may hold: also its page's name."""
    programme: str
    division: str
    """Division id."""
    county: str
    """Name of the division at the time of the award."""
    city: str
    category: str
    """Category id."""
    category_name: str
    status: AwardStatus
    plan_title: str
    amount: int | None
    """元; None if the scheme states none or the winner is only a pilot."""
    payer: str
    starts: str
    ends: str
    projects: tuple[PublicProjectItem, ...]
    notices: tuple[str, ...]
    """Keys (programme/id) of the notices it stands in."""
    revoked_on: str = ""
    """ISO date of the decision that took the title away."""
    revoked_by: str = ""
    """Key of the notice that told it."""
    plaque_on: str = ""
    """ISO date on which it was given its plaque."""
    reports: tuple[PublicReport, ...] = ()
    paid: tuple[PublicPaid, ...] = ()
    evaluations: tuple[PublicEvaluation, ...] = ()
    rewards: tuple[PublicReward, ...] = ()


@dataclass(frozen=True)
class PublicNotice:
    """A published notice."""

    key: str
    """programme/id; its files are notices/<key>.docx and .pdf."""
    programme: str
    id: str
    kind: str
    kind_name: str
    title: str
    document_no: str
    """Empty for a 公示."""
    organs: tuple[str, ...]
    issued_on: str
    """ISO date."""
    award: str = ""
    """Id of the award it is about, if it is about one."""
    corrected_by: str = ""
    """Key of the latest notice that corrects it."""
    withdrawn_by: str = ""
    """Key of the notice that withdraws it."""


@dataclass(frozen=True)
class PublicPayment:
    """Money as announced, by category and payer."""

    category_name: str
    payer: str
    winners: int
    amount: int
    """元 for one winner."""
    total: int
    """元."""


@dataclass(frozen=True)
class PublicProgramme:
    """A round."""

    id: str
    scheme: str
    scheme_name: str
    honour: str
    unit: str
    name: str
    year: int
    stage: Stage
    stage_until: str
    """ISO date of the last day of the stage, if it has one."""
    lead_organ: str
    organs: tuple[str, ...]
    applicant: str
    one_application_per_county: bool
    conditions: tuple[PublicCondition, ...]
    categories: tuple[PublicCategory, ...]
    basis: tuple[PublicBasis, ...]
    timeline: tuple[PublicEvent, ...]
    materials: tuple[PublicMaterial, ...]
    contacts: tuple[PublicContact, ...]
    objections: PublicObjections
    funding: PublicFunding
    reporting: str
    """When reports are due, what follows, and what else winners have to do, in words."""
    terms_title: str
    awards: tuple[PublicAward, ...]
    """Proposed or awarded, in list order; empty while there is nothing public."""
    pilots: tuple[PublicAward, ...]
    payments: tuple[PublicPayment, ...]
    notices: tuple[PublicNotice, ...]
    windows: tuple[PublicWindow, ...] = ()
    """Publicity windows whose 公示 is public, in their order."""
    substitutions: tuple[PublicSubstitution, ...] = ()

    @property
    def places(self) -> int:
        """This year's quota over all categories."""
        return sum(category.places for category in self.categories)


@dataclass(frozen=True)
class PublicCounty:
    """A division, with awards or without."""

    id: str
    name: str
    city: str
    zone: bool
    valid_from: str
    valid_to: str
    awards: tuple[PublicAward, ...] = ()


@dataclass(frozen=True)
class PublicSite:
    """The whole of the public site's data."""

    name: str
    url: str
    description: str
    publisher: str
    sample: bool
    today: str
    """ISO date the stages were worked out for."""
    programmes: tuple[PublicProgramme, ...] = field(default=())
    counties: tuple[PublicCounty, ...] = field(default=())

"""What the public may see, as types. `gongshi.pages` receives these and nothing else."""

from dataclasses import dataclass, field
from typing import Literal

from gongshi.public.award import AwardStatus, PublicAward, PublicProjectItem
from gongshi.public.category import PublicCategory, PublicCondition, PublicPayment, PublicTask
from gongshi.public.contact import PublicContact, PublicMaterial, PublicObjections
from gongshi.public.follow_up import (
    PublicEvaluation,
    PublicObjectionCount,
    PublicPaid,
    PublicReport,
    PublicReward,
    PublicSiteMeeting,
    PublicSubstitution,
    PublicWindow,
    ReportStatus,
)
from gongshi.public.licence import PublicLicence
from gongshi.public.places import PublicCity, PublicCounty
from gongshi.public.scheme import PublicBasis, PublicFunding, PublicScheme, PublicTarget

__all__ = [
    "AwardStatus",
    "PublicAward",
    "PublicBasis",
    "PublicCategory",
    "PublicCity",
    "PublicCondition",
    "PublicContact",
    "PublicCounty",
    "PublicEvaluation",
    "PublicEvent",
    "PublicFunding",
    "PublicLicence",
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
    "PublicScheme",
    "PublicSite",
    "PublicSiteMeeting",
    "PublicSubstitution",
    "PublicTarget",
    "PublicTask",
    "PublicWindow",
    "ReportStatus",
    "Stage",
    "Step",
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

Step = Literal["application", "extension", ""]
"""Steps of a timeline that pages look for: the days for applications, and what extended them."""


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
    notice: str = ""
    """Key of the notice that tells it; empty if none does."""
    step: Step = ""
    """Which of the steps that pages look for it is, whatever its name says; empty for any other."""


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
    concerns: str = ""
    """Key of the notice that it corrects, withdraws or supplements itself."""
    supplemented_by: tuple[str, ...] = ()
    """Keys of the standing notices that supplement it."""
    extends_to: str = ""
    """The last day for applications that it sets in place of the call's, as ISO date; empty if it extends nothing."""


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
    dropped: tuple[PublicAward, ...] = ()
    """Areas that a 公示 named and that fell out before the announcement; they stand in no list."""
    site_meetings: tuple[PublicSiteMeeting, ...] = ()
    deadline: str = ""
    """ISO date of the last day for applications, as far as it is told."""
    reports_due: tuple[str, ...] = ()
    """Months, as 2014-12, at whose end its winners owe a report, those to come among them, in their order."""
    has_form: bool = False
    """Whether a blank application form goes with its call."""
    reporting_clause: str = ""
    """The clause that sets when reports are due and what follows."""

    @property
    def places(self) -> int:
        """This year's quota over all categories."""
        return sum(category.places for category in self.categories)


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
    licence: PublicLicence
    programmes: tuple[PublicProgramme, ...] = field(default=())
    counties: tuple[PublicCounty, ...] = field(default=())
    schemes: tuple[PublicScheme, ...] = field(default=())
    cities: tuple[PublicCity, ...] = field(default=())

"""What the public may see of a round: how to apply, its stage, who is listed, what is paid."""

from dataclasses import dataclass
from typing import Literal

from gongshi.public.award import PublicAward
from gongshi.public.category import PublicCategory, PublicCondition, PublicPayment
from gongshi.public.contact import PublicContact, PublicMaterial, PublicObjections
from gongshi.public.follow_up import PublicSiteMeeting, PublicSubstitution, PublicWindow
from gongshi.public.notice import PublicNotice
from gongshi.public.scheme import PublicBasis, PublicFunding

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
    """Key of the notice that announces it; empty if none does."""
    step: Step = ""
    """Identifies the steps that pages look for, independently of `name`; empty for all others."""


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
    """Applications that a 公示 named and that fell out before the announcement; no list names them."""
    site_meetings: tuple[PublicSiteMeeting, ...] = ()
    deadline: str = ""
    """ISO date of the last day for applications, as far as it is published."""
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

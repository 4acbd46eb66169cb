"""Which record files a workspace has and what each holds: one table."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from gongshi.model.application import Application
from gongshi.model.base import Key, Many, Record
from gongshi.model.calendar import CalendarYear
from gongshi.model.notice import NoticeRecord
from gongshi.model.objection import Objection
from gongshi.model.organ import Organ
from gongshi.model.programme import Programme
from gongshi.model.region import Regions
from gongshi.model.result import Results
from gongshi.model.review import Review
from gongshi.model.scheme import Scheme
from gongshi.model.supervision import Supervision
from gongshi.model.workspace import Workspace


class OrgansFile(Record, title="全部机关"):
    """content/organs.yaml."""

    organs: Annotated[Many[Organ], Key("id")] = Field(title="机关")


class CalendarFile(Record, title="日历"):
    """content/calendar.yaml."""

    years: Annotated[Many[CalendarYear], Key("year")] = Field(title="年份")


class ApplicationsFile(Record, title="全部申报"):
    """applications.yaml of a programme."""

    applications: Annotated[Many[Application], Key("id")] = Field(title="申报")


class ObjectionsFile(Record, title="全部异议"):
    """objections.yaml of a programme."""

    objections: Annotated[Many[Objection], Key("id")] = Field(title="异议")


class NoticesFile(Record, title="全部公文"):
    """notices.yaml of a programme."""

    notices: Annotated[Many[NoticeRecord], Key("id")] = Field(title="公文")


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of record file."""

    pattern: str
    """Where such files are, relative to content/; * stands for one name."""
    holds: type[Record]
    required: bool
    """Whether the workspace (or, below programmes/*, each programme) must have one."""


FILE_KINDS: tuple[FileKind, ...] = (
    FileKind("workspace.yaml", Workspace, required=True),
    FileKind("organs.yaml", OrgansFile, required=True),
    FileKind("regions.yaml", Regions, required=True),
    FileKind("calendar.yaml", CalendarFile, required=True),
    FileKind("schemes/*.yaml", Scheme, required=True),
    FileKind("programmes/*/programme.yaml", Programme, required=True),
    FileKind("programmes/*/applications.yaml", ApplicationsFile, required=False),
    FileKind("programmes/*/reviews.yaml", Review, required=False),
    FileKind("programmes/*/results.yaml", Results, required=False),
    FileKind("programmes/*/objections.yaml", ObjectionsFile, required=False),
    FileKind("programmes/*/supervision.yaml", Supervision, required=False),
    FileKind("programmes/*/notices.yaml", NoticesFile, required=False),
)

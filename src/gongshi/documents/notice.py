"""The Notice: one document as typed fields and Markdown, ready for any writer."""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

from gongshi.diagnostics import Place
from gongshi.model.kinds import Audience
from gongshi.model.notice import NoticeState
from gongshi.typography import BREAK

Form = Literal["document", "letter", "order", "minutes"]
"""文件格式 (clause 7), 信函格式 (10.1), 命令（令）格式 (10.2), 纪要格式 (10.3)."""


def plain(title: str) -> str:
    """A title without break marks."""
    return title.replace(BREAK, "")


@dataclass(frozen=True)
class Head:
    """版头: who issues it, under which number (GB/T 9704-2012, 7.2)."""

    organs: tuple[str, ...]
    """Full names, the lead organ first. For 纪要 the whole masthead, e.g. 样例厅办公会议纪要."""
    document_no: str
    suffix: str = "文件"
    form: Form = "document"
    copy_no: str = ""
    """份号, six digits; empty if copies are not counted (7.2.1)."""
    secrecy: str = ""
    """密级和保密期限, e.g. 秘密★1年 (7.2.2)."""
    urgency: str = ""
    """紧急程度, 特急 or 加急 (7.2.3)."""
    signers: tuple[str, ...] = ()
    """签发人 of a document to a higher organ (7.2.6)."""


@dataclass(frozen=True)
class Signature:
    """Signature (发文机关署名) and date of issue (成文日期) (7.3.5)."""

    organs: tuple[str, ...]
    date: str
    """Written 2014年7月1日."""
    sealed: bool = True
    """Whether it bears seals; unsealed ones stand further right (7.3.5.2)."""


@dataclass(frozen=True)
class Attendance:
    """Who was there (10.3): 出席, 请假 or 列席, and the names."""

    label: str
    names: str


@dataclass(frozen=True)
class Imprint:
    """版记: copies, printing office, printing date (7.4)."""

    copied_to: tuple[str, ...]
    office: str
    printed_on: str
    """Written 2014年7月1日; the writers add 印发."""
    sent_to: str = ""
    """Addressees (主送) for which the first page has no room (7.3.2)."""


@dataclass(frozen=True)
class Cover:
    """A cover page that a guide prescribes: a title, and fields to fill in."""

    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Attachment:
    """An attachment (附件): on a new page, its label on line 1 and its title on line 3 (7.3.7)."""

    label: str
    """附件, or 附件1, 附件2 … where there are several."""
    title: str
    body: str
    cover: Cover | None = None
    """Set on a page of its own, with its caption （封面格式）, between the title and the body."""
    landscape: bool = False
    """Whether it is a wide table on turned pages (clause 8)."""

    @property
    def plain_title(self) -> str:
        """The title without break marks."""
        return plain(self.title)


@dataclass(frozen=True)
class Enclosure:
    """A document that the notice issues (印发): on a new page, without a label, with attachments of its own."""

    title: str
    body: str
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class Notice:
    """One document. Strings are plain text; every `body` is Markdown whose values are entity-escaped."""

    programme: str
    id: str
    kind: str
    kind_name: str
    """The kind as the public knows it, e.g. 申报通知."""
    state: NoticeState
    source: Place
    """The record it comes from, for messages."""
    title: str
    """BREAK marks where a line may end."""
    body: str
    head: Head | None
    """None for a 公示, which has no red header."""
    addressees: str | None
    """Without the colon; None if it addresses everybody."""
    signature: Signature
    attachments: tuple[Attachment, ...] = ()
    enclosure: Enclosure | None = None
    imprint: Imprint | None = None
    annotation: str = ""
    """附注 below the date, without its brackets (7.3.6)."""
    attendance: tuple[Attendance, ...] = ()
    """Only for 纪要."""
    waived: tuple[str, ...] = ()
    """Clauses of GB/T 9704-2012 that it may break."""
    watermarks: tuple[str, ...] = ()
    """Words in small grey type, 15 mm from the top edge of every page: 样例, 草稿."""
    mirrored: bool = False
    """Whether even pages have the margin for binding at their right (5.2.1)."""
    issued_on: str = ""
    """Date of issue as 2014-07-01, for metadata."""

    names: tuple[str, ...] = ()
    """Names in its titles, of organs, regions, schemes and rounds, that a line should not split."""

    about: str = ""
    """Id of the application it is about; empty if it is about the round."""

    audience: Audience = "public"

    @property
    def plain_title(self) -> str:
        """The title without break marks."""
        return plain(self.title)

    def with_addressees_in_imprint(self) -> "Notice":
        """The same notice with its addressees moved to the imprint; unchanged if it has no imprint."""
        if self.imprint is None:
            return self
        return replace(self, addressees=None, imprint=replace(self.imprint, sent_to=self.addressees or ""))

    @property
    def path(self) -> PurePosixPath:
        """Where its files go, without suffix: <programme>/<id>."""
        return PurePosixPath(self.programme) / self.id

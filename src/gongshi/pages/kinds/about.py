"""Pages on the site itself: search, about it and how to report a mistake, accessibility."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.tables.disclosure import duties_table, rounds_table
from gongshi.pages.values.cells import round_cell
from gongshi.pages.values.page import Page
from gongshi.pages.values.table import Column, Spec, Table, fill, text_cell
from gongshi.public.contact import PublicContact
from gongshi.public.round import PublicProgramme


def about_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Search, about, accessibility."""
    programmes = catalogue.site.programmes
    contacts = _contacts_table(programmes)
    yield Page("search/", "search.html", "查询", "查询县（市、区）、企业、项目和公文。", "search/", entry=None)
    yield Page(
        "about/",
        "about.html",
        "关于本站",
        "本站内容来源、数据口径、公开依据，以及怎样报告网页错误。",
        "about/",
        contents=True,
        updated=catalogue.site.today,
        tables=(contacts, duties_table(programmes), rounds_table(programmes)),
    )
    yield Page(
        "accessibility/",
        "accessibility.html",
        "无障碍说明",
        "本站符合的无障碍标准、检查方法、已知的不足和求助方式。",
        "about/",
        contents=True,
        updated=catalogue.site.today,
        tables=(contacts,),
    )


class _Contact(NamedTuple):
    """An office with the round that names it."""

    round: PublicProgramme
    office: PublicContact


_CONTACTS: Spec[_Contact] = (
    (Column("programme", "申报项目", "name", heads=True), lambda contact: round_cell(contact.round)),
    (Column("organ", "机关"), lambda contact: text_cell(contact.office.organ)),
    (Column("office", "处室"), lambda contact: text_cell(contact.office.office)),
    (Column("telephone", "电话", "short"), lambda contact: text_cell(contact.office.telephone)),
    (
        Column("email", "电子邮件"),
        lambda contact: text_cell(
            contact.office.email, f"mailto:{contact.office.email}" if contact.office.email else ""
        ),
    ),
    (Column("address", "通信地址"), lambda contact: text_cell(_address(*contact))),
)


def _contacts_table(programmes: Sequence[PublicProgramme]) -> Table:
    """Whom to tell of a mistake: the offices that answer for each round, each once."""
    columns, rows = fill(
        _CONTACTS, [_Contact(programme, office) for programme in programmes for office in programme.contacts]
    )
    return Table("contacts", "各申报项目的联系方式", columns, tuple(dict.fromkeys(rows)))


def _address(programme: PublicProgramme, contact: PublicContact) -> str:
    """Where to write to, as far as the round tells it: it gives the address of the organ that takes objections."""
    objections = programme.objections
    return f"{objections.address}（邮编{objections.postcode}）" if contact.organ == objections.organ else ""

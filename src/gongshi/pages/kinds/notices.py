"""The list of notices and a page for each, with its full text."""

from collections.abc import Iterator

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.data.linked import linked_notice
from gongshi.pages.tables.notice_text import text_tables
from gongshi.pages.tables.versions import version_tables
from gongshi.pages.values.page import Entry, Page
from gongshi.public.notice import PublicNotice


def notice_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of notices and a page for each, with its full text."""
    hub = "notices/"
    days = [notice.issued_on for notice in catalogue.notices.values()]
    about = "申报通知、公示、公布等公文的全文和文件。"
    yield Page(
        hub, "notices.html", "公文", about, hub, entry=Entry("栏目", "公文", lists=True), updated=max(days, default="")
    )
    for key, notice in catalogue.notices.items():
        files = catalogue.files[key]
        tables = text_tables(files.passages)
        concerned = [catalogue.notices[by].issued_on for by in _changed_by(notice)]
        yield Page(
            url=f"{hub}{key}/",
            template="notice.html",
            title=notice.title,
            description=f"{notice.kind_name} {notice.document_no}".strip() + f"：{notice.title}",
            hub=hub,
            facts={
                "notice": notice,
                "programme": catalogue.programmes[notice.programme],
                "award": catalogue.awards.get(notice.award),
                "text": tuple(zip(files.passages, tables, strict=True)),
                "sizes": {"pdf": files.pdf.stat().st_size, "docx": files.docx.stat().st_size},
            },
            contents=True,
            tables=(*version_tables(files), *(table for table in tables if table)),
            entry=Entry(notice.kind_name, "公文", notice.document_no),
            updated=max([notice.issued_on, *concerned]),
            linked=linked_notice(catalogue.site, notice),
            feed=f"programmes/{notice.programme}/feed.xml",
        )


def _changed_by(notice: PublicNotice) -> tuple[str, ...]:
    """Keys of the notices that correct, withdraw or supplement a notice."""
    return (*(key for key in (notice.corrected_by, notice.withdrawn_by) if key), *notice.supplemented_by)

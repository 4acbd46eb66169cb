"""How to apply: which rounds are open, and for each who, with what, by when, where to ask."""

from collections.abc import Iterator

from gongshi.pages.catalogue.catalogue import Catalogue, call_of
from gongshi.pages.catalogue.latest import latest
from gongshi.pages.tables.call import materials_table, tasks_table
from gongshi.pages.values.files import form_path
from gongshi.pages.values.page import Entry, Page
from gongshi.pages.values.table import Table
from gongshi.public.round import PublicProgramme


def apply_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The rounds by whether one can still apply, and a page for each."""
    hub = "apply/"
    rounds = [(round_, _days_to_apply(round_), call_of(round_)) for round_ in catalogue.site.programmes]
    yield Page(
        url=hub,
        template="apply.html",
        title="如何申报",
        description="正在受理和即将受理的申报项目，以及各项目的申报条件、材料、时间和联系方式。",
        hub=hub,
        entry=Entry("栏目", "申报项目", lists=True),
        updated=latest(catalogue),
        facts={
            "groups": (
                ("open", [entry for entry in rounds if entry[0].stage == "open"]),
                ("upcoming", [entry for entry in rounds if entry[0].stage == "upcoming"]),
                ("over", [entry for entry in rounds if entry[0].stage not in {"open", "upcoming"}]),
            )
        },
    )
    for programme, period, call in rounds:
        yield Page(
            url=f"programmes/{programme.id}/apply/",
            template="programme_apply.html",
            title=f"{programme.name}：如何申报",
            description=f"{programme.name}的申报主体、条件、时间、材料、申报表和联系方式。",
            hub=hub,
            facts={
                "programme": programme,
                "period": period,
                "call": call,
                "extensions": [event for event in programme.timeline if event.step == "extension"],
                "forms": _forms(catalogue, programme),
            },
            contents=True,
            entry=Entry("如何申报", "申报项目"),
            updated=call.issued_on if call else "",
            feed=f"programmes/{programme.id}/feed.xml",
            tables=_tables(programme),
        )


def _days_to_apply(programme: PublicProgramme) -> tuple[str, str] | None:
    """First and last day for applications."""
    return next(
        ((event.first_day, event.last_day) for event in programme.timeline if event.step == "application"), None
    )


def _forms(catalogue: Catalogue, programme: PublicProgramme) -> tuple[tuple[str, str, int], ...]:
    """The blank form's files: kind, address and octets."""
    form = catalogue.forms.get(programme.id)
    files = (("DOCX", form.docx), ("XLSX", form.xlsx)) if form else ()
    return tuple((kind, form_path(programme.id, kind.lower()), file.stat().st_size) for kind, file in files)


def _tables(programme: PublicProgramme) -> tuple[Table, ...]:
    """The tasks of each category that has some, and what to hand in."""
    tasks = tuple(tasks_table(programme, category) for category in programme.categories if category.tasks)
    return (*tasks, materials_table(programme)) if programme.materials else tasks

"""How to apply: which rounds are open, and for each who, with what, by when, where to ask."""

from collections.abc import Iterator

from gongshi.pages.latest import latest
from gongshi.pages.page import Catalogue, Entry, Page, form_path
from gongshi.pages.table import Cell, Column, Table, text_cell
from gongshi.public.types import PublicCategory, PublicNotice, PublicProgramme

__all__ = ["apply_pages"]


def apply_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The rounds by whether one can still apply, and a page for each."""
    hub = "apply/"
    rounds = [(round_, _period(round_), _call(catalogue, round_)) for round_ in catalogue.site.programmes]
    yield Page(
        url=hub,
        template="apply.html",
        title="如何申报",
        description="正在受理和即将受理的申报项目，以及各项目的申报条件、材料、时间和联系方式。",
        hub=hub,
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
                "extensions": [event for event in programme.timeline if event.name == "延长申报期限"],
                "forms": _forms(catalogue, programme),
            },
            contents=True,
            entry=Entry("如何申报", _words(programme), group="申报项目"),
            updated=call.issued_on if call else "",
            feed=f"programmes/{programme.id}/feed.xml",
            tables=(*_tasks(programme), *((_materials(programme),) if programme.materials else ())),
        )


def _period(programme: PublicProgramme) -> tuple[str, str] | None:
    """First and last day for applications."""
    return next(((event.first_day, event.last_day) for event in programme.timeline if event.name == "申报"), None)


def _call(catalogue: Catalogue, programme: PublicProgramme) -> PublicNotice | None:
    """The call, if it is public and still stands."""
    calls = [notice for notice in programme.notices if notice.kind == "call" and not notice.withdrawn_by]
    return catalogue.notices[calls[0].key] if calls else None


def _forms(catalogue: Catalogue, programme: PublicProgramme) -> tuple[tuple[str, str, int], ...]:
    """The blank form's files: kind, address and octets."""
    form = catalogue.forms.get(programme.id)
    files = (("DOCX", form.docx), ("XLSX", form.xlsx)) if form else ()
    return tuple((kind, form_path(programme.id, kind.lower()), file.stat().st_size) for kind, file in files)


_MATERIALS = (
    Column("material", "材料", heads=True),
    Column("form", "形式要求", "plan"),
    Column("clause", "条款", "clause"),
)


def _materials(programme: PublicProgramme) -> Table:
    rows = tuple((Cell(m.name), text_cell(m.form), text_cell(m.clause)) for m in programme.materials)
    return Table("materials", "申报材料", _MATERIALS, rows)


_TASKS = (
    Column("task", "任务", "plan", heads=True),
    Column("amount", "数量", "period"),
    Column("funded", "可否使用省级资金"),
    Column("clause", "条款", "clause"),
)


def _tasks(programme: PublicProgramme) -> Iterator[Table]:
    for category in programme.categories:
        if category.tasks:
            yield _tasks_of(category)


def _tasks_of(category: PublicCategory) -> Table:
    rows = tuple(
        (Cell(t.name), text_cell(t.amount), Cell("可以" if t.funded else "不得使用"), text_cell(t.clause))
        for t in category.tasks
    )
    return Table(f"tasks-{category.id}", f"{category.short_name}建设任务", _TASKS, rows)


def _words(programme: PublicProgramme) -> str:
    """Conditions, tasks and materials, for the search."""
    parts = [programme.applicant, *(condition.statement for condition in programme.conditions)]
    for category in programme.categories:
        parts += [category.name, category.requirement, category.further_tasks]
        parts += [condition.statement for condition in category.conditions]
        parts += [task.name for task in category.tasks]
    return " ".join([*parts, *(material.name for material in programme.materials)])

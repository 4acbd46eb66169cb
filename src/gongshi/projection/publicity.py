"""Public data on publicity: windows, numbers of objections, substitutions."""

from collections import Counter

from gongshi.documents.round_view import applicant_of
from gongshi.model.model import Model
from gongshi.model.objection import Objection
from gongshi.projection.published import PublishedRound
from gongshi.projection.stages import state_of
from gongshi.public.follow_up import PublicObjectionCount, PublicSubstitution, PublicWindow


def windows_of(published: PublishedRound) -> tuple[PublicWindow, ...]:
    """The windows that have been opened, with the figures of their objections."""
    return tuple(
        PublicWindow(
            name="公示" if window is published.records.publicity else "递补公示",
            published_on=window.published_on.isoformat(),
            first_day=window.first_day.isoformat(),
            last_day=window.last_day.isoformat(),
            state=state_of(window.first_day, window.last_day, published.today),
            notice=f"{published.records.programme.id}/{notice.id}",
            count=len(published.records.publicised_in(window)),
            objections=_count(published, published.objections(window)),
        )
        for window, notice in published.windows
    )


def _count(published: PublishedRound, objections: tuple[Objection, ...]) -> PublicObjectionCount:
    decided = [objection for objection in objections if not published.now.is_pending(objection)]
    states = Counter(objection.state for objection in decided)
    return PublicObjectionCount(
        received=len(objections),
        pending=len(objections) - len(decided),
        not_accepted=states["not_accepted"],
        upheld=states["upheld"],
        partly_upheld=states["partly_upheld"],
        rejected=states["rejected"],
        withdrawn=states["withdrawn"],
        conclusions=tuple(sentence for sentence in map(_conclusion, decided) if sentence),
    )


def _conclusion(objection: Objection) -> str:
    """The conclusion of a decided objection; empty if it names the objector, which a rule refuses as well."""
    looked_into = objection.state in {"upheld", "partly_upheld", "rejected"}
    return (objection.conclusion or "") if looked_into and not objection.conclusion_names_objector else ""


def substitutions_of(model: Model, published: PublishedRound) -> tuple[PublicSubstitution, ...]:
    """Applications that fell out after a 公示 had named them, each with the one that stepped in."""
    records, programme = published.records, published.records.programme.id
    found = []
    for substitution in published.substitutions:
        if substitution.falls_out in published.window_of:
            out = applicant_of(model, records, records.application(substitution.falls_out))
            into = records.applications_by_id.get(substitution.steps_in or "")
            stepped_in = applicant_of(model, records, into) if into else None
            found.append(
                PublicSubstitution(
                    fell_out=f"{out.city}{out.county}",
                    stepped_in=f"{stepped_in.city}{stepped_in.county}" if stepped_in else "",
                    category_name=out.category_name,
                    award=f"{programme}.{stepped_in.id}" if stepped_in else "",
                    notice_date=published.source_of(substitution).issued_on.isoformat(),
                    dropped=f"{programme}.{out.id}",
                )
            )
    return tuple(found)

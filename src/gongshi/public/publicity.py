"""The publicity of a round as the public sees it: its windows, objections as figures, substitutions."""

from collections import Counter

from gongshi.model.application import Application
from gongshi.model.model import Model
from gongshi.model.objection import Objection
from gongshi.public.stages import state_of
from gongshi.public.told import Told
from gongshi.public.types import PublicObjectionCount, PublicSubstitution, PublicWindow


def windows_of(told: Told) -> tuple[PublicWindow, ...]:
    """The windows that have been opened, with the figures of their objections."""
    return tuple(
        PublicWindow(
            name="公示" if window is told.round.publicity else "递补公示",
            published_on=window.published_on.isoformat(),
            first_day=window.first_day.isoformat(),
            last_day=window.last_day.isoformat(),
            state=state_of(window.first_day, window.last_day, told.today),
            notice=f"{told.round.programme.id}/{notice.id}",
            count=len(told.round.publicised_in(window)),
            objections=_count(told, told.objections(window)),
        )
        for window, notice in told.windows
    )


def _count(told: Told, objections: tuple[Objection, ...]) -> PublicObjectionCount:
    decided = [objection for objection in objections if not told.is_pending(objection)]
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
    """The conclusion of one that was looked into; a rule refuses one that names its objector, and so does this."""
    looked_into = objection.state in {"upheld", "partly_upheld", "rejected"}
    return (objection.conclusion or "") if looked_into and not objection.conclusion_names_objector else ""


def substitutions_of(model: Model, told: Told) -> tuple[PublicSubstitution, ...]:
    """Who fell out, if a 公示 named it, and who stepped in."""
    named = {application for window, _ in told.windows for application in told.round.publicised_in(window)}
    found = []
    for substitution in told.substitutions:
        if substitution.falls_out in named:
            out = told.round.application(substitution.falls_out)
            into = told.round.application(substitution.steps_in) if substitution.steps_in else None
            found.append(
                PublicSubstitution(
                    fell_out=_area(model, out),
                    stepped_in=_area(model, into) if into else "",
                    category_name=told.round.scheme.category(out.category).name,
                    award=f"{told.round.programme.id}.{into.id}" if into else "",
                    told_on=told.telling(substitution).issued_on.isoformat(),
                    dropped=f"{told.round.programme.id}.{out.id}",
                )
            )
    return tuple(found)


def _area(model: Model, application: Application) -> str:
    division = model.divisions[application.division]
    return f"{model.cities[division.city].name}{division.name}"

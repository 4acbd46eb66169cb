"""Where in the records a rule points: places by file and key."""

from gongshi.diagnostics import Place
from gongshi.model.programme import Programme
from gongshi.model.scheme import Scheme


def in_scheme(scheme: Scheme, *path: str | int) -> Place:
    """A place in a scheme's file."""
    return Place(f"content/schemes/{scheme.id}.yaml", path)


def in_programme(programme: Programme, *path: str | int) -> Place:
    """A place in programme.yaml."""
    return Place(f"content/programmes/{programme.id}/programme.yaml", path)


def in_application(programme: Programme, application_id: str, *path: str | int) -> Place:
    """A place in one application."""
    file = f"content/programmes/{programme.id}/applications.yaml"
    return Place(file, ("applications", f"#id={application_id}", *path))


def in_reviews(programme: Programme, *path: str | int) -> Place:
    """A place in reviews.yaml."""
    return Place(f"content/programmes/{programme.id}/reviews.yaml", path)


def in_results(programme: Programme, *path: str | int) -> Place:
    """A place in results.yaml."""
    return Place(f"content/programmes/{programme.id}/results.yaml", path)


def in_objections(programme: Programme, objection_id: str, *path: str | int) -> Place:
    """A place in one objection."""
    file = f"content/programmes/{programme.id}/objections.yaml"
    return Place(file, ("objections", f"#id={objection_id}", *path))


def in_supervision(programme: Programme, *path: str | int) -> Place:
    """A place in supervision.yaml."""
    return Place(f"content/programmes/{programme.id}/supervision.yaml", path)


def in_notice(programme: Programme, notice_id: str, *path: str | int) -> Place:
    """A place in one notice's record."""
    return Place(f"content/programmes/{programme.id}/notices.yaml", ("notices", f"#id={notice_id}", *path))

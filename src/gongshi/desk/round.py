"""Opens one round of a workspace for the tables of the desk, without running the rules."""

from dataclasses import dataclass

from gongshi.diagnostics import Report
from gongshi.errors import EXIT_USAGE, GongshiError
from gongshi.model.model import Model
from gongshi.model.round import Round
from gongshi.project import WorkspaceFolder
from gongshi.records.load import Records
from gongshi.records.read import read


class UnknownRoundError(GongshiError):
    """The workspace has no such round; the message names it and those that there are."""

    code = EXIT_USAGE
    sentence = "没有编号为 {0}。No such programme."


@dataclass(frozen=True)
class OpenRound:
    """A round with the records that it was read from."""

    records: Records
    model: Model
    round: Round


def open_round(folder: WorkspaceFolder, programme: str) -> tuple[OpenRound | None, Report]:
    """The round with the id `programme`, and the report of reading; rules are not run.

    No round if any record cannot be read: figures without it would be wrong.

    Raises:
        UnknownRoundError: If there is no such round.
    """
    found = read(folder)
    if found.model is None or found.report.has_errors:
        return None, found.report
    if programme not in found.model.rounds:
        known = "、".join(sorted(found.model.rounds)) or "（无）"
        raise UnknownRoundError(f"{programme} 的申报，现有：{known}")
    return OpenRound(found.records, found.model, found.model.rounds[programme]), found.report

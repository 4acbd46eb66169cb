"""Chooses the notices that `publish --only` names."""

from collections.abc import Sequence
from difflib import get_close_matches

from gongshi.diagnostics import Diagnostic, Place, note
from gongshi.documents.notice import Notice
from gongshi.errors import EXIT_USAGE, GongshiError

ONLY_CHOSEN = note(
    "only-chosen",
    "只生成了指定的 {value} 件公文（{names}）。",
    "其余公文和网站没有更新；要全部更新，请不加 --only 再运行 invoke publish。",
    "Only {value} notices ({names}) were made. The others and the site were left; publish without --only for all.",
)


class UnknownNoticeError(GongshiError):
    """A name that is no notice and no round; the message has the nearest names as well."""

    code = EXIT_USAGE
    sentence = "没有这样的公文或年度申报：{0}。No such notice or round."


def choose(notices: Sequence[Notice], names: Sequence[str]) -> list[Notice]:
    """The notices with the given names, in their own order.

    Args:
        notices: All notices.
        names: Each is one notice, written round/id, or all notices of a round by the round's id.

    Raises:
        UnknownNoticeError: A name is neither.
    """
    known = {name for notice in notices for name in (str(notice.path), notice.programme)}
    for name in names:
        if name not in known:
            nearest = get_close_matches(name, sorted(known), cutoff=0)
            raise UnknownNoticeError(f"{name}（相近的有 {'、'.join(nearest)}）" if nearest else name)
    return [notice for notice in notices if {str(notice.path), notice.programme} & set(names)]


def note_of_choice(names: Sequence[str], chosen: Sequence[Notice]) -> Diagnostic:
    """The note that a run made only some notices and left the others and the site as they were."""
    return Diagnostic(ONLY_CHOSEN, Place("notices/"), value=str(len(chosen)), facts=(("names", "、".join(names)),))

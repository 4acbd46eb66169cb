"""What a kind of notice (文种) is: a row of the table."""

from collections.abc import Callable
from dataclasses import dataclass

from gongshi.documents.composing import Composing, KindForm
from gongshi.documents.notice import Audience, Notice
from gongshi.model.notice import NoticeRecord
from gongshi.model.programme import Programme
from gongshi.model.round import Round

Lacking = tuple[str, str] | None
"""What the records still lack, in Chinese and English; None if nothing."""


def lacks_nothing(_round: Round, _record: NoticeRecord) -> Lacking:
    """For a kind that can be issued at any time."""
    return None


@dataclass(frozen=True)
class NoticeKind:
    """A kind of notice."""

    name: str
    """As records name it; its template is templates/notices/<name>.md.j2."""
    title: str
    """As people name it."""
    form: KindForm
    """Its format; all but `plain` have a number, `document` and `minutes` also an imprint."""
    compose: Callable[[Composing], Notice]
    audience: Audience = "public"
    needs: tuple[str, ...] = ()
    """Fields of the record that say what it is about; any other such field is refused, unless it is in `takes`."""
    takes: tuple[str, ...] = ()
    """Such fields that it may have."""
    lacks: Callable[[Round, NoticeRecord], Lacking] = lacks_nothing
    """What the round still lacks for such a notice."""
    letter_title: str | None = None
    """As people name it where the programme's `approval_form` asks for a letter; None if that does not concern it."""

    def form_in(self, programme: Programme) -> KindForm:
        """Its format in that programme."""
        return "letter" if self.letter_title and programme.approval_form == "letter" else self.form

    def title_in(self, programme: Programme) -> str:
        """Its name in that programme."""
        return self.letter_title if self.letter_title and programme.approval_form == "letter" else self.title

"""What all records have in common: strict, frozen, no unknown keys; and the types of their fields."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, NoReturn, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict
from pydantic_core import PydanticCustomError

T = TypeVar("T")


class Record(BaseModel):
    """A frozen value read from a record file; every field's `title` is its Chinese name."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        defer_build=True,  # the validator of a record inside another one is a part of that one's: most need none alone
    )

    def __iter__(self) -> NoReturn:
        """Refuse to list all fields: a template for the public could, where pydantic makes a record a list of them."""
        raise TypeError(f"{type(self).__name__} is no list")

    def __str__(self) -> str:
        """Refuse to be a text, for the same reason."""
        raise TypeError(f"{type(self).__name__} is no text")


UNFILLED = "待填"
"""Placeholder in a record made from a scaffold: staff have yet to write a value there; no field accepts it."""

# Invisible characters survive every escape and make different names look alike, so no text may hold them:
# C0/C1 controls, zero-width and bidi controls, word joiner, BOM, soft hyphen, variation selectors stay out.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e01ef]"
)


def _visible(text: str) -> str:
    if text.strip() == UNFILLED:
        raise PydanticCustomError("not_filled", "not filled in yet")
    found = _INVISIBLE.search(text)
    if found:
        raise PydanticCustomError(
            "invisible_character", "invisible character {code}", {"code": f"U+{ord(found[0]):04X}"}
        )
    return text


def _one_line(text: str) -> str:
    if "\n" in text or "\t" in text:
        raise PydanticCustomError("not_one_line", "text must be one line")
    if text != text.strip():
        raise PydanticCustomError("padded_text", "text begins or ends with a space")
    if not text:
        raise PydanticCustomError("empty_text", "text is empty")
    return _visible(text)


def _unended(text: str) -> str:
    if text[-1] in "。；，、！？.;,":
        raise PydanticCustomError("ended_text", "text ends with a punctuation mark")
    return text


def _identifier(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", text):
        raise PydanticCustomError("bad_identifier", "identifier must be letters, digits, - and _")
    return text


def _year_month(text: str) -> str:
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", text):
        raise PydanticCustomError("bad_year_month", "month must be written as 2014-07")
    return text


def _decimal(value: Any) -> Any:
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _plain(value: Decimal) -> Decimal:
    """The same number without zeros at its end: 3.50 becomes 3.5. Exact whatever the decimal context."""
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text) if value else Decimal(0)


_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_LENGTH = 18


def _credit_code(text: str) -> str:
    """Unified social credit code with its check character (GB 32100-2015): weights 3^i, modulo 31."""
    sound = len(text) == _CODE_LENGTH and all(character in _CODE_ALPHABET for character in text)
    if sound:
        *values, check = (_CODE_ALPHABET.index(character) for character in text)
        sound = check == -sum(value * 3**place for place, value in enumerate(values)) % len(_CODE_ALPHABET)
    if not sound:
        raise PydanticCustomError("bad_credit_code", "not a unified social credit code")
    return text


Text = Annotated[str, AfterValidator(_one_line)]
"""One line of visible characters, not empty, without spaces at its ends."""

Clause = Annotated[Text, AfterValidator(_unended)]
"""A line that becomes part of a sentence in a notice; it has no punctuation at its end."""

Prose = Annotated[str, AfterValidator(_visible)]
"""Markdown of one or more lines that may name figures of its record by Jinja expressions."""

CreditCode = Annotated[str, AfterValidator(_credit_code)]
"""A unified social credit code (统一社会信用代码)."""

Identifier = Annotated[str, AfterValidator(_identifier)]
"""The id of a record in its file or workspace: letters, digits, hyphen and underscore. Always a string."""

YearMonth = Annotated[str, AfterValidator(_year_month)]
"""A month, written 2014-07."""

Month = Annotated[int, Field(ge=1, le=12)]
"""A month of the year by its number."""

Yuan = Annotated[int, Field(ge=0)]
"""Money in whole 元."""

Count = Annotated[int, Field(ge=0)]
"""A number of things."""

Day = dt.date
"""A calendar day, written 2014-07-10."""

_MOST_DIGITS = 18

Points = Annotated[
    Decimal, BeforeValidator(_decimal), Field(ge=0, le=100, max_digits=_MOST_DIGITS), AfterValidator(_plain)
]
"""A score between 0 and 100, exact."""

Measure = Annotated[Decimal, BeforeValidator(_decimal), Field(ge=0, max_digits=_MOST_DIGITS), AfterValidator(_plain)]
"""A measured figure or the value with which it is compared: a decimal number, not negative, exactly as written."""

Many = Annotated[tuple[T, ...], Strict(strict=False)]
"""A list in the record, a tuple in the model."""


@dataclass(frozen=True, slots=True)
class Key:
    """Marks a list whose items have an id of their own.

    No two items may share it, and messages name an item by its id, not by its position. A faulty item in the list of
    a file is left out, so that the others can be checked.
    """

    field: str
    """The field that holds the id."""


def first_day_of(month: YearMonth) -> Day:
    """The first day of a month written 2014-07."""
    return Day.fromisoformat(f"{month}-01")

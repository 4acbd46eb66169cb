"""The register of document numbers (发文字号): serials in use, and the next free number."""

from collections.abc import Iterable, Iterator

from gongshi.model.notice import DOCUMENT_NO


def serials(code: str, year: int, numbers: Iterable[str]) -> Iterator[int]:
    """Serials in use under one code in one year."""
    for number in numbers:
        parts = DOCUMENT_NO.fullmatch(number)
        if parts and parts["code"] == code and int(parts["year"]) == year:
            yield int(parts["serial"])


def next_number(code: str, year: int, numbers: Iterable[str]) -> str:
    """The number after the highest in use; gaps are not filled, as their numbers may be in use outside the records.

    GB/T 9704-2012, 7.2.5: the year in full between 〔 and 〕, the serial without leading zero.
    """
    return f"{code}〔{year}〕{max(serials(code, year, numbers), default=0) + 1}号"

"""A notice whose Markdown bodies have been read: the input of every writer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from gongshi.documents.notice import Attachment, Notice
from gongshi.render.text import Table, Text


@dataclass(frozen=True)
class ParsedNotice:
    """A notice with the text of each of its Markdown bodies."""

    notice: Notice
    body: Text
    attachments: tuple[Text, ...]
    """Of the notice's attachments, in their order."""
    enclosure: Text
    """Of the enclosure; empty if there is none."""
    enclosed: tuple[Text, ...]
    """Of the enclosure's attachments."""

    @property
    def grouped_tables(self) -> list[Table]:
        """The tables that have merged cells on paper, in the order of the pages."""
        texts = (self.body, *self.attachments, self.enclosure, *self.enclosed)
        return [block for text in texts for block in text if isinstance(block, Table) and block.groups]

    def with_pages(self, pages: Sequence[int]) -> "ParsedNotice":
        """The notice with the page of each row of its grouped tables.

        Args:
            pages: The page of each row, from first to last. If they are not as many as the rows, every row
                counts as a page of its own, so that no cells are merged.
        """
        count = sum(len(table.rows) for table in self.grouped_tables)
        left = iter(pages if len(pages) == count else range(count))
        return replace(
            self,
            body=_with_pages(self.body, left),
            attachments=tuple(_with_pages(text, left) for text in self.attachments),
            enclosure=_with_pages(self.enclosure, left),
            enclosed=tuple(_with_pages(text, left) for text in self.enclosed),
        )


def parse_notice(notice: Notice, text_of: Callable[[str], Text]) -> ParsedNotice:
    """The notice with its bodies as `text_of` reads them."""

    def texts(attachments: Sequence[Attachment]) -> tuple[Text, ...]:
        return tuple(text_of(attachment.body) for attachment in attachments)

    enclosure = notice.enclosure
    return ParsedNotice(
        notice=notice,
        body=text_of(notice.body),
        attachments=texts(notice.attachments),
        enclosure=text_of(enclosure.body) if enclosure else (),
        enclosed=texts(enclosure.attachments) if enclosure else (),
    )


def _with_pages(text: Text, pages: Iterator[int]) -> Text:
    return tuple(
        replace(block, pages=tuple(islice(pages, len(block.rows))))
        if isinstance(block, Table) and block.groups
        else block
        for block in text
    )

"""The text of a published notice, cut so that the files of each of its tables can be offered below it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """A stretch of a notice's text up to the end of a table, or to the end of the text."""

    html: str
    """Finished, escaped HTML (h2 to h5, p, table).

    Classes set its parts as in print: addressees, attachments, signature, label; sections enclosure, attachment.
    """
    caption: str = ""
    """What the table that it ends with is called; empty if it ends with none."""
    head: tuple[str, ...] = ()
    """Words of the table's head, by column."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Words of its cells, row by row; nothing is merged."""

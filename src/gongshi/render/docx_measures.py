"""Measures of the DOCX with their clauses of GB/T 9704-2012: twips (1/20 pt) unless said otherwise.

Where ink is to lie at a place, lines are exact and 1.2 em high: there Word and LibreOffice put the baseline alike.
"""

CHARACTER = 316
"""Advance of one body character: 156 mm / 28 (5.2.3)."""
LINE_CHARACTERS = 28
"""Characters of a line (5.2.3)."""
TIGHTEN = -5
"""What it takes from the 16 pt of a body character, so that a line holds 28 (5.2.3)."""
PITCH = 579
"""Line pitch: 225 mm / 22 is 579.8; at 580 LibreOffice sets 21 lines (5.2.3)."""
TEXT_WIDTH = 8844
"""156 mm (5.2.1)."""

PAGE: dict[str, str | int] = {"w": 11906, "h": 16838}
"""A4 (5.1)."""
MARGINS: dict[str, str | int] = {
    "top": 2098,
    "right": 1474,
    "bottom": 1984,
    "left": 1588,
    "header": 832,
    "footer": 1438,
    "gutter": 0,
}
"""37, 26, 35, 28 mm (5.2.1). The mark's characters begin 15 mm below the edge of the sheet;
`footer` puts the dash of the page number 7 mm below the text (7.5)."""
GRID: dict[str, str | int] = {"type": "lines", "linePitch": PITCH}
"""Lines only: LibreOffice gives each hanzi two cells of a character grid."""

MARK_LINE = 216
"""Line of the mark: 1.2 em of 9 pt."""
FOOTER_LINE = 336
"""Line of the page number: 1.2 em of 14 pt."""
FOOTER_ROOM = 546
"""Bottom margin less `footer`: an empty footer of this height keeps the text area as high as it is elsewhere."""
OUTER_CHARACTER = 280
"""One character of 14 pt, by which page number and imprint stand off the edge (7.4, 7.5)."""

HEADER_TOP = 1984.25
"""35 mm from the top of the text to the ink of the organs' names (7.2.4)."""
INK_DROP = 0.14
"""How far below the top of a 1.2 em line the ink of the names begins, in em: 0.12 in Noto Serif CJK Bold, 0.20 in
FandolSong; between the two, so that either comes within 1 mm."""
NUMBER_ABOVE = 2 * PITCH - 60
"""Two lines between names and number, less some of the air that the names' line has itself (7.2.5): below a single
name the title then begins on line 11 of the page."""
NUMBER_LINE = 426
NUMBER_SPACE = 9
"""Points from the number's line to the red rule: with the line's own air 4 mm below the characters (7.2.7)."""

IMPRINT_LINE = 420
"""Line of the imprint, 14 pt type (7.4)."""
IMPRINT_LEFT = 1588
"""The imprint begins at the left margin; measured from the page, else LibreOffice leaves it in the text."""

TABLE_LINES = {14: 392, 12: 336}
"""Lines of table text by size in points: 1.4 em."""
TABLE_ROW = PITCH * 9 // 10
"""Height of a row of one line."""
CELL_SIDE = 91
"""1.6 mm beside the text of a cell."""

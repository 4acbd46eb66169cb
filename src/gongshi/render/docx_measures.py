"""Measures of the DOCX with their clauses of GB/T 9704-2012: twips (1/20 pt) unless said otherwise.

Where the position of ink matters, lines are exactly 1.2 em high: there Word and LibreOffice agree on the baseline.
"""

CHARACTER = 316
"""Advance of one body character: 156 mm / 28 (5.2.3)."""
LINE_CHARACTERS = 28
"""Characters of a line (5.2.3)."""
LINES = 22
"""Lines of a page (5.2.3)."""
TIGHTEN = -4
"""Spacing added to a body character of 16 pt so that its advance is CHARACTER (5.2.3)."""
OVERHANG = 10
"""28 advances in whole twips are 8848, four more than TEXT_WIDTH: lines of text may reach this far beyond it."""
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
"""37, 26, 35, 28 mm (5.2.1). The characters of 样例 and 草稿 begin 15 mm below the edge of the sheet;
`footer` puts the dash of the page number 7 mm below the text (7.5)."""
GRID: dict[str, str | int] = {"type": "lines", "linePitch": PITCH}
"""Lines only: LibreOffice gives each hanzi two cells of a character grid."""

TURNED_PAGE: dict[str, str | int] = {"w": 16838, "h": 11906, "orient": "landscape"}
TURNED_MARGINS: dict[str, str | int] = {
    "top": 1588,
    "right": 2098,
    "bottom": 1474,
    "left": 1984,
    "header": 832,
    "footer": 928,
    "gutter": 0,
}
"""The upright page turned, heads of tables at the left edge of the sheet (clause 8)."""
MIRRORED_TURNED_MARGINS = TURNED_MARGINS | {"top": 1531, "right": 1984, "bottom": 1531}
"""Mirrored margins alternate left and right ones, on turned pages too, which must not move: so both are equal, and
text keeps 2 mm off the right one. Upper and lower ones cannot alternate: there the type area lies midway between its
two positions, 1 mm from either."""
TURNED_GRID: dict[str, str | int] = {"linePitch": PITCH}
"""Without lines: LibreOffice would centre them in the height of the text and so lower the first one by 1.4 mm."""
TURNED_WIDTH = 12756
"""225 mm."""
TURNED_NUMBER = {"default": 6752, "even": 1871}
"""Upper edge of the turned page number from the long upper edge of the sheet, by side (clause 8)."""
TURNED_NUMBER_LEFT = 1442
TURNED_NUMBER_LENGTH = 3400

MARK_LINE = 216
"""Height of the line of 样例 and 草稿: 1.2 em of 9 pt."""
FOOTER_LINE = 336
"""Line of the page number: 1.2 em of 14 pt."""
OUTER_CHARACTER = 280
"""One character of 14 pt, by which page number and imprint stand off the edge (7.4, 7.5)."""

HEADER_TOP = 1984.25
"""35 mm from the top of the text to the ink of the organs' names (7.2.4)."""
INK_DROP = 0.14
"""How far below the top of a 1.2 em line the ink of the names begins, in em: 0.12 in Noto Serif CJK Bold, 0.20 in
FandolSong; between the two, so that either comes within 1 mm."""
NUMBER_ABOVE = 2 * PITCH - 60
"""Two lines between names and number, less a part of the blank in the names' own line (7.2.5): below a single
name the title then begins on line 11 of the page."""
NUMBER_LINE = 426
SIGNERS_BELOW = 122
"""From a row of signers to the number's row, so that their baselines are one line apart (7.2.6)."""
NUMBER_SPACE = 9
"""Points from the number's line to the red rule: with the blank in that line 4 mm below the characters (7.2.7)."""

ORDER_TOP = 1134
"""20 mm from the top of the text to the ink of an order's masthead (10.2)."""
LETTER_TOP = 1701
"""30 mm from the top of the sheet to the ink of a letter's masthead (10.1)."""
LETTER_OVERHANG = 397
"""7 mm by which the double rules of a letter, 170 mm long, pass the text on either side (10.1)."""
LETTER_WEIGHT = 18
"""Thick part of the double rules in eighths of a point: 0.8 mm; gap and thin part have half of it each."""
LETTER_RULE = 20
"""Height of the empty line whose border is a letter's double rule."""
LETTER_RULE_ABOVE = 86
"""From the frame of a letter's masthead to that line, so that it lies 4 mm below the masthead's ink (10.1)."""
LETTER_BELOW_RULE = 119
"""From a letter's double rule to the lines below it: with the blank in these 4.94 mm (10.1)."""
LETTER_FOOTER = 1134
"""Bottom of a letter's footer: its second double rule lies 20 mm above the lower edge of the sheet (10.1)."""

IMPRINT_LINE = 420
"""Line of the imprint, 14 pt type (7.4)."""
IMPRINT_LEFT = 1588
"""The imprint begins at the left margin; measured from the page, else LibreOffice leaves it in the text."""
MIRRORED_SHIFT = 114
"""How much further left the text of an even page lies in a mirrored document: 28 - 26 mm (5.2.1)."""

TABLE_LINES = {14: 392, 12: 336}
"""Lines of table text by size in points: 1.4 em."""
TABLE_ROW = PITCH * 9 // 10
"""Height of a row of one line, its rule included."""
TABLE_RULE = 15
"""Rule of 0.75 pt below a row; writers add it to the height of the cells, and 24 of them would be a row of the page."""
CELL_SIDE = 91
"""1.6 mm beside the text of a cell."""


def width_of(text: str) -> int:
    """Width of a line in body type: hanzi are one character wide, ASCII half of one."""
    return round(sum(0.5 if char.isascii() else 1 for char in text) * CHARACTER)

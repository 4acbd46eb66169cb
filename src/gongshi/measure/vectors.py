"""The rules of a page: strokes and thin filled boxes, pieces of one rule joined."""

import ctypes
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pypdfium2.raw as pdfium

from gongshi.measure.page import MM, Colour, Rule, Upright

_THIN = 1.5
"""Millimetres up to which a filled box counts as a rule by its height."""
_JOINED = 0.6
"""Millimetres up to which pieces count as one rule."""
Matrix = tuple[float, float, float, float, float, float]
_UPRIGHT: Matrix = (1, 0, 0, 1, 0, 0)
_WHITE = 250


def rules_of(page: Any, number: int, height: float) -> tuple[tuple[Rule, ...], tuple[Upright, ...]]:
    """Rules of an open page from top to bottom, and its upright rules.

    Args:
        page: PDFium's handle of the page.
        number: The page's number.
        height: Height of the page in points.
    """
    level: list[Rule] = []
    uprights: list[Upright] = []
    for x0, y0, x1, y1, weight, colour in _strokes(page, pdfium.FPDFPage_GetObject, _count(page), _UPRIGHT):
        left, right, top, bottom = x0 * MM, x1 * MM, (height - y1) * MM, (height - y0) * MM
        if bottom - top <= _THIN and right - left > bottom - top:
            thickness = weight * MM or bottom - top
            level.append(Rule(number, left, right, (top + bottom) / 2, thickness, colour))
        elif right - left <= _THIN:
            uprights.append(Upright(top, bottom))
    return tuple(_joined(level)), tuple(uprights)


def _joined(rules: list[Rule]) -> Iterator[Rule]:
    """Rules with pieces that touch made one."""
    ordered = sorted(rules, key=lambda rule: (round(rule.y, 1), rule.colour, round(rule.thickness, 2), rule.x0))
    for _, row in groupby(ordered, key=lambda rule: (round(rule.y, 1), rule.colour, round(rule.thickness, 2))):
        whole: Rule | None = None
        for piece in row:
            if whole and piece.x0 - whole.x1 <= _JOINED:
                whole = Rule(
                    whole.page,
                    whole.x0,
                    max(whole.x1, piece.x1),
                    whole.y,
                    max(whole.thickness, piece.thickness),
                    whole.colour,
                )
                continue
            if whole:
                yield whole
            whole = piece
        if whole:
            yield whole


def _count(page: Any) -> int:
    return int(pdfium.FPDFPage_CountObjects(page))


def _strokes(
    holder: Any, get: Any, count: int, outer: Matrix
) -> Iterator[tuple[float, float, float, float, float, Colour]]:
    """Box (left, lower, right, upper; points from the lower left corner), weight (0: filled), colour of each path."""
    for at in range(count):
        item = get(holder, at)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM):
            continue
        matrix = _times(_matrix(item), outer)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            inner = pdfium.FPDFFormObj_CountObjects(item)
            yield from _strokes(item, pdfium.FPDFFormObj_GetObject, inner, matrix)
            continue
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
        colour = _colour(item, stroked=bool(stroke.value))
        points = _points(item, matrix)
        if not points or not (fill.value or stroke.value) or min(colour) > _WHITE:
            continue
        width = ctypes.c_float()
        if stroke.value:
            pdfium.FPDFPageObj_GetStrokeWidth(item, width)
        xs, ys = [x for x, _ in points], [y for _, y in points]
        scale = abs(matrix[3] or matrix[1])
        yield min(xs), min(ys), max(xs), max(ys), width.value * scale, colour


def _points(item: Any, matrix: Matrix) -> list[tuple[float, float]]:
    """The corners of a path on the page."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for at in range(pdfium.FPDFPath_CountSegments(item)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(item, at), x, y)
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
    return points


def _matrix(item: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """The transformation that applies `inner` and then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _colour(item: Any, *, stroked: bool) -> Colour:
    parts = [ctypes.c_uint() for _ in range(4)]
    ask = pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor
    ask(item, *parts)
    return (parts[0].value, parts[1].value, parts[2].value)

"""The blank application form as XLSX: the same fields, with cells that take only what belongs into them."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from gongshi.documents.form import BlankForm, EntryKind, FormField

_ROWS = 60
"""Rows of the project table."""
_HIGH = 28
"""Height in points of a row that has room for handwriting or for two lines."""
_WIDTHS = {"text": 22, "category": 26, "credit_code": 22, "whole": 14, "number": 12, "month": 13}
_MONTH = 'yyyy"年"m"月"'
_EARLIEST = dt.date(1990, 1, 1)
_CODE = 18
"""Characters of a unified social credit code (GB 32100-2015)."""
_RULES: dict[EntryKind, tuple[dict[str, Any], str]] = {
    "month": ({"validate": "date", "criteria": ">=", "value": _EARLIEST}, "请填写年月，如 2016-07。"),
    "whole": ({"validate": "integer", "criteria": ">=", "value": 0}, "请填写整数，不加单位。"),
    "number": ({"validate": "decimal", "criteria": ">=", "value": 0}, "请填写数字，不加单位。"),
    "credit_code": ({"validate": "length", "criteria": "==", "value": _CODE}, f"统一社会信用代码为{_CODE}位。"),
}
"""Excel's validation of a cell by kind of entry, and the message that is shown for a wrong entry."""
_HEAD = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "border": 1, "bg_color": "#F2F2F2"}
_CELL = {"border": 1, "valign": "vcenter", "text_wrap": True}
_FONT = {"font_name": "宋体", "font_size": 11}


def write_form_xlsx(form: BlankForm, out: Path) -> None:
    """Write the form; equal forms give equal bytes.

    Args:
        form: What is to be filled in.
        out: Where the file goes; its folder exists.
    """
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": f"{form.title}（申报表）",
                "author": form.organ,
                "created": dt.datetime.fromisoformat(f"{form.issued_on}T00:00:00+00:00"),
            }
        )
        sheets = _Sheets(book, form)
        sheets.cover()
        sheets.projects()
        if form.tasks:
            sheets.tasks()
        if form.metrics:
            sheets.figures()


class _Sheets:
    """The sheets of one workbook."""

    def __init__(self, book: Any, form: BlankForm) -> None:
        self._book, self._form = book, form
        self._title = book.add_format({**_FONT, "bold": True, "font_size": 18, "align": "center", "valign": "vcenter"})
        self._head = book.add_format({**_FONT, **_HEAD})
        self._fixed = book.add_format({**_FONT, **_CELL})
        self._centred = book.add_format({**_FONT, **_CELL, "align": "center"})
        self._month = book.add_format({**_FONT, **_CELL, "num_format": _MONTH, "align": "center"})
        self._money = book.add_format({**_FONT, **_CELL, "num_format": "#,##0"})
        self._text = book.add_format({**_FONT, **_CELL, "num_format": "@"})

    def cover(self) -> None:
        """封面: one row for each field."""
        sheet = self._sheet("封面", [26, 56], self._form.title)
        asked = {field.title for field in self._form.about}
        plain = [FormField(name, "text", required=True) for name in self._form.cover_fields if name not in asked]
        for row, field in enumerate([*plain, *self._form.about], start=1):
            sheet.set_row(row, _HIGH)
            sheet.write_string(row, 0, field.title + ("" if field.required else "（可不填）"), self._head)
            self._entry(sheet, row, row, 1, field)

    def projects(self) -> None:
        """项目情况表: one project a row."""
        fields = self._form.projects
        widths = [6, *(_WIDTHS[field.kind] * (2 if field.limit else 1) for field in fields)]
        sheet = self._sheet("项目情况表", widths, "项目情况表")
        self._heads(sheet, ["序号", *(_headed(field) for field in fields)])
        for at in range(_ROWS):
            sheet.write_number(2 + at, 0, at + 1, self._centred)
        for column, field in enumerate(fields, start=1):
            self._entry(sheet, 2, 1 + _ROWS, column, field)

    def tasks(self) -> None:
        """任务数量表: the number that the plan promises of each task of its category."""
        sheet = self._sheet("任务数量表", [20, 36, 16, 12], "任务数量表")
        self._heads(sheet, ["类别", "任务", "要求", self._form.task_number.title])
        for row, task in enumerate(self._form.tasks, start=2):
            sheet.set_row(row, _HIGH)
            sheet.write_string(row, 0, task.category, self._fixed)
            sheet.write_string(row, 1, task.name, self._fixed)
            sheet.write_string(row, 2, task.amount, self._centred)
            self._entry(sheet, row, row, 3, self._form.task_number)

    def figures(self) -> None:
        """指标表: the applicant's figures and where they come from."""
        sheet = self._sheet("指标表", [36, 12, *(_WIDTHS[field.kind] for field in self._form.figure)], "指标表")
        self._heads(sheet, ["指标", "单位", *(field.title for field in self._form.figure)])
        for row, (name, unit) in enumerate(self._form.metrics, start=2):
            sheet.set_row(row, _HIGH)
            sheet.write_string(row, 0, name, self._fixed)
            sheet.write_string(row, 1, unit, self._centred)
            for column, field in enumerate(self._form.figure, start=2):
                self._entry(sheet, row, row, column, field)

    def _sheet(self, name: str, widths: Sequence[int], title: str) -> Any:
        """A sheet for A4, its title over all columns, its head repeated on paper."""
        sheet = self._book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.merge_range(0, 0, 0, len(widths) - 1, title, self._title)
        sheet.set_row(0, 36)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C第&P页，共&N页")
        if sum(widths) > 100:  # noqa: PLR2004 - characters that fit an upright page
            sheet.set_landscape()
        if self._form.watermarks:
            sheet.set_header(f"&C{' · '.join(self._form.watermarks)}")
        return sheet

    def _heads(self, sheet: Any, heads: Sequence[str]) -> None:
        for column, head in enumerate(heads):
            sheet.write_string(1, column, head, self._head)
        sheet.set_row(1, 34)
        sheet.freeze_panes(2, 0)
        sheet.repeat_rows(1)

    def _entry(self, sheet: Any, first: int, last: int, column: int, field: FormField) -> None:
        """Blank cells that take what the field takes."""
        look = {"month": self._month, "whole": self._money, "number": self._fixed}.get(field.kind, self._text)
        for row in range(first, last + 1):
            sheet.write_blank(row, column, None, look)
        rule = _rule(field, self._form.categories)
        if rule:
            sheet.data_validation(first, column, last, column, rule)


def _headed(field: FormField) -> str:
    """The head of a column, with its limit."""
    notes = [f"不超过{field.limit}字"] if field.limit else []
    notes += [] if field.required else ["可不填"]
    return field.title + (f"\n（{'，'.join(notes)}）" if notes else "")


def _rule(field: FormField, categories: Sequence[str]) -> dict[str, Any] | None:
    """The data validation of a field with its message for a wrong entry; None for free text."""
    if field.limit:
        rule, message = {"validate": "length", "criteria": "<=", "value": field.limit}, f"不超过{field.limit}字。"
    elif field.kind == "category":
        rule, message = {"validate": "list", "source": list(categories)}, "请从列表中选择。"
    elif field.kind in _RULES:
        rule, message = _RULES[field.kind]
    else:
        return None
    return {**rule, "error_title": "填写有误", "error_message": message, "input_message": message}

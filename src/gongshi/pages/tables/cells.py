"""Cells that several tables share: an award's area, plan, status and money, a progress report."""

from gongshi.pages.tables.table import Cell, text_cell, wan_cell
from gongshi.pages.wording import AWARD_STATUS, REPORT_STATUS
from gongshi.public.types import AwardStatus, PublicAward, PublicReport

__all__ = ["amount_cell", "area_cell", "plan_cell", "report_cell", "status_cell"]


def area_cell(award: PublicAward) -> Cell:
    """The county of an award, leading to the award; struck through once its title was taken away."""
    return Cell(award.county, link=f"awards/{award.id}/", struck=award.status == "revoked")


def plan_cell(award: PublicAward) -> Cell:
    """The title of an award's plan; struck through once its title was taken away."""
    return Cell(award.plan_title, struck=award.status == "revoked")


def status_cell(status: AwardStatus) -> Cell:
    """Whether an award is proposed, given, a pilot or cancelled, as a badge."""
    return Cell(AWARD_STATUS[status], badge=status)


def amount_cell(award: PublicAward) -> Cell:
    """What an award brings, in 万元, or why no amount stands there."""
    return wan_cell(award.amount, "不安排" if award.status == "pilot" else "文件未载明")


def report_cell(report: PublicReport | None) -> Cell:
    """Whether a progress report came in time, as a mark; a dash where none was due."""
    return Cell(REPORT_STATUS[report.status], badge=report.status) if report else text_cell("")

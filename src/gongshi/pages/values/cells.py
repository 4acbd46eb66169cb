"""Cells that several tables share: an award's area, plan, status and money, a progress report."""

from dataclasses import replace

from gongshi.pages.values.money import Money
from gongshi.pages.values.table import NONE, Cell, money_cell, text_cell
from gongshi.pages.values.wording import AWARD_STATUS, REPORT_STATUS
from gongshi.public.award import AwardStatus, PublicAward
from gongshi.public.category import PublicCategory
from gongshi.public.follow_up import PublicReport
from gongshi.public.round import PublicProgramme
from gongshi.public.scheme import PublicTarget

NO_MONEY = "不安排"
"""What stands for the money of those who get none, apart from money that no document states."""


def area_cell(award: PublicAward) -> Cell:
    """The county of an award, leading to the award."""
    return Cell(award.county, link=f"awards/{award.id}/")


def area_alone_cell(award: PublicAward) -> Cell:
    """The same for a table without a status column: a title that was taken away is marked beside the name."""
    cell = area_cell(award)
    return replace(cell, text=f"{cell.text}（{AWARD_STATUS['revoked']}）") if award.status == "revoked" else cell


def round_cell(programme: PublicProgramme) -> Cell:
    """The name of a round, leading to its page."""
    return text_cell(programme.name, f"programmes/{programme.id}/")


def category_cell(name: str, scheme: str, category: str) -> Cell:
    """The name of a category, leading to its page; scheme and category by their ids."""
    return text_cell(name, f"categories/{scheme}.{category}/")


def plan_cell(award: PublicAward, link: str = "", otherwise: str = NONE) -> Cell:
    """The title of an award's plan, struck through once its honour was taken away; `otherwise` if it is not public."""
    return Cell(award.plan_title or otherwise, link=link, struck=award.status == "revoked")


def status_cell(status: AwardStatus) -> Cell:
    """Whether an award is proposed, given, a pilot or cancelled, as a badge."""
    return Cell(AWARD_STATUS[status], badge=status)


def amount_cell(award: PublicAward) -> Cell:
    """What an award brings, in 万元, or why no amount stands there."""
    if award.status == "dropped":
        return money_cell(None)
    return money_cell(award.amount, "文件未载明") if award.funded else Cell(NO_MONEY)


def category_amount_cell(category: PublicCategory | PublicTarget) -> Cell:
    """What one winner of a category gets, in 万元, or why no amount stands there."""
    return money_cell(category.amount, "未载明") if category.funded else Cell(NO_MONEY)


def announced_cell(money: Money) -> Cell:
    """What was announced in all, in 万元, or why no sum stands there."""
    words = "文件未载明" if money.unstated else NO_MONEY if money.unfunded else NONE
    return money_cell(money.announced, words)


def report_cell(report: PublicReport | None) -> Cell:
    """Whether a progress report came in time, as a badge; a dash where none was due."""
    return Cell(REPORT_STATUS[report.status], badge=report.status) if report else text_cell("")

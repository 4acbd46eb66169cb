"""Data sets of what follows an award: money paid, rewards, reports, grades."""

from gongshi.pages.data import shared
from gongshi.pages.data.dataset import Column, Dataset, Part, parts
from gongshi.pages.values.wording import REPORT_STATUS, continued
from gongshi.public.award import PublicAward
from gongshi.public.follow_up import PublicEvaluation, PublicPaid, PublicReport, PublicReward
from gongshi.public.site import PublicSite


def _winners(site: PublicSite) -> list[PublicAward]:
    return [award for programme in site.programmes for award in programme.awards]


# fmt: off
# One row a column: the formatter would spread each over eight lines.
PAID = Dataset[Part[PublicAward, PublicPaid]](
    "paid", "资金下达", "Money paid",
    "每行一笔已经下达的资金，资金下达文件发布后列出。",
    "One row for each payment, listed once the notice of payment is published.",
    items=lambda site: parts(_winners(site), lambda award: award.paid),
    columns=(
        shared.AWARD,
        Column("year", "integer", "预算年度", "Budget year", "资金所属年度", "The year whose budget bears it"),
        shared.PAYER,
        Column("amount", "integer", "金额（元）", "Amount (CNY)", "下达金额", "What was paid, in yuan"),
        shared.NOTICE_DATE,
        shared.number("该地区的第几笔资金", "Its place among the payments to the area"),
    ), key=("award", "number"), references=(shared.TO_AWARD,))

REWARDS = Dataset[Part[PublicAward, PublicReward]](
    "rewards", "奖励", "Rewards",
    "每行一笔奖励，奖励文件发布后列出。",
    "One row for each reward, listed once its notice is published.",
    items=lambda site: parts(_winners(site), lambda award: award.rewards),
    columns=(
        shared.AWARD,
        Column("year", "integer", "评价年度", "Year evaluated", "奖励所依据的评价年度",
               "The year whose evaluation it rests on"),
        shared.PAYER,
        Column("amount", "integer", "奖励金额（元）", "Reward (CNY)", "奖励金额", "In yuan"),
        shared.NOTICE_DATE,
    ), key=("award", "year"), references=(shared.TO_AWARD,))

REPORTS = Dataset[Part[PublicAward, PublicReport]](
    "reports", "进展报告", "Progress reports",
    "每行一个列入地区应报送的一次进展报告。",
    "One row for each progress report that a winner owes.",
    items=lambda site: parts(_winners(site), lambda award: award.reports),
    columns=(
        shared.AWARD,
        Column("due", "yearmonth", "应报月份", "Due", "年-月，应于该月底前报送", "Month, at whose end it is due"),
        Column("status", "string", "报送情况", "Status", "、".join(REPORT_STATUS.values()),
               "In time, late, missing, not due yet, in the order of the Chinese words",
               lambda part: REPORT_STATUS[part.item.status], values=tuple(REPORT_STATUS.values())),
        Column("received_on", "date", "收到日期", "Received on", "年-月-日；空白表示没有收到",
               "Date; empty if it has not come", optional=True),
    ), key=("award", "due"), references=(shared.TO_AWARD,))

EVALUATIONS = Dataset[Part[PublicAward, PublicEvaluation]](
    "evaluations", "绩效评价", "Evaluations",
    "每行一个列入地区一个年度的评价等次，评价结果公布后列出。",
    "One row for the grade of a winner in one year, listed once the results are published.",
    items=lambda site: parts(_winners(site), lambda award: award.evaluations),
    columns=(
        shared.AWARD,
        Column("year", "integer", "评价年度", "Year evaluated", "年份", "Year"),
        Column("grade", "string", "评价等次", "Grade", "评价等次", "Grade"),
        Column("continued", "string", "次年支持", "Support next year", "继续支持、不再支持或者未定",
               "Goes on, ends, or not decided, in the order of the Chinese words",
               lambda part: continued(part.item.continued),
               values=tuple(continued(decision) for decision in (True, False, None))),
    ), key=("award", "year"), references=(shared.TO_AWARD,))

"""Data sets of what follows an award: money paid, rewards, reports, grades."""

from gongshi.pages.data.dataset import Column, Dataset, Part, Reference, parts
from gongshi.pages.values.wording import REPORT_STATUS, continued
from gongshi.public.types import PublicAward, PublicEvaluation, PublicPaid, PublicReport, PublicReward, PublicSite


def _awards(site: PublicSite) -> list[PublicAward]:
    return [award for programme in site.programmes for award in programme.awards]


_AWARD = (Reference(("award",), "awards", ("id",)),)

_PAID = Dataset[Part[PublicAward, PublicPaid]](
    "paid",
    "资金下达",
    "Money paid",
    "每行一笔已经下达的资金，资金下达文件发布后列出。",
    "One row for each payment, listed once the notice of payment is published.",
    lambda site: parts(_awards(site), lambda award: award.paid),
    (
        Column("award", "列入编号", "Award ID", "见“列入名单”的编号", "See the ID in awards", lambda part: part.of.id),
        Column(
            "year",
            "预算年度",
            "Budget year",
            "资金所属年度",
            "The year whose budget bears it",
            lambda part: part.it.year,
            type="integer",
        ),
        Column("payer", "资金来源", "Payer", "承担资金的财政", "The treasury that pays", lambda part: part.it.payer),
        Column(
            "amount",
            "金额（元）",
            "Amount (CNY)",
            "下达金额",
            "What was paid, in yuan",
            lambda part: part.it.amount,
            type="integer",
        ),
        Column(
            "decided_on",
            "下达日期",
            "Notice of payment on",
            "资金下达文件的日期，年-月-日",
            "Date of the notice of payment",
            lambda part: part.it.told_on,
            type="date",
        ),
        Column(
            "number",
            "次序",
            "Number",
            "该地区的第几笔资金",
            "Its place among the payments to the area",
            lambda part: part.number,
            type="integer",
        ),
    ),
    ("award", "number"),
    _AWARD,
)

_REWARDS = Dataset[Part[PublicAward, PublicReward]](
    "rewards",
    "奖励",
    "Rewards",
    "每行一笔奖励，奖励文件发布后列出。",
    "One row for each reward, listed once its notice is published.",
    lambda site: parts(_awards(site), lambda award: award.rewards),
    (
        Column("award", "列入编号", "Award ID", "见“列入名单”的编号", "See the ID in awards", lambda part: part.of.id),
        Column(
            "year",
            "评价年度",
            "Year evaluated",
            "奖励所依据的评价年度",
            "The year whose evaluation it rests on",
            lambda part: part.it.year,
            type="integer",
        ),
        Column("payer", "资金来源", "Payer", "承担资金的财政", "The treasury that pays", lambda part: part.it.payer),
        Column(
            "amount",
            "奖励金额（元）",
            "Reward (CNY)",
            "奖励金额",
            "In yuan",
            lambda part: part.it.amount,
            type="integer",
        ),
        Column(
            "decided_on",
            "决定日期",
            "Notice of reward on",
            "奖励文件的日期，年-月-日",
            "Date of the notice of the reward",
            lambda part: part.it.told_on,
            type="date",
        ),
    ),
    ("award", "year"),
    _AWARD,
)

_REPORTS = Dataset[Part[PublicAward, PublicReport]](
    "reports",
    "进展报告",
    "Progress reports",
    "每行一个列入地区应报送的一次进展报告。",
    "One row for each progress report that a winner owes.",
    lambda site: parts(_awards(site), lambda award: award.reports),
    (
        Column("award", "列入编号", "Award ID", "见“列入名单”的编号", "See the ID in awards", lambda part: part.of.id),
        Column(
            "due",
            "应报月份",
            "Due",
            "年-月，应于该月底前报送",
            "Month, at whose end it is due",
            lambda part: part.it.due,
            type="yearmonth",
        ),
        Column(
            "status",
            "报送情况",
            "Status",
            "、".join(REPORT_STATUS.values()),
            "In time, late, missing, not due yet, in the order of the Chinese words",
            lambda part: REPORT_STATUS[part.it.status],
            values=tuple(REPORT_STATUS.values()),
        ),
        Column(
            "received_on",
            "收到日期",
            "Received on",
            "年-月-日；空白表示没有收到",
            "Date; empty if it has not come",
            lambda part: part.it.received_on,
            type="date",
            optional=True,
        ),
    ),
    ("award", "due"),
    _AWARD,
)

_EVALUATIONS = Dataset[Part[PublicAward, PublicEvaluation]](
    "evaluations",
    "绩效评价",
    "Evaluations",
    "每行一个列入地区一个年度的评价等次，评价结果公布后列出。",
    "One row for the grade of a winner in one year, listed once the results are published.",
    lambda site: parts(_awards(site), lambda award: award.evaluations),
    (
        Column("award", "列入编号", "Award ID", "见“列入名单”的编号", "See the ID in awards", lambda part: part.of.id),
        Column("year", "评价年度", "Year evaluated", "年份", "Year", lambda part: part.it.year, type="integer"),
        Column("grade", "评价等次", "Grade", "评价等次", "Grade", lambda part: part.it.grade),
        Column(
            "continued",
            "次年支持",
            "Support next year",
            "继续支持、不再支持或者未定",
            "Goes on, ends, or not decided, in the order of the Chinese words",
            lambda part: continued(part.it.continued),
            values=tuple(continued(decision) for decision in (True, False, None)),
        ),
    ),
    ("award", "year"),
    _AWARD,
)

DATASETS_AFTER = (_PAID, _REWARDS, _REPORTS, _EVALUATIONS)

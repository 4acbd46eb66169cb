"""Data sets on publicity and on what follows an award: windows, substitutions, money paid, reports, grades, rewards."""

from gongshi.pages.dataset import PROGRAMME, Column, Dataset, Row
from gongshi.pages.wording import REPORT_STATUS, continued
from gongshi.public.types import PublicAward, PublicSite

__all__ = ["DATASETS_AFTER"]


def _awards(site: PublicSite) -> list[PublicAward]:
    return [award for programme in site.programmes for award in programme.awards]


def _window_rows(site: PublicSite) -> list[Row]:
    return [
        (
            programme.id,
            number,
            window.name,
            window.published_on,
            window.first_day,
            window.last_day,
            window.count,
            window.objections.received,
            window.objections.upheld,
            window.objections.partly_upheld,
            window.objections.rejected,
            window.objections.not_accepted,
            window.objections.withdrawn,
            window.objections.pending,
            window.notice,
        )
        for programme in site.programmes
        for number, window in enumerate(programme.windows, start=1)
    ]


def _substitution_rows(site: PublicSite) -> list[Row]:
    return [
        (programme.id, item.category_name, item.fell_out, item.stepped_in, item.award, item.decided_on)
        for programme in site.programmes
        for item in programme.substitutions
    ]


def _paid_rows(site: PublicSite) -> list[Row]:
    return [
        (award.id, paid.year, paid.payer, paid.amount, paid.decided_on)
        for award in _awards(site)
        for paid in award.paid
    ]


def _report_rows(site: PublicSite) -> list[Row]:
    return [
        (award.id, report.due, REPORT_STATUS[report.status], report.received_on)
        for award in _awards(site)
        for report in award.reports
    ]


def _evaluation_rows(site: PublicSite) -> list[Row]:
    return [
        (award.id, grade.year, grade.grade, continued(grade.continued))
        for award in _awards(site)
        for grade in award.evaluations
    ]


def _reward_rows(site: PublicSite) -> list[Row]:
    return [
        (award.id, reward.year, reward.payer, reward.amount, reward.decided_on)
        for award in _awards(site)
        for reward in award.rewards
    ]


_AWARD = Column("award", "列入编号", "见“列入名单”的编号")

DATASETS_AFTER: tuple[Dataset, ...] = (
    Dataset(
        "publicities",
        "公示与异议",
        "每行一次公示及该次公示收到异议的件数。异议人身份和异议内容不公开。",
        (
            PROGRAMME,
            Column("number", "次序", "该项目的第几次公示"),
            Column("name", "公示", "公示或者递补公示"),
            Column("published_on", "发布日期", "年-月-日"),
            Column("first_day", "首日", "年-月-日，计算在公示期内"),
            Column("last_day", "末日", "年-月-日，计算在公示期内"),
            Column("count", "公示地区数", "本次公示的地区个数"),
            Column("received", "收到异议", "件数"),
            Column("upheld", "成立", "件数"),
            Column("partly_upheld", "部分成立", "件数"),
            Column("rejected", "不成立", "件数"),
            Column("not_accepted", "不予受理", "件数"),
            Column("withdrawn", "撤回", "异议人撤回的件数"),
            Column("pending", "办理中", "件数"),
            Column("notice", "公示公文", "公文编号，见“公文”"),
        ),
        _window_rows,
    ),
    Dataset(
        "substitutions",
        "递补",
        "每行一次递补。",
        (
            PROGRAMME,
            Column("category_name", "类别", "类别全称"),
            Column("fell_out", "不再列入", "曾经公示、不再列入的地区"),
            Column("stepped_in", "递补地区", "空白表示没有递补"),
            Column("award", "列入编号", "递补地区在“列入名单”中的编号"),
            Column("decided_on", "决定日期", "年-月-日"),
        ),
        _substitution_rows,
    ),
    Dataset(
        "paid",
        "资金下达",
        "每行一笔已经下达的资金，资金下达文件发布后列出。",
        (
            _AWARD,
            Column("year", "预算年度", "资金所属年度"),
            Column("payer", "资金来源", "承担资金的财政"),
            Column("amount", "金额（元）", "下达金额"),
            Column("decided_on", "下达日期", "年-月-日"),
        ),
        _paid_rows,
    ),
    Dataset(
        "reports",
        "进展报告",
        "每行一个列入地区应报送的一次进展报告。",
        (
            _AWARD,
            Column("due", "应报月份", "年-月，应于该月底前报送"),
            Column("status", "报送情况", "、".join(REPORT_STATUS.values())),
            Column("received_on", "收到日期", "年-月-日；空白表示没有收到"),
        ),
        _report_rows,
    ),
    Dataset(
        "evaluations",
        "绩效评价",
        "每行一个列入地区一个年度的评价等次，评价结果公布后列出。",
        (
            _AWARD,
            Column("year", "评价年度", "年份"),
            Column("grade", "评价等次", "评价等次"),
            Column("continued", "次年支持", "继续支持、不再支持或者未定"),
        ),
        _evaluation_rows,
    ),
    Dataset(
        "rewards",
        "奖励",
        "每行一笔奖励，奖励文件发布后列出。",
        (
            _AWARD,
            Column("year", "评价年度", "奖励所依据的评价年度"),
            Column("payer", "资金来源", "承担资金的财政"),
            Column("amount", "奖励金额（元）", "奖励金额"),
            Column("decided_on", "决定日期", "年-月-日"),
        ),
        _reward_rows,
    ),
)

"""Data sets of awards: who was proposed, awarded or cancelled, with which projects; who fell out."""

from dataclasses import replace

from gongshi.pages.data import shared
from gongshi.pages.data.dataset import Column, Dataset, Part, Reference, parts
from gongshi.pages.values.money import paid_to, rewards_of
from gongshi.pages.values.wording import AWARD_STATUS
from gongshi.public.award import PublicAward, PublicProjectItem
from gongshi.public.follow_up import ReportStatus
from gongshi.public.site import PublicSite

Project = Part[PublicAward, PublicProjectItem]

_LISTED = tuple(AWARD_STATUS[status] for status in ("proposed", "awarded", "pilot", "revoked"))


def _fell_out(site: PublicSite) -> list[PublicAward]:
    return [award for programme in site.programmes for award in programme.dropped]


def _count_reports(award: PublicAward, status: ReportStatus) -> int:
    return sum(report.status == status for report in award.reports)


# fmt: off
# One row a column: the formatter would spread each over eight lines.
_AREA: tuple[Column[PublicAward], ...] = (
    Column("id", "string", "编号", "ID", "本表唯一编号，也是网页地址 awards/<编号>/ 的一部分",
           "Unique in this table; also part of the page's address, awards/<ID>/"),
    shared.PROGRAMME,
    Column("division", "string", "区划编号", "Division ID", "见“县（市、区）”；无代码的功能区用自定编号",
           "See counties; zones without an official code have an ID of their own"),
    Column("city", "string", "设区市", "Prefecture-level city", "所属设区市", "The city that the county belongs to"),
    Column("county", "string", "县（市、区）", "County", "列入时的名称", "Its name at the time of the award"),
    shared.CATEGORY,
    shared.CATEGORY_NAME,
)
_OF_ROUND = (
    shared.TO_ROUND,
    Reference(("programme", "category"), "round_categories", ("programme", "category")),
    Reference(("division",), "counties", ("id",)),
)

AWARDS = Dataset[PublicAward](
    "awards", "列入名单", "Awards",
    "每行一个拟列入、已列入或者试点培育的地区；名号取消的仍然列出，状态为已取消。",
    "One row for each area that is proposed, awarded or a pilot; a cancelled title stays listed with that status.",
    items=shared.listed,
    columns=(
        *_AREA,
        Column("status", "string", "状态", "Status", "、".join(_LISTED),
               "Proposed (in publicity), awarded, pilot, cancelled, in the order of the Chinese words",
               lambda award: AWARD_STATUS[award.status], values=_LISTED),
        Column("plan_title", "string", "方案名称", "Plan", "申报的实施方案", "The plan that was applied with"),
        Column("starts", "yearmonth", "方案起始", "Plan begins", "年-月", "Month"),
        Column("ends", "yearmonth", "方案结束", "Plan ends", "年-月", "Month"),
        replace(shared.AMOUNT, title="支持资金（元）", english="Support (CNY)"),
        Column("payer", "string", "资金来源", "Payer", "承担支持资金的财政；空白表示不安排资金",
               "The treasury that bears the support; empty if no money is given", optional=True),
        Column("notices", "string", "相关公文", "Notices", "公文编号，多件以分号隔开，逐件见“列入公文”",
               "IDs of notices, parted by full-width semicolons; one by one in award_notices",
               lambda award: "；".join(award.notices), optional=True),
        Column("revoked_on", "date", "取消日期", "Cancelled on", "年-月-日；空白表示没有取消",
               "Date; empty if the title was not cancelled", optional=True),
        Column("revoked_by", "string", "取消公文", "Cancelled by", "取消名号的公文编号",
               "ID of the notice that cancelled the title", optional=True),
        Column("paid", "integer", "已下达资金（元）", "Paid (CNY)", "历年已下达资金之和，分笔见“资金下达”",
               "Sum of what was paid over the years in yuan; payment by payment in paid",
               lambda award: paid_to(award) or 0),
        Column("reports_received", "integer", "按期报告数", "Reports in time",
               "按期报送的进展报告次数，明细见“进展报告”", "Progress reports that came in time; one by one in reports",
               lambda award: _count_reports(award, "received")),
        Column("reports_late", "integer", "逾期报告数", "Reports late", "逾期报送的进展报告次数",
               "Progress reports that came late", lambda award: _count_reports(award, "late")),
        Column("reports_missing", "integer", "未报告数", "Reports missing", "到期没有报送的进展报告次数",
               "Progress reports that were due and did not come", lambda award: _count_reports(award, "missing")),
        Column("grade", "string", "最近评价等次", "Latest grade", "最近一个年度的绩效评价等次，历年见“绩效评价”",
               "Grade of the latest yearly evaluation; all years in evaluations",
               lambda award: award.evaluations[-1].grade if award.evaluations else "", optional=True),
        Column("plaque_on", "date", "授牌日期", "Plaque given on", "年-月-日；空白表示没有授牌",
               "Date; empty if no plaque was given", optional=True),
        Column("leading_group_on", "date", "领导小组成立日期", "Leading group set up on",
               "年-月-日；空白表示没有要求或者尚未成立", "Date; empty if none is asked for or it is not set up yet",
               optional=True),
        Column("rewards", "integer", "奖励（元）", "Rewards (CNY)",
               "历年绩效评价奖励之和，不计入已下达资金，逐笔见“奖励”",
               "Sum of rewards after evaluations in yuan, not part of what was paid; one by one in rewards",
               lambda award: rewards_of(award) or 0),
        Column("funded", "boolean", "是否安排资金", "Money given", "否：试点培育，或者文件只对其他类别安排资金",
               "False for pilots, and where the documents give money to other categories alone"),
    ), key=("id",), references=(*_OF_ROUND, shared.to_notice("revoked_by")))

PROJECTS = Dataset[Project](
    "projects", "示范项目", "Projects",
    "每行一个列入地区实施方案中的项目。",
    "One row for each project in the plan of a listed area.",
    items=lambda site: parts(shared.listed(site), lambda award: award.projects),
    columns=(
        shared.AWARD,
        shared.number("在项目情况表中的顺序", "Its place in the application's table of projects", title="序号"),
        Column("firm", "string", "企业名称", "Firm", "项目实施单位", "The firm that carries the project out"),
        Column("name", "string", "项目名称", "Project", "项目名称", "Name of the project"),
        Column("brief", "string", "项目简述", "Summary", "申报单位填报的简述", "Summary in the applicant's words",
               optional=True),
        Column("investment", "integer", "投入资金（元）", "Investment (CNY)", "计划投入",
               "What is planned to be invested, in yuan"),
        Column("starts", "yearmonth", "开始", "Begins", "年-月", "Month", optional=True),
        Column("ends", "yearmonth", "结束", "Ends", "年-月", "Month", optional=True),
    ), key=("award", "number"), references=(shared.TO_AWARD,))

DROPPED = Dataset[PublicAward](
    "dropped", "不再列入", "Areas that fell out",
    "每行一个曾经公示拟列入、公布前不再列入的地区；公示时的方案和项目不再公开。",
    "One row for each area that was made public as proposed and fell out before the announcement, without its plan.",
    items=_fell_out,
    columns=(
        *_AREA,
        replace(shared.NOTICE_DATE, value=lambda award: award.dropped_on, optional=True),
        Column("dropped_by", "string", "告知公文", "Told by", "告知该决定的公文编号",
               "ID of the notice that told the decision", optional=True),
    ), key=("id",), references=(*_OF_ROUND, shared.to_notice("dropped_by")))

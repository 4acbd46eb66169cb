"""Data sets of publicity with its objections, of substitutions, and of money as announced."""

from gongshi.pages.data.dataset import Column, Dataset, Part, Reference, parts
from gongshi.public.types import PublicPayment, PublicProgramme, PublicSubstitution, PublicWindow

__all__ = ["DATASETS_OF_PUBLICITY"]

_ROUND = (Reference(("programme",), "rounds", ("id",)),)

_PUBLICITIES = Dataset[Part[PublicProgramme, PublicWindow]](
    "publicities",
    "公示与异议",
    "Publicity and objections",
    "每行一次公示及该次公示收到异议的件数。异议人身份和异议内容不公开。",
    "One row for each publicity window with its objections as figures. Who objected, and what was said, is not public.",
    lambda site: parts(site.programmes, lambda programme: programme.windows),
    (
        Column(
            "programme",
            "申报项目编号",
            "Round ID",
            "所属年度申报项目，见“年度申报项目”",
            "The round it belongs to, see rounds",
            lambda part: part.of.id,
        ),
        Column(
            "number",
            "次序",
            "Number",
            "该项目的第几次公示",
            "Its place within the round",
            lambda part: part.number,
            type="integer",
        ),
        Column(
            "name",
            "公示",
            "Window",
            "公示或者递补公示",
            "The first publicity, or one after a substitution",
            lambda part: part.it.name,
        ),
        Column(
            "published_on",
            "发布日期",
            "Published on",
            "年-月-日",
            "Date",
            lambda part: part.it.published_on,
            type="date",
        ),
        Column(
            "first_day",
            "首日",
            "First day",
            "年-月-日，计算在公示期内",
            "Date, counted",
            lambda part: part.it.first_day,
            type="date",
        ),
        Column(
            "last_day",
            "末日",
            "Last day",
            "年-月-日，计算在公示期内",
            "Date, counted",
            lambda part: part.it.last_day,
            type="date",
        ),
        Column(
            "count",
            "公示地区数",
            "Areas",
            "本次公示的地区个数",
            "How many areas it made public",
            lambda part: part.it.count,
            type="integer",
        ),
        Column(
            "received",
            "收到异议",
            "Objections received",
            "件数",
            "Number",
            lambda part: part.it.objections.received,
            type="integer",
        ),
        Column("upheld", "成立", "Upheld", "件数", "Number", lambda part: part.it.objections.upheld, type="integer"),
        Column(
            "partly_upheld",
            "部分成立",
            "Partly upheld",
            "件数",
            "Number",
            lambda part: part.it.objections.partly_upheld,
            type="integer",
        ),
        Column(
            "rejected", "不成立", "Rejected", "件数", "Number", lambda part: part.it.objections.rejected, type="integer"
        ),
        Column(
            "not_accepted",
            "不予受理",
            "Not accepted",
            "件数",
            "Number",
            lambda part: part.it.objections.not_accepted,
            type="integer",
        ),
        Column(
            "withdrawn",
            "撤回",
            "Withdrawn",
            "异议人撤回的件数",
            "Number withdrawn by those who objected",
            lambda part: part.it.objections.withdrawn,
            type="integer",
        ),
        Column(
            "pending", "办理中", "Pending", "件数", "Number", lambda part: part.it.objections.pending, type="integer"
        ),
        Column(
            "notice",
            "公示公文",
            "Notice ID",
            "公文编号，见“公文”",
            "The notice that opened it, see notices",
            lambda part: part.it.notice,
        ),
    ),
    ("programme", "number"),
    (*_ROUND, Reference(("notice",), "notices", ("key",))),
)

_SUBSTITUTIONS = Dataset[Part[PublicProgramme, PublicSubstitution]](
    "substitutions",
    "递补",
    "Substitutions",
    "每行一次递补。",
    "One row for each area that fell out, with the one that stepped in.",
    lambda site: parts(site.programmes, lambda programme: programme.substitutions),
    (
        Column(
            "programme",
            "申报项目编号",
            "Round ID",
            "所属年度申报项目，见“年度申报项目”",
            "The round it belongs to, see rounds",
            lambda part: part.of.id,
        ),
        Column(
            "category_name",
            "类别",
            "Category",
            "类别全称",
            "Full name of the category",
            lambda part: part.it.category_name,
        ),
        Column(
            "fell_out",
            "不再列入",
            "Fell out",
            "曾经公示、不再列入的地区",
            "City and county of the area that fell out",
            lambda part: part.it.fell_out,
        ),
        Column(
            "stepped_in",
            "递补地区",
            "Stepped in",
            "空白表示没有递补",
            "City and county; empty if the place stays empty",
            lambda part: part.it.stepped_in,
            optional=True,
        ),
        Column(
            "award",
            "列入编号",
            "Award ID",
            "递补地区在“列入名单”或者“不再列入”中的编号",
            "The one that stepped in, see awards or dropped",
            lambda part: part.it.award,
            optional=True,
        ),
        Column(
            "decided_on", "决定日期", "Decided on", "年-月-日", "Date", lambda part: part.it.decided_on, type="date"
        ),
        Column(
            "number",
            "次序",
            "Number",
            "该项目的第几次递补",
            "Its place within the round",
            lambda part: part.number,
            type="integer",
        ),
    ),
    ("programme", "number"),
    _ROUND,
)

_PAYMENTS = Dataset[Part[PublicProgramme, PublicPayment]](
    "payments",
    "资金安排",
    "Money as announced",
    "每行为一个年度申报项目中一个类别由一个来源承担的支持资金，以公示、公布时的名单计算；实际下达见“资金下达”。",
    "One row for each category and payer of a round, by the list as made public; what was paid is in paid.",
    lambda site: parts(site.programmes, lambda programme: programme.payments),
    (
        Column(
            "programme",
            "申报项目编号",
            "Round ID",
            "所属年度申报项目，见“年度申报项目”",
            "The round it belongs to, see rounds",
            lambda part: part.of.id,
        ),
        Column(
            "category_name",
            "类别",
            "Category",
            "类别全称",
            "Full name of the category",
            lambda part: part.it.category_name,
        ),
        Column(
            "payer",
            "资金来源",
            "Payer",
            "承担支持资金的财政",
            "The treasury that bears the support",
            lambda part: part.it.payer,
        ),
        Column(
            "winners", "个数", "Winners", "列入地区数", "How many areas", lambda part: part.it.winners, type="integer"
        ),
        Column(
            "amount",
            "每个金额（元）",
            "Amount for one (CNY)",
            "一次性支持资金",
            "One-off support in yuan",
            lambda part: part.it.amount,
            type="integer",
        ),
        Column(
            "total",
            "合计（元）",
            "Total (CNY)",
            "个数与每个金额之积",
            "Winners times amount, in yuan",
            lambda part: part.it.total,
            type="integer",
        ),
    ),
    ("programme", "category_name", "payer"),
    _ROUND,
)

DATASETS_OF_PUBLICITY = (_PUBLICITIES, _SUBSTITUTIONS, _PAYMENTS)

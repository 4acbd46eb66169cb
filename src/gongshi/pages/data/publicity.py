"""Data sets of publicity with its objections, of substitutions, and of money as announced."""

from gongshi.pages.data import shared
from gongshi.pages.data.dataset import Column, Dataset, Part, parts
from gongshi.public.category import PublicPayment
from gongshi.public.follow_up import PublicSubstitution, PublicWindow
from gongshi.public.round import PublicProgramme

# fmt: off
# One row a column: the formatter would spread each over eight lines.
PUBLICITIES = Dataset[Part[PublicProgramme, PublicWindow]](
    "publicities", "公示与异议", "Publicity and objections",
    "每行一次公示及该次公示收到异议的件数。异议人身份和异议内容不公开。",
    "One row for each publicity window with its objections as figures. Who objected, and what was said, is not public.",
    items=lambda site: parts(site.programmes, lambda programme: programme.windows),
    columns=(
        shared.PROGRAMME_OF_PART,
        shared.number("该项目的第几次公示"),
        Column("name", "string", "公示", "Window", "公示或者递补公示",
               "The first publicity, or one after a substitution"),
        Column("published_on", "date", "发布日期", "Published on", "年-月-日", "Date"),
        Column("first_day", "date", "首日", "First day", "年-月-日，计算在公示期内", "Date, counted"),
        Column("last_day", "date", "末日", "Last day", "年-月-日，计算在公示期内", "Date, counted"),
        Column("count", "integer", "公示地区数", "Areas", "本次公示的地区个数", "How many areas it made public"),
        Column("received", "integer", "收到异议", "Objections received", "件数", "Number",
               lambda part: part.item.objections.received),
        Column("upheld", "integer", "成立", "Upheld", "件数", "Number", lambda part: part.item.objections.upheld),
        Column("partly_upheld", "integer", "部分成立", "Partly upheld", "件数", "Number",
               lambda part: part.item.objections.partly_upheld),
        Column("rejected", "integer", "不成立", "Rejected", "件数", "Number",
               lambda part: part.item.objections.rejected),
        Column("not_accepted", "integer", "不予受理", "Not accepted", "件数", "Number",
               lambda part: part.item.objections.not_accepted),
        Column("withdrawn", "integer", "撤回", "Withdrawn", "异议人撤回的件数",
               "Number withdrawn by those who objected", lambda part: part.item.objections.withdrawn),
        Column("pending", "integer", "办理中", "Pending", "件数", "Number", lambda part: part.item.objections.pending),
        Column("notice", "string", "公示公文", "Notice ID", "公文编号，见“公文”",
               "The notice that opened it, see notices"),
    ), key=("programme", "number"), references=(shared.TO_ROUND, shared.to_notice("notice")))

SUBSTITUTIONS = Dataset[Part[PublicProgramme, PublicSubstitution]](
    "substitutions", "递补", "Substitutions",
    "每行一次递补。",
    "One row for each area that fell out, with the one that stepped in.",
    items=lambda site: parts(site.programmes, lambda programme: programme.substitutions),
    columns=(
        shared.PROGRAMME_OF_PART,
        shared.CATEGORY_NAME,
        Column("fell_out", "string", "不再列入", "Fell out", "曾经公示、不再列入的地区",
               "City and county of the area that fell out"),
        Column("stepped_in", "string", "递补地区", "Stepped in", "空白表示没有递补",
               "City and county; empty if the place stays empty", optional=True),
        Column("award", "string", "列入编号", "Award ID", "递补地区在“列入名单”或者“不再列入”中的编号",
               "The one that stepped in, see awards or dropped", optional=True),
        shared.NOTICE_DATE,
        shared.number("该项目的第几次递补"),
    ), key=("programme", "number"), references=(shared.TO_ROUND,))

ANNOUNCED_SUPPORT = Dataset[Part[PublicProgramme, PublicPayment]](
    "announced_support", "资金安排", "Support as announced",
    "每行为一个年度申报项目中一个类别由一个来源承担的支持资金，以公示、公布时的名单计算；实际下达见“资金下达”。",
    "One row for each category and payer of a round, by the list as made public; what was paid is in paid.",
    items=lambda site: parts(site.programmes, lambda programme: programme.payments),
    columns=(
        shared.PROGRAMME_OF_PART,
        shared.CATEGORY_NAME,
        Column("payer", "string", "资金来源", "Payer", "承担支持资金的财政", "The treasury that bears the support"),
        Column("winners", "integer", "个数", "Winners", "列入地区数", "How many areas"),
        Column("amount", "integer", "每个金额（元）", "Amount for one (CNY)", "一次性支持资金",
               "One-off support in yuan"),
        Column("total", "integer", "合计（元）", "Total (CNY)", "个数与每个金额之积", "Winners times amount, in yuan"),
    ), key=("programme", "category_name", "payer"), references=(shared.TO_ROUND,))

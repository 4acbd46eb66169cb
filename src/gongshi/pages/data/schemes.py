"""Data sets of schemes: what each wants over the years, and how far it has come."""

from gongshi.pages.data.dataset import Column, Dataset, Part, Reference, parts
from gongshi.public.types import PublicScheme, PublicTarget

_SCHEMES = Dataset[PublicScheme](
    "schemes",
    "专项",
    "Schemes",
    "每行一个有已公开年度申报项目的专项。",
    "One row for each multi-year scheme with a public round.",
    lambda site: site.schemes,
    (
        Column(
            "id",
            "专项编号",
            "ID",
            "本表唯一编号，也是网页地址 schemes/<编号>/ 的一部分",
            "Unique in this table; also part of the page's address, schemes/<ID>/",
            lambda scheme: scheme.id,
        ),
        Column("name", "专项名称", "Scheme", "专项全称", "Full name of the scheme", lambda scheme: scheme.name),
        Column(
            "honour", "名号", "Title", "列入地区所获名号", "The title that winners bear", lambda scheme: scheme.honour
        ),
        Column(
            "unit",
            "计量单位",
            "Measure word",
            "名号的量词",
            "The Chinese measure word for winners",
            lambda scheme: scheme.unit,
        ),
        Column(
            "first_year", "起始年度", "First year", "年份", "Year", lambda scheme: scheme.first_year, type="integer"
        ),
        Column(
            "last_year",
            "目标末年",
            "Last year",
            "总目标的最后年度；空白表示文件未载明",
            "Last year of its targets; empty if no document states it",
            lambda scheme: scheme.last_year,
            type="integer",
            optional=True,
        ),
        Column("applicant", "申报主体", "Applicant", "由谁申报", "Who applies", lambda scheme: scheme.applicant),
        Column(
            "basis",
            "依据",
            "Basis",
            "政策文件及其文号，以分号隔开",
            "Policy documents with their numbers, parted by full-width semicolons",
            lambda scheme: "；".join(f"《{basis.title}》（{basis.document_no}）" for basis in scheme.basis),
            optional=True,
        ),
    ),
    ("id",),
)

_TARGETS = Dataset[Part[PublicScheme, PublicTarget]](
    "targets",
    "专项目标与进度",
    "Targets and progress",
    "每行一个专项的一个类别：多年总目标和各年度合计的列入情况。",
    "One row for each category of a scheme: its target over the years against all public rounds.",
    lambda site: parts(site.schemes, lambda scheme: scheme.targets),
    (
        Column("scheme", "专项编号", "Scheme ID", "见“专项”", "See schemes", lambda part: part.of.id),
        Column(
            "category",
            "类别编号",
            "Category ID",
            "类别在该专项中的编号",
            "ID of the category within the scheme",
            lambda part: part.it.category,
        ),
        Column("category_name", "类别", "Category", "类别全称", "Full name of the category", lambda part: part.it.name),
        Column(
            "target",
            "总目标数",
            "Target",
            "专项多年总目标；空白表示文件未载明",
            "How many over the scheme's years; empty if no document states it",
            lambda part: part.it.target,
            type="integer",
            optional=True,
        ),
        Column(
            "amount",
            "每个支持资金（元）",
            "Support for one (CNY)",
            "一次性支持资金；空白且“是否安排资金”为是的，文件未载明金额；为否的，不安排资金",
            "One-off support in yuan; empty if no document states it though money is given, or if none is (see funded)",
            lambda part: part.it.amount,
            type="integer",
            optional=True,
        ),
        Column(
            "awarded",
            "已列入",
            "Awarded",
            "各年度已列入的个数，不含已取消的",
            "Winners in all rounds, without cancelled titles",
            lambda part: part.it.awarded,
            type="integer",
        ),
        Column(
            "proposed",
            "拟列入",
            "Proposed",
            "已公示、尚未公布的个数",
            "Made public as proposed, not announced yet",
            lambda part: part.it.proposed,
            type="integer",
        ),
        Column(
            "revoked",
            "已取消",
            "Cancelled",
            "名号取消的个数",
            "Cancelled titles",
            lambda part: part.it.revoked,
            type="integer",
        ),
        Column(
            "funded",
            "是否安排资金",
            "Money given",
            "否：文件只对其他类别安排资金",
            "False where the documents give money to other categories alone",
            lambda part: part.it.funded,
            type="boolean",
        ),
    ),
    ("scheme", "category"),
    (Reference(("scheme",), "schemes", ("id",)),),
)

DATASETS_OF_SCHEMES = (_SCHEMES, _TARGETS)

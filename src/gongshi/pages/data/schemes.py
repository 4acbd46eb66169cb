"""Data sets of schemes: what each wants over the years, and how far it has come."""

from dataclasses import replace

from gongshi.pages.data import shared
from gongshi.pages.data.dataset import Column, Dataset, Part, parts
from gongshi.public.scheme import PublicScheme, PublicTarget

# fmt: off
# One row a column: the formatter would spread each over eight lines.
SCHEMES = Dataset[PublicScheme](
    "schemes", "专项", "Schemes",
    "每行一个有已公开年度申报项目的专项。",
    "One row for each multi-year scheme with a public round.",
    items=lambda site: site.schemes,
    columns=(
        Column("id", "string", "专项编号", "ID", "本表唯一编号，也是网页地址 schemes/<编号>/ 的一部分",
               "Unique in this table; also part of the page's address, schemes/<ID>/"),
        Column("name", "string", "专项名称", "Scheme", "专项全称", "Full name of the scheme"),
        Column("honour", "string", "名号", "Title", "列入地区所获名号", "The title that winners bear"),
        Column("unit", "string", "计量单位", "Measure word", "名号的量词", "The Chinese measure word for winners"),
        Column("first_year", "integer", "起始年度", "First year", "年份", "Year"),
        Column("last_year", "integer", "目标末年", "Last year", "总目标的最后年度；空白表示文件未载明",
               "Last year of its targets; empty if no document states it", optional=True),
        Column("applicant", "string", "申报主体", "Applicant", "由谁申报", "Who applies"),
        Column("basis", "string", "依据", "Basis", "政策文件及其文号，以分号隔开",
               "Policy documents with their numbers, parted by full-width semicolons",
               lambda scheme: "；".join(f"《{basis.title}》（{basis.document_no}）" for basis in scheme.basis),
               optional=True),
    ), key=("id",))

TARGETS = Dataset[Part[PublicScheme, PublicTarget]](
    "targets", "专项目标与进度", "Targets and progress",
    "每行一个专项的一个类别：多年总目标和各年度合计的列入情况。",
    "One row for each category of a scheme: its target over the years against all public rounds.",
    items=lambda site: parts(site.schemes, lambda scheme: scheme.targets),
    columns=(
        Column("scheme", "string", "专项编号", "Scheme ID", "见“专项”", "See schemes", lambda part: part.owner.id),
        Column("category", "string", "类别编号", "Category ID", "类别在该专项中的编号",
               "ID of the category within the scheme"),
        replace(shared.CATEGORY_NAME, value=lambda part: part.item.name),
        shared.TARGET,
        shared.AMOUNT,
        Column("awarded", "integer", "已列入", "Awarded", "各年度已列入的个数，不含已取消的",
               "Winners in all rounds, without cancelled titles"),
        Column("proposed", "integer", "拟列入", "Proposed", "已公示、尚未公布的个数",
               "Made public as proposed, not announced yet"),
        Column("revoked", "integer", "已取消", "Cancelled", "名号取消的个数", "Cancelled titles"),
        shared.FUNDED,
    ), key=("scheme", "category"), references=(shared.TO_SCHEME,))

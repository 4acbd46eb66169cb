"""The data files: one literal table of data sets, their columns and the function that makes their rows."""

from gongshi.pages.dataset import PROGRAMME, Cell, Column, Dataset, Row
from gongshi.pages.datasets_after import DATASETS_AFTER
from gongshi.pages.wording import AWARD_STATUS, STAGE
from gongshi.public.types import PublicAward, PublicSite, ReportStatus

__all__ = ["DATASETS", "Cell", "Column", "Dataset"]


def _awards(site: PublicSite) -> list[PublicAward]:
    return [award for programme in site.programmes for award in (*programme.awards, *programme.pilots)]


def _award_rows(site: PublicSite) -> list[Row]:
    return [
        (
            award.id,
            award.programme,
            award.division,
            award.city,
            award.county,
            award.category,
            award.category_name,
            AWARD_STATUS[award.status],
            award.plan_title,
            award.starts,
            award.ends,
            award.amount,
            award.payer,
            "；".join(award.notices),
            award.revoked_on,
            award.revoked_by,
            sum(paid.amount for paid in award.paid),
            _reports(award, "received"),
            _reports(award, "late"),
            _reports(award, "missing"),
            award.evaluations[-1].grade if award.evaluations else "",
            award.plaque_on,
        )
        for award in _awards(site)
    ]


def _reports(award: PublicAward, status: ReportStatus) -> int:
    return sum(report.status == status for report in award.reports)


def _project_rows(site: PublicSite) -> list[Row]:
    return [
        (award.id, number, item.firm, item.name, item.brief, item.investment, item.starts, item.ends)
        for award in _awards(site)
        for number, item in enumerate(award.projects, start=1)
    ]


def _programme_rows(site: PublicSite) -> list[Row]:
    return [
        (
            programme.id,
            programme.year,
            programme.name,
            programme.scheme,
            programme.scheme_name,
            STAGE[programme.stage],
            "；".join(programme.organs),
            category.id,
            category.name,
            category.places,
            category.target,
            category.amount,
            category.awarded,
        )
        for programme in site.programmes
        for category in programme.categories
    ]


def _notice_rows(site: PublicSite) -> list[Row]:
    return [
        (
            notice.key,
            notice.programme,
            notice.kind_name,
            notice.title,
            notice.document_no,
            "；".join(notice.organs),
            notice.issued_on,
            notice.award,
            f"notices/{notice.key}.pdf",
            f"notices/{notice.key}.docx",
            notice.corrected_by,
            notice.withdrawn_by,
        )
        for programme in site.programmes
        for notice in programme.notices
    ]


def _county_rows(site: PublicSite) -> list[Row]:
    return [
        (
            county.id,
            county.name,
            county.city,
            "开发区（功能区）" if county.zone else "县（市、区）",
            county.valid_from,
            county.valid_to,
            sum(award.status == "awarded" for award in county.awards),
        )
        for county in site.counties
    ]


def _payment_rows(site: PublicSite) -> list[Row]:
    return [
        (
            programme.id,
            payment.category_name,
            payment.payer,
            payment.winners,
            payment.amount,
            payment.total,
        )
        for programme in site.programmes
        for payment in programme.payments
    ]


DATASETS: tuple[Dataset, ...] = (
    Dataset(
        "awards",
        "列入名单",
        "每行一个拟列入、已列入或者试点培育的地区；名号取消的仍然列出，状态为已取消。",
        (
            Column("id", "编号", "本表唯一编号，也是网页地址 awards/<编号>/ 的一部分"),
            PROGRAMME,
            Column("division", "区划编号", "见“县（市、区）”；无代码的功能区用自定编号"),
            Column("city", "设区市", "所属设区市"),
            Column("county", "县（市、区）", "列入时的名称"),
            Column("category", "类别编号", "类别在该项目中的编号"),
            Column("category_name", "类别", "类别全称"),
            Column("status", "状态", "、".join(AWARD_STATUS.values())),
            Column("plan_title", "方案名称", "申报的实施方案"),
            Column("starts", "方案起始", "年-月"),
            Column("ends", "方案结束", "年-月"),
            Column("amount", "支持资金（元）", "一次性支持资金；空白表示文件未载明或者不安排"),
            Column("payer", "资金来源", "承担支持资金的财政"),
            Column("notices", "相关公文", "公文编号，多件以分号隔开"),
            Column("revoked_on", "取消日期", "年-月-日；空白表示没有取消"),
            Column("revoked_by", "取消公文", "取消名号的公文编号"),
            Column("paid", "已下达资金（元）", "历年已下达资金之和，分笔见“资金下达”"),
            Column("reports_received", "按期报告数", "按期报送的进展报告次数，明细见“进展报告”"),
            Column("reports_late", "逾期报告数", "逾期报送的进展报告次数"),
            Column("reports_missing", "未报告数", "到期没有报送的进展报告次数"),
            Column("grade", "最近评价等次", "最近一个年度的绩效评价等次，历年见“绩效评价”"),
            Column("plaque_on", "授牌日期", "年-月-日；空白表示没有授牌"),
        ),
        _award_rows,
    ),
    Dataset(
        "projects",
        "示范项目",
        "每行一个列入地区实施方案中的项目。",
        (
            Column("award", "列入编号", "见“列入名单”的编号"),
            Column("number", "序号", "在项目情况表中的顺序"),
            Column("firm", "企业名称", "项目实施单位"),
            Column("name", "项目名称", "项目名称"),
            Column("brief", "项目简述", "申报单位填报的简述"),
            Column("investment", "投入资金（元）", "计划投入"),
            Column("starts", "开始", "年-月"),
            Column("ends", "结束", "年-月"),
        ),
        _project_rows,
    ),
    Dataset(
        "programmes",
        "申报项目与类别",
        "每行一个年度申报项目的一个类别。",
        (
            Column("programme", "申报项目编号", "年度申报项目的唯一编号，也是网页地址 programmes/<编号>/ 的一部分"),
            Column("year", "年度", "申报年度"),
            Column("name", "申报项目", "年度申报项目名称"),
            Column("scheme", "专项编号", "所属专项"),
            Column("scheme_name", "专项名称", "所属专项全称"),
            Column("stage", "阶段", "、".join(STAGE.values())),
            Column("organs", "发文机关", "主办机关在前，以分号隔开"),
            Column("category", "类别编号", "类别在该项目中的编号"),
            Column("category_name", "类别", "类别全称"),
            Column("places", "本年名额", "本年度计划数"),
            Column("target", "总目标数", "专项多年总目标；空白表示文件未载明"),
            Column("amount", "每个支持资金（元）", "一次性支持资金；空白表示文件未载明"),
            Column("awarded", "历年已列入", "专项历年在该类别已列入的个数，不含已取消的"),
        ),
        _programme_rows,
    ),
    Dataset(
        "notices",
        "公文",
        "每行一件已发布的公文。",
        (
            Column("key", "编号", "本表唯一编号，也是网页地址 notices/<编号>/ 的一部分"),
            PROGRAMME,
            Column("kind", "文种", "公文种类"),
            Column("title", "标题", "公文标题"),
            Column("document_no", "发文字号", "公示不编文号，为空白"),
            Column("organs", "发文机关", "主办机关在前，以分号隔开"),
            Column("issued_on", "成文日期", "年-月-日"),
            Column("award", "列入编号", "专门答复某一地区的公文所对应的列入编号"),
            Column("pdf", "PDF 文件", "相对本站根目录的地址"),
            Column("docx", "DOCX 文件", "相对本站根目录的地址"),
            Column("corrected_by", "更正公文", "更正该件的公文编号"),
            Column("withdrawn_by", "撤回公文", "撤回该件的公文编号"),
        ),
        _notice_rows,
    ),
    Dataset(
        "counties",
        "县（市、区）",
        "每行一个县（市、区）或者功能区；更名、撤设后的新旧名称各为一行。",
        (
            Column("id", "区划编号", "六位行政区划代码；无代码的功能区用自定编号"),
            Column("name", "名称", "县（市、区）名称"),
            Column("city", "设区市", "所属设区市"),
            Column("kind", "类型", "县（市、区）或者开发区（功能区）"),
            Column("valid_from", "设立年月", "年-月；空白表示早于本站数据年份"),
            Column("valid_to", "撤销年月", "年-月，自该月起不再存在；空白表示现存"),
            Column("awarded", "已列入数", "历年已列入次数，不含拟列入、试点培育和已取消"),
        ),
        _county_rows,
    ),
    Dataset(
        "payments",
        "资金安排",
        "每行为一个年度申报项目中一个类别由一个来源承担的支持资金，以公示、公布时的名单计算；实际下达见“资金下达”。",
        (
            PROGRAMME,
            Column("category_name", "类别", "类别全称"),
            Column("payer", "资金来源", "承担支持资金的财政"),
            Column("winners", "个数", "列入地区数"),
            Column("amount", "每个金额（元）", "一次性支持资金"),
            Column("total", "合计（元）", "个数与每个金额之积"),
        ),
        _payment_rows,
    ),
    *DATASETS_AFTER,
)

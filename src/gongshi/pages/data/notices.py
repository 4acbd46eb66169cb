"""Data sets of notices, and of which awards each tells."""

from gongshi.pages.data.awards import listed
from gongshi.pages.data.dataset import Column, Dataset, Part, Reference, parts
from gongshi.public.types import PublicAward, PublicNotice

_ROUND = (Reference(("programme",), "rounds", ("id",)),)


_NOTICES = Dataset[PublicNotice](
    "notices",
    "公文",
    "Notices",
    "每行一件已发布的公文。",
    "One row for each published notice.",
    lambda site: (notice for programme in site.programmes for notice in programme.notices),
    (
        Column(
            "key",
            "编号",
            "ID",
            "本表唯一编号，也是网页地址 notices/<编号>/ 的一部分",
            "Unique in this table; also part of the page's address, notices/<ID>/",
            lambda notice: notice.key,
        ),
        Column(
            "programme",
            "申报项目编号",
            "Round ID",
            "所属年度申报项目，见“年度申报项目”",
            "The round it belongs to, see rounds",
            lambda notice: notice.programme,
        ),
        Column("kind", "文种", "Kind", "公文种类", "Kind of notice", lambda notice: notice.kind_name),
        Column("title", "标题", "Title", "公文标题", "Title of the notice", lambda notice: notice.title),
        Column(
            "document_no",
            "发文字号",
            "Document number",
            "公示不编文号，为空白",
            "Empty for a publicity notice, which has none",
            lambda notice: notice.document_no,
            optional=True,
        ),
        Column(
            "organs",
            "发文机关",
            "Organs",
            "主办机关在前，以分号隔开",
            "The lead organ first, parted by full-width semicolons",
            lambda notice: "；".join(notice.organs),
            optional=True,
        ),
        Column("issued_on", "成文日期", "Dated", "年-月-日", "Date", lambda notice: notice.issued_on, type="date"),
        Column(
            "award",
            "列入编号",
            "Award ID",
            "专门涉及某一地区的公文所对应的编号，见“列入名单”或者“不再列入”",
            "The area that it is about, if it is about one, see awards or dropped",
            lambda notice: notice.award,
            optional=True,
        ),
        Column(
            "pdf",
            "PDF 文件",
            "PDF file",
            "相对本站根目录的地址",
            "Address from the site's root",
            lambda notice: f"notices/{notice.key}.pdf",
        ),
        Column(
            "docx",
            "DOCX 文件",
            "DOCX file",
            "相对本站根目录的地址",
            "Address from the site's root",
            lambda notice: f"notices/{notice.key}.docx",
        ),
        Column(
            "corrected_by",
            "更正公文",
            "Corrected by",
            "更正该件的公文编号",
            "ID of the notice that corrects it",
            lambda notice: notice.corrected_by,
            optional=True,
        ),
        Column(
            "withdrawn_by",
            "撤回公文",
            "Withdrawn by",
            "撤回该件的公文编号",
            "ID of the notice that withdraws it",
            lambda notice: notice.withdrawn_by,
            optional=True,
        ),
    ),
    ("key",),
    (*_ROUND, Reference(("corrected_by",), "notices", ("key",)), Reference(("withdrawn_by",), "notices", ("key",))),
)

_AWARD_NOTICES = Dataset[Part[PublicAward, str]](
    "award_notices",
    "列入公文",
    "Notices of awards",
    "每行一件涉及某一列入地区的公文。",
    "One row for each notice that an award stands in or that tells something of it.",
    lambda site: parts(listed(site), lambda award: award.notices),
    (
        Column("award", "列入编号", "Award ID", "见“列入名单”", "See awards", lambda part: part.of.id),
        Column("notice", "公文编号", "Notice ID", "见“公文”", "See notices", lambda part: part.it),
    ),
    ("award", "notice"),
    (Reference(("award",), "awards", ("id",)), Reference(("notice",), "notices", ("key",))),
)

DATASETS_OF_NOTICES = (_NOTICES, _AWARD_NOTICES)

"""Data sets of notices, and of which awards each tells."""

from dataclasses import replace

from gongshi.pages.data import shared
from gongshi.pages.data.dataset import Column, Dataset, Part, parts
from gongshi.public.award import PublicAward
from gongshi.public.notice import PublicNotice

# fmt: off
# One row a column: the formatter would spread each over eight lines.
NOTICES = Dataset[PublicNotice](
    "notices", "公文", "Notices",
    "每行一件已发布的公文。",
    "One row for each published notice.",
    items=lambda site: (notice for programme in site.programmes for notice in programme.notices),
    columns=(
        Column("key", "string", "编号", "ID", "本表唯一编号，也是网页地址 notices/<编号>/ 的一部分",
               "Unique in this table; also part of the page's address, notices/<ID>/"),
        shared.PROGRAMME,
        Column("kind", "string", "文种", "Kind", "公文种类", "Kind of notice", lambda notice: notice.kind_name),
        Column("title", "string", "标题", "Title", "公文标题", "Title of the notice"),
        Column("document_no", "string", "发文字号", "Document number", "公示不编文号，为空白",
               "Empty for a publicity notice, which has none", optional=True),
        replace(shared.ORGANS, optional=True),
        Column("issued_on", "date", "成文日期", "Dated", "年-月-日", "Date"),
        Column("award", "string", "列入编号", "Award ID",
               "专门涉及某一地区的公文所对应的编号，见“列入名单”或者“不再列入”",
               "The area that it is about, if it is about one, see awards or dropped", optional=True),
        Column("pdf", "string", "PDF 文件", "PDF file", "相对本站根目录的地址", "Address from the site's root",
               lambda notice: f"notices/{notice.key}.pdf"),
        Column("docx", "string", "DOCX 文件", "DOCX file", "相对本站根目录的地址", "Address from the site's root",
               lambda notice: f"notices/{notice.key}.docx"),
        Column("corrected_by", "string", "更正公文", "Corrected by", "更正该件的公文编号",
               "ID of the notice that corrects it", optional=True),
        Column("withdrawn_by", "string", "撤回公文", "Withdrawn by", "撤回该件的公文编号",
               "ID of the notice that withdraws it", optional=True),
    ), key=("key",), references=(shared.TO_ROUND, shared.to_notice("corrected_by"), shared.to_notice("withdrawn_by")))

AWARD_NOTICES = Dataset[Part[PublicAward, str]](
    "award_notices", "列入公文", "Notices of awards",
    "每行一件涉及某一列入地区的公文。",
    "One row for each notice that an award stands in or that tells something of it.",
    items=lambda site: parts(shared.listed(site), lambda award: award.notices),
    columns=(
        shared.AWARD,
        Column("notice", "string", "公文编号", "Notice ID", "见“公文”", "See notices", lambda part: part.item),
    ), key=("award", "notice"), references=(shared.TO_AWARD, shared.to_notice("notice")))

"""Columns and references that several data sets share, each defined once."""

from dataclasses import replace
from typing import Any

from gongshi.pages.data.dataset import Column, Part, Reference
from gongshi.pages.values.wording import STAGE
from gongshi.public.award import PublicAward
from gongshi.public.site import PublicSite


def listed(site: PublicSite) -> list[PublicAward]:
    """Whoever stands in a list: proposed, awarded, cancelled, pilots."""
    return [award for programme in site.programmes for award in (*programme.awards, *programme.pilots)]


def of_owner(column: Column[Any]) -> Column[Part[Any, Any]]:
    """The same column where the rows are made of parts: it says what the owner of the part is."""
    return replace(column, value=lambda part: column.value_of(part.owner))


def number(meaning: str, explained: str = "Its place within the round", title: str = "次序") -> Column[Part[Any, Any]]:
    """The place of a part among those of its owner, from 1."""
    return Column("number", "integer", title, "Number", meaning, explained, lambda part: part.number)


# fmt: off
# One row a column: the formatter would spread each over eight lines.
PROGRAMME = Column[Any]("programme", "string", "申报项目编号", "Round ID", "所属年度申报项目，见“年度申报项目”",
                        "The round it belongs to, see rounds")
PROGRAMME_OF_PART = replace(PROGRAMME, value=lambda part: part.owner.id)
AWARD = Column[Part[PublicAward, Any]]("award", "string", "列入编号", "Award ID", "见“列入名单”的编号",
                                       "See the ID in awards", lambda part: part.owner.id)
CATEGORY = Column[Any]("category", "string", "类别编号", "Category ID", "类别在该项目中的编号",
                       "ID of the category within the round")
CATEGORY_NAME = Column[Any]("category_name", "string", "类别", "Category", "类别全称", "Full name of the category")
YEAR = Column[Any]("year", "integer", "年度", "Year", "申报年度", "Year of the round")
ROUND_NAME = Column[Any]("name", "string", "申报项目", "Round", "年度申报项目名称", "Name of the round")
SCHEME = Column[Any]("scheme", "string", "专项编号", "Scheme ID", "所属专项", "The scheme it belongs to, see schemes")
STAGE_NAME = Column[Any]("stage", "string", "阶段", "Stage", "、".join(STAGE.values()),
                         "Not open yet, open, under review, in publicity, publicity ended, objections being handled, "
                         "announced, under supervision, finished, in the order of the Chinese words",
                         lambda programme: STAGE[programme.stage], values=tuple(STAGE.values()))
ORGANS = Column[Any]("organs", "string", "发文机关", "Organs", "主办机关在前，以分号隔开",
                     "The lead organ first, parted by full-width semicolons", lambda item: "；".join(item.organs))
TARGET = Column[Any]("target", "integer", "总目标数", "Target", "专项多年总目标；空白表示文件未载明",
                     "How many over the scheme's years; empty if no document states it", optional=True)
AMOUNT = Column[Any]("amount", "integer", "每个支持资金（元）", "Support for one (CNY)",
                     "一次性支持资金；空白且“是否安排资金”为是的，文件未载明金额；为否的，不安排资金",
                     "One-off support in yuan; empty if no document states it though money is given, or if none is "
                     "(see funded)", optional=True)
FUNDED = Column[Any]("funded", "boolean", "是否安排资金", "Money given", "否：文件只对其他类别安排资金",
                     "False where the documents give money to other categories alone")
PAYER = Column[Any]("payer", "string", "资金来源", "Payer", "承担资金的财政", "The treasury that pays")
NOTICE_DATE = Column[Any]("notice_date", "date", "文件日期", "Date of the notice",
                          "告知该事项的公文的日期，年-月-日", "Date of the notice that made it public",
                          lambda part: part.item.notice_date)

TO_ROUND = Reference(("programme",), "rounds", ("id",))
TO_SCHEME = Reference(("scheme",), "schemes", ("id",))
TO_AWARD = Reference(("award",), "awards", ("id",))


def to_notice(column: str) -> Reference:
    """From a column that holds the id of a notice."""
    return Reference((column,), "notices", ("key",))

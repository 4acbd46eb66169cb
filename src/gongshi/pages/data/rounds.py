"""Data sets of rounds: their categories, steps and on-site meetings."""

from dataclasses import replace

from gongshi.pages.data import shared
from gongshi.pages.data.dataset import Column, Dataset, Part, Reference, parts
from gongshi.public.category import PublicCategory
from gongshi.public.follow_up import PublicSiteMeeting
from gongshi.public.round import PublicEvent, PublicProgramme

_TO_TARGET = Reference(("scheme", "category"), "targets", ("scheme", "category"))

# fmt: off
# One row a column: the formatter would spread each over eight lines.
ROUNDS = Dataset[PublicProgramme](
    "rounds", "年度申报项目", "Rounds",
    "每行一个年度申报项目。",
    "One row for each yearly round of a scheme.",
    items=lambda site: site.programmes,
    columns=(
        Column("id", "string", "申报项目编号", "ID", "本表唯一编号，也是网页地址 programmes/<编号>/ 的一部分",
               "Unique in this table; also part of the page's address, programmes/<ID>/"),
        shared.YEAR,
        shared.ROUND_NAME,
        shared.SCHEME,
        shared.STAGE_NAME,
        Column("stage_until", "date", "阶段末日", "Stage until", "年-月-日；申报未开始的为起始日；空白表示无末日",
               "Last day of the stage; the day it opens if it has not; empty if it has none", optional=True),
        Column("lead_organ", "string", "主办机关", "Lead organ", "主办该项目的机关", "The organ that runs the round"),
        shared.ORGANS,
        Column("applicant", "string", "申报主体", "Applicant", "由谁申报", "Who applies"),
        Column("places", "integer", "本年名额", "Places", "各类别本年度计划数之和",
               "This year's quota over all categories"),
        Column("one_application_per_county", "boolean", "每县限报一项", "One application per county",
               "每个县（市、区）是否限报一项", "Whether each county may hand in one application only"),
    ), key=("id",), references=(shared.TO_SCHEME,))

ROUND_CATEGORIES = Dataset[Part[PublicProgramme, PublicCategory]](
    "round_categories", "申报项目与类别", "Rounds by category",
    "每行一个年度申报项目的一个类别。",
    "One row for each category of a round.",
    items=lambda site: parts(site.programmes, lambda programme: programme.categories),
    columns=(
        shared.PROGRAMME_OF_PART,
        shared.of_owner(shared.YEAR),
        shared.of_owner(shared.ROUND_NAME),
        shared.of_owner(shared.SCHEME),
        Column("scheme_name", "string", "专项名称", "Scheme", "所属专项全称", "Full name of the scheme",
               lambda part: part.owner.scheme_name),
        shared.of_owner(shared.STAGE_NAME),
        shared.of_owner(shared.ORGANS),
        replace(shared.CATEGORY, value=lambda part: part.item.id),
        replace(shared.CATEGORY_NAME, value=lambda part: part.item.name),
        Column("places", "integer", "本年名额", "Places", "本年度计划数", "This year's quota"),
        shared.TARGET,
        shared.AMOUNT,
        Column("awarded", "integer", "历年已列入", "Awarded so far", "专项历年在该类别已列入的个数，不含已取消的",
               "Winners in the category in all rounds of the scheme, without cancelled titles"),
        shared.FUNDED,
    ), key=("programme", "category"), references=(shared.TO_ROUND, shared.TO_SCHEME, _TO_TARGET))

TIMELINE = Dataset[Part[PublicProgramme, PublicEvent]](
    "timeline", "时间安排", "Timeline",
    "每行一个年度申报项目的一个步骤，按日期先后。",
    "One row for each step of a round, in the order of their days.",
    items=lambda site: parts(site.programmes, lambda programme: programme.timeline),
    columns=(
        shared.PROGRAMME_OF_PART,
        shared.number("在该项目中的次序"),
        Column("name", "string", "步骤", "Step", "步骤名称", "Name of the step"),
        Column("first_day", "date", "首日", "First day", "年-月-日", "Date"),
        Column("last_day", "date", "末日", "Last day", "年-月-日；一天的与首日相同",
               "Date; the first day again if it takes one day"),
        Column("note", "string", "说明", "Note", "补充说明", "What is to be added", optional=True),
    ), key=("programme", "number"), references=(shared.TO_ROUND,))

SITE_MEETINGS = Dataset[Part[PublicProgramme, PublicSiteMeeting]](
    "site_meetings", "现场会", "On-site meetings",
    "每行一次年度现场会。",
    "One row for each yearly on-site meeting.",
    items=lambda site: parts(site.programmes, lambda programme: programme.site_meetings),
    columns=(
        shared.PROGRAMME_OF_PART,
        shared.number("该项目的第几次现场会"),
        Column("year", "integer", "年度", "Year", "现场会所属年度", "The year it counts for"),
        Column("held_on", "date", "召开日期", "Held on", "年-月-日", "Date"),
        Column("place", "string", "地点", "Place", "召开地点", "Where it was held"),
    ), key=("programme", "number"), references=(shared.TO_ROUND,))

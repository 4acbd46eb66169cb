"""The tables of what follows a round's awards: progress reports, grades, rewards, plaques."""

from gongshi.pages.catalogue.sources import notice_sources
from gongshi.pages.values.cells import area_alone_cell, report_cell
from gongshi.pages.values.money import rewards_of
from gongshi.pages.values.table import Column, Table, day_cell, money_cell, text_cell
from gongshi.pages.values.wording import continued, day
from gongshi.public.follow_up import PublicEvaluation
from gongshi.public.round import PublicProgramme

_AREA = (Column("city", "设区市", "short"), Column("county", "县（市、区）", heads=True))


def reports_table(programme: PublicProgramme) -> Table:
    """Each winner's progress reports, a column for each month in which any was due."""
    months = sorted({report.due for award in programme.awards for report in award.reports})
    columns = (*_AREA, *(Column(f"due_{month.replace('-', '_')}", day(month), "day") for month in months))
    rows = []
    for award in programme.awards:
        found = {report.due: report for report in award.reports}
        if found:
            cells = (report_cell(found.get(month)) for month in months)
            rows.append((text_cell(award.city), area_alone_cell(award), *cells))
    return Table("reports", "进展报告", columns, tuple(rows), records="业务记录")


def followed_table(programme: PublicProgramme) -> Table:
    """Each winner's grades by year, the sum of its rewards, the day of its plaque.

    No row of a winner without any, and no column of what nobody has.
    """
    years = sorted({grade.year for award in programme.awards for grade in award.evaluations})
    rewarded = any(award.rewards for award in programme.awards)
    plaques = any(award.plaque_on for award in programme.awards)
    columns = (
        *_AREA,
        *(Column(f"grade_{year}", f"{year}年度评价", "short") for year in years),
        *((Column("rewards", "奖励（万元）", "number"),) if rewarded else ()),
        *((Column("plaque_on", "授牌日期", "day"),) if plaques else ()),
    )
    rows = []
    for award in programme.awards:
        if award.evaluations or award.rewards or award.plaque_on:
            found = {grade.year: _grade_in_words(grade) for grade in award.evaluations}
            cells = [text_cell(found.get(year, "")) for year in years]
            cells += [money_cell(rewards_of(award))] if rewarded else []
            cells += [day_cell(award.plaque_on)] if plaques else []
            rows.append((text_cell(award.city), area_alone_cell(award), *cells))
    sources = (*notice_sources(programme, "evaluation"), *notice_sources(programme, "reward"))
    named = [word for word, there in (("绩效评价", years), ("奖励", rewarded), ("授牌", plaques)) if there]
    records = "业务记录（授牌）" if plaques else ""
    return Table("followed", _in_one_phrase(named), columns, tuple(rows), sources=sources, records=records)


def _in_one_phrase(words: list[str]) -> str:
    """Words as a list in a sentence: 甲、乙和丙."""
    return "和".join(["、".join(words[:-1]), words[-1]] if words[1:] else words)


def _grade_in_words(grade: PublicEvaluation) -> str:
    return f"{grade.grade}（{continued(grade.continued)}）"

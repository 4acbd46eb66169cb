"""Notices on money, reports, grades and cancelled titles: their text against their record."""

from dataclasses import replace

from notice_text import rows, text
from round_factory import (
    composed,
    day,
    notices_of_other_forms,
    of_kind,
    record,
    whole_round,
)


def test_money_is_named_by_winner_by_payer_and_in_capitals() -> None:
    """Amounts are the payments of the year; sums by payer and over all stand in figures and in capital numerals."""
    funding = of_kind("funding")

    assert funding.signature.organs == ("样例省财政厅", "样例省经济和信息化厅")
    assert [row[2::2] for row in rows(funding)] == [["湖滨区", "200"], ["松岭市", "150"]]
    assert "支持资金350万元（大写：叁佰伍拾万元整）" in text(funding)
    assert "| 省财政 | 200 | 贰佰万元整 |" in text(funding)
    assert "| 西岭市财政 | 150 | 壹佰伍拾万元整 |" in text(funding)
    assert "奖励资金共30.5万元（大写：叁拾万伍仟元整），由省财政承担" in text(of_kind("reward"))


def test_a_reward_rests_on_the_evaluation_of_its_year() -> None:
    """It cites the notice of that year's results, whatever other years' there are."""
    round_ = whole_round()
    judged = round_.supervision.evaluations
    later = tuple(e.model_copy(update={"year": 2022}) for e in judged)
    rewards = tuple(r.model_copy(update={"year": 2022}) for r in round_.supervision.rewards)
    told = record(30, "evaluation", "2022-02-15", year=2022)
    records = [r.model_copy(update={"year": 2022}) if r.kind == "reward" else r for r in round_.notices]
    kept = round_.supervision.model_copy(update={"evaluations": (*judged, *later), "rewards": rewards})
    notices, _ = composed(replace(round_, supervision=kept, notices=(*records, told)))
    reward = next(notice for notice in notices if notice.kind == "reward")

    assert "（样经信〔2022〕9030号）" in text(reward)
    assert "（样经信〔2022〕9018号）" in text(of_kind("reward"))


def test_reports_are_asked_of_winners_whose_plan_runs() -> None:
    """The list holds those that keep the title and whose plan has begun and not ended."""
    request = of_kind("report-request")
    round_ = whole_round()
    early = tuple(
        a.model_copy(update={"starts": "2021-07"} if a.id == "2021-hubin" else {}) for a in round_.applications
    )
    notices, _ = composed(replace(round_, applications=early))
    later = next(notice for notice in notices if notice.kind == "report-request")

    assert "于2021年6月底前报送进展情况" in text(request)
    assert [row[2] for row in rows(request)] == ["湖滨区", "松岭市"]
    assert [row[2] for row in rows(later)] == ["松岭市"]


def test_the_report_that_closes_a_plan_is_asked_for() -> None:
    """A plan that ended in May owes the report of June, as the rule on missing reports has it."""
    round_ = whole_round()
    short = tuple(a.model_copy(update={"ends": "2021-05"} if a.id == "2021-hubin" else {}) for a in round_.applications)
    notices, _ = composed(replace(round_, applications=short))
    request = next(notice for notice in notices if notice.kind == "report-request")

    assert "湖滨区" in [row[2] for row in rows(request)]


def test_an_evaluation_tells_grades_and_who_goes_on() -> None:
    """Grades are counted and listed; points are not printed."""
    evaluation = of_kind("evaluation")

    assert "评价结果为优秀1个、不合格1个" in text(evaluation)
    assert [row[-2:] for row in rows(evaluation)] == [["优秀", "继续"], ["不合格", "不再继续"]]
    assert "松岭市次年不再继续支持" in text(evaluation)


def test_counterparts_are_named_by_the_organs_that_issue_and_pay() -> None:
    """Who supervises are the counterparts of the issuing organs; who pays out, those of the payers."""
    assert "各地经信、财政部门要加强监督检查" in text(of_kind("award"))
    assert "各设区市经信、财政部门要加强对试点地区的指导" in text(of_kind("pilots"))
    assert "有关财政部门收到本通知后" in text(of_kind("funding"))

    round_ = whole_round()
    single = replace(round_, programme=round_.programme.model_copy(update={"joint_organs": ()}))
    notices, _ = composed(single)
    award = next(notice for notice in notices if notice.kind == "award")
    assert "各地经信部门要加强监督检查" in text(award)


def test_a_plan_of_a_category_without_money_is_approved_without_a_word_on_money() -> None:
    """Where the scheme states amounts and none for the category, its 批复 does not say what money is for."""
    round_ = whole_round()
    categories = tuple(
        category.model_copy(update={"amount": None} if index == 0 else {})
        for index, category in enumerate(round_.scheme.categories)
    )
    notices, _ = composed(replace(round_, scheme=round_.scheme.model_copy(update={"categories": categories})))
    approval = next(notice for notice in notices if notice.kind == "approval")

    assert "资金使用" in text(of_kind("approval"))
    assert "资金" not in text(approval)


def test_a_title_is_cancelled_with_its_reason_and_its_day() -> None:
    """One application's, or both lists in one document with those that keep it."""
    revocation, recheck = of_kind("revocation"), notices_of_other_forms()["recheck-that-cancels"]

    assert "因年度绩效评价不合格且逾期未整改" in text(revocation)
    assert "自2022年3月1日起取消松岭市“节水型园区”名号" in text(revocation)
    assert "已授予的牌匾由省经信厅收回" in text(revocation)
    assert [row[2] for row in rows(recheck)] == ["湖滨区"]
    assert rows(recheck, 1) == [["1", "西岭市", "松岭市", "2022年3月1日", "年度绩效评价不合格且逾期未整改"]]
    assert "尚未支出的支持资金会同财政部门清理结算" in text(recheck)


def test_a_recheck_tells_no_title_cancelled_that_a_notice_has_cancelled_before() -> None:
    """It then lists those that keep theirs alone."""
    recheck = of_kind("recheck")

    assert "松岭市" not in text(recheck)
    assert [a.plain_title for a in recheck.attachments] == ["2021年样例省节水型园区保留名号名单"]


def test_a_recheck_before_a_title_was_cancelled_confirms_it() -> None:
    """What is decided later does not show in an earlier notice."""
    round_ = whole_round()
    judged = tuple(e.model_copy(update={"year": 2022}) for e in round_.supervision.evaluations)
    early = next(r for r in round_.notices if r.kind == "recheck").model_copy(
        update={"issued_on": day("2022-02-15"), "printed_on": day("2022-02-15")}
    )
    records = tuple(early if r.kind == "recheck" else r for r in round_.notices)
    kept = round_.supervision.model_copy(update={"evaluations": judged})
    notices, _ = composed(replace(round_, notices=records, supervision=kept))
    recheck = next(notice for notice in notices if notice.kind == "recheck")

    assert [row[2] for row in rows(recheck)] == ["湖滨区", "松岭市"]


def test_titles_cancelled_in_a_year_are_listed() -> None:
    """A record with a year in the place of an application is about all of them."""
    revocations = notices_of_other_forms()["revocations-of-a-year"]

    assert "取消部分地区" in revocations.plain_title
    assert [row[2] for row in rows(revocations)] == ["湖滨区", "松岭市"]

"""A notice of every kind: its text against its record; those that follow the award stand in a file of their own."""

import html
from dataclasses import replace

from notice_text import rows, text
from round_factory import (
    OUTCOMES,
    composed,
    notices_of_all_kinds,
    notices_of_other_forms,
    of_kind,
    whole_round,
)

from gongshi.rules.eligibility import assess
from gongshi.rules.verdict import Verdict


def test_public_notices_name_no_expert_no_objector_and_no_score() -> None:
    """What experts and objectors are called, and what was scored, stands in no public notice."""
    round_ = whole_round()
    assert round_.review is not None
    secret = {expert.name for expert in round_.review.experts} | {o.objector for o in round_.objections if o.objector}
    secret |= {str(standing.score) for standings in round_.ranking.values() for standing in standings}
    public = "".join(text(notice) for notice in notices_of_all_kinds().values() if notice.audience == "public")

    assert not {name for name in secret if name in public}


def test_a_call_without_words_of_its_own_still_prints_the_deadline() -> None:
    """Where the programme has no `closing`, the deadline and the organs that receive stand in the call all the same."""
    round_ = whole_round()
    silent = replace(round_, programme=round_.programme.model_copy(update={"closing": None}))

    call = next(notice for notice in composed(silent)[0] if notice.kind == "call")

    assert "请于2021年3月31日前将申报材料报送省经信厅、省财政厅。" in text(call)


def test_the_sum_of_an_award_counts_those_with_money_alone() -> None:
    """Winners of a category without money are no part of the table of money: its rows add up to its last line."""
    round_ = whole_round()
    first, *others = round_.scheme.categories
    rest = tuple(category.model_copy(update={"amount": None}) for category in others)
    scheme = round_.scheme.model_copy(update={"categories": (first, *rest)})

    award = next(notice for notice in composed(replace(round_, scheme=scheme))[0] if notice.kind == "award")

    assert len(rows(award)) == 2
    assert "| 合计 |  | 1 |  | 200 |" in text(award)
    assert "合计200万元，由省财政承担。" in text(award)


def test_a_supplement_prints_both_deadlines_its_reason_and_its_matters() -> None:
    """Old and new deadline come from the schedule; reason and matters from the record."""
    supplement = text(of_kind("supplement"))

    assert "因部分地区受持续强降雨影响" in supplement
    assert "由2021年3月31日延长至2021年4月8日" in supplement
    assert "申报材料可以先报送电子文本。" in supplement


def test_received_lists_every_application() -> None:
    """All applicants stand in it by category, and their number."""
    received = of_kind("received")

    assert "申报4件" in text(received)
    assert [row[2] for row in rows(received)] == ["湖滨区", "青溪县", "白鹭区", "松岭市"]


def test_the_first_publicity_lists_what_the_panel_proposed() -> None:
    """A substitution does not change a list that was public before; the award follows it."""
    assert [row[2] for row in rows(of_kind("publicity"))] == ["湖滨区", "白鹭区"]
    assert [row[2] for row in rows(of_kind("second-publicity"))] == ["松岭市"]
    assert [row[2] for row in rows(of_kind("award"))] == ["湖滨区", "松岭市"]


def test_a_second_publicity_has_a_window_of_its_own() -> None:
    """It prints its own days, who falls out and who steps in, and nobody who objected."""
    second = text(of_kind("second-publicity"))

    assert "公示时间为2021年4月30日至2021年5月8日，共9天" in second
    assert "白鹭区不再列入，按照评审确定的候补次序，拟由松岭市递补" in second
    assert "递补名单于2021年4月30日至2021年5月8日公示" in text(of_kind("award"))


def test_a_second_publicity_tells_how_far_the_objection_was_upheld() -> None:
    """Partly upheld is not printed as upheld."""
    round_ = whole_round()
    partly = tuple(
        o.model_copy(update={"state": "partly_upheld"} if o.state == "upheld" else {}) for o in round_.objections
    )
    notices, _ = composed(replace(round_, objections=partly))
    second = next(notice for notice in notices if notice.kind == "second-publicity")

    assert "经核查，异议成立，" in text(of_kind("second-publicity"))
    assert "经核查，异议部分成立，" in text(second)


def test_an_approved_notice_that_follows_needs_a_notice_of_the_announcement() -> None:
    """Without any 公布 on record 批复 and report request are refused; drafts wait and say so."""
    round_ = whole_round()
    without = tuple(notice for notice in round_.notices if notice.kind not in {"award", "correction"})
    drafts = tuple(notice.model_copy(update={"state": "draft"}) for notice in without)

    refused = {d.value for d in composed(replace(round_, notices=without))[1].diagnostics if d.code == "kind-too-early"}

    assert {"approval", "pilots", "funding", "report-request", "revocation"} <= refused
    assert not composed(replace(round_, notices=drafts))[1].has_errors


def test_a_reply_tells_the_objector_what_was_found() -> None:
    """The letter is addressed to the objector and bears investigation and conclusion, or why it was not accepted."""
    upheld, late = (notice for notice in notices_of_all_kinds().values() if notice.kind == "objection-reply")

    assert (upheld.addressees, upheld.head and upheld.head.form) == ("样例异议单位甲", "letter")
    assert "现场核查，所列项目确已完工。" in text(upheld)
    assert "所列项目不符合申报要求，异议成立。" in text(upheld)
    assert "按照公示的规定不予受理，理由是：异议在公示期满后提出。" in text(late)


def test_a_plan_is_approved_by_letter_where_the_programme_says_so() -> None:
    """With approval_form: letter the same record becomes a 复函 in letter format, without a printing day."""
    approval = notices_of_other_forms()["approval-by-letter"]

    assert approval.kind_name == "复函"
    assert approval.plain_title.endswith("的复函")
    assert approval.head is not None
    assert approval.head.form == "letter"
    assert "收悉。经研究，现函复如下" in text(approval)
    assert approval.imprint is not None
    assert (approval.imprint.copied_to, approval.imprint.printed_on) == (("东湖市经信局",), "")


def test_pilots_stand_in_their_own_notice_alone() -> None:
    """Where pilots have a notice of their own, the award brings no second list."""
    assert [row[2] for row in rows(of_kind("pilots"))] == ["青溪县"]
    assert len(of_kind("award").attachments) == 1


def test_a_correction_goes_where_the_wrong_notice_went() -> None:
    """It names title, number and day of the notice, wrong and right, and has that one's addressees and readers."""
    correction, award = of_kind("correction"), of_kind("award")
    withdrawal = of_kind("withdrawal")

    assert "附件第二部分第1行“松岭县”更正为“松岭市”。" in text(correction)
    assert "2021年5月10日印发的" in text(correction)
    assert "（样经信〔2021〕9011号）" in text(correction)
    assert (correction.addressees, correction.audience) == (award.addressees, "public")
    assert withdrawal.addressees == of_kind("approval").addressees
    assert withdrawal.plain_title.endswith("关于撤回《关于〈湖滨区节水型园区实施方案〉的批复》的通知")


def test_the_correction_of_a_reply_is_as_confidential_as_the_reply() -> None:
    """What concerns a notice that is not public is not public."""
    round_ = whole_round()
    record = next(r for r in round_.notices if r.kind == "correction").model_copy(update={"concerns": "n8"})
    others = tuple(r for r in round_.notices if r.kind != "correction")
    notices, report = composed(replace(round_, notices=(*others, record)))
    correction = next(notice for notice in notices if notice.kind == "correction")

    assert report.diagnostics == ()
    assert (correction.addressees, correction.audience) == ("样例异议单位甲", "addressee")


def test_minutes_name_the_panel_its_method_and_its_proposal() -> None:
    """They have the 纪要 format: the mark, who was there, no signature; ranks come from the scores."""
    minutes = of_kind("minutes")

    assert minutes.head is not None
    assert (minutes.head.form, minutes.head.organs) == ("minutes", ("样例省经济和信息化厅专家评审会议纪要",))
    assert minutes.attendance[0].names == "样例专家甲　样例专家乙（组长）　样例专家丙　样例专家丁"
    assert "样例专家甲回避青溪县的评审。" in text(minutes)
    assert "去掉一个最高分和一个最低分后取总分的平均值" in text(minutes)
    assert "拟列入：白鹭区（89.14分）。候补：松岭市（87.73分）。" in text(minutes)


def test_a_score_sheet_leaves_out_what_its_expert_must_not_score() -> None:
    """It has a row for each application without the recused, and a column for each criterion with its points."""
    sheet = html.unescape(of_kind("score-sheet").body)

    assert "| 方案质量（40分） | 任务和项目（35分） | 基础和保障（25分） | 合计 |" in sheet
    assert "| 1 | 湖滨区 |  |  |  |  |" in sheet
    assert "青溪县按规定回避，不列入本表" in sheet
    assert "| 青溪县 |" not in sheet


def test_a_score_summary_holds_what_the_ranking_says() -> None:
    """Every standing stands there with its rank and score; totals that were dropped are in brackets."""
    summary = of_kind("score-summary")
    standings = [standing for each in whole_round().ranking.values() for standing in each]

    assert [(row[0], row[-2]) for row in rows(summary)] == [(str(s.rank), str(s.score)) for s in standings]
    assert rows(summary)[0][2:6] == ["（90.97）", "91.37", "91.77", "（91.77）"]
    assert rows(summary)[1][2] == ""
    assert [row[-1] for row in rows(summary)] == ["拟列入", "试点培育", "拟列入", "候补"]
    assert set(OUTCOMES.values()) == {"selected", "pilot", "reserve"}


def test_an_eligibility_summary_says_what_stands_in_the_way() -> None:
    """Every application has its verdict; what is open is told in the sentences of the assessment."""
    round_ = whole_round()
    unread = tuple(a.model_copy(update={"findings": (), "figures": (), "tasks": ()}) for a in round_.applications)
    notices, _ = composed(replace(round_, applications=unread))
    summary = next(notice for notice in notices if notice.kind == "eligibility-summary")
    found = [each for each in assess(round_.scheme, unread[0]) if each.verdict is not Verdict.MET]

    assert [row[1:4:2] for row in rows(of_kind("eligibility-summary"))] == [
        ["湖滨区", "符合"],
        ["白鹭区", "符合"],
        ["青溪县", "符合"],
        ["松岭市", "符合"],
    ]
    assert {row[3] for row in rows(summary)} == {"待核实"}
    assert found
    assert all(each.in_full in rows(summary)[0][4] for each in found)

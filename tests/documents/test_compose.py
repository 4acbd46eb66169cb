"""From records to notices: titles, addressees, lists, money, attachments, marks."""

import datetime as dt
import html
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from workspace_factory import REPOSITORY, ROUND, minimal_model, minimal_round, with_round

from gongshi.diagnostics import Report
from gongshi.documents.compose import compose
from gongshi.documents.notice import Notice
from gongshi.documents.round_view import RoundView, applicant_of
from gongshi.documents.writers import WRITERS
from gongshi.model.model import Model
from gongshi.model.result import Outcome, OutcomeName
from gongshi.model.round import Round
from gongshi.public.applicant import PublicApplicant
from gongshi.typography import BREAK

TEMPLATES = (REPOSITORY / "templates",)


def composed(model: Model) -> tuple[dict[str, Notice], RoundView]:
    """Notices by id, and the view of the round; nothing may be wrong."""
    notices, views, report = compose(model, WRITERS, TEMPLATES, Report())
    assert report.diagnostics == ()
    return {notice.id: notice for notice in notices}, views[ROUND]


@cache
def minimal() -> dict[str, Notice]:
    """The notices of the minimal workspace."""
    return composed(minimal_model())[0]


def with_notice(notice_id: str, **changes: Any) -> dict[str, Notice]:
    """The notices when one record is changed."""
    records = tuple(n.model_copy(update=changes if n.id == notice_id else {}) for n in minimal_round().notices)
    return composed(with_round(replace(minimal_round(), notices=records)))[0]


def with_scheme(**changes: Any) -> dict[str, Notice]:
    """The notices when the scheme is changed."""
    scheme = minimal_round().scheme.model_copy(update=changes)
    return composed(with_round(replace(minimal_round(), scheme=scheme)))[0]


def decided(**outcomes: OutcomeName) -> Round:
    """The minimal round with other outcomes, as many places as it takes, and no approvals."""
    round_ = minimal_round()
    assert round_.results is not None
    made = tuple(Outcome(application=f"2021-{name}", outcome=outcome) for name, outcome in outcomes.items())
    results = round_.results.model_copy(update={"outcomes": made})
    return replace(round_, results=results, notices=tuple(n for n in round_.notices if n.kind != "approval"))


def text(markdown: str) -> str:
    """Markdown as people read it."""
    return html.unescape(markdown)


def test_every_record_becomes_a_notice() -> None:
    """Call, 公示, 公布, the approval and the draft are composed, and each says where its record stands."""
    assert list(minimal()) == ["call", "publicity", "award", "approval-hubin", "approval-bailu"]
    assert [str(n.path) for n in minimal().values()] == [f"{ROUND}/{name}" for name in minimal()]
    assert {n.source.path[1] for n in minimal().values()} == {f"#id={name}" for name in minimal()}


def test_a_title_names_organs_matter_and_kind() -> None:
    """The full title begins with the issuing organs, the lead organ first."""
    assert minimal()["call"].plain_title == "样例省经济和信息化厅 样例省财政厅关于开展2021年样例省节水型园区工作的通知"
    assert minimal()["publicity"].plain_title.startswith("样例省经济和信息化厅 样例省财政厅关于")


def test_a_short_title_leaves_the_organs_out() -> None:
    """Where the record asks for it the title is matter and kind alone."""
    assert minimal()["award"].plain_title == "关于公布2021年样例省节水型园区名单的通知"


def test_a_records_own_title_is_taken_as_it_is() -> None:
    """A title in the record replaces the kind's; its break marks are kept for the writers and not shown."""
    notice = with_notice("award", title="关于印发名单的|通知")["award"]

    assert notice.title == f"关于印发名单的{BREAK}通知"
    assert notice.plain_title == "关于印发名单的通知"


def test_only_a_templates_own_bar_is_a_break_mark() -> None:
    """A | in a programme's name is printed as it is, in the title and the list; a template's marks stay marks."""
    programme = minimal_round().programme.model_copy(update={"name": "2021年甲|乙园区"})
    notices = composed(with_round(replace(minimal_round(), programme=programme)))[0]

    assert notices["publicity"].title.endswith(f"关于2021年甲|乙园区{BREAK}拟列入名单的公示")
    assert notices["publicity"].plain_title.endswith("关于2021年甲|乙园区拟列入名单的公示")
    assert notices["award"].attachments[0].plain_title == "2021年甲|乙园区名单"


def test_a_notice_knows_the_names_in_its_titles() -> None:
    """Names of the records that stand in a title go with the notice, and no others."""
    notice = minimal()["publicity"]

    assert {"样例省财政厅", "2021年样例省节水型园区", "样例省节水型园区"} <= set(notice.names)
    assert "湖滨区" not in notice.names
    assert "湖滨区" in minimal()["approval-hubin"].names


def test_organs_of_a_notice_go_before_those_of_its_round() -> None:
    """A notice may have a lead organ of its own and no joint organs; head and signature follow."""
    notice = with_notice("approval-hubin", lead_organ="czt", joint_organs=())["approval-hubin"]

    assert notice.head is not None
    assert notice.head.organs == notice.signature.organs == ("样例省财政厅",)
    assert notice.imprint is not None
    assert notice.imprint.office == "样例省财政厅"


def test_a_notice_to_the_public_has_neither_head_nor_addressees_nor_imprint() -> None:
    """公示 is none of the fifteen kinds of official document: no red header, no number, no 主送机关, no 版记."""
    publicity = minimal()["publicity"]

    assert (publicity.head, publicity.addressees, publicity.imprint) == (None, None, None)
    assert publicity.signature.organs == ("样例省经济和信息化厅", "样例省财政厅")
    assert publicity.signature.date == "2021年4月20日"


def test_a_numbered_notice_has_head_number_addressees_and_imprint() -> None:
    """通知 carries both organs, the lead organ's number, the addressees, copies and the printing date."""
    call = minimal()["call"]

    assert call.head is not None
    assert call.imprint is not None
    assert call.head.organs == ("样例省经济和信息化厅", "样例省财政厅")
    assert call.head.document_no == "样经信〔2021〕9001号"
    assert call.addressees == "各市、县（市、区）经信局、财政局"
    assert call.imprint.copied_to == ("省政府办公厅",)
    assert call.imprint.office == "样例省经济和信息化厅办公室"
    assert call.imprint.printed_on == "2021年3月1日"


def test_samples_and_drafts_are_marked() -> None:
    """样例 stands on every notice of a sample workspace, 草稿 on every draft."""
    real = replace(minimal_model(), workspace=minimal_model().workspace.model_copy(update={"sample": False}))

    assert minimal()["award"].watermarks == ("样例",)
    assert minimal()["approval-bailu"].watermarks == ("样例", "草稿")
    assert composed(real)[0]["award"].watermarks == ()
    assert composed(real)[0]["approval-bailu"].watermarks == ("草稿",)


def test_a_draft_may_lack_its_number() -> None:
    """A draft has no number yet; an approved notice of the same kind is refused without one."""
    draft = minimal()["approval-bailu"]

    assert draft.state == "draft"
    assert draft.head is not None
    assert draft.head.document_no == ""


def test_terms_that_the_call_itself_carries_leave_the_guide_its_attachment() -> None:
    """Without a plan title the terms stand in the call and the guide is its 附件."""
    call = minimal()["call"]

    assert call.enclosure is None
    assert "用两年时间建成一批节水型园区" in text(call.body)
    assert [(a.label, a.title) for a in call.attachments] == [("附件", "样例省节水型园区实施方案编制指南")]
    assert call.attachments[0].cover is not None
    assert call.attachments[0].cover.fields == ("方案名称", "申报单位（盖章）")


def test_a_plan_that_the_call_issues_follows_with_the_guide_as_its_own_attachment() -> None:
    """With a plan title the call issues the plan: it follows as an enclosure, and the guide is the plan's 附件."""
    call = with_scheme(plan_title="样例省节水型园区建设实施方案")["call"]

    assert call.attachments == ()
    assert call.enclosure is not None
    assert call.enclosure.title == "样例省节水型园区建设实施方案"
    assert "用两年时间建成一批节水型园区" in text(call.enclosure.body)
    assert "用两年时间" not in text(call.body)
    assert [a.label for a in call.enclosure.attachments] == ["附件"]
    assert call.plain_title.endswith("关于印发《样例省节水型园区建设实施方案》的通知")


def rows(markdown: str) -> list[list[str]]:
    """Cells of every numbered row of the tables in a text."""
    lines = [line for line in text(markdown).splitlines() if re.match(r"\| \d+ \|", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_lists_follow_the_divisions_not_the_records() -> None:
    """Winners are listed by division, whatever the order of their applications."""
    round_ = minimal_round()
    turned = replace(round_, applications=tuple(reversed(round_.applications)))

    assert [row[:3] for row in rows(minimal()["award"].attachments[0].body)] == [
        ["1", "东湖市", "湖滨区"],
        ["1", "东湖市", "白鹭区"],
        ["2", "西岭市", "松岭市"],
    ]
    assert composed(with_round(turned))[0]["award"].attachments == minimal()["award"].attachments
    assert "按行政区划排列，排名不分先后" in text(minimal()["publicity"].attachments[0].body)


def test_money_adds_up_by_category_and_payer() -> None:
    """Each winner's amount is its category's; the sums by payer and over all are what the text and the table say."""
    notices, view = composed(minimal_model())

    assert [(p.category_name, p.payer, p.winners, p.total) for p in view.payments] == [
        ("沿河节水型园区", "省财政", 1, 2_000_000),
        ("山区节水型园区", "省财政", 1, 1_500_000),
        ("山区节水型园区", "西岭市财政", 1, 1_500_000),
    ]
    assert view.total == sum(w.amount or 0 for w in view.winners) == sum(p.total for p in view.payments_by_payer)
    assert "合计500万元，其中省财政承担350万元、西岭市财政承担150万元" in text(notices["award"].body)
    assert ["松岭市", "松岭市节水型园区实施方案", "150", "西岭市财政"] in [
        row[2:] for row in rows(notices["award"].attachments[0].body)
    ]


def test_a_scheme_without_amounts_prints_no_money() -> None:
    """Where no category states an amount there are no sums, and no column of them."""
    plain = tuple(category.model_copy(update={"amount": None}) for category in minimal_round().scheme.categories)
    award = with_scheme(categories=plain)["award"]

    assert "合计" not in text(award.body + award.attachments[0].body)
    assert {len(row) for row in rows(award.attachments[0].body)} == {4}


def test_pilots_have_a_list_of_their_own() -> None:
    """With pilots the award has 附件1 and 附件2; a pilot stands only in the second and gets no money."""
    notices, view = composed(
        with_round(decided(hubin="selected", qingxi="pilot", bailu="selected", songling="not_selected"))
    )
    award = notices["award"]

    assert [a.label for a in award.attachments] == ["附件1", "附件2"]
    assert [row[2] for row in rows(award.attachments[0].body)] == ["湖滨区", "白鹭区"]
    assert [row[2] for row in rows(award.attachments[1].body)] == ["青溪县"]
    assert view.total == 3_500_000
    assert [a.label for a in notices["publicity"].attachments] == ["附件"]
    assert "松岭" not in text(award.body + award.attachments[0].body + award.attachments[1].body)


def winner(name: str, kind: str = "county") -> PublicApplicant:
    """A winner from a division of that name."""
    model, application = minimal_model(), minimal_round().applications[0]
    known = applicant_of(model, minimal_round(), application)
    return replace(known, county=name, city="东湖市", zone=kind == "zone")


@pytest.mark.parametrize(
    ("name", "kind", "government", "you"),
    [
        ("湖滨区", "county", "东湖市湖滨区人民政府", "你区"),
        ("青溪县", "county", "青溪县人民政府", "你县"),
        ("松岭市", "county", "松岭市人民政府", "你市"),
        ("东湖样例开发区", "zone", "东湖样例开发区管理委员会", "你委"),
    ],
)
def test_governments_are_addressed_by_their_rank(name: str, kind: str, government: str, you: str) -> None:
    """A district is named after its city, a county and a city by themselves, a zone by its committee."""
    assert winner(name, kind).government == government
    assert winner(name, kind).you == you


def test_an_approval_answers_the_incoming_document() -> None:
    """批复 goes to the county government and names title, number and date of what it answers."""
    approval = minimal()["approval-hubin"]

    assert approval.addressees == "东湖市湖滨区人民政府"
    assert "你区2021年3月24日《关于要求列为节水型园区的请示》（湖政〔2021〕9001号）收悉" in text(approval.body)
    assert approval.about == "2021-hubin"


def test_money_that_may_not_be_spent_on_a_task_is_named() -> None:
    """A task that the province's money may not go to is named in the approval of its category only."""
    assert "不得用于办公楼改造项目" in text(minimal()["approval-hubin"].body)
    assert "不得用于" not in text(minimal()["approval-bailu"].body)


def test_later_notices_cite_the_call_by_title_and_number() -> None:
    """公示 and 公布 rest on the call: its title in 《》 and its number."""
    cited = "根据《样例省经济和信息化厅 样例省财政厅关于开展2021年样例省节水型园区工作的通知》（样经信〔2021〕9001号）"

    assert cited in text(minimal()["publicity"].body)
    assert cited in text(minimal()["award"].body)


def test_the_window_is_printed_with_both_days_and_its_length() -> None:
    """公示 prints first day, last day and how many days that is, in the programme's unit."""
    round_ = minimal_round()
    rule = round_.programme.publicity.model_copy(update={"unit": "working"})
    working = replace(round_, programme=round_.programme.model_copy(update={"publicity": rule}))

    assert "2021年4月21日至2021年4月27日，共7天，首日和末日均计算在内" in text(minimal()["publicity"].body)
    assert "共6个工作日，" in text(composed(with_round(working))[0]["publicity"].body)


def test_persons_are_named_only_where_the_round_says_so() -> None:
    """Contacts print office and telephone; a person's name appears when the programme shows persons."""
    round_ = minimal_round()
    shown = replace(round_, programme=round_.programme.model_copy(update={"show_persons": True}))

    assert "贺样例" not in text("".join(n.body for n in minimal().values()))
    assert "联系人：贺样例" in text(composed(with_round(shown))[0]["call"].body)


def test_values_cannot_become_markup() -> None:
    """A plan's title full of markup is printed as it is written."""
    title = "湖滨区*节水*|[方案](x)<b>`#`"
    first, *others = minimal_round().applications
    marked = replace(minimal_round(), applications=(first.model_copy(update={"plan_title": title}), *others))
    notices = composed(with_round(marked))[0]

    body = notices["award"].attachments[0].body.replace("**设区市**", "设区市")
    assert title in text(body)
    assert title not in body
    assert not re.search(r"[*\[\]<>`]", body)


def test_notices_cite_only_what_was_issued_before_them() -> None:
    """A call dated after the 公示 is not cited by it."""
    late = tuple(
        n.model_copy(update={"issued_on": dt.date(2021, 6, 1)}) if n.kind == "call" else n
        for n in minimal_round().notices
    )
    notices = composed(with_round(replace(minimal_round(), notices=late)))[0]

    assert text(notices["publicity"].body).startswith("根据2021年样例省节水型园区有关规定")

"""Notices of a round, what staff decide about each: content/programmes/<programme>/notices.yaml."""

import re
from typing import Literal

from pydantic import Field

from gongshi.model.base import Clause, Day, Identifier, Many, Month, Prose, Record, Text
from gongshi.model.references import ApplicationId, ExpertId, NoticeId, ObjectionId, OrganId, WindowId

NoticeState = Literal["draft", "approved", "released"]

DOCUMENT_NO = re.compile(r"(?P<code>[\u4e00-\u9fff]+)〔(?P<year>(?:19|20)[0-9]{2})〕(?P<serial>[1-9][0-9]*)号")
"""发文字号: organ code, full year in 〔〕, serial without leading zero (GB/T 9704-2012, 7.2.5)."""


class Waiver(Record, title="版式豁免"):
    """A clause of GB/T 9704-2012 that a notice may break, and why."""

    clause: Text = Field(title="条款", json_schema_extra={"note": "照 invoke measure 印出的条号写，如 7.3.1"})
    """As `invoke measure` prints it, e.g. 7.3.1."""
    reason: Text = Field(title="理由")


class Correction(Record, title="更正"):
    """What an earlier notice said wrongly (更正)."""

    place: Text = Field(title="更正处", json_schema_extra={"note": "公文的哪一处，如 附件第3行"})
    """Where in the notice, in words, e.g. 附件第3行."""
    wrong: Text = Field(title="误")
    right: Text = Field(title="正")


class NoticeRecord(Record, title="公文"):
    """One notice: its kind, state, number and dates; the prose comes from the kind's template."""

    id: Identifier = Field(title="公文编号")
    """Also the name of its files."""
    kind: Identifier = Field(title="文种")
    state: NoticeState = Field("draft", title="状态")
    document_no: Text | None = Field(None, title="发文字号")
    issued_on: Day = Field(title="成文日期")
    printed_on: Day | None = Field(None, title="印发日期")
    title: Text | None = Field(None, title="标题", json_schema_extra={"note": "代替文种自己的标题；可以换行的地方写 |"})
    """In place of the kind's own title; | marks where a line may break."""
    short_title: bool = Field(
        default=False, title="省略发文机关的标题", json_schema_extra={"note": "标题中不写发文机关的填 true"}
    )
    """Whether the title leaves out the issuing organs."""
    lead_organ: OrganId | None = Field(None, title="主办机关编号")
    """In place of the programme's lead organ."""
    joint_organs: Many[OrganId] | None = Field(None, title="联合发文机关编号")
    copied_to: Many[Text] = Field((), title="抄送机关")
    copy_no: Text | None = Field(None, title="份号", pattern=r"^[0-9]{6}$")
    secrecy: Text | None = Field(
        None, title="密级和保密期限", json_schema_extra={"note": "有密级的公文不能上网，填了就不能发布"}
    )
    """A notice that has one is refused: it has no place on a public site."""
    urgency: Literal["特急", "加急"] | None = Field(None, title="紧急程度")
    signers: Many[Text] = Field((), title="签发人", json_schema_extra={"note": "只用于上行文"})
    """Only for a document to a higher organ."""
    sealed: bool = Field(default=True, title="加盖印章")
    waivers: Many[Waiver] = Field((), title="版式豁免", json_schema_extra={"note": "确需保留的版式问题"})
    annotation: Text | None = Field(None, title="附注", json_schema_extra={"note": "印在成文日期下面，不写括号"})
    """Below the date, without its brackets."""
    application: ApplicationId | None = Field(None, title="申报号")
    """For a notice about one application, e.g. 批复."""
    publicity: WindowId | None = Field(None, title="公示编号")
    """The window that a second 公示 opens."""
    objection: ObjectionId | None = Field(None, title="异议编号")
    """The objection that a reply answers."""
    expert: ExpertId | None = Field(None, title="专家编号")
    """The expert whose score sheet it is."""
    year: int | None = Field(
        None, title="年度", ge=1990, le=2100, json_schema_extra={"note": "资金、进展报告、绩效评价或奖励是哪一年的"}
    )
    """The year that a report request, an evaluation or a reward is about."""
    month: Month | None = Field(None, title="月份", json_schema_extra={"note": "要报的进展报告到哪个月底为止"})
    """The month at whose end the requested report is due."""
    concerns: NoticeId | None = Field(None, title="所涉公文编号")
    """The notice of this round that it corrects or withdraws."""
    corrections: Many[Correction] = Field((), title="更正内容")
    matters: Many[Prose] = Field((), title="补充事项", json_schema_extra={"note": "补充通知补充的内容，每段一项"})
    """What a supplement adds, one paragraph each."""
    reason: Clause | None = Field(
        None, title="事由", json_schema_extra={"note": "为什么延期、撤回或取消，写成可以接在“因”后面的话"}
    )
    """Why it extends, withdraws or revokes, as a clause that can follow 因."""

"""Notices for tests: plain functions with sensible defaults; every name in them is made up."""

from dataclasses import replace
from typing import Any

from gongshi.diagnostics import Place
from gongshi.documents.notice import Attachment, Attendance, Cover, Enclosure, Head, Imprint, Notice, Signature
from gongshi.typography import BREAK

COMMISSION = "浙江省经济和信息化委员会"
FINANCE = "浙江省财政厅"
NUMBER = "浙经信样例〔2016〕9001号"
RARE_NAMES = "喆堃昇玥珺翀旻晟祎韡"
"""Hanzi of personal and company names that most stand-in fonts lack."""

_SENTENCE = "各地要结合本地实际，认真做好组织发动、条件审查和材料汇总，确保申报材料真实、完整、规范。"
_OPENING = (
    "为加快培育样例产业，推动制造业与互联网融合发展，根据年度工作安排，省经信委会同省财政厅组织开展样例区域创建工作。"
    "现将有关事项通知如下："
)
_CALL_BODY = f"""{_OPENING}

## 创建目标

以县（市、区）为单位，择优确定16个样例区域，建成一批示范项目，形成可复制、可推广的经验。

## 创建条件

### 申报主体。

申报主体为县（市、区）人民政府，方案由经济和信息化主管部门会同同级财政部门编制。

### 基本要求

#### 工作基础。

有明确的推进计划，实施周期为2—3年，年度投入不少于1000万元，联系电话0571-87050000。

##### 配套措施。

{_SENTENCE}

##### 资金安排。

资金有预算。

#### 带动作用。

能够带动周边。

## 有关要求

请于7月10日前将申报材料一式五份报送省经信委、省财政厅。{_SENTENCE}
"""
_GUIDE_BODY = """## 现状与问题

分析现有基础、比较优势和存在的主要问题。

## 任务与目标

说明拟开展的具体工作和预期目标，目标应当可以检查。

## 项目安排

拟实施的具体项目按下表填写，项目简述不超过300字。

| 序号 | 企业名称 | 项目名称 | 投入资金（万元） | 建设周期 | 备注 |
|:-:|------|-------|-----:|:---:|--|
| 1 | 样例软件有限公司 | 样例云平台 | 1,200 | 两年 | |
| 2 | 样例智造有限公司 | 样例车间改造 | 860 | 一年 | |
"""


def notice(**changes: Any) -> Notice:
    """A short call notice of one organ: red header, number, addressees, body, signature; no more."""
    plain = Notice(
        programme="sample-2016",
        id="01-call",
        kind="call",
        kind_name="申报通知",
        state="draft",
        source=Place("content/programmes/sample-2016/notices.yaml", ("notices", 0)),
        title=f"关于开展2016年样例区域{BREAK}创建工作的通知",
        body=f"{_OPENING}\n\n{_SENTENCE}\n",
        head=Head((COMMISSION,), "浙经信样例〔2016〕9001号"),
        addressees="各市、县（市、区）经济和信息化主管部门、财政局",
        signature=Signature((COMMISSION,), "2016年3月1日"),
        issued_on="2016-03-01",
    )
    return replace(plain, **changes)


def joint_call(**changes: Any) -> Notice:
    """A call notice of two organs with numbered headings of four levels, an attachment with a cover, an imprint."""
    joint = notice(
        body=_CALL_BODY,
        head=Head((COMMISSION, FINANCE), "浙经信样例〔2016〕9001号"),
        signature=Signature((COMMISSION, FINANCE), "2016年3月1日"),
        attachments=(guide(),),
        imprint=imprint(),
        watermarks=("样例",),
    )
    return replace(joint, **changes)


def long_joint_call(**changes: Any) -> Notice:
    """A call notice of two organs whose text fills 13 pages, without attachments."""
    sections = (f"## 第{number}项工作\n\n" + f"{_SENTENCE * 6}\n\n" * 3 for number in range(1, 9))
    return replace(joint_call(body=f"{_OPENING}\n\n" + "\n".join(sections), attachments=()), **changes)


def enclosing(**changes: Any) -> Notice:
    """A notice that issues a plan; the plan follows on a new page with a guide of its own, which has a cover."""
    plan = Enclosure(f"浙江省样例产业基地{BREAK}（园区、小镇）建设实施方案", _CALL_BODY, (guide(),))
    issued = joint_call(
        title=f"关于印发《浙江省样例产业基地{BREAK}（园区、小镇）建设实施方案》的通知",
        body=f"现将《浙江省样例产业基地（园区、小镇）建设实施方案》印发给你们，请认真组织实施。\n\n{_SENTENCE}\n",
        enclosure=plan,
        attachments=(),
    )
    return replace(issued, **changes)


def publicity(**changes: Any) -> Notice:
    """A 公示: no red header, number, addressees or imprint; a list of ten in the text, with rare names."""
    rows = "\n".join(f"| {n} | 样例{name}县 | 综合性 |" for n, name in enumerate(RARE_NAMES, start=1))
    body = f"""根据有关规定，经申报、评审，拟将下列区域列入2016年样例区域创建名单，现予公示。

| 序号 | 申报单位 | 类别 |
|:-:|----------|-----|
{rows}

公示时间为2016年5月3日至5月9日。对公示名单有异议的，请在公示期内以书面形式实名反映。

受理单位：省经信委样例处；联系电话：0571-87050000；地址：杭州市样例路1号。
"""
    public = notice(
        id="02-publicity",
        kind="publicity",
        kind_name="公示",
        title="2016年样例区域拟创建名单公示",
        body=body,
        head=None,
        addressees=None,
        signature=Signature((COMMISSION,), "2016年4月29日"),
        watermarks=("样例", "草稿"),
        issued_on="2016-04-29",
    )
    return replace(public, **changes)


def reply(**changes: Any) -> Notice:
    """A 批复 of two organs to one county government, with an imprint."""
    answer = joint_call(
        id="04-reply-yuhang",
        kind="reply",
        kind_name="批复",
        title="关于同意样例县创建样例区域的批复",
        body="你县《关于申报样例区域的请示》（样政〔2016〕9005号）收悉。经研究，现批复如下：\n\n"
        "## 同意你县创建样例区域，实施周期为2016年至2018年。\n\n"
        f"{_SENTENCE}\n\n特此批复。\n",
        head=Head((COMMISSION, FINANCE), "浙经信样例〔2016〕9003号"),
        addressees="样例县人民政府",
        signature=Signature((COMMISSION, FINANCE), "2016年6月20日"),
        attachments=(),
        imprint=imprint(copied_to=("样例市人民政府", "样例市经济和信息化委员会"), printed_on="2016年6月21日"),
        issued_on="2016-06-20",
    )
    return replace(answer, **changes)


def award(rows: int = 60, **changes: Any) -> Notice:
    """A notice of results with two attachments: a table of `rows` rows, and an allocation of money."""
    names = "\n".join(f"| {n} | 样例市 | 样例县第{n}区 | 综合性 |" for n in range(1, rows + 1))
    table = f"按行政区划排列，排名不分先后。\n\n| 序号 | 设区市 | 名称 | 类别 |\n|:-:|---|------|:---:|\n{names}\n"
    money = "| 名称 | 金额（万元） |\n|---|--:|\n| 样例县第1区 | 1,000 |\n| 样例县第2区 | 600 |\n"
    result = joint_call(
        id="03-award",
        kind="award",
        kind_name="公布通知",
        title="关于公布2016年样例区域创建名单的通知",
        body=f"经评审、公示，现将2016年样例区域创建名单予以公布。\n\n{_SENTENCE}\n",
        attachments=(
            Attachment("附件1", "2016年样例区域创建名单", table),
            Attachment("附件2", f"2016年样例区域专项资金分配及有关县（市、区）{BREAK}配套资金落实情况汇总表", money),
        ),
    )
    return replace(result, **changes)


def control_page(**changes: Any) -> Notice:
    """Hanzi without punctuation or digits, several pages of one paragraph, to measure the grid of 22 × 28."""
    return notice(body="永" * (28 * 22 * 3), **changes)


def guide() -> Attachment:
    """An attachment with a cover to fill in and a table."""
    cover = Cover(
        f"浙江省样例产业基地{BREAK}（园区、小镇）建设实施方案",
        ("方案名称", "申请单位（盖章）", "方案实施起止时间", "申请日期"),
    )
    return Attachment("附件", f"浙江省样例产业基地{BREAK}（园区、小镇）建设方案编制指南", _GUIDE_BODY, cover)


def imprint(**changes: Any) -> Imprint:
    """An imprint with one office that gets a copy."""
    plain = Imprint(copied_to=("省政府办公厅",), office=f"{COMMISSION}办公室", printed_on="2016年3月2日")
    return replace(plain, **changes)


def complete_head(**changes: Any) -> Notice:
    """A joint call whose first page bears everything above the mark: 份号, 密级, 紧急程度."""
    head = Head((COMMISSION, FINANCE), NUMBER, copy_no="000001", secrecy="秘密★1年", urgency="特急")
    return replace(joint_call(head=head), **changes)


def upward(**changes: Any) -> Notice:
    """A report to a higher organ: 签发人 beside the number, unsealed, with an annotation."""
    report = joint_call(
        title=f"关于样例区域{BREAK}创建工作情况的报告",
        head=Head((COMMISSION, FINANCE), NUMBER, signers=("样例甲", "样例乙")),
        addressees="省人民政府",
        signature=Signature((COMMISSION, FINANCE), "2016年3月1日", sealed=False),
        annotation="联系人：样例处，电话：0571-87050000",
        attachments=(),
    )
    return replace(report, **changes)


def letter(**changes: Any) -> Notice:
    """A letter (信函格式) of the lead organ, e.g. a reply to an objection."""
    reply_letter = notice(
        title="关于异议办理情况的复函",
        head=Head((COMMISSION,), "浙经信样例函〔2016〕9001号", suffix="", form="letter"),
        addressees="样例县人民政府",
        imprint=imprint(),
        watermarks=("样例",),
    )
    return replace(reply_letter, **changes)


def order(**changes: Any) -> Notice:
    """An order (令): its number stands alone, there are no addressees."""
    regulation = notice(
        title="",
        head=Head(("浙江省样例厅",), "第1号", suffix="令", form="order"),
        addressees=None,
        body=f"《样例办法》已经审议通过，现予公布，自2016年4月1日起施行。\n\n{_SENTENCE}\n",
        signature=Signature(("样例厅长　样　例",), "2016年3月1日", sealed=False),
    )
    return replace(regulation, **changes)


def minutes(**changes: Any) -> Notice:
    """Minutes (纪要): the mark alone, who was there, no seal."""
    meeting = notice(
        title="样例区域评审工作会议",
        head=Head(("浙江省样例厅专题会议纪要",), "第3期", suffix="", form="minutes"),
        addressees=None,
        attendance=(
            Attendance("出席", "样例甲　样例乙　样例丙　样例丁　样例戊　样例己　样例庚　样例辛　样例壬"),
            Attendance("请假", "样例癸"),
            Attendance("列席", "样例子　样例丑"),
        ),
        imprint=imprint(),
    )
    return replace(meeting, **changes)


def wide_table(rows: int = 45, **changes: Any) -> Notice:
    """A joint call whose attachment is a table on turned pages."""
    head = "| 序号 | 设区市 | 申报地区 | 企业名称 | 项目名称 | 项目简述 | 资金（万元） | 备注 |\n"
    rule = "|:--:|:---:|:----:|:-------|:-------|:--------------|----:|:---|\n"
    row = "| {} | 样例市 | 样例县 | 样例软件有限公司 | 样例云平台 | 面向中小企业提供样例服务。 | 1200 |  |\n"
    table = head + rule + "".join(row.format(number) for number in range(1, rows + 1))
    attachment = Attachment("附件", "样例项目情况表", f"{table}\n", landscape=True)
    return replace(joint_call(attachments=(attachment,)), **changes)


def many_signers(names: int = 4, **changes: Any) -> Notice:
    """A report with several rows of 签发人; names of two, three and four characters."""
    signers = ("样例甲", "样例乙乙", "样例丙", "样丁", "样例戊")[:names]
    return replace(upward(head=Head((COMMISSION, FINANCE), NUMBER, signers=signers)), **changes)


def order_of_two(**changes: Any) -> Notice:
    """An order that the heads of two organs sign."""
    return replace(
        order(signature=Signature(("样例厅长　样　例", "样例局局长　样例甲"), "2016年3月1日", sealed=False)), **changes
    )


def letter_overleaf(**changes: Any) -> Notice:
    """A letter whose text fills page 1 and goes on overleaf, so that 抄送 is far from it; classes at its head."""
    head = Head((COMMISSION,), "浙经信样例函〔2016〕9001号", suffix="", form="letter", copy_no="000001", urgency="特急")
    return replace(letter(head=head, body="\n\n".join([_SENTENCE * 5] * 4 + [_SENTENCE])), **changes)


def letter_ending_page_one(**changes: Any) -> Notice:
    """A letter whose signature ends page 1, so that 抄送 stands alone on page 2."""
    return replace(letter(body="\n\n".join([_SENTENCE * 3] * 2)), **changes)


def unsealed_publicity(**changes: Any) -> Notice:
    """A 公示 of two organs without seals: nothing on the page but the names says who signs."""
    return replace(publicity(signature=Signature((COMMISSION, FINANCE), "2016年4月29日", sealed=False)), **changes)


def unsealed_short_name(**changes: Any) -> Notice:
    """A notice without seals whose date is longer than the name above it."""
    return replace(notice(signature=Signature(("样例厅",), "2016年12月31日", sealed=False)), **changes)


def long_minutes(**changes: Any) -> Notice:
    """Minutes whose list of who was there goes on overleaf."""
    names = "样例甲　样例乙　样例丙　样例丁　样例戊　样例己　样例庚　样例辛　样例壬"
    groups = (Attendance("出席", "　".join([names] * 5)), Attendance("请假", "样例癸"), Attendance("列席", names))
    return replace(minutes(attendance=groups), **changes)


CITY_SIZES = (6, 1, 13, 3, 9, 2, 1, 12, 4, 9)
"""How many counties stand below each other for one city in `grouped_list`, by turns."""


def cities(rows: int) -> list[str]:
    """The city of each row of `grouped_list`."""
    names = [f"{'甲乙丙丁戊己庚辛壬癸'[at % 10]}样市" for at in range(rows) for _ in range(CITY_SIZES[at % 10])]
    return names[:rows]


def grouped_list(rows: int = 60, *, landscape: bool = False, **changes: Any) -> Notice:
    """A joint call whose attachment is a list of counties by city, with amounts; every seventh name is long."""
    table = "| 序号 | **设区市** | 申报地区 | 项目名称 | 资金（万元） |\n|:-:|:-----:|:----:|:-------|-------:|\n"
    for number, city in enumerate(cities(rows), start=1):
        name = "样例云平台" + "建设和推广应用" * (number % 7 == 0)
        table += f"| {number} | {city} | 样例{number}县 | {name} | {amount(number):,} |\n"
    attachment = Attachment("附件", "样例项目情况表", table, landscape=landscape)
    return replace(joint_call(attachments=(attachment,)), **changes)


def amount(number: int) -> int:
    """Money of a row of `grouped_list`."""
    return 100 + number * 37 % 9900

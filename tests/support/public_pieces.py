"""Single public values with sensible sample contents: a county, a category, an award, a notice, a round, files."""

import hashlib
from dataclasses import replace
from pathlib import Path

from gongshi.pages.values.files import FileVersion, FormFiles, NoticeFiles
from gongshi.public.award import PublicAward, PublicProjectItem
from gongshi.public.category import PublicCategory, PublicCondition, PublicTask
from gongshi.public.contact import PublicContact, PublicMaterial, PublicObjections
from gongshi.public.notice import PublicNotice
from gongshi.public.passage import Passage
from gongshi.public.places import PublicCounty
from gongshi.public.round import PublicEvent, PublicProgramme
from gongshi.public.scheme import PublicBasis, PublicFunding
from gongshi.public.site import PublicSite

COMMISSION = "浙江省经济和信息化委员会"
FINANCE = "浙江省财政厅"

COUNTIES = (
    ("330110", "余杭区", "杭州市", "", ""),
    ("330108", "滨江区", "杭州市", "", ""),
    ("330183", "富阳市", "杭州市", "", "2014-12"),
    ("330111", "富阳区", "杭州市", "2014-12", ""),
    ("330127", "淳安县", "杭州市", "", ""),
    ("330206", "北仑区", "宁波市", "", ""),
    ("330212", "鄞州区", "宁波市", "", ""),
    ("330382", "乐清市", "温州市", "", ""),
    ("330322", "洞头县", "温州市", "", "2015-07"),
    ("330305", "洞头区", "温州市", "2015-07", ""),
    ("330483", "桐乡市", "嘉兴市", "", ""),
    ("330421", "嘉善县", "嘉兴市", "", ""),
    ("330522", "长兴县", "湖州市", "", ""),
    ("330602", "越城区", "绍兴市", "", ""),
    ("330681", "诸暨市", "绍兴市", "", ""),
    ("330782", "义乌市", "金华市", "", ""),
    ("331081", "温岭市", "台州市", "", ""),
    ("jinhua-xincheng", "金华新城科技产业聚集区（开发区）", "金华市", "2015-03", ""),
)

CITY_CODES = {
    "杭州市": "330100",
    "宁波市": "330200",
    "温州市": "330300",
    "嘉兴市": "330400",
    "湖州市": "330500",
    "绍兴市": "330600",
    "金华市": "330700",
    "台州市": "331000",
}
FORMERLY = {"330111": ("330183",), "330305": ("330322",)}

TRADES = ("智能装备", "纺织印染", "工业软件", "电子商务", "物联网", "汽车零部件", "绿色化工")


def project(number: int = 1, **changes: object) -> PublicProjectItem:
    """A project of a winner; long names now and then."""
    trade = TRADES[number % len(TRADES)]
    long = "及其面向中小微企业的云端服务平台研发与产业化应用示范" if number % 3 == 0 else "示范应用"
    item = PublicProjectItem(
        firm=f"浙江样例{trade}{number:02d}股份有限公司",
        name=f"{trade}车间机器联网与生产过程数据采集系统{long}",
        brief=f"围绕{trade}企业生产管理需要，建设车间级数据采集网络和生产执行系统，实现设备联网、工艺参数在线监测和质量追溯，"
        "形成可以复制推广的改造方案，带动产业链上下游企业协同。",
        investment=12_345_000 + number * 1_000_000,
        starts="2014-09",
        ends="2016-08",
    )
    return replace(item, **changes)  # type: ignore[arg-type]  # the caller names fields of the type


def award(
    programme: str, number: int, county: PublicCounty, category: PublicCategory, **changes: object
) -> PublicAward:
    """A winner in a round."""
    value = PublicAward(
        id=f"{programme}-{number:02d}",
        programme=programme,
        division=county.id,
        county=county.name,
        city=county.city,
        category=category.id,
        category_name=category.name,
        status="awarded",
        plan_title=f"{county.name}{category.name}建设实施方案（2014—2016年）",
        amount=category.amount,
        payer="省财政" if category.amount else "",
        starts="2014-09",
        ends="2016-08",
        projects=tuple(project(number + step) for step in range(4)),
        notices=(f"{programme}/award",),
    )
    return replace(value, **changes)  # type: ignore[arg-type]  # the caller names fields of the type


def category(name: str = "综合性示范区域", **changes: object) -> PublicCategory:
    """A category with conditions and tasks."""
    value = PublicCategory(
        id="general",
        name=name,
        short_name="综合性",
        places=8,
        target=None,
        amount=None,
        amount_clause="",
        priority="原则上从工业强县（市、区）试点单位中产生。",
        requirement="全面推进信息化和工业化深度融合专项行动，促进信息消费，发展信息经济。",
        further_tasks="支持培育服务于本区域的第三方服务机构。",
        conditions=(PublicCondition("区域两化融合指数处于全省前列，并有强有力的政策措施。", "第三条第（一）项"),),
        tasks=(
            PublicTask("机器换人示范项目", "10项以上", funded=False, clause="第二条第（一）项"),
            PublicTask("机器联网示范项目", "10—15项", funded=True, clause="第二条第（一）项"),
            PublicTask("省级总部型示范企业", "1个以上", funded=True, clause="第二条第（一）项"),
        ),
    )
    return replace(value, **changes)  # type: ignore[arg-type]  # the caller names fields of the type


def notice(programme: str, name: str, **changes: object) -> PublicNotice:
    """A published notice."""
    value = PublicNotice(
        key=f"{programme}/{name}",
        programme=programme,
        id=name,
        kind="call",
        kind_name="申报通知",
        title="关于开展2014年省两化深度融合国家示范区域创建工作的通知",
        document_no="浙经信信息〔2014〕9001号",
        organs=(COMMISSION, FINANCE),
        issued_on="2014-06-10",
    )
    return replace(value, **changes)  # type: ignore[arg-type]  # the caller names fields of the type


def programme(**changes: object) -> PublicProgramme:
    """A round in its call, with nothing decided."""
    value = PublicProgramme(
        id="2014-lianghua",
        scheme="lianghua",
        scheme_name="浙江省两化深度融合国家示范区域",
        honour="示范区域",
        unit="个",
        name="2014年省两化深度融合国家示范区域创建",
        year=2014,
        stage="open",
        stage_until="2014-07-10",
        lead_organ=COMMISSION,
        organs=(COMMISSION, FINANCE),
        applicant="县（市、区）人民政府",
        one_application_per_county=False,
        conditions=(PublicCondition("具备开展示范区域建设必要的经费投入和相应政策措施。", "第三条第（一）项"),),
        categories=(category(),),
        basis=(PublicBasis("浙江省人民政府关于建设信息化和工业化深度融合国家示范区的实施意见", "浙政发〔2014〕18号"),),
        timeline=(
            PublicEvent("印发申报通知", "2014-06-10", "2014-06-10", state="past"),
            PublicEvent("申报", "2014-06-10", "2014-07-10", "县（市、区）政府行文上报", "current", step="application"),
            PublicEvent("专家评审", "2014-07-28", "2014-07-30"),
        ),
        materials=(PublicMaterial("实施方案及项目情况表", "A4纸装订，一式五份，附电子文档", "第三条第（二）项"),),
        contacts=(
            PublicContact(COMMISSION, COMMISSION, "信息化推进处", "0571-87050000", "xxh@example.gov.cn", "", "综合性"),
        ),
        objections=PublicObjections(
            minimum_days=7,
            unit="天",
            where="省经信委网站",
            organ=COMMISSION,
            organ_short_name=COMMISSION,
            office="信息化推进处",
            telephone="0571-87050001",
            address="杭州市样例路1号",
            postcode="310000",
            real_name=True,
        ),
        funding=PublicFunding(
            statement="省级财政安排专项资金支持列入的示范区域，用于具体示范项目。",
            years=None,
            earmarked=True,
            exceptions=(),
            clause="第四条第（二）项",
        ),
        reporting="每年6月底和12月底前报送进展情况；每年委托第三方开展绩效评价，评价结果作为下一年度安排的依据，不合格的取消名号。",
        terms_title="",
        awards=(),
        pilots=(),
        payments=(),
        notices=(notice("2014-lianghua", "call"),),
        deadline="2014-07-10",
    )
    return replace(value, **changes)  # type: ignore[arg-type]  # the caller names fields of the type


def counties() -> dict[str, PublicCounty]:
    """Counties by name, without awards."""
    return {
        name: PublicCounty(
            code,
            name,
            city,
            not code.isdigit(),
            begun,
            ended,
            city_code=CITY_CODES[city],
            formerly=FORMERLY.get(code, ()),
            later=tuple(new for new, old in FORMERLY.items() if code in old),
        )
        for code, name, city, begun, ended in COUNTIES
    }


_HEAD = ("序号", "设区市", "县（市、区）", "实施方案", "支持资金（万元）", "资金承担")
_ROW = ("1", "杭州市", "余杭区", "余杭区软件和信息服务产业示范基地（园区、小镇）建设可行性实施方案", "1000", "省财政")
_SIDES = ("center", "center", "center", "left", "right", "center")
_TABLE = (
    '<div class="scroll" role="region" tabindex="0" aria-label="正文表1"><table class="data">\n<thead>\n<tr>'
    + "".join(f'<th scope="col" class="align-{side}">{word}</th>' for side, word in zip(_SIDES, _HEAD, strict=True))
    + "</tr>\n</thead>\n<tbody>\n<tr>"
    + "".join(f'<td class="align-{side}">{word}</td>' for side, word in zip(_SIDES, _ROW, strict=True))
    + "</tr>\n</tbody>\n</table></div>"
)
PASSAGES = (
    Passage(
        f"""<p class="addressees">各市、县（市、区）经信委（局）、财政局：</p>
<p>为加快推进有关工作，现将有关事项通知如下：</p>
<h2 id="text-1">一、目标</h2>
<p>以县（市、区）为单位，建设一批发展水平一流、各具特色的示范区域，带动全省产业转型升级。</p>
<h2 id="text-2">二、程序</h2>
<h3>（一）申报</h3>
<p>符合条件的县（市、区）于规定时间前行文上报，逾期不予受理。</p>
<h2 id="text-3">三、名单</h2>
{_TABLE}""",
        "三、名单",
        _HEAD,
        (_ROW,),
    ),
    Passage("""
<p class="signature"><span>浙江省经济和信息化委员会</span><span>浙江省财政厅</span>\
<time datetime="2014-06-10">2014年6月10日</time></p>"""),
)
"""The text of a notice as its writer leaves it, with a table."""


def notice_files(public: PublicSite, folder: Path) -> dict[str, NoticeFiles]:
    """Files for every notice of a site, written into `folder`."""
    found = {}
    for each in (notice for programme in public.programmes for notice in programme.notices):
        stem = each.key.replace("/", "_")
        docx, pdf = folder / f"{stem}.docx", folder / f"{stem}.pdf"
        docx.write_bytes(b"PK" + each.key.encode() * 800)
        pdf.write_bytes(b"%PDF-1.7 " + each.key.encode() * 4000)
        form = _form_files(folder, stem) if each.kind == "call" else None
        released = (version(pdf), version(docx))
        found[each.key] = NoticeFiles(each.key, PASSAGES, docx, pdf, sheets_of(public, each), released, form)
    return found


def version(file: Path, number: int = 1, day: str = "2014-06-10") -> FileVersion:
    """A file as it was released."""
    content = file.read_bytes()
    return FileVersion(file.suffix[1:], len(content), hashlib.sha256(content).hexdigest(), day, number, file)


def sheets_of(public: PublicSite, each: PublicNotice) -> tuple[str, str]:
    """The text of two pages, as far as it matters: the title, then the list of the round's awards."""
    round_ = next(programme for programme in public.programmes if programme.id == each.programme)
    areas = (*round_.awards, *round_.pilots)
    rows = [f"{area.city}{area.county}{area.category_name}{area.plan_title}" for area in areas]
    quotas = [f"{kind.short_name}{kind.places}{round_.unit}" for kind in round_.categories]
    title = f"{each.title}{'、'.join(quotas)}四、支持政策（二）资金支持。{round_.funding.statement}"
    return "".join(title.split()), "".join(("序号" + "".join(rows)).split())


def _form_files(folder: Path, stem: str) -> FormFiles:
    form = FormFiles(folder / f"{stem}_form.docx", folder / f"{stem}_form.xlsx")
    for file in (form.docx, form.xlsx):
        file.write_bytes(b"PK" + file.name.encode() * 900)
    return form

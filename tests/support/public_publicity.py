"""A public round that is in publicity, for sites of tests."""

from dataclasses import replace

from public_pieces import COMMISSION, FINANCE, award, category, notice, programme

from gongshi.public.award import PublicAward
from gongshi.public.category import PublicCategory, PublicCondition, PublicPayment
from gongshi.public.contact import PublicContact
from gongshi.public.follow_up import PublicObjectionCount, PublicWindow
from gongshi.public.notice import PublicNotice
from gongshi.public.places import PublicCounty
from gongshi.public.round import PublicEvent, PublicProgramme
from gongshi.public.scheme import PublicFunding

_PUBLICITY = "2016-ruanjian"
_PUBLICITY_CATEGORIES = tuple(
    category(
        f"软件和信息服务产业{name}（园区、小镇）",
        id=code,
        short_name=name,
        places=quota,
        target=target,
        amount=amount,
        amount_clause="第七条第（一）项",
        priority="",
        further_tasks="",
        tasks=(),
        conditions=(PublicCondition("软件和信息服务产业规模位居全省县（市、区）前15位。", "第二条第（一）项"),),
    )
    for code, name, quota, target, amount in (
        ("demo", "示范基地", 4, 8, 10_000_000),
        ("special", "特色基地", 5, 12, 6_000_000),
        ("start", "创业基地", 5, 16, 3_000_000),
    )
)
_PUBLICITY_WINDOW = PublicWindow(
    "公示",
    "2016-03-17",
    "2016-03-18",
    "2016-03-24",
    "current",
    f"{_PUBLICITY}/publicity",
    8,
    PublicObjectionCount(),
)
_PUBLICITY_COUNTIES = (
    "滨江区",
    "余杭区",
    "越城区",
    "北仑区",
    "富阳区",
    "洞头区",
    "义乌市",
    "金华新城科技产业聚集区（开发区）",
)
_PUBLICITY_TIMELINE = (
    PublicEvent("印发申报通知", "2015-12-11", "2015-12-11", state="past"),
    PublicEvent("申报", "2015-12-11", "2015-12-31", state="past", step="application"),
    PublicEvent("公示", "2016-03-18", "2016-03-24", "公示7天", "current"),
    PublicEvent("发文公布", "2016-04-08", "2016-04-08"),
)


def publicity(programme_id: str, name: str, issued_on: str) -> PublicNotice:
    """The 公示 of a round."""
    return notice(
        programme_id,
        "publicity",
        kind="publicity",
        kind_name="公示",
        title=f"关于{name}拟列入名单的公示",
        document_no="",
        issued_on=issued_on,
    )


def publicity_programme(places: dict[str, PublicCounty]) -> PublicProgramme:
    """A round in publicity, with stated amounts and a city that pays its own winners."""
    awards = tuple(
        award(
            _PUBLICITY,
            number,
            places[name],
            _PUBLICITY_CATEGORIES[number % 3],
            status="proposed",
            payer="宁波市财政" if places[name].city == "宁波市" else "省财政",
            notices=(f"{_PUBLICITY}/publicity",),
        )
        for number, name in enumerate(_PUBLICITY_COUNTIES, start=1)
    )
    call = notice(
        _PUBLICITY,
        "call",
        title="关于印发《浙江省软件和信息服务产业基地（园区、小镇）建设实施方案》的通知",
        document_no="浙经信软件〔2015〕9001号",
        issued_on="2015-12-11",
    )
    return replace(
        _publicity_terms(),
        timeline=_PUBLICITY_TIMELINE,
        awards=awards,
        payments=payments(awards, _PUBLICITY_CATEGORIES),
        notices=(call, publicity(_PUBLICITY, "2016年浙江省软件和信息服务产业基地（园区、小镇）", "2016-03-17")),
        windows=(_PUBLICITY_WINDOW,),
    )


def _publicity_terms() -> PublicProgramme:
    return programme(
        id=_PUBLICITY,
        scheme="ruanjian",
        scheme_name="浙江省软件和信息服务产业基地（园区、小镇）",
        honour="产业基地",
        name="2016年浙江省软件和信息服务产业基地（园区、小镇）建设",
        year=2016,
        deadline="2015-12-31",
        stage="in_publicity",
        stage_until="2016-03-24",
        one_application_per_county=True,
        conditions=(),
        categories=_PUBLICITY_CATEGORIES,
        basis=(),
        contacts=(
            PublicContact(COMMISSION, COMMISSION, "软件和信息服务业处", "0571-87050002", "", "", ""),
            PublicContact(FINANCE, FINANCE, "企业处", "0571-87050003", "", "", ""),
        ),
        funding=PublicFunding(
            statement="省财政连续3年在工业与信息化专项资金中安排，对列入的基地给予一次性支持。",
            years=3,
            earmarked=True,
            exceptions=("宁波市申报的项目，由宁波市财政落实资金予以支持。",),
            clause="第七条第（一）项",
        ),
        terms_title="浙江省软件和信息服务产业基地（园区、小镇）建设实施方案",
    )


def payments(awards: tuple[PublicAward, ...], kinds: tuple[PublicCategory, ...]) -> tuple[PublicPayment, ...]:
    """What a list brings, by category and payer."""
    found = []
    for kind in kinds:
        payers = [item.payer for item in awards if item.category == kind.id]
        for payer in sorted(set(payers)):
            winners, amount = payers.count(payer), kind.amount or 0
            found.append(PublicPayment(kind.name, payer, winners, amount, winners * amount))
    return tuple(found)

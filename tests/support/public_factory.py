"""A whole public site with sensible sample contents: a decided round, one in publicity, counties of eight cities."""

from dataclasses import replace
from typing import Any

from public_pieces import COMMISSION, award, category, counties, notice, programme
from public_publicity import publicity, publicity_programme
from public_schemes import cities, schemes

from gongshi.public.award import PublicAward
from gongshi.public.follow_up import (
    PublicEvaluation,
    PublicObjectionCount,
    PublicPaid,
    PublicReport,
    PublicReward,
    PublicSiteMeeting,
    PublicSubstitution,
    PublicWindow,
    ReportStatus,
)
from gongshi.public.licence import PublicLicence
from gongshi.public.notice import PublicNotice
from gongshi.public.places import PublicCounty
from gongshi.public.round import PublicEvent, PublicProgramme
from gongshi.public.site import PublicSite

_DECIDED = "2014-lianghua"
_DECIDED_CATEGORIES = (
    category(),
    category("专用电子（软件）产业基地", id="base", short_name="产业基地", places=3),
    category("绿色安全制造信息化示范区域", id="green", short_name="绿色安全", places=5),
)
_DECIDED_COUNTIES = (
    "余杭区",
    "滨江区",
    "富阳市",
    "乐清市",
    "洞头县",
    "桐乡市",
    "嘉善县",
    "长兴县",
    "诸暨市",
    "义乌市",
    "温岭市",
)
_DECIDED_TIMELINE = (
    PublicEvent("印发申报通知", "2014-06-10", "2014-06-10", state="past"),
    PublicEvent("申报", "2014-06-10", "2014-07-10", "县（市、区）政府行文上报", "past", step="application"),
    PublicEvent("专家评审", "2014-07-28", "2014-07-30", state="past"),
    PublicEvent("公示", "2014-08-18", "2014-08-24", state="past"),
    PublicEvent("发文公布", "2014-09-10", "2014-09-10", state="past"),
    PublicEvent("报送进展情况", "2014-12-31", "2014-12-31", "以后每年6月底和12月底", "coming"),
)

CANCELLED = 5
"""Which winner of the decided round lost its title."""
_WINDOWS = (
    PublicWindow(
        "公示",
        "2014-08-15",
        "2014-08-18",
        "2014-08-24",
        "past",
        f"{_DECIDED}/publicity",
        11,
        PublicObjectionCount(
            received=3,
            upheld=1,
            rejected=1,
            not_accepted=1,
            conclusions=("反映的情况属实，异议成立", "反映的情况与核查结果不符，异议不成立"),
        ),
    ),
    PublicWindow(
        "递补公示",
        "2014-08-29",
        "2014-08-30",
        "2014-09-05",
        "past",
        f"{_DECIDED}/publicity",
        1,
        PublicObjectionCount(),
    ),
)


def _reply(number: int, winner: PublicAward) -> PublicNotice:
    return notice(
        _DECIDED,
        f"reply-{number:02d}",
        kind="approval",
        kind_name="批复",
        title=f"关于同意{winner.county}{winner.category_name}建设实施方案的批复",
        document_no=f"浙经信信息〔2014〕{9100 + number}号",
        issued_on="2014-09-20",
        award=winner.id,
    )


def _revocation(winner: PublicAward) -> PublicNotice:
    return notice(
        _DECIDED,
        "revocation",
        kind="revocation",
        kind_name="取消名号",
        title=f"关于取消{winner.county}{winner.category_name}名号的通知",
        document_no="浙经信信息〔2015〕9003号",
        issued_on="2015-11-23",
        award=winner.id,
    )


def _announcement() -> PublicNotice:
    return notice(
        _DECIDED,
        "award",
        kind="award",
        kind_name="公布",
        title="关于公布2014年省两化深度融合国家示范区域名单的通知",
        document_no="浙经信信息〔2014〕9002号",
        issued_on="2014-09-10",
    )


def _after(number: int) -> dict[str, Any]:
    """What followed a winner's award: reports, money, a grade; the fifth lost its title, the first has a reward."""
    status: ReportStatus = ("received", "late", "missing")[number % 3]
    days = {"received": "2014-12-25", "late": "2015-01-08", "missing": ""}
    revoked = number == CANCELLED
    return {
        "status": "revoked" if revoked else "awarded",
        "revoked_on": "2015-11-20" if revoked else "",
        "revoked_by": f"{_DECIDED}/revocation" if revoked else "",
        "plaque_on": "2014-10-15" if number == 1 else "",
        "leading_group_on": "2014-09-18",
        "reports": (
            PublicReport("2014-12", status, days[status]),
            PublicReport("2015-06", "received", "2015-06-29"),
            *(() if revoked else (PublicReport("2015-12", "due", ""),)),
        ),
        "paid": (PublicPaid(2014, "省财政", 5_000_000, "2014-11-03"),),
        "evaluations": (PublicEvaluation(2015, "不合格" if revoked else "优秀", continued=not revoked),),
        "rewards": (PublicReward(2015, "省财政", 500_000, "2016-01-15"),) if number == 1 else (),
    }


def _dropped(county: PublicCounty) -> PublicAward:
    """An area that fell out: of what was public, its name and category are left."""
    return award(
        _DECIDED,
        22,
        county,
        _DECIDED_CATEGORIES[0],
        status="dropped",
        plan_title="",
        projects=(),
        notices=(f"{_DECIDED}/publicity",),
        dropped_on="2014-08-28",
        dropped_by=f"{_DECIDED}/publicity",
    )


def decided_programme(places: dict[str, PublicCounty]) -> PublicProgramme:
    """A round under supervision without stated amounts: winners, one cancelled, a pilot, an approval for each."""
    awards = tuple(
        award(
            _DECIDED,
            number,
            places[name],
            _DECIDED_CATEGORIES[min(2, number // 5)],
            notices=(f"{_DECIDED}/award", f"{_DECIDED}/reply-{number:02d}"),
            **_after(number),
        )
        for number, name in enumerate(_DECIDED_COUNTIES, start=1)
    )
    dropped = _dropped(places["鄞州区"])
    return programme(
        stage="supervision",
        stage_until="",
        categories=_DECIDED_CATEGORIES,
        timeline=_DECIDED_TIMELINE,
        awards=awards,
        pilots=(award(_DECIDED, 21, places["淳安县"], _DECIDED_CATEGORIES[0], status="pilot"),),
        notices=(
            notice(_DECIDED, "call"),
            publicity(_DECIDED, "2014年省两化深度融合国家示范区域", "2014-08-15"),
            _announcement(),
            _revocation(awards[CANCELLED - 1]),
            *(_reply(number, winner) for number, winner in enumerate(awards, start=1)),
        ),
        windows=_WINDOWS,
        reports_due=("2014-12", "2015-06", "2015-12", "2016-06"),
        substitutions=(
            PublicSubstitution(
                "宁波市鄞州区", "杭州市余杭区", _DECIDED_CATEGORIES[0].name, awards[0].id, "2014-08-28", dropped.id
            ),
        ),
        dropped=(dropped,),
        site_meetings=(PublicSiteMeeting(2015, "2015-10-20", "杭州市余杭区"),),
        has_form=True,
    )


def site(**changes: object) -> PublicSite:
    """A site with a decided round, one in publicity, and counties of eight cities that know their awards."""
    places = counties()
    value = PublicSite(
        name="浙江省经信专项公开平台",
        url="https://gongshi.example.org/site/",
        description="公开省级经济和信息化专项的申报条件、评审结果、公示公布名单、资金安排和有关公文，接受社会监督。",
        publisher=COMMISSION,
        sample=True,
        today="2016-03-20",
        licence=PublicLicence("可以自由查阅、下载和引用，引用时请注明来源", "Free to use; name the source"),
        programmes=(decided_programme(places), publicity_programme(places)),
        counties=tuple(places.values()),
    )
    value = replace(value, **changes)  # type: ignore[arg-type]  # the caller names fields of the type
    value = replace(value, schemes=schemes(value.programmes), cities=cities(value.counties))
    awards = [award for each in value.programmes for award in (*each.awards, *each.pilots)]
    return replace(
        value,
        counties=tuple(
            replace(county, awards=tuple(award for award in awards if award.division == county.id))
            for county in value.counties
        ),
    )

"""One year's round of a scheme (年度申报): content/programmes/<programme>/programme.yaml."""

from typing import Annotated, Literal

from pydantic import Field

from gongshi.model.base import Count, Day, Identifier, Key, Many, Prose, Record, Text
from gongshi.model.references import CategoryId, CityCode, CriterionId, OfficeId, OrganId, SchemeId


class Quota(Record, title="类别名额"):
    """How many of a category are chosen this year."""

    category: CategoryId = Field(title="类别编号")
    places: Count = Field(title="名额")


class Material(Record, title="申报材料"):
    """Something an applicant hands in."""

    id: Identifier = Field(title="材料编号")
    name: Text = Field(title="材料名称")
    copies: Count = Field(1, title="份数")
    required: bool = Field(default=True, title="必须提交")
    form: Text = Field(title="形式要求", json_schema_extra={"note": "纸张、装订、份数，如 一式五份"})
    """Paper size, binding, copies, e.g. 一式五份."""
    clause: Text = Field(title="条款")


class Contact(Record, title="联系方式"):
    """Whom to ask about what."""

    organ: OrganId = Field(title="机关编号")
    office: OfficeId = Field(title="处室编号")
    categories: Many[CategoryId] = Field(
        (), title="对应类别", json_schema_extra={"note": "由这个处室答复的类别的编号；不填就是所有类别"}
    )
    """Categories the office answers for; none means all."""


class Schedule(Record, title="日程"):
    """The days that the call sets."""

    called_on: Day = Field(title="发布日期")
    apply_by: Day = Field(title="申报截止日期")
    extended_to: Day | None = Field(None, title="延期后的截止日期")

    @property
    def deadline(self) -> Day:
        """The last day for applications, extended or not."""
        return self.extended_to or self.apply_by


class Criterion(Record, title="评审指标"):
    """What experts score, and how many points it is worth."""

    id: Identifier = Field(title="评审指标编号")
    name: Text = Field(title="评审指标")
    points: Count = Field(title="分值", json_schema_extra={"note": "专家最多可以给多少分；各项合计 100 分"})
    """Most points an expert can give; the criteria of a round add up to 100."""
    guide: Text | None = Field(None, title="评分说明")


class ReviewPlan(Record, title="评审办法"):
    """How experts' scores become a ranking; fixed before the review."""

    criteria: Annotated[Many[Criterion], Key("id")] = Field(title="评审指标", min_length=1)
    minimum_experts: Count = Field(title="专家人数下限", json_schema_extra={"note": "一件申报至少由几名专家评分"})
    """Fewest experts whose scores an application needs."""
    dropped: Count = Field(
        0,
        title="去掉最高和最低分的个数",
        json_schema_extra={"note": "求平均分以前去掉几个最高总分，又去掉同样多的最低总分"},
    )
    """How many of the highest and as many of the lowest totals are left out before the mean is taken."""
    decimals: int = Field(2, title="小数位数", ge=0, le=4, json_schema_extra={"note": "得分四舍五入到几位小数"})
    """Decimals of the final score, rounded half up."""
    ties: Many[CriterionId] = Field(
        (), title="同分比较次序", json_schema_extra={"note": "得分相同时，依次比较哪几项的平均分，写评审指标的编号"}
    )
    """Criteria whose means are compared in turn where final scores are equal."""
    clause: Text = Field(title="条款")


class PublicityRule(Record, title="公示要求"):
    """What the programme demands of a publicity (公示) window, and where objections go."""

    minimum_days: int = Field(title="公示天数", ge=1)
    unit: Literal["calendar", "working"] = Field("calendar", title="计日方式")
    may_start_on_publication: bool = Field(
        default=False, title="公示当日起算", json_schema_extra={"note": "公示发布当天就算第一天的填 true"}
    )
    """Whether the first day may be the day of publication."""
    where: Text = Field(title="公示网站")
    organ: OrganId = Field(title="受理机关编号")
    office: OfficeId = Field(title="受理处室编号")
    real_name: bool = Field(
        default=False, title="要求实名", json_schema_extra={"note": "异议要署真实姓名或加盖公章的填 true"}
    )
    """Whether an objection must carry the objector's real name or seal."""
    clause: Text = Field(title="条款")


class Programme(Record, title="年度申报"):
    """One year's round."""

    id: Identifier = Field(title="申报编号")
    scheme: SchemeId = Field(title="专项编号")
    year: int = Field(title="年度", ge=1990, le=2100)
    name: Text = Field(
        title="申报名称", json_schema_extra={"note": "公文中怎样称呼这一轮，带年度，如 2026年样例园区创建"}
    )
    """As notices name the round, with its year, e.g. 2026年样例园区创建."""
    lead_organ: OrganId = Field(title="主办机关编号")
    joint_organs: Many[OrganId] = Field((), title="联合发文机关编号")
    quotas: Annotated[Many[Quota], Key("category")] = Field(
        title="名额", min_length=1, json_schema_extra={"note": "每个类别今年选几个"}
    )
    recommendation_required: bool = Field(default=False, title="须有设区市推荐意见")
    one_application_per_county: bool = Field(default=False, title="每县限报一项")
    addressees: Text = Field(title="主送机关", json_schema_extra={"note": "照印在公文上的样子写，不加冒号"})
    """As printed, without the colon."""
    cities_not_addressed: Many[CityCode] = Field(
        (), title="不发城市代码", json_schema_extra={"note": "通知不发给哪些设区市；有申报从那里来的，会给出警告"}
    )
    """Cities to which the call is not sent: an applicant from there gets a warning."""
    opening: Prose | None = Field(None, title="通知开头补充")
    closing: Prose | None = Field(None, title="申报要求")
    schedule: Schedule = Field(title="日程")
    materials: Annotated[Many[Material], Key("id")] = Field(title="申报材料")
    contacts: Many[Contact] = Field(title="联系方式")
    show_persons: bool = Field(default=False, title="显示联系人")
    review: ReviewPlan | None = Field(None, title="评审办法")
    publicity: PublicityRule = Field(title="公示要求")
    approval_form: Literal["reply", "letter"] | None = Field(
        None,
        title="批复形式",
        json_schema_extra={"note": "公布以后逐件批复方案的填：reply 批复，letter 复函；不逐件批复的不填"},
    )
    """Whether each winner's plan is approved by 批复 or, to a government of equal rank, by a 复函 in letter format.

    None if plans are not approved one by one.
    """

    def quota_of(self, category_id: str) -> int:
        """The quota of a category, 0 if it has none this year."""
        return {quota.category: quota.places for quota in self.quotas}.get(category_id, 0)

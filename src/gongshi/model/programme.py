"""One year's round of a scheme (年度申报): content/programmes/<programme>/programme.yaml."""

from typing import Annotated, Literal

from pydantic import Field

from gongshi.model.base import Count, Day, Identifier, Key, Many, Prose, Record, Text
from gongshi.model.references import CategoryId, CityCode, CriterionId, OfficeId, OrganId, SchemeId


class Quota(Record):
    """How many of a category are chosen this year."""

    category: CategoryId = Field(title="类别编号")
    places: Count = Field(title="名额")


class Material(Record):
    """Something an applicant hands in."""

    id: Identifier = Field(title="材料编号")
    name: Text = Field(title="材料名称")
    copies: Count = Field(1, title="份数")
    required: bool = Field(default=True, title="必须提交")
    form: Text = Field(title="形式要求")
    """Paper size, binding, copies, e.g. 一式五份."""
    clause: Text = Field(title="条款")


class Contact(Record):
    """Whom to ask about what."""

    organ: OrganId = Field(title="机关编号")
    office: OfficeId = Field(title="处室编号")
    categories: Many[CategoryId] = Field((), title="对应类别")
    """Categories the office answers for; none means all."""


class Schedule(Record):
    """The days that the call sets."""

    called_on: Day = Field(title="发布日期")
    apply_by: Day = Field(title="申报截止日期")
    extended_to: Day | None = Field(None, title="延期后的截止日期")

    @property
    def deadline(self) -> Day:
        """The last day for applications, extended or not."""
        return self.extended_to or self.apply_by


class Criterion(Record):
    """What experts score, and how many points it is worth."""

    id: Identifier = Field(title="评审指标编号")
    name: Text = Field(title="评审指标")
    points: Count = Field(title="分值")
    """Most points an expert can give; the criteria of a round add up to 100."""
    guide: Text | None = Field(None, title="评分说明")


class ReviewPlan(Record):
    """How experts' scores become a ranking; fixed before the review."""

    criteria: Many[Criterion] = Field(title="评审指标", min_length=1)
    minimum_experts: Count = Field(title="专家人数下限")
    """Fewest experts whose scores an application needs."""
    dropped: Count = Field(0, title="去掉最高和最低分的个数")
    """How many of the highest and as many of the lowest totals are left out before the mean is taken."""
    decimals: int = Field(2, title="小数位数", ge=0, le=4)
    """Decimals of the final score, rounded half up."""
    ties: Many[CriterionId] = Field((), title="同分比较次序")
    """Criteria whose means are compared in turn where final scores are equal."""
    clause: Text = Field(title="条款")


class PublicityRule(Record):
    """What the programme demands of a publicity (公示) window, and where objections go."""

    minimum_days: int = Field(title="公示天数", ge=1)
    unit: Literal["calendar", "working"] = Field("calendar", title="计日方式")
    may_start_on_publication: bool = Field(default=False, title="公示当日起算")
    """Whether the first day may be the day of publication."""
    where: Text = Field(title="公示网站")
    organ: OrganId = Field(title="受理机关编号")
    office: OfficeId = Field(title="受理处室编号")
    real_name: bool = Field(default=False, title="要求实名")
    """Whether an objection must carry the objector's real name or seal."""
    clause: Text = Field(title="条款")


class Programme(Record):
    """One year's round."""

    id: Identifier = Field(title="申报编号")
    scheme: SchemeId = Field(title="专项编号")
    year: int = Field(title="年度", ge=1990, le=2100)
    name: Text = Field(title="申报名称")
    """As notices name the round, with its year, e.g. 2026年样例园区创建."""
    lead_organ: OrganId = Field(title="主办机关编号")
    joint_organs: Many[OrganId] = Field((), title="联合发文机关编号")
    quotas: Annotated[Many[Quota], Key("category")] = Field(title="名额", min_length=1)
    recommendation_required: bool = Field(default=False, title="须有设区市推荐意见")
    one_application_per_county: bool = Field(default=False, title="每县限报一项")
    addressees: Text = Field(title="主送机关")
    """As printed, without the colon."""
    cities_not_addressed: Many[CityCode] = Field((), title="不发城市代码")
    """Cities to which the call is not sent: an applicant from there is pointed out."""
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

    def places(self, category_id: str) -> int:
        """The quota of a category, 0 if it has none this year."""
        return {quota.category: quota.places for quota in self.quotas}.get(category_id, 0)

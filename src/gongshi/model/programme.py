"""One year's round of a scheme (年度申报): content/programmes/<programme>/programme.yaml."""

from typing import Literal

from pydantic import Field

from gongshi.model.base import Count, Day, Identifier, Many, Prose, Record, Text


class Quota(Record):
    """How many of a category are chosen this year."""

    category: Identifier = Field(title="类别编号")
    places: Count = Field(title="名额")


class Material(Record):
    """Something an applicant hands in."""

    name: Text = Field(title="材料名称")
    form: Text = Field(title="形式要求")
    """Paper size, binding, copies, e.g. 一式五份."""
    clause: Text = Field(title="条款")


class Contact(Record):
    """Whom to ask about what."""

    organ: Identifier = Field(title="机关编号")
    office: Identifier = Field(title="处室编号")
    categories: Many[Identifier] = Field((), title="对应类别")
    """Categories the office answers for; none means all."""


class Schedule(Record):
    """The days that the call sets."""

    called_on: Day = Field(title="发布日期")
    apply_by: Day = Field(title="申报截止日期")


class PublicityRule(Record):
    """What the programme demands of a publicity (公示) window, and where objections go."""

    minimum_days: Count = Field(title="公示天数")
    unit: Literal["calendar", "working"] = Field("calendar", title="计日方式")
    may_start_on_publication: bool = Field(default=False, title="公示当日起算")
    """Whether the first day may be the day of publication."""
    where: Text = Field(title="公示网站")
    organ: Identifier = Field(title="受理机关编号")
    office: Identifier = Field(title="受理处室编号")
    real_name: bool = Field(default=False, title="要求实名")
    """Whether an objection must carry the objector's real name or seal."""
    clause: Text = Field(title="条款")


class Programme(Record):
    """One year's round."""

    id: Identifier = Field(title="申报编号")
    scheme: Identifier = Field(title="专项编号")
    year: int = Field(title="年度", ge=1990, le=2100)
    name: Text = Field(title="申报名称")
    """As notices name the round, with its year, e.g. 2026年样例园区创建."""
    lead_organ: Identifier = Field(title="主办机关编号")
    joint_organs: Many[Identifier] = Field((), title="联合发文机关编号")
    quotas: Many[Quota] = Field(title="名额", min_length=1)
    one_application_per_county: bool = Field(default=False, title="每县限报一项")
    addressees: Text = Field(title="主送机关")
    """As printed, without the colon."""
    cities_not_addressed: Many[Text] = Field((), title="不发城市代码")
    """Cities to which the call is not sent: an applicant from there is pointed out."""
    opening: Prose | None = Field(None, title="通知开头补充")
    closing: Prose | None = Field(None, title="申报要求")
    schedule: Schedule = Field(title="日程")
    materials: Many[Material] = Field(title="申报材料")
    contacts: Many[Contact] = Field(title="联系方式")
    show_persons: bool = Field(default=False, title="显示联系人")
    publicity: PublicityRule = Field(title="公示要求")

    def places(self, category_id: str) -> int:
        """The quota of a category, 0 if it has none this year."""
        return {quota.category: quota.places for quota in self.quotas}.get(category_id, 0)

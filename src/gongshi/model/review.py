"""Expert review (专家评审) of a round: content/programmes/<programme>/reviews.yaml. Internal."""

from pydantic import Field

from gongshi.model.base import Day, Identifier, Many, Points, Record, Text


class Score(Record):
    """The panel's score for one application."""

    application: Identifier = Field(title="申报号")
    points: Points = Field(title="得分")


class Review(Record):
    """What the panel decided."""

    held_on: Day = Field(title="评审日期")
    panel: Text = Field(title="评审组织")
    scores: Many[Score] = Field(title="评审得分")

"""Cities and their dated divisions: content/regions.yaml."""

from typing import Annotated, Literal

from pydantic import Field

from gongshi.model.base import Day, Identifier, Key, Many, Record, Text, YearMonth, first_day_of
from gongshi.model.references import CityCode, DivisionId


class City(Record):
    """A prefecture-level city (设区市)."""

    code: Text = Field(title="城市代码", pattern=r"^[0-9]{6}$")
    name: Text = Field(title="城市名称")
    column: int | None = Field(None, title="方格图列", ge=0, le=20)
    """Column of its block on the site's tile map, from 0 in the west; None leaves it out of the map."""
    row: int | None = Field(None, title="方格图行", ge=0, le=20)
    """Row of its block, from 0 in the north."""


class Division(Record):
    """A county, county-level city or district; or a zone that has no code of its own."""

    id: Identifier = Field(title="区划编号")
    """The six-digit code; for a zone a name of the workspace's own."""
    name: Text = Field(title="区划名称")
    city: CityCode = Field(title="所属城市代码", pattern=r"^[0-9]{6}$")
    kind: Literal["county", "zone"] = Field("county", title="区划类型")
    valid_from: YearMonth | None = Field(None, title="设立年月")
    """First month in which it existed; None means before the years in use."""
    valid_to: YearMonth | None = Field(None, title="撤销年月")
    """First month in which it no longer existed; None means it exists."""
    formerly: Many[DivisionId] = Field((), title="原区划编号")
    """Divisions whose place it took, wholly or in part: former names, merged or divided ones."""

    def valid_on(self, day: Day) -> bool:
        """Whether the division existed on `day`; from the first of `valid_from` until the day before `valid_to`."""
        begun = self.valid_from is None or first_day_of(self.valid_from) <= day
        ended = self.valid_to is not None and first_day_of(self.valid_to) <= day
        return begun and not ended


class Regions(Record):
    """All cities and divisions, in the order in which lists name them (行政区划排列)."""

    cities: Annotated[Many[City], Key("code")] = Field(title="设区市")
    divisions: Annotated[Many[Division], Key("id")] = Field(title="县（市、区）")

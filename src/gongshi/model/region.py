"""Cities and their dated divisions: content/regions.yaml."""

from typing import Annotated, Literal

from pydantic import Field

from gongshi.model.base import Day, Identifier, Key, Many, Record, Text, YearMonth, first_day_of
from gongshi.model.references import CityCode, DivisionId


class City(Record, title="设区市"):
    """A prefecture-level city (设区市)."""

    code: Text = Field(title="城市代码", pattern=r"^[0-9]{6}$")
    name: Text = Field(title="城市名称")
    column: int | None = Field(
        None, title="方格图列", ge=0, le=20, json_schema_extra={"note": "在网站方格地图上的列，最西为 0；不填就不上图"}
    )
    """Column of its block on the site's tile map, from 0 in the west; None leaves it out of the map."""
    row: int | None = Field(
        None, title="方格图行", ge=0, le=20, json_schema_extra={"note": "在网站方格地图上的行，最北为 0"}
    )
    """Row of its block, from 0 in the north."""


class Division(Record, title="县（市、区）"):
    """A county, county-level city or district; or a zone that has no code of its own."""

    id: Identifier = Field(title="区划编号")
    """The six-digit code; for a zone a name of the workspace's own."""
    name: Text = Field(title="区划名称")
    city: CityCode = Field(title="所属城市代码", pattern=r"^[0-9]{6}$")
    kind: Literal["county", "zone"] = Field(
        "county", title="区划类型", json_schema_extra={"note": "没有区划代码的开发区、新区填 zone"}
    )
    valid_from: YearMonth | None = Field(None, title="设立年月", json_schema_extra={"note": "设立当月；一直都有的不填"})
    """First month in which it existed; None means before the years in use."""
    valid_to: YearMonth | None = Field(
        None, title="撤销年月", json_schema_extra={"note": "不再存在的第一个月；现在还有的不填"}
    )
    """First month in which it no longer existed; None means it exists."""
    formerly: Many[DivisionId] = Field((), title="原区划编号")
    """Divisions that it replaced, wholly or in part: former names, merged or divided ones."""

    def valid_on(self, day: Day) -> bool:
        """Whether the division existed on `day`; from the first of `valid_from` until the day before `valid_to`."""
        begun = self.valid_from is None or first_day_of(self.valid_from) <= day
        ended = self.valid_to is not None and first_day_of(self.valid_to) <= day
        return begun and not ended


class Regions(Record, title="区划"):
    """All cities and divisions, in the order in which lists name them (行政区划排列)."""

    cities: Annotated[Many[City], Key("code")] = Field(title="设区市")
    divisions: Annotated[Many[Division], Key("id")] = Field(
        title="县（市、区）", json_schema_extra={"note": "名单按这里的先后排列"}
    )

"""Data sets of places: cities, counties and what they were called before."""

from gongshi.pages.data import shared
from gongshi.pages.data.dataset import Column, Dataset, Part, Reference, parts
from gongshi.public.places import PublicCity, PublicCounty

_COUNTY, _ZONE = "县（市、区）", "开发区（功能区）"


def _to_county(column: str) -> Reference:
    return Reference((column,), "counties", ("id",))


# fmt: off
# One row a column: the formatter would spread each over eight lines.
CITIES = Dataset[PublicCity](
    "cities", "设区市", "Prefecture-level cities",
    "每行一个设区市。",
    "One row for each prefecture-level city.",
    items=lambda site: site.cities,
    columns=(
        Column("code", "string", "城市代码", "Code", "六位行政区划代码，也是网页地址 cities/<代码>/ 的一部分",
               "Official code of six digits; also part of the page's address, cities/<code>/"),
        Column("name", "string", "名称", "Name", "设区市名称", "Name of the city"),
    ), key=("code",))

COUNTIES = Dataset[PublicCounty](
    "counties", "县（市、区）", "Counties",
    "每行一个县（市、区）或者功能区；更名、撤设后的新旧名称各为一行。",
    "One row for each county or zone; after a change the new and the old name have a row each.",
    items=lambda site: site.counties,
    columns=(
        Column("id", "string", "区划编号", "ID", "六位行政区划代码；无代码的功能区用自定编号",
               "Official code of six digits; zones without one have an ID of their own"),
        Column("name", "string", "名称", "Name", "县（市、区）名称", "Name of the county"),
        Column("city", "string", "设区市", "Prefecture-level city", "所属设区市", "The city that it belongs to"),
        Column("kind", "string", "类型", "Kind", "县（市、区）或者开发区（功能区）",
               "County or zone, in the order of the Chinese words", lambda county: _ZONE if county.zone else _COUNTY,
               values=(_COUNTY, _ZONE)),
        Column("valid_from", "yearmonth", "设立年月", "Valid from", "年-月；空白表示早于本站数据年份",
               "Month; empty if before the years of this site", optional=True),
        Column("valid_to", "yearmonth", "撤销年月", "Valid to", "年-月，自该月起不再存在；空白表示现存",
               "Month from which it exists no more; empty if it exists", optional=True),
        Column("awarded", "integer", "已列入数", "Awarded", "历年已列入次数，不含拟列入、试点培育和已取消",
               "Awards over the years, without proposed ones, pilots and cancelled titles",
               lambda county: sum(award.status == "awarded" for award in county.awards)),
        Column("city_code", "string", "城市代码", "City code", "所属设区市的代码，见“设区市”",
               "Code of its city, see cities"),
    ), key=("id",), references=(Reference(("city_code",), "cities", ("code",)),))

FORMER_NAMES = Dataset[Part[PublicCounty, str]](
    "former_names", "区划沿革", "Former names",
    "每行一个县（市、区）及其全部或者部分承接的一个原区划：更名、合并、析置。",
    "One row for each division whose place a county took, wholly or in part: renamed, merged, divided.",
    items=lambda site: parts(site.counties, lambda county: county.formerly),
    columns=(
        Column("county", "string", "区划编号", "County ID", "现区划，见“县（市、区）”",
               "The later division, see counties", lambda part: part.owner.id),
        Column("former", "string", "原区划编号", "Former county ID", "原区划，见“县（市、区）”",
               "The former division, see counties", lambda part: part.item),
        shared.number("在该区划各原区划中的次序", "Its place among the former divisions of the county"),
    ), key=("county", "number"), references=(_to_county("county"), _to_county("former")))

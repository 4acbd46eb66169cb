"""The tile map: each county once, former names with their heirs, steps of colour by number."""

from dataclasses import replace

import pytest
from public_pieces import award, category

from gongshi.pages.charts.tilemap import Place, places_of, tile_map
from gongshi.public.places import PublicCity, PublicCounty

TODAY = "2016-03-20"


def county(
    name: str, titles: int = 0, *, zone: bool = False, later: tuple[str, ...] = (), **years: str
) -> PublicCounty:
    """A county of the city A, its name for an id."""
    bare = PublicCounty(
        name, name, "甲市", zone, years.get("begun", ""), years.get("ended", ""), city_code="A", later=later
    )
    return replace(bare, awards=tuple(award("r", number, bare, category()) for number in range(titles)))


def told(places: tuple[Place, ...]) -> dict[str, int]:
    """Titles by name."""
    return {place.county.name: place.awarded for place in places}


def test_counties_of_the_day_and_no_others() -> None:
    """A county begins with its first month and is gone with its last; what is still to come is left out."""
    found = places_of(
        [
            county("在"),
            county("新", begun="2016-03"),
            county("将", begun="2016-04"),
            county("旧", ended="2016-03"),
            county("末", ended="2016-04"),
        ],
        TODAY,
    )

    assert told(found) == {"在": 0, "新": 0, "末": 0}


def test_titles_under_a_former_name_count_for_its_heir() -> None:
    """Through several changes of name, and the words say so."""
    found = places_of(
        [
            county("县", 1, ended="2012-01", later=("市",)),
            county("市", 2, ended="2014-01", later=("区",)),
            county("区", 1, begun="2014-01"),
        ],
        TODAY,
    )

    assert told(found) == {"区": 4}
    assert found[0].about_former == "含原县1、原市2"


def test_titles_of_a_divided_county_stay_its_own() -> None:
    """With two heirs, or none, nobody inherits: the one that is gone is shown as such."""
    found = places_of(
        [
            county("分", 2, ended="2014-01", later=("东", "西")),
            county("东"),
            county("西"),
            county("绝", 1, ended="2014-01"),
            county("空", ended="2014-01"),
            county("环", 1, ended="2014-01", later=("环",)),
        ],
        TODAY,
    )

    assert told(found) == {"分": 2, "东": 0, "西": 0, "绝": 1, "环": 1}
    assert [place.county.name for place in found if place.gone] == ["分", "绝", "环"]


def test_blocks_stand_in_their_places() -> None:
    """Rows from north to south, columns from west to east, gaps where no city lies; zones apart."""
    cities = [
        PublicCity("A", "甲市", (2, 3)),
        PublicCity("B", "乙市", (1, 1)),
        PublicCity("C", "丙市"),
        PublicCity("D", "丁市", (1, 1)),
    ]
    found = tile_map(cities, places_of([county("区", 1), county("园", zone=True)], TODAY))

    assert found is not None
    names = [[block.city.name if block else "" for block in row] for row in found.rows]
    assert names == [["乙市", ""], ["", ""], ["", "甲市"]]
    assert found.absent == ("丙市", "丁市")
    block = found.rows[2][1]
    assert block is not None
    assert (told(block.counties), told(block.zones), block.awarded) == ({"区": 1}, {"园": 0}, 1)


@pytest.mark.parametrize(
    ("most", "steps", "legend"),
    [
        (0, [0], ["0个"]),
        (2, [0, 1, 2], ["0个", "1个", "2个"]),
        (4, [0, 1, 2, 3, 4], ["0个", "1个", "2个", "3个", "4个"]),
        (9, [0, 1, 1, 1, 2, 2, 2, 3, 3, 3], ["0个", "1—3个", "4—6个", "7—9个"]),
    ],
)
def test_colour_has_few_steps(most: int, steps: list[int], legend: list[str]) -> None:
    """Never more than four above zero; the legend names those in use."""
    places = places_of([county(f"区{number}", number) for number in range(most + 1)], TODAY)
    found = tile_map([PublicCity("A", "甲市", (0, 0))], places)

    assert found is not None
    assert [found.step(place) for place in places] == steps
    assert [meaning for _, meaning in found.legend] == legend


def test_without_places_there_is_no_map() -> None:
    """Cities without a place on the grid give none."""
    assert tile_map([PublicCity("A", "甲市")], ()) is None

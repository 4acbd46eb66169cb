"""A figure changed in a record is changed in every output, without a touch to src/ or templates/."""

import csv
import json
from pathlib import Path

import pytest
from document_text import pdf_text
from sample_workspace import Published, copied_project, publish_well, read_outputs
from site_text import pages_of

SCHEME = "content/schemes/software-bases.yaml"
ROUND = "content/programmes/2016-software-bases"

FOURTH = """  - id: pilot-street
    name: 软件和信息服务产业样例街区
    short_name: 样例街区
    target: 6
    amount: 2000000
    amount_clause: 七（一）
    conditions:
      - id: shops
        statement: 集聚软件服务门店不少于{{ value }}{{ unit }}
        comparison: at_least
        value: 31
        unit: 家
        clause: 二（四）

funding:
"""


def _change(file: Path, *pairs: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, f"{file.name}: {old}"
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module", name="changed")
def _changed(sample: Published, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The sample, published again with 4→6 areas, 1000→1200万元, 7→10 days, 前15→前12位, a winner of a fourth kind."""
    project = copied_project(tmp_path_factory.mktemp("changed"), sample.project.out)
    _change(
        project.root / SCHEME,
        ("amount: 10000000", "amount: 12000000"),
        ("value: 15", "value: 12"),
        ("funding:\n", FOURTH),
    )
    _change(
        project.root / ROUND / "programme.yaml",
        ("places: 4", "places: 6"),
        ("\n\none_application", "\n  - category: pilot-street\n    places: 2\n\none_application"),
        ("minimum_days: 7", "minimum_days: 10"),
    )
    _change(project.root / ROUND / "results.yaml", ("last_day: 2016-03-21", "last_day: 2016-03-24"))
    _change(
        project.root / ROUND / "applications.yaml",
        (
            'division: "330104"  # 江干区\n    category: startup',
            'division: "330104"  # 江干区\n    category: pilot-street',
        ),
        (
            "江政函发〔2015〕9047号}\n      - {condition: incubator, met: true",
            "江政函发〔2015〕9047号}\n      - {condition: shops, met: true",
        ),
    )
    paid = ("    amount: 10000000", "    amount: 12000000")
    lines = (
        ("中小企业混合云管理平台, amount: 5", "中小企业混合云管理平台, amount: 7"),
        ("物联网设备接入与管理平台, amount: 4", "物联网设备接入与管理平台, amount: 6"),
        ("创业企业软件开发协作平台, amount: 3", "创业企业软件开发协作平台, amount: 5"),
        ("绿色数据中心一期, amount: 8000000", "绿色数据中心一期, amount: 10000000"),
    )
    _change(project.root / ROUND / "supervision.yaml", *[paid] * 4, *lines)
    _change(
        project.root / ROUND / "results.yaml",
        ("{application: 2016-jianggan, outcome: reserve}", "{application: 2016-jianggan, outcome: selected}"),
    )
    publish_well(project)
    return read_outputs(project)


EXPECTED = (
    ("call", "示范基地6个、特色基地5个、创业基地5个、样例街区2个，共18个"),
    ("call", "一次性支持资金1200万元"),
    ("call", "公示时间为10天"),
    ("call", "前12位"),
    ("call", "样例街区。集聚软件服务门店不少于31家"),
    ("call", "6个左右"),
    ("publicity", "共10天"),
    ("publicity", "样例街区1个"),
    ("award", "1200万元"),
    ("award", "软件和信息服务产业样例街区（1个）"),
)
GONE = ("示范基地4个", "1000万元", "公示时间为7天", "前15位", "共7天")


@pytest.mark.parametrize(("notice", "text"), EXPECTED)
def test_changed_figure_stands_in_docx_pdf_and_site(changed: Published, notice: str, text: str) -> None:
    """The new figure is in the DOCX, in the PDF and on the notice's page."""
    key = f"2016-software-bases/{notice}"

    assert text in changed.notices[key]
    assert text in pdf_text(changed.project.notices / f"{key}.pdf")
    assert text in pages_of(changed.project.site)[f"notices/{key}/index.html"]


@pytest.mark.parametrize("text", GONE)
def test_old_figure_is_nowhere(changed: Published, text: str) -> None:
    """The old figure is left in no document of the round and on no page of it."""
    pages = pages_of(changed.project.site)
    round_pages = [page for path, page in pages.items() if "2016-software-bases" in path]

    assert [key for key, body in changed.notices.items() if key.startswith("2016") and text in body] == []
    assert [page for page in round_pages if text in page] == []


def test_data_files_follow(changed: Published) -> None:
    """CSV and JSON have the new quota, amount and category."""
    data = changed.project.site / "data"
    rows = json.loads((data / "round_categories.json").read_text(encoding="utf-8"))
    text = json.dumps(rows, ensure_ascii=False)
    with (data / "announced_support.csv").open(encoding="utf-8-sig", newline="") as file:
        payments = list(csv.reader(file))

    assert "样例街区" in text
    assert "12000000" in text
    assert "10000000" not in text
    assert any("12000000" in row for row in payments)
    assert any("软件和信息服务产业样例街区" in row for row in payments)

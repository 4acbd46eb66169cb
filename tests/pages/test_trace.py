"""Where figures come from, which files a notice had, and what became of it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from public_factory import site
from public_pieces import notice, notice_files, programme, version

from gongshi.pages.build.site import build_site
from gongshi.pages.catalogue.catalogue import catalogue_of
from gongshi.pages.catalogue.sources import listing_sources, sources_of_award, step_sources
from gongshi.pages.values.clauses import sheet_of_clause
from gongshi.pages.values.files import NoticeFiles
from gongshi.pages.values.table import Source
from gongshi.public.category import PublicCondition
from gongshi.public.notice import PublicNotice
from gongshi.public.round import PublicEvent

PROGRAM = Path(__file__).resolve().parents[2]
CALL = "2014-lianghua/call"
HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"


def changed(tmp_path: Path, *notices: PublicNotice, **files: NoticeFiles) -> Path:
    """A site whose only round has those notices."""
    public = site(programmes=(programme(notices=notices),), counties=())
    found = {**notice_files(public, tmp_path), **files}
    build_site(public, found, [PROGRAM / "templates"], PROGRAM / "mkdocs.yml", tmp_path / "site")
    return tmp_path / "site"


def parsed(path: Path) -> Any:
    """A page as a tree; `Any` because what an XPath gives has no one type."""
    return html.fromstring((path / "index.html").read_bytes())


def words(element: Any) -> str:
    """The text of an element without white space."""
    return "".join(element.text_content().split())


def test_a_notice_lists_its_files_with_their_sums(built: Path) -> None:
    """PDF and DOCX, each with version, day of release, size and the whole SHA-256; no table of former ones."""
    page = parsed(built / "notices" / CALL)
    rows = page.xpath("//table[@id='table-files']/tbody/tr")
    sums = [version(built / "notices" / f"{CALL}.{kind}").sha256 for kind in ("pdf", "docx")]

    sizes = [words(row.xpath("./td")[2]) for row in rows]
    assert [words(row) for row in rows] == [
        f"PDF12014年6月10日{sizes[0]}{sums[0]}",
        f"DOCX12014年6月10日{sizes[1]}{sums[1]}",
    ]
    assert [row.xpath(".//a/@href")[0] for row in rows] == ["../call.pdf", "../call.docx"]
    assert page.xpath("//table[@id='table-former']") == []


def test_former_versions_are_listed_and_offered_if_they_are_kept(tmp_path: Path) -> None:
    """A former file is copied beside the notice under its sum; of one that is lost the sum remains."""
    old = tmp_path / "old.pdf"
    old.write_bytes(b"%PDF-1.7 old")
    public = site(programmes=(programme(),), counties=())
    files = notice_files(public, tmp_path)[CALL]
    now = (version(files.pdf, 2, "2014-06-20"), version(files.docx, 2, "2014-06-20"))
    before = (version(old), replace(version(files.docx), sha256="f" * 64, file=None))
    out = changed(tmp_path, *public.programmes[0].notices, **{CALL: replace(files, versions=(*now, *before))})
    rows = parsed(out / "notices" / CALL).xpath("//table[@id='table-former']/tbody/tr")

    assert rows[0].xpath(".//a/@href") == [f"../call.{before[0].sha256[:12]}.pdf"]
    assert (out / before[0].address(CALL)).read_bytes() == b"%PDF-1.7 old"
    assert rows[1].xpath(".//a") == []
    assert words(rows[1]).startswith("DOCX（未保存）1")
    assert words(rows[1]).endswith("f" * 64)


@pytest.mark.parametrize(
    ("kind", "state", "deed"), [("correction", "本件有更正", "更正"), ("withdrawal", "本件已撤回", "撤回")]
)
def test_what_became_of_a_notice_is_told_on_both_pages(tmp_path: Path, kind: str, state: str, deed: str) -> None:
    """The notice says so strongly and leads to the one that did it, and that one leads back."""
    other = notice(
        "2014-lianghua",
        kind,
        kind=kind,
        title=HOSTILE,
        document_no="浙〔2014〕9号",
        issued_on="2014-07-01",
        concerns=CALL,
    )
    by = {"corrected_by" if kind == "correction" else "withdrawn_by": other.key}
    out = changed(tmp_path, replace(notice("2014-lianghua", "call"), **by), other)  # type: ignore[arg-type]  # a field
    there, back = parsed(out / "notices" / CALL), parsed(out / "notices" / other.key)
    told = there.xpath("//p[contains(@class, 'notice-state')]")[0]

    assert told.xpath("./strong/text()") == [state]
    assert told.xpath("./a/@href") == [f"../{kind}/"]
    assert f"2014年7月1日的《{''.join(HOSTILE.split())}》（浙〔2014〕9号）" in words(told)
    assert back.xpath("//p[contains(@class, 'note--strong')]/a/@href") == ["../call/"]
    assert f"本件{deed}2014年6月10日的《" in words(back)
    assert there.xpath("//script[not(@src) and not(@type='application/ld+json')]") == []


def test_a_notice_that_stands_says_nothing_of_it(built: Path) -> None:
    """No such line on a notice that nobody corrected or withdrew."""
    assert parsed(built / "notices" / CALL).xpath("//*[contains(@class, 'notice-state')]") == []


def test_a_fact_leads_to_its_notice_page_and_clause(built: Path) -> None:
    """The plan's title leads to the list in the announcement, page 2; the round's quota to page 1 of the call."""
    award = parsed(built / "awards/2014-lianghua-01")
    plan = award.xpath("//dt[text()='实施方案']/following-sibling::dd/p[@class='sources']")[0]
    round_ = parsed(built / "programmes/2016-ruanjian")
    places = round_.xpath("//dt[text()='本年名额']/following-sibling::dd/p[@class='sources']")[0]

    assert words(plan) == "出处：浙经信信息〔2014〕9002号，第2页"
    assert plan.xpath(".//a/@href") == [
        "../../notices/2014-lianghua/award/",
        "../../notices/2014-lianghua/award.pdf#page=2",
    ]
    assert words(places) == "出处：浙经信软件〔2015〕9001号，第1页"


def test_a_condition_leads_to_the_page_of_its_clause(tmp_path: Path) -> None:
    """The clause of a condition is a link to its page of the call; one that is not found stays text."""
    found, lost = PublicCondition("甲", "四（二）"), PublicCondition("乙", HOSTILE)
    public = site(programmes=(programme(conditions=(found, lost)),), counties=())
    build_site(
        public, notice_files(public, tmp_path), [PROGRAM / "templates"], PROGRAM / "mkdocs.yml", tmp_path / "site"
    )
    clauses = parsed(tmp_path / "site/programmes/2014-lianghua/apply").xpath(
        "//ul[@class='clauses'][1]//*[@class='clause']"
    )

    assert [words(clause) for clause in clauses[:2]] == ["条款：四（二）", f"条款：{''.join(HOSTILE.split())}"]
    assert clauses[0].xpath("./a/@href") == ["../../../notices/2014-lianghua/call.pdf#page=1"]
    assert clauses[1].xpath("./a") == []


def test_a_withdrawn_notice_is_no_source(tmp_path: Path) -> None:
    """Nothing is said to come from a notice that was withdrawn."""
    public = site()
    round_ = public.programmes[0]
    notices = tuple(replace(each, withdrawn_by=each.key) for each in round_.notices)
    public = replace(public, programmes=(replace(round_, notices=notices), *public.programmes[1:]))
    catalogue = catalogue_of(public, notice_files(public, tmp_path))
    by_fact = sources_of_award(catalogue, round_.awards[0])

    assert [name for name, sources in by_fact.items() if sources] == []


def test_one_that_fell_out_is_found_by_its_name(tmp_path: Path) -> None:
    """Its plan is not told any more, so its area is looked for in the list of the 公示."""
    public = site()
    proposed = replace(public.programmes[1].awards[0], status="dropped", plan_title="")
    catalogue = catalogue_of(public, notice_files(public, tmp_path))
    (source,) = listing_sources(catalogue, proposed)

    assert (source.words, catalogue.sheet_of(source)) == (("序号", proposed.county), 2)


def test_a_source_without_its_words_names_no_page(tmp_path: Path) -> None:
    """A page is never guessed: if the words are nowhere in the PDF only the notice is named."""
    public = site()
    files = {key: replace(value, sheets=("空白",)) for key, value in notice_files(public, tmp_path).items()}
    catalogue = catalogue_of(public, files)
    sources = sources_of_award(catalogue, next(iter(catalogue.awards.values())))

    assert [catalogue.sheet_of(source) for source in sources["plan"]] == [None]
    assert catalogue.sheet_of(Source(CALL, words=(HOSTILE,))) is None


SHEETS = (
    "关于印发《方案》的通知一、年度计划二、材料报送（一）材料。",
    "样例方案一、目标二、条件（一）甲。四、支持政策（一）资金。",
    "（二）人才。五、其他（一）解释。十二、附则（一）施行。",
)


@pytest.mark.parametrize(
    ("clause", "title", "page"),
    [
        ("二（一）", "", 1),
        ("二（一）", "方案", 2),
        ("四（一）", "方案", 2),
        ("四（二）", "", 3),
        ("五", "", 3),
        ("五（二）", "", None),
        ("九（一）", "", None),
        ("十二（一）", "", 3),
        ("第四条第（二）项", "", None),
        ("", "", None),
        (".*", "", None),
    ],
)
def test_a_clause_is_found_by_its_numbers(clause: str, title: str, page: int | None) -> None:
    """An item is looked for inside its section, in the document that holds it, and nothing is guessed."""
    assert sheet_of_clause(SHEETS, clause, title) == page


def test_a_step_of_the_timeline_leads_to_the_notice_that_tells_it(tmp_path: Path) -> None:
    """The step of a notice names it and the page with its day; one that no notice tells names none."""
    told = PublicEvent("发布申报通知", "2014-06-10", "2014-06-10", state="past", notice="2014-lianghua/call")
    untold = PublicEvent("专家评审", "2014-07-28", "2014-07-30", state="past")
    public = site(programmes=(programme(timeline=(told, untold)),), counties=())
    catalogue = catalogue_of(public, notice_files(public, tmp_path))

    assert [source.notice for source in step_sources(catalogue, told)] == ["2014-lianghua/call"]
    assert step_sources(catalogue, untold) == ()

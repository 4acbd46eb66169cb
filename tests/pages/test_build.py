"""Building the site: hostile text, empty rounds, repeatability, complaints."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from public_factory import site
from public_pieces import award, category, counties, notice, notice_files, programme

from gongshi.pages.build.shell import SiteError
from gongshi.pages.build.site import build_site
from gongshi.pages.values.files import NoticeFiles
from gongshi.public.passage import Passage
from gongshi.public.site import PublicSite

PROGRAM = Path(__file__).resolve().parents[2]
HOSTILE = r"""<script>alert(1)</script> {{ 7*7 }} {% raw %} &amp; &lt; *a* _b_ [x](y) \\ \n `c` "d" 'e': # - © 𠮷"""
LINES = "第一行\n```\n代码\n```\n~~~\n    四格\n\n# 标题\n- 项目\n[a]: b\n| 表 | 格 |\n"


def build(public: PublicSite, folder: Path, *templates: Path, files: dict[str, NoticeFiles] | None = None) -> Path:
    """Build a site into `folder`/site."""
    found = notice_files(public, folder) if files is None else files
    build_site(public, found, [*templates, PROGRAM / "templates"], PROGRAM / "mkdocs.yml", folder / "site")
    return folder / "site"


def parsed(path: Path) -> Any:
    """A page as a tree; `Any` because what an XPath gives has no one type."""
    return html.fromstring(path.read_bytes())


def words(path: Path, xpath: str) -> str:
    """The text of the first element found, white space made single."""
    return " ".join(parsed(path).xpath(xpath)[0].text_content().split())


def hostile_site() -> PublicSite:
    """A site with hostile text wherever a record can put text."""
    kind = category(HOSTILE, requirement=LINES, further_tasks=HOSTILE)
    county = replace(counties()["余杭区"], name=HOSTILE)
    winner = award("2014-lianghua", 1, county, kind, plan_title=HOSTILE, notices=("2014-lianghua/call",))
    winner = replace(winner, projects=(replace(winner.projects[0], brief=HOSTILE),))
    round_ = programme(
        name=HOSTILE,
        stage="decided",
        categories=(kind,),
        awards=(winner,),
        notices=(notice("2014-lianghua", "call", title=HOSTILE, award=winner.id),),
    )
    return site(name=HOSTILE, description=HOSTILE, programmes=(round_,), counties=(county,))


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """Headings, titles, cells and paragraphs read back as the records have them."""
    out = build(hostile_site(), tmp_path)
    round_page = out / "programmes/2014-lianghua/index.html"

    assert words(round_page, "//h1") == HOSTILE
    assert words(round_page, "//title") == f"{HOSTILE} - {HOSTILE}"
    assert words(round_page, "//*[@class='brand-name']") == HOSTILE
    assert words(
        out / "programmes/2014-lianghua/apply/index.html", "//section[@aria-labelledby='conditions']/p"
    ) == " ".join(LINES.split())
    assert words(out / "awards/2014-lianghua-01/index.html", "//td[@class='brief']") == HOSTILE
    assert words(out / "notices/2014-lianghua/call/index.html", "//h1") == HOSTILE
    assert words(out / "counties/330110/index.html", "//h1") == HOSTILE
    assert words(out / "index.html", "//*[@class='lead']") == HOSTILE
    for path in out.rglob("*.html"):
        page = parsed(path)
        scripts = "//script[not(@src or @type='application/ld+json')]"
        assert page.xpath(f"{scripts} | //em | //code[text()='c'] | //a[@href='y']") == []


def test_a_notice_keeps_its_markup(tmp_path: Path) -> None:
    """A fragment with blank lines, indented lines and fences in it comes out as it went in."""
    fragment = '<p>甲</p>\n\n\n    <p>乙 &lt;b&gt; *丙*</p>\n<p>\n```\n丁\n```\n</p>\n\n<h2 id="text-1">己</h2>\n'
    public = site(programmes=(programme(),), counties=())
    files = {
        key: replace(value, passages=(Passage(fragment),)) for key, value in notice_files(public, tmp_path).items()
    }
    out = build(public, tmp_path, files=files)
    page = parsed(out / "notices/2014-lianghua/call/index.html")
    article = page.xpath("//article[@class='notice-text']")[0]

    assert [" ".join(p.text_content().split()) for p in article.xpath("./p")] == ["甲", "乙 <b> *丙*", "``` 丁 ```"]
    assert article.xpath("./h2[@id]/text()") == ["己"]


def test_nothing_proposed_shows_no_list(tmp_path: Path) -> None:
    """A round without public awards has no list, no award's page and no row of data; the list of all says so."""
    out = build(site(programmes=(programme(),), counties=()), tmp_path)
    page = (out / "programmes/2014-lianghua/index.html").read_text(encoding="utf-8")

    assert 'id="lists"' not in page
    assert "拟列入：" not in page
    assert [path.name for path in (out / "awards").iterdir()] == ["index.html"]
    assert "目前没有拟列入" in (out / "awards/index.html").read_text(encoding="utf-8")
    assert "目前没有公示或者公布名单" in (out / "years/2014/index.html").read_text(encoding="utf-8")
    assert "本类别目前没有" in (out / "categories/lianghua.general/index.html").read_text(encoding="utf-8")
    assert (out / "data/awards.json").read_text(encoding="utf-8") == "[]\n"


def test_a_site_that_is_no_sample_does_not_say_so(tmp_path: Path) -> None:
    """Without the setting no page carries the mark."""
    out = build(site(sample=False), tmp_path)

    assert "虚构" not in (out / "index.html").read_text(encoding="utf-8")
    assert "样例说明" not in (out / "about/index.html").read_text(encoding="utf-8")


def test_an_empty_site_is_a_site(tmp_path: Path) -> None:
    """Without rounds and counties every list says that it is empty."""
    out = build(site(programmes=(), counties=()), tmp_path)

    assert (out / "index.html").read_text(encoding="utf-8").count("目前没有") == 4
    for hub in ("programmes", "apply", "awards", "schemes", "counties", "notices"):
        assert "目前没有" in (out / hub / "index.html").read_text(encoding="utf-8")


def test_same_input_same_bytes(built: Path, tmp_path: Path) -> None:
    """A second build writes the same files with the same bytes and leaves nothing beside them."""
    again = build(site(), tmp_path)
    first = {path.relative_to(built): path.read_bytes() for path in built.rglob("*") if path.is_file()}
    second = {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()}

    assert first.keys() == second.keys()
    assert [path for path, content in first.items() if second[path] != content] == []
    assert not again.with_name("site.source").exists()


@pytest.mark.parametrize(("text", "line"), [("<p>\n{{ nosuch }}\n</p>", 2), ("<p>\n\n{% if %}</p>", 3)])
def test_a_faulty_template_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    """An undefined name and a syntax error both say file and line."""
    own = tmp_path / "templates"
    (own / "site").mkdir(parents=True)
    (own / "site" / "about.html").write_text(text, encoding="utf-8")

    with pytest.raises(SiteError, match=rf"about\.html:{line}: "):
        build(site(), tmp_path, own)


def test_what_mkdocs_warns_of_stops_the_build(tmp_path: Path) -> None:
    """A setting that mkdocs does not know is an error, in its words."""
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("site_name: x\nno_such_setting: 1\n", encoding="utf-8")

    with pytest.raises(SiteError, match="no_such_setting"):
        build_site(site(programmes=()), {}, [PROGRAM / "templates"], settings, tmp_path / "site")

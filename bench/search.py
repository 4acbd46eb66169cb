"""What the site's search costs: time to make its index, its size, what a query loads: `python bench/search.py`.

Invented results, asked in Chromium; octets are those of the files asked for, each compressed as a server does.
"""

import gzip
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "support"))

from chromium import chromium, served
from public_factory import site
from public_pieces import notice_files
from search_reader import looked_through
from selenium.webdriver import Chrome
from selenium.webdriver.support.ui import WebDriverWait

from gongshi.pages.build.site import build_site
from gongshi.pages.search.index import Document, search_files

REPOSITORY = Path(__file__).resolve().parents[1]
SIZES = (100, 1000, 5000)
SEED = 11
HANZI = "".join(map(chr, range(0x4E00, 0x4E00 + 3500)))
PLACES = [f"{a}{b}{c}" for a in "样例甲乙丙丁戊己庚辛" for b in "安清平阳江山川泉" for c in "区县市"]
TRADES = ("智能装备", "纺织印染", "工业软件", "电子商务", "物联网", "绿色化工", "生物医药", "新型材料")
WORKS = (
    "车间机器联网与生产数据采集",
    "云端设计协同平台",
    "能源在线监测",
    "供应链协同管理",
    "质量追溯体系",
    "智能仓储物流",
)
AIMS = (
    "降低单位产品能耗",
    "缩短研发周期",
    "实现设备联网和工艺参数在线监测",
    "形成可以复制推广的改造方案",
    "带动上下游企业协同",
)
YEARS = tuple(range(2014, 2023))
FACTS = "基本情况 申报项目"
MONEY = "资金下达与奖励 下达资金 省财政 500 进展报告与绩效评价 6月 按期报送 12月 按期报送 合格 相关公文"
KINDS = ("综合性示范区域", "特色产业基地", "创业基地（园区、小镇）", "绿色安全制造信息化示范区域")


def project(rng: random.Random) -> str:
    """A firm, its project and what it is for; part of the words repeat in others, part do not."""
    trade, work, rare = rng.choice(TRADES), rng.choice(WORKS), "".join(rng.choices(HANZI, k=3))
    aims = "，".join(rng.sample(AIMS, 3))
    return f"样例{rare}{trade}股份有限公司 {trade}{work}项目 围绕{trade}生产需要，建设{work}系统，{aims}。"


def results(count: int) -> list[Document]:
    """What a site of so many results puts in: places, nine rounds, results, a notice for every twenty-five, lists."""
    rng = random.Random(SEED)  # noqa: S311 - no secret
    found, rows = [], []
    for n in range(count):
        place, kind, year = rng.choice(PLACES), rng.choice(KINDS), YEARS[n % len(YEARS)]
        plan = f"{place}{kind}建设实施方案（{year}—{year + 2}年）"
        projects = " ".join(
            f"{row} {project(rng)} {rng.randrange(1000, 9999)} {year}年9月至{year + 2}年8月" for row in range(1, 5)
        )
        title, number = f"样例市{place} {year}年{kind}", f"样经信〔{year}〕{9001 + n // 25}号"
        text = (
            f"已列入 {year}年{kind} {FACTS} {year}年样例项目创建 地区 样例市 {place} 实施方案 {plan} {projects} {MONEY}"
        )
        listed = f"出处：{number}，第2页 {year}年9月10日 关于公布示范区域名单的通知 公布 {number}"
        found.append(Document(f"awards/{n}/", title, "已列入", "列入情况", "", text, listed))
        rows.append((place, str(year), f"{year} 样例市 {place} {kind} 已列入 {plan} {year}年样例项目创建 500 500"))
    counties = [
        Document(f"counties/{n}/", f"样例市{p}", "", "县（市、区）", "", "", listing(rows, 0, p))
        for n, p in enumerate(PLACES)
    ]
    rounds = [
        Document(f"programmes/{y}/", f"{y}年样例项目创建", "", "申报项目", "", FACTS, listing(rows, 1, str(y)))
        for y in YEARS
    ]
    every = Document("awards/", "列入名单", "栏目", "列入情况", "", "", " ".join(row for _, _, row in rows))
    notices = []
    for n in range(0, count, 25):
        body = " ".join(f"{at} {each.title}" for at, each in enumerate(found[n : n + 25], start=1))
        name = f"样经信〔{YEARS[n % len(YEARS)]}〕{9001 + n // 25}号"
        notices.append(Document(f"notices/{n}/", "关于公布示范区域名单的通知", "公布", "公文", name, body))
    return [*counties, *rounds, every, *found, *notices]


def listing(rows: Sequence[tuple[str, str, str]], key: int, value: str) -> str:
    """What a page that gathers results of a place (0) or a year (1) lists of them."""
    return " ".join(row[2] for row in rows if row[key] == value)


def queries(documents: Sequence[Document]) -> dict[str, str]:
    """A county, a firm, a term in every text, a piece of a title, the number of a notice."""
    award = next(each for each in documents if each.url == "awards/0/")
    firm = next(word for word in award.text.split() if word.endswith("公司"))
    return {
        "county": PLACES[5],
        "firm": firm,
        "common": "智能装备",
        "two": "建设",
        "heading": "资金下达",
        "piece": "安全制造信息",
        "number": documents[-1].names.replace("〔", "[").replace("〕", "]"),
    }


ASKED = "return performance.getEntriesByType('resource').map((e) => e.name).filter((n) => n.endsWith('.json'))"
ANSWER = """if (document.querySelector('#search[aria-busy]')) return '';
return document.getElementById('search-count').textContent"""
SUBMIT = "const i = document.getElementById('search-query'); i.value = arguments[0]; i.form.requestSubmit()"


def loaded(driver: Chrome, address: str, first: str, second: str) -> Iterator[tuple[str, list[str]]]:
    """What is said and which files of the index are asked for, after a first query and after a second one."""
    driver.get(f"{address}search/?q={quote(first)}")
    before: list[str] = []
    for query in (None, second):
        if query:
            driver.execute_script(SUBMIT, query)
        said = WebDriverWait(driver, 20).until(lambda each: each.execute_script(ANSWER))
        asked = driver.execute_script(ASKED)
        yield said, asked[len(before) :]
        before = asked


def main() -> None:
    """One line for each size, then one for each query."""
    with tempfile.TemporaryDirectory() as folder, chromium(Path(folder) / "profile") as driver:
        public, out = site(), Path(folder) / "site"
        build_site(
            public, notice_files(public, Path(folder)), [REPOSITORY / "templates"], REPOSITORY / "mkdocs.yml", out
        )
        with served(out) as address:
            for size in SIZES:
                measure(driver, address, out, size)


def measure(driver: Chrome, address: str, out: Path, size: int) -> None:
    """Print what an index of so many results takes to make, what it weighs, and what each query loads of it."""
    documents = results(size)
    begun = time.perf_counter()
    files = search_files(documents)
    took = time.perf_counter() - begun
    for path, content in files.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(content)
    weights = {path: len(gzip.compress(content, 6)) for path, content in files.items()}
    letters = sum(len(each.title) + len(each.text) + len(each.listed) for each in documents)
    print(f"\n{size} results, {letters:,} characters: made in {took:.1f} s")
    for kind in ("pairs", "often", "texts", "long"):
        kilos = [weight / 1024 for path, weight in weights.items() if f"/{kind}/" in path] or [0.0]
        mean = sum(kilos) / len(kilos)
        print(f"  {kind} {sum(kilos):.0f} kB in {len(kilos)} files, mean {mean:.1f} kB, most {max(kilos):.1f} kB")
    print(f"  {'query':<8} {'hits':>5} {'first kB':>9} {'files':>6} {'second kB':>10} {'files':>6}")
    asked = queries(documents)
    names = list(asked)
    for place, name in enumerate(names):
        other = asked[names[place - 1]]
        steps = list(loaded(driver, address, asked[name], other))
        hits = len(looked_through(documents, asked[name]))
        if f"找到 {hits} 条" not in steps[0][0]:
            raise SystemExit(f"{name}: {hits} hits, but the page says {steps[0][0]}")
        kilos = [sum(weights[urlsplit(each).path[1:]] for each in step[1]) / 1024 for step in steps]
        first, second = (len(step[1]) for step in steps)
        print(f"  {name:<8} {hits:>5} {kilos[0]:>9.1f} {first:>6} {kilos[1]:>10.1f} {second:>6}")


if __name__ == "__main__":
    main()

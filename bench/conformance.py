"""Every clause × PDF and DOCX × seven samples, measured: one Markdown table, the shares in order, each miss.

Run `python bench/conformance.py` in a checkout with fonts (`make publish` gets them) and LibreOffice.
"""

import datetime as dt
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pypandoc
from fontTools.ttLib import TTCollection, TTFont

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "support"))

import notice_factory as make
from printed import REPOSITORY, fonts, printed
from written import written

from gongshi.measure.clauses import CLAUSES
from gongshi.measure.docx import measure_docx
from gongshi.measure.office import print_documents
from gongshi.measure.pdf import measure_pdf
from gongshi.measure.result import Measured, Measurement, Verdict
from gongshi.render.fonts import find_fonts

SAMPLES = {
    "联合文件": make.joint_call(),
    "单一文件": make.notice(imprint=make.imprint()),
    "信函": make.letter(),
    "纪要": make.minutes(),
    "公示": make.publicity(),
    "批复": make.reply(),
    "横排表格": make.wide_table(),
}
PDF, PRINT, STRUCTURE = "PDF", "DOCX打印", "DOCX结构"
ORDER = {clause.number: at for at, clause in reversed(list(enumerate(CLAUSES)))}
"""Place of each clause in the table of clauses."""
Key = tuple[str, str]
"""Clause and element."""


@dataclass(frozen=True)
class Column:
    """What was measured of a sample in one way."""

    sample: str
    way: str
    measured: Measured

    @property
    def judged(self) -> list[Measurement]:
        """The rows with a verdict."""
        return [row for row in self.measured.measurements if row.verdict is not Verdict.NOT_JUDGED]

    def rows(self, key: Key) -> list[Measurement]:
        """The judged rows of a clause and element, page by page."""
        return [row for row in self.judged if (row.clause, row.element) == key]


def columns(folder: Path) -> Iterator[Column]:
    """The samples written, printed by LibreOffice and measured."""
    families = {role.name: role.families for role in fonts().roles}
    pages = {name: printed(notice) for name, notice in SAMPLES.items()}
    documents = [written(notice, pages[name].imprint_page).path for name, notice in SAMPLES.items()]
    # LibreOffice gets the checkout's fonts alone: the pip fonts bear names that some of them share.
    few = find_fonts(REPOSITORY / "templates" / "print" / "fonts.yaml", [REPOSITORY / ".fonts"])
    prints = print_documents(documents, few, folder)
    for name, document, output in zip(SAMPLES, documents, prints, strict=True):
        yield Column(name, PDF, measure_pdf(pages[name].data, families=families))
        yield Column(name, PRINT, measure_pdf(output, families=families, rendered=True))
        yield Column(name, STRUCTURE, measure_docx(document))


def table(found: Sequence[Column]) -> Iterator[str]:
    """A line of Markdown for each clause and element that a page was judged by."""
    on_paper = [column for column in found if column.way != STRUCTURE]
    yield _line(["条款", "要素", "应为", *(f"{column.sample} {column.way}" for column in on_paper)])
    yield _line(["---"] * (3 + len(on_paper)))
    keys = dict.fromkeys((row.clause, row.element) for column in on_paper for row in column.judged)
    for key in sorted(keys, key=lambda key: ORDER[key[0]]):
        cells = [column.rows(key) for column in on_paper]
        yield _line([*key, _wanted([row for rows in cells for row in rows]), *map(_cell, cells)])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '／') for cell in cells)} |"


def _wanted(rows: Sequence[Measurement]) -> str:
    expected = {f"{row.expected}{row.unit}" for row in rows}
    tolerances = sorted({row.tolerance for row in rows if row.tolerance})
    told = expected.pop() if len(expected) == 1 else f"依位置（{rows[0].unit or '文字'}）"
    return " ".join([told, "／".join(tolerances)]).strip()


def _cell(rows: Sequence[Measurement]) -> str:
    """The measured value; of several pages from least to greatest; a dash where the element does not occur."""
    if not rows:
        return "—"
    values = list(dict.fromkeys(row.measured for row in rows))
    try:
        values.sort(key=float)
        told = "～".join(dict.fromkeys((values[0], values[-1])))
    except ValueError:
        told = "、".join(values)
    return told if all(row.verdict is Verdict.PASS for row in rows) else f"**✗ {told}**"


def shares(found: Sequence[Column]) -> Iterator[str]:
    """Judged rows in order of all judged rows, per sample and way, and in all."""
    ways = (PDF, PRINT, STRUCTURE)
    yield _line(["样例", *ways])
    yield _line(["---"] * (1 + len(ways)))
    for sample in SAMPLES:
        parts = [[column for column in found if (column.sample, column.way) == (sample, way)] for way in ways]
        yield _line([sample, *map(_share, parts)])
    yield _line(["合计", *(_share([column for column in found if column.way == way]) for way in ways)])


def _share(parts: Sequence[Column]) -> str:
    rows = [row for column in parts for row in column.judged]
    good = sum(row.verdict is Verdict.PASS for row in rows)
    return f"{good / len(rows):.1%}（{good}/{len(rows)}）"


def misses(found: Sequence[Column]) -> Iterator[str]:
    """Each row that fails, with by how much."""
    for column in found:
        for row in column.measured.broken:
            wanted = f"应为{row.expected}{row.unit}{row.tolerance}，实测{row.measured}"
            yield f"- {column.sample} {column.way}，{row.clause} {row.element}，第{row.page}面：{wanted}"


def unjudged(found: Sequence[Column]) -> Iterator[str]:
    """What no page could be judged by, with the reason."""
    rows = [row for column in found for row in column.measured.unjudged]
    for clause, element, reason in dict.fromkeys((row.clause, row.element, row.measured) for row in rows):
        yield f"- {clause} {element}：{reason}"


def surroundings() -> Iterator[str]:
    """Day, programs and fonts."""
    office = subprocess.run(["soffice", "--version"], check=True, capture_output=True, text=True).stdout  # noqa: S607
    pandoc = pypandoc.get_pandoc_version()
    day = dt.datetime.now(tz=dt.UTC).date()
    yield f"{day}；{office.split(' (')[0].strip()}；Typst {version('typst')}；pandoc {pandoc}"
    for role in fonts().roles:
        yield f"- {role.official}：{role.families[0]}，{_font_version(role.families[0])}"


def _font_version(family: str) -> str:
    for file in sorted(file for folder in fonts().folders for file in folder.iterdir()):
        if file.suffix not in (".otf", ".ttf", ".ttc"):
            continue
        faces = TTCollection(file, lazy=True).fonts if file.suffix == ".ttc" else [TTFont(file, lazy=True)]
        for face in faces:
            names = {str(record) for record in face["name"].names if record.nameID in (1, 16)}
            if family in names:
                return str(face["name"].getDebugName(5)).split(";")[0]
    return "版本不详"


def main() -> None:
    """Measure and print."""
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        found = list(columns(Path(folder)))
    parts = {
        "实测": table(found),
        "合格的比例": shares(found),
        "不合格的": misses(found),
        "未判定的": unjudged(found),
        "日期、程序和字体": surroundings(),
    }
    for title, lines in parts.items():
        print(f"## {title}", "", *(list(lines) or ["无"]), "", sep="\n")
    print(f"用时 {time.perf_counter() - begun:.0f} 秒")


if __name__ == "__main__":
    main()

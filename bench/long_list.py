"""How long a list takes in PDF and DOCX, beside an empty document of the same run: `python bench/long_list.py`."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

import typst

from gongshi.diagnostics import Place
from gongshi.documents.notice import Attachment, Notice, Signature
from gongshi.environment.project import open_project
from gongshi.render.docx import write_docx
from gongshi.render.fonts import typst_fonts
from gongshi.render.pdf import write_pdf
from gongshi.render.tools import open_tools

T = TypeVar("T")

ROWS = (20, 200, 2000)
RUNS = 5


def listing(rows: int, run: int) -> Notice:
    """A notice with a list, eight rows to a city; each run has words of its own, so that nothing is remembered."""
    table = "| 序号 | **设区市** | 申报地区 | 项目名称 | 资金（万元） |\n|:-:|:-----:|:----:|:-------|-------:|\n"
    for number in range(1, rows + 1):
        table += f"| {number} | 样例{number // 8}市 | 样例{number}县 | 样例云平台{run} | {number * 37 % 9900:,} |\n"
    return Notice(
        programme="sample",
        id="list",
        kind="award",
        kind_name="公布通知",
        state="draft",
        source=Place("content/sample.yaml"),
        title="样例名单",
        body="现将名单予以公布。\n",
        head=None,
        addressees=None,
        signature=Signature(("样例厅",), "2016年3月1日"),
        attachments=(Attachment("附件", "样例项目情况表", table),),
        issued_on="2016-03-01",
    )


def seconds(work: Callable[[], T]) -> tuple[float, T]:
    """How long it takes, and its result."""
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


def main() -> None:
    """Print the medians; one run before them warms up."""
    project = open_project()
    with open_tools(project.fonts, project.templates, jobs=1) as tools:
        compiler = typst.Compiler(font_paths=typst_fonts(project.fonts))

        def empty(run: int) -> tuple[float, float]:
            pdf, _ = seconds(lambda: compiler.compile(f"永{run}".encode(), format="pdf"))
            blank = replace(listing(0, run), body=f"永{run}", attachments=())
            docx, _ = seconds(lambda: write_docx(tools.parsed(blank), project.fonts))
            return pdf, docx

        def filled(rows: int, run: int) -> tuple[float, float]:
            reading, document = seconds(lambda: tools.parsed(listing(rows, run)))
            pdf, made = seconds(lambda: write_pdf(document, project.fonts, project.templates))
            docx, _ = seconds(lambda: write_docx(made.document, project.fonts))
            return pdf + reading, docx

        print(f"{'rows':>6} {'PDF':>9} {'DOCX':>9}   seconds, median of {RUNS}")
        works: dict[str, Callable[[int], tuple[float, float]]] = {"empty": empty}
        works |= {str(rows): partial(filled, rows) for rows in ROWS}
        for name, work in works.items():
            pdfs, docxs = zip(*[work(run) for run in range(RUNS + 1)][1:], strict=True)
            print(f"{name:>6} {statistics.median(pdfs):9.3f} {statistics.median(docxs):9.3f}")


if __name__ == "__main__":
    main()

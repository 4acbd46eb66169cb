"""The blank application form: the fields of the records, as a DOCX and an XLSX that takes only what belongs there."""

import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from printed import tools
from round_factory import TEMPLATES
from workspace_factory import minimal_model, minimal_round, with_round
from written import FONTS, q
from written import text as text_of

from gongshi.diagnostics import Report
from gongshi.documents.compose import compose
from gongshi.documents.form import BlankForm, FormField, blank_forms
from gongshi.documents.writers import WRITERS
from gongshi.model.application import DemonstrationProject
from gongshi.model.model import Model
from gongshi.model.scheme import Metric
from gongshi.render.form_docx import write_form_docx
from gongshi.render.form_xlsx import write_form_xlsx
from gongshi.render.text import Heading, plain

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def forms(model: Model) -> tuple[BlankForm, ...]:
    """The forms of a model."""
    notices, views, _ = compose(model, WRITERS, TEMPLATES, Report())
    return blank_forms(model, notices, views)


@cache
def form() -> BlankForm:
    """The form of the minimal round, whose scheme asks for a figure."""
    metric = Metric(id="saved", name="节水量", unit="万吨")
    scheme = minimal_round().scheme.model_copy(update={"metrics": (metric,)})
    return forms(with_round(replace(minimal_round(), scheme=scheme)))[0]


@cache
def docx() -> bytes:
    """The form as DOCX."""
    return written_form(form())


def written_form(it: BlankForm) -> bytes:
    """A form as DOCX."""
    return write_form_docx(it, tools().text_of(it.guide), FONTS)


def xlsx(path: Path) -> dict[str, bytes]:
    """Parts of the form as XLSX."""
    write_form_xlsx(form(), path)
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def validations(sheet: bytes) -> dict[str, tuple[str | None, str | None, str | None]]:
    """Type, comparison and first value of each validation, by its cells."""
    return {
        node.get("sqref", ""): (node.get("type"), node.get("operator"), node.findtext(f"{S}formula1"))
        for node in etree.fromstring(sheet).iter(f"{S}dataValidation")
    }


def test_the_form_has_the_fields_of_the_records() -> None:
    """Columns of the project table are the fields of a project by their titles, the brief with its limit."""
    titles = [str(field.title) for field in DemonstrationProject.model_fields.values()]

    assert [field.title for field in form().projects] == titles
    assert FormField("项目简述", "text", required=True, limit=300) in form().projects
    assert FormField("统一社会信用代码", "credit_code", required=False) in form().projects
    assert FormField("投入资金（元）", "whole", required=True) in form().projects
    assert FormField("开始年月", "month", required=True) in form().projects
    assert [field.kind for field in form().figure] == ["number", "text"]
    assert form().task_number == FormField("数量", "whole", required=True)


def test_cover_outline_tasks_and_categories_are_those_of_the_scheme() -> None:
    """Cover and headings come from the guide as it was issued, tasks and categories from the scheme."""
    assert form().title == "样例省节水型园区实施方案"
    assert form().cover_fields == ("方案名称", "申报单位（盖章）")
    headings = [block for block in tools().text_of(form().guide) if isinstance(block, Heading)]
    assert [(heading.level, plain(heading.line)) for heading in headings] == [(1, "一、现状"), (1, "二、项目")]
    assert next((task.category, task.name, task.amount) for task in form().tasks) == (
        "沿河园区",
        "循环用水项目",
        "3—5项",
    )
    assert form().categories == ("沿河节水型园区", "山区节水型园区")
    assert form().metrics == (("节水量", "万吨"),)


def test_a_round_has_a_form_once_its_call_is_approved() -> None:
    """While the call is a draft there is no form."""
    draft = tuple(n.model_copy(update={"state": "draft"} if n.kind == "call" else {}) for n in minimal_round().notices)

    assert [each.path for each in forms(minimal_model())] == ["2021-water-parks/application-form"]
    assert forms(with_round(replace(minimal_round(), notices=draft))) == ()


def test_the_docx_holds_cover_outline_and_tables(tmp_path: Path) -> None:
    """Cover fields, numbered headings, tasks, figures and the project table on turned pages stand in this order."""
    with zipfile.ZipFile(_file(tmp_path, docx())) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    words = [text_of(node) for node in document.iter(q("p")) if text_of(node).strip()]
    wanted = ["样例省节水型园区实施方案", "方案名称：", "方案提纲", "一、现状", "二、项目", "附表1", "任务数量表"]
    wanted += ["循环用水项目", "附表2", "指标表", "节水量", "附表3", "项目情况表", "企业名称", "统一社会信用代码"]

    places = [words.index(word) for word in wanted]
    assert places == sorted(places)
    assert any("项目简述不超过300字" in word for word in words)
    assert any(size.get(q("orient")) == "landscape" for size in document.iter(q("pgSz")))


def _file(folder_: Path, data: bytes) -> Path:
    path = folder_ / "file"
    path.write_bytes(data)
    return path


def test_cells_of_the_xlsx_take_only_what_belongs_there(tmp_path: Path) -> None:
    """Categories from a list, briefs up to the limit, whole numbers for money, days for months, codes of 18."""
    parts = xlsx(tmp_path / "form.xlsx")
    cover, projects = (validations(parts[f"xl/worksheets/sheet{number}.xml"]) for number in (1, 2))

    assert ("list", None, '"沿河节水型园区,山区节水型园区"') in cover.values()
    assert projects["C3:C62"] == ("textLength", "equal", "18")
    assert projects["E3:E62"] == ("textLength", "lessThanOrEqual", "300")
    assert projects["F3:F62"] == ("whole", "greaterThanOrEqual", "0")
    assert projects["G3:G62"] == projects["H3:H62"] == ("date", "greaterThanOrEqual", "32874")
    names = re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"].decode())
    assert names == ["封面", "项目情况表", "任务数量表", "指标表"]


@pytest.mark.parametrize("field", [field.title for field in form().projects])
def test_the_xlsx_names_every_field(field: str, tmp_path: Path) -> None:
    """No field of the project table is left out of the sheet."""
    assert field in xlsx(tmp_path / "form.xlsx")["xl/sharedStrings.xml"].decode()


def test_equal_forms_give_equal_bytes(tmp_path: Path) -> None:
    """Neither file tells when it was made."""
    assert written_form(form()) == docx()
    assert xlsx(tmp_path / "one.xlsx") == xlsx(tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_a_scheme_without_tasks_and_figures_has_the_project_table_alone(tmp_path: Path) -> None:
    """Empty tables are left out of both files, and the numbers go on without a gap."""
    bare = replace(form(), tasks=(), metrics=())
    (tmp_path / "bare.docx").write_bytes(written_form(bare))
    write_form_xlsx(bare, tmp_path / "bare.xlsx")

    with zipfile.ZipFile(tmp_path / "bare.docx") as archive:
        words = text_of(etree.fromstring(archive.read("word/document.xml")))
    with zipfile.ZipFile(tmp_path / "bare.xlsx") as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert "附表1项目情况表" in words
    assert "任务数量表" not in words
    assert len(sheets) == 2

"""The written house rules keep step with pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest

from gongshi import errors
from gongshi.records.handbook import records_handbook, with_kinds_table

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TASKS = (ROOT / "tasks.py").read_text(encoding="utf-8")
RECORDS = sorted((ROOT / "docs" / "adr").glob("*.md"))


def floor_packages() -> list[str]:
    """Every package that import-linter's layers name."""
    (layers,) = [
        c["layers"]
        for c in PYPROJECT["tool"]["importlinter"]["contracts"]
        if c["type"] == "layers" and "containers" not in c
    ]
    return [package.strip() for layer in layers for package in layer.split("|")]


def library_names(requirements: list[str]) -> list[str]:
    """Names without their bounds."""
    return [re.split(r"[<>=!~\[; ]", requirement)[0] for requirement in requirements]


@pytest.mark.parametrize("package", floor_packages())
def test_every_floor_package_stands_in_the_architecture(package: str) -> None:
    """A package that import-linter knows has a row in the table of floors."""
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

    assert re.search(rf"^\| \d \| `{re.escape(package)}` \|", architecture, flags=re.MULTILINE)


def test_the_table_of_changes_names_files_that_exist() -> None:
    """Where architecture.md sends whoever wants to change something, there is such a file or folder."""
    table = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## Where a change goes")[2]
    named = re.findall(r"`([\w./]+(?:\.\w+|/))`", table.partition("\n## ")[0])
    program = ROOT / "src" / "gongshi"
    rooms = (program / room for room in ("model", "rules", "render", "pages/tables"))
    bases = (ROOT, program, *rooms, ROOT / "setup" / "server")

    assert len(named) > 30
    assert [path for path in named if not any((base / path).exists() for base in bases)] == []


def test_the_readme_lists_every_exit_code() -> None:
    """A code that a command ends with has a row in the table of README.md, and its meaning in the English text."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    codes = {value for name, value in vars(errors).items() if name.startswith("EXIT_")}
    english = re.search(r"Exit codes: (.+?)\.$", readme, flags=re.MULTILINE)

    assert {int(code) for code in re.findall(r"^\| (\d) \| ", readme, flags=re.MULTILINE)} == codes
    assert english
    assert {int(code) for code in re.findall(r"(?:^|, )(\d) ", english[1])} == codes


def test_the_readme_tells_every_option_of_publish() -> None:
    """An option that staff do not read of does not exist for them."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    signature = re.search(r"^def publish\((.+?)\) -> None:", TASKS, flags=re.MULTILINE | re.DOTALL)

    assert signature
    options = [
        name.replace("_", "-") for name in re.findall(r"^    (\w+): (?!Context)", signature[1], flags=re.MULTILINE)
    ]
    assert len(options) > 4
    assert [option for option in options if f"--{option}" not in readme] == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_every_decision_record_has_its_four_headings(record: Path) -> None:
    """A decision record says context, decision, what was rejected and what follows, in this order."""
    headings = re.findall(r"^## (.+)$", record.read_text(encoding="utf-8"), flags=re.MULTILINE)

    assert headings == ["Context", "Decision", "Rejected", "Consequences"]


def test_decision_records_are_numbered_without_a_gap() -> None:
    """Numbers of decision records start at 0001, and each file's title carries its number."""
    numbers = [record.name[:4] for record in RECORDS]
    titles = [record.read_text(encoding="utf-8").split("\n", 1)[0] for record in RECORDS]

    assert numbers == [f"{n:04d}" for n in range(1, len(RECORDS) + 1)]
    assert [title[:7] for title in titles] == [f"# {number} " for number in numbers]


@pytest.mark.parametrize("library", library_names(PYPROJECT["project"]["dependencies"]))
def test_every_runtime_library_has_its_reason(library: str) -> None:
    """A library that the program uses has a reason in decision record 0013 and its licence in NOTICE."""
    table = "\n".join(
        line.split("|")[1]
        for line in (ROOT / "docs" / "adr" / "0013-libraries.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    )
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8").lower().replace("_", "-")

    assert re.search(rf"(^| ){re.escape(library)}[, ]", table, flags=re.MULTILINE)
    assert library in notice


@pytest.mark.parametrize("library", library_names(PYPROJECT["dependency-groups"]["dev"]))
def test_every_development_library_has_its_licence(library: str) -> None:
    """A library that only tests use stands in NOTICE."""
    assert library in (ROOT / "NOTICE").read_text(encoding="utf-8")


def test_no_document_names_a_missing_file() -> None:
    """Relative links of the written pages lead to files."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md"), *RECORDS]
    links = [
        (page, link)
        for page in pages
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]

    assert links == []


def test_reference_of_records_is_up_to_date() -> None:
    """docs/records.md is what `invoke docs` writes."""
    assert (ROOT / "docs" / "records.md").read_text(encoding="utf-8") == records_handbook()


def test_the_table_of_kinds_is_as_the_program_has_it() -> None:
    """docs/kinds.md has a row for each kind of notice, made by `invoke docs`."""
    page = (ROOT / "docs" / "kinds.md").read_text(encoding="utf-8")

    assert page == with_kinds_table(page)


@pytest.mark.parametrize("name", sorted(re.findall(r"^@task.*?^def (\w+)", TASKS, flags=re.MULTILINE | re.DOTALL)))
def test_every_task_is_documented(name: str) -> None:
    """README or CONTRIBUTING names each task of tasks.py."""
    pages = "".join((ROOT / page).read_text(encoding="utf-8") for page in ("README.md", "CONTRIBUTING.md"))

    assert f"invoke {name}" in pages

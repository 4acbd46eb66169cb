"""A command loads the libraries that it uses and no others: nobody waits for the site's to see the board."""

import subprocess
import sys

import pytest
from workspace_factory import MINIMAL, REPOSITORY

LIBRARIES = frozenset(
    {
        *("docx", "filelock", "fontTools", "icalendar", "jinja2", "lxml", "mkdocs", "pydantic", "pypandoc"),
        *("pypdfium2", "rich", "rjieba", "ruamel", "typst", "watchfiles", "xlsxwriter"),
    }
)
"""What a publishing run uses beside invoke."""
RECORDS = frozenset({"pydantic", "rich", "ruamel"})
"""What it takes to read records and print a report."""
LOADED = """
import sys
from invoke.main import program
try:
    program.run(["invoke", *sys.argv[1:]])
except SystemExit:
    pass
print("\\nloaded", *{name.partition(".")[0] for name in sys.modules})
"""


@pytest.mark.parametrize(
    ("command", "used"),
    [
        (["--list"], frozenset()),
        (["status", "--root", str(MINIMAL)], RECORDS),
        (["check", "--root", str(MINIMAL)], RECORDS | {"jinja2", "typst"}),
        (["eligibility", "--root", str(MINIMAL), "2021-water-parks"], RECORDS),
        (["rank", "--root", str(MINIMAL), "2021-water-parks"], RECORDS),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_command_loads_only_what_it_uses(command: list[str], used: frozenset[str]) -> None:
    """Of the libraries of a publishing run a quick command loads the few it needs; `check` asks Typst for fonts."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *command],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(done.stdout.rpartition("\nloaded ")[2].split())

    assert "gongshi" in loaded
    assert loaded & LIBRARIES == used

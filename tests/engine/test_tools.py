"""Releases of libraries are inputs: another release makes anew what the library has a part in, and nothing else."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from workspace_factory import REPOSITORY, ROUND, project_of

from gongshi.environment.project import LIBRARIES
from gongshi.plan import FORM_TOOLS, NOTICE_TOOLS, SITE_TOOLS
from gongshi.project import Project
from gongshi.publish import publish

NOTICES = {f"公文 {ROUND}/{name}" for name in ("approval-bailu", "approval-hubin", "award", "call", "publicity")}
FORM = {f"申报表 {ROUND}/application-form"}
NO_BYTES = frozenset(
    {
        *("filelock", "fonttools", "hatchling", "invoke", "pydantic", "pylopdf-fonts-zh-cn", "rich"),
        *("ruamel.yaml", "ruamel.yaml.clib", "watchfiles"),
    }
)
"""Libraries of which no output depends; the fonts of one of them are an input by their files."""


def upgraded(root: Path, tool: str) -> Project:
    """The workspace on a machine that has another release of a tool."""
    project = project_of(root)
    assert tool in project.tools
    return replace(project, tools={**project.tools, tool: "999"})


@pytest.mark.parametrize(
    ("tool", "stale"),
    [
        ("typst", {**dict.fromkeys(NOTICES, "工具有变化"), "网站": "公文和申报表有变化"}),
        ("xlsxwriter", {**dict.fromkeys(FORM, "工具有变化"), "网站": "公文和申报表有变化；工具有变化"}),
        ("mkdocs-material", {"网站": "工具有变化"}),
        (
            "pypandoc-binary",
            {**dict.fromkeys(NOTICES | FORM, "工具有变化"), "网站": "公文和申报表有变化"},
        ),
    ],
)
def test_another_release_makes_anew_what_it_has_a_part_in(published: Path, tool: str, stale: dict[str, str]) -> None:
    """Each task that is done again says that the tools changed; the site also follows the notices that it shows."""
    report = publish(upgraded(published, tool), dry_run=True)

    assert dict(report.reasons) == stale


def test_the_same_releases_leave_everything(published: Path) -> None:
    """Nothing is stale on the machine that made it."""
    assert publish(project_of(published), dry_run=True).reasons == ()


def test_every_library_is_an_input_or_known_to_decide_nothing() -> None:
    """A new dependency is listed in `gongshi.environment.project.LIBRARIES`, or here as one that decides no bytes."""
    told = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    direct = {re.split(r"[<>=~!;\[ ]", one)[0] for one in told}

    assert direct <= {*LIBRARIES, *NO_BYTES}


def test_every_tool_is_an_input_of_a_task(published: Path) -> None:
    """The machine is asked for no release that no task takes."""
    assert set(project_of(published).tools) == {*NOTICE_TOOLS, *FORM_TOOLS, *SITE_TOOLS}

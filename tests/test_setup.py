"""The set-up scripts say what is wrong in both languages, and go on where they can."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPTS = sorted((ROOT / "setup").glob("*.sh"))
TOOLS = ("cat", "cmp", "dirname", "id", "mkdir", "rm", "sh", "tail")
"""What the scripts need before they know anything of the machine."""


@pytest.fixture(name="bare")
def _bare(tmp_path: Path) -> Path:
    """A checkout's set-up in a folder whose name has a space, beside a `bin` without Python, apt-get or LibreOffice."""
    checkout = tmp_path / "check out"
    shutil.copytree(ROOT / "setup", checkout / "setup")
    for lock in ROOT.glob("requirements*.lock"):
        shutil.copy(lock, checkout)
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool) or tool)
    return checkout


def run(checkout: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """One script on the bare machine."""
    return subprocess.run(
        [checkout / "setup" / script, *arguments],
        env={"PATH": str(checkout.parent / "bin"), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def pins(lock: str) -> set[str]:
    """Pinned versions, with their markers."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9][^\\\n]+?) *\\?$", text, flags=re.MULTILINE))


def test_a_test_environment_holds_all_that_publishing_needs() -> None:
    """Every pin of requirements.lock stands in requirements-dev.lock, so one .venv serves both commands."""
    assert pins("requirements.lock")
    assert pins("requirements.lock") <= pins("requirements-dev.lock")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_scripts_open_with_what_they_are_for(script: Path) -> None:
    """The first line of a script that is not the interpreter's is a comment."""
    lines = script.read_text(encoding="utf-8").splitlines()
    first = lines[1] if lines[0].startswith("#!") else lines[0]

    assert first.startswith("# ")


def test_a_machine_without_python_is_told_which_to_install(bare: Path) -> None:
    """Without Python the set-up stops, names the version in both languages and leaves nothing behind."""
    result = run(bare, "python.sh", "requirements.lock")

    assert result.returncode == 1
    assert "请先安装 Python 3.11" in result.stderr
    assert "install Python 3.11" in result.stderr
    assert not (bare / ".venv").exists()


@pytest.mark.parametrize(("version", "accepted"), [("3 9", False), ("3 10", False), ("3 11", True), ("3 14", True)])
def test_python_from_3_11_on_is_accepted(bare: Path, version: str, *, accepted: bool) -> None:
    """An interpreter older than 3.11 is refused before anything is made."""
    interpreter = bare.parent / "bin" / "python3"
    interpreter.write_text(f"#!/bin/sh\necho {version} cpython /usr\n", encoding="utf-8")
    interpreter.chmod(0o755)

    result = run(bare, "python.sh", "requirements.lock")

    assert ("需要 Python 3.11 或更新版本" not in result.stderr) == accepted


def test_without_debian_the_fonts_of_pip_stand_in(bare: Path) -> None:
    """Where there is no apt-get the set-up of fonts says which stand in, and goes on."""
    result = run(bare, "fonts.sh")

    assert result.returncode == 0
    assert "思源宋体" in result.stderr
    assert "Noto Serif SC" in result.stderr
    assert not (bare / ".fonts").exists()


def test_programs_that_cannot_be_installed_are_named(bare: Path) -> None:
    """Without apt-get the set-up for tests stops and names the Debian packages."""
    result = run(bare, "programs.sh")

    assert result.returncode == 1
    for package in ("libreoffice-writer", "poppler-utils", "chromium", "chromium-driver", "fonts-noto-cjk"):
        assert package in result.stderr

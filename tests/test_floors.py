"""The floors of the house: imports go down only, and every module stands on its own."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(
    ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "src").rglob("*.py")
)
EACH_ALONE = """
import gc, importlib, sys
gc.disable()
sys.dont_write_bytecode, sys.pycache_prefix = False, sys.argv.pop(1)
for name in sys.argv[1:]:
    for ours in [loaded for loaded in sys.modules if loaded.partition(".")[0] == "gongshi"]:
        del sys.modules[ours]
    importlib.import_module(name)
"""
"""Imports each module with none of ours loaded before it; the libraries are loaded, and sources compiled, once."""
FLOOR_0 = """
import sys
before = set(sys.modules)
import gongshi.diagnostics, gongshi.errors, gongshi.project, gongshi.typography
print(*sorted({name.partition(".")[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)))
"""


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """A program at the root of the checkout."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def test_imports_keep_the_contracts() -> None:
    """Every contract of import-linter holds: floors, pages without records, an engine without notices."""
    result = run(Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache")

    assert result.returncode == 0, result.stdout
    assert "0 broken" in result.stdout


def test_every_module_imports_alone(tmp_path: Path) -> None:
    """No module leans on another having been imported before it."""
    result = run(sys.executable, "-c", EACH_ALONE, tmp_path, *MODULES)

    assert result.returncode == 0, result.stderr


def test_the_lowest_floor_needs_no_library() -> None:
    """Diagnostics, exceptions, typography and Project stand on the standard library alone."""
    assert run(sys.executable, "-c", FLOOR_0).stdout.split() == ["gongshi"]

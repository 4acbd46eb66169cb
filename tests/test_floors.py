"""The floors of the house: imports go down only, every module stands on its own, and none grows too large."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(
    ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "src").rglob("*.py")
)
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


def test_no_imports_go_round_in_a_circle() -> None:
    """Some order of the modules has each below all that import it, so that none leans on who was imported first."""
    graph = grimp.build_graph("gongshi", cache_dir=None)
    below = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}

    assert set(TopologicalSorter(below).static_order()) == set(MODULES)


def test_no_folders_go_round_in_a_circle() -> None:
    """The same for folders: none needs, however far round, what lies in a folder that needs it."""
    graph = grimp.build_graph("gongshi", cache_dir=None)
    below: dict[str, set[str]] = {}
    for module in graph.modules:
        needed = {folder_of(other) for other in graph.find_modules_directly_imported_by(module)}
        below.setdefault(folder_of(module), set()).update(needed - {folder_of(module)})

    assert set(TopologicalSorter(below).static_order()) == {folder_of(module) for module in graph.modules}


def folder_of(module: str) -> str:
    """A module's package; the module itself if it is a package or stands beside all packages."""
    path = module.split(".")
    is_package = (ROOT / "src").joinpath(*path).is_dir()
    return module if is_package or len(path) == 2 else ".".join(path[:-1])


def test_every_module_imports() -> None:
    """Each file of the program can be loaded."""
    result = run(sys.executable, "-c", "import " + ", ".join(MODULES))

    assert result.returncode == 0, result.stderr


def test_the_lowest_floor_needs_no_library() -> None:
    """Diagnostics, exceptions, typography and Project stand on the standard library alone."""
    assert run(sys.executable, "-c", FLOOR_0).stdout.split() == ["gongshi"]


def test_no_file_function_or_class_outgrows_its_budget() -> None:
    """A reader takes in a file of 350 lines, a function of 40 with five arguments, a class of 150; none is larger."""
    assert [large for path in sorted((ROOT / "src").rglob("*.py")) for large in too_large(path)] == []


def too_large(path: Path) -> Iterator[str]:
    """What in a file is over its budget."""
    text = path.read_text(encoding="utf-8")
    if len(text.splitlines()) > 350:
        yield f"{path}: {len(text.splitlines())} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > (150 if isinstance(node, ast.ClassDef) else 40):
                yield f"{path}: {node.name} has {lines} lines"
        if isinstance(node, ast.FunctionDef):
            given = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            if len([one for one in given if one.arg not in {"self", "cls"}]) > 5:
                yield f"{path}: {node.name} has {len(given)} arguments"

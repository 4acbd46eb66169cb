"""How check, compose and public view grow with a round: CPU seconds and exponents. `python bench/growth.py`."""

import math
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from workspaces import generate

from gongshi.diagnostics import Report
from gongshi.documents.compose import compose
from gongshi.documents.writers import WRITERS
from gongshi.environment.project import open_project
from gongshi.projection.projection import public_view
from gongshi.records.load import load
from gongshi.records.structure import structure
from gongshi.rules.check import check
from gongshi.rules.table import RULES

T = TypeVar("T")
SIZES = (250, 1_000, 4_000)
"""Applications, and as many approvals."""
PARTS = ("read", "check", "compose", "public view")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and the seconds of CPU that it took."""
    begun = time.process_time()
    return work(), time.process_time() - begun


def measure(applications: int, folder: Path, *, withdrawn: bool) -> tuple[float, ...]:
    """Seconds of CPU for each part."""
    project = open_project(generate(folder / str(applications), applications, withdrawn=withdrawn))
    (records, report), loading = timed(lambda: load(project.content))
    (model, report), structuring = timed(lambda: structure(records, report, project.today))
    assert model is not None, [d.words for d in report.diagnostics[:3]]
    report, checking = timed(lambda: check(model, RULES, report))
    assert not report.has_errors, [(d.place, d.words[0]) for d in report.diagnostics[:3]]
    (notices, views, report), composing = timed(lambda: compose(model, WRITERS, project.templates, Report()))
    assert not report.has_errors, [d.words for d in report.diagnostics[:3]]
    site, projecting = timed(lambda: public_view(model, notices, views))
    assert len(site.programmes[0].awards) == applications
    return loading + structuring, checking, composing, projecting


def main() -> None:
    """Print a table of rounds that went straight on, and one of rounds whose every approval was taken back."""
    sizes = tuple(int(size) for size in sys.argv[1:]) or SIZES
    for withdrawn in (False, True):
        print("every approval corrected and withdrawn:" if withdrawn else "every application approved:")
        table(sizes, withdrawn=withdrawn)


def table(sizes: tuple[int, ...], *, withdrawn: bool) -> None:
    """Print a row for each size, and the exponent between the smallest and the largest."""
    with tempfile.TemporaryDirectory() as folder:
        rows = {size: measure(size, Path(folder), withdrawn=withdrawn) for size in sizes}
    print(f"{'applications':>12}" + "".join(f"{part:>13}" for part in PARTS) + f"{'without read':>14}")
    for size, times in rows.items():
        print(f"{size:12}" + "".join(f"{seconds:13.2f}" for seconds in times) + f"{sum(times[1:]):14.2f}")
    first, last = sizes[0], sizes[-1]
    if first == last:
        return  # one point has no slope
    pairs = [*zip(rows[first], rows[last], strict=True), (sum(rows[first][1:]), sum(rows[last][1:]))]
    steps = [math.log(after / before) / math.log(last / first) for before, after in pairs]
    print(f"{'exponent':>12}" + "".join(f"{step:13.2f}" for step in steps[:-1]) + f"{steps[-1]:14.2f}")


if __name__ == "__main__":
    main()

"""What publish does for a notice beside printing it: measuring, looking for lent glyphs. `python bench/moments.py`."""

import statistics
import time
from collections.abc import Callable

from gongshi.composed import compose_project
from gongshi.documents.notice import Notice
from gongshi.environment.project import open_project
from gongshi.measure.pdf import measure_pdf
from gongshi.render.borrowing import borrowed
from gongshi.render.pandoc import Pandoc
from gongshi.render.pdf import write_pdf

RUNS = 5


def median(work: Callable[[], object]) -> float:
    """Median seconds of some runs; one run before them warms up."""
    work()
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def main() -> None:
    """Print medians for the notices of the sample workspace, beside the time of printing the same notice."""
    project = open_project()
    notices = compose_project(project).notices
    with Pandoc() as pandoc:

        def printed(notice: Notice) -> bytes:
            return write_pdf(notice, pandoc, project.fonts, project.templates).data

        notice = max(notices, key=lambda n: len(n.body))
        data = printed(notice)
        print(f"{notice.path}: print {median(lambda: printed(notice)):.3f} s")
        print(f"{notice.path}: measure {median(lambda: measure_pdf(data)):.3f} s")
    print(f"{len(notices)} notices: look for lent glyphs {median(lambda: borrowed(project.fonts, notices)):.3f} s")


if __name__ == "__main__":
    main()

"""What publish does for a notice beside printing it: measuring, looking for lent glyphs. `python bench/moments.py`."""

import statistics
import time
from collections.abc import Callable

from gongshi.composed import compose_project
from gongshi.documents.notice import Notice
from gongshi.environment.project import open_project
from gongshi.measure.pdf import measure_pdf
from gongshi.render.glyph_fallback import fallback_glyphs
from gongshi.render.pdf import write_pdf
from gongshi.render.tools import open_tools

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
    with open_tools(project.fonts, project.templates, jobs=1) as tools:

        def printed(notice: Notice) -> bytes:
            return write_pdf(tools.parsed(notice), project.fonts, project.templates).data

        notice = max(notices, key=lambda n: len(n.body))
        data = printed(notice)
        print(f"{notice.path}: print {median(lambda: printed(notice)):.3f} s")
        print(f"{notice.path}: measure {median(lambda: measure_pdf(data)):.3f} s")
        documents = list(tools.readable(notices))
    looked = median(lambda: fallback_glyphs(project.fonts, documents))
    print(f"{len(notices)} notices: look for lacking glyphs {looked:.3f} s")


if __name__ == "__main__":
    main()

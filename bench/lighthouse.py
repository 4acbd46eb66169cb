"""Lighthouse's marks on its phone profile for four pages of the finished site, served by nginx.

`npm ci --prefix bench/web --ignore-scripts`, then `python bench/lighthouse.py [workspace]`; needs nginx and Chromium.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

from nginx import PROGRAM, nginx

LIGHTHOUSE = PROGRAM / "bench/web/node_modules/.bin/lighthouse"
MARKS = ("performance", "accessibility", "best-practices")
TRIES = 3
FIGURES = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


def pages(site: Path) -> dict[str, str]:
    """The address of each page to measure, by its name."""
    programme = min(path.parent.parent.name for path in site.glob("programmes/*/apply/index.html"))
    award = min(path.parent.name for path in site.glob("awards/*/index.html"))
    return {
        "home": "",
        "programme": f"programmes/{programme}/",
        "award": f"awards/{award}/",
        "search": f"search/?q={quote('示范')}",
    }


def measured(address: str, folder: Path) -> Any:
    """What Lighthouse tells of a page; `Any` because it is JSON.

    On a busy machine Chromium sometimes loses the start of a recording; Lighthouse then asks to be run again.
    """
    for _ in range(TRIES):
        out, profile = folder / "told.json", tempfile.mkdtemp(dir=folder)
        command = [str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--output-path={out}"]
        command += [f"--only-categories={','.join(MARKS)}", f"--chrome-flags={FLAGS} --user-data-dir={profile}"]
        ran = subprocess.run(
            command, check=False, capture_output=True, text=True, env={**os.environ, "CHROME_PATH": "/usr/bin/chromium"}
        )
        if not ran.returncode:
            return json.loads(out.read_bytes())
        if "NO_NAVSTART" not in ran.stderr:
            break
    raise RuntimeError(ran.stderr)


def main() -> None:
    """Print the marks out of 100 and the figures behind the first."""
    workspace = Path(sys.argv[1] if len(sys.argv) > 1 else PROGRAM)
    print(f"{'':12}{'performance':>12}{'accessibility':>15}{'best practices':>16}{'LCP':>9}{'TBT':>9}{'CLS':>8}")
    with tempfile.TemporaryDirectory() as name, nginx(workspace, Path(name)) as address:
        for page, place in pages(workspace / "site").items():
            told = measured(address + place, Path(name))
            marks = [f"{told['categories'][mark]['score'] * 100:.0f}" for mark in MARKS]
            figures = [told["audits"][figure]["displayValue"] for figure in FIGURES]
            print(f"{page:12}{marks[0]:>12}{marks[1]:>15}{marks[2]:>16}{figures[0]:>9}{figures[1]:>9}{figures[2]:>8}")


if __name__ == "__main__":
    main()

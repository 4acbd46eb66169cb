"""How long the data files take and how large they are, by number of awards. `python bench/data_files.py`."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "support"))

from public_factory import site
from public_pieces import award, category, counties, programme

from gongshi.pages.data.files import DATABASE, ZIP, data_files
from gongshi.pages.sheets.formats import FORMATS
from gongshi.public.site import PublicSite

SIZES = (100, 1_000, 5_000)


def site_of(awards: int) -> PublicSite:
    """A site with one round of that many awards, each with four projects."""
    places = list(counties().values())
    winners = tuple(award("2014-lianghua", n, places[n % len(places)], category()) for n in range(1, awards + 1))
    return site(programmes=(programme(awards=winners),))


def main() -> None:
    """Print seconds of CPU and sizes in kB for each number of awards."""
    names = (*(form.name for form in FORMATS), "SQLite", "zip")
    print(f"{'awards':>8}{'seconds':>9}{''.join(f'{name:>9}' for name in names)}")
    ends = tuple(f".{form.suffix}" for form in FORMATS)
    for awards in SIZES:
        public = site_of(awards)
        begun = time.process_time()
        files = data_files(public)
        took = time.process_time() - begun
        forms = [sum(len(c) for name, c in files.items() if name.endswith(end)) for end in ends]
        sizes = "".join(f"{octets / 1000:9.0f}" for octets in (*forms, len(files[DATABASE]), len(files[ZIP])))
        print(f"{awards:8}{took:9.2f}{sizes}")


if __name__ == "__main__":
    main()

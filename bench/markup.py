"""Every page of the finished site against the Nu HTML checker.

`npm ci --prefix bench/web --ignore-scripts`, then `python bench/markup.py [workspace]`; needs Java. Ends with 1 if the
checker finds an error.
"""

import json
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[1]
CHECKER = PROGRAM / "bench/web/node_modules/vnu-jar/build/dist/vnu.jar"


def main() -> None:
    """Print what is wrong, and how many pages were read."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else PROGRAM) / "site"
    pages = [str(path) for path in sorted(site.resolve().rglob("*.html"))]
    command = ["java", "-jar", str(CHECKER), "--errors-only", "--format", "json", *pages]
    told = json.loads(subprocess.run(command, capture_output=True, check=False).stderr)
    for error in told["messages"]:
        print(f"{error['url']}:{error.get('lastLine', '')}: {error['message']}")
    print(f"{len(pages)} pages, {len(told['messages'])} errors")
    sys.exit(bool(told["messages"]))


if __name__ == "__main__":
    main()

"""A folder that is made once for all workers of a run of the tests."""

import shutil
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock


def made_once(common: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name` below `common`: whoever asks first makes it, the others wait and take it; nobody changes it.

    Where making it fails nothing is left, so that the next to ask fails in the same words.
    """
    folder, draft = common / name, common / f"{name}.draft"
    with FileLock(common / f"{name}.lock"):
        if not folder.exists():
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir()
            make(draft)
            draft.rename(folder)
    return folder

"""Files written so that nobody ever sees half of one."""

import os
import shutil
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Write to a neighbour, flush to disk, then replace: readers see the old content or the new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    neighbour = path.with_name(f".{path.name}.new")
    with neighbour.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    neighbour.replace(path)


def replace_if_changed(source: Path, target: Path) -> bool:
    """Move a finished file over `target` unless it holds the same bytes; tells whether it did."""
    if target.is_file() and target.read_bytes() == source.read_bytes():
        source.unlink()
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    return True


def point_link(link: Path, target: Path) -> None:
    """Make `link` a symlink to the folder `target`, swapped in one step: readers see the old folder or the new.

    Where the system refuses symlinks (Windows without the right to make them) a copy is moved into place instead,
    and the old folder is put back if that fails.
    """
    fresh, old = link.with_name(f".{link.name}.new"), link.with_name(f".{link.name}.old")
    _remove(fresh)
    try:
        fresh.symlink_to(os.path.relpath(target, link.parent), target_is_directory=True)
    except OSError:
        shutil.copytree(target, fresh)
    if fresh.is_symlink() and (link.is_symlink() or not link.exists()):
        fresh.replace(link)
        return
    _remove(old)
    if link.exists():
        link.rename(old)
    try:
        fresh.rename(link)
    except OSError:
        if old.exists():
            old.rename(link)
        raise
    _remove(old)


def _remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)

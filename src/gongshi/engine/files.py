"""Writes files atomically, and lets only one run at a time work on a workspace."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from gongshi.errors import EXIT_BUSY, GongshiError


class BusyError(GongshiError):
    """Another run holds the lock."""

    code = EXIT_BUSY
    sentence = "另一个发布正在进行，请稍后再试。Another run is at work; try again later."


@contextmanager
def alone(lock: Path, patience: float = 0) -> Iterator[None]:
    """Hold the lock on the file `lock`, which is made if it is missing, so that no other run works at the same time.

    Args:
        lock: The file; its folder is made too.
        patience: How many seconds to wait for another run to end.

    Raises:
        BusyError: The other run has not ended.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    held = FileLock(lock, timeout=patience)
    try:
        held.acquire()
    except Timeout as error:
        raise BusyError from error
    try:
        yield
    finally:
        held.release()


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
    """Move a finished file over `target` unless that has the same bytes; whether it was moved."""
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

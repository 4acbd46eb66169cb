"""Files and folders that change in one step."""

from pathlib import Path
from typing import NoReturn

import pytest

from gongshi.engine.files import point_link, replace_if_changed, write_atomically


def release(folder: Path, name: str) -> Path:
    """A release of a site whose only page says its name."""
    (folder / name).mkdir(parents=True)
    (folder / name / "index.html").write_text(name, encoding="utf-8")
    return folder / name


def page(link: Path) -> str:
    """What a reader of the site sees."""
    return (link / "index.html").read_text(encoding="utf-8")


@pytest.fixture(name="no_symlinks")
def _no_symlinks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that refuses symlinks, as Windows does without the right to make them."""

    def refuse(*_arguments: object, **_options: object) -> NoReturn:
        raise OSError(1314, "a required privilege is not held by the client")

    monkeypatch.setattr(Path, "symlink_to", refuse)


def test_a_file_is_written_whole_and_leaves_no_neighbour(tmp_path: Path) -> None:
    """Folders are made, old content is replaced, nothing else stays behind."""
    file = tmp_path / "a" / "b.txt"

    write_atomically(file, b"one")
    write_atomically(file, b"two")

    assert file.read_bytes() == b"two"
    assert [path.name for path in file.parent.iterdir()] == ["b.txt"]


def test_equal_content_is_not_moved(tmp_path: Path) -> None:
    """A target with the same bytes keeps its time and inode; the source is gone either way."""
    target = tmp_path / "notices" / "call.pdf"
    for content, moved in ((b"one", True), (b"one", False), (b"two", True)):
        before = target.stat() if target.exists() else None
        source = tmp_path / "staged.pdf"
        source.write_bytes(content)

        assert replace_if_changed(source, target) is moved

        assert target.read_bytes() == content
        assert not source.exists()
        assert moved or target.stat() == before


def test_the_link_is_made_and_swapped(tmp_path: Path) -> None:
    """`site` points at the release, then at the next; by a relative path, so that the folder can be moved."""
    link, releases = tmp_path / "site", tmp_path / ".releases"

    point_link(link, release(releases, "one"))
    assert page(link) == "one"
    point_link(link, release(releases, "two"))

    assert page(link) == "two"
    assert link.readlink() == Path(".releases/two")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".releases", "site"]


def test_a_plain_folder_gives_way_to_the_link(tmp_path: Path) -> None:
    """A site that was copied earlier, or unpacked by hand, is replaced by the link."""
    link = release(tmp_path, "site")

    point_link(link, release(tmp_path / ".releases", "two"))

    assert link.is_symlink()
    assert page(link) == "two"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".releases", "site"]


@pytest.mark.usefixtures("no_symlinks")
def test_without_symlinks_a_copy_takes_the_place(tmp_path: Path) -> None:
    """Where symlinks are refused `site` is a folder with the release's files, swapped by renaming."""
    link, releases = tmp_path / "site", tmp_path / ".releases"

    point_link(link, release(releases, "one"))
    point_link(link, release(releases, "two"))

    assert not link.is_symlink()
    assert page(link) == "two"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".releases", "site"]


@pytest.mark.usefixtures("no_symlinks")
def test_a_swap_that_fails_puts_the_old_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the new folder cannot take the place, readers find the old one where it was."""
    link, releases = tmp_path / "site", tmp_path / ".releases"
    point_link(link, release(releases, "one"))
    rename = Path.rename

    def fail_for_the_new(path: Path, target: Path) -> Path:
        if path.name == ".site.new":
            raise OSError(5, "the file is in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail_for_the_new)
    with pytest.raises(OSError, match="in use"):
        point_link(link, release(releases, "two"))

    assert page(link) == "one"


def test_what_a_broken_run_left_is_no_obstacle(tmp_path: Path) -> None:
    """Leftovers of an interrupted swap are cleared away by the next."""
    link, releases = tmp_path / "site", tmp_path / ".releases"
    point_link(link, release(releases, "one"))
    release(tmp_path, ".site.old")
    (tmp_path / ".site.new").symlink_to(releases / "gone")

    point_link(link, release(releases, "two"))

    assert page(link) == "two"
    assert not (tmp_path / ".site.new").is_symlink()

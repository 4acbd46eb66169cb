"""The tables of a notice's files: those that hold now, and those that stood before."""

from gongshi.pages.values.files import FileVersion, NoticeFiles
from gongshi.pages.values.table import Cell, Column, Table, count_cell, day_cell, text_cell
from gongshi.pages.values.wording import size

_COLUMNS = (
    Column("file", "文件", heads=True),
    Column("version", "版次", "number"),
    Column("released_on", "发布日期", "day"),
    Column("size", "大小", "number"),
    Column("sha256", "SHA-256", "checksum"),
)


def version_tables(files: NoticeFiles) -> tuple[Table, ...]:
    """The files that hold now and, if there are any, the former ones; none before the first release."""
    former = files.former
    current = files.versions[: len(files.versions) - len(former)]
    tables = (
        Table("files", "本件的文件", _COLUMNS, tuple(_version_row(files.key, each, current=True) for each in current)),
        Table(
            "former", "以前发布的版本", _COLUMNS, tuple(_version_row(files.key, each, current=False) for each in former)
        ),
    )
    return tuple(table for table in tables if table.rows)


def _version_row(key: str, version: FileVersion, *, current: bool) -> tuple[Cell, ...]:
    name = version.kind.upper()
    if current:
        file = Cell(name, link=f"notices/{key}.{version.kind}")
    else:
        file = Cell(name, link=version.address(key)) if version.file else Cell(f"{name}（未保存）")
    return (
        file,
        count_cell(version.version),
        day_cell(version.released_on),
        text_cell(size(version.size)),
        text_cell(version.sha256),
    )

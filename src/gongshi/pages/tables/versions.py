"""The tables of a notice's files: those that hold now, and those that stood before."""

from gongshi.pages.values.files import FileVersion, NoticeFiles
from gongshi.pages.values.table import Cell, Column, Spec, Table, count_cell, day_cell, fill, text_cell
from gongshi.pages.values.wording import size

_COLUMNS: Spec[FileVersion] = (
    (Column("version", "版次", "number"), lambda version: count_cell(version.version)),
    (Column("released_on", "发布日期", "day"), lambda version: day_cell(version.released_on)),
    (Column("size", "大小", "number"), lambda version: text_cell(size(version.size))),
    (Column("sha256", "SHA-256", "checksum"), lambda version: text_cell(version.sha256)),
)


def version_tables(files: NoticeFiles) -> tuple[Table, ...]:
    """The files that hold now and, if there are any, the former ones; none before the first release."""
    file = Column("file", "文件", heads=True)
    former = files.former
    current = files.versions[: len(files.versions) - len(former)]
    now: Spec[FileVersion] = ((file, lambda version: _current_cell(files.key, version)), *_COLUMNS)
    then: Spec[FileVersion] = ((file, lambda version: _former_cell(files.key, version)), *_COLUMNS)
    tables = (
        Table("files", "本件的文件", *fill(now, current)),
        Table("former", "以前发布的版本", *fill(then, former)),
    )
    return tuple(table for table in tables if table.rows)


def _current_cell(key: str, version: FileVersion) -> Cell:
    return Cell(version.kind.upper(), link=f"notices/{key}.{version.kind}")


def _former_cell(key: str, version: FileVersion) -> Cell:
    """Leads to the former version if the site has kept it."""
    name = version.kind.upper()
    return Cell(name, link=version.address(key)) if version.file else Cell(f"{name}（未保存）")

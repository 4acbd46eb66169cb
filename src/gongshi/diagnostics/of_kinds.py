"""Problems of records that cannot be a notice of their kind."""

from gongshi.diagnostics.entry import Entry, error

KINDS: dict[str, Entry] = {
    "notice-id-taken": error(
        "公文编号 {value} 已用作空白申报表的文件名。",
        "请改用其他编号。",
        "{value} is the name of the blank application form. Give the notice another id.",
    ),
}

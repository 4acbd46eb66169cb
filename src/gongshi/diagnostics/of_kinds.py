"""Problems of records that cannot be a notice of their kind, and of the record of releases."""

from gongshi.diagnostics.entry import Entry, error

KINDS: dict[str, Entry] = {
    "notice-id-taken": error(
        "公文编号 {value} 已用作空白申报表的文件名。",
        "请改用其他编号。",
        "{value} is the name of the blank application form. Give the notice another id.",
    ),
    "releases-spoilt": error(
        "发布登记有误：{reason}。",
        "请从备份恢复这个文件；确实没有备份的，把它移到别处保存，再次发布时登记从当天重新开始。",
        "The record of releases cannot be believed. Restore it from a backup; without one move it away and publish.",
    ),
}

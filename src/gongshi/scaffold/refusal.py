"""Why a new record is not made: one table."""

from collections.abc import Mapping
from dataclasses import dataclass

from gongshi.errors import EXIT_PROBLEMS, EXIT_REFUSED, EXIT_USAGE, GongshiError


@dataclass(frozen=True, slots=True)
class Reason:
    """The wording of one reason, and what kind of failure it is."""

    code: int
    """Exit code: a wrong option, records that must be mended first, or something that is already there."""
    chinese: str
    english: str


REASONS: Mapping[str, Reason] = {
    "exists": Reason(EXIT_REFUSED, "{value} 已经有了，不覆盖。", "{value} is there already and is not overwritten."),
    "notice-exists": Reason(
        EXIT_REFUSED,
        "这一轮已经有编号为 {value} 的公文，不覆盖；确需另拟一份的，用 --id 另取编号。",
        "The round has a notice {value} already; give another one a name of its own with --id.",
    ),
    "all-there": Reason(EXIT_REFUSED, "应有的{value}都已经有了，没有可加的。", "All such notices are there already."),
    "bad-id": Reason(
        EXIT_USAGE,
        "编号“{value}”只能用字母、数字、连字符和下划线，以字母或数字开头，不超过 64 个字符。",
        "An id holds letters, digits, - and _, at most 64.",
    ),
    "missing": Reason(EXIT_USAGE, "请写明 {value}。", "Give {value}."),
    "too-much": Reason(EXIT_USAGE, "这里用不着 {value}。", "{value} does not apply here."),
    "bad-year": Reason(
        EXIT_USAGE, "--year 应为 1990 到 2100 的年份，写的是 {value}。", "--year must be from 1990 to 2100."
    ),
    "no-scheme": Reason(EXIT_USAGE, "没有编号为 {value} 的专项。", "There is no scheme {value}."),
    "no-programme": Reason(EXIT_USAGE, "没有编号为 {value} 的年度申报。", "There is no programme {value}."),
    "no-kind": Reason(EXIT_USAGE, "没有这个文种，可用：{value}。", "No such kind of notice; see the list."),
    "no-organ": Reason(EXIT_USAGE, "没有编号为 {value} 的机关。", "There is no organ {value}."),
    "no-winner": Reason(EXIT_USAGE, "列入的申报中没有 {value}。", "{value} is no application that was selected."),
    "no-subjects": Reason(
        EXIT_PROBLEMS, "记录中还没有可以拟{value}的事项。", "The records hold nothing yet that needs such a notice."
    ),
    "faulty": Reason(
        EXIT_PROBLEMS,
        "{value} 有错误，请先运行 invoke check 并改正。",
        "{value} has errors; run invoke check and mend it first.",
    ),
    "odd-layout": Reason(
        EXIT_PROBLEMS,
        "{value} 的写法特殊，不能由程序添加；请改成每条一段、以“- ”开头的写法，文件末尾换行。",
        "{value} is laid out in a way that nothing can be added to by program; write a plain block list.",
    ),
}


class RefusedRecordError(GongshiError):
    """A new record cannot be made, for a reason of the table; nothing was written."""

    def __init__(self, reason: str, value: str) -> None:
        super().__init__(reason, value)
        self.value = value
        self.reason = REASONS[reason]
        self.code = self.reason.code

    @property
    def text(self) -> str:
        """Why it is not made, for people."""
        return f"{self.reason.chinese}{self.reason.english}".format(value=self.value)

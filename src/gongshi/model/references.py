"""How one record names another: the annotation of such fields, and what is wrong with names of nothing."""

from gongshi.diagnostics import error

DUPLICATE_ID = error(
    "duplicate-id",
    "编号 {value} 重复。",
    "每个编号只能用一次，请改其中一个。",
    "The id {value} is used twice. Change one.",
)

UNKNOWN_REFERENCE = error(
    "unknown-reference",
    "没有编号为 {value} 的{kind}。",
    "请改正编号，或先在 {file} 中登记。",
    "There is no {kind_en} with the id {value}. Correct it or add it to {file}.",
)

UNKNOWN_COUNTY = error(
    "unknown-county",
    "区划表中没有 {value}。",
    "请改正代码，或在 content/regions.yaml 中登记。",
    "The division {value} is not in content/regions.yaml. Correct the code or add it.",
)

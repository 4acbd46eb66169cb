"""Problems of eligibility and completeness: conditions, findings, winners."""

from gongshi.diagnostics.entry import Entry, error, warning

ELIGIBILITY: dict[str, Entry] = {
    "condition-malformed": error(
        "条件或任务“{value}”不能据以判定：{reason}。",
        "请在专项记录中改正。",
        "The condition or task {value} cannot be judged: {reason_en}. Correct it in the scheme.",
    ),
    "finding-not-asked": error(
        "对“{value}”填了审核意见，但{reason}。",
        "请删去这条审核意见；情况有误的，请改正相应的数值。",
        "There is a finding on {value}, but {reason_en}. Delete the finding, or correct the figures.",
    ),
    "winner-not-eligible": error(
        "{value} 已列入，但不符合“{item}”一项：{sentence}。",
        "请核对指标数值、审核意见和任务数量；确实不符合的，不得列入。",
        "{value} is selected, but does not meet {item}. Check its figures, findings and tasks, or do not select it.",
    ),
    "winner-incomplete": error(
        "{value} 已列入，但“{item}”一项不齐：{sentence}。",
        "请核对收件登记；确实没有收到的，不得列入。",
        "{value} is selected, but {item} has not come in full. Check what was received, or do not select it.",
    ),
    "winner-not-settled": warning(
        "{value} 已列入，但“{item}”一项尚不能判定：{sentence}。",
        "请在 applications.yaml 中补上指标数值、审核意见及佐证、任务数量或收件登记。",
        "{value} is selected, but the records cannot tell whether it meets {item}. Add what is missing.",
    ),
    "round-not-assessed": warning(
        "“{value}”的申报没有登记指标数值、审核意见、任务数量和材料，不能判定列入的申报是否符合条件。",
        "请在 applications.yaml 中补上 figures、findings、tasks、materials；逐项情况可用 invoke eligibility 查看。",
        "No figures, findings, tasks or materials are on record for {value}: nobody can tell whether winners qualify.",
    ),
}

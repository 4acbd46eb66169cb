"""Problems of the review: plan, panel, scores, ranking, outcomes."""

from gongshi.diagnostics.entry import Entry, error

REVIEW: dict[str, Entry] = {
    "review-plan-missing": error(
        "已有评审得分，但申报没有写明评审办法。",
        "请在 programme.yaml 的 review 中补上评审指标、专家人数、计分和同分比较的办法。",
        "There are scores, but the programme states no review plan. Add it.",
    ),
    "criteria-sum": error(
        "各评审指标的分值合计 {value} 分，应为 {full} 分。",
        "请核对各项分值。",
        "The points of all criteria add up to {value}; they must add up to {full}.",
    ),
    "plan-drops-all": error(
        "专家人数下限为 {value} 人，去掉最高分、最低分各 {dropped} 个后没有得分可以平均。",
        "请把专家人数下限改为至少 {least} 人，或减少去掉的个数。",
        "With {value} experts nothing is left after {dropped} highest and lowest are dropped; at least {least} needed.",
    ),
    "expert-scored-twice": error(
        "专家 {value} 对申报 {application} 评了 {count} 次分。",
        "请核对评分表，每名专家只留一次；误写了专家编号的，请改正编号。",
        "The expert {value} scored {application} {count} times. Keep one, or correct the expert.",
    ),
    "expert-score-missing": error(
        "申报 {application} 缺少专家 {value} 的评分。",
        "每名不回避的专家都应评分，请补上；应当回避的，请在 recusals 中写明理由。",
        "The experts {value} did not score {application}. Add their marks, or record why they are recused.",
    ),
    "recused-scored": error(
        "专家 {value} 应当回避申报 {application}（{reason}），不得评分。",
        "请删去这名专家对这项申报的评分；关联有误的，请改正。",
        "The expert {value} is tied to {application} or recused and must not score it. Take the mark out.",
    ),
    "experts-too-few": error(
        "{whose}只有 {value} 人，不得少于 {minimum} 人。",
        "请增补专家并补评；人数有误的，请改正。",
        "{whose_en} has {value} experts; at least {minimum} are required. Add experts and their scores.",
    ),
    "criterion-unscored": error(
        "专家 {expert} 没有给评审指标 {value} 打分，全部得分中共缺 {count} 处。",
        "请按评分表补上；确为零分的写 0。",
        "The expert {expert} gave no points for {value}; it is missing {count} times in all. Add them, 0 for none.",
    ),
    "points-above-criterion": error(
        "专家 {expert} 给“{criterion}”打了 {value} 分，分值为 {most} 分。",
        "请核对评分表。",
        "The expert {expert} gave {value} points; the criterion is worth {most}. Check the score sheet.",
    ),
    "score-missing": error(
        "申报 {value} 有评审结果，没有评审得分。",
        "请在 reviews.yaml 的 scores 中补上各专家的评分；撤回或不符合条件未评的，请在 results.yaml 中写明 reason。",
        "The application {value} has an outcome but no scores. Add them, or give the outcome a reason.",
    ),
    "rank-broken": error(
        "{value} 列入，排第 {rank} 名（{points} 分）；同类未列入的 {other} 排第 {other_rank} 名（{other_points} 分）。",
        "请核对得分与结果；{other} 撤回或不符合条件的，请在它的结果中写明 reason。",
        "{value} is selected at rank {rank} ({points}), but {other} at rank {other_rank} ({other_points}) is not.",
    ),
    "reserve-broken": error(
        "{value} 候补，排第 {rank} 名（{points} 分）；不候补的 {other} 排第 {other_rank} 名（{other_points} 分）。",
        "候补按名次递补，请核对结果；{other} 撤回或不符合条件的，请在它的结果中写明 reason。",
        "{value} is in reserve at rank {rank} ({points}), but {other} at rank {other_rank} ({other_points}) is not.",
    ),
    "tie-unsettled": error(
        "{tied}同为第 {rank} 名（{value} 分），按同分比较次序仍不能分出先后，而结果须分先后。",
        "请补上评审办法规定的同分比较次序；办法没有规定的，由评审组织复评后更正得分。",
        "{tied} share rank {rank} ({value}) and no rule tells them apart. Complete the order of ties, or score anew.",
    ),
}

"""Problems of publicity, objections and substitution, and of what follows the award."""

from gongshi.diagnostics.entry import Entry, error, warning

GATES: dict[str, Entry] = {
    "calendar-day": error(
        "{field}（{value}）不合 {year} 年的日历：日期应在该年之内，末日不早于首日，调休上班日应为星期六或星期日。",
        "请对照国务院办公厅的放假通知改正；跨年的假期分两年登记。",
        "The day {value} does not fit the calendar of {year}: days lie in their year, make-up workdays on weekends.",
    ),
    "publicised-unproposed": error(
        "申报 {value}（{outcome}）没有拟列入，也没有递补，不得公示。",
        "请从公示的申报号中删去，或核对评审结果和递补。",
        "The application {value} was neither proposed nor stepped in; it must not be made public.",
    ),
    "publicised-fallen": error(
        "申报 {value} 已于 {decided_on} 退出，不得再公示。",
        "请从公示的申报号中删去，或核对退出的决定日期。",
        "{value} had fallen out on {decided_on}, before the window was published. Take it out, or correct the day.",
    ),
    "publicised-twice": error(
        "申报 {value} 在同一次公示中列了两次。",
        "请只保留一次。",
        "The window names {value} twice. Keep one.",
    ),
    "not-announced": error(
        "{count} 件公文（{notices}）以公布为依据，成文时却没有有效的公布通知。",
        "请先核准公布通知，再核准这些公文；公布通知已经撤回的，这些公文也要撤回。",
        "{count} notices ({notices}) build on an announcement that was not approved, or was withdrawn, by their day.",
    ),
    "announcement-withdrawn": warning(
        "公布通知 {value} 已经撤回，以它为依据的 {count} 件公文仍然有效：{notices}。",
        "请逐件撤回；继续有效的，请另发公布通知。",
        "The announcement {value} was withdrawn, but {count} notices that build on it still stand: {notices}.",
    ),
    "winner-unpublicised": error(
        "列入的申报 {value} 没有经过公示。",
        "请在 results.yaml 的 publicities 中登记公示，期满后再公布；递补列入的，另登记一次公示，写明 applications。",
        "The winner {value} was in no publicity window. Publicise first, announce after the window has ended.",
    ),
    "objection-stands": error(
        "异议 {value}（{state}）尚未办结，不得公布、批复或者下达资金。",
        "请先办结，在 objections.yaml 中写明状态、办结日期和处理意见。",
        "The objection {value} still stands; nothing may be announced, approved or paid. Decide it first.",
    ),
    "target-exceeded": error(
        "“{category}”各年度累计列入 {count} 个，总目标数为 {value} 个。",
        "请减少列入的申报，或更正总目标数；已取消名号的不计入。",
        "{count} winners in {category} over all rounds, but the target is {value}. Cancelled titles do not count.",
    ),
    "objection-late": error(
        "异议收到日期（{value}）在公示期满（{last_day}）之后，状态却为{state}。",
        "逾期的异议只登记、不受理，请把状态改为 not_accepted 并写明理由；或核对收到日期。",
        "The objection came after the window's last day, {last_day}. It is recorded, but not accepted.",
    ),
    "objection-beside-window": error(
        "异议 {objection} 针对的申报 {value} 不在公示 {window} 的名单中，状态却为{state}。",
        "请核对申报号和公示编号；不针对公示名单的异议只登记、不受理，请把状态改为 not_accepted 并写明理由。",
        "The objection {objection} is about {value}, which its window {window} did not make public. Do not accept it.",
    ),
    "objection-anonymous": error(
        "本次公示要求实名，异议 {value} 没有异议人，状态却为{state}。",
        "匿名的异议只登记、不受理，请把状态改为 not_accepted 并写明理由；或补上异议人。",
        "The round wants real names, but the objection {value} is anonymous. It is recorded, but not accepted.",
    ),
    "objection-lacks": error(
        "异议 {value} 的状态为{state}，应当有“{needed}”。",
        "请补上，或核对状态。",
        "The objection {value} needs the field {needed_en} in its state. Add it.",
    ),
    "conclusion-names-objector": error(
        "异议 {value} 的处理意见写出了{whose}。处理意见要公开，异议人的身份应当保密。",
        "请改写处理意见，不出现异议人的姓名或名称，如改用“异议人”。",
        "The conclusion of the objection {value} is made public, but names {whose_en}. Word it without the name.",
    ),
    "conclusion-hints-objector": warning(
        "异议 {value} 的处理意见中有“{part}”，可能使人认出{whose}。处理意见要公开，异议人的身份应当保密。",
        "请核对；指的是异议人的，请改写，如改用“异议人”。",
        "The conclusion of the objection {value} is made public; the words {part} may tell who is {whose_en}.",
    ),
    "upheld-still-in": error(
        "异议 {objection} 成立，申报 {value} 仍然列入，不得公布。",
        "请在 results.yaml 的 substitutions 中登记该申报退出，有候补的同时登记递补。",
        "The objection {objection} was upheld, but {value} is still a winner. Record its substitution.",
    ),
    "falls-out-unproposed": error(
        "退出的申报 {value}（{outcome}）没有拟列入，没有名额可以递补。",
        "请核对退出的申报号；候补放弃递补的，不填递补的申报号。",
        "The application {value} has no place to give up. Correct which one falls out.",
    ),
    "reserve-empty": error(
        "“{category}”没有候补，申报 {value} 不能递补。",
        "请删去递补的申报号，名额空缺；或核对评审结果中的候补（reserve）。",
        "{category} has no reserve left; {value} cannot step in. Leave the place empty.",
    ),
    "reserve-order": error(
        "“{category}”应由候补 {next} 递补，{value}（{outcome}）不能递补。",
        "请按评审排名从同类候补中依次递补；候补放弃的，另登记一条退出，不填递补。",
        "In {category} {next} is next in the reserve, not {value}. Substitutes follow the ranking of their category.",
    ),
    "reserve-tied": error(
        "候补 {tied} 名次相同，按同分比较次序不能分出先后，由 {value} 递补须有理由。",
        "请在 {falls_out} 退出的这条记录中写明 reason（同分递补的理由），如评审组织复议决定。",
        "No rule tells {tied} of the reserve apart; say in the field reason why {value} steps in.",
    ),
    "substitution-groundless": error(
        "异议 {value}（{state}，针对申报 {about}）不能作为申报 {falls_out} 退出的依据。",
        "请核对异议编号和异议的状态；申报单位自行放弃的，不填异议编号。",
        "The objection {value} is no ground for {falls_out} to fall out: not upheld, or about {about}.",
    ),
}

SUPERVISION: dict[str, Entry] = {
    "payment-above-amount": error(
        "申报 {application} 累计下达 {total}，“{category}”支持资金为 {limit}。",
        "请核对金额；金额以元填写。",
        "{application} is paid {total} in all; its category's amount is {limit}. Correct the amount.",
    ),
    "payment-in-wan": error(
        "申报 {application} 累计下达的金额似以万元填写：支持资金为 {limit}，记录的单位是元。",
        "请把 {value} 改为 {yuan}；资金安排各项的金额也以元填写。",
        "The amount {value} of {application} seems to be in tens of thousands; amounts are in yuan. Write {yuan}.",
    ),
    "payment-below-amount": warning(
        "申报 {application} 累计下达 {total}，少于“{category}”支持资金 {limit}，{year} 预算年度已经结束。",
        "请核对金额（以元填写）；还有未登记的资金的，请补登。",
        "{application} was paid {total} in all, less than its category's {limit}, and the budget year {year} is over.",
    ),
    "payment-beyond-years": error(
        "资金 {payment} 的预算年度为 {value}，专项资金从 {first} 年起安排 {years} 年，到 {last} 年为止。",
        "请核对预算年度；资金不从专项起始年安排的，在专项记录的 funding 中写明 first_year（首个预算年度）。",
        "The payment {payment} is of {value}; there is money from {first} to {last}. Correct one of them.",
    ),
    "payer-wrong": error(
        "申报 {application} 的资金应由{name}（{right}）承担，不是 {value}。",
        "请改正出资机关编号。",
        "{application} is paid by {right}, not by {value}. Correct the payer.",
    ),
    "lines-above-payment": error(
        "资金 {payment} 的资金安排合计 {value}，超过下达金额 {amount}。",
        "请核对各项金额。",
        "The lines of {payment} add up to {value}, more than the payment of {amount}.",
    ),
    "lines-below-payment": error(
        "资金专款专用，资金 {payment} 的资金安排合计 {value}，不足下达金额 {amount}。",
        "请把下达金额逐项安排到项目，合计等于下达金额。",
        "The money of {payment} is earmarked: its lines add up to {value}, less than the payment of {amount}.",
    ),
    "payment-year": error(
        "资金 {payment} 于 {paid_in} 年下达，预算年度应为当年或者次年，不是 {value}。",
        "请核对预算年度和下达日期。",
        "The payment {payment} was made in {paid_in}; its budget is of that year or the next, not of {value}.",
    ),
    "use-without-task": warning(
        "申报 {application} 的资金安排“{value}”没有写明任务；{excluded}不得使用这项资金。",
        "请在 supervision.yaml 中写明任务编号；确实不属于任何一项任务的，请核实其用途。",
        "The line {value} of {application} names no task, so nothing tells that its use is not excluded. Name it.",
    ),
    "use-excluded": error(
        "“{task}”（{value}）不得使用这项资金。",
        "请改正资金安排的用途。",
        "The money must not be used for the task {value}. Correct the line.",
    ),
    "not-earmarked": error(
        "资金专款专用，用途“{use}”应当写明申报 {application} 项目情况表中的项目，所填为“{value}”。",
        "请照项目情况表填写项目名称。",
        "The money is earmarked: each line names a project of {application}; {value} is none.",
    ),
    "not-a-winner": error(
        "申报 {value}（{outcome}）没有列入，不应有资金、报告、评价、奖励、授牌或取消名号的记录。",
        "请改正申报号，或核对评审结果；试点培育不是列入。",
        "{value} is no winner, so nothing of supervision can be recorded of it; a pilot is not a winner.",
    ),
    "before-announcement": error(
        "{field}（{value}）应在公布之后，公布日期为 {announced}。",
        "请核对两个日期。",
        "The day {value} must not be before the announcement of {announced}. Check both.",
    ),
    "announcement-missing": error(
        "尚未公布，却已有 {value} 条资金、报告、评价、奖励、授牌或取消名号的记录。",
        "请在 results.yaml 中写明公布日期 announced_on；确实没有公布的，请删去这些记录。",
        "There is no day of announcement, but {value} records of what follows it. Record the day, or delete them.",
    ),
    "future-record": warning(
        "{field}（{value}）在今天（{today}）之后；这样的记录共 {count} 条，这是最早的一条。",
        "请核对日期；还没有发生的，发生以后再登记。",
        "{count} records are dated after today, {today}; the first is of {value}. Check the days.",
    ),
    "after-revocation": error(
        "申报 {application} 的名号已于 {revoked_on} 取消，不应再有{field}为 {value} 的记录。",
        "请核对日期，或删去这条记录。",
        "The title of {application} was cancelled on {revoked_on}; nothing follows it. Check {value}.",
    ),
    "recorded-twice": error(
        "申报 {application} 有两条{field}为 {value} 的记录。",
        "请只保留一条。",
        "{application} has two records for {value}. Keep one.",
    ),
    "report-month": error(
        "应报月份（{value}）不是规定的报送月份（{months}）。",
        "请改正应报月份。",
        "No report is due for {value}: it is not one of the scheme's reporting months.",
    ),
    "report-beside-plan": error(
        "应报月份（{value}）不在申报 {application} 的报送时间之内，该申报从 {first} 报到 {last}。",
        "请核对应报月份和方案起止年月。",
        "{application} reports from {first} to {last}, not for {value}.",
    ),
    "report-missing": warning(
        "{value} 的进展报告已过期，还有 {count} 家没有收到：{winners}。",
        "请催报；已经收到的，请在 supervision.yaml 的 reports 中登记收到日期。",
        "{count} reports for {value} are overdue: {winners}. Remind them, or record what came in.",
    ),
    "grade-unknown": error(
        "没有“{value}”这个评价等次，可用的等次：{grades}。",
        "请改正评价等次。",
        "There is no grade {value}. The scheme's grades: {grades}.",
    ),
    "evaluation-year": error(
        "评价年度（{value}）应在公布之年（{first}）和评价之年（{last}）之间。",
        "请核对评价年度和评价日期。",
        "An evaluation is of a year from {first} to {last}, not {value}.",
    ),
    "evaluation-incomplete": warning(
        "{year} 年度绩效评价的通知已经核准，还有 {count} 家没有该年度的评价结果：{winners}。",
        "请在 supervision.yaml 中登记它们的评价；不参加该年度评价的，请核实。",
        "The notice {value} tells the evaluation of {year}, but {count} winners have none on record: {winners}.",
    ),
    "reward-unevaluated": error(
        "申报 {application} 在决定奖励之日（{decided_on}）还没有 {value} 年度的评价结果。",
        "请先登记绩效评价，或核对年度和日期。",
        "{application} had no evaluation of {value} when the reward was decided. Record the evaluation first.",
    ),
    "reward-unearned": error(
        "申报 {value} 的 {year} 年度评价等次为{grade}，次年不再支持，不应奖励。",
        "请删去这条奖励，或核对绩效评价。",
        "The evaluation of {value} for {year} ended its support; it earns no reward. Delete it, or correct the grade.",
    ),
    "plaque-unasked": warning(
        "专项没有规定授牌，却有给申报 {value} 授牌的记录。",
        "请核实；专项规定授牌的，请在其监督条款中写明 plaque: true。",
        "The scheme gives no plaques, but {value} has one on record. Check which is right.",
    ),
    "cancellation-untold": warning(
        "申报 {value} 的名号已于 {decided_on} 取消，还没有核准的取消名号或复核结果通知，网站上仍为有效。",
        "请起草并核准通知：invoke new notice --kind revocation。",
        "The title of {value} was cancelled on {decided_on}, but no approved notice tells it; the site calls it valid.",
    ),
    "site-meeting-missing": warning(
        "{value} 年没有召开现场会的记录。",
        "请在 supervision.yaml 的 site_meetings 中登记；没有召开的，请核实。",
        "No site meeting is on record for {value}.",
    ),
    "leading-group-missing": warning(
        "以下申报还没有成立领导小组的记录：{value}。",
        "请核实后在 supervision.yaml 的 leading_groups 中登记。",
        "No leading group is on record for {value}.",
    ),
}

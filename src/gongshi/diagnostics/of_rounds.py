"""Problems of a round: applications, outcomes, days."""

from gongshi.diagnostics.entry import Entry, error, warning

ROUND: dict[str, Entry] = {
    "county-applied-twice": error(
        "{county}报了不止一项（{others}），本次申报每个县（市、区）限报一项。",
        "请核实后只保留一项。",
        "{county} applied more than once ({others}); this round allows one application for each county.",
    ),
    "city-not-addressed": warning(
        "{county}属于{city}，通知不发该市。",
        "请核实该申报是否有效。",
        "{county} lies in {city}, to which the call was not sent. Check whether the application counts.",
    ),
    "copies-differ": error(
        "“{material}”的形式要求为“{value}”，登记的份数却是 {copies} 份。",
        "请改成一致：形式要求印在通知里，份数（copies）用来核对收到的材料。",
        "The form of {material} says how many copies are wanted ({value}), but copies is {copies}. Make both agree.",
    ),
    "brief-too-long": error(
        "项目简述共 {length} 字，不得超过 {limit} 字。",
        "请压缩到 {limit} 字以内。",
        "The project brief has {length} characters; at most {limit} are allowed.",
    ),
    "quota-exceeded": error(
        "“{category}”列入 {count} 个（{winners}），名额为 {value} 个。",
        "请减少列入的申报，或更正名额。",
        "{count} winners in {category}, but the quota is {value}. Take out winners or correct the quota.",
    ),
    "reason-idle": error(
        "结果为{outcome}的申报不写不按排名的理由（{value}）。",
        "请删去理由，或核对评审结果；理由只写给试点培育和未列入的申报。",
        "The reason {value} has no effect: only those left out whatever their rank have one. Delete it.",
    ),
    "outcome-missing": error(
        "申报 {value} 没有评审结果。",
        "请在 results.yaml 的 outcomes 中补上一行：application: {value}, outcome: …。",
        "The application {value} has no outcome. Add it.",
    ),
}

DATES: dict[str, Entry] = {
    "date-order": error(
        "{field}（{value}）应{relation}{other}（{other_day}）。",
        "请核对两个日期。",
        "The date {value} must be {relation_en} {other_day}. Check both dates.",
    ),
    "submitted-late": error(
        "申报 {application} 的{field}（{value}）应不晚于申报截止日期（{deadline}）。",
        "请核对两个日期；逾期的不登记；延期的，在 programme.yaml 的 schedule 中写 extended_to（延期后的截止日期）。",
        "{application} came on {value}, after the deadline {deadline}. Check both; one that is late is not recorded.",
    ),
    "extension-untold": error(
        "{count} 项申报在原截止日期（{apply_by}）之后上报，却没有在延期后的截止日期（{value}）以前印发的延期通知。",
        "请核准写明延期事由的补充通知，或核对上报日期和延期。",
        "{count} applications came after {apply_by}, but no supplement issued by {value} extends the deadline.",
    ),
    "date-differs": error(
        "{field}（{value}）与记录中的{other}（{other_day}）不一致。",
        "请核对两处日期。",
        "The date of issue {value} differs from the round's own record, {other_day}. Correct one.",
    ),
    "year-differs": warning(
        "{field}（{value}）与年度 {year} 不符。",
        "请核对；由上一轮复制来的记录，年度、名称和日期都要改。",
        "{value} does not fit the year {year} of the round. Check what was copied from an earlier round.",
    ),
    "window-too-short": error(
        "公示期 {first_day} 至 {last_day} 共 {length} 个{unit}，不得少于 {minimum} 个。",
        "请推迟公示末日，最早为 {earliest}；公示中已经到期的，另行补足公示。",
        "The window has {length} {unit_en}; at least {minimum} are required. The earliest last day is {earliest}.",
    ),
    "window-starts-early": error(
        "公示首日（{value}）应在发布之日（{published_on}）之后。",
        "请推迟公示首日；确按发布当日起算的，请在 programme.yaml 中写明 may_start_on_publication: true。",
        "The first day of publicity must come after the day of publication, unless the programme allows otherwise.",
    ),
    "window-holiday": warning(
        "公示期与{holiday}假期（{first_day} 至 {last_day}）重叠。",
        "请考虑顺延公示期。",
        "The publicity window overlaps the holiday {holiday}. Consider extending it.",
    ),
    "window-ends-off": warning(
        "公示末日（{value}）不是工作日。",
        "请考虑顺延到下一个工作日。",
        "The last day of publicity is not a working day. Consider the next working day.",
    ),
    "calendar-missing": error(
        "日历中没有 {value} 年的放假安排，不能计算工作日。",
        "请在 content/calendar.yaml 中补上该年安排。",
        "The calendar has no arrangement for {value}; working days cannot be counted. Add the year.",
    ),
    "award-in-window": error(
        "{field}（{value}）早于公示期满，公示末日为 {last_day}。",
        "请改为公示末日的次日或者以后。",
        "{value} is before the end of the publicity window, {last_day}. Announce or approve it later.",
    ),
}

"""Every problem the program can name, with its wording in Chinese and English: one table."""

from dataclasses import dataclass

from gongshi.diagnostics.values import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """Wording of one code; `{value}`, `{field}`, `{clause}` and the diagnostic's facts may stand in it."""

    severity: Severity
    rule: str
    """What is the case and what the rule wants, in Chinese."""
    remedy: str
    """What to do, in Chinese."""
    english: str
    """Rule and remedy in one or two English sentences."""


def _error(rule: str, remedy: str, english: str) -> Entry:
    return Entry(Severity.ERROR, rule, remedy, english)


def _warning(rule: str, remedy: str, english: str) -> Entry:
    return Entry(Severity.WARNING, rule, remedy, english)


_FILES: dict[str, Entry] = {
    "file-missing": _error(
        "缺少文件。",
        "请补上这个文件，可参照样例工作区。",
        "The file is missing. Add it; the sample workspace shows how.",
    ),
    "file-is-link": _error(
        "这是一个链接，记录不读取链接所指的内容。",
        "请把文件或文件夹本身放到这里。",
        "This is a link; records are not read through links. Put the file or folder itself here.",
    ),
    "file-unknown": _warning(
        "这个文件不属于任何一类记录，未读取；记录文件名应以 .yaml 结尾。",
        "请改名（如 results.yaml）、移走或删除。",
        "The file belongs to no kind of record and was not read. Rename, move or delete it.",
    ),
    "file-unreadable": _error(
        "文件不能读取：{reason}。",
        "请检查文件权限；编码应为 UTF-8（记事本“另存为”中可选）。",
        "The file cannot be read: {reason}.",
    ),
    "file-too-large": _error(
        "文件超过 {limit}。", "请拆分或删去无关内容。", "The file is larger than {limit}. Split it."
    ),
    "too-deep": _error(
        "层级超过 {limit} 层。",
        "请检查括号和缩进。",
        "Nested deeper than {limit} levels. Check brackets and indentation.",
    ),
    "tab": _error(
        "行首用了制表符，YAML 只认空格。",
        "请把制表符换成空格，每层两个。",
        "A tab indents the line; YAML wants spaces. Use two spaces a level.",
    ),
    "anchor": _error(
        "用了锚点、别名、标签、合并或指令（{value}），记录中不允许。",
        "请把内容写全；文字中确需 & * ! 开头的，请加引号。",
        "Anchors, aliases, tags, merges and directives are not allowed ({value}). Write the value out, or quote it.",
    ),
    "duplicate-key": _error(
        "同一条记录里“{value}”写了两次。", "请保留一个，删去另一个。", "The key {value} stands twice. Keep one."
    ),
    "yaml-syntax": _error(
        "写法有误，不能读取（{value}）。",
        "请检查这一行和上一行：冒号应为半角并后接空格，引号和括号应成对，缩进应一致。",
        "Not valid YAML: {value}. Check indentation, the space after colons, and pairs of quotes and brackets.",
    ),
}

_FIELDS: dict[str, Entry] = {
    "unknown-key": _error(
        "没有“{value}”这个栏目。",
        "请改成可用的栏目：{allowed}。",
        "There is no field {value} here. Fields: {allowed}.",
    ),
    "missing-field": _error("缺少必填栏目“{key}”。", "请补上。", "The field {key} is required. Add it."),
    "wrong-type": _error("应为{wanted}，写的是 {value}。", "请按要求改写。", "Should be {wanted_en}, but is {value}."),
    "number-for-text": _error(
        "这里是编号或文字，写成了数字 {value}。",
        '请加引号，例如 "{value}"；原来以 0 开头的请补回。',
        'This is an identifier or text, but a bare number was written. Quote it: "{value}".',
    ),
    "bad-value": _error(
        "{value} 不是允许的值：{expected}。", "请改成允许的值。", "{value} is not allowed: {expected}."
    ),
    "bad-identifier": _error(
        "编号 {value} 只能用字母、数字、连字符和下划线，并以字母或数字开头。",
        "请改写编号。",
        "The identifier {value} may hold letters, digits, - and _ only.",
    ),
    "bad-month": _error(
        "{value} 不是年月，应写成 2014-07 的样子。", "请改写。", "{value} is no month; write it like 2014-07."
    ),
    "bad-credit-code": _error(
        "{value} 不是有效的统一社会信用代码（GB 32100—2015）。",
        "请核对 18 位代码，末位为校验码。",
        "{value} is not a valid unified social credit code (GB 32100-2015). Check its 18 characters.",
    ),
    "bad-text": _error(
        "文字应为一行，不空，首尾没有空格。",
        "请删去首尾空格、制表符和换行。",
        "Text must be one line, not empty, not padded.",
    ),
    "invisible-character": _error(
        "文字里有看不见的字符（{character}）。",
        "请删去它；多由复制粘贴带入。",
        "The text holds an invisible character ({character}). Delete it.",
    ),
}

_REFERENCES: dict[str, Entry] = {
    "id-differs": _error(
        "编号 {value} 应与文件或文件夹的名称“{name}”相同。",
        "请改编号或改名。",
        "The id {value} must equal the name of its file or folder, {name}.",
    ),
    "duplicate-id": _error(
        "编号 {value} 重复。", "每个编号只能用一次，请改其中一个。", "The id {value} is used twice. Change one."
    ),
    "unknown-reference": _error(
        "没有编号为 {value} 的{kind}。",
        "请改正编号，或先在 {file} 中登记。",
        "There is no {kind_en} with the id {value}. Correct it or add it to {file}.",
    ),
    "unknown-county": _error(
        "区划表中没有 {value}。",
        "请改正代码，或在 content/regions.yaml 中登记。",
        "The division {value} is not in content/regions.yaml. Correct the code or add it.",
    ),
    "county-not-valid": _error(
        "{name}（{value}）在 {day} 不存在：{validity}。",
        "请改用当日有效的区划：{others}。",
        "The division {value} did not exist on {day} ({validity}). Use one that did.",
    ),
}

_ROUND: dict[str, Entry] = {
    "county-applied-twice": _error(
        "{county}报了不止一项（{others}），本次申报每个县（市、区）限报一项。",
        "请核实后只保留一项。",
        "{county} applied more than once ({others}); this round allows one application for each county.",
    ),
    "city-not-addressed": _warning(
        "{county}属于{city}，通知不发该市。",
        "请核实该申报是否有效。",
        "{county} lies in {city}, to which the call was not sent. Check whether the application counts.",
    ),
    "brief-too-long": _error(
        "项目简述共 {length} 字，不得超过 {limit} 字。",
        "请压缩到 {limit} 字以内。",
        "The project brief has {length} characters; at most {limit} are allowed.",
    ),
    "quota-exceeded": _error(
        "“{category}”列入 {count} 个（{winners}），名额为 {value} 个。",
        "请减少列入的申报，或更正名额。",
        "{count} winners in {category}, but the quota is {value}. Take out winners or correct the quota.",
    ),
    "outcome-missing": _error(
        "申报 {value} 没有评审结果。",
        "请在 results.yaml 的 outcomes 中补上一行：application: {value}, outcome: …。",
        "The application {value} has no outcome. Add it.",
    ),
    "score-missing": _error(
        "申报 {value} 没有评审得分。",
        "请在 reviews.yaml 的 scores 中补上一行：application: {value}, points: …。",
        "The application {value} has no score. Add it.",
    ),
    "rank-broken": _warning(
        "{value} 已列入，得分 {points}；同类未列入的 {other} 得分 {other_points}，反而更高。",
        "请核实得分与结果。",
        "{value} is selected with {points}, but {other}, not selected, has {other_points}. Check scores and outcomes.",
    ),
}

_DATES: dict[str, Entry] = {
    "date-order": _error(
        "{field}（{value}）应{relation}{other}（{other_day}）。",
        "请核对两个日期。",
        "The date {value} must be {relation_en} {other_day}. Check both dates.",
    ),
    "date-differs": _error(
        "{field}（{value}）与记录中的{other}（{other_day}）不一致。",
        "请核对两处日期。",
        "The date of issue {value} differs from the round's own record, {other_day}. Correct one.",
    ),
    "year-differs": _warning(
        "{field}（{value}）与年度 {year} 不符。",
        "请核对；由上一轮复制来的记录，年度、名称和日期都要改。",
        "{value} does not fit the year {year} of the round. Check what was copied from an earlier round.",
    ),
    "window-too-short": _error(
        "公示期 {first_day} 至 {last_day} 共 {length} 个{unit}，不得少于 {minimum} 个。",
        "请推迟公示末日。",
        "The publicity window has {length} {unit_en}; at least {minimum} are required. Move its last day.",
    ),
    "window-starts-early": _error(
        "公示首日（{value}）应在发布之日（{published_on}）之后。",
        "请推迟公示首日；确按发布当日起算的，请在 programme.yaml 中写明 may_start_on_publication: true。",
        "The first day of publicity must come after the day of publication, unless the programme allows otherwise.",
    ),
    "window-holiday": _warning(
        "公示期与{holiday}假期（{first_day} 至 {last_day}）重叠。",
        "请考虑顺延公示期。",
        "The publicity window overlaps the holiday {holiday}. Consider extending it.",
    ),
    "window-ends-off": _warning(
        "公示末日（{value}）不是工作日。",
        "请考虑顺延到下一个工作日。",
        "The last day of publicity is not a working day. Consider the next working day.",
    ),
    "calendar-missing": _error(
        "日历中没有 {value} 年的放假安排，不能计算工作日。",
        "请在 content/calendar.yaml 中补上该年安排。",
        "The calendar has no arrangement for {value}; working days cannot be counted. Add the year.",
    ),
    "award-in-window": _error(
        "{field}（{value}）早于公示期满，公示末日为 {last_day}。",
        "请在公示期满后再公布。",
        "{value} is before the end of the publicity window, {last_day}. Announce or approve it later.",
    ),
    "objection-stands": _error(
        "尚有 {value} 件异议未办结，不得公布。",
        "请办结后把“未办结异议数”改为 0。",
        "{value} objections still stand; the result must not be announced.",
    ),
}

_NOTICES: dict[str, Entry] = {
    "bad-number": _error(
        "发文字号 {value} 不合规范。",
        "应写成“机关代字〔年份〕序号号”，年份用六角括号，序号不编虚位、不加“第”，如 样经信〔2026〕9001号。",
        "The document number {value} is malformed; write code, 〔year〕, serial without leading zero, 号.",
    ),
    "number-code": _error(
        "发文字号 {value} 的代字不属于主办机关{organ}（{codes}）。",
        "联合行文使用主办机关的发文字号，请改正。",
        "The code of {value} does not belong to the lead organ {organ} ({codes}).",
    ),
    "organ-twice": _error(
        "{field}中“{value}”与另一发文机关重复。",
        "每个发文机关只写一次，主办机关不再列入联合发文机关。",
        "The organ {value} issues the notice twice. Name each organ once.",
    ),
    "not-publicised": _error(
        "这份公文写明已经公示，但公示还是草稿（draft）或者没有；状态为 {value}。",
        "请先核准公示，或把这份公文改为草稿。",
        "The notice ({value}) follows a publicity notice that is a draft or missing. Approve that one first.",
    ),
    "future-notice": _warning(
        "成文日期（{value}）晚于今天（{today}），公文已生成，到日才上网。",
        "请核对日期。",
        "The date of issue {value} is after today, {today}: the files are made, the site shows them on that day.",
    ),
    "number-year": _error(
        "发文字号 {value} 的年份与成文日期（{issued_on}）不一致。",
        "请核对年份。",
        "The year of {value} differs from the date of issue {issued_on}.",
    ),
    "duplicate-number": _error(
        "发文字号 {value} 重复，另见 {other}。",
        "同一代字同一年份的序号只能用一次，请改其中一个。",
        "The document number {value} is also used by {other}. Change one.",
    ),
    "unknown-kind": _error(
        "没有“{value}”这个文种。", "可用的文种：{allowed}。", "There is no kind of notice {value}. Kinds: {allowed}."
    ),
    "kind-needs": _error(
        "文种“{kind}”需要栏目“{needed}”（{needed_en}）。",
        "请补上；草稿可以暂缺发文字号。",
        "A notice of the kind {kind} needs the field {needed_en}.",
    ),
    "kind-forbids": _error(
        "文种“{kind}”不应有栏目“{forbidden}”。",
        "请删去。",
        "A notice of the kind {kind} must not have the field {forbidden_en}.",
    ),
    "kind-too-early": _error(
        "文种“{kind}”需要{needed}，记录中还没有。",
        "请先在 results.yaml 中填写；还没有到这一步的，请先删去这份公文的记录。",
        "A notice of the kind {kind} needs {needed_en}, which the records do not have yet.",
    ),
    "not-selected": _error(
        "文种“{kind}”只发给已列入的申报，{value} 没有列入。",
        "请改正申报号，或核对评审结果。",
        "A notice of the kind {kind} goes to winners only; {value} is not selected.",
    ),
    "template-missing": _error(
        "文种“{value}”没有模板 {template}。", "请补上模板。", "The kind {value} has no template {template}."
    ),
    "template-syntax": _error("模板写法有误：{reason}。", "请按行号改正模板。", "The template is not valid: {reason}."),
    "template-undefined": _error(
        "模板用了没有定义的名称：{reason}。",
        "请改正名称，或在记录中补上对应栏目。",
        "The template names something that does not exist: {reason}.",
    ),
    "template-failed": _error(
        "模板不能算出结果：{reason}。", "请改正这一处。", "The template cannot be evaluated: {reason}."
    ),
    "prose-forbidden": _error(
        "正文里有不允许的内容：{reason}。",
        "正文只能有标题、段落、表格和网址链接；图片、原始代码和其他链接请删去。",
        "The prose holds something that is not allowed ({reason}): no pictures, raw code or other links.",
    ),
    "missing-glyph": _error(
        "《{document}》中的字“{value}”没有任何字体可用。",
        "请安装含有该字的字体（放入 .fonts/ 即可），或核对用字。",
        "No font has the character {value} of {document}. Put a font that has it into .fonts/, or check the text.",
    ),
    "pdf-failed": _error(
        "《{document}》不能生成 PDF：{reason}。", "请把这条信息交给维护人员。", "No PDF of {document}: {reason}."
    ),
    "docx-failed": _error(
        "《{document}》不能生成 DOCX：{reason}。", "请把这条信息交给维护人员。", "No DOCX of {document}: {reason}."
    ),
    "site-failed": _error(
        "网站不能生成：{reason}。",
        "请改正所指的网页模板；不是模板的问题，请交给维护人员。",
        "The site cannot be built: {reason}.",
    ),
    "stand-in-font": Entry(
        Severity.NOTE,
        "PDF 使用替代字体：{value}。",
        "有正式字体的，请放入 .fonts/ 后重新发布；DOCX 仍用正式字体名称。",
        "The PDF uses stand-in fonts. Put the office's own into .fonts/; the DOCX names the official ones.",
    ),
}

_TEXT: dict[str, Entry] = {
    "half-width-punctuation": _warning(
        "汉字旁用了半角标点“{value}”。",
        "请改用全角标点。",
        "Half-width punctuation {value} beside a hanzi. Use full-width.",
    ),
    "padded-hanzi": _warning(
        "汉字之间有空格：“{value}”。", "请删去空格。", "Spaces between hanzi: {value}. Delete them."
    ),
    "phone-dash": _warning(
        "电话号码 {value} 的连接号不是半角“-”。",
        "请统一用半角连接号。",
        "The telephone number {value} uses another dash than -.",
    ),
    "typed-number": _warning(
        "标题里自己写了序号“{value}”，层次序数由程序编排。",
        "请删去序号。",
        "The heading carries a number of its own; delete it.",
    ),
}

CATALOGUE: dict[str, Entry] = _FILES | _FIELDS | _REFERENCES | _ROUND | _DATES | _NOTICES | _TEXT


def severity_of(diagnostic: Diagnostic) -> Severity:
    """The severity of a diagnostic's code."""
    return CATALOGUE[diagnostic.code].severity


def wording(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Rule and remedy in Chinese, and both in English, with the diagnostic's values filled in."""
    entry = CATALOGUE[diagnostic.code]
    values = {"field": diagnostic.field, "value": diagnostic.value, "clause": diagnostic.clause}
    values |= dict(diagnostic.facts)
    return entry.rule.format(**values), entry.remedy.format(**values), entry.english.format(**values)

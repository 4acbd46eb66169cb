"""Problems of files, fields, references and text."""

from gongshi.diagnostics.entry import Entry, error, warning

FILES: dict[str, Entry] = {
    "file-missing": error(
        "缺少文件。",
        "请补上这个文件，用 invoke new workspace、scheme 或 programme 新建，或从样例工作区抄来再改。",
        "The file is missing. Add it; the sample workspace shows how.",
    ),
    "file-is-link": error(
        "这是一个链接，记录不读取链接所指的内容。",
        "请把文件或文件夹本身放到这里。",
        "This is a link; records are not read through links. Put the file or folder itself here.",
    ),
    "file-unknown": warning(
        "这个文件不属于任何一类记录，未读取；记录文件名应以 .yaml 结尾。",
        "请改名（如 results.yaml）、移走或删除。",
        "The file belongs to no kind of record and was not read. Rename, move or delete it.",
    ),
    "file-unreadable": error(
        "文件不能读取：{reason}。",
        "请检查文件权限；编码应为 UTF-8（记事本“另存为”中可选）。",
        "The file cannot be read: {reason_en}.",
    ),
    "file-too-large": error(
        "文件超过 {limit}。", "请拆分或删去无关内容。", "The file is larger than {limit}. Split it."
    ),
    "too-deep": error(
        "层级超过 {limit} 层。",
        "请检查括号和缩进。",
        "Nested deeper than {limit} levels. Check brackets and indentation.",
    ),
    "tab": error(
        "行首用了制表符，YAML 只认空格。",
        "请把制表符换成空格，每层两个。",
        "A tab indents the line; YAML wants spaces. Use two spaces a level.",
    ),
    "anchor": error(
        "用了锚点、别名、标签、合并或指令（{value}），记录中不允许。",
        "请把内容写全；文字中确需 & * ! 开头的，请加引号。",
        "Anchors, aliases, tags, merges and directives are not allowed ({value}). Write the value out, or quote it.",
    ),
    "duplicate-key": error(
        "同一条记录里“{value}”写了两次。", "请保留一个，删去另一个。", "The key {value} stands twice. Keep one."
    ),
    "yaml-syntax": error(
        "写法有误，不能读取：{reason}。",
        "请检查这一行和上一行：冒号应为半角并后接空格，引号和括号应成对，缩进应一致。",
        "Not valid YAML: {value}. Check indentation, the space after colons, and pairs of quotes and brackets.",
    ),
}

FIELDS: dict[str, Entry] = {
    "unknown-key": error(
        "没有“{value}”这个栏目。",
        "{nearest}可用的栏目：{allowed}。",
        "There is no field {value} here. Fields: {allowed}.",
    ),
    "missing-field": error("缺少必填栏目“{key}”。", "请补上。", "The field {key} is required. Add it."),
    "wrong-type": error("应为{wanted}，写的是 {value}。", "请{advice}。", "Should be {wanted_en}, but is {value}."),
    "no-such-day": error(
        "没有 {value} 这一天。", "请核对年、月、日。", "There is no day {value}. Check year, month and day."
    ),
    "number-for-text": error(
        "这里是编号或文字，写成了数字 {value}。",
        '请加引号，例如 "{value}"；原来以 0 开头的请补回。',
        'This is an identifier or text, but a bare number was written. Quote it: "{value}".',
    ),
    "bad-value": error("{value} 不是允许的值：{expected}。", "请改成允许的值。", "{value} is not allowed: {expected}."),
    "bad-identifier": error(
        "编号 {value} 只能用字母、数字、连字符和下划线，并以字母或数字开头。",
        "请改写编号。",
        "The identifier {value} may hold letters, digits, - and _ only.",
    ),
    "bad-month": error(
        "{value} 不是年月，应写成 2014-07 的样子。", "请改写。", "{value} is no month; write it like 2014-07."
    ),
    "bad-credit-code": error(
        "{value} 不是有效的统一社会信用代码（GB 32100—2015）。",
        "请核对 18 位代码，末位为校验码。",
        "{value} is not a valid unified social credit code (GB 32100-2015). Check its 18 characters.",
    ),
    "bad-text": error(
        "文字应为一行，不空，首尾没有空格。",
        "请删去首尾空格、制表符和换行。",
        "Text must be one line, not empty, not padded.",
    ),
    "text-ended": error(
        "{field}写入公文的句子，末尾不加标点。",
        "请删去末尾的标点，公文会加上。",
        "The field goes into a sentence of a notice. Delete the mark at its end.",
    ),
    "invisible-character": error(
        "文字里有看不见的字符（{character}）。",
        "请删去它；多由复制粘贴带入。",
        "The text holds an invisible character ({character}). Delete it.",
    ),
}

REFERENCES: dict[str, Entry] = {
    "id-differs": error(
        "编号 {value} 应与文件或文件夹的名称“{name}”相同。",
        "请改编号或改名。",
        "The id {value} must equal the name of its file or folder, {name}.",
    ),
    "duplicate-id": error(
        "编号 {value} 重复。", "每个编号只能用一次，请改其中一个。", "The id {value} is used twice. Change one."
    ),
    "unknown-reference": error(
        "没有编号为 {value} 的{kind}。",
        "请改正编号，或先在 {file} 中登记。",
        "There is no {kind_en} with the id {value}. Correct it or add it to {file}.",
    ),
    "unknown-county": error(
        "区划表中没有 {value}。",
        "请改正代码，或在 content/regions.yaml 中登记。",
        "The division {value} is not in content/regions.yaml. Correct the code or add it.",
    ),
    "former-county-dates": error(
        "{name}（设立年月 {begun}）的原区划{former}（{value}，撤销年月 {ended}）时间不衔接。",
        "原区划已撤销的，设立年月不得晚于其撤销年月；仍然存在的，表示从中析出，须填写晚于其设立的设立年月。",
        "The months of {name} (from {begun}) and of its former division {former} ({value}, until {ended}) do not fit. "
        "It begins no later than a former one ends; one that goes on must have been there before it.",
    ),
    "former-county-circle": error(
        "{name}的原区划经 {value} 又回到{name}自身。",
        "请只在后设立的区划中填写原区划。",
        "Going from {name} to its former division {value} and on leads back to {name}. "
        "Only a later division names former ones.",
    ),
    "county-not-valid": error(
        "{name}（{value}）在 {day} 不存在：{validity}。",
        "请改用当日有效的区划：{others}。",
        "The division {value} did not exist on {day} ({validity}). Use one that did.",
    ),
}

TEXT: dict[str, Entry] = {
    "half-width-punctuation": warning(
        "汉字旁用了半角标点“{value}”。",
        "请改用全角标点。",
        "Half-width punctuation {value} beside a hanzi. Use full-width.",
    ),
    "padded-hanzi": warning(
        "汉字之间有空格：“{value}”。", "请删去空格。", "Spaces between hanzi: {value}. Delete them."
    ),
    "phone-dash": warning(
        "电话号码 {value} 的连接号不是半角“-”。",
        "请统一用半角连接号。",
        "The telephone number {value} uses another dash than -.",
    ),
    "typed-number": warning(
        "标题里自己写了序号“{value}”，层次序数由程序编排。",
        "请删去序号。",
        "The heading carries a number of its own; delete it.",
    ),
}

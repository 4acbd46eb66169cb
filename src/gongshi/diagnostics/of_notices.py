"""Problems of notices: numbers, kinds, prose, files."""

from gongshi.diagnostics.entry import Entry, error, warning
from gongshi.diagnostics.values import Severity

NOTICES: dict[str, Entry] = {
    "bad-number": error(
        "发文字号 {value} 不合规范。",
        "应依次写机关代字、〔年份〕、顺序号和“号”，年份用六角括号，顺序号不编虚位、不加“第”，如 样文〔2026〕9001号。",
        "The document number {value} is malformed; write code, 〔year〕, serial without leading zero, 号.",
    ),
    "number-code": error(
        "发文字号 {value} 的代字不属于主办机关{organ}（{codes}）。",
        "联合行文使用主办机关的发文字号，请改正。",
        "The code of {value} does not belong to the lead organ {organ} ({codes}).",
    ),
    "organ-twice": error(
        "{field}中“{value}”与另一发文机关重复。",
        "每个发文机关只写一次，主办机关不再列入联合发文机关。",
        "The organ {value} issues the notice twice. Name each organ once.",
    ),
    "not-publicised": error(
        "这份公文写明已经公示，但公示还是草稿（draft）、已经撤回或者没有；状态为 {value}。",
        "请先核准公示，或把这份公文改为草稿。",
        "The notice ({value}) follows a publicity that is a draft, withdrawn or missing. Approve that one first.",
    ),
    "notice-repeated": error(
        "公文 {id} 与 {other} 文种相同、所涉事项相同，都有效。",
        "请只保留一件；前一件有误的，请更正，或者撤回后另发。",
        "The notices {id} and {other} are of the same kind and about the same matter. Keep one, or withdraw one.",
    ),
    "future-notice": warning(
        "成文日期（{value}）晚于今天（{today}），公文已生成，到日才上网。",
        "请核对日期。",
        "The date of issue {value} is after today, {today}: the files are made, the site shows them on that day.",
    ),
    "number-year": error(
        "发文字号 {value} 的年份与成文日期（{issued_on}）不一致。",
        "请核对年份。",
        "The year of {value} differs from the date of issue {issued_on}.",
    ),
    "secret": error(
        "公文标有密级（{value}），涉密公文不得在公开网站发布，也不得用本程序处理。",
        "请从记录中移走这份公文，按保密规定另行办理。",
        "The notice is marked {value}. Secret documents must not be handled here. Take it out of the records.",
    ),
    "duplicate-number": error(
        "发文字号 {value} 重复，另见 {other}。",
        "同一代字同一年份的序号只能用一次，请改其中一个。",
        "The document number {value} is also used by {other}. Change one.",
    ),
    "unknown-kind": error(
        "没有“{value}”这个文种。", "可用的文种：{allowed}。", "There is no kind of notice {value}. Kinds: {allowed}."
    ),
    "kind-needs": error(
        "文种“{kind}”需要栏目“{needed}”（{needed_en}）。",
        "请补上；草稿可以暂缺发文字号。",
        "A notice of the kind {kind} needs the field {needed_en}.",
    ),
    "kind-forbids": error(
        "文种“{kind}”不应有栏目“{forbidden}”。",
        "请删去。",
        "A notice of the kind {kind} must not have the field {forbidden_en}.",
    ),
    "kind-too-early": error(
        "文种“{kind}”需要{needed}，记录中还没有。",
        "请先在本轮的记录中填写；还没有到这一步的，请先删去这份公文的记录。",
        "A notice of the kind {kind} needs {needed_en}, which the records do not have yet.",
    ),
    "draft-too-early": warning(
        "文种“{kind}”需要{needed}，记录中还没有；这份草稿暂不生成。",
        "请先在本轮的记录中填写，草稿随后生成。",
        "A notice of the kind {kind} needs {needed_en}; until the records have it the draft is not made.",
    ),
    "not-selected": error(
        "文种“{kind}”只发给已列入的申报，{value} 没有列入。",
        "请改正申报号，或核对评审结果。",
        "A notice of the kind {kind} goes to winners only; {value} is not selected.",
    ),
    "template-missing": error(
        "文种“{value}”没有模板 {template}。", "请补上模板。", "The kind {value} has no template {template}."
    ),
    "template-syntax": error(
        "模板写法有误：{reason}。",
        "请检查这一行以及前面没有结束的 {{% … %}}，括号应成对。",
        "The template is not valid: {reason_en}.",
    ),
    "template-undefined": error(
        "模板用了没有定义的名称：{reason}。",
        "请改正名称，或在记录中补上对应栏目。",
        "The template names something that does not exist: {reason_en}.",
    ),
    "template-failed": error(
        "模板不能算出结果：{reason}。", "请改正这一处。", "The template cannot be evaluated: {reason_en}."
    ),
    "prose-forbidden": error(
        "正文里有不允许的内容：{reason}。",
        "正文只能有标题、段落、表格和网址链接；图片、原始代码和其他链接请删去。",
        "The prose holds something that is not allowed ({reason}): no pictures, raw code or other links.",
    ),
    "missing-glyph": error(
        "《{document}》中的字“{value}”没有任何字体可用。",
        "请安装含有该字的字体（放入 .fonts/ 即可），或核对用字。",
        "No font has the character {value} of {document}. Put a font that has it into .fonts/, or check the text.",
    ),
    "title-missing": error(
        "{field}是空的。",
        "公文、附件和印发的文件都要有标题，请在模板中补上。",
        "The block {value} is empty. Write a title.",
    ),
    "no-place": error(
        "《{document}》不能按规定格式编排：{reason}。",
        "请按所说改正记录或模板。",
        "{document} cannot be laid out as the standard wants: {reason}.",
    ),
    "pdf-failed": error(
        "《{document}》不能生成 PDF，排版程序出错。",
        "请把这份公文的记录和下面一行英文交给维护人员。",
        "No PDF of {document}: {value}.",
    ),
    "clause-broken": error(
        "《{document}》第 {page} 页不合版式：应为 {expected}，实测 {value}。",
        "请改短或改写文字，或者改正模板；确需保留的，在公文记录的 waivers 中写明条款和理由。",
        "Page {page} of the document breaks a clause: expected {expected}, measured {value}. Mend it or waive it.",
    ),
    "clause-waived": warning(
        "《{document}》第 {page} 页不合版式，已豁免：应为 {expected}，实测 {value}。",
        "印制前请看过这一页。",
        "Page {page} of the document breaks a clause that is waived: expected {expected}, measured {value}.",
    ),
    "docx-failed": error(
        "《{document}》不能生成 DOCX，生成程序出错。",
        "请把这份公文的记录和下面一行英文交给维护人员。",
        "No DOCX of {document}: {value}.",
    ),
    "site-failed": error(
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
    "only-chosen": Entry(
        Severity.NOTE,
        "只生成了指定的 {value} 件公文（{names}）。",
        "其余公文和网站没有更新；要全部更新，请不加 --only 再运行 invoke publish。",
        "Only {value} notices ({names}) were made. The others and the site were left; publish without --only for all.",
    ),
    "borrowed-glyph": Entry(
        Severity.NOTE,
        "现用字体缺字，由其他字体补字，字形略有不同：{value}。",
        "请核对这些字的字形；正式字体放入 .fonts/ 后重新发布，一般不再缺字。全部清单见 invoke fonts。",
        "Glyphs lent by other fonts: {value_en}. Look at their shapes; invoke fonts lists all.",
    ),
}

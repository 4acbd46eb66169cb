"""Problems of records made from a scaffold."""

from gongshi.diagnostics.entry import Entry, error

SCAFFOLDS: dict[str, Entry] = {
    "not-filled": error(
        "“{field}”还没有填写，应为{wanted}。",
        "请把“{value}”换成内容；用不着的非必填栏目，整行删去。",
        "Not filled in yet; should be {wanted_en}. Replace {value}, or delete the line of an optional field.",
    ),
    "placeholder-left": error(
        "“{field}”的文字里还留着“{value}”。",
        "请换成内容，或删去这一处。",
        "The text still holds the placeholder {value}. Replace it.",
    ),
}

"""What cannot be measured in a file (paper, printing, wording): every report lists it as not judged."""

from collections.abc import Callable, Iterator
from functools import partial

from gongshi.measure.form import ALL, Form
from gongshi.measure.result import Finding, open_question


def _unseen(aspect: str, expected: str, reason: str, *_asked: object) -> Iterator[Finding]:
    yield open_question(aspect, expected, reason)


_HEADED = ALL - {Form.PUBLICITY}
_TITLED = ALL - {Form.ORDER}

UNSEEN: tuple[tuple[str, str, frozenset[Form], Callable[..., Iterator[Finding]]], ...] = (
    ("4", "用纸", ALL, partial(_unseen, "用纸", "60—80克，白度80%—90%", "文件里没有纸，要看实物")),
    ("6.2", "印刷", ALL, partial(_unseen, "印刷", "双面印刷，套正误差不超过2毫米", "要看印出的实物")),
    ("6.3", "装订", ALL, partial(_unseen, "装订", "左侧装订，钉眼距切口70毫米±4毫米", "要看装订好的实物")),
    (
        "7.2.4",
        "发文机关标志",
        _HEADED,
        partial(_unseen, "名称", "机关全称或规范化简称", "要由人核对，只量了位置和字体"),
    ),
    ("7.3.1", "标题", _TITLED, partial(_unseen, "回行", "词意完整", "要由人读，只量了居中、形状和行首")),
    ("9", "计量单位和数字", ALL, partial(_unseen, "用法", "GB 3100、GB/T 15835", "要由人读，只查了标点")),
)
"""Clause, element in Chinese, formats it holds for, and the function that says that it is not judged."""

"""The copy for the press: the same pages, their red in the inks of clause 6.2."""

import re
import zlib

from notice_factory import joint_call
from printed import TEMPLATES, fonts, parsed, printed

from gongshi.render.pdf import write_pdf


def _streams(data: bytes) -> bytes:
    """All page content of a PDF, unpacked."""
    found = []
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, flags=re.DOTALL):
        try:
            found.append(zlib.decompressobj().decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(found)


def test_red_is_printed_with_two_inks() -> None:
    """Header and rule are CMYK 0/80/80/0, and no red of the screen is left."""
    copy = write_pdf(parsed(joint_call()), fonts(), [TEMPLATES], press=True)
    content = _streams(copy.data)

    assert re.search(rb"\b0 0?\.8 0?\.8 0 (k|scn)\b", content, flags=re.IGNORECASE)
    assert not re.search(rb"\b1 0 0 (rg|scn)\b", content, flags=re.IGNORECASE)


def test_the_copy_has_the_pages_of_the_released_file() -> None:
    """Only the colour differs."""
    copy = write_pdf(parsed(joint_call()), fonts(), [TEMPLATES], press=True)

    assert copy.pages == len(printed(joint_call()).document)

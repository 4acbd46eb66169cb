"""Adding to a round's notices.yaml: whatever its layout, every byte of it stays."""

from pathlib import Path

import pytest
from scaffolded import files, notices
from workspace_factory import RECORDS, ROUND, project_of

from gongshi.scaffold.notices import Wish, new_notices
from gongshi.scaffold.refusal import RefusedRecordError

APPROVAL = Wish(ROUND, "approval", "2021-songling")


LAYOUTS = {
    "as it is": lambda text: text,
    "without a last line end": lambda text: text.rstrip("\n"),
    "with a comment at its end": lambda text: text + "\n# 以下为草稿  \n",
    "with a byte order mark": lambda text: "\ufeff" + text,
    "with Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "with the list at the margin": lambda text: text.replace("\n  ", "\n"),
    "with a wider list": lambda text: text.replace("  - id", "  -   id").replace("\n    ", "\n      "),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_adding_a_notice_keeps_every_byte(workspace: Path, layout: str) -> None:
    """The file begins with all its old bytes, whatever its layout, and reads as the old notices and the new one."""
    file = workspace / RECORDS / "notices.yaml"
    file.write_bytes(LAYOUTS[layout](file.read_text(encoding="utf-8")).encode())
    old_bytes, old = file.read_bytes(), notices(workspace)

    _, added = new_notices(project_of(workspace), APPROVAL)

    assert file.read_bytes().startswith(old_bytes)
    assert notices(workspace) == [*old, *added]
    assert (b"\r\n" in old_bytes) == (b"\r\n" in file.read_bytes().removeprefix(old_bytes))


@pytest.mark.parametrize(
    "text", ["notices:\n", "notices: []\n", "notices: []  # 尚无\n", "# 尚无\n", "", "notices:\n# 尚无", "notices: []"]
)
def test_the_first_notice_of_an_empty_file(workspace: Path, text: str) -> None:
    """A file without notices gets its first one, and keeps its comments."""
    file = workspace / RECORDS / "notices.yaml"
    file.write_text(text, encoding="utf-8")

    _, added = new_notices(project_of(workspace), APPROVAL)

    assert notices(workspace) == list(added)
    assert ("尚无" in text) == ("尚无" in file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("notices: [{id: call, kind: call, issued_on: 2021-03-01}]\n", "odd-layout"),
        ("{notices: []}\n", "odd-layout"),
        ("notices:\n  - id: call\n    kind: call\n    issued_on: 2021-03-01\n...\n", "odd-layout"),
        ("notices:\n  - id: [\n", "faulty"),
        ("- call\n", "faulty"),
    ],
)
def test_a_file_that_cannot_be_added_to_is_left(workspace: Path, text: str, reason: str) -> None:
    """Where an addition would not read back as the old notices and the new one, nothing is written."""
    (workspace / RECORDS / "notices.yaml").write_text(text, encoding="utf-8")
    before = files(workspace)

    with pytest.raises(RefusedRecordError) as refused:
        new_notices(project_of(workspace), APPROVAL)

    assert refused.value.args[0] == reason
    assert files(workspace) == before

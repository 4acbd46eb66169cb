"""New schemes, rounds and notices: they load, say what is to be filled in, and change nothing that is there."""

import re
from pathlib import Path

import pytest
from workspace_factory import RECORDS, ROUND, lines, project_of, rewrite

from gongshi.publish import compose_project
from gongshi.records.load import load
from gongshi.scaffold.notices import Wish, new_notices
from gongshi.scaffold.programmes import new_programme
from gongshi.scaffold.refusal import REASONS, RefusedRecordError
from gongshi.scaffold.schemes import new_scheme

NEXT = "2022-water-parks"
DAY = "2021-06-30"
"""The day that the minimal workspace takes for today."""


def problems(root: Path) -> list[str]:
    """What a check says."""
    return lines(compose_project(project_of(root)).report.diagnostics)


def files(root: Path) -> dict[str, bytes]:
    """Every record file of the workspace."""
    found = (path for path in (root / "content").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def notices(root: Path, programme: str = ROUND) -> list[dict[str, object]]:
    """A round's notices as they are read."""
    records, report = load(root / "content")
    assert not report.diagnostics
    found: list[dict[str, object]] = records[f"content/programmes/{programme}/notices.yaml"].data["notices"]
    return found


def places(root: Path) -> set[tuple[str, int]]:
    """File and line of every place that waits to be filled in."""
    return {
        (name, number)
        for name, content in files(root).items()
        for number, text in enumerate(content.decode().splitlines(), 1)
        if re.search("待填", text.partition("#")[0])
    }


def test_what_is_scaffolded_asks_for_what_staff_must_fill(workspace: Path) -> None:
    """A new scheme, round and notice have no problem but fields to fill in, and each is named by its place."""
    project = project_of(workspace)
    new_scheme(project, "bridges")
    new_programme(project, "2022-bridges", "bridges", 2022)
    new_notices(project, Wish("2022-bridges", "call"))

    found = problems(workspace)

    assert {line.split()[2] for line in found} == {"not-filled"}
    told = {(file, int(number)) for file, number in (line.split(":")[:2] for line in found)}
    blocks = {(f, n) for f, n in places(workspace) - told if (f, n - 1) in told}  # a block's mark is a line higher
    assert told | blocks == places(workspace) | {(f, n - 1) for f, n in blocks}
    assert len(found) == len(places(workspace)) > 40


def test_a_further_round_copies_the_last_ones_settings(workspace: Path) -> None:
    """Only the dates of a further round are left to fill; filled in, the round passes the check and composes."""
    project = project_of(workspace)

    made = new_programme(project, NEXT, "water-parks", 2022)

    assert made == (f"content/programmes/{NEXT}/programme.yaml", ROUND)
    assert [line.split(" ", 1)[1] for line in problems(workspace)] == [
        "错误 not-filled 发布日期 待填",
        "错误 not-filled 申报截止日期 待填",
    ]
    file = workspace / made[0]
    rewrite(file, "called_on: 待填", "called_on: 2022-03-01")
    rewrite(file, "apply_by: 待填", "apply_by: 2022-03-31")
    new_notices(project, Wish(NEXT, "call"))
    assert problems(workspace) == []
    assert notices(workspace, NEXT)[0]["document_no"] == "样经信〔2022〕1号"
    assert str(notices(workspace, NEXT)[0]["issued_on"]) == "2022-03-01"


def test_a_copied_round_keeps_all_but_id_year_name_and_dates(workspace: Path) -> None:
    """The rest of the last round's file is copied to the letter, comments inside it included, without its dates."""
    rewrite(workspace / RECORDS / "programme.yaml", "called_on:", "# 按往年惯例\n  called_on:")
    rewrite(
        workspace / RECORDS / "programme.yaml",
        "apply_by: 2021-03-31",
        "apply_by: 2021-03-31\n  extended_to: 2021-04-02",
    )
    rewrite(workspace / RECORDS / "programme.yaml", "show_persons", "# 不显示联系人\nshow_persons")
    old = (workspace / RECORDS / "programme.yaml").read_text(encoding="utf-8")

    path, _ = new_programme(project_of(workspace), NEXT, "water-parks", 2022)
    new = (workspace / path).read_text(encoding="utf-8")

    assert new[new.index("materials:") :] == old[old.index("materials:") :]
    assert "name: 2022年样例省节水型园区" in new
    assert "按往年惯例" not in new
    assert "extended_to" not in new


def test_each_winner_gets_a_notice_of_its_own(workspace: Path) -> None:
    """With --all every winner without such a notice gets a draft, numbered on in the order of the record."""
    (workspace / RECORDS / "notices.yaml").write_text("notices: []\n", encoding="utf-8")

    path, added = new_notices(project_of(workspace), Wish(ROUND, "approval", every_one=True))

    assert path == f"{RECORDS}/notices.yaml"
    assert [tuple(str(value) for value in notice.values()) for notice in added] == [
        (f"approval-{name}", "approval", "draft", f"样经信〔2021〕{number}号", DAY, DAY, f"2021-{name}")
        for number, name in enumerate(("hubin", "bailu", "songling"), 1)
    ]
    assert notices(workspace) == list(added)


def test_a_notice_of_another_organ_bears_its_number(workspace: Path) -> None:
    """The lead organ that is named gives the code, and stands in the record."""
    _, (notice,) = new_notices(project_of(workspace), Wish(ROUND, "award", organ="czt", id="funds"))

    assert (notice["id"], notice["lead_organ"], notice["document_no"]) == ("funds", "czt", "样财企〔2021〕1号")


def test_a_notice_without_a_number_gets_none(workspace: Path) -> None:
    """公示 is not numbered, and takes its day from the record of the window."""
    _, (notice,) = new_notices(project_of(workspace), Wish(ROUND, "publicity", id="second"))

    assert "document_no" not in notice
    assert str(notice["issued_on"]) == "2021-04-20"


def test_what_a_kind_needs_is_left_to_fill(workspace: Path) -> None:
    """A notice about a year and a month says so, and the check names the two places."""
    new_notices(project_of(workspace), Wish(ROUND, "report-request"))

    assert [line.split(" ", 1)[1] for line in problems(workspace)] == [
        "错误 not-filled 年度 待填",
        "错误 not-filled 月份 待填",
    ]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("score-sheet", ["score-sheet-e1", "score-sheet-e2", "score-sheet-e3"]),
        ("objection-reply", ["objection-reply-y1"]),
    ],
)
def test_each_expert_and_objection_gets_its_own(workspace: Path, kind: str, names: list[str]) -> None:
    """With --all a score sheet is made for each expert, and a reply for each objection that can be answered."""
    _, added = new_notices(project_of(workspace), Wish(ROUND, kind, every_one=True))

    assert [notice["id"] for notice in added] == names
    assert problems(workspace) == []


def test_an_approval_in_letter_format_has_no_printing_date(workspace: Path) -> None:
    """Where the round approves by 复函 the draft has a number, but no imprint and so no printing date."""
    rewrite(workspace / RECORDS / "programme.yaml", "approval_form: reply", "approval_form: letter")

    _, (notice,) = new_notices(project_of(workspace), APPROVAL)

    assert "document_no" in notice
    assert "printed_on" not in notice


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
    ("wish", "reason"),
    [
        (Wish("", "call"), "missing"),
        (Wish(ROUND, ""), "missing"),
        (Wish(ROUND, "approval"), "missing"),
        (Wish(ROUND, "call", "2021-hubin"), "too-much"),
        (Wish(ROUND, "approval", "2021-hubin", every_one=True), "too-much"),
        (Wish(ROUND, "nonsense"), "no-kind"),
        (Wish("nonsense", "call"), "no-programme"),
        (Wish("../../..", "call"), "no-programme"),
        (Wish(ROUND, "call", organ="nonsense"), "no-organ"),
        (Wish(ROUND, "call", id="../call"), "bad-id"),
        (Wish(ROUND, "approval", "2021-qingxi"), "no-winner"),
        (Wish(ROUND, "call"), "notice-exists"),
        (Wish(ROUND, "approval", "2021-hubin"), "notice-exists"),
    ],
)
def test_a_notice_that_cannot_be_is_refused(workspace: Path, wish: Wish, reason: str) -> None:
    """A wrong option or a notice that is there already is refused in words of the table, and nothing is written."""
    before = files(workspace)

    with pytest.raises(RefusedRecordError) as refused:
        new_notices(project_of(workspace), wish)

    assert refused.value.args[0] == reason
    assert files(workspace) == before


def test_nothing_is_added_once_every_winner_has_its_notice(workspace: Path) -> None:
    """A second run of --all has nothing to add and says so."""
    project = project_of(workspace)
    new_notices(project, Wish(ROUND, "approval", every_one=True))
    before = files(workspace)

    with pytest.raises(RefusedRecordError) as refused:
        new_notices(project, Wish(ROUND, "approval", every_one=True))

    assert refused.value.args[0] == "all-there"
    assert files(workspace) == before


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


def test_no_number_is_given_while_notices_cannot_be_read(workspace: Path) -> None:
    """A file of another round that cannot be read may hold the highest number, so none is given."""
    other = workspace / "content" / "programmes" / "2020-other" / "notices.yaml"
    other.parent.mkdir()
    other.write_text("notices:\n  - document_no: 样经信〔2021〕9999号\n  - [\n", encoding="utf-8")

    with pytest.raises(RefusedRecordError) as refused:
        new_notices(project_of(workspace), APPROVAL)

    assert refused.value.args == ("faulty", "content/programmes/2020-other/notices.yaml")


def test_numbers_of_rounds_with_faults_count(workspace: Path) -> None:
    """Notices of a round whose own record has errors hold their numbers in the register."""
    new_programme(project_of(workspace), NEXT, "water-parks", 2022)
    new_notices(project_of(workspace), Wish(NEXT, "call"))

    _, (notice,) = new_notices(project_of(workspace), APPROVAL)

    assert notices(workspace, NEXT)[0]["document_no"] == "样经信〔2021〕9004号"
    assert notice["document_no"] == "样经信〔2021〕9005号"


@pytest.mark.parametrize(
    ("name", "scheme", "year", "reason"),
    [
        (ROUND, "water-parks", 2022, "exists"),
        ("../x", "water-parks", 2022, "bad-id"),
        ("", "water-parks", 2022, "bad-id"),
        (NEXT, "nonsense", 2022, "no-scheme"),
        (NEXT, "", 2022, "no-scheme"),
        (NEXT, "water-parks", 22, "bad-year"),
    ],
)
def test_a_round_that_cannot_be_is_refused(workspace: Path, name: str, scheme: str, year: int, reason: str) -> None:
    """A round that exists, a bad id, an unknown scheme and a year that is none are refused; nothing is written."""
    before = files(workspace)

    with pytest.raises(RefusedRecordError) as refused:
        new_programme(project_of(workspace), name, scheme, year)

    assert refused.value.args[0] == reason
    assert files(workspace) == before


def test_nothing_is_written_through_a_link(workspace: Path, tmp_path: Path) -> None:
    """A link in the place of a new file or its folder is refused, and nothing is made where it leads."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (workspace / "content" / "programmes" / NEXT).symlink_to(outside)
    (workspace / "content" / "schemes" / "bridges.yaml").symlink_to(outside / "bridges.yaml")

    with pytest.raises(RefusedRecordError):
        new_programme(project_of(workspace), NEXT, "water-parks", 2022)
    with pytest.raises(RefusedRecordError):
        new_scheme(project_of(workspace), "bridges")

    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("name", ["2022", "1e5", "true", "null", "0x1F", "2022-01-01", "no"])
def test_an_id_that_looks_like_something_else_is_quoted(workspace: Path, name: str) -> None:
    """Ids of digits, dates or words of YAML stay text in the files that are made."""
    project = project_of(workspace)
    new_scheme(project, name)
    new_programme(project, name, "water-parks", 2022)
    records, _ = load(workspace / "content")

    assert records[f"content/schemes/{name}.yaml"].data["id"] == name
    assert records[f"content/programmes/{name}/programme.yaml"].data["id"] == name


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_speaks_both_languages(reason: str) -> None:
    """A refusal is a Chinese sentence and an English one, with the value filled in."""
    text = RefusedRecordError(reason, "X-1").text

    assert re.fullmatch(r".*[\u4e00-\u9fff].*。[ -~]+\.", text)
    assert "{" not in text

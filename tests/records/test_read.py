"""The one way into a workspace: what is read, and what is said where something cannot be read."""

from pathlib import Path

from workspace_factory import RECORDS, ROUND, project_of, rewrite

from gongshi.records.read import read


def test_a_sound_workspace_gives_its_model_and_nothing_to_say(workspace: Path) -> None:
    """Files, model and timings are there; no problem is."""
    found = read(project_of(workspace))

    assert found.model is not None
    assert ROUND in found.model.rounds
    assert f"{RECORDS}/programme.yaml" in found.records
    assert found.report.diagnostics == ()
    assert [timing.part for timing in found.report.timings] == ["读取", "结构"]


def test_a_faulty_record_is_left_out_and_told_with_its_line(workspace: Path) -> None:
    """The rest of the workspace is there, so that it can be looked at."""
    rewrite(workspace / RECORDS / "programme.yaml", "year: 2021\n", "year: twenty\n")

    found = read(project_of(workspace))

    (told,) = (one for one in found.report.diagnostics if one.code == "wrong-type")
    assert (told.place.file, told.field, told.value) == (f"{RECORDS}/programme.yaml", "年度", "twenty")
    assert told.place.line is not None
    assert found.model is not None
    assert ROUND not in found.model.rounds


def test_without_settings_there_is_no_model(workspace: Path) -> None:
    """Nothing can be checked without them; what is wrong is told all the same."""
    (workspace / "content" / "workspace.yaml").unlink()

    found = read(project_of(workspace))

    assert found.model is None
    assert [one.code for one in found.report.diagnostics] == ["file-missing"]


def test_the_report_speaks_the_workspaces_language(workspace: Path) -> None:
    """Who asks for English on the terminal gets it from the first step on."""
    rewrite(workspace / "content" / "workspace.yaml", "language: zh\n", "language: en\n")

    assert read(project_of(workspace)).report.language == "en"

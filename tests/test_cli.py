"""The command line: what it prints, and what its exit status says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from app import create_app

SLIP = "Bridge opens to traffic\n\nThe bridge opened on Monday, the council said. It said it’s cost was £14, 000.\n"
CLEAN = "Bridge opens to traffic\n\nThe bridge opened on Monday, the council said.\n"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(
        {"INSTANCE_PATH": tmp_path_factory.mktemp("instance"), "GRAMMAR_ENGINE": "none", "WARM_START": False}
    )


def run(app: Flask, *args: str, text: str | bytes | None = None) -> Result:
    return app.test_cli_runner().invoke(args=list(args), input=text)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(SLIP, encoding="utf-8")
    return path


def test_json_is_one_object_whose_offsets_fit_the_file(app: Flask, story: Path) -> None:
    done = run(app, "check", "--format", "json", "--style", "guardian", str(story))
    report = json.loads(done.output)
    assert report["version"] == 1
    assert {f["category"] for f in report["flags"]} >= {"grammar", "number_format"}
    for flag in report["flags"]:
        assert SLIP[flag["start"] : flag["end"]] == flag["text"]
    assert {"start", "end", "source", "cue"} <= set(report["attributions"][0])
    assert done.exit_code == 1


def test_several_drafts_are_one_object_a_line(app: Flask, story: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(CLEAN, encoding="utf-8")
    lines = run(app, "check", "--format", "json", str(story), str(other)).output.splitlines()
    assert [json.loads(line)["name"] for line in lines] == [str(story), str(other)]


def test_text_names_line_and_column_and_shows_the_edit(app: Flask, story: Path) -> None:
    output = run(app, "check", "--style", "guardian", str(story)).output
    line = SLIP.splitlines()[2]
    assert f"3:{line.index('it’s') + 1}" in output
    assert "14, 000 → 14,000" in output or "£14, 000 → £14,000" in output


def test_standard_input_is_read_for_a_dash(app: Flask) -> None:
    done = run(app, "check", "--format", "json", "-", text=CLEAN)
    assert json.loads(done.output)["name"] == "standard input"
    assert done.exit_code == 0


def test_html_is_one_page_with_every_draft_escaped(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "markup.txt"
    path.write_text("Bridge <script>alert(1)</script> opens, the council said it’s open.\n", encoding="utf-8")
    output = run(app, "check", "--format", "html", str(path)).output
    assert output.lstrip().lower().startswith("<!doctype html>")
    assert "<script>alert" not in output


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_checked(
    app: Flask, story: Path, tmp_path: Path
) -> None:
    binary = tmp_path / "scan.pdf"
    binary.write_bytes(b"%PDF-1.7")
    done = run(app, "check", "--format", "json", str(binary), str(tmp_path / "gone.txt"), str(story))
    assert done.exit_code == 2
    assert "scan.pdf is a PDF" in done.stderr
    assert "cannot read" in done.stderr
    assert "gone.txt" in done.stderr
    assert json.loads(done.stdout)["name"] == str(story)


@pytest.mark.parametrize(
    "wrong", [["--style", "times"], ["--date", "tomorrow"], ["--dialect", "fr"], ["--format", "xml"]]
)
def test_a_wrong_option_says_what_is_valid(app: Flask, story: Path, wrong: list[str]) -> None:
    done = run(app, "check", *wrong, str(story))
    assert done.exit_code == 2
    assert wrong[0] in done.stderr


def test_rules_lists_every_rule_and_explain_shows_one(app: Flask) -> None:
    from app.checks.check import all_checks

    listed = run(app, "rules").output
    assert all(c.id in listed for c in all_checks())
    one = all_checks()[0]
    shown = run(app, "explain", one.id)
    assert one.title in shown.output
    assert shown.exit_code == 0


def test_an_unknown_rule_is_answered_with_near_ones(app: Flask) -> None:
    from app.checks.check import all_checks

    done = run(app, "explain", all_checks()[0].id + "x")
    assert done.exit_code == 2
    assert all_checks()[0].id in done.stderr

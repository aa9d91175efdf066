"""The newsroom's own styles on the command line: used, explained, and imported from Vale."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from app import create_app
from app.flags.silence import Silence
from app.storage.decisions import Decision, count_decisions
from app.storage.silenced import silence_in_newsroom
from app.styles.schema import read_checked

GAZETTE = """extends: guardian
title: The Gazette
overrides: {grammar.its: {use: may, because: we like it}}
rules:
  - {id: tarmac, kind: replace, words: {tarmac: runway}, why: A road surface., source: Our guide, bad: "The [tarmac → runway].", good: x}
"""
STORY = "The jet stood on the tarmac and the crew embiggened it’s door.\n"


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    app = create_app({"INSTANCE_PATH": tmp_path, "GRAMMAR_ENGINE": "none", "WARM_START": False})
    app.extensions["copydesk.database"].upgrade()
    return app


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    (tmp_path / "styles").mkdir()
    path = tmp_path / "styles" / "gazette.yaml"
    path.write_text(GAZETTE, encoding="utf-8")
    return path


def run(app: Flask, *args: str, text: str | None = None) -> Result:
    return app.test_cli_runner().invoke(args=list(args), input=text)


def checked(app: Flask, style: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(
        run(app, "check", "--format", "json", "--style", style, "-", text=STORY).stdout
    )
    return found


def test_a_draft_is_checked_by_the_newsrooms_style(app: Flask, gazette: Path) -> None:
    report = checked(app, "gazette")
    assert report["style"] == "gazette"
    severities = {f["rule"]: f["severity"] for f in report["flags"]}  # type: ignore[attr-defined]
    assert (severities["style.gazette.tarmac"], severities["grammar.its"]) == ("should", "may")


def test_a_style_that_is_not_in_order_says_where(app: Flask, gazette: Path) -> None:
    gazette.write_text(GAZETTE.replace("kind: replace", "kind: swap"), encoding="utf-8")
    done = run(app, "check", "--style", "gazette", "-", text=STORY)
    assert done.exit_code == 2
    assert "gazette.yaml, line 5, field rules.kind" in done.stderr


def test_a_rule_is_explained_with_its_decisions_and_tried(app: Flask, gazette: Path) -> None:
    count_decisions(app.extensions["copydesk.database"], [Decision("style.gazette.tarmac", "house_style", "accepted")])
    shown = run(app, "explain", "style.gazette.tarmac", "--try", STORY).output
    assert "accepted 1, dismissed 0" in shown
    assert "Tried under The Gazette:" in shown
    assert "tarmac → runway" in shown
    assert "The Gazette has it as “may”: we like it." in run(app, "explain", "grammar.its").output
    assert "leaves that text alone" in run(app, "explain", "grammar.its", "--try", "It rained.").output
    assert "style.gazette.tarmac" in run(app, "rules", "--style", "gazette").output
    assert "style.gazette.tarmac" not in run(app, "rules", "--style", "guardian").output


def test_an_engines_rule_is_explained_with_what_was_measured(app: Flask) -> None:
    shown = run(app, "explain", "languagetool:AFFECT_EFFECT", "--try", "It rained.").output
    assert "grammar, should; a rule of LanguageTool" in shown
    assert "words of published news" in shown
    assert "not decided on yet" in shown
    assert "leaves that text alone" in shown


def test_what_the_newsroom_silenced_is_left_out_and_counted(app: Flask) -> None:
    silence_in_newsroom(app.extensions["copydesk.database"], Silence("rule", "grammar.its"))
    report = checked(app, "guardian")
    assert report["silenced"]["count"] == 1  # type: ignore[index]
    assert "grammar.its" not in [f["rule"] for f in report["flags"]]  # type: ignore[attr-defined]
    assert "1 flag is silenced by the newsroom" in run(app, "check", "--style", "guardian", "-", text=STORY).output
    assert "1 flag is silenced" in run(app, "check", "--format", "html", "--style", "guardian", "-", text=STORY).output


def test_a_vale_folder_becomes_a_style(app: Flask, tmp_path: Path) -> None:
    folder = tmp_path / "Ours"
    folder.mkdir()
    (folder / "Plain.yml").write_text(
        "extends: substitution\nmessage: \"Use '%s'.\"\nlevel: warning\nswap: {embiggened: enlarged}\n"
    )
    (folder / "Commas.yml").write_text("extends: occurrence\nmessage: Too many.\nmax: 3\ntoken: ','\n")
    done = run(app, "import-vale", str(folder), "--name", "ours", "--extends", "guardian")
    assert done.exit_code == 0, done.output
    assert "1 of 2 rules" in done.output
    assert "Ours.Commas, not translated: it counts" in done.output
    data = read_checked(tmp_path / "styles" / "ours.yaml")
    assert (data["extends"], data["rules"][0]["words"]) == ("guardian", {"embiggened": "enlarged"})
    assert "style.ours.plain" in [f["rule"] for f in checked(app, "ours")["flags"]]  # type: ignore[attr-defined]
    again = run(app, "import-vale", str(folder), "--name", "ours")
    assert again.exit_code == 1
    assert "--replace" in again.output
    assert run(app, "import-vale", str(folder), "--name", "ours", "--replace").exit_code == 0


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--name", "AP"], "small letters"),
        (["--name", "ap"], "none of"),
        (["--name", "x", "--extends", "times"], "choose one of"),
    ],
)
def test_a_wrong_name_is_answered_with_what_is_right(app: Flask, tmp_path: Path, args: list[str], says: str) -> None:
    done = run(app, "import-vale", str(tmp_path), *args)
    assert done.exit_code == 2
    assert says in done.output


def test_a_folder_without_a_rule_makes_no_style(app: Flask, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run(app, "import-vale", str(tmp_path / "empty"), "--name", "ours").exit_code == 1
    assert not (tmp_path / "styles" / "ours.yaml").exists()

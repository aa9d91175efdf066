"""The word list and the counts of decisions, from the pages' side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.storage.decisions import Tally, tally
from tests.web.test_bad_input import report_of


def test_a_word_on_the_list_is_no_misspelling(client: FlaskClient) -> None:
    def flagged() -> list[str]:
        report = report_of(client.post("/", data={"text": "Teh ferry met teh teh, and teh’s crew."}).text)
        return [f["text"] for f in report["flags"] if f["category"] == "spelling"]  # type: ignore[attr-defined]

    assert "teh" in flagged()
    client.post("/words", data={"word": "teh", "note": "A river."})
    assert flagged() == []
    client.post("/words/remove", data={"word": "teh"})
    assert "teh" in flagged()


def test_the_list_shows_words_and_notes_escaped(client: FlaskClient) -> None:
    client.post("/words", data={"word": "<b>Wex</b>", "note": "<i>town</i>"})
    page = client.get("/words").text
    assert "&lt;b&gt;Wex" in page
    assert "&lt;i&gt;town" in page


@pytest.mark.parametrize("word", ["", "   ", "…", "x" * 101])
def test_what_is_no_word_is_refused_with_a_reason(client: FlaskClient, word: str) -> None:
    answer = client.post("/words", data={"word": word})
    assert answer.status_code == 422
    assert "told--wrong" in answer.text
    assert client.post("/words", json={"word": word}).status_code == 422


def test_the_report_page_adds_words_as_json(client: FlaskClient) -> None:
    assert client.post("/words", json={"word": "Wexcombe"}).status_code == 201
    assert client.post("/words", json={"word": "Wexcombe"}).json == {"added": False}
    assert client.post("/words", json=["Wexcombe"]).status_code == 422


def test_a_word_is_added_without_script_and_the_draft_checked_again(client: FlaskClient) -> None:
    page = client.post("/", data={"text": "He saw teh report.", "learn": "teh"}).text
    assert "“teh” is on the word list now." in page
    assert not report_of(page)["flags"]


def test_decisions_are_counted_by_rule(client: FlaskClient, app: Flask) -> None:
    one = {"rule": "numbers.spaced", "category": "number_format"}
    sent = [
        {**one, "action": "accepted"},
        {**one, "action": "accepted"},
        {**one, "action": "dismissed"},
        {**one, "action": "undone", "undoes": "accepted"},
    ]
    assert client.post("/decisions", json=sent).status_code == 204
    assert tally(app.extensions["copydesk.database"]) == {"numbers.spaced": Tally(accepted=1, dismissed=1)}


def test_ticked_edits_count_as_accepted(client: FlaskClient, app: Flask) -> None:
    sent = {
        "text": "He saw teh report.",
        "do": "apply",
        "tick": "1",
        "edit-1": "7-10:the",
        "rule-1": "spelling pencil:TEH",
    }
    client.post("/", data=sent)
    assert tally(app.extensions["copydesk.database"]) == {"pencil:TEH": Tally(accepted=1)}


@pytest.mark.parametrize(
    "entry",
    [
        {"rule": "a.b", "category": "grammar", "action": "liked"},
        {"rule": "a.b", "category": "gossip", "action": "accepted"},
        {"rule": "the text of a draft, which has spaces", "category": "grammar", "action": "accepted"},
        {"rule": "a.b", "category": "grammar", "action": "undone"},
        {"rule": "a.b", "category": "grammar", "action": "accepted", "undoes": "dismissed"},
        {"rule": 5, "category": "grammar", "action": "accepted"},
        "a.b",
    ],
)
def test_only_decisions_are_counted(client: FlaskClient, app: Flask, entry: object) -> None:
    assert client.post("/decisions", json=[entry]).status_code == 400
    assert tally(app.extensions["copydesk.database"]) == {}


def test_without_its_database_copydesk_checks_all_the_same(build: Callable[..., Flask], tmp_path: Path) -> None:
    client = build(DATABASE_URL=f"sqlite:///{tmp_path}/nowhere/at/all.sqlite3").test_client()
    answer = client.post("/", data={"text": "He saw teh report."})
    assert answer.status_code == 200
    assert "word list can’t be reached" in answer.text
    assert "teh</mark>" in answer.text
    assert client.post("/api/v1/check", json={"text": "He saw teh report."}).json["notices"][0]["kind"] == "words"
    assert client.get("/words").status_code == 200
    assert client.post("/words", data={"word": "Wexcombe"}).status_code == 503
    assert client.post("/words", json={"word": "Wexcombe"}).status_code == 503
    assert client.post("/words/remove", data={"word": "Wexcombe"}).status_code == 503
    one = {"rule": "a.b", "category": "grammar", "action": "accepted"}
    assert client.post("/decisions", json=[one]).status_code == 503
    assert "can’t be reached" in client.get("/rules/grammar.its").text or client.get("/rules").status_code == 200


def test_the_database_is_brought_up_to_date_from_the_command_line(build: Callable[..., Flask]) -> None:
    runner = build().test_cli_runner()
    assert "none (the newest is" in runner.invoke(args=["db", "current"]).output
    assert "up to date" in runner.invoke(args=["db", "upgrade"]).output
    assert "up to date" in runner.invoke(args=["db", "upgrade"]).output
    assert ": run" not in runner.invoke(args=["db", "current"]).output


def test_a_database_that_can_not_be_opened_is_told_on_the_command_line(build: Callable[..., Flask]) -> None:
    app = build(DATABASE_URL="postgresql+psycopg://nobody@127.0.0.1:9/none")
    done = app.test_cli_runner().invoke(args=["db", "upgrade"])
    assert done.exit_code == 1
    assert "check DATABASE_URL" in done.output

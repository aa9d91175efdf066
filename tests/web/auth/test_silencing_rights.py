"""Who may silence something in the newsroom or change its word list, and that the audit has it."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.storage.tables_audit import AuditEntryRow

WORD, RULE = "word style.common.prior_to prior to", "rule style.common.prior_to"


def test_whoever_has_an_account_silences_a_word_and_an_editor_a_rule(newsroom: dict[str, FlaskClient]) -> None:
    def status(who: str, value: str) -> int:
        return newsroom[who].post("/silenced", json={"value": value, "plainly": True}).status_code

    assert [status(who, WORD) for who in ("nobody", "reporter")] == [403, 201]
    assert [status(who, RULE) for who in ("nobody", "reporter", "editor")] == [403, 403, 201]


def test_a_reporter_silences_no_way_past_the_sign_off(newsroom: dict[str, FlaskClient]) -> None:
    word = "word grammar.its it’s"
    assert newsroom["reporter"].post("/silenced", json={"value": word}).status_code == 403
    assert newsroom["editor"].post("/silenced", json={"value": word}).status_code == 201


def test_a_report_page_says_why_not(newsroom: dict[str, FlaskClient]) -> None:
    form = {"text": "They met prior to noon.", "style": "ap", "silence_newsroom": RULE}
    assert "Sign in to change" in newsroom["nobody"].post("/", data=form).text
    assert "by an editor" in newsroom["reporter"].post("/", data=form).text
    assert "silence_plainly" in newsroom["editor"].post("/", data=form).text


def test_the_list_and_the_audit_say_who_it_was(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    newsroom["editor"].post("/silenced", json={"value": WORD})
    number = newsroom["editor"].post("/silenced", json={"value": WORD}).json["id"]  # type: ignore[index]
    assert "</time> by editor</td>" in newsroom["nobody"].get("/silenced").text
    assert newsroom["nobody"].post("/silenced/again", data={"id": number}).status_code == 403
    assert newsroom["reporter"].post("/silenced/again", data={"id": number}).status_code == 302
    with app.extensions["copydesk.database"].session() as session:
        entries = session.scalars(select(AuditEntryRow).where(AuditEntryRow.subject == "word style.common.prior_to"))
        assert [(e.actor, e.action) for e in entries] == [("editor", "silence"), ("reporter", "flag_again")]


def test_whoever_has_an_account_changes_the_word_list(newsroom: dict[str, FlaskClient]) -> None:
    nobody, reporter = newsroom["nobody"], newsroom["reporter"]
    assert nobody.post("/words", json={"word": "Wexcombe"}).status_code == 403
    assert nobody.post("/words", data={"word": "Wexcombe"}).status_code == 403
    assert "Sign in to change" in nobody.post("/", data={"text": "Wexcombe won.", "learn": "Wexcombe"}).text
    assert "Wexcombe" not in reporter.get("/words").text
    assert reporter.post("/words", json={"word": "Wexcombe"}).status_code == 201
    refused = nobody.post("/words/remove", data={"word": "Wexcombe"})
    assert refused.status_code == 403
    assert "Sign in to change" in refused.text
    assert "Wexcombe" in reporter.get("/words").text

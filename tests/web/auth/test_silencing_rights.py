"""Who may silence something in the newsroom or change its word list, and that the audit has it."""

from __future__ import annotations

import json

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.desk.people import Role
from app.storage.audit import list_all_entries
from app.storage.audit_chain import verify_chain
from app.storage.people import make_person
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


def test_changes_of_the_word_list_stand_in_the_newsrooms_audit_and_its_files(
    app: Flask, newsroom: dict[str, FlaskClient]
) -> None:
    reporter, standards = newsroom["reporter"], newsroom["standards"]
    reporter.post("/words", json={"word": "Wexcombe"})
    reporter.post("/words", json={"word": "Wexcombe"})  # there already: nothing is done
    newsroom["editor"].post("/words", data={"word": "abaya", "note": "a cloak"})
    newsroom["editor"].post("/words/remove", data={"word": "Wexcombe"})
    newsroom["editor"].post("/words/remove", data={"word": "Wexcombe\0"})
    newsroom["editor"].post("/silenced", json={"value": WORD})
    page = standards.get("/audit").text
    assert page.count("put a word on the newsroom’s list") == 2
    assert page.count("took a word off the newsroom’s list") == 1
    assert "word: abaya" in page
    assert "note: a cloak" in page
    assert "silenced something in the newsroom" in page
    entries = [json.loads(line) for line in standards.get("/audit.json").text.splitlines()]
    done = [(e["actor"], e["action"], e["subject"]) for e in entries if e["action"].startswith("word")]
    assert done == [
        ("reporter", "word_added", "Wexcombe"), ("editor", "word_added", "abaya"), ("editor", "word_removed", "Wexcombe"),
    ]  # fmt: skip
    assert verify_chain(app.extensions["copydesk.database"])[0] == len(entries)


def test_before_anybody_has_an_account_the_audit_says_that_nobody_was_signed_in(app: Flask) -> None:
    app.test_client().post("/words", json={"word": "Wexcombe"})
    database = app.extensions["copydesk.database"]
    with database.session() as session:
        boss = make_person(session, "boss", "Boss", Role.ADMINISTRATOR, password=None)
    assert [e.name for e in list_all_entries(database, boss)] == ["Nobody signed in"]

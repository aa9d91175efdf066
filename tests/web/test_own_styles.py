"""A newsroom's own style in the form, on the pages of rules and in the API; read again when its file changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from flask.testing import FlaskClient

GAZETTE = """extends: guardian
title: The Gazette
overrides: {grammar.its: {use: silent, because: a test}}
rules:
  - {id: tarmac, kind: replace, words: {tarmac: runway}, why: A road surface., source: Our guide, bad: "The [tarmac → runway].", good: x}
"""
TEXT = "The jet stood on the tarmac and lost it’s door."


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    (tmp_path / "styles").mkdir()
    path = tmp_path / "styles" / "gazette.yaml"
    path.write_text(GAZETTE, encoding="utf-8")
    return path


def rules(client: FlaskClient, style: str) -> set[str]:
    answer = client.post("/api/v1/check", json={"text": TEXT, "style": style}).json
    assert answer
    assert answer["style"] == style
    return {f["rule"] for f in answer["flags"]}


def test_it_is_a_choice_of_the_form_and_marks_the_draft(client: FlaskClient, gazette: Path) -> None:
    assert 'value="gazette"' in client.get("/").text
    page = client.post("/", data={"text": TEXT, "style": "gazette"}).text
    assert "Write “runway”, not “tarmac”." in page
    assert 'name="style" value="gazette"' in page


def test_the_api_checks_by_it(client: FlaskClient, gazette: Path) -> None:
    assert "style.gazette.tarmac" in rules(client, "gazette")
    assert "grammar.its" not in rules(client, "gazette")
    assert {"style.gazette.tarmac", "grammar.its"} & rules(client, "guardian") == {"grammar.its"}


def test_a_change_of_the_file_counts_without_a_restart(client: FlaskClient, gazette: Path) -> None:
    assert "style.gazette.tarmac" in rules(client, "gazette")
    gazette.write_text(GAZETTE.replace("tarmac", "asphalt"), encoding="utf-8")
    os.utime(gazette, ns=(1, 1))
    assert "style.gazette.tarmac" not in rules(client, "gazette")


def test_a_file_that_is_wrong_is_told_with_its_line_and_field(client: FlaskClient, gazette: Path) -> None:
    gazette.write_text(GAZETTE.replace("kind: replace", "kind: swap"), encoding="utf-8")
    page = client.post("/", data={"text": TEXT, "style": "gazette"})
    assert page.status_code == 422
    assert "gazette.yaml, line 5, field rules.kind" in page.text
    answer = client.post("/api/v1/check", json={"text": TEXT, "style": "gazette"})
    assert answer.status_code == 422
    assert "line 5, field rules.kind" in str(answer.json)
    assert "line 5, field rules.kind" in client.get("/rules").text
    assert client.get("/").status_code == 200


def test_its_entries_have_pages_and_a_box_to_try_them(client: FlaskClient, gazette: Path) -> None:
    assert "style.gazette.tarmac" in client.get("/rules?style=gazette").text
    assert "style.gazette.tarmac" not in client.get("/rules?style=guardian").text
    assert "grammar.its" not in client.get("/rules?style=gazette&category=grammar").text
    page = client.get("/rules/style.gazette.tarmac").text
    assert "The Gazette" in page
    assert (
        'class="trial__cards"'
        in client.post("/rules/style.gazette.tarmac", data={"text": TEXT, "style": "gazette"}).text
    )
    assert "The Gazette leaves it out: a test." in client.get("/rules/grammar.its").text

"""GET /write: the editor's page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.web.security import CONTENT_SECURITY_POLICY


def data_of(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="draft-data">(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def test_the_page_begins_with_the_choices_of_a_new_draft(client: FlaskClient) -> None:
    data = data_of(client.get("/write").text)
    assert data["draft"] is None
    assert data["person"] == ""
    assert {"ap", "reuters", "guardian", "bbc"} <= set(data["styles"])  # type: ignore[call-overload]
    assert data["defaults"]["style"] == "ap"  # type: ignore[index]


def test_an_example_is_cut_into_the_editors_blocks(client: FlaskClient) -> None:
    data = data_of(client.get("/write?example=ferry").text)
    assert data["example"] == "ferry"
    ferry = next(e for e in data["examples"] if e["id"] == "ferry")  # type: ignore[attr-defined]
    assert [block["kind"] for block in ferry["blocks"][:3]] == ["headline", "byline", "paragraph"]
    assert all(block["text"].strip() == block["text"] != "" for block in ferry["blocks"])
    assert client.get("/write?example=nothing").status_code == 404


def test_the_policy_of_the_page_lets_in_the_parser_of_pasted_html_and_nothing_else(client: FlaskClient) -> None:
    answer = client.get("/write")
    policy = answer.headers["Content-Security-Policy"]
    assert policy == f"{CONTENT_SECURITY_POLICY}; trusted-types ProseMirrorClipboard"
    assert not re.search(r"<script(?![^>]*(src=|application/json))", answer.text)
    assert not re.search(r"\s(style|on\w+)=", answer.text)


def test_without_script_the_page_leads_to_the_form(client: FlaskClient) -> None:
    assert "The editor needs JavaScript" in client.get("/write").text


@pytest.mark.parametrize("address", ["/write", "/drafts/aaaaaaaaaaaaaaaa"])
def test_where_the_check_is_closed_one_signs_in_first(build: Callable[..., Flask], address: str) -> None:
    app = build(OPEN_CHECK=False)
    app.extensions["copydesk.database"].upgrade()
    answer = app.test_client().get(address)
    assert answer.status_code == 302
    assert answer.location.startswith("/sign-in")

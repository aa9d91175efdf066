"""The API: JSON in, report out, problems in plain words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

ADDRESS = "/api/v1/check"


def test_a_draft_comes_back_with_its_flags(client: FlaskClient) -> None:
    draft = {"text": "He saw 🎉 teh report.", "style": "guardian", "date": "2026-03-17", "name": "story-1"}
    answer = client.post(ADDRESS, json=draft)
    assert answer.status_code == 200
    report = answer.json
    assert (report["version"], report["name"], report["style"], report["dialect"]) == (
        1,
        "story-1",
        "guardian",
        "en-GB",
    )
    [flag] = [f for f in report["flags"] if f["text"] == "teh"]
    assert draft["text"][flag["start"] : flag["end"]] == "teh"
    assert flag["suggestions"][0]["replacement"] == "the"


def test_the_api_needs_no_token_and_sets_no_cookie(build: Callable[..., Flask]) -> None:
    answer = build(WTF_CSRF_ENABLED=True).test_client().post(ADDRESS, json={"text": "He saw it."})
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers


def test_sources_are_taken(client: FlaskClient) -> None:
    body = {"text": "He saw it.", "sources": [{"name": "Notes", "text": "He saw it."}, {"text": "More."}]}
    assert client.post(ADDRESS, json=body).status_code == 200


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ({}, "“text” is missing"),
        ({"text": ""}, "There is no text to check"),
        ({"text": 5}, "“text” must be a string"),
        ({"text": "a" * 200_001}, "the limit is 200,000"),
        ({"text": "He.", "style": "tabloid"}, "“style” must be one of ap, reuters"),
        ({"text": "He.", "style": ["ap"]}, "“style” must be one of"),
        ({"text": "He.", "dialect": "fr"}, "“dialect” must be one of en-US, en-GB"),
        ({"text": "He.", "date": "yesterday"}, "“date” must be a day written YYYY-MM-DD"),
        ({"text": "He.", "date": 5}, "“date” must be a day"),
        ({"text": "He.", "sources": "notes"}, "“sources” must be a list"),
        ({"text": "He.", "sources": [{"text": 5}]}, "“text” must be a string"),
        ({"text": "He.", "sources": [{"text": "a" * 200_001}]}, "Source 1 is over the limit"),
        ({"text": "He.", "colour": "red"}, "Unknown key 'colour'"),
    ],
)
def test_a_wrong_key_is_named(client: FlaskClient, body: dict[str, Any], detail: str) -> None:
    answer = client.post(ADDRESS, json=body)
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    assert detail in answer.json["detail"]


def test_what_is_not_json_is_refused(client: FlaskClient) -> None:
    assert client.post(ADDRESS, data={"text": "He saw it."}).status_code == 415
    assert client.post(ADDRESS, data="{", content_type="application/json").status_code == 400
    assert client.post(ADDRESS, json=["He saw it."]).status_code == 400
    assert client.get(ADDRESS).status_code == 405


def test_half_characters_are_read_as_spaces(client: FlaskClient) -> None:
    answer = client.post(ADDRESS, data=r'{"text": "He saw \ud800 teh report."}', content_type="application/json")
    assert answer.status_code == 200
    assert answer.json["notices"][0]["kind"] == "text"


def test_half_characters_in_other_keys_are_refused_or_read(client: FlaskClient) -> None:
    for key in ("name", "style", "date"):
        body = rf'{{"text": "He saw it.", "{key}": "\ud800"}}'
        assert client.post(ADDRESS, data=body, content_type="application/json").status_code in (200, 422)


def test_the_api_is_described(client: FlaskClient) -> None:
    page = client.get("/api").text
    for key in ("text", "style", "dialect", "date", "sources", "name", "flags", "attributions", "notices"):
        assert f"<code>{key}</code>" in page


def test_brackets_without_end_are_no_fault_of_ours(client: FlaskClient) -> None:
    answer = client.post(ADDRESS, data="[" * 100_000, content_type="application/json")
    assert answer.status_code == 400

"""Error pages: plain words and a way on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from app.web.auth.access import Access, open_to


@pytest.mark.parametrize("code", [400, 403, 404, 405, 413, 415, 429, 500, 503])
def test_every_error_says_what_happened_and_what_to_do(build: Callable[..., Flask], code: int) -> None:
    app = build()
    app.add_url_rule("/fail", "fail", view_func=open_to(Access.ALL)(lambda: abort(code)))
    answer = app.test_client().get("/fail")
    assert answer.status_code == code
    assert f">{code}<" in answer.text
    assert "Check a draft" in answer.text
    assert "Traceback" not in answer.text


def test_a_request_beyond_all_limits_says_that_the_text_is_still_in_the_browser(build: Callable[..., Flask]) -> None:
    client = build(MAX_CONTENT_LENGTH=1000).test_client()
    answer = client.post("/", data={"text": "word " * 1000})
    assert answer.status_code == 413
    assert "still in the form" in answer.text


def test_errors_of_the_api_are_problems(client: FlaskClient) -> None:
    answer = client.get("/api/v2/check")
    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"
    assert answer.json["status"] == 404


def test_a_redirect_is_no_error(client: FlaskClient) -> None:
    assert client.post("/words", data={"word": "Wexcombe"}).status_code == 302


def test_health_names_the_engine(client: FlaskClient) -> None:
    assert client.get("/healthz").json == {"status": "ok", "engine": "RedPencil"}

"""What the pages hold browsers and other sites to."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.conftest import token_of

PAGES = ["/", "/?example=ferry", "/rules", "/words", "/api", "/nowhere"]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_forbids_inline_script_and_frames(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    # And it needs none: no script or style stands in the page itself.
    assert not re.search(r"<script(?![^>]*(src=|application/json))", answer.text)
    assert "<style" not in answer.text
    assert not re.search(r"\s(style|on\w+)=", answer.text)


def test_report_holds_no_inline_script_either(client: FlaskClient) -> None:
    page = client.post("/", data={"text": "He saw teh report. It rose 5 per cent."}).text
    assert not re.search(r"<script(?![^>]*(src=|application/json))", page)
    assert not re.search(r"\s(style|on\w+)=", page)


def test_markup_in_a_draft_is_text(client: FlaskClient) -> None:
    draft = 'He wrote <script>alert("x")</script> & <img src=x onerror=y> in teh <b>report</b> </textarea></form>.'
    page = client.post("/", data={"text": draft, "sources-0-name": "<i>n</i>", "sources-0-text": "<u>s</u>"}).text
    for tag in ("<script>alert", "<img src=x", "<b>report", "</form>.", "<i>n", "<u>s"):
        assert tag not in page
    assert "&lt;script&gt;alert" in page
    form = client.post("/", data={"text": draft, "do": "edit"}).text
    assert "<script>alert" not in form
    assert "&lt;/textarea&gt;" in form


def test_markup_in_the_data_of_the_page_can_not_end_its_script(client: FlaskClient) -> None:
    page = client.post("/", data={"text": "It said </script><script>alert(1)</script> in teh note."}).text
    assert page.count("</script>") == page.count("<script")


def test_a_post_without_token_is_refused_and_keeps_the_text(build: Callable[..., Flask]) -> None:
    client = build(WTF_CSRF_ENABLED=True).test_client()
    answer = client.post("/", data={"text": "My only copy of teh story.", "style": "bbc", "date": "2026-03-17"})
    assert answer.status_code == 400
    assert "My only copy of teh story." in answer.text
    assert "Your text is here" in answer.text
    assert re.search(r'value="bbc"[^>]*checked|checked[^>]*value="bbc"', answer.text)
    assert 'id="galley"' not in answer.text


def test_the_form_that_comes_back_for_a_lost_token_can_be_sent(build: Callable[..., Flask]) -> None:
    client = build(WTF_CSRF_ENABLED=True).test_client()
    page = client.post("/", data={"text": "He saw teh report.", "csrf_token": "stale"}).text
    answer = client.post("/", data={"text": "He saw teh report.", "csrf_token": token_of(page)})
    assert answer.status_code == 200
    assert 'id="galley"' in answer.text


@pytest.mark.parametrize("address", ["/decisions", "/words"])
def test_json_posts_of_the_page_need_the_token(build: Callable[..., Flask], address: str) -> None:
    client = build(WTF_CSRF_ENABLED=True).test_client()
    answer = client.post(address, json=[])
    assert answer.status_code == 400
    assert "Load the page again" in answer.json["error"]


def test_session_cookie_is_closed_to_scripts_and_secure_over_https(build: Callable[..., Flask]) -> None:
    app = build(WTF_CSRF_ENABLED=True)
    plain = app.test_client().get("/").headers["Set-Cookie"]
    assert "HttpOnly" in plain
    assert "SameSite=Lax" in plain
    assert "Secure" not in plain
    assert "Secure" in app.test_client().get("/", base_url="https://desk.example").headers["Set-Cookie"]


def test_answers_to_a_draft_are_kept_by_no_cache(client: FlaskClient) -> None:
    assert client.post("/", data={"text": "He saw teh report."}).headers["Cache-Control"] == "no-store"


def test_no_text_of_a_draft_is_logged_when_the_program_fails(
    client: FlaskClient, app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken:
        name = version = "broken"

        def check(self, text: str, *, dialect: str) -> None:
            raise RuntimeError(f"cannot read {text}")

    app.extensions["copydesk.engine"] = Broken()
    with caplog.at_level(logging.DEBUG):
        answer = client.post("/", data={"text": "The minister will resign."})
    assert answer.status_code == 500
    assert "RuntimeError" in caplog.text
    assert "minister" not in caplog.text
    assert "Traceback" not in answer.text
    assert "RuntimeError" not in answer.text
    assert "our fault" in answer.text


def test_draft_never_stands_in_an_address(client: FlaskClient) -> None:
    page = client.post("/", data={"text": "Unmistakable words of teh draft."}).text
    assert not re.search(r'(href|action|src)="[^"]*Unmistakable', page)

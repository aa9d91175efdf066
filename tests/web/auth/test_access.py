"""Every route is open to exactly those it says, and none says nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.desk.people import Role
from app.web.auth.access import ROLES, Access, access_of

# Ids that nothing has: whoever is let in is told 404, and nothing is changed.
FILL = {"int": "999999", "default": "x"}


def addresses(app: Flask) -> list[tuple[str, str, str]]:
    """(endpoint, method, address) of every route but the static files."""
    found = []
    for rule in app.url_map.iter_rules():
        if rule.endpoint == "static":
            continue
        values = {
            name: FILL["int"] if "Integer" in type(c).__name__ else FILL["default"]
            for name, c in rule._converters.items()
        }
        with app.test_request_context():
            from flask import url_for

            address = url_for(rule.endpoint, **values)
        found += [
            (rule.endpoint, method, address)
            for method in sorted(rule.methods or ())
            if method not in ("HEAD", "OPTIONS")
        ]
    return found


def test_every_route_says_whom_it_is_open_to(app: Flask) -> None:
    silent = [endpoint for endpoint, _, _ in addresses(app) if access_of(app, endpoint) is None]
    assert silent == []


def test_each_route_opens_to_those_roles_alone_that_it_says(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    app.config["OPEN_CHECK"] = False
    wrong = []
    for endpoint, method, address in addresses(app):
        if address.startswith("/api/") or endpoint == "sign_in.sign_out":
            continue
        access = access_of(app, endpoint)
        for name, client in newsroom.items():
            status = client.open(address, method=method, data={} if method == "POST" else None).status_code
            if name == "nobody":
                opens = access is Access.ALL
            else:
                opens = access not in ROLES or Role(name).rank >= ROLES[access].rank
            refused = status in (302, 401) if name == "nobody" and access is not Access.ALL else status == 403
            if opens == refused or status >= 500:
                wrong.append((method, address, name, status))
    assert wrong == []


def test_a_paste_form_that_is_closed_asks_to_sign_in_and_comes_back(build: Callable[..., Flask]) -> None:
    app = build(OPEN_CHECK=False)
    app.extensions["copydesk.database"].upgrade()
    client = app.test_client()
    assert client.get("/words").headers["Location"] == "/sign-in?next=/words"
    assert client.post("/", data={"text": "My story."}).status_code == 401
    assert client.post("/api/v1/check", json={"text": "My story."}).status_code == 401


@pytest.mark.parametrize(
    "wanted", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x", "\n//evil.example"]
)
def test_signing_in_leads_nowhere_else(app: Flask, newsroom: dict[str, FlaskClient], wanted: str) -> None:
    answer = app.test_client().post(
        "/sign-in", data={"sign_in": "editor", "password": "correct horse battery", "next": wanted}
    )
    assert answer.headers["Location"] == "/"


def test_signing_in_comes_back_to_the_page_that_was_asked_for(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    answer = app.test_client().post(
        "/sign-in", data={"sign_in": "editor", "password": "correct horse battery", "next": "/rules?category=grammar"}
    )
    assert answer.headers["Location"] == "/rules?category=grammar"

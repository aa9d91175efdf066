"""The application in process, with a database of its own and an engine that flags given words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from tests.web.red_pencil import RedPencil, Remark

PENCIL = RedPencil(
    Remark("teh", "“Teh” is a slip for “the”.", ("the",), category="spelling"),
    Remark("wheelbarrow", "Another word, please.", ("truck", "van"), severity="should", category="house_style"),
    Remark("everybody knows it", "Who says so?", severity="may", category="unattributed_claim"),
)


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Callable[..., Flask]]:
    """A function that builds the application with the given settings on a fresh, migrated database."""
    built: list[Flask] = []

    def build_one(**settings: Any) -> Flask:
        given = {"INSTANCE_PATH": tmp_path, "GRAMMAR_ENGINE": "none", "WARM_START": False, "WTF_CSRF_ENABLED": False}
        app = create_app({**given, **settings})
        app.extensions["copydesk.engine"] = PENCIL
        built.append(app)
        return app

    yield build_one
    for app in built:
        app.extensions["copydesk.database"].close()


@pytest.fixture
def app(build: Callable[..., Flask]) -> Flask:
    app = build()
    app.extensions["copydesk.database"].upgrade()
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def token_of(page: str) -> str:
    """The CSRF token that a page's forms carry."""
    found = re.search(r'name="csrf-token" content="([^"]+)"', page)
    assert found
    return found[1]

"""/healthz: the process answers. /readyz: it can do its work, so a balancer may send it people."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, jsonify

from app.storage.database import DatabaseUnavailable, newest_revision
from app.web.auth.access import Access, open_to
from app.web.database import database

pages = Blueprint("health", __name__)


@pages.get("/healthz")
@open_to(Access.ALL)
def healthz() -> Response:
    """The process is alive; nothing else is asked."""
    return jsonify(status="ok", engine=current_app.extensions["copydesk.engine"].name)


@pages.get("/readyz")
@open_to(Access.ALL)
def readyz() -> Response:
    """200 where the database answers and is up to date, else 503 with what is wanting."""
    wanting = []
    try:
        if database().current() != newest_revision():
            wanting.append("the database is not up to date: run `flask --app app db upgrade`")
    except DatabaseUnavailable:
        wanting.append("the database does not answer")
    answer = jsonify(status="not ready" if wanting else "ready", wanting=wanting)
    answer.status_code = 503 if wanting else 200
    return answer

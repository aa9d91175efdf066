"""POST /decisions: the report page tells which rules' flags were accepted, dismissed or taken back; never on what words."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, Response, abort, current_app
from werkzeug.datastructures import MultiDict

from app.flags.flag import CATEGORIES
from app.storage.database import DatabaseUnavailable
from app.storage.decisions import ACTIONS, Decision, count_decisions
from app.web.database import database
from app.web.json_body import posted_json
from app.web.ticked import ticked_numbers

pages = Blueprint("decisions", __name__)
MOST_AT_ONCE = 2000
_RULE = re.compile(r"[\w.:()\[\]-]{1,200}")


@pages.post("/decisions")
def decide() -> Response:
    """Count a list of {rule, category, action, undoes}; 204 when done, 503 when the database can't be reached."""
    given = posted_json()
    if not isinstance(given, list) or len(given) > MOST_AT_ONCE:
        abort(400)
    return Response(status=204 if _count([_decision(entry) for entry in given]) else 503)


def count_ticked(form: MultiDict[str, str]) -> None:
    """Count the edits ticked on a page without JavaScript as accepted."""
    rules = [form.get(f"rule-{number}", "").partition(" ") for number in ticked_numbers(form)]
    _count([Decision(r, c, "accepted") for c, _, r in rules if c in CATEGORIES and _RULE.fullmatch(r)])


def _count(decisions: list[Decision]) -> bool:
    try:
        count_decisions(database(), decisions)
    except DatabaseUnavailable as error:
        current_app.logger.warning("decisions not counted: %s", error)
        return False
    return True


def _decision(entry: Any) -> Decision:
    if not isinstance(entry, dict):
        abort(400)
    rule, category, action = (entry.get(key) for key in ("rule", "category", "action"))
    undoes = entry.get("undoes") or ""
    good = isinstance(rule, str) and _RULE.fullmatch(rule) and category in CATEGORIES and action in ACTIONS
    if not good or undoes not in ("", "accepted", "dismissed") or (action == "undone") != bool(undoes):
        abort(400)
    return Decision(str(rule), str(category), str(action), str(undoes))

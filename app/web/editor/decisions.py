"""/drafts/<uid>/decisions: what is decided on a flag of a draft, kept with the draft so that it is decided for everybody."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify

from app.desk import actions
from app.desk.errors import Refused
from app.desk.review import Decision, Place, ShownFlag
from app.engines.utf16 import Utf16Text
from app.facts.parse import parse
from app.flags.flag import CATEGORIES
from app.intake.rich_text import blocks_of_doc, draft_from_blocks
from app.storage.desk_store import act
from app.storage.drafts import load_draft
from app.storage.review_rows import load_review
from app.web.auth.current import the_person
from app.web.database import database
from app.web.editor.drafts import pages, time_as_json
from app.web.editor.reading import json_body, number_field, text_field

LONGEST_WORDS = 2000
NO_REASON = "No reason given"


@pages.get("/<uid>/decisions")
def decisions(uid: str) -> Response:
    """What stands decided: a list of {id, fingerprint, rule, category, severity, action, reason, words, person, at}."""
    return jsonify(decisions=[decision_as_json(d) for d in load_review(database(), the_person(), uid).decisions])


@pages.post("/<uid>/decisions")
def decide(uid: str) -> Response:
    """Decide, or take back with action “undone”; ``seen`` is the id of the decision that the page knew of, 0 for none."""
    body, person = json_body(), the_person()
    flag = ShownFlag(
        text_field(body, "fingerprint", most=64),
        text_field(body, "rule", most=200),
        text_field(body, "category", most=40),
        text_field(body, "severity", most=10),
    )
    if not flag.fingerprint or flag.category not in CATEGORIES or flag.severity not in ("must", "should", "may"):
        raise Refused("A decision needs the flag’s fingerprint, rule, category and severity.")
    action, seen = text_field(body, "action", most=12), number_field(body, "seen")
    if action == "undone":
        act(database(), actions.undo_decision, person, uid, flag.fingerprint, seen=seen)
        return jsonify(id=0)
    start = number_field(body, "start")
    place = Place(
        text_field(body, "block", most=32), start, number_field(body, "end") or start,
        text_field(body, "words", most=LONGEST_WORDS),
    )  # fmt: skip
    reason = text_field(body, "reason", most=1000) or (NO_REASON if action == "dismissed" else "")
    done = act(
        database(), actions.decide, person, uid, flag, action,
        reason=reason, sentence=_sentence(uid, place), place=place, seen=seen,
    )  # fmt: skip
    made = next((d for d in load_review(database(), person, uid).decisions if d.fingerprint == flag.fingerprint), None)
    return jsonify(id=made.id if made else 0, notes=list(done.notes))


def decision_as_json(decision: Decision) -> dict[str, Any]:
    """Return a decision as the editor reads it."""
    return {
        "id": decision.id,
        "fingerprint": decision.fingerprint,
        "rule": decision.rule,
        "category": decision.category,
        "severity": decision.severity,
        "action": str(decision.verdict),
        "reason": "" if decision.reason == NO_REASON else decision.reason,
        "words": decision.words,
        "person": decision.person.name,
        "at": time_as_json(decision.at),
    }


def _sentence(uid: str, place: Place) -> str:
    """The sentence at the place, as the draft was saved last; "" where its block is not there."""
    _, content = load_draft(database(), the_person(), uid)
    block = next((b for b in blocks_of_doc(content.doc) if b.id == place.block), None)
    if block is None or place.start is None:
        return ""
    document = parse(draft_from_blocks([block]).draft)
    at = Utf16Text(block.text).code_point(place.start)
    return next((s.span.of(document.text) for s in document.sentences if s.span.start <= at <= s.span.end), "")

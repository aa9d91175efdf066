"""Taking back: what a page's Undo sends, and what comes of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from flask import request

from app.desk import actions
from app.desk.actions_accept import Taken, undo_edits
from app.desk.errors import Refused
from app.desk.people import Person
from app.desk.review import Decision
from app.engines.utf16 import Utf16Text
from app.flags.flag import Edit, Span
from app.flags.report import apply_edits
from app.intake.rich_text import one_line
from app.storage.desk_store import act
from app.storage.review_rows import load_review
from app.web.auth.access import Access, open_to
from app.web.auth.current import the_person
from app.web.database import database
from app.web.desk.at_hand import MOST_AT_ONCE, Desk, put_in
from app.web.desk.checked import Checked
from app.web.desk.review import Shown, done, pages, whole_number


@pages.post("/review/undo")
@open_to(Access.SIGNED_IN)
def undo(uid: str) -> Shown:
    """Take decisions back, and with them the edits that ``inverse`` lists: [block, start, end, words there, words before]."""
    desk, form = Desk(the_person(), uid), request.form
    marks = form.get("fingerprints", "").split()[:MOST_AT_ONCE]
    ids = [whole_number(n) for n in form.get("seen", "").split()[:MOST_AT_ONCE]]
    decided = dict(zip(marks, ids, strict=False))
    edits = _inverse(desk.checked, form.get("inverse", ""))
    if not decided:
        raise Refused("There is nothing to take back.")
    if edits:
        desk.same_revision()
        words, checked, carried = put_in(desk, edits, set())
        act(
            database(), undo_edits, desk.person, uid, desk.content.revision, words, decided, carried=carried,
            sentences=checked.sentence_texts(),
        )  # fmt: skip
        desk.saw_it()
    else:
        act(database(), _undo_all, desk.person, uid, decided)
    return done(uid, "Taken back.")


def _undo_all(store: Any, person: Person, uid: str, decided: dict[str, int]) -> None:
    for fingerprint, seen in decided.items():
        actions.undo_decision(store, person, uid, fingerprint, seen=seen)


def undo_of(
    desk: Desk, taken: Sequence[Taken], edits: Sequence[Edit], now: Checked | None = None
) -> dict[str, Any] | None:  # fmt: skip
    """What the page's Undo sends back."""
    standing = {d.fingerprint: d for d in load_review(database(), desk.person, desk.uid).decisions}
    made: list[Decision] = [standing[t.flag.fingerprint] for t in taken if t.flag.fingerprint in standing]
    if not made:
        return None
    inverse, grown = [], 0
    for edit in sorted(edits, key=lambda e: e.span):
        start = edit.span.start + grown
        grown += len(edit.replacement) - edit.span.length
        if now is not None:
            place = now.place_of(Span(start, start + len(edit.replacement)))
            inverse.append([place.block, place.start, place.end, edit.replacement, edit.span.of(desk.checked.text)])
    return {
        "fingerprints": " ".join(d.fingerprint for d in made),
        "seen": " ".join(str(d.id) for d in made),
        "inverse": json.dumps(inverse) if inverse else "",
    }


def _inverse(checked: Checked, given: str) -> list[Edit]:
    """Read what undo_of() wrote; raise Refused where the words it undoes are not there any more."""
    if not given:
        return []
    try:
        entries = json.loads(given)
    except (ValueError, RecursionError):
        entries = None
    if not isinstance(entries, list) or len(entries) > MOST_AT_ONCE:
        raise Refused("There is nothing to take back.")
    edits = []
    for entry in entries:
        match entry:
            case [str(block), int(start), int(end), str(there), str(before)] if block in checked.rich.ids:
                whole = checked.rich.spans[checked.rich.ids.index(block)]
                span = Utf16Text(whole.of(checked.text)).span(max(start, 0), max(end - start, 0)).shift(whole.start)
                if span.of(checked.text) != there:
                    raise Refused("Those words were changed since, so they can’t be put back.")
                edits.append(Edit(span, one_line(before)))
            case _:
                raise Refused("There is nothing to take back.")
    if apply_edits(checked.text, edits)[1]:
        raise Refused("There is nothing to take back.")
    return edits

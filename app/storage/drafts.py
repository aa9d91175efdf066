"""Drafts on the desk: made, loaded and saved. Versions are in versions.py, who edits in leases.py, moves in desk_store.py.

Saving never overwrites: whoever saves says which revision they wrote on, and is handed what stands there if it is another.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select

from app.desk import actions
from app.desk.actions_words import Saved
from app.desk.draft import Content, DeskDraft
from app.desk.errors import Conflict
from app.desk.people import Person
from app.desk.store import Words
from app.storage.database import Database
from app.storage.desk_store import act
from app.storage.draft_rows import content_of, find_draft, who
from app.storage.tables_drafts import DraftRow
from app.storage.versions import load_version

__all__ = ["Conflict", "Saved", "load_draft", "make_draft", "restore_version", "save_content"]


def make_draft(
    database: Database, person: Person, doc: Any, text: str, *,
    style: str, dialect: str = "", date: datetime.date | None = None, desk: int | None = None,
    sources: Sequence[dict[str, str]] = (), title: str = "",
) -> DeskDraft:  # fmt: skip
    """Put a new draft on the desk, as its author's; raise NotAllowed for a desk that the person does not sit at."""
    words = Words(doc, text, style, dialect, date, tuple(sources), title)
    return act(database, actions.create, person, words, desk).draft


def load_draft(database: Database, person: Person, uid: str) -> tuple[DeskDraft, Content]:
    """Return the draft and its words; raise NoSuchDraft where there is none or the person may not see it."""
    with database.session() as session:
        draft = find_draft(session, uid, person)
        row = session.scalars(select(DraftRow).where(DraftRow.uid == uid)).one()
        saved_by = who(session, row.updated_by_id)
        assert saved_by
        return draft, content_of(row, saved_by)


def save_content(
    database: Database, person: Person, uid: str, base: int, doc: Any, text: str, *,
    style: str, dialect: str = "", date: datetime.date | None = None,
    sources: Sequence[dict[str, str]] | None = None, tab: str = "", title: str = "", note: str = "",
    sentences: Collection[str] | None = None,
) -> Saved:  # fmt: skip
    """Save the draft's words, written on revision ``base``; return the new revision.

    Saving what stands there already is no new revision, so that a save whose answer was lost can be sent again.
    ``sources`` None leaves them. ``sentences`` are those of the text, and matter only where the draft is signed off: without
    them every decision on it is taken back with the sign-off. Raise NoSuchDraft; NotAllowed; Conflict where another
    revision stands there; Held where another tab edits.
    """
    kept = None if sources is None else tuple(sources)
    words = Words(doc, text, style, dialect, date, kept, title)
    return act(database, actions.save, person, uid, base, words, tab=tab, note=note, sentences=sentences)


def restore_version(
    database: Database, person: Person, uid: str, number: int, base: int, *,
    tab: str = "", sentences: Collection[str] | None = None,
) -> Saved:  # fmt: skip
    """Save an old version's words as a new revision; raise what save_content raises."""
    draft, _ = load_draft(database, person, uid)
    old = load_version(database, person, uid, number)
    return save_content(
        database, person, uid, base, old.doc, old.text, style=draft.style, dialect=draft.dialect, date=draft.date,
        tab=tab, title=old.version.title, note=f"restored from {number}", sentences=sentences,
    )  # fmt: skip

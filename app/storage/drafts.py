"""Drafts on the desk: made, loaded and saved. Versions are in versions.py, who edits in leases.py, moves in desk_store.py.

Saving never overwrites: whoever saves says which revision they wrote on, and is handed what stands there if it is another.
"""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.desk.draft import Content, DeskDraft
from app.desk.errors import DeskError, NotAllowed
from app.desk.people import Person
from app.desk.permissions import may_edit
from app.storage.database import Database
from app.storage.draft_rows import clean, content_of, dump, find_draft, lock_draft, title_of, who
from app.storage.leases import refuse_if_held
from app.storage.tables import now
from app.storage.tables_drafts import DraftRow
from app.storage.versions import load_version, write_version


@dataclass(frozen=True)
class Saved:
    """A save that was done. ``voided`` says that it took back the sign-off, with the fingerprints it took back too."""

    revision: int
    at: datetime.datetime
    voided: bool = False
    decisions_voided: tuple[str, ...] = ()


@dataclass
class Conflict(DeskError):
    """Somebody saved since; ``stands`` is what stands there now."""

    stands: Content
    status = 409

    def __post_init__(self) -> None:
        super().__init__(
            f"{self.stands.author.name} saved this draft since you loaded it. Yours is not lost: compare the two."
        )


def make_draft(
    database: Database, person: Person, doc: Any, text: str, *,
    style: str, dialect: str = "", date: datetime.date | None = None, desk: int | None = None,
    sources: Sequence[dict[str, str]] = (), title: str = "",
) -> DeskDraft:  # fmt: skip
    """Put a new draft on the desk, as its author's; raise NotAllowed for a desk that the person does not sit at."""
    at, text = now(), clean(text)
    if not person.sits_at(desk):
        raise NotAllowed("You can start drafts for your own desks only.")
    with database.change() as session:
        row = DraftRow(
            uid=secrets.token_urlsafe(12), author_id=person.id, updated_by_id=person.id, desk_id=desk,
            title=clean(title)[:300] or title_of(text), style=style, dialect=dialect, date=date,
            doc=dump(doc), text=text, sources=dump(list(sources)), words=len(text.split()),
            made_at=at, updated_at=at, state_at=at, revision=1,
        )  # fmt: skip
        session.add(row)
        session.flush()
        write_version(session, row)
        session.flush()
        return find_draft(session, row.uid, person)


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
) -> Saved:  # fmt: skip
    """Save the draft's words, written on revision ``base``; return the new revision.

    Saving what stands there already is no new revision, so that a save whose answer was lost can be sent again.
    ``sources`` None leaves them. Raise NoSuchDraft; NotAllowed; Conflict where another revision stands there; Held
    where another tab edits.
    """
    text = clean(text)
    with database.change() as session:
        row = lock_draft(session, uid)
        draft = find_draft(session, uid, person)
        if not may_edit(person, draft):
            raise NotAllowed("You can read this draft but not edit it now.")
        new: dict[str, Any] = {"doc": dump(doc), "text": text, "style": style, "dialect": dialect, "date": date}
        if sources is not None:
            new["sources"] = dump(list(sources))
        if all(getattr(row, name) == value for name, value in new.items()):
            return Saved(row.revision, row.updated_at)
        if row.revision != base:
            saved_by = who(session, row.updated_by_id)
            assert saved_by
            raise Conflict(content_of(row, saved_by))
        refuse_if_held(session, person, uid, tab)
        for name, value in new.items():
            setattr(row, name, value)
        row.revision, row.updated_at, row.updated_by_id = base + 1, now(), person.id
        row.title, row.words = clean(title)[:300] or title_of(text), len(text.split())
        write_version(session, row, note=note)
        session.flush()
        return Saved(row.revision, row.updated_at)


def restore_version(database: Database, person: Person, uid: str, number: int, base: int, *, tab: str = "") -> Saved:
    """Save an old version's words as a new revision; raise what save_content raises."""
    draft, _ = load_draft(database, person, uid)
    old = load_version(database, person, uid, number)
    return save_content(
        database, person, uid, base, old.doc, old.text, style=draft.style, dialect=draft.dialect, date=draft.date,
        tab=tab, title=old.version.title, note=f"restored from {number}",
    )  # fmt: skip

"""What a person looked at last, read without saying that they look again (review_rows.look() does that)."""

from __future__ import annotations

from sqlalchemy import select

from app.desk.people import Person
from app.storage.database import Database
from app.storage.draft_rows import find_draft
from app.storage.review_rows import Look
from app.storage.tables_drafts import DraftRow, LastLookRow


def last_look(database: Database, person: Person, uid: str) -> Look | None:
    """Return what the person saw last of the draft; None where they never looked. Raise NoSuchDraft."""
    with database.session() as session:
        find_draft(session, uid, person)
        row = session.scalar(
            select(LastLookRow)
            .join(DraftRow, DraftRow.id == LastLookRow.draft_id)
            .where(DraftRow.uid == uid, LastLookRow.person_id == person.id)
        )
        return Look(row.revision, row.text, row.at) if row else None

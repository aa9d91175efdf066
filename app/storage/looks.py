"""What a person looked at last, read without saying that they look again (review_rows.look() does that); and who looks now."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from sqlalchemy import select, update

from app.desk.draft import Who
from app.desk.people import Person
from app.storage.database import Database
from app.storage.draft_rows import find_draft
from app.storage.review_rows import Look
from app.storage.tables import now
from app.storage.tables_accounts import PersonRow
from app.storage.tables_drafts import DraftRow, LastLookRow

# An open page says so more often than this. Whoever closes it, or puts its tab behind others, is gone after as long.
LAPSES_AFTER = datetime.timedelta(seconds=40)


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


def stay(database: Database, person: Person, uid: str) -> tuple[Who, ...]:
    """Write down that the person has the draft's page open now; return who else has. Raise NoSuchDraft."""
    with database.change() as session:
        find_draft(session, uid, person)
        draft_id = select(DraftRow.id).where(DraftRow.uid == uid).scalar_subquery()
        session.execute(
            update(LastLookRow)
            .where(LastLookRow.draft_id == draft_id, LastLookRow.person_id == person.id)
            .values(here_until=now() + LAPSES_AFTER)
            .execution_options(synchronize_session=False)
        )
    return who_looks(database, person, [uid]).get(uid, ())


def who_looks(database: Database, person: Person, uids: Collection[str]) -> dict[str, tuple[Who, ...]]:
    """Return who but the person has the page of which draft open now, by name; drafts that nobody looks at are left out.

    Its author is left out too: that they read their own draft keeps nobody from taking it.
    """
    if not uids:
        return {}
    query = (
        select(DraftRow.uid, PersonRow.id, PersonRow.name)
        .join(LastLookRow, LastLookRow.draft_id == DraftRow.id)
        .join(PersonRow, PersonRow.id == LastLookRow.person_id)
        .where(DraftRow.uid.in_(list(uids)), LastLookRow.here_until > now())
        .where(PersonRow.id.not_in([person.id, DraftRow.author_id]))
        .order_by(PersonRow.name, PersonRow.id)
    )
    found: dict[str, tuple[Who, ...]] = {}
    with database.session() as session:
        for uid, id, name in session.execute(query):
            found[uid] = (*found.get(uid, ()), Who(id, name))
    return found

"""Retention: drafts that were signed off or spiked long ago go, with all that hangs on them. The audit stays, and holds."""

from __future__ import annotations

import datetime

from sqlalchemy import delete, or_, select

from app.desk.audit import SYSTEM, Entry
from app.desk.states import State
from app.storage.audit_chain import write_entries
from app.storage.database import Database
from app.storage.tables import now
from app.storage.tables_audit import NoticeRow
from app.storage.tables_drafts import DraftRow

AT_A_TIME = 100


def prune(database: Database, days: int) -> int:
    """Delete drafts that are closed and were not changed for ``days``; return how many. 0 days: none, ever.

    Versions, decisions, comments, ticks and notices go with a draft. One entry of the audit for each says that it went.
    """
    if days <= 0:
        return 0
    before, count = now() - datetime.timedelta(days=days), 0
    while gone := _some(database, before):
        count += gone
    return count


def _some(database: Database, before: datetime.datetime) -> int:
    closed = or_(DraftRow.state == State.APPROVED.value, DraftRow.state == State.SPIKED.value)
    with database.change() as session:
        rows = session.execute(
            select(DraftRow.id, DraftRow.uid, DraftRow.state)
            .where(closed, DraftRow.updated_at < before, DraftRow.state_at < before)
            .order_by(DraftRow.id)
            .limit(AT_A_TIME)
            .with_for_update(skip_locked=True)
        ).all()
        session.execute(delete(NoticeRow).where(NoticeRow.draft.in_([row.uid for row in rows])))
        # The database takes along what hangs on a draft: its foreign keys say so.
        session.execute(delete(DraftRow).where(DraftRow.id.in_([row.id for row in rows])))
        write_entries(session, (Entry(SYSTEM, "prune", row.uid, before={"state": row.state}) for row in rows))
    return len(rows)

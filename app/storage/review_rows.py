"""Rows of a review read as the desk knows them: decisions, threads, the checklist and its ticks; and who looked at what."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk.draft import Who
from app.desk.people import Person
from app.desk.review import ChecklistLine, Decision, Place, Remark, Verdict
from app.storage.database import Database
from app.storage.desks import checklist_lines
from app.storage.draft_rows import find_draft, lock_draft, names_of
from app.storage.tables import now
from app.storage.tables_accounts import DeskRow
from app.storage.tables_drafts import ChecklistTickRow, CommentRow, DraftRow, FlagDecisionRow, LastLookRow


@dataclass(frozen=True)
class Review:
    """All that stands on a draft besides its words. ``ticked`` says who ticked which line, and when."""

    decisions: tuple[Decision, ...]
    remarks: tuple[Remark, ...]
    checklist: tuple[ChecklistLine, ...]
    ticked: dict[str, tuple[Who, datetime.datetime]]


@dataclass(frozen=True)
class Look:
    """What a person looked at last: what stood there then."""

    revision: int
    text: str
    at: datetime.datetime


def load_review(database: Database, person: Person, uid: str) -> Review:
    """Return the decisions, threads and checklist of a draft; raise NoSuchDraft."""
    with database.session() as session:
        draft = find_draft(session, uid, person)
        draft_id = session.scalars(select(DraftRow.id).where(DraftRow.uid == uid)).one()
        ticks = session.scalars(select(ChecklistTickRow).where(ChecklistTickRow.draft_id == draft_id)).all()
        people = names_of(session, (tick.person_id for tick in ticks))
        return Review(
            decisions_on(session, draft_id),
            remarks_on(session, draft_id),
            checklist_of(session, draft.desk),
            {tick.key: (people[tick.person_id], tick.at) for tick in ticks},
        )


def look(database: Database, person: Person, uid: str) -> Look | None:
    """Write down that the person looks at the draft now; return what they looked at before, or None. Not in the audit."""
    with database.change() as session:
        draft = lock_draft(session, uid)
        find_draft(session, uid, person)
        row = session.get(LastLookRow, (draft.id, person.id))
        before = Look(row.revision, row.text, row.at) if row else None
        if row is None:
            row = LastLookRow(draft_id=draft.id, person_id=person.id)
            session.add(row)
        row.revision, row.text, row.at = draft.revision, draft.text, now()
        return before


def decisions_on(session: Session, draft_id: int) -> tuple[Decision, ...]:
    rows = session.scalars(
        select(FlagDecisionRow).where(FlagDecisionRow.draft_id == draft_id).order_by(FlagDecisionRow.id)
    ).all()
    people = names_of(session, (row.person_id for row in rows))
    return tuple(
        Decision(
            r.fingerprint, r.rule, r.category, r.severity, Verdict(r.action), r.reason, people[r.person_id], r.at,
            r.by_desk, r.sentence, r.words, r.id,
        )
        for r in rows
    )  # fmt: skip


def remarks_on(session: Session, draft_id: int) -> tuple[Remark, ...]:
    """Return the comments and questions in the order they were made."""
    rows = session.scalars(select(CommentRow).where(CommentRow.draft_id == draft_id).order_by(CommentRow.id)).all()
    people = names_of(session, [id for row in rows for id in (row.person_id, row.settled_by_id) if id])
    return tuple(remark_of(row, people) for row in rows)


def remark_of(row: CommentRow, people: dict[int, Who]) -> Remark:
    settled_by = people.get(row.settled_by_id) if row.settled_by_id else None
    place = Place(row.block, row.start, row.end, row.words)
    return Remark(
        row.id, row.thread_id or row.id, people[row.person_id], row.kind, row.body, row.at, row.fingerprint, place,
        row.settled_at, settled_by,
    )  # fmt: skip


def checklist_of(session: Session, desk: int | None) -> tuple[ChecklistLine, ...]:
    kept = session.scalar(select(DeskRow.checklist).where(DeskRow.id == desk)) if desk else None
    return checklist_lines(kept or "[]")

"""The outbox: what goes out by e-mail and webhook, gathered from notices and audit, sent at least once, later each time.

A message is lent to one courier at a time: its next try is put off before it is sent, so that of several processes one
sends it, and one that dies in the middle leaves it for another.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.storage.database import Database
from app.storage.tables import now
from app.storage.tables_accounts import PersonRow
from app.storage.tables_audit import AuditEntryRow, NoticeRow, OutboxRow
from app.storage.tables_courier import CourierRow

LENT = datetime.timedelta(minutes=2)
# Minutes to the next try after each that failed; after the last the message is given up.
BACK_OFF = (1, 5, 15, 60, 240, 720, 1440)
AT_ONCE = 200
# A notice with a lower number may still be in somebody's open transaction: wait until it is there.
SETTLED = datetime.timedelta(seconds=5)


@dataclass(frozen=True)
class Message:
    """What goes to one place. ``payload`` is JSON that holds no words of a draft."""

    id: int
    way: str
    to: str
    payload: str
    tries: int


def gather(database: Database, *, by_mail: bool, webhooks: Sequence[str], settled: datetime.timedelta = SETTLED) -> int:
    """Put into the outbox what has happened since the last time; return how many messages that made.

    A way that is off reads on all the same: switching it on later sends nothing of the past.
    """
    with database.change() as session:
        return _gather_mail(session, by_mail, now() - settled) + _gather_webhooks(session, webhooks)


def take_due(database: Database) -> list[Message]:
    """Return the messages whose time has come, lent to the caller for some minutes."""
    at = now()
    with database.change() as session:
        rows = session.scalars(
            select(OutboxRow)
            .where(OutboxRow.sent_at.is_(None), OutboxRow.given_up_at.is_(None), OutboxRow.due_at <= at)
            .order_by(OutboxRow.due_at, OutboxRow.id)
            .limit(AT_ONCE)
            .with_for_update(skip_locked=True)
        ).all()
        for row in rows:
            row.due_at = at + LENT
        return [Message(row.id, row.way, row.to, row.payload, row.tries) for row in rows]


def note_sent(database: Database, message: Message) -> None:
    """Write down that the message has gone out; its words are not kept."""
    with database.change() as session:
        session.execute(update(OutboxRow).where(OutboxRow.id == message.id).values(sent_at=now(), payload="{}"))


def note_failed(database: Database, message: Message, error: str) -> bool:
    """Put the message off, or give it up after the last try; return whether it will be tried again."""
    again = message.tries < len(BACK_OFF)
    values: dict[str, object] = {"tries": message.tries + 1, "error": error[:200]}
    if again:
        values["due_at"] = now() + datetime.timedelta(minutes=BACK_OFF[message.tries])
    else:
        values["given_up_at"] = now()
    with database.change() as session:
        session.execute(update(OutboxRow).where(OutboxRow.id == message.id).values(**values))
    return again


def _gather_mail(session: Session, on: bool, until: datetime.datetime) -> int:
    mark = _bookmark(session, "email", select(func.max(NoticeRow.id)))
    rows = session.execute(
        select(NoticeRow.id, NoticeRow.text, NoticeRow.draft, PersonRow.email, PersonRow.active)
        .join(PersonRow, PersonRow.id == NoticeRow.person_id)
        .where(NoticeRow.id > mark.last, NoticeRow.at <= until)
        .order_by(NoticeRow.id)
        .limit(AT_ONCE)
    ).all()
    made = 0
    for number, text, draft, email, active in rows:
        if on and email and active:
            _put(session, "email", email, {"text": text, "draft": draft})
            made += 1
        mark.last = number
    return made


def _gather_webhooks(session: Session, urls: Sequence[str]) -> int:
    mark = _bookmark(session, "webhook", select(func.max(AuditEntryRow.id)))
    entries = session.scalars(
        select(AuditEntryRow).where(AuditEntryRow.id > mark.last).order_by(AuditEntryRow.id).limit(AT_ONCE)
    ).all()
    for entry in entries:
        said = {
            "entry": entry.id, "at": entry.at.isoformat(), "actor": entry.actor, "action": entry.action,
            "draft": entry.draft, "before": json.loads(entry.before), "after": json.loads(entry.after),
        }  # fmt: skip
        for url in urls if entry.draft else ():
            _put(session, "webhook", url, said)
        mark.last = entry.id
    return sum(1 for entry in entries if entry.draft) * len(urls)


def _bookmark(session: Session, way: str, newest: object) -> CourierRow:
    row = session.scalars(select(CourierRow).where(CourierRow.way == way).with_for_update()).one_or_none()
    if row is None:
        # The first time there is a past, and it is nobody's news.
        row = CourierRow(way=way, last=session.scalar(newest) or 0)  # type: ignore[call-overload]
        session.add(row)
        session.flush()
    return row


def _put(session: Session, way: str, to: str, payload: object) -> None:
    at = now()
    session.add(OutboxRow(way=way, to=to[:500], payload=json.dumps(payload), made_at=at, due_at=at))

"""Tables of what was done and who is told: the audit, in one chain of hashes, and the notices."""

from __future__ import annotations

import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from app.storage.tables import Base, Moment

# SQLite counts rows up by itself only in a column declared INTEGER.
Big = BigInteger().with_variant(Integer(), "sqlite")


class AuditEntryRow(Base):
    """One thing that was done. Rows are only ever added; no column holds text of a draft.

    ``hash`` is the SHA-256 of the hash before it and of this entry (see app/desk/audit.py). People and drafts are written
    by value, not by key: the entry outlives both.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index("ix_audit_draft", "draft", "id"),
        Index("ix_audit_at", "at"),
        Index("ix_audit_action", "action", "at"),
    )

    id: Mapped[int] = mapped_column(Big, primary_key=True)  # 1, 2, 3 ... without a gap
    at: Mapped[datetime.datetime] = mapped_column(Moment)
    actor: Mapped[str] = mapped_column(String(100))  # the sign-in name, or "system"
    action: Mapped[str] = mapped_column(String(40))
    draft: Mapped[str] = mapped_column(String(16), default="")  # its uid, or "" where it is about the newsroom
    subject: Mapped[str] = mapped_column(String(200), default="")  # what of it: a fingerprint, a person, a desk
    before: Mapped[str] = mapped_column(default="{}")  # JSON
    after: Mapped[str] = mapped_column(default="{}")  # JSON
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class AuditHeadRow(Base):
    """The end of the chain: one row, locked while an entry is added, so that cutting off the end shows too."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True)  # always 1
    last: Mapped[int] = mapped_column(Big, default=0)
    hash: Mapped[str] = mapped_column(String(64), default="")


class NoticeRow(Base):
    """Something a person is told in the page. ``text`` names people and states, never words of a draft."""

    __tablename__ = "notice"
    __table_args__ = (Index("ix_notice_person", "person_id", "read_at", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    draft: Mapped[str] = mapped_column(String(16), default="")
    kind: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(String(300))
    at: Mapped[datetime.datetime] = mapped_column(Moment)
    read_at: Mapped[datetime.datetime | None] = mapped_column(Moment)


class OutboxRow(Base):
    """A message that goes out of the page, by e-mail or to a webhook; tried again, later each time, until it is gone."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_due", "sent_at", "due_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    way: Mapped[str] = mapped_column(String(10))  # email or webhook
    to: Mapped[str] = mapped_column(String(500))
    payload: Mapped[str] = mapped_column()  # JSON
    made_at: Mapped[datetime.datetime] = mapped_column(Moment)
    due_at: Mapped[datetime.datetime] = mapped_column(Moment)
    tries: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(String(200), default="")
    sent_at: Mapped[datetime.datetime | None] = mapped_column(Moment)
    given_up_at: Mapped[datetime.datetime | None] = mapped_column(Moment)

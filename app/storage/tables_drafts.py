"""Tables of the drafts on the desk: the copy, its versions, decisions on its flags, comments, and what was looked at."""

from __future__ import annotations

import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.storage.tables import LONGEST_RULE, Base, Moment

LONGEST_TITLE = 300
LONGEST_REASON = 1000
# SQLite gives the id of a row that is gone to the next; by these ids pages and the audit tell rows apart.
NO_ID_TWICE = {"sqlite_autoincrement": True}

# The states in which work on a draft is left, as app/desk/states.py has it; the migration names them too.
OPEN_STATES = ("draft", "submitted", "in_review", "changes_requested")
ARE_OPEN = f"state IN ({', '.join(map(repr, OPEN_STATES))})"
# One for each order of the queue and one for its counts, of the open drafts alone: what was signed off piles up for years.
OPEN_INDEXES = {
    "ix_draft_open_due": ("due_at", "id"),
    "ix_draft_open_waiting": ("state_at", "id"),
    "ix_draft_open_updated": ("updated_at", "id"),
    "ix_draft_open_priority": ("priority", "updated_at", "id"),
    "ix_draft_open_musts": ("musts_left", "updated_at", "id"),
    "ix_draft_open_counts": ("desk_id", "state", "author_id"),
}


def _of_open(name: str, *columns: str) -> Index:
    return Index(name, *columns, postgresql_where=text(ARE_OPEN), sqlite_where=text(ARE_OPEN))


class DraftRow(Base):
    """A story on the desk. ``doc`` is the editor's document as JSON, ``text`` the same as plain text.

    ``revision`` grows by one with each save of the text; ``lock`` with each change of the row, so that of two people
    changing it at once the second is told. ``seen_of_*`` columns are the counts of the last check, for the queue.
    """

    __tablename__ = "draft"
    __table_args__ = (
        Index("ix_draft_queue", "state", "due_at", "id"),
        Index("ix_draft_desk", "desk_id", "state", "due_at", "id"),
        Index("ix_draft_desk_updated", "desk_id", "state", "updated_at", "id"),
        Index("ix_draft_author", "author_id", "updated_at"),
        Index("ix_draft_claimed", "claimed_by_id", "updated_at"),
        Index("ix_draft_updated", "updated_at", "id"),
        *(_of_open(name, *columns) for name, columns in OPEN_INDEXES.items()),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(16), unique=True)
    desk_id: Mapped[int | None] = mapped_column(ForeignKey("desk.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE), default="")
    state: Mapped[str] = mapped_column(String(20), default="draft")  # a state of app/desk/states.py
    style: Mapped[str] = mapped_column(String(60))
    dialect: Mapped[str] = mapped_column(String(10), default="")
    date: Mapped[datetime.date | None] = mapped_column()  # the dateline's date
    doc: Mapped[str] = mapped_column()
    text: Mapped[str] = mapped_column()
    sources: Mapped[str] = mapped_column(default="[]")  # JSON list of {name, text}
    revision: Mapped[int] = mapped_column(default=1)
    lock: Mapped[int] = mapped_column(default=1)
    words: Mapped[int] = mapped_column(default=0)
    musts_left: Mapped[int] = mapped_column(default=0)
    shoulds_left: Mapped[int] = mapped_column(default=0)
    mays_left: Mapped[int] = mapped_column(default=0)
    unattributed: Mapped[float] = mapped_column(default=0.0)  # share of its words in claims without a source, 0 to 1
    checked_revision: Mapped[int] = mapped_column(default=0)
    priority: Mapped[int] = mapped_column(default=0)  # 0 normal, 1 high, 2 urgent
    due_at: Mapped[datetime.datetime | None] = mapped_column(Moment)
    embargo_at: Mapped[datetime.datetime | None] = mapped_column(Moment)
    claimed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    claimed_at: Mapped[datetime.datetime | None] = mapped_column(Moment)
    editing_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    editing_tab: Mapped[str] = mapped_column(String(40), default="")
    editing_since: Mapped[datetime.datetime | None] = mapped_column(Moment)
    editing_until: Mapped[datetime.datetime | None] = mapped_column(Moment)
    made_at: Mapped[datetime.datetime] = mapped_column(Moment)
    updated_at: Mapped[datetime.datetime] = mapped_column(Moment)
    updated_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    state_at: Mapped[datetime.datetime] = mapped_column(Moment)  # since when it is in its state
    approved_revision: Mapped[int | None] = mapped_column()
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    __mapper_args__ = {"version_id_col": lock}  # noqa: RUF012 - SQLAlchemy reads it from the class


class DraftVersionRow(Base):
    """A snapshot of a draft. Saves of one person within some minutes share one."""

    __tablename__ = "draft_version"
    __table_args__ = (UniqueConstraint("draft_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column()
    revision: Mapped[int] = mapped_column()
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    began_at: Mapped[datetime.datetime] = mapped_column(Moment)
    at: Mapped[datetime.datetime] = mapped_column(Moment)
    note: Mapped[str] = mapped_column(String(200), default="")  # "submitted", "approved", "restored from 3"
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE), default="")
    words: Mapped[int] = mapped_column(default=0)
    doc: Mapped[str] = mapped_column()
    text: Mapped[str] = mapped_column()


class FlagDecisionRow(Base):
    """What stands decided on one flag of a draft; the history of it is in the audit."""

    __tablename__ = "flag_decision"
    __table_args__ = (
        UniqueConstraint("draft_id", "fingerprint"),
        Index("ix_flag_decision_rule", "rule", "action"),
        NO_ID_TWICE,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"))
    fingerprint: Mapped[str] = mapped_column(String(64))
    rule: Mapped[str] = mapped_column(String(LONGEST_RULE))
    category: Mapped[str] = mapped_column(String(40))
    severity: Mapped[str] = mapped_column(String(10))
    action: Mapped[str] = mapped_column(String(12))  # accepted, edited, dismissed or asked
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON), default="")
    words: Mapped[str] = mapped_column(default="")  # the flagged words
    sentence: Mapped[str] = mapped_column(String(64), default="")  # SHA-256 of the sentence's text when it was decided
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    by_desk: Mapped[bool] = mapped_column()  # by an editor other than the author: it counts for sign-off
    at: Mapped[datetime.datetime] = mapped_column(Moment)


class RuleShownRow(Base):
    """How many flags of a rule a draft has shown at most, for the figures of the standards editor."""

    __tablename__ = "rule_shown"

    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    rule: Mapped[str] = mapped_column(String(LONGEST_RULE), primary_key=True)
    category: Mapped[str] = mapped_column(String(40))
    most: Mapped[int] = mapped_column()


class CommentRow(Base):
    """A comment or question, on the draft or on a place in it. ``thread_id`` is the comment that began the thread."""

    __tablename__ = "comment"
    __table_args__ = (Index("ix_comment_draft", "draft_id", "thread_id"), NO_ID_TWICE)

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"))
    thread_id: Mapped[int | None] = mapped_column(ForeignKey("comment.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str] = mapped_column(String(10))  # comment or question
    body: Mapped[str] = mapped_column()
    fingerprint: Mapped[str] = mapped_column(String(64), default="")  # the flag it is about, or ""
    block: Mapped[str] = mapped_column(String(40), default="")  # id of the block it stands in, or ""
    start: Mapped[int | None] = mapped_column()  # UTF-16 units in the block, as the editor counts
    end: Mapped[int | None] = mapped_column()
    words: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime.datetime] = mapped_column(Moment)
    settled_at: Mapped[datetime.datetime | None] = mapped_column(Moment)  # of the first of a thread: answered, resolved
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class ChecklistTickRow(Base):
    """A line of the desk's checklist that somebody has ticked for a draft."""

    __tablename__ = "checklist_tick"

    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime.datetime] = mapped_column(Moment)


class LastLookRow(Base):
    """Which revision of a draft a person looked at last, and whether they have its review page open now."""

    __tablename__ = "last_look"

    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    revision: Mapped[int] = mapped_column()
    text: Mapped[str] = mapped_column()  # what stood there then, so that what changed can be marked
    at: Mapped[datetime.datetime] = mapped_column(Moment)
    here_until: Mapped[datetime.datetime | None] = mapped_column(Moment)  # the page says so again every few seconds


class SavedViewRow(Base):
    """A view of the queue that a person keeps: its address's query."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("person_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(String(60))
    query: Mapped[str] = mapped_column(String(500))

"""READ FIRST of the tables: their base, the newsroom's words and the counts of decisions.

tables_accounts.py holds people, tables_drafts.py the copy on the desk, tables_audit.py what was done. Text of a draft
stands in tables_drafts.py alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from sqlalchemy import DateTime, Index, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

LONGEST_WORD = 100
LONGEST_NOTE = 300
LONGEST_RULE = 200


class Moment(TypeDecorator[datetime.datetime]):
    """A point in time, in UTC; SQLite keeps no time zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: object) -> datetime.datetime | None:
        return value.astimezone(datetime.UTC) if value else value

    def process_result_value(self, value: datetime.datetime | None, dialect: object) -> datetime.datetime | None:
        return value.replace(tzinfo=datetime.UTC) if value and not value.tzinfo else value


class Base(DeclarativeBase):
    type_annotation_map = {str: Text()}  # noqa: RUF012 - SQLAlchemy reads it from the class


class KnownWordRow(Base):
    """A word that the newsroom knows to be right."""

    __tablename__ = "known_word"

    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str] = mapped_column(String(LONGEST_WORD), unique=True)
    note: Mapped[str] = mapped_column(String(LONGEST_NOTE), default="")
    added_at: Mapped[datetime.datetime] = mapped_column(DateTime(timezone=True))


class DecisionRow(Base):
    """One decision of the desk on one flag: which rule, and what was done; not where, nor on what words."""

    __tablename__ = "decision"
    __table_args__ = (Index("ix_decision_rule", "rule"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    rule: Mapped[str] = mapped_column(String(LONGEST_RULE))
    category: Mapped[str] = mapped_column(String(40))
    action: Mapped[str] = mapped_column(String(12))  # accepted, dismissed or undone
    undoes: Mapped[str | None] = mapped_column(String(12))  # for undone: which of the other two it took back
    at: Mapped[datetime.datetime] = mapped_column(DateTime(timezone=True))


_moment: ContextVar[datetime.datetime | None] = ContextVar("moment", default=None)


def now() -> datetime.datetime:
    return _moment.get() or datetime.datetime.now(datetime.UTC)


@contextmanager
def as_at(moment: datetime.datetime) -> Iterator[None]:
    """Write rows as if it were that moment: for the demo newsroom, whose drafts have weeks behind them."""
    kept = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(kept)

"""The tables. No column holds text of a draft."""

from __future__ import annotations

import datetime

from sqlalchemy import DateTime, Index, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

LONGEST_WORD = 100
LONGEST_NOTE = 300
LONGEST_RULE = 200


class Base(DeclarativeBase):
    pass


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


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)

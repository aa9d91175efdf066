"""The table of what the newsroom does not want flagged."""

from __future__ import annotations

import datetime

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.storage.tables import LONGEST_RULE, LONGEST_WORD, Base, Moment


class SilencedRow(Base):
    """One silence: of a place (by its fingerprint), a word under a rule, or a rule."""

    __tablename__ = "silenced"
    __table_args__ = (UniqueConstraint("kind", "rule", "what"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))  # place, word or rule
    rule: Mapped[str] = mapped_column(String(LONGEST_RULE))
    what: Mapped[str] = mapped_column(String(LONGEST_WORD))  # a fingerprint, the words as compared, or ""
    words: Mapped[str] = mapped_column(
        String(LONGEST_WORD), default=""
    )  # as they stood, to tell a person which; "" for a statement
    by: Mapped[str] = mapped_column(
        String(100), default="", server_default=""
    )  # sign-in name, or "" before there are any
    at: Mapped[datetime.datetime] = mapped_column(Moment())

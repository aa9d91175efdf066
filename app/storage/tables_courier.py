"""How far the courier has read: which notices and audit entries have been put into the outbox."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.storage.tables import Base
from app.storage.tables_audit import Big


class CourierRow(Base):
    """One bookmark: ``way`` is email or webhook, ``last`` the last notice or audit entry that was read for it."""

    __tablename__ = "courier"

    way: Mapped[str] = mapped_column(String(10), primary_key=True)
    last: Mapped[int] = mapped_column(Big, default=0)

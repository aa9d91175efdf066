"""What is done to accounts goes into the audit, in the same transaction."""

from __future__ import annotations

from typing import Any

from app.desk.people import Person


def audited(
    unit: Any, actor: Person, action: str, subject: str, *, before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:  # fmt: skip
    """Add an entry to the audit in the unit of work ``unit``."""

"""What is done to accounts goes into the audit, in the same transaction."""

from __future__ import annotations

from typing import Any

from app.desk.audit import Entry
from app.desk.people import Person
from app.storage.audit_chain import write_entries


def audited(
    unit: Any, actor: Person, action: str, subject: str, *, before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:  # fmt: skip
    """Add an entry to the audit in the unit of work ``unit``; call it last there, for the audit's end stays locked."""
    write_entries(unit, [Entry(actor.sign_in, action, "", subject, before or {}, after or {})])

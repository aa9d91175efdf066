"""The audit's chain in the database: entries are added to its end, one transaction after the other."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.desk.audit import Broken, Entry, Link, canonical, verify
from app.storage.database import Database
from app.storage.tables import now
from app.storage.tables_audit import AuditEntryRow, AuditHeadRow

_COLUMNS = ("id", "at", "actor", "action", "draft", "subject", "before", "after", "previous", "hash")
_AT_A_TIME = 5_000


def write_entries(session: Session, entries: Iterable[Entry]) -> None:
    """Add entries to the end of the chain.

    Call it last in the transaction: the head stays locked until its end, and everybody else's entry waits for it.
    """
    waiting = list(entries)
    if not waiting:
        return
    session.flush()
    head = session.scalars(select(AuditHeadRow).where(AuditHeadRow.id == 1).with_for_update()).one()
    for entry in waiting:
        link = Link(
            head.last + 1, now(), entry.actor[:100], entry.action[:40], entry.draft[:16], entry.subject[:200],
            canonical(entry.before), canonical(entry.after), head.hash,
        )  # fmt: skip
        link = replace(link, hash=link.own_hash())
        session.add(AuditEntryRow(**{name: getattr(link, name) for name in _COLUMNS}))
        head.last, head.hash = link.id, link.hash
    session.flush()


def verify_chain(database: Database, noted: Mapping[int, str] | None = None) -> tuple[int, str]:
    """Go through the whole audit; return the number of entries and the last one's hash. Raise Broken where it fails.

    ``noted`` are hashes by entry that were written down elsewhere.
    """
    with database.snapshot() as session:
        head = session.get(AuditHeadRow, 1)
        if head is None:
            raise Broken("The head of the chain is gone.")
        with closing(links(session, links_query())) as whole:
            return verify(whole, last=head.last, head=head.hash, noted=noted), head.hash


def links_query() -> Select[Any]:
    """A query of entries, in their order, for links()."""
    return select(*(getattr(AuditEntryRow, name) for name in _COLUMNS)).order_by(AuditEntryRow.id)


def links(session: Session, query: Select[Any]) -> Generator[Link, None, None]:
    """Yield the entries of a query, read some at a time; close it where it is not read to its end."""
    with session.execute(query.execution_options(yield_per=_AT_A_TIME)) as rows:
        for row in rows:
            yield Link(*row)

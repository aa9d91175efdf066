"""The audit read: entries of a draft or of all, exported as CSV or JSON lines. Writing and the chain are in audit_chain.py."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk.audit import Link, stamp
from app.desk.errors import NotAllowed
from app.desk.people import Person
from app.desk.permissions import may_see_audit, may_see_figures
from app.storage.audit_chain import links, links_query
from app.storage.database import Database
from app.storage.draft_rows import find_draft
from app.storage.tables_accounts import PersonRow
from app.storage.tables_audit import AuditEntryRow

PAGE = 100
NOBODY = "Nobody signed in"
FORMATS = ("csv", "json")
COLUMNS = ("id", "at", "actor", "action", "draft", "subject", "before", "after", "previous", "hash")


@dataclass(frozen=True)
class Shown:
    """An entry for a page. ``name`` is the actor's name as it is now, or their sign-in name, or NOBODY."""

    id: int
    at: datetime.datetime
    actor: str
    name: str
    action: str
    draft: str
    subject: str
    before: dict[str, Any]
    after: dict[str, Any]


def list_entries(database: Database, person: Person, uid: str, *, before: int = 0) -> tuple[Shown, ...]:
    """Return entries of a draft, newest first, PAGE at a time: ``before`` is the last id of the page before.

    Raise NoSuchDraft or NotAllowed.
    """
    with database.session() as session:
        draft = find_draft(session, uid, person)
        if not may_see_audit(person, draft):
            raise NotAllowed("The audit of a draft is for editors of its desk.")
        return _shown(session, uid, before)


def list_all_entries(database: Database, person: Person, *, before: int = 0) -> tuple[Shown, ...]:
    """Return entries of the whole newsroom, newest first; raise NotAllowed where the person is no standards editor."""
    if not may_see_figures(person):
        raise NotAllowed("The newsroom’s audit is for standards editors.")
    with database.session() as session:
        return _shown(session, "", before)


def export(database: Database, *, form: str, uid: str = "") -> Iterator[str]:
    """Yield the audit line by line, oldest first, of one draft or of all, with its hashes. ``form``: csv, or json (lines).

    No text of a draft is in it. A cell that a spreadsheet would run as a formula is led by an apostrophe in CSV.
    """
    if form not in FORMATS:
        raise ValueError(f"choose one of {', '.join(FORMATS)}")
    query = links_query()
    if uid:
        query = query.where(AuditEntryRow.draft == uid)
    if form == "csv":
        yield _csv_line(COLUMNS)
    with database.session() as session, closing(links(session, query)) as found:
        for link in found:
            yield _csv_line(_cells(link)) if form == "csv" else _json_line(link)


def export_of_draft(database: Database, person: Person, uid: str, *, form: str) -> Iterator[str]:
    """As export(), for an editor of the draft's desk; raise NoSuchDraft or NotAllowed before the first line."""
    with database.session() as session:
        draft = find_draft(session, uid, person)
    if not may_see_audit(person, draft):
        raise NotAllowed("The audit of a draft is for editors of its desk.")
    return export(database, form=form, uid=uid)


def _shown(session: Session, uid: str, before: int) -> tuple[Shown, ...]:
    row = AuditEntryRow
    query = (
        select(row.id, row.at, row.actor, PersonRow.name, row.action, row.draft, row.subject, row.before, row.after)
        .outerjoin(PersonRow, PersonRow.sign_in == row.actor)
        .order_by(row.id.desc())
        .limit(PAGE)
    )
    if uid:
        query = query.where(row.draft == uid)
    if 0 < before < 2**63:
        query = query.where(row.id < before)
    return tuple(
        Shown(r.id, r.at, r.actor, r.name or r.actor or NOBODY, r.action, r.draft, r.subject, json.loads(r.before), json.loads(r.after))
        for r in session.execute(query)
    )  # fmt: skip


def _cells(link: Link) -> list[str]:
    values = (stamp(link.at) if name == "at" else str(getattr(link, name)) for name in COLUMNS)
    return ["'" + value if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value for value in values]


def _csv_line(cells: Any) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _json_line(link: Link) -> str:
    said = {name: getattr(link, name) for name in COLUMNS} | {"at": stamp(link.at)}
    said |= {"before": json.loads(link.before), "after": json.loads(link.after)}
    return json.dumps(said, ensure_ascii=False) + "\n"

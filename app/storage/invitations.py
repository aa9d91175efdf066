"""One-time links: to make the first administrator, to join the newsroom, to set a new password."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.desk.people import Person, Role
from app.storage.people import find_person
from app.storage.secrets import digest, new_token
from app.storage.tables import now
from app.storage.tables_accounts import InvitationRow

HOLDS = {"first": datetime.timedelta(days=365), "join": datetime.timedelta(days=7), "reset": datetime.timedelta(days=1)}


@dataclass(frozen=True)
class Invitation:
    """A link that still opens. ``person`` is whose password it resets; ``role`` and ``desk`` are what joining gives."""

    id: int
    kind: str
    role: Role
    desk: int | None
    person: Person | None
    made_by: int | None
    ends_at: datetime.datetime


def invite(
    session: Session, kind: str, *, role: Role = Role.REPORTER, desk: int | None = None,
    person: Person | None = None, by: Person | None = None,
) -> str:  # fmt: skip
    """Make a link of the kind; return its token, which is shown once and kept nowhere."""
    token, at = new_token(), now()
    if kind in ("first", "reset"):  # a newer one takes the place of those before it
        before = update(InvitationRow).where(InvitationRow.kind == kind, InvitationRow.used_at.is_(None))
        session.execute(before.where(InvitationRow.person_id == (person.id if person else None)).values(ends_at=at))
    session.add(
        InvitationRow(
            token=digest(token), kind=kind, role=role.value, desk_id=desk, person_id=person.id if person else None,
            made_by_id=by.id if by else None, made_at=at, ends_at=at + HOLDS[kind],
        )
    )  # fmt: skip
    return token


def find_invitation(session: Session, kind: str, token: str) -> Invitation | None:
    """Return the link's invitation where it still opens."""
    row = session.scalar(
        select(InvitationRow).where(
            InvitationRow.token == digest(token),
            InvitationRow.kind == kind,
            InvitationRow.used_at.is_(None),
            InvitationRow.ends_at > now(),
        )
    )
    return _as_invitation(session, row) if row else None


def use_invitation(session: Session, invitation: Invitation) -> bool:
    """Mark it used; return whether this was the first to do so, of two at once."""
    done = session.execute(
        update(InvitationRow)
        .where(InvitationRow.id == invitation.id, InvitationRow.used_at.is_(None))
        .values(used_at=now())
    )
    return bool(done.rowcount)  # type: ignore[attr-defined]


def open_invitations(session: Session) -> list[Invitation]:
    """Return the links to join that were not used and still open, newest first."""
    rows = session.scalars(
        select(InvitationRow)
        .where(InvitationRow.kind == "join", InvitationRow.used_at.is_(None), InvitationRow.ends_at > now())
        .order_by(InvitationRow.id.desc())
    )
    return [_as_invitation(session, row) for row in rows]


def withdraw(session: Session, invitation_id: int) -> None:
    """Close a link before it was used."""
    session.execute(
        update(InvitationRow)
        .where(InvitationRow.id == invitation_id, InvitationRow.used_at.is_(None))
        .values(ends_at=now())
    )


def _as_invitation(session: Session, row: InvitationRow) -> Invitation:
    person = find_person(session, row.person_id) if row.person_id else None
    return Invitation(row.id, row.kind, Role(row.role), row.desk_id, person, row.made_by_id, row.ends_at)

"""The people of the newsroom: who they are, what they may do, and whether a password is theirs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from app.desk.people import Person, Role
from app.storage.database import Database
from app.storage.secrets import hash_password, is_password
from app.storage.tables import now
from app.storage.tables_accounts import LONGEST_NAME, ApiTokenRow, DeskMemberRow, InvitationRow, PersonRow, SignedInRow


class BadPerson(ValueError):
    """What was given can't be a person of the newsroom; the message says why."""


def make_person(
    session: Session, sign_in: str, name: str, role: Role, *, password: str | None, email: str = "", desks: Iterable[int] = ()
) -> Person:  # fmt: skip
    """Add a person; raise BadPerson or BadPassword where something given can't be taken."""
    sign_in, name = tidy_sign_in(sign_in), tidy_name(name)
    if session.scalar(select(PersonRow.id).where(PersonRow.sign_in == sign_in)):
        raise BadPerson(f"Somebody signs in as “{sign_in}” already. Choose another sign-in name.")
    kept = hash_password(password, not_like=(sign_in, name)) if password is not None else None
    row = PersonRow(sign_in=sign_in, name=name, role=role.value, email=tidy_email(email), password=kept, made_at=now())
    session.add(row)
    session.flush()
    put_at_desks(session, row.id, desks)
    return as_person(row, frozenset(desks))


def find_person(session: Session, person_id: int) -> Person | None:
    """Return the person, active or not."""
    row = session.get(PersonRow, person_id)
    return as_person(row, _desks_of(session, person_id)) if row else None


def person_called(session: Session, sign_in: str) -> Person | None:
    """Return the person who signs in by this name."""
    row = session.scalar(select(PersonRow).where(PersonRow.sign_in == sign_in.strip().lower()[:LONGEST_NAME]))
    return as_person(row, _desks_of(session, row.id)) if row else None


def list_people(session: Session) -> list[Person]:
    """Return everybody, by name."""
    desks: dict[int, set[int]] = {}
    for desk, person in session.execute(select(DeskMemberRow.desk_id, DeskMemberRow.person_id)):
        desks.setdefault(person, set()).add(desk)
    rows = session.scalars(select(PersonRow))
    people = [as_person(row, frozenset(desks.get(row.id, ()))) for row in rows]
    return sorted(people, key=lambda p: (not p.active, p.name.casefold(), p.id))


def check_password(database: Database, sign_in: str, password: str) -> Person | None:
    """Return the active person whose name and password these are; takes as long where there is none."""
    with database.session() as session:
        name = sign_in.strip().lower()[:LONGEST_NAME]
        row = session.scalar(select(PersonRow).where(PersonRow.sign_in == name, PersonRow.active))
        person = as_person(row, _desks_of(session, row.id)) if row else None
        kept = row.password if row else None
    # Outside the unit of work: it takes a tenth of a second on purpose.
    return person if is_password(kept, password) and person else None


def password_stamp(session: Session, sign_in: str) -> str:
    """Return what changes with the account and with its password, to sign with and not to show; "" where there is none."""
    name = sign_in.strip().lower()[:LONGEST_NAME]
    row = session.execute(select(PersonRow.id, PersonRow.password).where(PersonRow.sign_in == name)).first()
    return f"{row.id} {row.password}" if row and row.password else ""


def set_password(session: Session, person: Person, password: str, *, keep: str = "") -> None:
    """Give a new password and end every sign-in of the person but the one whose token's digest is ``keep``."""
    kept = hash_password(password, not_like=(person.sign_in, person.name))
    session.execute(update(PersonRow).where(PersonRow.id == person.id).values(password=kept))
    end_sign_ins(session, person.id, keep=keep)


def change_person(
    session: Session, person: Person, *, name: str, email: str, role: Role, desks: Iterable[int], active: bool
) -> Person:
    """Change what a person is; raise BadPerson where no administrator would be left. Ends the sign-ins of who must go,
    and the links made by who is no administrator any more."""
    stays = active and role is Role.ADMINISTRATOR
    if person.role is Role.ADMINISTRATOR and person.active and not stays and _administrators(session) <= 1:
        raise BadPerson("That is the only administrator. Make another one first.")
    values = {"name": tidy_name(name), "email": tidy_email(email), "role": role.value, "active": active}
    session.execute(update(PersonRow).where(PersonRow.id == person.id).values(**values))
    put_at_desks(session, person.id, desks)
    if not stays:
        # A link made before leaving would let them, or whom they please, back in as anything.
        made = update(InvitationRow).where(InvitationRow.made_by_id == person.id, InvitationRow.used_at.is_(None))
        session.execute(made.where(InvitationRow.ends_at > now()).values(ends_at=now()))
    if not active:
        end_sign_ins(session, person.id)
        tokens = update(ApiTokenRow).where(ApiTokenRow.person_id == person.id, ApiTokenRow.ended_at.is_(None))
        session.execute(tokens.values(ended_at=now()))
    return Person(person.id, person.sign_in, values["name"], role, frozenset(desks), values["email"], active)  # type: ignore[arg-type]


def put_at_desks(session: Session, person_id: int, desks: Iterable[int]) -> None:
    """Set the desks a person sits at."""
    session.execute(delete(DeskMemberRow).where(DeskMemberRow.person_id == person_id))
    session.add_all(DeskMemberRow(desk_id=desk, person_id=person_id) for desk in sorted(set(desks)))
    session.flush()


def end_sign_ins(session: Session, person_id: int, *, keep: str = "") -> None:
    """End the sign-ins of a person, but the one whose token's digest is ``keep``."""
    ends = update(SignedInRow).where(
        SignedInRow.person_id == person_id, SignedInRow.ended_at.is_(None), SignedInRow.token != keep
    )
    session.execute(ends.values(ended_at=now()))


def anybody(session: Session) -> bool:
    """Whether the newsroom has a person yet."""
    return session.scalar(select(PersonRow.id).limit(1)) is not None


def as_person(row: PersonRow, desks: frozenset[int]) -> Person:
    return Person(row.id, row.sign_in, row.name, Role(row.role), desks, row.email, row.active)


def tidy_sign_in(sign_in: str) -> str:
    """Return the name to sign in with; raise BadPerson where it is none."""
    sign_in = sign_in.strip().lower()
    if not re.fullmatch(r"[a-z0-9][a-z0-9._@+-]{1,99}", sign_in):
        raise BadPerson(
            "A sign-in name has 2 to 100 letters a to z, figures, dots, hyphens or @, such as jo.price or an e-mail address."
        )
    return sign_in


def tidy_name(name: str) -> str:
    """Return a name as it is shown; raise BadPerson where there is none."""
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    if not any(c.isalpha() for c in name):
        raise BadPerson("Give the name as colleagues should see it.")
    if len(name) > LONGEST_NAME or any(unicodedata.category(c) in ("Cc", "Cs", "Cf") for c in name):
        raise BadPerson(f"A name has at most {LONGEST_NAME} characters, all of them printable.")
    return name


def tidy_email(email: str) -> str:
    """Return an address to write to, or "" where none was given; raise BadPerson where it can't be one."""
    email = email.strip()
    plain = r"[^@\s<>,;:\"()\\\[\]?]+"
    if email and not (email.isprintable() and re.fullmatch(rf"{plain}@{plain}\.{plain}", email)):
        raise BadPerson("That is not an e-mail address. Leave it empty, or write one such as jo@paper.example.")
    if len(email) > 254:
        raise BadPerson("That e-mail address is too long.")
    return email


def _administrators(session: Session) -> int:
    one = select(func.count()).where(PersonRow.role == Role.ADMINISTRATOR.value, PersonRow.active)
    return session.scalar(one) or 0


def _desks_of(session: Session, person_id: int) -> frozenset[int]:
    return frozenset(session.scalars(select(DeskMemberRow.desk_id).where(DeskMemberRow.person_id == person_id)))

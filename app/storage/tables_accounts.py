"""Tables of people, the desks they sit at, and the ways in that they were given. Secrets are kept as hashes only."""

from __future__ import annotations

import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.storage.tables import Base, Moment

LONGEST_NAME = 100
LONGEST_ADDRESS = 254


class PersonRow(Base):
    """Somebody who signs in. ``sign_in`` is what they type, in lower case; ``password`` is an argon2 hash or None."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    sign_in: Mapped[str] = mapped_column(String(LONGEST_NAME), unique=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    email: Mapped[str] = mapped_column(String(LONGEST_ADDRESS), default="")
    role: Mapped[str] = mapped_column(String(20))  # a role of app/desk/people.py
    password: Mapped[str | None] = mapped_column(String(200))
    active: Mapped[bool] = mapped_column(default=True)
    made_at: Mapped[datetime.datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime.datetime | None] = mapped_column(Moment)


class DeskRow(Base):
    """A desk of the newsroom: Politics, Sport. ``checklist`` is a JSON list of {key, line}."""

    __tablename__ = "desk"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME), unique=True)
    style: Mapped[str] = mapped_column(String(60), default="")  # house style of its new drafts; "": the newsroom's
    checklist: Mapped[str] = mapped_column(default="[]")
    active: Mapped[bool] = mapped_column(default=True)


class DeskMemberRow(Base):
    """Who sits at which desk."""

    __tablename__ = "desk_member"

    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)


class SignedInRow(Base):
    """One browser that is signed in. ``token`` is the SHA-256 of what its cookie holds."""

    __tablename__ = "signed_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    agent: Mapped[str] = mapped_column(String(200), default="")
    address: Mapped[str] = mapped_column(String(45), default="")
    made_at: Mapped[datetime.datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime.datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime.datetime | None] = mapped_column(Moment)


class InvitationRow(Base):
    """A one-time link: to make the first administrator, to join, or to set a new password."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(64), unique=True)  # SHA-256 of what the link holds
    kind: Mapped[str] = mapped_column(String(10))  # first, join or reset
    role: Mapped[str] = mapped_column(String(20), default="")  # join: the role it gives
    desk_id: Mapped[int | None] = mapped_column(ForeignKey("desk.id"))  # join: the desk it puts one at
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))  # reset: whose password
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime.datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime.datetime] = mapped_column(Moment)
    used_at: Mapped[datetime.datetime | None] = mapped_column(Moment)


class ApiTokenRow(Base):
    """A token for the REST API. ``token`` is the SHA-256 of what was shown once; ``scopes`` are words with spaces between."""

    __tablename__ = "api_token"
    __table_args__ = (Index("ix_api_token_person", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(64), unique=True)
    hint: Mapped[str] = mapped_column(String(12))  # its first characters, to tell it from others
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    scopes: Mapped[str] = mapped_column(String(200))
    made_at: Mapped[datetime.datetime] = mapped_column(Moment)
    used_at: Mapped[datetime.datetime | None] = mapped_column(Moment)
    ended_at: Mapped[datetime.datetime | None] = mapped_column(Moment)

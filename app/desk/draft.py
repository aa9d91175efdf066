"""DeskDraft: what the desk knows of a draft besides its words; and the words, as Content."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from app.desk.states import State


class Priority(IntEnum):
    """How soon the desk should look."""

    NORMAL = 0
    HIGH = 1
    URGENT = 2


PRIORITY_TITLES = {Priority.NORMAL: "Normal", Priority.HIGH: "High", Priority.URGENT: "Urgent"}


@dataclass(frozen=True)
class Who:
    """A person as others see them."""

    id: int
    name: str


@dataclass(frozen=True)
class DeskDraft:
    """A draft as it stands on the desk. Times are in UTC; ``desk`` is the id of its desk, or None.

    ``revision`` grows with each save of the text, ``lock`` with each action on the draft. ``*_left`` are the flags of
    the last check (of ``checked_revision``) that nobody has decided; ``unattributed`` is a share, 0 to 1.
    """

    uid: str
    title: str
    state: State
    author: Who
    desk: int | None = None
    desk_name: str = ""
    style: str = ""
    dialect: str = ""
    date: datetime.date | None = None
    words: int = 0
    revision: int = 1
    lock: int = 1
    priority: Priority = Priority.NORMAL
    due_at: datetime.datetime | None = None
    embargo_at: datetime.datetime | None = None
    claimed_by: Who | None = None
    claimed_at: datetime.datetime | None = None
    editing_by: Who | None = None
    editing_until: datetime.datetime | None = None
    approved_by: Who | None = None
    approved_revision: int | None = None
    musts_left: int = 0
    shoulds_left: int = 0
    mays_left: int = 0
    unattributed: float = 0.0
    checked_revision: int = 0
    made_at: datetime.datetime | None = None
    updated_at: datetime.datetime | None = None
    updated_by: Who | None = None
    state_at: datetime.datetime | None = None

    def is_overdue(self, at: datetime.datetime) -> bool:
        return self.due_at is not None and self.due_at < at and self.state.is_open


@dataclass(frozen=True)
class Content:
    """The words of a draft at one revision: ``doc`` as the editor has it (ProseMirror JSON), ``text`` the same, plain."""

    revision: int
    doc: Any
    text: str
    style: str
    dialect: str
    date: datetime.date | None
    sources: tuple[dict[str, str], ...]  # each {name, text}
    author: Who  # who saved it
    at: datetime.datetime

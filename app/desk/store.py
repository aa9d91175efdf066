"""What the actions need kept: a Protocol that app/storage/desk_store.py fulfils. One Store is one transaction.

A draft that was asked for stays locked until the transaction ends. Audit entries are written at its end.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Protocol

from app.desk.audit import Entry
from app.desk.draft import DeskDraft
from app.desk.people import Person
from app.desk.review import ChecklistLine, Decision, Place, Remark


@dataclass(frozen=True)
class Words:
    """A draft's words as somebody hands them in. ``sources`` None leaves those that are there."""

    doc: Any
    text: str
    style: str
    dialect: str = ""
    date: datetime.date | None = None
    sources: tuple[dict[str, str], ...] | None = None
    title: str = ""


@dataclass(frozen=True)
class SavedWords:
    """What saving did. ``new_text`` is False where only marks, style or date changed."""

    revision: int
    at: datetime.datetime
    changed: bool
    new_text: bool
    began_version: bool


@dataclass(frozen=True)
class Change:
    """A change that was made: by whom (sign-in name, and the name others see), what, when."""

    actor: str
    who: str
    action: str
    at: datetime.datetime


class Store(Protocol):
    def now(self) -> datetime.datetime: ...
    def draft(self, uid: str) -> DeskDraft | None: ...
    def person(self, person_id: int) -> Person | None: ...
    def person_called(self, sign_in: str) -> Person | None: ...
    def desk_is_open(self, desk: int) -> bool: ...
    def last_change(self, uid: str, actions: Collection[str]) -> Change | None: ...

    def make(self, person: Person, words: Words, desk: int | None) -> str: ...
    def save(self, person: Person, uid: str, base: int, words: Words, *, tab: str, note: str) -> SavedWords: ...
    def change(self, uid: str, **fields: Any) -> None:
        """Set fields of DeskDraft; people and desks are given by id (``claimed_by``, ``approved_by``, ``desk``)."""

    def mark_version(self, uid: str, note: str) -> None: ...
    def note_counts(self, uid: str, **counts: Any) -> None:
        """Set counts of the last check: no action, so the draft's lock stays."""

    def note_shown(self, uid: str, shown: dict[tuple[str, str], int]) -> None:
        """Keep how many flags of each (rule, category) the draft has shown at most."""

    def decisions(self, uid: str) -> tuple[Decision, ...]: ...
    def put_decision(self, uid: str, decision: Decision) -> Decision: ...
    def drop_decision(self, uid: str, fingerprint: str) -> None: ...

    def remarks(self, uid: str) -> tuple[Remark, ...]: ...
    def add_remark(
        self, uid: str, person: Person, *, kind: str, body: str, thread: int | None, fingerprint: str, place: Place
    ) -> Remark: ...
    def settle(self, remark: int, person: Person | None) -> None: ...

    def checklist(self, desk: int | None) -> tuple[ChecklistLine, ...]: ...
    def ticked(self, uid: str) -> frozenset[str]: ...
    def tick(self, uid: str, key: str, person: Person, on: bool) -> None: ...

    def tell(self, person_id: int, uid: str, kind: str, text: str) -> None: ...
    def audit(self, entry: Entry) -> None: ...

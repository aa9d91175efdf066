"""The desk's actions run on the database: ``act(database, actions.claim, person, uid)`` is one transaction.

It locks the draft's row first and the end of the audit last, so that no two actions wait for each other in a ring.
"""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.desk.audit import Entry
from app.desk.draft import DeskDraft, Who
from app.desk.errors import Conflict, DeskError, NoSuchDraft, Refused, Stale
from app.desk.people import Person
from app.desk.review import ChecklistLine, Decision, Place, Remark
from app.desk.store import Change, SavedWords, Store, Words
from app.storage.audit_chain import write_entries
from app.storage.database import Database
from app.storage.draft_rows import as_draft, clean, content_of, drafts, dump, lock_draft, title_of, who
from app.storage.leases import refuse_if_held
from app.storage.people import find_person, person_called
from app.storage.review_rows import checklist_of, decisions_on, remark_of, remarks_on
from app.storage.tables import now
from app.storage.tables_accounts import DeskRow, PersonRow
from app.storage.tables_audit import AuditEntryRow, NoticeRow
from app.storage.tables_drafts import (
    LONGEST_TITLE,
    ChecklistTickRow,
    CommentRow,
    DraftRow,
    FlagDecisionRow,
    RuleShownRow,
)
from app.storage.versions import mark_version, write_version

Given = ParamSpec("Given")
Result = TypeVar("Result")
MOST_AT_ONCE = 200
_KEYS = {"claimed_by": "claimed_by_id", "approved_by": "approved_by_id", "desk": "desk_id"}


@dataclass(frozen=True)
class Outcome:
    """What became of one draft in a bulk action: ``error`` is None where it was done."""

    uid: str
    error: DeskError | None = None


def act(
    database: Database, action: Callable[Concatenate[Store, Given], Result], *args: Given.args, **more: Given.kwargs
) -> Result:
    """Run one action of app/desk/actions.py in a transaction of its own; raise its errors, and then nothing is kept."""
    with database.change() as session:
        store = DeskStore(session)
        try:
            result = action(store, *args, **more)
            store.finish()
        except StaleDataError as error:
            raise Stale("Somebody", "changed this draft") from error
    return result


def act_on_all(
    database: Database, action: Callable[..., object], person: Person, uids: Iterable[str], **more: Any
) -> list[Outcome]:
    """Run an action on several drafts, each in a transaction of its own: what can't be done stops none of the others."""
    outcomes = []
    for number, uid in enumerate(dict.fromkeys(uids)):
        if number >= MOST_AT_ONCE:
            outcomes.append(
                Outcome(uid, Refused(f"At most {MOST_AT_ONCE} drafts at once: this one is left as it was."))
            )
            continue
        try:
            act(database, action, person, uid, **more)
            outcomes.append(Outcome(uid))
        except DeskError as error:
            outcomes.append(Outcome(uid, error))
    return outcomes


class DeskStore:
    """The Store of app/desk/store.py on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: dict[str, DraftRow] = {}
        self._entries: list[Entry] = []

    def finish(self) -> None:
        """Write the audit's entries: the last thing before the transaction ends."""
        write_entries(self._session, self._entries)

    def now(self) -> datetime.datetime:
        return now()

    def draft(self, uid: str) -> DeskDraft | None:
        try:
            self._row(uid)
        except NoSuchDraft:
            return None
        self._session.flush()
        return as_draft(self._session.execute(drafts().where(DraftRow.uid == uid)).one())

    def person(self, person_id: int) -> Person | None:
        return find_person(self._session, person_id) if 0 < person_id < 2**31 else None

    def person_called(self, sign_in: str) -> Person | None:
        return person_called(self._session, sign_in)

    def desk_is_open(self, desk: int) -> bool:
        found = self._session.get(DeskRow, desk) if 0 < desk < 2**31 else None
        return found is not None and found.active

    def last_change(self, uid: str, actions: Collection[str]) -> Change | None:
        row = self._session.execute(
            select(AuditEntryRow.actor, PersonRow.name, AuditEntryRow.action, AuditEntryRow.at)
            .outerjoin(PersonRow, PersonRow.sign_in == AuditEntryRow.actor)
            .where(AuditEntryRow.draft == uid, AuditEntryRow.action.in_(list(actions)))
            .order_by(AuditEntryRow.id.desc())
            .limit(1)
        ).first()
        return Change(row.actor, row.name or row.actor, row.action, row.at) if row else None

    def make(self, person: Person, words: Words, desk: int | None) -> str:
        at, uid = now(), secrets.token_urlsafe(12)
        row = DraftRow(uid=uid, author_id=person.id, desk_id=desk, sources="[]", revision=1, made_at=at, state_at=at)
        self._write(row, person, words, at)
        self._session.add(row)
        self._session.flush()
        write_version(self._session, row)
        self._rows[uid] = row
        return uid

    def save(self, person: Person, uid: str, base: int, words: Words, *, tab: str, note: str) -> SavedWords:
        row = self._row(uid)
        before = (row.doc, row.text, row.style, row.dialect, row.date, row.sources)
        after = (
            dump(words.doc), clean(words.text), words.style, words.dialect, words.date,
            row.sources if words.sources is None else dump(list(words.sources)),
        )  # fmt: skip
        if before == after:
            return SavedWords(row.revision, row.updated_at, False, False, False)
        if row.revision != base:
            raise Conflict(content_of(row, self._who(row.updated_by_id)))
        refuse_if_held(self._session, person, uid, tab)
        new_text = row.text != after[1]
        self._write(row, person, words, now())
        row.revision = base + 1
        began = write_version(self._session, row, note=note)
        return SavedWords(row.revision, row.updated_at, True, new_text, began)

    def change(self, uid: str, **fields: Any) -> None:
        row = self._row(uid)
        for name, value in fields.items():
            setattr(row, _KEYS.get(name, name), value)

    def mark_version(self, uid: str, note: str) -> None:
        mark_version(self._session, self._row(uid), note)

    def note_counts(self, uid: str, **counts: Any) -> None:
        row = self._row(uid)
        self._session.execute(update(DraftRow).where(DraftRow.id == row.id).values(**counts))

    def note_shown(self, uid: str, shown: dict[tuple[str, str], int]) -> None:
        draft_id = self._row(uid).id
        rows = self._session.scalars(select(RuleShownRow).where(RuleShownRow.draft_id == draft_id))
        kept = {row.rule: row for row in rows}
        for (rule, category), count in shown.items():
            if rule not in kept:
                kept[rule] = RuleShownRow(draft_id=draft_id, rule=rule, category=category, most=count)
                self._session.add(kept[rule])
            kept[rule].most = max(kept[rule].most, count)

    def decisions(self, uid: str) -> tuple[Decision, ...]:
        self._session.flush()
        return decisions_on(self._session, self._row(uid).id)

    def put_decision(self, uid: str, decision: Decision) -> Decision:
        self.drop_decision(uid, decision.fingerprint)
        d = decision
        row = FlagDecisionRow(
            draft_id=self._row(uid).id, fingerprint=d.fingerprint, rule=d.rule, category=d.category,
            severity=d.severity, action=str(d.verdict), reason=d.reason, words=clean(d.words), sentence=d.sentence,
            person_id=d.person.id, by_desk=d.by_desk, at=d.at,
        )  # fmt: skip
        self._session.add(row)
        self._session.flush()
        return decision

    def drop_decision(self, uid: str, fingerprint: str) -> None:
        gone = delete(FlagDecisionRow).where(FlagDecisionRow.draft_id == self._row(uid).id)
        self._session.execute(gone.where(FlagDecisionRow.fingerprint == fingerprint))

    def remarks(self, uid: str) -> tuple[Remark, ...]:
        return remarks_on(self._session, self._row(uid).id)

    def add_remark(
        self, uid: str, person: Person, *, kind: str, body: str, thread: int | None, fingerprint: str, place: Place
    ) -> Remark:
        row = CommentRow(
            draft_id=self._row(uid).id, thread_id=thread, person_id=person.id, kind=kind, body=body,
            fingerprint=fingerprint, block=place.block, start=place.start, end=place.end, words=clean(place.words),
            at=now(),
        )  # fmt: skip
        self._session.add(row)
        self._session.flush()
        return remark_of(row, {person.id: Who(person.id, person.name)})

    def settle(self, remark: int, person: Person | None) -> None:
        values: dict[str, Any] = {"settled_at": now() if person else None, "settled_by_id": person and person.id}
        self._session.execute(update(CommentRow).where(CommentRow.id == remark).values(**values))

    def checklist(self, desk: int | None) -> tuple[ChecklistLine, ...]:
        return checklist_of(self._session, desk)

    def ticked(self, uid: str) -> frozenset[str]:
        ticks = select(ChecklistTickRow.key).where(ChecklistTickRow.draft_id == self._row(uid).id)
        return frozenset(self._session.scalars(ticks))

    def tick(self, uid: str, key: str, person: Person, on: bool) -> None:
        draft_id = self._row(uid).id
        if on:
            self._session.add(ChecklistTickRow(draft_id=draft_id, key=key, person_id=person.id, at=now()))
        else:
            of_draft = delete(ChecklistTickRow).where(ChecklistTickRow.draft_id == draft_id)
            self._session.execute(of_draft.where(ChecklistTickRow.key == key))

    def tell(self, person_id: int, uid: str, kind: str, text: str) -> None:
        self._session.add(NoticeRow(person_id=person_id, draft=uid, kind=kind, text=text[:300], at=now()))

    def audit(self, entry: Entry) -> None:
        self._entries.append(entry)

    def _row(self, uid: str) -> DraftRow:
        if uid not in self._rows:
            self._rows[uid] = lock_draft(self._session, uid)
        return self._rows[uid]

    def _write(self, row: DraftRow, person: Person, words: Words, at: datetime.datetime) -> None:
        row.doc, row.text = dump(words.doc), clean(words.text)
        row.style, row.dialect, row.date = words.style, words.dialect, words.date
        if words.sources is not None:
            row.sources = dump(list(words.sources))
        row.title = clean(words.title).strip()[:LONGEST_TITLE] or title_of(row.text)
        row.words = len(row.text.split())
        row.updated_at, row.updated_by_id = at, person.id

    def _who(self, person_id: int) -> Who:
        return who(self._session, person_id) or Who(person_id, "Somebody")

"""What happens to a draft of the demo newsroom, step by step: each yields the time that passes before the next is done."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from app.desk import actions
from app.desk.draft import Priority
from app.desk.people import Person
from app.desk.review import ShownFlag
from app.desk.states import State
from app.flags.flag import Flag
from app.storage.database import Database
from app.storage.demo.copy import Filed, Read, check
from app.storage.desk_store import act
from app.storage.review_rows import load_review, look
from app.storage.tables import now

Steps = Iterator[datetime.timedelta]

REASONS = (
    "Checked with the reporter",
    "House usage on this desk",
    "It is a direct quote; the recording has it",
    "The body’s own name for itself",
    "Clear from the paragraph before",
)
QUESTIONS = (
    "Who told us this? It needs a source.",
    "Is this figure for the year or the quarter?",
    "Can we name the person, or say why not?",
    "Have they been asked for a reply?",
)
ANSWERS = (
    "The clerk confirmed it this morning; I will add her.",
    "From the published accounts, page 12.",
    "They asked not to be named because they fear for their job.",
    "Yes: they declined to comment.",
)
REMARKS = ("Strong top.", "Could lose the last two paragraphs.", "Picture desk has a map for this.")
SPIKED_FOR = ("Overtaken by events", "Held for a longer piece", "The agency’s version ran")


@dataclass(frozen=True)
class Cast:
    """Who works on a draft: its reporter, its editor, another of the desk, and the standards editor."""

    reporter: Person
    editor: Person
    other: Person
    standards: Person
    desk: int


@dataclass
class Story:
    """A draft on its way to a state, with whoever works on it."""

    database: Database
    cast: Cast
    filed: Filed
    goal: State
    chance: random.Random
    variant: int
    uid: str = ""
    revision: int = 1

    def steps(self) -> Steps:
        """Do one step after the other; begins when the reporter does."""
        words = self.filed.words()
        self.uid = self.act(actions.create, self.cast.reporter, words, self.cast.desk).draft.uid
        yield self.minutes(1, 2)
        read = self.note(check(words))
        yield self.minutes(10, 60)
        if self.chance.random() < 0.8:
            due = now() + datetime.timedelta(hours=self.chance.randrange(2, 9))
            self.on(actions.set_due, self.cast.reporter, due.replace(minute=0, second=0, microsecond=0))
        if self.variant % 5 == 0:
            self.on(actions.set_priority, self.cast.reporter, Priority.URGENT if self.variant % 2 else Priority.HIGH)
        if self.goal is State.DRAFT:
            return
        if self.goal is State.SPIKED and self.variant % 2:
            yield self.minutes(30, 300)
            self.on(actions.spike, self.cast.reporter)
            return
        yield self.minutes(5, 120)
        self.on(actions.submit, self.cast.reporter)
        if self.variant % 7 == 3:
            yield self.minutes(2, 10)
            self.on(
                actions.set_embargo, self.cast.editor, (now() + datetime.timedelta(days=1)).replace(minute=0, second=0)
            )
        if self.goal is State.SUBMITTED:
            return
        yield self.minutes(10, 180)
        self.on(actions.claim, self.cast.editor)
        look(self.database, self.cast.editor, self.uid)
        yield from self.review(read)

    def review(self, read: Read) -> Steps:
        """The editor decides on some flags, asks, comments; then what the goal asks for."""
        editor, reporter = self.cast.editor, self.cast.reporter
        firm = [(f, s) for f, s in zip(read.report.flags, read.shown, strict=True) if s.severity != "may"]
        for flag, shown in firm[: self.chance.randrange(2, 6)]:
            yield self.minutes(1, 6)
            self.dismiss(read, flag, shown)
        if self.variant % 3 == 0:
            yield self.minutes(1, 5)
            self.on(actions.comment, editor, self.chance.choice(REMARKS))
        asked = self.variant % 2 == 0 or self.goal is State.CHANGES_REQUESTED
        if asked and len(firm) > 6:
            yield self.minutes(1, 5)
            self.ask(read, *firm[6])
        if self.goal is State.IN_REVIEW:
            if self.variant % 4 == 1:
                yield self.minutes(20, 60)
                self.on(actions.hand_over, editor, self.cast.other.id)
            return
        if self.goal is State.SPIKED:
            yield self.minutes(20, 60)
            self.on(actions.spike, editor, reason=self.chance.choice(SPIKED_FOR))
            return
        yield self.minutes(5, 30)
        if asked:
            self.on(actions.request_changes, editor, reason="See my question and the flags")
            yield self.minutes(15, 90)
            self.answer(reporter)
            if self.goal is State.CHANGES_REQUESTED:
                return
            yield self.minutes(5, 20)
            self.on(actions.resubmit, reporter)
            yield self.minutes(5, 40)
        yield from self.sign_off()

    def sign_off(self) -> Steps:
        """The editor puts the mended copy in, decides on what is left, ticks the checklist and signs."""
        editor = self.cast.editor
        words = self.filed.words(mended=True)
        saved = act(self.database, actions.save, editor, self.uid, self.revision, words)
        self.revision = saved.revision
        yield self.minutes(1, 3)
        read = self.note(check(words))
        override = self.variant % 8 == 6
        for flag, shown in zip(read.report.flags, read.shown, strict=True):
            if shown.severity != "may" and not (override and shown.severity == "should"):
                yield self.minutes(1, 3)
                self.dismiss(read, flag, shown)
        review = load_review(self.database, editor, self.uid)
        for remark in review.remarks:
            if remark.is_open_question:
                self.on(actions.settle, editor, remark.id)
        if override:
            yield self.minutes(5, 20)
            reason = "On deadline; the remaining flags are style and go in the next edition"
            self.on(actions.override, self.cast.standards, self.revision, read.shown, reason=reason)
            return
        for line in review.checklist:
            self.on(actions.tick, editor, line.key)
        yield self.minutes(2, 10)
        self.on(actions.approve, editor, self.revision, read.shown)

    def note(self, read: Read) -> Read:
        editor = self.cast.standards  # sees every draft
        self.on(actions.note_check, editor, self.revision, read.shown, unattributed=read.unattributed)
        return read

    def dismiss(self, read: Read, flag: Flag, shown: ShownFlag) -> None:
        stands = {d.fingerprint: d for d in load_review(self.database, self.cast.editor, self.uid).decisions}
        if shown.fingerprint not in stands:
            reason = (
                REASONS[len(shown.rule) % len(REASONS)] if self.chance.random() < 0.7 else self.chance.choice(REASONS)
            )
            self.on(
                actions.decide, self.cast.editor, shown, "dismissed",
                reason=reason, sentence=read.sentence_of(flag), place=read.place_of(flag),
            )  # fmt: skip

    def ask(self, read: Read, flag: Flag, shown: ShownFlag) -> None:
        self.on(
            actions.decide, self.cast.editor, shown, "asked",
            reason=self.chance.choice(QUESTIONS), sentence=read.sentence_of(flag), place=read.place_of(flag),
        )  # fmt: skip

    def answer(self, person: Person) -> None:
        for remark in load_review(self.database, person, self.uid).remarks:
            if remark.is_open_question and self.variant % 4 != 2:
                self.on(actions.answer, person, remark.id, self.chance.choice(ANSWERS))

    def on(self, action: Callable[..., Any], person: Person, *args: Any, **more: Any) -> Any:
        return self.act(action, person, self.uid, *args, **more)

    def act(self, action: Callable[..., Any], *args: Any, **more: Any) -> Any:
        return act(self.database, action, *args, **more)

    def minutes(self, least: int, most: int) -> datetime.timedelta:
        return datetime.timedelta(minutes=self.chance.randint(least, most), seconds=self.chance.randrange(60))

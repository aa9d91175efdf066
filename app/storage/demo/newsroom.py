"""The demo newsroom: desks, people and forty drafts in all states, with some weeks behind them. All of it is made up."""

from __future__ import annotations

import datetime
import heapq
import random
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.desk.people import Person, Role
from app.desk.states import State
from app.storage.database import Database
from app.storage.demo.copy import FOLDERS, read_copy
from app.storage.demo.story import Cast, Story
from app.storage.desks import make_desk
from app.storage.people import anybody, make_person
from app.storage.tables import as_at, now

DESKS = {
    "Politics": "Both sides have had their say\nThe lawyers have read it",
    "Business": "Figures are checked against the filing",
    "Metro": "",
    "Sport": "The score is checked with the league",
}
PEOPLE = (
    ("ada.quill", "Ada Quill", Role.ADMINISTRATOR, ()),
    ("stan.oduya", "Stan Oduya", Role.STANDARDS, ()),
    ("ed.marlowe", "Ed Marlowe", Role.EDITOR, ("Politics", "Metro")),
    ("eve.tanaka", "Eve Tanaka", Role.EDITOR, ("Politics", "Business")),
    ("oscar.lindqvist", "Oscar Lindqvist", Role.EDITOR, ("Sport", "Metro")),
    ("priya.dhar", "Priya Dhar", Role.EDITOR, ("Business", "Sport")),
    ("rita.bellweather", "Rita Bellweather", Role.REPORTER, ("Politics",)),
    ("rob.achterberg", "Rob Achterberg", Role.REPORTER, ("Politics", "Metro")),
    ("noor.haddad", "Noor Haddad", Role.REPORTER, ("Business",)),
    ("tomas.vela", "Tomás Vela", Role.REPORTER, ("Sport",)),
    ("june.carraway", "June Carraway", Role.REPORTER, ("Metro",)),
)
STATES = {
    State.DRAFT: 6,
    State.SUBMITTED: 8,
    State.IN_REVIEW: 7,
    State.CHANGES_REQUESTED: 4,
    State.APPROVED: 12,
    State.SPIKED: 3,
}
DRAFTS = sum(STATES.values())


class NotEmpty(Exception):
    """The database has people already; the message says what to do."""


@dataclass(frozen=True)
class Demo:
    """Who can sign in, and the one password of all."""

    people: tuple[Person, ...]
    password: str
    drafts: int


def fill(
    database: Database, *, folders: Sequence[Path] = FOLDERS, count: int = DRAFTS, said: Callable[[str], None] = print
) -> Demo:
    """Fill a database that nobody uses yet; raise NotEmpty otherwise. ``said`` is told how far it is."""
    filed = read_copy(count, folders)
    password = "-".join(secrets.token_hex(2) for _ in range(4))
    chance = random.Random(40)  # noqa: S311 - the same newsroom each time
    with database.change() as unit:
        if anybody(unit):
            raise NotEmpty(
                "This database has people already, and a demo would stand among their drafts. Choose another, such as: "
                "make demo INSTANCE_PATH=demo"
            )
        desks = {name: make_desk(unit, name, checklist=lines).id for name, lines in DESKS.items()}
        people = tuple(
            make_person(unit, sign_in, name, role, password=password, desks=[desks[desk] for desk in at])
            for sign_in, name, role, at in PEOPLE
        )
    goals = [state for state, number in STATES.items() for _ in range(number)]
    chance.shuffle(goals)
    stories = [
        Story(database, _cast(people, number, chance), draft, goals[number % len(goals)], chance, number)
        for number, draft in enumerate(filed)
    ]
    _live(stories, chance, said)
    return Demo(people, password, len(stories))


def _live(stories: Sequence[Story], chance: random.Random, said: Callable[[str], None]) -> None:
    """Take each story's steps in the order of time, so that the audit tells them so. None is in the future."""
    today = now()
    waiting = []
    for number, story in enumerate(stories):
        closed = not story.goal.is_open
        hours = chance.uniform(30, 24 * 30) if closed else chance.uniform(9, 50)
        waiting.append((today - datetime.timedelta(hours=hours), number, story.steps()))
    heapq.heapify(waiting)
    done = 0
    while waiting:
        at, number, steps = heapq.heappop(waiting)
        with as_at(at):
            passes = next(steps, None)
        if passes is not None:
            heapq.heappush(waiting, (min(at + passes, today), number, steps))
            continue
        done += 1
        if done % 10 == 0:
            said(f"  {done} of {len(stories)} drafts")


def _cast(people: Sequence[Person], number: int, chance: random.Random) -> Cast:
    reporters = [p for p in people if p.role is Role.REPORTER]
    reporter = reporters[number % len(reporters)]
    desk = chance.choice(sorted(reporter.desks))
    editors = [p for p in people if p.role is Role.EDITOR and p.sits_at(desk)]
    chance.shuffle(editors)
    standards = next(p for p in people if p.role is Role.STANDARDS)
    return Cast(reporter, editors[0], editors[-1], standards, desk)

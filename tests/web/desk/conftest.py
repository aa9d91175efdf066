"""A newsroom at work: people of two desks, each signed in, and drafts of the reporter's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.desk.people import Person, Role
from app.intake.plain_text import draft_from_text
from app.intake.rich_from_text import doc_from_draft
from app.intake.rich_text import blocks_of_doc, draft_from_blocks
from app.storage.database import Database
from app.storage.desks import make_desk
from app.storage.drafts import make_draft
from app.storage.people import make_person
from app.storage.tables_accounts import PersonRow
from tests.databases import KINDS, up_to_date
from tests.web.auth.conftest import hashed, sign_in

__all__ = ["hashed"]

STORY = """Council cuts teh tax
By Ann Other

It took teh vote on Monday. The mayor likes the wheelbarrow and the wheelbarrow race.

Nobody came to see teh meeting.
"""


class Clients(dict[str, FlaskClient]):
    """Clients by name, each signed in when it is asked for: a password takes its time on purpose."""

    def __init__(self, app: Flask) -> None:
        super().__init__(nobody=app.test_client())
        self._app = app

    def __missing__(self, name: str) -> FlaskClient:
        self[name] = client = self._app.test_client()
        sign_in(client, name)
        return client


@dataclass
class Desk:
    """The newsroom; ``people`` and ``clients`` by name: rita and rob report, ed and eve edit for Politics, far for Sport."""

    app: Flask
    politics: int
    sport: int
    clients: Clients
    people: dict[str, Person] = field(default_factory=dict)

    @property
    def database(self) -> Database:
        kept: Database = self.app.extensions["copydesk.database"]
        return kept

    def draft(self, text: str = STORY, *, by: str = "rita", submitted: bool = True, **more: Any) -> str:
        """Put a draft on the desk and return its uid."""
        draft = draft_from_text(text)
        given = {"style": "ap", "desk": self.politics, **more}
        doc = doc_from_draft(draft)
        words = draft_from_blocks(blocks_of_doc(doc)).draft.text
        uid = make_draft(self.database, self.people[by], doc, words, **given).uid
        if submitted:
            self.move("rita" if by == "rita" else by, uid, "submit")
        return uid

    def move(self, who: str, uid: str, name: str, **more: Any) -> None:
        answer = self.clients[who].post(f"/drafts/{uid}/review/move", data={"name": name, **more})
        assert answer.status_code == 303, answer.text

    def review(self, who: str, uid: str) -> str:
        answer = self.clients[who].get(f"/drafts/{uid}/review")
        assert answer.status_code == 200
        return answer.text


# The desk's main pages are tested on every database that a newsroom may choose, the others on SQLite.
ON_EVERY_DATABASE = ("test_queue", "test_review", "test_sign_off")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "desk" in metafunc.fixturenames and metafunc.module.__name__.rpartition(".")[2] in ON_EVERY_DATABASE:
        metafunc.parametrize("desk", KINDS, indirect=True)


@pytest.fixture
def desk(
    request: pytest.FixtureRequest, build: Callable[..., Flask], hashed: str, tmp_path: Path
) -> Iterator[Desk]:  # fmt: skip
    with up_to_date(getattr(request, "param", "sqlite"), request, tmp_path) as url:
        yield make_newsroom(build(DATABASE_URL=url), hashed)


@pytest.fixture
def build_desk(build: Callable[..., Flask], hashed: str) -> Callable[..., Desk]:
    """A function that builds a newsroom with other settings."""

    def start(**settings: Any) -> Desk:
        app = build(**settings)
        app.extensions["copydesk.database"].upgrade()
        return make_newsroom(app, hashed)

    return start


def make_newsroom(app: Flask, hashed: str) -> Desk:
    with app.extensions["copydesk.database"].session() as session:
        politics = make_desk(session, "Politics", checklist="Lawyers have read it\nPictures are cleared")
        sport = make_desk(session, "Sport")
        desk = Desk(app, politics.id, sport.id, Clients(app))
        for name, role, desks in (
            ("rita", Role.REPORTER, [politics.id]),
            ("rob", Role.REPORTER, [politics.id]),
            ("ed", Role.EDITOR, [politics.id]),
            ("eve", Role.EDITOR, [politics.id]),
            ("far", Role.EDITOR, [sport.id]),
            ("stan", Role.STANDARDS, []),
            ("ada", Role.ADMINISTRATOR, []),
        ):
            person = make_person(session, name, name.title(), role, password=None, desks=desks)
            session.get_one(PersonRow, person.id).password = hashed
            desk.people[name] = person
    return desk

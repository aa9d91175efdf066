"""A newsroom behind a socket, with the red pencil for an engine; pages that are signed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from flask import Flask

from app import create_app
from app.desk import actions
from app.desk.people import Person, Role
from app.intake.plain_text import draft_from_text
from app.intake.rich_from_text import doc_from_draft
from app.intake.rich_text import blocks_of_doc, draft_from_blocks
from app.storage.database import Database
from app.storage.desk_store import act
from app.storage.desks import make_desk
from app.storage.drafts import make_draft
from app.storage.people import make_person
from tests.browser.conftest import PENCIL
from tests.served import served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PASSWORD = "correct horse battery"
STORY = """Council cuts teh tax
By Ann Other

The mayor likes the wheelbarrow race.

Nobody else came to it on Friday by the river.
"""


@dataclass
class Newsroom:
    """Rita reports; Ed and Eve edit for Politics, whose checklist has one line; Stan keeps the standards."""

    app: Flask
    address: str = ""
    desk: int = 0
    people: dict[str, Person] = field(default_factory=dict)

    @property
    def database(self) -> Database:
        kept: Database = self.app.extensions["copydesk.database"]
        return kept

    def draft(self, text: str = STORY, *, title: str = "", submitted: bool = True) -> str:
        draft = draft_from_text(text.replace("Council cuts teh tax", title) if title else text)
        rita = self.people["rita"]
        doc = doc_from_draft(draft)
        words = draft_from_blocks(blocks_of_doc(doc)).draft.text
        made = make_draft(self.database, rita, doc, words, style="ap", desk=self.desk)
        if submitted:
            act(self.database, actions.submit, rita, made.uid)
        return made.uid

    def act(self, action: Callable[..., Any], who: str, uid: str, *args: Any, **more: Any) -> Any:
        return act(self.database, action, self.people[who], uid, *args, **more)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    with open_newsroom(tmp_path_factory.mktemp("desk")) as room:
        yield room


@contextmanager
def open_newsroom(folder: Path, **settings: Any) -> Iterator[Newsroom]:
    """The newsroom behind a socket, on a database that is brought up to date."""
    app = create_app({"INSTANCE_PATH": folder, "GRAMMAR_ENGINE": "none", "WARM_START": False, **settings})
    app.extensions["copydesk.engine"] = PENCIL
    room = Newsroom(app)
    room.database.upgrade()
    with room.database.session() as session:
        room.desk = make_desk(session, "Politics", checklist="The lawyers have read it").id
        for name, role in (
            ("rita", Role.REPORTER),
            ("ed", Role.EDITOR),
            ("eve", Role.EDITOR),
            ("stan", Role.STANDARDS),
        ):
            room.people[name] = make_person(session, name, name.title(), role, password=PASSWORD, desks=[room.desk])
    with served(app) as room.address:
        yield room
    room.database.close()


@pytest.fixture
def sign_in(chromium: Browser, newsroom: Newsroom) -> Iterator[Callable[..., Page]]:
    """A function that opens the queue as somebody; what goes wrong in a page's script fails the test."""
    contexts = []
    wrong: list[str] = []

    def start(who: str, width: int = 1440, **options: Any) -> Page:
        context = chromium.new_context(
            base_url=newsroom.address, viewport={"width": width, "height": 900}, reduced_motion="reduce", **options
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if _is_fault(said) else None)
        page.goto("/sign-in?next=/queue")
        page.fill("[name=sign_in]", who)
        page.fill("[name=password]", PASSWORD)
        page.locator("main").get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/queue")
        return page

    yield start
    for context in contexts:
        context.close()
    assert wrong == []


def _is_fault(said: Any) -> bool:
    # Chromium also reports every answer of 400 and above, which the pages mean.
    return said.type == "error" and not said.text.startswith("Failed to load resource")

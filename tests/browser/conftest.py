"""The application behind a socket with an engine that flags given words, and pages of a given width."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from app import create_app
from tests.served import served
from tests.web.red_pencil import RedPencil, Remark

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask
    from playwright.sync_api import Browser, ConsoleMessage, Page

DRAFT = """Council 🎉 cuts teh tax
By Ann Other

It took teh vote on Monday. The mayor likes the brown fox jumping over it and the wheelbarrow.

The 🙂 council said it’d meet teh members, and the wheelbarrow, zzyzx.

Nobody else came to the meeting on Monday evening in the hall by the river, zzyzx.
"""
PENCIL = RedPencil(
    Remark("teh", "“Teh” is a slip for “the”.", ("the",), category="grammar"),
    Remark("qwyjibo", "Not in the dictionary.", ("quibble",), severity="should", category="spelling"),
    Remark("wheelbarrow", "Another word, please.", ("barrow", "cart"), severity="should", category="house_style"),
    Remark("brown fox jumping over", "Too long.", ("fox over",), severity="may", category="attribution"),
    Remark("fox jumping", "Jumping?", ("fox",), severity="may", category="house_style"),
    Remark("zzyzx", "What is it?", severity="may", category="source_name", related="Council"),
    Remark("Nobody else came.*river", "Who says so?", severity="should", category="unattributed_claim"),
    Remark(
        "Monday(?= evening)", "Which Monday?", ("Monday, 16 March,",), severity="may", category="number_consistency"
    ),
)


@contextmanager
def red_pencil_app(folder: Path) -> Iterator[Flask]:
    """The application with the red pencil, its database up to date."""
    app = create_app({"INSTANCE_PATH": folder, "GRAMMAR_ENGINE": "none", "WARM_START": False})
    app.extensions["copydesk.engine"] = PENCIL
    app.extensions["copydesk.database"].upgrade()
    yield app
    app.extensions["copydesk.database"].close()


@pytest.fixture(scope="session")
def desk_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application of a newsroom where nobody has an account."""
    with red_pencil_app(tmp_path_factory.mktemp("desk")) as app:
        yield app


@pytest.fixture(scope="session")
def desk(desk_app: Flask) -> Iterator[str]:
    """Its address."""
    with served(desk_app) as address:
        yield address


@pytest.fixture
def open_page(chromium: Browser, desk: str) -> Iterator[Callable[..., Page]]:
    """A function that opens the form; what goes wrong in the page's script fails the test."""
    contexts = []
    wrong: list[str] = []

    def start(width: int = 1440, **options: Any) -> Page:
        context = chromium.new_context(
            base_url=desk, viewport={"width": width, "height": 900}, reduced_motion="reduce", **options
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if _is_fault(said) else None)
        page.goto("/")
        return page

    yield start
    for context in contexts:
        context.close()
    assert wrong == []


def _is_fault(said: ConsoleMessage) -> bool:
    # Chromium also reports every answer of 400 and above, which the pages mean.
    return said.type == "error" and not said.text.startswith("Failed to load resource")


@pytest.fixture
def open_report(open_page: Callable[..., Page]) -> Callable[..., Page]:
    """A function that opens the report of a draft."""

    def start(width: int = 1440, *, text: str = DRAFT, **options: Any) -> Page:
        page = open_page(width, **options)
        page.fill("#text", text)
        page.click("#check")
        ready = "#galley" if options.get("java_script_enabled") is False else ".card.is-current, .clean"
        page.wait_for_selector(ready)
        return page

    return start


def text_of(page: Page) -> str:
    """The corrected text, as "Check again" would send it."""
    return page.input_value("#working-text").replace("\r\n", "\n")


def flag_of(page: Page, words: str, nth: int = 0) -> str:
    """The id of the card whose mark has the words."""
    marks = page.locator(".mark", has_text=words)
    flags = str(marks.nth(nth).get_attribute("data-flags")).split()
    return f"#flag-{int(flags[-1]) + 1}"


def faults(page: Page) -> list[str]:
    """What axe finds wrong under WCAG 2.2 A and AA."""
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": rules}})
    return [f"{v['id']}: {v['help']}: {[n['target'] for n in v['nodes']][:3]}" for v in found.response["violations"]]

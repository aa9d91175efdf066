"""The editor in a real Firefox: it types, flags, accepts, undoes, takes a paste in clean and survives a reload."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.marionette import Firefox, find_firefox
from tests.conftest import missing

LAST = "document.querySelector('.ProseMirror > :last-child').textContent"
COPY = """
const [html, done] = arguments;
const item = new ClipboardItem({ "text/html": new Blob([html], { type: "text/html" }) });
navigator.clipboard.write([item]).then(() => done(""), (error) => done(String(error)));
"""


@pytest.fixture
def firefox(tmp_path: Path) -> Iterator[Firefox]:
    program = find_firefox()
    if program is None:
        missing("Firefox is not installed: apt-get install firefox-esr")
        return
    browser = Firefox(program, tmp_path)
    yield browser
    browser.close()


def test_the_editor_works_in_firefox(firefox: Firefox, desk: str) -> None:
    firefox.open(f"{desk}/write")
    firefox.until("document.documentElement.dataset.editor === 'ready'")
    firefox.click("#editor .copy:last-child")
    firefox.type("It took teh vote.")
    firefox.until("document.querySelector('#editor .mark')?.textContent === 'teh'")
    firefox.until("document.querySelectorAll('.card').length === 1")
    firefox.type("F8")
    firefox.type("Control+Enter")
    firefox.until(f"{LAST} === 'It took the vote.'")
    firefox.type("Control+z")
    firefox.until(f"{LAST} === 'It took teh vote.'")
    firefox.type("Control+End")
    firefox.type("Enter")
    saved = (Path(__file__).parent / "clipboard" / "google_docs.html").read_text(encoding="utf-8")
    copied = firefox.call("WebDriver:ExecuteAsyncScript", {"script": COPY, "args": [saved]})
    assert copied["value"] == ""
    firefox.type("Control+v")
    firefox.until("document.querySelectorAll('#editor ul li').length === 2")
    assert firefox.run("return document.querySelector('#editor strong').textContent") == "old bridge"
    assert firefox.run("return document.querySelectorAll('#editor [style]').length") == 0
    firefox.type("Control+k")
    firefox.until("document.querySelector('#palette').open")
    firefox.call("WebDriver:Refresh")
    firefox.until("document.documentElement.dataset.editor === 'ready'")
    assert firefox.run(f"return {LAST}") == "Work begins in May."

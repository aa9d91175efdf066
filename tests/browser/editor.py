"""What tests of the editor do over and over: open it, write, put the caret somewhere, read the story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

READY = "html[data-editor=ready]"


def open_editor(page: Page, address: str = "/write") -> Page:
    """Open the editor and wait until it can be written in."""
    page.goto(address)
    page.wait_for_selector(READY, state="attached")
    return page


def write(page: Page, paragraph: str, *, address: str = "/write") -> Page:
    """Open the editor, type a paragraph into its last block and wait for its check."""
    open_editor(page, address)
    page.locator("#editor .copy").last.click()
    page.keyboard.type(paragraph)
    return checked(page)


def checked(page: Page) -> Page:
    """Wait until what was typed has been checked."""
    page.wait_for_selector("html[data-check=ready]", state="attached")
    return page


def type_story(page: Page, lines: Sequence[str]) -> Page:
    """Open the editor and type a story: headline, byline, paragraphs, as Enter leads from one to the next."""
    open_editor(page)
    page.locator("#editor .copy").first.click()
    for number, line in enumerate(lines):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.type(line)
    return page


def caret_in(page: Page, words: str, *, at_start: bool = False) -> None:
    """Put the caret at the end (or the start) of the first place where the draft has the words within one text node."""
    page.evaluate(
        """([words, atStart]) => {
            const walker = document.createTreeWalker(document.querySelector(".ProseMirror"), 4);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                document.querySelector(".ProseMirror").focus();
                getSelection().collapse(walker.currentNode, at + (atStart ? 0 : words.length));
                return;
            }
            throw new Error(`no ${words}`);
        }""",
        [words, at_start],
    )


def story(page: Page) -> list[str]:
    """The text of each block."""
    return page.locator("#editor .copy").all_text_contents()


def paste(page: Page, html: str = "", text: str = "") -> None:
    """Paste as a browser does: a ClipboardEvent with HTML and plain text."""
    page.evaluate(
        """([html, text]) => {
            const data = new DataTransfer();
            if (html) data.setData("text/html", html);
            data.setData("text/plain", text);
            const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
            document.querySelector(".ProseMirror").dispatchEvent(event);
        }""",
        [html, text],
    )

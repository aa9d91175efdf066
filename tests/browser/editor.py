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


def until(page: Page, check: str, arg: object = None) -> None:
    """Wait until an async function of the page returns true (Playwright's own wait takes a promise for true)."""
    page.evaluate(
        f"""async (arg) => {{
            const check = {check};
            for (let tries = 0; tries < 200; tries += 1) {{
                if (await check(arg)) return;
                await new Promise((next) => setTimeout(next, 50));
            }}
            throw new Error("it never came true");
        }}""",
        arg,
    )


def wait_until_kept(page: Page, words: str, *, caret_after: str = "", key: str = "scratch") -> None:
    """Wait until this browser keeps the words, and the caret after those given."""
    until(
        page,
        """([key, words, caretAfter]) => new Promise((tell) => {
            const opening = indexedDB.open("copydesk");
            opening.onsuccess = () => {
                const asking = opening.result.transaction("drafts").objectStore("drafts").get(key);
                asking.onsuccess = () => {
                    opening.result.close();
                    const texts = [];
                    let at = 0, caret = -1;
                    for (const { content } of asking.result?.doc.content ?? []) {
                        const text = (content ?? []).map((piece) => piece.text ?? " ").join("");
                        const found = caretAfter ? text.indexOf(caretAfter) : -1;
                        if (found >= 0) caret = at + 1 + found + caretAfter.length;
                        texts.push(text);
                        at += text.length + 2;
                    }
                    tell(texts.join("\\n").includes(words) && (!caretAfter || asking.result.caret.head === caret));
                };
            };
        })""",
        [key, words, caret_after],
    )


def wait_until_saved(page: Page, words: str, *, what: str = "content") -> None:
    """Wait until the server has the words in the draft that the page holds, or in what is decided on it."""
    until(
        page,
        "async ([what, words]) => (await (await fetch(`${location.pathname}/${what}`)).text()).includes(words)",
        [what, words],
    )

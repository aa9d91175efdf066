"""What comes into the editor by pasting, and what goes out of it by copying."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.editor import caret_in, open_editor, paste, story, write

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
SAVED = Path(__file__).parent / "clipboard"
CLEAN = """
<h2>Bridge at Harrow Ford to close for a year</h2>
<p>By Ivy Marlow</p>
<p>The <strong>old bridge</strong> at Harrow Ford will close on <em>Monday</em>, the council said in
 <a href="https://example.org/notice?id=7#top">a notice</a>. Traffic goes by the mill.</p>
<ul><li><p>Buses stop at the mill</p></li><li><p>The ferry runs twice an hour</p></li></ul>
<ol><li><p>First the piers</p></li></ol>
<p>Work begins in May.</p>
""".replace("\n ", " ").replace("\n", "")
MARKUP = """
() => {
    const copy = document.querySelector(".ProseMirror").cloneNode(true);
    for (const mark of copy.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
    for (const element of copy.querySelectorAll("*"))
        for (const { name } of [...element.attributes]) if (name !== "href") element.removeAttribute(name);
    copy.normalize();
    return copy.innerHTML;
}
"""


@pytest.mark.parametrize("source", ["word", "google_docs", "gmail", "web_page"])
def test_a_story_comes_in_clean(open_page: Open, source: str) -> None:
    page = open_editor(open_page())
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    paste(page, (SAVED / f"{source}.html").read_text(encoding="utf-8"))
    assert page.evaluate(MARKUP) == CLEAN
    kinds = page.locator("#editor .copy").evaluate_all("all => all.map(e => e.className)")
    assert kinds[:3] == ["copy copy--headline", "copy copy--byline", "copy copy--paragraph"]


def test_line_breaks_of_a_mail_become_paragraphs_and_cells_too(open_page: Open) -> None:
    page = write(open_page(), "Said already. ")
    page.keyboard.press("Enter")
    paste(page, (SAVED / "outlook_lines.html").read_text(encoding="utf-8"))
    assert page.evaluate(MARKUP).partition("Said already.")[2].partition("</p>")[2] == (
        "<p>The clerk wrote:</p><p>The road is shut.<br>It opens in June.</p><p>North pier</p><p>4 weeks</p>"
    )


def test_plain_text_comes_in_as_a_story(open_page: Open) -> None:
    page = open_editor(open_page())
    paste(page, text="Council cuts the tax\r\nBy Ann Other\r\n\r\nIt took the vote.\r\n\r\nNobody came.\r\n")
    assert story(page) == ["Council cuts the tax", "By Ann Other", "It took the vote.", "Nobody came."]
    expect(page.locator(".copy--headline")).to_have_text("Council cuts the tax")
    expect(page.locator(".copy--byline")).to_have_text("By Ann Other")


def test_words_pasted_into_a_sentence_stay_in_it(open_page: Open) -> None:
    page = write(open_page(), "It took the vote.")
    caret_in(page, "took the ")
    paste(page, "<meta charset='utf-8'><span style='font-weight:700'>second</span> ")
    assert story(page)[-1] == "It took the second vote."


def test_each_pasted_block_has_an_id_of_its_own(open_page: Open) -> None:
    page = write(open_page(), "One paragraph.")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    page.keyboard.press("Control+End")
    # The browser tells the editor of a moved selection a moment later; a person's next key is never so soon.
    page.evaluate("() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+v")
    expect(page.locator("#editor [data-block]")).to_have_count(6)
    ids = page.locator("#editor [data-block]").evaluate_all("all => all.map(e => e.dataset.block)")
    assert len(ids) == len(set(ids))
    assert all(len(each) == 8 for each in ids)


def test_copy_goes_out_as_clean_html_and_text(open_page: Open) -> None:
    page = open_editor(open_page())
    paste(page, (SAVED / "gmail.html").read_text(encoding="utf-8"))
    page.keyboard.press("Control+a")
    copied = page.evaluate(
        """() => {
            const data = new DataTransfer();
            const event = new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true });
            document.querySelector(".ProseMirror").dispatchEvent(event);
            return [data.getData("text/html"), data.getData("text/plain")];
        }"""
    )
    assert copied[0] == CLEAN.replace("h2>", "h1>")
    assert copied[1].startswith("Bridge at Harrow Ford to close for a year\n\nBy Ivy Marlow\n\nThe old bridge at")


def test_a_copied_block_keeps_its_kind_within_the_editor(open_page: Open) -> None:
    page = open_editor(open_page())
    paste(page, text="Council cuts the tax\nBy Ann Other\nIt took the vote.")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    page.keyboard.press("Control+v")
    expect(page.locator(".copy--byline")).to_have_text("By Ann Other")
    expect(page.locator(".copy--headline")).to_have_text("Council cuts the tax")

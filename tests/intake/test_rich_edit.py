"""Edits at places of the text find their way into the editor's document, and what was bold stays bold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.flags.flag import Edit, Span
from app.flags.report import apply_edits
from app.intake.plain_text import draft_from_text
from app.intake.rich_edit import CannotEdit, edit_doc
from app.intake.rich_from_text import doc_from_draft
from app.intake.rich_text import blocks_of_doc, draft_from_blocks

BOLD = [{"type": "strong"}]
LINK = [{"type": "link", "attrs": {"href": "https://example.org/"}}]


def text(words: str, marks: list[Any] | None = None) -> dict[str, Any]:
    return {"type": "text", "text": words, **({"marks": marks} if marks else {})}


def block(*content: dict[str, Any], kind: str = "paragraph", id: str = "block001") -> dict[str, Any]:
    return {"type": kind, "attrs": {"id": id}, "content": list(content)}


def doc(*blocks: dict[str, Any]) -> dict[str, Any]:
    return {"type": "doc", "content": list(blocks)}


def text_of(document: Any) -> str:
    return draft_from_blocks(blocks_of_doc(document)).draft.text


def swap(document: Any, old: str, new: str) -> Any:
    at = text_of(document).index(old)
    return edit_doc(document, [Edit(Span(at, at + len(old)), new)])


def test_an_edit_is_put_into_the_block_it_stands_in() -> None:
    one, two = block(text("One 🙂 here.")), block(text("Two teh here."), id="block002")
    edited = swap(doc(one, two), "teh", "the")
    assert edited["content"] == [one, block(text("Two the here."), id="block002")]


def test_words_that_stay_keep_their_marks() -> None:
    given = doc(block(text("The "), text("army", BOLD), text(" has withdrew.")))
    edited = swap(given, "army has withdrew", "army had withdrawn")
    assert edited["content"][0]["content"] == [text("The "), text("army", BOLD), text(" had withdrawn.")]


def test_new_words_take_the_marks_of_those_they_replace() -> None:
    edited = swap(doc(block(text("See "), text("teh", LINK), text(" page."))), "teh", "the")
    assert edited["content"][0]["content"] == [text("See "), text("the", LINK), text(" page.")]


def test_words_put_in_take_the_marks_of_the_words_before_them() -> None:
    edited = edit_doc(doc(block(text("He is", BOLD), text(" here."))), [Edit.insert(5, "n’t")])
    assert edited["content"][0]["content"] == [text("He isn’t", BOLD), text(" here.")]


def test_words_put_in_at_the_head_take_the_marks_of_the_words_behind() -> None:
    edited = edit_doc(doc(block(text("He", BOLD), text(" left."))), [Edit.insert(0, "“")])
    assert edited["content"][0]["content"] == [text("“He", BOLD), text(" left.")]


def test_a_line_break_inside_an_edit_stays_where_its_space_stays() -> None:
    given = doc(block(text("teh"), {"type": "hard_break"}, text("end")))
    edited = swap(given, "teh end", "the end")
    assert edited["content"][0]["content"] == [text("the"), {"type": "hard_break"}, text("end")]


def test_a_block_may_end_up_empty() -> None:
    edited = swap(doc(block(text("Gone."))), "Gone.", "")
    assert "content" not in edited["content"][0]
    assert text_of(edited) == ""


def test_paragraphs_of_lists_are_reached() -> None:
    items = [{"type": "list_item", "content": [block(text(f"Point {n}"), id=f"item000{n}")]} for n in (1, 2)]
    edited = swap(doc(block(text("Head")), {"type": "bullet_list", "content": items}), "Point 2", "Point two")
    assert text_of(edited) == "Head\nPoint 1\nPoint two"


def test_the_document_given_is_left_as_it_is() -> None:
    given = doc(block(text("teh")))
    swap(given, "teh", "the")
    assert given == doc(block(text("teh")))


@pytest.mark.parametrize("edit", [Edit(Span(2, 5), "x"), Edit(Span(0, 1), "a\nb")])
def test_an_edit_over_the_end_of_a_paragraph_is_refused(edit: Edit) -> None:
    with pytest.raises(CannotEdit, match="editor"):
        edit_doc(doc(block(text("One")), block(text("Two"), id="block002")), [edit])


def test_edits_that_meet_are_refused() -> None:
    with pytest.raises(CannotEdit, match="same words"):
        edit_doc(doc(block(text("One two"))), [Edit(Span(0, 5), "x"), Edit(Span(3, 7), "y")])


_words = st.text("ab 🙂é.,", min_size=1, max_size=12)
_marks = st.sampled_from([None, BOLD, LINK])


@settings(deadline=None)
@given(st.data())
def test_the_text_of_the_edited_document_is_the_edited_text(data: st.DataObject) -> None:
    blocks = [
        block(*[text(data.draw(_words), data.draw(_marks)) for _ in range(data.draw(st.integers(0, 3)))], id=f"b{n}")
        for n in range(data.draw(st.integers(1, 3)))
    ]
    given = doc(*blocks)
    before = text_of(given)
    at = data.draw(st.integers(0, len(before)))
    line_end = before.find("\n", at) if "\n" in before[at:] else len(before)
    edit = Edit(Span(at, data.draw(st.integers(at, line_end))), data.draw(st.text("ab 🙂é", max_size=6)))
    assert text_of(edit_doc(given, [edit])) == apply_edits(before, [edit])[0]


def test_a_pasted_draft_becomes_a_document_with_its_kinds() -> None:
    draft = draft_from_text("Mayor resigns\nBy Ann Other\n\nShe said so on Monday.\n")
    made = doc_from_draft(draft)
    assert [node["type"] for node in made["content"]] == ["headline", "byline", "paragraph"]
    assert len({node["attrs"]["id"] for node in made["content"]}) == 3
    assert text_of(made) == "Mayor resigns\nBy Ann Other\nShe said so on Monday."

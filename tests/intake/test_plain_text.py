"""Text in: bad input gets a sentence that helps, good input keeps its offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.draft import BlockKind, Draft
from app.intake.plain_text import BadDraft, decode, draft_from_text

STORY = "Council backs new bridge\nBy Ada Quill\n\nThe council voted for a bridge on Monday.\n\nWork starts in May."


def kinds(draft: Draft) -> list[str]:
    return [str(b.kind) for b in draft.blocks]


@pytest.mark.parametrize("text", ["", "   \n\t ", "…!?", "\u200b"])
def test_a_text_without_words_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(BadDraft, match="Paste or type a draft"):
        draft_from_text(text)


def test_a_text_over_the_limit_is_refused_with_both_figures() -> None:
    with pytest.raises(BadDraft, match=r"1,001 characters; the limit is 1,000.*MAX_DRAFT_CHARACTERS"):
        draft_from_text("a" * 1001, limit=1000)


def test_front_matter_and_paragraphs_are_told_apart() -> None:
    assert kinds(draft_from_text(STORY)) == ["headline", "byline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "byline",
    [
        "By Ada Quill",
        "Ada Quill in Paris",
        "Ada Quill Health correspondent",
        "Edited by Nell T.",
        "By Ada Quill, BBC News, Leeds",
    ],
)
def test_bylines_of_several_houses_are_known(byline: str) -> None:
    assert (
        kinds(draft_from_text(f"Bridge opens to traffic\n{byline}\n\nThe bridge opened on Monday, the council said."))[
            1
        ]
        == "byline"
    )


def test_one_sentence_alone_is_a_paragraph_not_a_headline() -> None:
    assert kinds(draft_from_text("The council said it’s plans had changed.")) == ["paragraph"]


def test_a_short_line_between_paragraphs_is_a_crosshead() -> None:
    draft = draft_from_text("Bridge opens\n\nThe bridge opened on Monday.\n\nLong wait\n\nDrivers queued for hours.")
    assert kinds(draft) == ["headline", "paragraph", "crosshead", "paragraph"]


def test_a_hard_wrapped_mail_is_read_by_paragraph() -> None:
    wrapped = (
        "The council voted on Monday to build a second bridge over the river\n"
        "after a debate that lasted until two in the morning and left several\n"
        "members asleep in their chairs, according to the clerk who was there\n"
        "to count the votes.\n\n"
        "Work starts in May and will take three years, the mayor told the few\n"
        "reporters who had stayed."
    )
    assert len(draft_from_text(wrapped).blocks) == 2


def test_windows_and_old_mac_line_ends_become_lf() -> None:
    assert (
        draft_from_text("One line here.\r\nTwo lines here.\rThree.").text == "One line here.\nTwo lines here.\nThree."
    )


def test_control_characters_become_spaces_one_for_one_and_are_told() -> None:
    draft = draft_from_text("The\x00 bridge\x1b opened.")
    assert draft.text == "The  bridge  opened."
    assert [n.text for n in draft.notices] == ["The draft held 2 control characters; Copydesk reads each as a space."]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04rest", "a Word or zip file"),
        (b"caf\xe9 au lait", "not UTF-8 text \\(byte 4"),
        (b"\x00\x01\x02\x03" * 40, "binary file"),
    ],
)
def test_files_that_are_no_text_are_named_with_the_reason(raw: bytes, says: str) -> None:
    with pytest.raises(BadDraft, match=f"story.txt.*{says}"):
        decode(raw, "story.txt")


def test_a_byte_order_mark_and_utf16_are_read() -> None:
    assert decode("Olá".encode("utf-8-sig"), "x") == "Olá"
    assert decode("Olá".encode("utf-16"), "x") == "Olá"


@given(st.text(max_size=400))
def test_no_text_whatever_raises_anything_but_a_clear_refusal(text: str) -> None:
    try:
        draft = draft_from_text(text)
    except BadDraft:
        return
    for block in draft.blocks:
        assert block.span.of(draft.text).strip() == block.span.of(draft.text) != ""
        assert block.kind in BlockKind

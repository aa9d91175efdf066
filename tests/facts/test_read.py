"""Reading a draft: no text stops it, and facts that cannot be read are told."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facts import read
from app.facts.document import Document
from app.intake.plain_text import BadDraft, draft_from_text


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_no_text_whatever_makes_a_finder_fail(text: str) -> None:
    try:
        draft = draft_from_text(text)
    except BadDraft:
        return
    assert read.read_document(draft).notices == ()


@pytest.mark.parametrize("text", ["ÆÞ", "'", "0", "“”x", "¼", "x" * 3000, "9" * 5000, "İ İİ", "ß’s"])
def test_odd_words_make_no_finder_fail(text: str) -> None:
    assert read.read_document(draft_from_text("x " + text)).notices == ()


def test_facts_that_cannot_be_read_are_told_and_the_others_stand(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(document: Document) -> None:
        raise ValueError(document.text)

    monkeypatch.setattr(read, "FINDERS", (("names", fails), *(f for f in read.FINDERS if f[0] != "names")))
    with caplog.at_level(logging.DEBUG):
        document = read.read_document(draft_from_text("“We will go,” the Wexcombe mayor said."))
    assert [n.text for n in document.notices] == [
        "The names of this draft could not be read; checks that rest on them found nothing."
    ]
    assert document.attributions
    assert "Wexcombe" not in caplog.text

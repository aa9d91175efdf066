"""A block is read alone and kept; what is found so is what reading the whole draft finds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.facts.alone import OutOfBlock
from app.facts.dates import find_dates, find_times
from app.facts.document import Document
from app.facts.figures import find_figures
from app.facts.parse import parse
from app.facts.quotations import find_quotations
from app.facts.read import read_document
from app.flags.flag import Span
from app.intake.draft import Draft
from app.intake.plain_text import draft_from_text
from tests.own_drafts import own_drafts

TEXT = "Ferry stopped\n\nIt stopped on 3 May. “We wait,” she said.\n\n“It is late.\n\n“It is 9 p.m.,” said 12 men."


@pytest.mark.parametrize(("name", "draft"), own_drafts(), ids=[name for name, _ in own_drafts()])
def test_facts_of_blocks_alone_are_those_of_the_whole(name: str, draft: Draft) -> None:
    document = read_document(draft)
    whole = parse(draft)
    for facts, find in (
        ("quotations", find_quotations), ("dates", find_dates), ("times", find_times), ("figures", find_figures)
    ):  # fmt: skip
        whole = replace(whole, **{facts: find(whole)})
        assert getattr(document, facts) == getattr(whole, facts), facts


def test_the_words_of_a_draft_are_those_of_its_blocks_in_place() -> None:
    document = parse(draft_from_text(TEXT))
    for i, token in enumerate(document.tokens):
        assert token.i == i
        assert token.span.of(document.text) == token.text
        sentence = document.sentences[token.sentence]
        assert sentence.first <= token.head < sentence.last
    for i, sentence in enumerate(document.sentences):
        assert sentence.i == i
        assert i in range(document.blocks[sentence.block].first, document.blocks[sentence.block].last)


def test_what_is_found_in_a_block_is_found_once() -> None:
    asked = []

    def length(one: Document) -> int:
        asked.append(one.text)
        return len(one.text)

    for text in (TEXT, TEXT + "\n\nMore came later."):
        document = parse(draft_from_text(text))
        assert [document.in_block(b.i, length) for b in document.blocks] == [b.span.length for b in document.blocks]
    assert sorted(asked) == sorted(set(asked))
    assert len(asked) == 5


def test_another_date_style_or_kind_is_another_block() -> None:
    first = parse(draft_from_text("It stopped on Monday.", style="ap"))
    second = parse(draft_from_text("It stopped on Monday.", style="bbc"))
    assert first.alone[0] is not second.alone[0]
    assert first.alone[0] is parse(draft_from_text("It stopped on Monday.", style="ap")).alone[0]
    assert first.alone[0].tokens is second.alone[0].tokens


def test_a_block_alone_refuses_what_only_the_whole_draft_knows() -> None:
    [one] = read_document(draft_from_text("Ann Lee said it stopped.")).alone
    for ask in (
        lambda: bool(one.names),
        lambda: one.names.at(Span(0, 3)),  # type: ignore[union-attr]
        lambda: list(one.attributions),
        lambda: len(one.claims),
        lambda: list(one.draft.sources),
        lambda: one.draft.knows("it"),
    ):
        with pytest.raises(OutOfBlock):
            ask()


def test_a_quotation_goes_on_over_paragraphs_that_open_with_a_mark() -> None:
    document = read_document(draft_from_text(TEXT))
    assert [(q.continues, q.continued) for q in document.quotations] == [(False, False), (True, False), (False, True)]

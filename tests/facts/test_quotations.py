"""Quotations are found whatever the keyboard did to their marks."""

from __future__ import annotations

import pytest

from app.facts.parse import parse
from app.facts.quotations import Quotation, find_quotations
from app.intake.plain_text import draft_from_text


def quotations(text: str) -> list[Quotation]:
    return list(find_quotations(parse(draft_from_text(text))))


def inner(text: str) -> list[str]:
    return [q.inner.of(text) for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"It rained," Ann Lee said.', ["It rained,"]),
        ("“It rained,” Ann Lee said.", ["It rained,"]),
        ("”It rained,“ Ann Lee said.", ["It rained,"]),
        ("''It rained,'' Ann Lee said.", ["It rained,"]),
        ("``It rained,'' Ann Lee said. ''It poured.''", ["It rained,", "It poured."]),
        ("‘It rained,’ Ann Lee said.", ["It rained,"]),
        ("'It rained,' Ann Lee said.", ["It rained,"]),
        ("She called it “a farce”.", ["a farce"]),
        ("The vote was “rigged” and “a farce”, he said.", ["rigged", "a farce"]),
        ("“He said: ‘Go home,’” she told them.", ["He said: ‘Go home,’", "Go home,"]),
    ],
)
def test_words_between_marks_are_quoted(text: str, said: list[str]) -> None:
    assert inner(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "The dogs' bowls and the cats' beds were gone.",
        "It's the '90s all over again, isn't it?",
        'The board was 6" wide and 8" long.',
        "Rock 'n' roll isn't dead.",
        "The workers’ union met the owners’ club.",
    ],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert inner(text) == []


def test_a_span_holds_the_marks_and_the_inner_span_does_not() -> None:
    text = "“It rained,” she said."
    (found,) = quotations(text)
    assert found.span.of(text) == "“It rained,”"
    assert found.inner.of(text) == "It rained,"


def test_strokes_typed_for_marks_belong_to_the_span() -> None:
    text = "''It rained,'' she said."
    (found,) = quotations(text)
    assert found.span.of(text) == "''It rained,''"


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "Ann Lee read from a card. “It rained all night.\n\n“Then the wall fell,” she said.\n\nThe street was shut."
    first, second = quotations(text)
    assert not first.closed
    assert first.continues
    assert second.continued


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "Ann Lee shook her head. “It rained all night.\n\nThe street was shut."
    (found,) = quotations(text)
    assert not found.closed
    assert not found.continues
    assert found.inner.of(text) == "It rained all night."


def test_a_nested_quotation_is_deeper() -> None:
    assert [q.depth for q in quotations("“He said: ‘Go home,’” she told them.")] == [1, 2]


def test_a_fragment_is_no_sentence() -> None:
    text = "She called it “a farce” and said: “I am going home.”"
    fragment, sentence = quotations(text)
    assert not fragment.is_sentence(text)
    assert sentence.is_sentence(text)

"""A dismissed flag stays dismissed while its own words stand, and only that flag."""

from __future__ import annotations

import re

from app.flags.fingerprint import fingerprints
from app.flags.flag import Flag, Span


def marks(text: str, *words: str, rule: str = "grammar.its") -> list[str]:
    """The fingerprints of flags on every place of the words, sentences ending in a full stop."""
    sentences = [Span(m.start(), m.end()) for m in re.finditer(r"[^.\s][^.]*\.", text)]
    flags = [Flag(Span(m.start(), m.end()), "", rule=rule) for w in words for m in re.finditer(re.escape(w), text)]
    return fingerprints(flags, text, sentences)


def test_it_outlives_changes_elsewhere_and_of_white_space() -> None:
    assert marks("It lost it’s way.", "it’s") == marks("New words here. And more.\nIt lost  it’s way. The end.", "it’s")


def test_it_changes_with_the_words_the_sentence_and_the_rule() -> None:
    [first] = marks("It lost it’s way.", "it’s")
    assert marks("It lost its way.", "its") != [first]
    assert marks("It lost it’s path.", "it’s") != [first]
    assert marks("It lost it’s way.", "it’s", rule="grammar.apostrophe") != [first]


def test_twins_are_told_apart_by_their_order() -> None:
    once = marks("It lost it’s way.", "it’s")
    assert len(set(marks("It’s it’s it’s.", "it’s"))) == 2
    twice = marks("It lost it’s way.\nIt lost it’s way.", "it’s")
    assert twice[0] == once[0] != twice[1]


def test_a_flag_at_the_end_of_a_sentence_or_between_two_has_one_too() -> None:
    text = "He left. She stayed."
    flags = [Flag(Span(n, n), "", rule="grammar.stop") for n in (8, 9, 20)]
    assert len(set(fingerprints(flags, text, [Span(0, 8), Span(9, 20)]))) == 3
    assert len(fingerprints(flags, text, [])) == 3


def test_the_order_in_which_flags_are_given_does_not_matter() -> None:
    text, sentence = "It lost it’s way and it’s mind.", [Span(0, 31)]
    a, b = Flag(Span(8, 12), "", rule="x"), Flag(Span(21, 25), "", rule="x")
    assert fingerprints([a, b], text, sentence) == fingerprints([b, a], text, sentence)[::-1]

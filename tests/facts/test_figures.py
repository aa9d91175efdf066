"""Numbers written in any supported form are read back, and no text whatever stops the reading."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_digits import grouped, read_digits, with_scale
from app.facts.figures_words import ordinal_in_figures, ordinal_in_words, read_ordinal, read_words, spell
from app.facts.read import read_document
from app.intake.plain_text import draft_from_text

WHOLE = st.integers(0, 10**12)
DECIMALS = st.decimals(min_value=0, max_value=10**9, places=2)


def figures(text: str) -> tuple[Figure, ...]:
    return _document(text).figures


def _document(text: str) -> Document:
    return read_document(draft_from_text(text))


def only(text: str, kind: str) -> Figure:
    found = [f for f in figures(text) if f.kind == kind]
    assert len(found) == 1, found
    return found[0]


@given(WHOLE, st.booleans())
def test_a_number_spelled_out_is_read_back(n: int, with_and: bool) -> None:
    assert read_words(spell(n, with_and=with_and)) == n


@given(st.integers(1, 999))
def test_an_ordinal_is_read_back_from_figures_and_from_words(n: int) -> None:
    assert read_ordinal(ordinal_in_figures(n)) == n
    assert read_ordinal(ordinal_in_words(n)) == n


@given(DECIMALS)
def test_a_number_in_figures_is_read_back(value: Decimal) -> None:
    assert read_digits(grouped(value)) == value
    assert read_digits(f"{value:f}") == value


@given(WHOLE.filter(lambda n: n >= 1000))
def test_thousands_grouped_by_comma_space_or_both_are_one_number(n: int) -> None:
    for mark in (",", " ", ", ", "\u00a0"):
        assert read_digits(f"{n:,}".replace(",", mark)) == n


@given(st.decimals(min_value=1, max_value=999, places=1), st.sampled_from(["million", "billion", "trillion"]))
def test_scale_and_value_make_each_other(value: Decimal, word: str) -> None:
    size = {"million": 10**6, "billion": 10**9, "trillion": 10**12}[word]
    assert with_scale(value * size) == (value.normalize(), word)


@settings(max_examples=60, deadline=None)
@given(st.integers(1000, 10**9), st.sampled_from(["£{}", "${}", "€{}", "{} people", "{}%", "{} miles", "{} dollars"]))
def test_a_figure_keeps_its_value_in_every_frame(n: int, frame: str) -> None:
    found = figures("They counted " + frame.format(f"{n:,}") + " there.")
    assert [f.value for f in found] == [n]


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 999_999).filter(lambda n: n % 100))
def test_words_in_a_sentence_are_one_figure(n: int) -> None:
    figure = figures(f"They counted {spell(n)} boats there.")[0]
    assert (figure.value, figure.noun, figure.in_words) == (n, "boat", True)


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1, max_size=120))
def test_no_text_whatever_stops_the_reading(text: str) -> None:
    if any(c.isalnum() for c in text):
        _document("x " + text)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "12 , . - – : / $ £ % m bn th st 0 000 3 May a.m. PM of to and a half dozen °F ½ ' million".split()
        ),
        max_size=14,
    )
)
def test_no_run_of_marks_and_numbers_stops_the_reading(parts: list[str]) -> None:
    for joint in ("", " "):
        _document("x " + joint.join(parts))


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("It cost £4.1m to build.", "money", 4_100_000, "GBP"),
        ("It cost $4.1 million to build.", "money", 4_100_000, "USD"),
        ("It cost 450 million pounds to build.", "money", 450_000_000, "GBP"),
        ("Turnout was 4.2 pct lower.", "percent", Decimal("4.2"), "%"),
        ("Turnout fell four percentage points.", "points", 4, "points"),
        ("Rates rose 25 basis points.", "points", Decimal("0.25"), "points"),
        ("A 12-year-old boy fell.", "age", 12, "years"),
        ("Ann Lee, 52, won.", "age", 52, ""),
        ("It was 41C at noon.", "temperature", 41, "C"),
        ("It ran 38 miles south.", "measure", 38, "mile"),
        ("They won by a 5-2 vote.", "ratio", 5, ""),
        ("It took two-thirds of them.", "fraction", Decimal(2) / 3, ""),
        ("It was the 21st time.", "ordinal", 21, ""),
        ("They took Route 7 home.", "label", 7, ""),
        ("About two dozen boats sank.", "count", 24, ""),
    ],
)
def test_a_figure_has_kind_value_and_unit(text: str, kind: str, value: Decimal, unit: str) -> None:
    figure = only(text, kind)
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("About 250,000 people fled.", "people"),
        ("The nine oiled birds died.", "bird"),
        ("He led 14 surgical hubs.", "hub"),
        ("She met five of the nine civilians.", "civilian"),
        ("The 64 council workers stayed.", "worker"),
    ],
)
def test_a_figure_knows_what_it_counts(text: str, noun: str) -> None:
    assert noun in {f.noun for f in figures(text)}


def test_words_of_caution_belong_to_the_figure() -> None:
    assert only("More than 40 boats sank.", "count").hedge == "more than"
    assert only("It cost nearly £40m to build.", "money").hedge == "nearly"
    assert only("Only 40 boats sank.", "count").hedge == ""


def test_dates_and_times_are_no_figures() -> None:
    assert not figures("On March 3, 2024, at 9:30 a.m. they met.")

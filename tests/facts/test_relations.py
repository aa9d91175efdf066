"""Figures that the words call a difference, a rest or a total are bound to those that make them, and worked out."""

from decimal import Decimal

import pytest

from app.facts.figures_slips import may_be_slip
from app.facts.read import read_document
from app.facts.relations import find_relations, misfit
from app.intake.plain_text import draft_from_text


def _wrong(text: str) -> list[tuple[Decimal, Decimal]]:
    found = (misfit(r) for r in find_relations(read_document(draft_from_text(text))))
    return [(m.result.value, m.true) for m in found if m is not None]


@pytest.mark.parametrize(
    ("text", "told", "true"),
    [
        ("Ottley scored 287 points and Baird 264, a lead of 33 points.", 33, 23),
        ("The bridge is 310 meters long, and 140 meters have been painted, leaving 150 meters to do.", 150, 170),
        ("Rain fell on 11 days in June and 16 in July, making 29 wet days.", 29, 27),
        ("Two stoppages, of 11 days in September and eight in November, cost 21 days.", 21, 19),
        ("Five climbers died on the north face and eight on the south. All 15 were found.", 15, 13),
    ],
)
def test_a_sum_that_the_words_call_for_is_worked_out(text: str, told: int, true: int) -> None:
    assert _wrong(text) == [(told, true)]


@pytest.mark.parametrize(
    "text",
    [
        "Ottley scored 287 points and Baird 264, a lead of 23 points.",
        "The fund spent $2.3 million, $1.4 million of it on roads and the other $900,000 on schools.",
        "About 12,000 people came on Friday and some 8,000 on Saturday, a difference of 3,600.",
        "The club sold 300 shirts, 90 scarves and 60 hats, and 480 programs in all.",
        "The village has 400 people, and a school of 30 pupils, and is 12 miles from the sea, eight more than its rival.",
    ],
)
def test_figures_that_agree_or_may_be_of_something_else_are_left(text: str) -> None:
    assert _wrong(text) == []


@pytest.mark.parametrize(
    ("told", "true"), [("23", "13"), ("6.3", "5.3"), ("8300", "9300"), ("71", "17"), ("120", "12")]
)
def test_one_digit_or_two_exchanged_or_a_nought_more_is_a_slip(told: str, true: str) -> None:
    assert may_be_slip(Decimal(told), Decimal(true))


@pytest.mark.parametrize(("told", "true"), [("13", "13"), ("40", "73"), ("9", "2"), ("512", "340"), ("0", "5")])
def test_numbers_with_little_in_common_are_no_slips(told: str, true: str) -> None:
    assert not may_be_slip(Decimal(told), Decimal(true))

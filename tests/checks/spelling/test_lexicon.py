"""The word lists as the spelling checks rely on them."""

from __future__ import annotations

from app.checks.spelling.lexicon import dialects, misspellings, nearest, one_edit_away, proper_words, words


def test_common_words_have_a_low_class_and_rare_ones_a_high_one() -> None:
    assert words()["the"] == 10
    assert words()["government"] <= 20
    assert words()["calender"] >= 70


def test_no_listed_misspelling_is_a_common_word() -> None:
    assert not [wrong for wrong in misspellings() if words().get(wrong, 99) <= 60]


def test_every_cure_of_a_listed_misspelling_is_a_known_word() -> None:
    assert not [cure for cures in misspellings().values() for cure in cures if cure not in words()]


def test_a_letter_swapped_doubled_dropped_added_or_changed_is_one_edit() -> None:
    made = set(one_edit_away("seperate"))
    assert {"separate", "sperate", "seeperate", "esperate"} <= made


def test_the_nearest_word_is_the_one_a_finger_would_have_meant() -> None:
    assert nearest("accomodate")[0] == "accommodate"
    assert nearest("thier")[0] == "their"


def test_each_dialect_knows_the_other_s_forms_and_keeps_its_own() -> None:
    foreign = dialects().foreign
    assert foreign["en-GB"]["armored"] == "armoured"
    assert foreign["en-US"]["paediatric"] == "pediatric"
    assert "centre" not in foreign["en-GB"]
    assert "center" not in foreign["en-US"]
    assert "specialties" not in foreign["en-GB"]
    assert dialects().ize["organize"] == "organise"


def test_days_are_proper_words_and_no_misspellings() -> None:
    assert "sunday" in proper_words()

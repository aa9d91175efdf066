"""Pieces of marked text: nothing lost, nothing twice, however flags overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.flags.flag import Edit, Flag, Severity, Span
from app.flags.marked import EditDiff, edit_diff, marked_pieces


def flag(start: int, end: int, severity: str = "must") -> Flag:
    return Flag(Span(start, end), "", severity=Severity(severity))


def test_a_flag_cuts_the_text_in_three() -> None:
    pieces = marked_pieces("a bad day", [flag(2, 5)])
    assert [(p.text, p.flags, p.ends) for p in pieces] == [("a ", (), ()), ("bad", (0,), (0,)), (" day", (), ())]


def test_the_graver_of_two_flags_on_the_same_words_colours_them() -> None:
    pieces = marked_pieces("a bad day", [flag(2, 9, "may"), flag(2, 5, "must")])
    assert [(p.text, str(p.severity)) for p in pieces if p.flags] == [("bad", "must"), (" day", "may")]


def test_wording_inside_a_flagged_statement_has_its_own_colour() -> None:
    text = "This is a statement that goes on for more than sixty characters in all, truly."
    pieces = marked_pieces(text, [flag(0, len(text), "must"), flag(10, 19, "may")])
    assert [(p.text, str(p.severity), p.is_statement) for p in pieces][:2] == [
        ("This is a ", "must", True),
        ("statement", "may", False),
    ]


def test_a_flag_on_a_place_without_words_has_a_piece_of_its_own() -> None:
    pieces = marked_pieces("one two", [flag(3, 3)])
    assert [(p.text, p.ends) for p in pieces] == [("one", ()), ("", (0,)), (" two", ())]


def test_a_flag_at_the_very_end_is_there() -> None:
    assert marked_pieces("one", [flag(3, 3)])[-1].flags == (0,)


@given(st.text(min_size=1, max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_pieces_joined_are_the_text_and_every_flag_ends_once(text: str, places: list[tuple[int, int]]) -> None:
    flags = [flag(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in places]
    pieces = marked_pieces(text, flags)
    assert "".join(p.text for p in pieces) == text
    assert sorted(i for p in pieces for i in p.ends) == list(range(len(flags)))
    for i, each in enumerate(flags):
        assert "".join(p.text for p in pieces if i in p.flags) == each.span.of(text)


@given(st.integers(0, 20), st.integers(0, 20))
def test_a_stretch_has_the_pieces_of_that_stretch(a: int, b: int) -> None:
    text, within = "twenty characters ok", Span(min(a, b), max(a, b))
    assert "".join(p.text for p in marked_pieces(text, [flag(3, 12)], within=within)) == within.of(text)


def diff(text: str, old: str, new: str) -> EditDiff:
    at = text.index(old)
    return edit_diff(text, Edit.replace(Span(at, at + len(old)), new))


def test_a_diff_shows_whole_words() -> None:
    assert diff("most of it’s forces", "’s", "s") == EditDiff("", "it’s", "its", "")


def test_a_diff_leaves_out_words_that_stay() -> None:
    assert diff("All 211 passengers left", "All 211 passengers", "All 214 passengers") == EditDiff(
        "All ", "211", "214", " passengers"
    )


def test_a_stop_that_is_put_in_is_shown_with_its_word() -> None:
    assert diff("at 7 a.m on", "a.m", "a.m.") == EditDiff("", "a.m", "a.m.", "")


def test_a_word_that_is_put_in_or_taken_out_stands_alone() -> None:
    assert diff("said that that cat", "that that", "that") == EditDiff("that", " that", "", "")
    assert edit_diff("in United", Edit.insert(2, " the")) == EditDiff("in", "", " the", "")

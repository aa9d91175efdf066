"""One card stands where several flags say the same; flags that say different things stand side by side."""

from __future__ import annotations

from app.flags.flag import Edit, Flag, Severity, Span
from app.flags.merge import merge
from app.flags.report import apply_edits


def flag(start: int, end: int, **kwargs: object) -> Flag:
    given: dict[str, object] = {"severity": "should", "category": "grammar", "rule": "grammar.x"} | kwargs
    return Flag(Span(start, end), "wrong", **given)  # type: ignore[arg-type]


def test_an_engines_flag_gives_way_to_ours_on_the_same_words() -> None:
    ours, theirs = flag(4, 8), flag(4, 8, rule="languagetool:ITS", severity="must", category="spelling")
    assert merge([theirs, ours]) == (ours,)


def test_an_engines_flag_elsewhere_stands() -> None:
    ours, theirs = flag(4, 8), flag(9, 12, rule="languagetool:ITS")
    assert merge([theirs, ours]) == (ours, theirs)


def test_two_of_our_categories_on_the_same_words_both_stand() -> None:
    one, two = flag(4, 8), flag(4, 8, category="source_name", rule="names.y")
    assert set(merge([one, two])) == {one, two}


def test_of_two_flags_of_one_category_the_graver_stands() -> None:
    mild, grave = flag(4, 8, severity="may"), flag(5, 8, severity="must", rule="grammar.z")
    assert merge([mild, grave]) == (grave,)


def test_a_flag_on_a_whole_statement_stands_beside_one_on_its_wording() -> None:
    statement, wording = flag(0, 120), flag(4, 8)
    assert set(merge([statement, wording])) == {statement, wording}


def test_two_flags_that_offer_the_same_edit_are_one_card() -> None:
    edit = Edit.replace(Span(4, 8), "its")
    one, two = flag(4, 8, edits=(edit,)), flag(4, 8, edits=(edit,), category="house_style", rule="style.ap.its")
    assert len(merge([one, two])) == 1


def test_safe_means_a_must_with_exactly_one_edit_that_nobody_has_to_look_at() -> None:
    edit = Edit.replace(Span(4, 8), "its")
    assert flag(4, 8, severity="must", edits=(edit,)).safe
    assert not flag(4, 8, severity="should", edits=(edit,)).safe
    assert not flag(4, 8, severity="must", edits=(edit, Edit.delete(Span(4, 8)))).safe
    assert not flag(4, 8, severity="must", edits=(Edit.delete(Span(4, 8), safe=False),)).safe


def test_edits_are_applied_together_and_an_overlapping_one_is_left_out() -> None:
    first, clash, last = Edit.replace(Span(0, 3), "One"), Edit.replace(Span(2, 5), "x"), Edit.insert(7, "!")
    text, left = apply_edits("one two", [last, clash, first])
    assert text == "One two!"
    assert left == (clash,)


def test_a_severity_given_as_a_word_is_a_severity() -> None:
    assert flag(0, 1, severity="must").severity is Severity.MUST

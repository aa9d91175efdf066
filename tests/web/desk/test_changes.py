"""What changed since a person looked is marked at its place in the text as it is now."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.web.desk.changes import Changes, Taken, changes_between

OLD = "Mayor resigns\n\nShe said so on Monday at the town hall.\nNobody came."


def added(new: str, changes: Changes) -> list[str]:
    return [span.of(new) for span in changes.added]


def test_the_same_text_has_no_changes() -> None:
    assert changes_between(OLD, OLD) == Changes()


def test_a_changed_word_is_marked_with_the_word_before_it() -> None:
    new = OLD.replace("Monday", "Tuesday")
    changes = changes_between(OLD, new)
    assert added(new, changes) == ["Tuesday"]
    assert changes.taken == (Taken(new.index("Tuesday"), "Monday"),)
    assert changes.paragraphs == 1


def test_a_new_paragraph_is_marked_whole() -> None:
    new = OLD.replace("Nobody", "The deputy mayor takes over at once.\nNobody")
    assert added(new, changes_between(OLD, new)) == ["The deputy mayor takes over at once."]


def test_a_paragraph_that_was_taken_out_is_kept_by_the_line_after_it() -> None:
    new = OLD.replace("She said so on Monday at the town hall.\n", "")
    changes = changes_between(OLD, new)
    assert changes.gone == ((2, "She said so on Monday at the town hall."),)
    assert changes.added == ()


def test_the_last_paragraph_may_be_taken_out() -> None:
    new = OLD.replace("\nNobody came.", "")
    assert changes_between(OLD, new).gone == ((3, "Nobody came."),)


_line = st.text("ab c.", max_size=8)


@settings(deadline=None)
@given(st.lists(_line, max_size=5).map("\n".join), st.lists(_line, max_size=5).map("\n".join))
def test_every_place_is_one_of_the_new_text(old: str, new: str) -> None:
    changes = changes_between(old, new)
    assert all(span.end <= len(new) for span in changes.added)
    assert all(taken.at <= len(new) for taken in changes.taken)

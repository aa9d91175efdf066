"""Two texts compared: paragraphs that came, went or changed, and the words within."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.editor.compare import compare

LINES = st.lists(
    st.sampled_from(["It took the vote.", "It took a vote.", "Nobody came.", "a b", "b a", "🎉 x"]), max_size=5
)


def test_a_changed_word_is_shown_in_its_paragraph() -> None:
    [change] = compare("It took teh vote.", "It took the vote.")
    assert change.kind == "changed"
    assert [(p.text, p.kind) for p in change.pieces] == [
        ("It took ", "same"), ("teh", "del"), ("the", "ins"), (" vote.", "same"),
    ]  # fmt: skip


def test_neighbouring_changes_read_as_one() -> None:
    [change] = compare("He met Ann Other today.", "He met Mary Bright today.")
    assert [(p.text, p.kind) for p in change.pieces if p.kind != "same"] == [
        ("Ann Other", "del"),
        ("Mary Bright", "ins"),
    ]


def test_paragraphs_that_came_and_went() -> None:
    changes = compare("One stays.\nTwo goes away for good.", "Zero is entirely new.\nOne stays.")
    assert [c.kind for c in changes] == ["added", "same", "removed"]


@given(LINES, LINES)
def test_both_texts_can_be_read_back(old: list[str], new: list[str]) -> None:
    changes = compare("\n".join(old), "\n".join(new))
    before = ["".join(p.text for p in c.before) for c in changes if c.kind != "added"]
    after = ["".join(p.text for p in c.after) for c in changes if c.kind != "removed"]
    assert (before, after) == (old, new)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (" ".join(f"a{n} b c\n" for n in range(9_000)), " ".join(f"z{n} y x\n" for n in range(9_000))),
        ("x\ny\n" * 5_000, "y\nx\n" * 5_000),
        ("a b " * 900 + "\n", "b a " * 900 + "\n"),
        (("a b " * 900 + "\n") * 50, ("b a " * 900 + "c\n") * 50),
    ],
)
def test_texts_made_to_be_hard_to_compare_are_compared_in_seconds(before: str, after: str) -> None:
    began = time.process_time()
    changes = compare(before, after)
    assert time.process_time() - began < 10
    old = [line for line in before.split("\n") if line.strip()]
    assert ["".join(p.text for p in c.before) for c in changes if c.kind != "added"] == old

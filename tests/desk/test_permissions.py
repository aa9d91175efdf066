"""Who sees, edits and decides: own drafts for reporters, their desks' for editors, all for standards."""

from __future__ import annotations

import pytest

from app.desk import permissions as may
from app.desk.people import Person
from app.desk.states import State
from tests.desk.test_states import AUTHOR, COLLEAGUE, EDITOR, FAR, GONE, STANDARDS, draft

EVERYBODY = (AUTHOR, COLLEAGUE, EDITOR, FAR, STANDARDS, GONE)


def those(rule: object, state: State, desk: int | None = 1) -> set[str]:
    return {p.sign_in for p in EVERYBODY if rule(p, draft(state, desk=desk))}  # type: ignore[operator]


@pytest.mark.parametrize("state", State)
def test_a_draft_is_seen_by_its_author_its_desk_and_standards(state: State) -> None:
    assert those(may.may_see, state) == {"rita", "ed", "stan"}


def test_a_draft_of_no_desk_is_its_authors_until_it_is_submitted() -> None:
    assert those(may.may_see, State.DRAFT, None) == {"rita", "stan"}
    assert those(may.may_see, State.SUBMITTED, None) == {"rita", "ed", "far", "stan"}


@pytest.mark.parametrize(
    ("state", "who"),
    [
        (State.DRAFT, {"rita"}),
        (State.SUBMITTED, {"rita", "ed", "stan"}),
        (State.IN_REVIEW, {"ed", "stan"}),
        (State.CHANGES_REQUESTED, {"rita", "ed", "stan"}),
        (State.APPROVED, {"ed", "stan"}),
        (State.SPIKED, set()),
    ],
)
def test_words_are_changed_by_whose_turn_it_is(state: State, who: set[str]) -> None:
    assert those(may.may_edit, state) == who
    assert those(may.may_decide, state) == (set() if state is State.APPROVED else who)


def test_decisions_count_for_sign_off_when_an_editor_makes_them_on_anothers_copy() -> None:
    assert those(may.counts_for_sign_off, State.IN_REVIEW) == {"ed", "stan"}
    own = Person(AUTHOR.id, "rita", "Rita", EDITOR.role, frozenset({1}))
    assert not may.counts_for_sign_off(own, draft(State.IN_REVIEW))


def test_figures_are_for_standards() -> None:
    assert {p.sign_in for p in EVERYBODY if may.may_see_figures(p)} == {"stan"}

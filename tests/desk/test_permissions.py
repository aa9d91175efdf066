"""Who sees, edits and decides: own drafts for reporters, their desks' for editors, all for standards."""

from __future__ import annotations

import datetime

import pytest

from app.desk import permissions as may
from app.desk.actions_review import may_take_back
from app.desk.draft import Who
from app.desk.gate import what_is_left
from app.desk.people import Person, Role
from app.desk.review import Decision, Verdict
from app.desk.states import Mover, State
from tests.desk.test_states import AUTHOR, COLLEAGUE, EDITOR, FAR, GONE, STANDARDS, draft

AT = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)
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


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("own_copy", [False, True])
@pytest.mark.parametrize("wrote_it", [False, True])
def test_nobody_reviews_their_own_story_whatever_their_role_unless_the_newsroom_lets_them(
    role: Role, *, own_copy: bool, wrote_it: bool
) -> None:
    person = Person(AUTHOR.id if wrote_it else 50, "x", "X", role, frozenset({1}), own_copy=own_copy)
    of = draft(State.IN_REVIEW)
    edits = role is not Role.REPORTER
    reviews = edits and (own_copy or not wrote_it)
    asked = Decision("f", "r", "c", "must", Verdict.ASKED, "Who?", Who(3, "Ed"), AT, by_desk=True)
    assert may.counts_for_sign_off(person, of) == reviews
    assert may_take_back(person, of, asked) == reviews
    assert may.may_move(person, of, Mover.STANDARDS) == (reviews and role in (Role.STANDARDS, Role.ADMINISTRATOR))
    assert ("own" in [one.kind for one in what_is_left(person, of, [], [], [], [], [])]) == (wrote_it and not reviews)


def test_figures_are_for_standards() -> None:
    assert {p.sign_in for p in EVERYBODY if may.may_see_figures(p)} == {"stan"}

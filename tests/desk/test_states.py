"""The table of moves is whole: every state can be reached and left, and each role makes its own moves alone."""

from __future__ import annotations

import pytest

from app.desk.acting import PAST
from app.desk.draft import DeskDraft, Who
from app.desk.moves import available_moves
from app.desk.people import Person, Role
from app.desk.states import MOVES, STATE_TITLES, Mover, State, moves_called

POLITICS, SPORT = 1, 2
AUTHOR = Person(1, "rita", "Rita", Role.REPORTER, frozenset({POLITICS}))
COLLEAGUE = Person(2, "rob", "Rob", Role.REPORTER, frozenset({POLITICS}))
EDITOR = Person(3, "ed", "Ed", Role.EDITOR, frozenset({POLITICS}))
SECOND = Person(4, "eve", "Eve", Role.EDITOR, frozenset({POLITICS}))
FAR = Person(5, "far", "Far", Role.EDITOR, frozenset({SPORT}))
STANDARDS = Person(6, "stan", "Stan", Role.STANDARDS)
GONE = Person(7, "gone", "Gone", Role.ADMINISTRATOR, active=False)


def draft(state: State, *, held_by: Person | None = None, desk: int | None = POLITICS) -> DeskDraft:
    held = Who(held_by.id, held_by.name) if held_by else None
    return DeskDraft("u" * 16, "Title", state, Who(AUTHOR.id, AUTHOR.name), desk=desk, claimed_by=held, words=3)


def names(person: Person, of: DeskDraft) -> set[str]:
    return {move.name for move in available_moves(person, of)}


def test_every_state_has_a_title_a_way_in_and_a_way_out() -> None:
    assert set(STATE_TITLES) == set(State)
    assert {move.to for move in MOVES} == set(State)
    assert {origin for move in MOVES for origin in move.origins} == set(State)


def test_every_move_can_be_told_to_who_came_too_late() -> None:
    assert {move.name for move in MOVES} == set(PAST)
    with pytest.raises(KeyError):
        moves_called("publish")


def test_signing_off_leads_through_review_alone() -> None:
    assert {move.origins for move in MOVES if move.to is State.APPROVED} == {(State.IN_REVIEW,)}


def test_nobody_presses_what_follows_from_another_action() -> None:
    for state in State:
        assert all(move.who is not Mover.NOBODY for move in available_moves(STANDARDS, draft(state)))


@pytest.mark.parametrize(
    ("state", "held_by", "moves"),
    [
        (State.DRAFT, None, {AUTHOR: {"submit", "spike"}, EDITOR: set(), STANDARDS: set()}),
        (
            State.SUBMITTED,
            None,
            {AUTHOR: {"withdraw"}, EDITOR: {"claim", "hand_over", "spike"}, STANDARDS: {"claim", "hand_over", "spike"}},
        ),
        (
            State.IN_REVIEW,
            EDITOR,
            {
                AUTHOR: set(),
                EDITOR: {"take_over", "release", "hand_over", "request_changes", "approve", "spike"},
                SECOND: {"take_over", "hand_over", "spike"},
                STANDARDS: {"take_over", "hand_over", "spike", "override"},
            },
        ),
        (
            State.CHANGES_REQUESTED,
            EDITOR,
            {AUTHOR: {"resubmit"}, EDITOR: {"take_over", "release", "hand_over", "resubmit", "spike"}},
        ),
        (State.APPROVED, EDITOR, {AUTHOR: set(), EDITOR: {"reopen", "spike"}}),
        (State.SPIKED, None, {AUTHOR: {"revive"}, EDITOR: {"revive"}}),
    ],
)
def test_each_makes_the_moves_of_their_part(
    state: State, held_by: Person | None, moves: dict[Person, set[str]]
) -> None:
    for person, expected in moves.items():
        assert names(person, draft(state, held_by=held_by)) == expected, person.name
    for nobody in (COLLEAGUE, FAR, GONE):
        assert names(nobody, draft(state, held_by=held_by)) == set(), nobody.name

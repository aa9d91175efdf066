"""The states of a draft on the desk, and the one table of moves between them: who may move it, from where, on what condition."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a draft stands on its way to print."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    SPIKED = "spiked"

    @property
    def is_open(self) -> bool:
        """Whether work on it is left: neither signed off nor spiked."""
        return self not in (State.APPROVED, State.SPIKED)


STATE_TITLES = {
    State.DRAFT: "Draft",
    State.SUBMITTED: "Submitted",
    State.IN_REVIEW: "In review",
    State.CHANGES_REQUESTED: "Changes requested",
    State.APPROVED: "Approved",
    State.SPIKED: "Spiked",
}


class Mover(StrEnum):
    """Who makes a move. permissions.py says what each means."""

    AUTHOR = "author"  # whoever wrote the draft
    EDITOR = "editor"  # an editor of its desk
    HOLDER = "holder"  # the editor who has claimed it, or any editor of its desk where nobody has
    AUTHOR_OR_EDITOR = "author or editor"
    STANDARDS = "standards"  # a standards editor or administrator, not on their own copy
    NOBODY = "nobody"  # follows from another action: no button makes it


class Condition(StrEnum):
    """What has to be so, besides who and from where, for a move to be made."""

    NONE = ""
    WORDS = "words"  # the draft holds a word
    CLAIMED = "claimed"  # an editor holds it
    UNCLAIMED = "unclaimed"  # no editor holds it
    GATE = "gate"  # gate.py finds nothing left
    REASON = "reason"  # a reason is given
    TO_EDITOR = "to an editor"  # the person it goes to is an editor of its desk


@dataclass(frozen=True)
class Move:
    """A row of the table. A name may have several rows: the first whose origin and condition fit is made."""

    name: str
    label: str
    origins: tuple[State, ...]
    to: State
    who: Mover
    condition: Condition = Condition.NONE


_DRAFT, _SUBMITTED, _IN_REVIEW = State.DRAFT, State.SUBMITTED, State.IN_REVIEW
_CHANGES, _APPROVED, _SPIKED = State.CHANGES_REQUESTED, State.APPROVED, State.SPIKED

MOVES: tuple[Move, ...] = (
    Move("submit", "Submit", (_DRAFT,), _SUBMITTED, Mover.AUTHOR, Condition.WORDS),
    Move("withdraw", "Take back", (_SUBMITTED,), _DRAFT, Mover.AUTHOR, Condition.UNCLAIMED),
    Move("claim", "Claim", (_SUBMITTED, _IN_REVIEW), _IN_REVIEW, Mover.EDITOR, Condition.UNCLAIMED),
    Move("claim", "Claim", (_CHANGES,), _CHANGES, Mover.EDITOR, Condition.UNCLAIMED),
    Move("take_over", "Take over", (_IN_REVIEW,), _IN_REVIEW, Mover.EDITOR, Condition.CLAIMED),
    Move("take_over", "Take over", (_CHANGES,), _CHANGES, Mover.EDITOR, Condition.CLAIMED),
    Move("release", "Release", (_IN_REVIEW,), _SUBMITTED, Mover.HOLDER, Condition.CLAIMED),
    Move("release", "Release", (_CHANGES,), _CHANGES, Mover.HOLDER, Condition.CLAIMED),
    Move("hand_over", "Hand over", (_SUBMITTED, _IN_REVIEW), _IN_REVIEW, Mover.EDITOR, Condition.TO_EDITOR),
    Move("hand_over", "Hand over", (_CHANGES,), _CHANGES, Mover.EDITOR, Condition.TO_EDITOR),
    Move("request_changes", "Request changes", (_IN_REVIEW,), _CHANGES, Mover.HOLDER),
    Move("resubmit", "Resubmit", (_CHANGES,), _IN_REVIEW, Mover.AUTHOR_OR_EDITOR, Condition.CLAIMED),
    Move("resubmit", "Resubmit", (_CHANGES,), _SUBMITTED, Mover.AUTHOR_OR_EDITOR, Condition.UNCLAIMED),
    Move("approve", "Sign off", (_IN_REVIEW,), _APPROVED, Mover.HOLDER, Condition.GATE),
    Move("override", "Sign off all the same", (_IN_REVIEW,), _APPROVED, Mover.STANDARDS, Condition.REASON),
    Move("reopen", "Reopen", (_APPROVED,), _IN_REVIEW, Mover.EDITOR, Condition.REASON),
    Move("void", "Sign-off voided", (_APPROVED,), _IN_REVIEW, Mover.NOBODY),
    Move("spike", "Spike", (_DRAFT,), _SPIKED, Mover.AUTHOR),
    Move("spike", "Spike", (_SUBMITTED, _IN_REVIEW, _CHANGES, _APPROVED), _SPIKED, Mover.EDITOR, Condition.REASON),
    Move("revive", "Revive", (_SPIKED,), _DRAFT, Mover.AUTHOR_OR_EDITOR),
)


def moves_called(name: str) -> tuple[Move, ...]:
    """Return the rows of a move; raise KeyError where the table has none by that name."""
    if rows := tuple(move for move in MOVES if move.name == name):
        return rows
    raise KeyError(name)

"""The gate stays shut while anything is left, and says what."""

from __future__ import annotations

import datetime

import pytest

from app.desk.draft import Who
from app.desk.gate import Left, summary, undecided_flags, what_is_left
from app.desk.review import ChecklistLine, Decision, Remark, ShownFlag, Verdict
from app.desk.states import State
from tests.desk.test_states import AUTHOR, EDITOR, draft

AT = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)
MUST, SHOULD, MAY = (ShownFlag(s[0], f"rule.{s}", "grammar", s) for s in ("must", "should", "may"))
LEGAL = ChecklistLine("legal", "The lawyers have read it")


def decision(flag: ShownFlag, verdict: Verdict = Verdict.DISMISSED, *, by_desk: bool = True) -> Decision:
    return Decision(
        flag.fingerprint, flag.rule, flag.category, flag.severity, verdict, "stet", Who(3, "Ed"), AT, by_desk
    )


def question(*, settled: bool = False) -> Remark:
    return Remark(7, 7, Who(3, "Ed"), "question", "Who says so?", AT, settled_at=AT if settled else None)


def left(*, person=EDITOR, shown=(), decisions=(), remarks=(), checklist=(), ticked=(), unread=()) -> list[str]:  # type: ignore[no-untyped-def]
    found = what_is_left(person, draft(State.IN_REVIEW), shown, decisions, remarks, checklist, ticked, unread)
    return [one.kind for one in found]


def test_nothing_left_opens_the_gate() -> None:
    assert left() == []
    settled = [decision(MUST), decision(SHOULD, Verdict.ASKED)]
    assert left(
        shown=[MUST, SHOULD, MAY], decisions=settled, remarks=[question(settled=True)], checklist=[LEGAL], ticked={"legal"}
    ) == []  # fmt: skip


def test_each_thing_that_is_left_is_named_gravest_first() -> None:
    found = left(
        person=AUTHOR, shown=[MAY, SHOULD, MUST], remarks=[question()], checklist=[LEGAL], unread=["It is down."]
    )
    assert found == ["own", "unread", "must", "should", "question", "checklist"]


@pytest.mark.parametrize("verdict", [Verdict.ACCEPTED, Verdict.EDITED])
def test_a_flag_that_still_shows_was_not_mended(verdict: Verdict) -> None:
    assert undecided_flags([MUST], [decision(MUST, verdict)]) == (MUST,)


def test_a_reporters_own_dismissal_does_not_settle_a_flag() -> None:
    assert undecided_flags([MUST], [decision(MUST, by_desk=False)]) == (MUST,)


def test_an_answer_is_no_question_and_a_comment_is_none() -> None:
    answer = Remark(8, 7, Who(1, "Rita"), "comment", "The mayor.", AT)
    assert left(remarks=[question(settled=True), answer]) == []


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ("must", "Before sign-off there is still 1 must flag."),
        ("must must question", "Before sign-off there are still 2 must flags and 1 open question."),
        ("own", "You wrote this draft: somebody else has to sign it off."),
        ("unread must", "The check is not whole: an engine did not read the draft. Check it again before sign-off. Before sign-off there is still 1 must flag."),
        ("should question checklist", "Before sign-off there is still 1 should flag, 1 open question and 1 line of the checklist."),
    ],
)  # fmt: skip
def test_the_summary_counts(kinds: str, said: str) -> None:
    own = "You wrote this draft: somebody else has to sign it off."
    assert summary([Left(kind, own if kind == "own" else "x") for kind in kinds.split()]) == said

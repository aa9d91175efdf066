"""The sign-off gate: what is left before a draft may be signed off. Each must and should flag is decided on first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from app.desk.draft import DeskDraft
from app.desk.people import Person
from app.desk.permissions import counts_for_sign_off, is_author
from app.desk.review import ChecklistLine, Decision, Remark, ShownFlag, Verdict

TO_DECIDE = ("must", "should")
OWN = "You wrote this draft: somebody else has to sign it off."
UNREAD = "The check is not whole: an engine did not read the draft. Check it again before sign-off."


@dataclass(frozen=True)
class Left:
    """One thing that is left; ``subject`` says which flag, thread or line.

    ``kind``: own, unread (the check missed an engine), must, should, question or checklist.
    """

    kind: str
    message: str
    subject: str = ""


def what_is_left(
    person: Person, draft: DeskDraft, shown: Iterable[ShownFlag], decisions: Iterable[Decision],
    remarks: Iterable[Remark], checklist: Sequence[ChecklistLine], ticked: Collection[str], unread: Iterable[str] = (),
) -> tuple[Left, ...]:  # fmt: skip
    """Return what keeps the person from signing off, gravest first; nothing where the draft may go.

    ``unread`` are sentences on engines that should have read the draft and did not: what they would flag nobody has seen.
    """
    left = []
    if is_author(person, draft) and not counts_for_sign_off(person, draft):
        left.append(Left("own", OWN))
    left += [Left("unread", f"The check is not whole. {why}") for why in unread]
    undecided = undecided_flags(shown, decisions)
    for severity in TO_DECIDE:
        left += [
            Left(severity, f"A {severity} flag ({flag.rule}) is not decided.", flag.fingerprint)
            for flag in undecided
            if flag.severity == severity
        ]
    left += [
        Left("question", f"A question by {r.person.name} is open.", str(r.id)) for r in remarks if r.is_open_question
    ]
    left += [Left("checklist", f"Not ticked: {line.line}", line.key) for line in checklist if line.key not in ticked]
    return tuple(left)


def undecided_flags(shown: Iterable[ShownFlag], decisions: Iterable[Decision]) -> tuple[ShownFlag, ...]:
    """Return the flags that no decision settles.

    A flag that was accepted or edited and still shows is not: its words are unchanged, so the edit never reached the text.
    Nor is one that only its own author dismissed.
    """
    settled = {
        d.fingerprint for d in decisions if d.by_desk and d.verdict in (Verdict.DISMISSED, Verdict.ASKED)
    }  # fmt: skip
    return tuple(flag for flag in shown if flag.fingerprint not in settled)


def summary(left: Sequence[Left]) -> str:
    """Say in a sentence how much is left."""
    counted = {kind: sum(1 for one in left if one.kind == kind) for kind in ("must", "should", "question", "checklist")}
    names = {
        "must": ("must flag", "must flags"),
        "should": ("should flag", "should flags"),
        "question": ("open question", "open questions"),
        "checklist": ("line of the checklist", "lines of the checklist"),
    }
    parts = [f"{n} {names[kind][n > 1]}" for kind, n in counted.items() if n]
    kinds = {one.kind for one in left}
    said = (
        f"Before sign-off there {'is' if counted[_first(counted)] == 1 else 'are'} still {_and(parts)}."
        if parts
        else ""
    )
    return " ".join(filter(None, (OWN if "own" in kinds else "", UNREAD if "unread" in kinds else "", said)))


def _first(counted: dict[str, int]) -> str:
    return next(kind for kind, n in counted.items() if n)


def _and(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"

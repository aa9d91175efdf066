"""Flags' edits put into a draft: the words and the decisions are kept together or not at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from app.desk.acting import record, visible
from app.desk.actions_review import decide, undo_decision
from app.desk.actions_words import Saved, save
from app.desk.people import Person
from app.desk.review import Place, ShownFlag, Verdict, sentence_hash
from app.desk.store import Store, Words


@dataclass(frozen=True)
class Taken:
    """A flag whose edit is put in, with its sentence, its place, and the id of the decision that the person saw on it."""

    flag: ShownFlag
    sentence: str
    place: Place
    seen: int = 0


def accept_edits(
    store: Store, person: Person, uid: str, base: int, words: Words, taken: Sequence[Taken], *,
    verdict: Verdict = Verdict.ACCEPTED, carried: Mapping[str, tuple[str, str]] | None = None,
) -> Saved:  # fmt: skip
    """Save the words, written on revision ``base``, and decide on the flags that they mend.

    ``carried`` says of flags beside them, whose sentence changed with the edit, which they are now: fingerprint to
    (fingerprint, sentence). What stood dismissed or asked there goes on standing: the person who edited saw it.
    """
    for each in taken:
        decide(store, person, uid, each.flag, verdict, sentence=each.sentence, place=each.place, seen=each.seen)
    saved = save(store, person, uid, base, words)
    _carry(store, person, uid, carried or {})
    return saved


def undo_edits(
    store: Store, person: Person, uid: str, base: int, words: Words, decided: Mapping[str, int], *,
    carried: Mapping[str, tuple[str, str]] | None = None, sentences: Collection[str] | None = None,
) -> Saved:  # fmt: skip
    """Save the words as they were before, and take the decisions back: ``decided`` is fingerprint to the decision's id."""
    for fingerprint, seen in decided.items():
        undo_decision(store, person, uid, fingerprint, seen=seen)
    saved = save(store, person, uid, base, words, sentences=sentences)
    _carry(store, person, uid, carried or {})
    return saved


def _carry(store: Store, person: Person, uid: str, carried: Mapping[str, tuple[str, str]]) -> None:
    visible(store, person, uid)
    standing = {decision.fingerprint: decision for decision in store.decisions(uid)}
    for old, (new, sentence) in carried.items():
        decision = standing.get(old)
        if decision is None or new in standing or decision.verdict not in (Verdict.DISMISSED, Verdict.ASKED):
            continue
        store.drop_decision(uid, old)
        store.put_decision(uid, replace(decision, fingerprint=new, sentence=sentence_hash(sentence)))
        record(
            store, person, "carry_decision", uid, subject=new,
            before={"fingerprint": old}, after={"verdict": decision.verdict, "by": decision.person.name},
        )  # fmt: skip

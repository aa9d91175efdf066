"""The review: decisions on flags, comments, questions and answers, the checklist, and what the last check showed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.desk.acting import LONGEST_BODY, LONGEST_REASON, Done, afresh, allow, record, tidy, visible
from app.desk.draft import DeskDraft, Who
from app.desk.errors import Refused, Stale
from app.desk.gate import undecided_flags
from app.desk.people import Person
from app.desk.permissions import counts_for_sign_off, may_comment, may_decide, may_see
from app.desk.review import Decision, Place, Remark, ShownFlag, Verdict, sentence_hash
from app.desk.store import Store

_MENTION = re.compile(r"(?<![\w@])@([a-z0-9][a-z0-9._@+-]{1,99})", re.IGNORECASE)
_SAID = {
    Verdict.ACCEPTED: "accepted this flag’s edit",
    Verdict.EDITED: "mended this by hand",
    Verdict.DISMISSED: "dismissed this flag",
    Verdict.ASKED: "asked the reporter about this flag",
}
_MOST_MENTIONS = 20
_ASK = "Ask an editor to take it back."
SEVERITIES = ("must", "should", "may")
LONGEST_WORDS = 2000


def decide(
    store: Store, person: Person, uid: str, flag: ShownFlag, verdict: str, *,
    reason: str = "", sentence: str = "", place: Place | None = None, seen: int = 0,
) -> Done:  # fmt: skip
    """Decide on a flag. ``seen`` is the id of the decision that the person saw standing on it, 0 for none.

    A dismissal needs a reason; "asked" needs the question as its reason, and begins a thread. ``sentence`` is the text of
    the flag's sentence, kept as a hash. Raise Stale where another was quicker.
    """
    draft = visible(store, person, uid)
    allow(may_decide(person, draft), _why_not(draft))
    if verdict not in list(Verdict):
        raise Refused(f"Decide one of {', '.join(Verdict)}.")
    verdict = Verdict(verdict)
    place = _fitting(place or Place())
    if not 0 < len(flag.fingerprint) <= 64 or flag.severity not in SEVERITIES or not _plain(flag):
        raise Refused("There is no such flag. Load the page again.")
    needed = {Verdict.DISMISSED: "a reason", Verdict.ASKED: "the question"}.get(verdict)
    reason = tidy(reason, needed or "a reason", longest=LONGEST_REASON, needed=needed is not None)
    stands = next((d for d in store.decisions(uid) if d.fingerprint == flag.fingerprint), None)
    if stands and stands.person.id == person.id and (stands.verdict, stands.reason) == (verdict, reason):
        return Done(draft)
    if (stands.id if stands else 0) != seen:
        raise _decided_already(store, uid, flag.fingerprint, stands)
    if stands and stands.verdict is Verdict.DISMISSED:
        _allow_instead(person, draft, stands)
    made = Decision(
        flag.fingerprint, flag.rule, flag.category, flag.severity, verdict, reason, Who(person.id, person.name),
        store.now(), counts_for_sign_off(person, draft), sentence_hash(sentence) if sentence else "", place.words,
    )  # fmt: skip
    store.put_decision(uid, made)
    notes: tuple[str, ...] = ()
    if verdict is Verdict.ASKED:
        notes = ask(store, person, uid, reason, fingerprint=flag.fingerprint, place=place).notes
    if stands is None:
        _count(store, draft, flag.severity, -1)
    record(
        store, person, "decide", uid, subject=flag.fingerprint,
        before={"verdict": stands.verdict, "by": stands.person.name} if stands else {},
        after={"verdict": verdict, "rule": flag.rule, "severity": flag.severity, "revision": draft.revision,
               "reason": "" if verdict is Verdict.ASKED else reason},
    )  # fmt: skip
    return afresh(store, uid, *notes)


def undo_decision(store: Store, person: Person, uid: str, fingerprint: str, *, seen: int) -> Done:
    """Take a decision back; a question it began is settled."""
    draft = visible(store, person, uid)
    allow(may_decide(person, draft), _why_not(draft))
    stands = next((d for d in store.decisions(uid) if d.fingerprint == fingerprint), None)
    if stands is None or stands.id != seen:
        raise _decided_already(store, uid, fingerprint, stands)
    _allow_instead(person, draft, stands)
    store.drop_decision(uid, fingerprint)
    for remark in store.remarks(uid):
        if remark.fingerprint == fingerprint and remark.is_open_question:
            store.settle(remark.id, person)
    _count(store, draft, stands.severity, 1)
    before = {"verdict": stands.verdict, "rule": stands.rule, "by": stands.person.name}
    record(store, person, "undo_decision", uid, subject=fingerprint, before=before)
    return afresh(store, uid)


def comment(
    store: Store, person: Person, uid: str, body: str, *, fingerprint: str = "", place: Place | None = None
) -> Done:
    """Begin a thread of comments on the draft, a place in it or a flag; people called @sign-in are told."""
    return _remark(store, person, uid, body, "comment", None, fingerprint, place or Place())


def ask(
    store: Store, person: Person, uid: str, body: str, *, fingerprint: str = "", place: Place | None = None
) -> Done:
    """Ask the author: no sign-off before an editor settles the question."""
    return _remark(store, person, uid, body, "question", None, fingerprint, place or Place())


def answer(store: Store, person: Person, uid: str, thread: int, body: str) -> Done:
    """Add to a thread. Whoever began it is told; a question stays open until it is settled."""
    draft = visible(store, person, uid)
    first = _thread(store, draft, thread)
    if first.person.id != person.id:
        store.tell(first.person.id, uid, "answered", f"{person.name} answered you on a draft.")
    return _remark(store, person, uid, body, "comment", thread, first.fingerprint, first.place)


def settle(store: Store, person: Person, uid: str, thread: int, *, settled: bool = True) -> Done:
    """Settle a thread, or open it again: an editor of the desk who did not write the draft, or whoever began it."""
    draft = visible(store, person, uid)
    first = _thread(store, draft, thread)
    allow(may_comment(person, draft), "This draft is spiked: revive it first.")
    mine = first.person.id == person.id or counts_for_sign_off(person, draft)
    allow(mine, f"{first.person.name} settles this, or an editor who did not write the draft.")
    if (first.settled_at is not None) == settled:
        if settled and first.settled_by and first.settled_by.id != person.id:
            raise Stale(first.settled_by.name, "settled this already", first.settled_at)
        return Done(draft)
    store.settle(thread, person if settled else None)
    record(store, person, "settle" if settled else "unsettle", uid, subject=str(thread), after={"kind": first.kind})
    return afresh(store, uid)


def tick(store: Store, person: Person, uid: str, key: str, *, on: bool = True) -> Done:
    """Tick a line of the desk's checklist, or take the tick off: an editor of the desk who did not write the draft."""
    draft = visible(store, person, uid)
    allow(counts_for_sign_off(person, draft), "An editor of its desk who did not write the draft ticks the checklist.")
    if not draft.state.is_open:
        raise Refused("This draft is closed: its checklist stands as it is.")
    if key not in {line.key for line in store.checklist(draft.desk)}:
        raise Refused("The checklist has no such line any more. Load the page again.")
    if (key in store.ticked(uid)) == on:
        return Done(draft)
    store.tick(uid, key, person, on)
    record(store, person, "tick" if on else "untick", uid, subject=key)
    return afresh(store, uid)


def note_check(
    store: Store, person: Person, uid: str, revision: int, shown: Sequence[ShownFlag], *, unattributed: float = 0.0
) -> Done:
    """Keep what a check of that revision showed, for queue and figures. No entry in the audit: nothing was done.

    Dropped without a word where the draft was saved since: a newer check is on its way.
    """
    draft = visible(store, person, uid)
    if draft.revision != revision:
        return Done(draft)
    left = Counter(flag.severity for flag in undecided_flags(shown, store.decisions(uid)))
    store.note_counts(
        uid, musts_left=left["must"], shoulds_left=left["should"], mays_left=left["may"],
        unattributed=min(max(unattributed, 0.0), 1.0), checked_revision=revision,
    )  # fmt: skip
    store.note_shown(uid, dict(Counter((flag.rule, flag.category) for flag in shown)))
    return afresh(store, uid)


def _remark(
    store: Store, person: Person, uid: str, body: str, kind: str, thread: int | None, fingerprint: str, place: Place
) -> Done:
    draft = visible(store, person, uid)
    allow(may_comment(person, draft), "This draft is spiked: revive it first.")
    body, place = tidy(body, "a few words", longest=LONGEST_BODY), _fitting(place)
    if len(fingerprint) > 64 or not fingerprint.isprintable():
        raise Refused("There is no such flag. Load the page again.")
    made = store.add_remark(
        uid, person, kind=kind, body=body, thread=thread, fingerprint=fingerprint, place=place
    )  # fmt: skip
    action = {"question": "ask", "comment": "answer" if thread else "comment"}[kind]
    record(store, person, action, uid, subject=str(made.id), after={"thread": made.thread, "flag": fingerprint})
    if kind == "question" and draft.author.id != person.id:
        store.tell(draft.author.id, uid, "asked", f"{person.name} has a question on your draft.")
    return afresh(store, uid, *_tell_mentioned(store, person, draft, body))


def _tell_mentioned(store: Store, person: Person, draft: DeskDraft, body: str) -> list[str]:
    """Tell the people called in a comment; return what the one who called should know."""
    notes = []
    called = dict.fromkeys(name.lower().rstrip(".-+@_") for name in _MENTION.findall(body))
    for name in list(called)[:_MOST_MENTIONS]:
        other = store.person_called(name)
        if other is None or other.id == person.id:
            continue
        if may_see(other, draft):
            store.tell(other.id, draft.uid, "mentioned", f"{person.name} mentioned you on a draft.")
        else:
            notes.append(f"{other.name} can’t see this draft, so was not told.")
    return notes


def _plain(flag: ShownFlag) -> bool:
    """Whether the flag names itself in words that can be kept."""
    fits = len(flag.rule) <= 200 and len(flag.category) <= 40
    return fits and all(said.isprintable() for said in (flag.fingerprint, flag.rule, flag.category))


def _fitting(place: Place) -> Place:
    """The place, if there can be such a one; its words cut where they are too long to keep."""
    ends = [n for n in (place.start, place.end) if n is not None]
    if len(place.block) > 40 or not place.block.isprintable() or any(not 0 <= n < 2**31 for n in ends):
        raise Refused("There is no such place in the draft. Load the page again.")
    return replace(place, words=place.words[:LONGEST_WORDS])


def _thread(store: Store, draft: DeskDraft, thread: int) -> Remark:
    for remark in store.remarks(draft.uid):
        if remark.id == thread == remark.thread:
            return remark
    raise Refused("There is no such thread on this draft.")


def _decided_already(store: Store, uid: str, fingerprint: str, stands: Decision | None) -> Stale:
    if stands:
        return Stale(stands.person.name, _SAID[stands.verdict], stands.at)
    last = store.last_change(uid, ["undo_decision", "void"])
    return Stale(last.who if last else "Somebody", "took back the decision on this flag", last.at if last else None)


def _allow_instead(person: Person, draft: DeskDraft, stands: Decision) -> None:
    """Raise NotAllowed where the decision was made for the desk and is not the person's to take back."""
    allow(may_take_back(person, draft, stands), f"{stands.person.name} decided this for the desk. {_ASK}")


def may_take_back(person: Person, draft: DeskDraft, stands: Decision) -> bool:
    """Whether the person may take a decision back: the desk's own is for its editors, and not on their own copy."""
    return not stands.by_desk or counts_for_sign_off(person, draft)


def _count(store: Store, draft: DeskDraft, severity: str, by: int) -> None:
    """Keep the queue's count near the truth until the next check sets it."""
    field = {"must": "musts_left", "should": "shoulds_left", "may": "mays_left"}.get(severity)
    if field:
        store.note_counts(draft.uid, **{field: max(getattr(draft, field) + by, 0)})


def _why_not(draft: DeskDraft) -> str:
    if not draft.state.is_open:
        return "This draft is closed: reopen or revive it to decide on its flags."
    return "Whoever edits the draft now decides on its flags."

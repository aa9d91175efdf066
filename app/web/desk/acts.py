"""What is decided on flags: an edit accepted, a sentence mended by hand, a flag dismissed or sent to the reporter; and undone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from flask import request

from app.desk import actions
from app.desk.actions_accept import Taken, accept_edits, undo_edits
from app.desk.draft import Content
from app.desk.errors import Refused, Stale
from app.desk.people import Person
from app.desk.review import Decision, Verdict
from app.desk.store import Words
from app.engines.utf16 import Utf16Text
from app.flags.flag import Edit, Flag, Span
from app.flags.report import apply_edits
from app.intake.rich_edit import CannotEdit, edit_doc
from app.intake.rich_text import one_line
from app.storage.desk_store import act
from app.storage.drafts import load_draft
from app.storage.looks import last_look
from app.storage.review_rows import load_review, look
from app.web.auth.access import Access, open_to
from app.web.auth.current import the_person
from app.web.database import database
from app.web.desk.checked import Checked, check_content
from app.web.desk.review import Shown, done, pages, whole_number
from app.web.words_page import learn

GONE = "The words of that flag were changed, so it is here no more. What is flagged now stands beside the draft."
MOST_AT_ONCE = 500


class Desk:
    """A draft as one request found it: its words, their check and what stands decided."""

    def __init__(self, person: Person, uid: str) -> None:
        self.person, self.uid = person, uid
        self.draft, self.content = load_draft(database(), person, uid)
        self.checked = check_content(self.content)
        self.looked = last_look(database(), person, uid)
        self.decisions = {d.fingerprint: d for d in load_review(database(), person, uid).decisions}

    def saw_it(self) -> None:
        """What the person changed is no news to them, if they had seen all that others changed before."""
        if self.looked and self.looked.text == self.content.text:
            look(database(), self.person, self.uid)

    def same_revision(self) -> None:
        """Raise Stale where the draft was saved since the page was sent; its offsets then fit no more."""
        if whole_number(request.form.get("revision")) != self.content.revision:
            raise Stale(self.content.author.name, "saved this draft", self.content.at)

    def flag(self, fingerprint: str, rule: str = "", words: str = "", block: str = "") -> int:
        """Return the index of a flag.

        Where an edit beside it changed its sentence, which this person's page knows of, it is the only one of its rule on
        these words of its paragraph, or the only one of its rule there.
        """
        if fingerprint in self.checked.marks:
            return self.checked.marks.index(fingerprint)
        if whole_number(request.form.get("revision")) == self.content.revision:
            there = [
                i
                for i, f in enumerate(self.checked.flags)
                if f.rule == rule and self.checked.place_of(f.span).block == block and self.is_open(i)
            ]
            same = [i for i in there if self.checked.flags[i].span.of(self.checked.text) == words]
            if len(same or there) == 1:
                return (same or there)[0]
        raise Refused(GONE)

    def is_open(self, index: int) -> bool:
        """Whether no editor has dismissed the flag or asked about it."""
        stands = self.decisions.get(self.checked.marks[index])
        return not (stands and stands.by_desk and stands.verdict in (Verdict.DISMISSED, Verdict.ASKED))

    def taken(self, index: int, seen: int) -> Taken:
        flag, checked = self.checked.flags[index], self.checked
        sentence = checked.sentence_of(flag.span).of(checked.text)
        return Taken(checked.shown[index], sentence, checked.place_of(flag.span), seen)

    def seen(self, index: int) -> int:
        """The id of the decision on a flag that leaves it open, such as its author's own; 0 for none."""
        stands = self.decisions.get(self.checked.marks[index])
        return stands.id if stands else 0


@pages.post("/review/decide")
@open_to(Access.SIGNED_IN)
def decide(uid: str) -> Shown:
    """Decide on a flag, and on those like it where ``do`` ends in _all."""
    desk, form = Desk(the_person(), uid), request.form
    wish = form.get("do", "")
    if wish == "learn":
        return done(uid, learn(form.get("learn", "")))
    index = desk.flag(form.get("fingerprint", ""), form.get("rule", ""), form.get("flagged", ""), form.get("in", ""))
    wanted = [index]
    if wish.endswith("_all"):
        also = [m for m in form.get("also", "").split()[:MOST_AT_ONCE] if m in desk.checked.marks]
        wanted += [i for i in map(desk.checked.marks.index, also) if desk.is_open(i)]
    at = f"block-{_block(desk.checked, desk.checked.flags[index])}"
    match wish.removesuffix("_all"):
        case "accept":
            choice = whole_number(form.get("choice")) if len(wanted) == 1 else 0
            return _accept(desk, [(i, choice) for i in wanted], whole_number(form.get("seen")), at)
        case "dismiss":
            reason = form.get("quick") or form.get("reason", "")
            return _decide(desk, wanted, Verdict.DISMISSED, reason, "Dismissed", at)
        case "ask":
            question = form.get("quick") or form.get("question", "")
            return _decide(desk, wanted[:1], Verdict.ASKED, question, "Sent to the reporter", at)
        case "edit":
            return _mend(desk, index, form.get("sentence", ""), at)
    raise Refused("Choose what to do with the flag: accept, dismiss, ask or edit.")


@pages.post("/review/accept-safe")
@open_to(Access.SIGNED_IN)
def accept_safe(uid: str) -> Shown:
    """Accept every safe edit that is open and meets no other."""
    desk = Desk(the_person(), uid)
    desk.same_revision()
    flags = desk.checked.flags
    wanted, free = [], 0
    for i, flag in enumerate(flags):
        edit = flag.edits[0].span if flag.safe else None
        if edit and desk.is_open(i) and edit.start >= free and desk.checked.in_one_block(edit):
            wanted.append((i, 0))
            free = max(edit.end, edit.start + 1)
    if not wanted:
        raise Refused("No safe edit is left.")
    return _accept(desk, wanted, None, "main")


@pages.post("/review/undo")
@open_to(Access.SIGNED_IN)
def undo(uid: str) -> Shown:
    """Take decisions back, and with them the edits that ``inverse`` lists: [block, start, end, words there, words before]."""
    desk, form = Desk(the_person(), uid), request.form
    marks = form.get("fingerprints", "").split()[:MOST_AT_ONCE]
    ids = [whole_number(n) for n in form.get("seen", "").split()[:MOST_AT_ONCE]]
    decided = dict(zip(marks, ids, strict=False))
    edits = _inverse(desk.checked, form.get("inverse", ""))
    if not decided:
        raise Refused("There is nothing to take back.")
    if edits:
        desk.same_revision()
        words, checked, carried = _put(desk, edits, set())
        act(
            database(), undo_edits, desk.person, uid, desk.content.revision, words, decided, carried=carried,
            sentences=checked.sentence_texts(),
        )  # fmt: skip
        desk.saw_it()
    else:
        act(database(), _undo_all, desk.person, uid, decided)
    return done(uid, "Taken back.")


def _undo_all(store: Any, person: Person, uid: str, decided: dict[str, int]) -> None:
    for fingerprint, seen in decided.items():
        actions.undo_decision(store, person, uid, fingerprint, seen=seen)


def _decide_all(
    store: Any, person: Person, uid: str, taken: Sequence[Taken], verdict: Verdict, reason: str
) -> list[str]:
    notes: list[str] = []
    for each in taken:
        made = actions.decide(
            store, person, uid, each.flag, verdict, reason=reason, sentence=each.sentence, place=each.place,
            seen=each.seen,
        )  # fmt: skip
        notes += made.notes
    return notes


def _decide(desk: Desk, wanted: Sequence[int], verdict: Verdict, reason: str, said: str, at: str) -> Shown:
    given = whole_number(request.form.get("seen"))
    taken = [desk.taken(i, given if n == 0 else desk.seen(i)) for n, i in enumerate(wanted)]
    notes = act(database(), _decide_all, desk.person, desk.uid, taken, verdict, reason)
    many = f" {len(taken)} flags" if len(taken) > 1 else ""
    sentence = f"{said}{many}: “{_short(reason)}”"
    undo = _undo_of(desk, taken, ()) if verdict is Verdict.DISMISSED or verdict is Verdict.ASKED else None
    return done(desk.uid, " ".join((sentence, *notes)), undo=undo, at=at)


def _accept(desk: Desk, wanted: Sequence[tuple[int, int]], seen: int | None, at: str) -> Shown:
    desk.same_revision()
    edits: list[Edit] = []
    taken: list[Taken] = []
    for i, choice in wanted:
        flag = desk.checked.flags[i]
        if choice >= len(flag.edits):
            raise Refused("That flag has no such edit. Mend it by hand, dismiss it or ask.")
        edits.append(flag.edits[choice])
        taken.append(desk.taken(i, desk.seen(i) if seen is None or taken else seen))
    words, checked, carried = _put(desk, edits, {t.flag.fingerprint for t in taken})
    act(
        database(), accept_edits, desk.person, desk.uid, desk.content.revision, words, taken, carried=carried
    )  # fmt: skip
    desk.saw_it()
    told = (
        f"Accepted: “{_short(edits[0].span.of(desk.checked.text))}” → “{_short(edits[0].replacement)}”."
        if len(edits) == 1
        else f"{len(edits)} edits accepted."
    )
    return done(desk.uid, told, undo=_undo_of(desk, taken, edits, checked), at=at)


def _mend(desk: Desk, index: int, sentence: str, at: str) -> Shown:
    desk.same_revision()
    span = desk.checked.sentence_of(desk.checked.flags[index].span)
    edit = Edit(span, one_line(" ".join(sentence.split())))
    if edit.replacement == span.of(desk.checked.text):
        raise Refused("The sentence is as it was. Change it, or dismiss the flag with a reason.")
    taken = desk.taken(index, whole_number(request.form.get("seen")))
    words, checked, carried = _put(desk, [edit], {taken.flag.fingerprint})
    if taken.flag.fingerprint in checked.marks:
        raise Refused("The words that are flagged stand in the sentence as before. Change those, or dismiss the flag.")
    act(
        database(), accept_edits, desk.person, desk.uid, desk.content.revision, words, [taken],
        verdict=Verdict.EDITED, carried=carried,
    )  # fmt: skip
    desk.saw_it()
    return done(desk.uid, "The sentence is changed.", undo=_undo_of(desk, [taken], [edit], checked), at=at)


def _put(desk: Desk, edits: Sequence[Edit], mended: set[str]) -> tuple[Words, Checked, dict[str, tuple[str, str]]]:
    """Put edits into the document and check it: the words to save, their check, and which flags beside them are which now."""
    if not all(desk.checked.in_one_block(edit.span) for edit in edits):
        raise Refused("That edit runs over the end of a paragraph. Make it in the editor.")
    try:
        doc = edit_doc(desk.content.doc, edits)
    except CannotEdit as error:
        raise Refused(str(error)) from None
    old = desk.content
    content = Content(old.revision, doc, "", old.style, old.dialect, old.date, old.sources, old.author, old.at)
    checked = check_content(content)
    words = Words(doc, checked.text, old.style, old.dialect, old.date)
    return words, checked, _carried(desk, edits, mended, checked)


def _carried(desk: Desk, edits: Sequence[Edit], mended: set[str], now: Checked) -> dict[str, tuple[str, str]]:
    """Flags beside the edits whose fingerprint changed with their sentence: old one to (new one, sentence)."""
    found = {}
    there = {(f.rule, f.span): n for n, f in enumerate(now.flags)}
    for i, flag in enumerate(desk.checked.flags):
        mark = desk.checked.marks[i]
        if mark in now.marks or mark in mended or mark not in desk.decisions:
            continue
        if any(edit.span.overlaps(flag.span) for edit in edits):
            continue
        by = sum(len(e.replacement) - e.span.length for e in edits if e.span.end <= flag.span.start)
        at = there.get((flag.rule, flag.span.shift(by)))
        if at is not None:
            span = now.sentence_of(now.flags[at].span)
            found[mark] = (now.marks[at], span.of(now.text))
    return found


def _undo_of(
    desk: Desk, taken: Sequence[Taken], edits: Sequence[Edit], now: Checked | None = None
) -> dict[str, Any] | None:  # fmt: skip
    """What the page's Undo sends back."""
    standing = {d.fingerprint: d for d in load_review(database(), desk.person, desk.uid).decisions}
    made: list[Decision] = [standing[t.flag.fingerprint] for t in taken if t.flag.fingerprint in standing]
    if not made:
        return None
    inverse, grown = [], 0
    for edit in sorted(edits, key=lambda e: e.span):
        start = edit.span.start + grown
        grown += len(edit.replacement) - edit.span.length
        if now is not None:
            place = now.place_of(Span(start, start + len(edit.replacement)))
            inverse.append([place.block, place.start, place.end, edit.replacement, edit.span.of(desk.checked.text)])
    return {
        "fingerprints": " ".join(d.fingerprint for d in made),
        "seen": " ".join(str(d.id) for d in made),
        "inverse": json.dumps(inverse) if inverse else "",
    }


def _inverse(checked: Checked, given: str) -> list[Edit]:
    """Read what _undo_of wrote; raise Refused where the words it undoes are not there any more."""
    if not given:
        return []
    try:
        entries = json.loads(given)
    except (ValueError, RecursionError):
        entries = None
    if not isinstance(entries, list) or len(entries) > MOST_AT_ONCE:
        raise Refused("There is nothing to take back.")
    edits = []
    for entry in entries:
        match entry:
            case [str(block), int(start), int(end), str(there), str(before)] if block in checked.rich.ids:
                whole = checked.rich.spans[checked.rich.ids.index(block)]
                span = Utf16Text(whole.of(checked.text)).span(max(start, 0), max(end - start, 0)).shift(whole.start)
                if span.of(checked.text) != there:
                    raise Refused("Those words were changed since, so they can’t be put back.")
                edits.append(Edit(span, one_line(before)))
            case _:
                raise Refused("There is nothing to take back.")
    if apply_edits(checked.text, edits)[1]:
        raise Refused("There is nothing to take back.")
    return edits


def _block(checked: Checked, flag: Flag) -> int:
    return next((n for n, s in enumerate(checked.rich.spans) if s.start <= flag.span.start <= s.end), 0)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else words[:57] + "…"

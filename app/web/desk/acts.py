"""What is decided on flags: an edit accepted, a sentence mended by hand, a flag dismissed or sent to the reporter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import request

from app.desk import actions
from app.desk.actions_accept import Taken, accept_edits
from app.desk.errors import Refused
from app.desk.people import Person
from app.desk.review import Verdict
from app.flags.flag import Edit, Flag
from app.intake.rich_text import one_line
from app.storage.desk_store import act
from app.web.auth.access import Access, open_to
from app.web.auth.current import the_person
from app.web.database import database
from app.web.desk.at_hand import MOST_AT_ONCE, Desk, put_in
from app.web.desk.checked import Checked
from app.web.desk.review import Shown, done, pages, whole_number
from app.web.desk.undoing import undo_of
from app.web.words_page import learn


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
    undo = undo_of(desk, taken, ()) if verdict is Verdict.DISMISSED or verdict is Verdict.ASKED else None
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
    words, checked, carried = put_in(desk, edits, {t.flag.fingerprint for t in taken})
    act(
        database(), accept_edits, desk.person, desk.uid, desk.content.revision, words, taken, carried=carried
    )  # fmt: skip
    desk.saw_it()
    told = (
        f"Accepted: “{_short(edits[0].span.of(desk.checked.text))}” → “{_short(edits[0].replacement)}”."
        if len(edits) == 1
        else f"{len(edits)} edits accepted."
    )
    return done(desk.uid, told, undo=undo_of(desk, taken, edits, checked), at=at)


def _mend(desk: Desk, index: int, sentence: str, at: str) -> Shown:
    desk.same_revision()
    span = desk.checked.sentence_of(desk.checked.flags[index].span)
    edit = Edit(span, one_line(" ".join(sentence.split())))
    if edit.replacement == span.of(desk.checked.text):
        raise Refused("The sentence is as it was. Change it, or dismiss the flag with a reason.")
    taken = desk.taken(index, whole_number(request.form.get("seen")))
    words, checked, carried = put_in(desk, [edit], {taken.flag.fingerprint})
    if taken.flag.fingerprint in checked.marks:
        raise Refused("The words that are flagged stand in the sentence as before. Change those, or dismiss the flag.")
    act(
        database(), accept_edits, desk.person, desk.uid, desk.content.revision, words, [taken],
        verdict=Verdict.EDITED, carried=carried,
    )  # fmt: skip
    desk.saw_it()
    return done(desk.uid, "The sentence is changed.", undo=undo_of(desk, [taken], [edit], checked), at=at)


def _block(checked: Checked, flag: Flag) -> int:
    return next((n for n, s in enumerate(checked.rich.spans) if s.start <= flag.span.start <= s.end), 0)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else words[:57] + "…"

"""A draft as one request found it: its words, their check and what stands decided; and edits put into it."""

from __future__ import annotations

from collections.abc import Sequence

from flask import request

from app.desk.actions_accept import Taken
from app.desk.draft import Content
from app.desk.errors import Refused, Stale
from app.desk.people import Person
from app.desk.review import Verdict
from app.desk.store import Words
from app.flags.flag import Edit
from app.intake.rich_edit import CannotEdit, edit_doc
from app.storage.drafts import load_draft
from app.storage.looks import last_look
from app.storage.review_rows import load_review, look
from app.web.database import database
from app.web.desk.checked import Checked, check_content
from app.web.desk.review import whole_number

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


def put_in(desk: Desk, edits: Sequence[Edit], mended: set[str]) -> tuple[Words, Checked, dict[str, tuple[str, str]]]:
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

"""Comments and questions in threads, on the whole draft or on words of it; answers; and settling."""

from __future__ import annotations

from flask import request

from app.desk import actions
from app.desk.errors import Refused
from app.desk.review import Place
from app.storage.desk_store import act
from app.storage.drafts import load_draft
from app.web.auth.access import Access, open_to
from app.web.auth.current import the_person
from app.web.database import database
from app.web.desk.checked import Checked, check_content
from app.web.desk.review import Shown, done, pages, whole_number
from app.web.desk.review_view import find_place

NOT_THERE = "Those words don’t stand in the draft, or stand there more than once. Copy a few more of them, or leave the field empty."
LONGEST_WORDS = 500


@pages.post("/review/comment")
@open_to(Access.SIGNED_IN)
def comment(uid: str) -> Shown:
    """Begin a thread. ``kind`` question asks the reporter; ``words`` are those of the draft that it is about."""
    person, form = the_person(), request.form
    _, content = load_draft(database(), person, uid)
    place = _place(check_content(content))
    action = actions.ask if form.get("kind") == "question" else actions.comment
    made = act(database(), action, person, uid, form.get("body", ""), place=place)
    said = (
        "Asked. The draft can’t be signed off before it is settled." if action is actions.ask else "Your comment is in."
    )
    return done(uid, " ".join((said, *made.notes)), at="comments")


@pages.post("/review/threads/<int:thread>/answer")
@open_to(Access.SIGNED_IN)
def answer(uid: str, thread: int) -> Shown:
    """Add to a thread."""
    made = act(database(), actions.answer, the_person(), uid, thread, request.form.get("body", ""))
    if request.form.get("settle"):
        act(database(), actions.settle, the_person(), uid, thread)
    return done(uid, " ".join(("Your answer is in.", *made.notes)), at=f"thread-{thread}")


@pages.post("/review/threads/<int:thread>/settle")
@open_to(Access.SIGNED_IN)
def settle(uid: str, thread: int) -> Shown:
    """Settle a thread, or open it again."""
    on = request.form.get("on", "1") == "1"
    act(database(), actions.settle, the_person(), uid, thread, settled=on)
    return done(uid, "Settled." if on else "Open again.", at="comments")


def _place(checked: Checked) -> Place:
    """The words that the form names, where they stand; nowhere where it names none."""
    form = request.form
    words = form.get("words", "").replace("\r\n", "\n").strip("\n")
    if not words.strip():
        return Place()
    if len(words) > LONGEST_WORDS:
        raise Refused(f"Choose fewer words: at most {LONGEST_WORDS} characters.")
    start, end = (whole_number(form.get(name), -1) for name in ("start", "end"))
    span = find_place(checked, form.get("block", ""), start, end, words)
    span = span or find_place(checked, "", None, None, words.strip())
    if span is None or not checked.in_one_block(span):
        raise Refused(NOT_THERE)
    return checked.place_of(span)

"""Silencing from the review: what a flag is about is flagged no more, here and in every other story of the newsroom."""

from __future__ import annotations

from flask import request

from app.desk.errors import NotAllowed, Refused
from app.desk.permissions import counts_for_sign_off
from app.flags.silence import NEWSROOM, RULE, silence_from, words_behind
from app.storage.drafts import load_draft
from app.storage.silenced import silence_in_newsroom
from app.web.auth.access import Access, open_to
from app.web.auth.current import the_person
from app.web.database import database
from app.web.desk.review import Shown, done, pages, show_review
from app.web.silenced_page import why_not
from app.web.silences import plainly, titles, told


@pages.post("/review/silence")
@open_to(Access.SIGNED_IN)
def silence(uid: str) -> Shown:
    """Silence the place, word or rule that ``value`` names; a whole rule is asked about once more, plainly."""
    person, form = the_person(), request.form
    draft, _ = load_draft(database(), person, uid)
    if not counts_for_sign_off(person, draft):
        raise NotAllowed("An editor of its desk who did not write the draft silences what is flagged in it.")
    value = form.get("value", "")
    wanted = silence_from(value, scope=NEWSROOM)
    if wanted is None:
        raise Refused("There is no such flag. Load the page again.")
    if reason := why_not(wanted):
        raise NotAllowed(reason)
    if wanted.kind == RULE and form.get("plainly") != "1":
        return show_review(person, uid, plainly={"value": value, "text": plainly(wanted.rule)})
    words = words_behind(value)
    silence_in_newsroom(database(), wanted, words, by=person.sign_in)
    what = told(wanted, titles([wanted.rule])[wanted.rule], words)
    return done(uid, f"{what}: not flagged in the newsroom from now on.", at="main")

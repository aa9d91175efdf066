"""POST /desk/put: a draft from the report of the paste page is put on the desk, as a draft of who is signed in."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.desk.errors import DeskError
from app.desk.people import Person
from app.intake.rich_from_text import doc_from_draft
from app.intake.rich_text import blocks_of_doc, draft_from_blocks
from app.storage.drafts import make_draft
from app.web.auth.access import Access, open_to
from app.web.auth.current import the_person
from app.web.check_form import CheckForm
from app.web.check_page import show_form
from app.web.database import database

pages = Blueprint("desk_put", __name__)


@pages.post("/desk/put")
@open_to(Access.SIGNED_IN)
def put() -> BaseResponse | tuple[str, int]:
    """Make a draft of the posted text; the paste form comes back, with all that was posted, where it can't be one."""
    person, form = the_person(), CheckForm()
    given = form.draft()
    if given is None:
        return show_form(form), 422
    doc = doc_from_draft(given)
    text = draft_from_blocks(blocks_of_doc(doc), limit=10**9).draft.text
    try:
        made = make_draft(
            database(), person, doc, text,
            style=given.house.id if given.house else given.style, dialect=form.dialect.data or "", date=form.date.data,
            desk=own_desk(person), sources=[{"name": s.name, "text": s.text} for s in form.given_sources()],
        )  # fmt: skip
    except DeskError as error:
        return show_form(form, quiet=True, message=str(error)), error.status
    flash("It is on the desk, as a draft of yours. Submit it when it is ready for an editor.")
    return redirect(url_for("review.show", uid=made.uid), 303)


def own_desk(person: Person) -> int | None:
    """The desk that a new draft of the person goes to: the only one they sit at, or none."""
    return next(iter(person.desks)) if len(person.desks) == 1 else None

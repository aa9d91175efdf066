"""GET /notices: what a person is told - drafts handed to them, questions, answers, mentions, sign-offs."""

from __future__ import annotations

from flask import Blueprint, Flask, current_app, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.storage.database import DatabaseUnavailable
from app.storage.notices import count_new, list_notices, mark_read
from app.web.auth.access import Access, open_to
from app.web.auth.current import current_person, the_person
from app.web.database import database
from app.web.desk import times
from app.web.desk.review import whole_number

pages = Blueprint("notices", __name__, url_prefix="/notices")


@pages.get("")
@open_to(Access.SIGNED_IN)
def index() -> str:
    """The latest notices, those that are new first said so."""
    return render_template("desk/notices.html", notices=list_notices(database(), the_person()), times=times)


@pages.post("/read")
@open_to(Access.SIGNED_IN)
def read() -> BaseResponse:
    """Mark as read all that the page showed."""
    mark_read(database(), the_person(), up_to=whole_number(request.form.get("up_to")))
    return redirect(url_for("notices.index"), 303)


def install_notices(app: Flask) -> None:
    app.jinja_env.globals["new_notices"] = new_notices


def new_notices() -> int:
    """How many notices are new to whoever is signed in, for the masthead; none while the database does not answer."""
    if "new_notices" not in g:
        person = current_person()
        try:
            g.new_notices = count_new(database(), person) if person else 0
        except DatabaseUnavailable as error:
            current_app.logger.warning("%s", error)
            g.new_notices = 0
    return int(g.new_notices)

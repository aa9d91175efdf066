"""For administrators: the desks, their house style and their checklists."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.storage.desks import BadDesk, Desk, change_desk, find_desk, list_desks, make_desk
from app.web.auth.access import Access, open_to
from app.web.auth.audited import audited
from app.web.auth.current import the_person
from app.web.auth.forms import DeskForm, tell
from app.web.database import database

pages = Blueprint("desks", __name__, url_prefix="/desks")
Shown = BaseResponse | str | tuple[str, int]


@pages.route("", methods=["GET", "POST"])
@open_to(Access.ADMINISTRATOR)
def index() -> Shown:
    """The desks, and a form for a new one."""
    form = DeskForm()
    status = 200
    if form.is_submitted() and form.validate():
        try:
            with database().change() as unit:
                desk = make_desk(unit, form.name.data or "", style=form.style.data, checklist=form.checklist.data or "")
                audited(unit, the_person(), "desk_made", desk.slug, after=_said(desk))
            flash(f"The desk {desk.name} is open.")
            return redirect(url_for("desks.index"))
        except BadDesk as error:
            tell(form.checklist if "ecklist" in str(error) else form.name, str(error))
            status = 422
    with database().change() as unit:
        desks = list_desks(unit, all_of_them=True)
    return render_template("auth/desks.html", desks=desks, form=form), status


@pages.route("/<int:desk_id>", methods=["GET", "POST"])
@open_to(Access.ADMINISTRATOR)
def desk(desk_id: int) -> Shown:
    """One desk."""
    with database().change() as unit:
        shown = find_desk(unit, desk_id) or abort(404)
        lines = "\n".join(line.line for line in shown.checklist)
        form = DeskForm(data={"name": shown.name, "style": shown.style, "checklist": lines, "active": shown.active})
        if form.is_submitted() and form.validate():
            try:
                changed = change_desk(
                    unit, shown, name=form.name.data or "", style=form.style.data,
                    checklist=form.checklist.data or "", active=bool(form.active.data),
                )  # fmt: skip
            except BadDesk as error:
                tell(form.checklist if "ecklist" in str(error) else form.name, str(error))
                return render_template("auth/desk.html", desk=shown, form=form), 422
            audited(unit, the_person(), "desk_changed", shown.slug, before=_said(shown), after=_said(changed))
            flash(f"The desk {changed.name} is changed.")
            return redirect(url_for("desks.index"))
    return render_template("auth/desk.html", desk=shown, form=form)


def _said(desk: Desk) -> dict[str, Any]:
    return {"name": desk.name, "style": desk.style, "active": desk.active, "lines": len(desk.checklist)}

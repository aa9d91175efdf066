"""For administrators: the people of the newsroom and the links by which they join."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.desk.people import Person
from app.storage.desks import list_desks
from app.storage.invitations import invite, open_invitations, withdraw
from app.storage.people import BadPerson, change_person, find_person, list_people
from app.web.auth.access import Access, open_to
from app.web.auth.audited import audited
from app.web.auth.current import the_person
from app.web.auth.forms import InviteForm, PersonForm, role_of, tell
from app.web.database import database
from app.web.security import public_address

pages = Blueprint("people", __name__, url_prefix="/people")
Shown = BaseResponse | str | tuple[str, int]


@pages.get("")
@open_to(Access.ADMINISTRATOR)
def index() -> str:
    """Everybody, the links that are open, and a form for a new one."""
    return _index()


@pages.post("/invite")
@open_to(Access.ADMINISTRATOR)
def make_link() -> Shown:
    """Make a link to join; it is shown on this page alone, once."""
    with database().change() as unit:
        form = InviteForm(list_desks(unit))
        if not form.validate():
            return _index(form), 422
        desk = int(form.desk.data) if form.desk.data else None
        token = invite(unit, "join", role=role_of(form.role), desk=desk, by=the_person())
        audited(unit, the_person(), "invited", "", after={"role": form.role.data, "desk": desk})
    return _index(link=public_address("sign_in.join", token=token))


@pages.post("/invite/<int:invitation_id>/withdraw")
@open_to(Access.ADMINISTRATOR)
def withdraw_link(invitation_id: int) -> BaseResponse:
    """Close a link that nobody has used."""
    with database().change() as unit:
        withdraw(unit, invitation_id)
        audited(unit, the_person(), "invitation_withdrawn", str(invitation_id))
    flash("The link opens nothing any more.")
    return redirect(url_for("people.index"))


@pages.route("/<int:person_id>", methods=["GET", "POST"])
@open_to(Access.ADMINISTRATOR)
def person(person_id: int) -> Shown:
    """One person: name, role, desks, whether they work here."""
    with database().change() as unit:
        shown = find_person(unit, person_id) or abort(404)
        desks = list_desks(unit, all_of_them=True)
        form = PersonForm(
            desks, data={**asdict(shown), "role": shown.role.value, "desks": [str(d) for d in shown.desks]}
        )
        if form.is_submitted() and form.validate():
            try:
                changed = change_person(
                    unit, shown, name=form.name.data or "", email=form.email.data or "", role=role_of(form.role),
                    desks=form.chosen_desks, active=bool(form.active.data),
                )  # fmt: skip
            except BadPerson as error:
                tell(
                    form.email if "e-mail" in str(error) else form.role if "administrator" in str(error) else form.name,
                    str(error),
                )
                return render_template("auth/person.html", person=shown, form=form), 422
            audited(unit, the_person(), "person_changed", shown.sign_in, before=_said(shown), after=_said(changed))
            flash(f"{changed.name} is changed.")
            return redirect(url_for("people.index"))
    return render_template("auth/person.html", person=shown, form=form)


@pages.post("/<int:person_id>/reset")
@open_to(Access.ADMINISTRATOR)
def reset(person_id: int) -> Shown:
    """Make a link for a new password; it is shown on this page alone, once."""
    with database().change() as unit:
        shown = find_person(unit, person_id) or abort(404)
        token = invite(unit, "reset", person=shown, by=the_person())
        audited(unit, the_person(), "reset_link_made", shown.sign_in)
    return _index(link=public_address("sign_in.new_password", token=token), link_for=shown)


def _index(form: InviteForm | None = None, *, link: str = "", link_for: Person | None = None) -> str:
    with database().session() as unit:
        desks = list_desks(unit, all_of_them=True)
        return render_template(
            "auth/people.html",
            people=list_people(unit),
            desks={desk.id: desk.name for desk in desks},
            invitations=open_invitations(unit),
            form=form or InviteForm([d for d in desks if d.active], formdata=None),
            link=link,
            link_for=link_for,
        )


def _said(person: Person) -> dict[str, Any]:
    return {"role": person.role.value, "active": person.active, "desks": sorted(person.desks)}

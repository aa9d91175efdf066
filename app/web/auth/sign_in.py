"""Sign in and out, and the one-time links: the first administrator, joining, a new password."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.desk.people import Person, Role
from app.storage.invitations import Invitation, find_invitation, use_invitation
from app.storage.people import BadPerson, anybody, check_password, make_person, person_called, set_password
from app.storage.secrets import BadPassword
from app.web.auth.access import Access, open_to
from app.web.auth.audited import audited
from app.web.auth.current import begin, current_person, end
from app.web.auth.forms import JoinForm, NewPasswordForm, SignInForm, tell
from app.web.auth.throttle import by_address, by_name, log_wrong_password
from app.web.database import database

pages = Blueprint("sign_in", __name__)
Shown = BaseResponse | str | tuple[str, int]

WRONG = "No account has that sign-in name and password. An administrator can make a link for a new password."
LINKS = {
    "first": ("Welcome to Copydesk", "You are the first here, so you become its administrator.", "Make the account"),
    "join": ("Join the newsroom", "Choose how colleagues see you and how you sign in.", "Join"),
}


@pages.get("/sign-in")
@open_to(Access.ALL)
def sign_in() -> Shown:
    """The form to sign in."""
    if current_person():
        return redirect(_next())
    return _form(SignInForm())


@pages.post("/sign-in")
@open_to(Access.ALL)
@by_address
@by_name
def sign_in_posted() -> Shown:
    """Sign in; 401 where name and password do not belong together."""
    form = SignInForm()
    person = check_password(database(), form.sign_in.data or "", form.password.data or "")
    if person is None:
        with database().session() as unit:
            meant = person_called(unit, form.sign_in.data or "")
        log_wrong_password(meant.sign_in if meant else "")
        tell(form.password, WRONG)
        return _form(form), 401
    begin(person)
    with database().change() as unit:
        audited(unit, person, "signed_in", person.sign_in)
    return redirect(_next())


@pages.post("/sign-out")
@open_to(Access.ALL)
def sign_out() -> BaseResponse:
    """Sign out of this browser."""
    end()
    flash("You are signed out.")
    return redirect(url_for("sign_in.sign_in"))


@pages.route("/welcome/<token>", methods=["GET", "POST"])
@open_to(Access.ALL)
@by_address
def first(token: str) -> Shown:
    """Make the first administrator."""
    return _join("first", token)


@pages.route("/join/<token>", methods=["GET", "POST"])
@open_to(Access.ALL)
@by_address
def join(token: str) -> Shown:
    """Join the newsroom by an invitation."""
    return _join("join", token)


@pages.route("/new-password/<token>", methods=["GET", "POST"])
@open_to(Access.ALL)
@by_address
def new_password(token: str) -> Shown:
    """Set a new password by an administrator's link."""
    form = NewPasswordForm()
    with database().change() as unit:
        invitation = find_invitation(unit, "reset", token) or abort(404)
        person = invitation.person
        if person is None or not person.active:
            abort(404)
    if request.method == "GET" or not form.validate():
        return _link_page("reset", form, person=person)
    try:
        with database().change() as unit:
            if not use_invitation(unit, invitation):
                abort(404)
            set_password(unit, person, form.password.data or "")
            audited(unit, person, "password_set", person.sign_in)
    except BadPassword as error:
        tell(form.password, str(error))
        return _link_page("reset", form, person=person), 422
    begin(person)
    flash("Your new password is set. You are signed out everywhere else.")
    return redirect(url_for("check.new_check"))


def _join(kind: str, token: str) -> Shown:
    form = JoinForm()
    with database().session() as unit:
        invitation = find_invitation(unit, kind, token) or abort(404)
        if kind == "first" and anybody(unit):
            abort(404)
    if request.method == "GET" or not form.validate():
        return _link_page(kind, form)
    try:
        person = _make(invitation, form)
    except BadPerson as error:
        field = form.sign_in if "ign-in" in str(error) or "signs in" in str(error) else form.name
        tell(form.email if "e-mail" in str(error) and field is form.name else field, str(error))
        return _link_page(kind, form), 422
    except BadPassword as error:
        tell(form.password, str(error))
        return _link_page(kind, form), 422
    begin(person)
    flash(f"Welcome, {person.name}.")
    return redirect(url_for("people.index") if kind == "first" else url_for("check.new_check"))


def _make(invitation: Invitation, form: JoinForm) -> Person:
    role = Role.ADMINISTRATOR if invitation.kind == "first" else invitation.role
    with database().change() as unit:
        if not use_invitation(unit, invitation):
            abort(404)
        person = make_person(
            unit, form.sign_in.data or "", form.name.data or "", role,
            password=form.password.data or "", email=form.email.data or "",
            desks=[invitation.desk] if invitation.desk else [],
        )  # fmt: skip
        audited(unit, person, "joined", person.sign_in, after={"role": role.value, "desk": invitation.desk})
    return person


def _form(form: SignInForm) -> str:
    return render_template("auth/sign_in.html", form=form, next=_next())


def _link_page(kind: str, form: Any, person: Person | None = None) -> str:
    title, deck, button = LINKS.get(
        kind, ("A new password", f"For {person.name}, who signs in as {person.sign_in}." if person else "", "Set it")
    )
    return render_template("auth/link.html", form=form, kind=kind, title=title, deck=deck, button=button)


def _next() -> str:
    """Where to go after signing in: a place of this site alone, whatever the address says."""
    wanted = request.values.get("next", "")
    if wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and "\\" not in wanted and wanted.isprintable():
        return wanted
    return url_for("check.new_check")

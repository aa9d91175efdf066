"""A person's own page: password, where they are signed in, tokens for the API."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.storage.api_tokens import SCOPES, end_api_token, list_api_tokens, make_api_token
from app.storage.people import BadPerson, check_password, set_password
from app.storage.secrets import BadPassword, digest
from app.storage.sign_ins import end_sign_in, list_sign_ins
from app.web.auth.access import Access, open_to
from app.web.auth.audited import audited
from app.web.auth.current import current_token, the_person
from app.web.auth.device import remember_device
from app.web.auth.forms import ChangePasswordForm, TokenForm, tell
from app.web.auth.throttle import by_address, log_wrong_password
from app.web.database import database

pages = Blueprint("account", __name__, url_prefix="/account")
Shown = BaseResponse | str | tuple[str, int]


@pages.get("")
@open_to(Access.SIGNED_IN)
def index() -> str:
    """The page."""
    return _page()


@pages.post("/password")
@open_to(Access.SIGNED_IN)
@by_address
def change_password() -> Shown:
    """Change the password; every other browser is signed out."""
    form = ChangePasswordForm()
    person = the_person()
    if not form.validate() or check_password(database(), person.sign_in, form.old.data or "") is None:
        log_wrong_password(person.sign_in)
        tell(form.old, "That is not your present password.")
        return _page(password=form), 422
    try:
        with database().change() as unit:
            set_password(unit, person, form.password.data or "", keep=digest(current_token()))
            audited(unit, person, "password_set", person.sign_in)
    except BadPassword as error:
        tell(form.password, str(error))
        return _page(password=form), 422
    remember_device(person.sign_in)
    flash("Your password is changed, and you are signed out everywhere else.")
    return redirect(url_for("account.index"))


@pages.post("/sign-ins/<int:sign_in_id>/end")
@open_to(Access.SIGNED_IN)
def end_one(sign_in_id: int) -> BaseResponse:
    """End one of one's own sign-ins."""
    if not end_sign_in(database(), the_person(), sign_in_id):
        abort(404)
    flash("That browser is signed out.")
    return redirect(url_for("account.index"))


@pages.post("/tokens")
@open_to(Access.SIGNED_IN)
def make_token() -> Shown:
    """Make a token; it is shown on this page alone, once."""
    form = TokenForm()
    person = the_person()
    try:
        with database().change() as unit:
            token = make_api_token(unit, person, form.name.data or "", form.scopes.data or ())
            audited(unit, person, "token_made", token[:8], after={"scopes": sorted(form.scopes.data or ())})
    except BadPerson:
        tell(form.name, "Say what the token is for, so that you know it again.")
        return _page(token_form=form), 422
    except ValueError as error:
        tell(form.scopes, str(error))
        return _page(token_form=form), 422
    return _page(new_token=token)


@pages.post("/tokens/<int:token_id>/end")
@open_to(Access.SIGNED_IN)
def end_token(token_id: int) -> BaseResponse:
    """End one of one's own tokens."""
    with database().change() as unit:
        if not end_api_token(unit, the_person(), token_id):
            abort(404)
        audited(unit, the_person(), "token_ended", str(token_id))
    flash("The token opens nothing any more.")
    return redirect(url_for("account.index"))


def _page(
    *, password: ChangePasswordForm | None = None, token_form: TokenForm | None = None, new_token: str = ""
) -> str:
    person = the_person()
    with database().session() as unit:
        tokens = list_api_tokens(unit, person)
    return render_template(
        "auth/account.html",
        person=person,
        password=password or ChangePasswordForm(formdata=None),
        token_form=token_form or TokenForm(formdata=None),
        new_token=new_token,
        sign_ins=list_sign_ins(database(), person, current_token()),
        tokens=tokens,
        scopes=SCOPES,
    )

"""The person whose request it is: by the cookie of their sign-in, by a trusted proxy's header, or by an API token."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from flask import Flask, Request, current_app, g, request, session
from flask_login import LoginManager, current_user, login_user, logout_user

from app.desk.people import Person
from app.storage.api_tokens import person_of_token
from app.storage.database import DatabaseUnavailable
from app.storage.people import person_called
from app.storage.sign_ins import begin_sign_in, end_this_sign_in, person_signed_in
from app.web.auth.device import remember_device
from app.web.database import database
from app.web.peer import comes_from


class SignedIn:
    """What Flask-Login keeps of a person: its id is the token of the sign-in, so that ending that ends the cookie."""

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def __init__(self, person: Person, token: str) -> None:
        self.person = person
        self.token = token

    def get_id(self) -> str:
        return self.token


def install_sign_in(app: Flask) -> None:
    manager = LoginManager(app, add_context_processor=False)
    manager.session_protection = None  # the sign-in is looked up at each request; nothing rests on the address
    manager.user_loader(_by_cookie)
    manager.request_loader(_by_proxy)


def current_person() -> Person | None:
    """Return who is signed in, or None; nobody is while the database does not answer (see database_is_gone)."""
    if "token_person" in g:
        found: Person | None = g.token_person
    else:
        found = current_user.person if current_user.is_authenticated else None
    return replace(found, own_copy=True) if found and current_app.config["OWN_COPY"] else found


def the_person() -> Person:
    """Return who is signed in, in a view that is open only to people who are."""
    person = current_person()
    if person is None:
        raise LookupError("this view is open to people who are not signed in")
    return person


def who() -> str:
    """Return the sign-in name of who is signed in, for the audit; "" for nobody."""
    person = current_person()
    return person.sign_in if person else ""


def current_token() -> str:
    """Return the token of this sign-in, or "" where a proxy signs in."""
    return str(current_user.get_id() or "") if current_user.is_authenticated else ""


def begin(person: Person) -> None:
    """Sign the person in, in this browser, with a fresh session: one that somebody else set beforehand is worth nothing."""
    token = begin_sign_in(database(), person, agent=request.user_agent.string, address=request.remote_addr or "")
    session.clear()
    session.permanent = True
    login_user(SignedIn(person, token))
    remember_device(person.sign_in)


def end() -> None:
    """Sign out of this browser."""
    if token := current_token():
        end_this_sign_in(database(), token)
    logout_user()
    session.clear()


def person_by_token(token: str) -> tuple[Person, frozenset[str]] | None:
    """Return whose API token it is and what it is for."""
    return person_of_token(database(), token)


def _by_cookie(token: str) -> SignedIn | None:
    person = _unless_gone(lambda: person_signed_in(database(), token, days=current_app.config["SIGN_IN_DAYS"]))
    return SignedIn(person, token) if person else None


def _by_proxy(asked: Request) -> SignedIn | None:
    """A newsroom's own sign-in in front of Copydesk names the person in a header; believed from its address alone."""
    header = current_app.config["PROXY_SIGN_IN_HEADER"]
    name = asked.headers.get(header, "").strip() if header else ""
    if not name or not comes_from(asked, current_app.config["TRUSTED_PROXIES"]):
        return None
    person = _unless_gone(lambda: _called(name))
    return SignedIn(person, "") if person and person.active else None


def _called(name: str) -> Person | None:
    with database().session() as unit:
        return person_called(unit, name)


def _unless_gone(find: Callable[[], Person | None]) -> Person | None:
    """Return who is found; nobody, and a note for the guard, while the database does not answer."""
    try:
        return find()
    except DatabaseUnavailable as error:
        current_app.logger.warning("%s", error)
        g.database_is_gone = True
        return None


def browser_name(agent: str) -> str:
    """Name a browser and its system from what it says of itself, as a person would."""
    browsers = (
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    )
    systems = (("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "Mac"), ("Linux", "Linux"))  # fmt: skip
    browser = next((name for mark, name in browsers if mark in agent), "")
    system = next((name for mark, name in systems if mark in agent), "")
    return " on ".join(part for part in (browser, system) if part) or agent[:40] or "Unknown"

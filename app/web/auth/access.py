"""READ FIRST: each view says whom it is open to, and one guard before every request holds it to that.

Roles open pages; whether a person may see one draft is for app/desk/permissions.py to say.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from flask import Blueprint, Flask, current_app, g, jsonify, redirect, request, url_for
from werkzeug.exceptions import Forbidden, ServiceUnavailable
from werkzeug.wrappers import Response as BaseResponse

from app.desk.people import Role
from app.web.auth.current import current_person, person_by_token
from app.web.errors import problem

View = TypeVar("View", bound=Callable[..., Any])


class Access(StrEnum):
    """Whom a view is open to."""

    ALL = "all"  # everybody who reaches the address
    CHECK = "check"  # everybody where OPEN_CHECK is on, else whoever is signed in
    SIGNED_IN = "signed in"
    EDITOR = "editor"
    STANDARDS = "standards"
    ADMINISTRATOR = "administrator"


ROLES = {Access.EDITOR: Role.EDITOR, Access.STANDARDS: Role.STANDARDS, Access.ADMINISTRATOR: Role.ADMINISTRATOR}


def open_to(access: Access, *, scope: str = "") -> Callable[[View], View]:
    """Say whom a view is open to; ``scope`` is what an API token must be for to open it (without one, none does)."""

    def mark(view: View) -> View:
        view.access, view.scope = access, scope  # type: ignore[attr-defined]
        return view

    return mark


def install_guard(app: Flask) -> None:
    """Hold every request to what its view says; a view that says nothing is open to administrators alone."""
    app.before_request(_guard)


def default_access(app: Flask, pages: Blueprint, access: Access) -> None:
    """Say whom the views of a blueprint are open to that say nothing themselves."""
    app.extensions.setdefault("copydesk.access", {})[pages.name] = access


def access_of(app: Flask, endpoint: str) -> Access | None:
    """Return whom a view is open to: what it says, else its blueprint; None where neither does (a test lists those)."""
    said: Access | None = getattr(app.view_functions[endpoint], "access", None)
    defaults: dict[str, Access] = app.extensions.get("copydesk.access", {})
    return said or defaults.get(endpoint.rpartition(".")[0])


def check_is_open() -> bool:
    """Whether the paste form takes drafts of people who are not signed in."""
    return bool(current_app.config["OPEN_CHECK"])


def _guard() -> BaseResponse | None:
    if request.endpoint is None or request.endpoint == "static":
        return None
    view = current_app.view_functions[request.endpoint]
    access = access_of(current_app, request.endpoint) or Access.ADMINISTRATOR
    if _is_api():
        return _guard_api(access, getattr(view, "scope", "") or "check")
    if access is Access.ALL or (access is Access.CHECK and check_is_open()):
        return None
    person = current_person()
    if person is None and g.get("database_is_gone"):
        raise ServiceUnavailable
    if person is None:
        return _sign_in_first()
    if access in ROLES and not person.is_at_least(ROLES[access]):
        raise Forbidden
    return None


def _guard_api(access: Access, scope: str) -> BaseResponse | None:
    """The API reads no cookie: who asks is whose token it is."""
    given = request.headers.get("Authorization", "")
    if not given:
        open_here = access is Access.ALL or (access is Access.CHECK and check_is_open())
        return None if open_here else _token_first("This address needs an API token.")
    kind, _, token = given.partition(" ")
    owner = person_by_token(token.strip()) if kind.lower() == "bearer" else None
    if owner is None:
        return _token_first("That API token is unknown or was ended.")
    person, scopes = owner
    too_low = access in ROLES and not person.is_at_least(ROLES[access])
    if access is not Access.ALL and (scope not in scopes or too_low):
        what = f"This address needs a token with the scope “{scope}”" if scope else "No token opens this address"
        return problem(
            403, "The token does not open this", f"{what}{', of an editor who may do it' if too_low else ''}."
        )
    g.token_person = person
    return None


def _is_api() -> bool:
    return request.path.startswith("/api/")


def _token_first(detail: str) -> BaseResponse:
    answer = problem(
        401, "Who asks?", f"{detail} Send it as “Authorization: Bearer cd_…”; tokens are made under Account."
    )
    answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def _sign_in_first() -> BaseResponse:
    if request.method in ("GET", "HEAD") and not request.is_json:
        here = request.full_path.rstrip("?")
        return redirect(url_for("sign_in.sign_in", next=here if here != "/" else None))
    answer = jsonify(
        error="You are not signed in any more. Sign in in another tab, then try again: nothing is lost here."
    )
    answer.status_code = 401
    return answer

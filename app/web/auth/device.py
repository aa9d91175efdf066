"""Browsers that have signed in to an account before: each has its own count of wrong passwords, so that guessing from
elsewhere keeps no owner out.

As OWASP's "Slow Down Online Guessing Attacks with Device Cookies" has it. The cookie holds an entry for each account that
signed in there: a random number, signed with the account's own key. That key is made of its password's hash, so a new
password makes every entry of it worthless; a sign-in makes a fresh one, and one that is not used for long ends by itself.
"""

from __future__ import annotations

import secrets

from flask import Response, after_this_request, current_app, g, request
from itsdangerous import BadData, URLSafeTimedSerializer

from app.storage.people import password_stamp
from app.web.database import database

COOKIE = "copydesk_device"
LASTS = 180 * 24 * 3600  # seconds
MOST = 6  # accounts of one browser
LONGEST = 200  # characters of an entry
_BETWEEN = "~"


def known_device(sign_in: str) -> str:
    """Return the number of this browser for the account, where it has signed in to it before; else ""."""
    if not _entries():
        return ""
    # Asked for several times in a request, by each of its counters.
    if "device" not in g or g.device[0] != sign_in:
        g.device = (sign_in, next((found for e in _entries() if (found := _read(e, _signer(sign_in)))), ""))
    return str(g.device[1])


def remember_device(sign_in: str) -> None:
    """Let the answer to this request tell the browser that it has signed in to the account."""
    signer = _signer(sign_in)
    if signer is None:
        return
    others = [entry for entry in _entries() if not _read(entry, signer)]
    entries = [str(signer.dumps(secrets.token_urlsafe(16))), *others][:MOST]

    @after_this_request
    def keep(response: Response) -> Response:
        response.set_cookie(
            COOKIE, _BETWEEN.join(entries), max_age=LASTS, httponly=True, samesite="Lax", secure=request.is_secure
        )
        return response


def _entries() -> list[str]:
    return [entry for entry in request.cookies.get(COOKIE, "").split(_BETWEEN)[:MOST] if 0 < len(entry) <= LONGEST]


def _signer(sign_in: str) -> URLSafeTimedSerializer | None:
    """The signer of one account; None where there is none by that name, or it has no password."""
    with database().session() as unit:
        stamp = password_stamp(unit, sign_in)
    key = current_app.config["SECRET_KEY"]
    return URLSafeTimedSerializer(key, salt=f"copydesk device {stamp}") if stamp else None


def _read(entry: str, signer: URLSafeTimedSerializer | None) -> str:
    try:
        return str(signer.loads(entry, max_age=LASTS)) if signer else ""
    except BadData:
        return ""

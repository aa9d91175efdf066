"""Guessing passwords is slow: so many wrong tries a minute from one address, and on one sign-in name.

A browser that has signed in to the account before (device.py) is counted by itself: wrong tries from elsewhere, even from
the same address, do not keep it out.
"""

from __future__ import annotations

import logging

from flask import Flask, Response, current_app, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from app.web.auth.device import known_device

logger = logging.getLogger("copydesk.sign_in")
limiter = Limiter(get_remote_address, default_limits=[], headers_enabled=False)


def install_throttle(app: Flask) -> None:
    """Counters are kept in Redis where there is one, else by each process for itself."""
    app.config["RATELIMIT_STORAGE_URI"] = app.config["REDIS_URL"] or "memory://"
    # Redis gone: count in the process rather than let nobody in, or everybody.
    app.config["RATELIMIT_IN_MEMORY_FALLBACK_ENABLED"] = True
    limiter.init_app(app)


def log_wrong_password(sign_in: str) -> None:
    """Log a wrong password: whose account it was for, "" for none, and from where. What was typed may be a password."""
    whose = f"for {sign_in}" if sign_in else "for a name that nobody has"
    logger.warning("wrong password %s, from %s", whose, request.remote_addr)


def _tries() -> str:
    return f"{current_app.config['SIGN_IN_TRIES']} per minute"


def _more_tries() -> str:
    # Many people sit behind one address.
    return f"{4 * current_app.config['SIGN_IN_TRIES']} per minute"


def _name() -> str:
    device = _device()
    return f"device:{device}" if device else f"name:{_sign_in()}"


def _address() -> str:
    device = _device()
    return f"device:{device}" if device else get_remote_address()


def _sign_in() -> str:
    return request.form.get("sign_in", "").strip().lower()[:100]


def _device() -> str:
    return known_device(_sign_in()) if _sign_in() else ""


def _was_wrong(response: Response) -> bool:
    return response.status_code not in (302, 303)


by_address = limiter.limit(_more_tries, key_func=_address, methods=["POST"], deduct_when=_was_wrong)
by_name = limiter.limit(_tries, key_func=_name, methods=["POST"], deduct_when=_was_wrong)

"""Passwords as argon2id hashes; tokens of links, cookies and the API as SHA-256: what leaks from here opens nothing."""

from __future__ import annotations

import hashlib
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# argon2-cffi's own defaults: RFC 9106, second recommended option (64 MiB of memory, three passes).
_hasher = PasswordHasher()
# Checked where there is no such person, so that an answer takes as long and tells nobody who has an account.
_NOBODY = _hasher.hash(secrets.token_urlsafe())

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 1000


class BadPassword(ValueError):
    """The password can't be taken; the message says why."""


def hash_password(password: str, *, not_like: tuple[str, ...] = ()) -> str:
    """Return the hash to keep; raise BadPassword where it is too short (NIST SP 800-63B: length, no other rules)."""
    if len(password) < SHORTEST_PASSWORD:
        raise BadPassword(f"Choose a password of at least {SHORTEST_PASSWORD} characters: a few words do well.")
    if len(password) > LONGEST_PASSWORD:
        raise BadPassword(f"That is longer than {LONGEST_PASSWORD:,} characters.")
    if len(set(password)) < 4 or password.casefold() in {word.casefold() for word in not_like}:
        raise BadPassword("That password is too easy to guess. A few words do well.")
    return _hasher.hash(password)


def is_password(kept: str | None, given: str) -> bool:
    """Whether the password is the one whose hash was kept; takes as long where none was."""
    try:
        return _hasher.verify(kept or _NOBODY, given[:LONGEST_PASSWORD]) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def new_token() -> str:
    """Return a fresh token of 256 bits, safe in an address."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """Return what is kept of a token: it has 256 bits of chance, so a plain hash can't be turned back."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()

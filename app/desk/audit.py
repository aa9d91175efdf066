"""The audit's entries and their chain: each entry's hash is made of the one before and of all that the entry says.

Changing, leaving out or reordering an entry breaks the chain there; cutting off its end shows against the head that the
database keeps, or against a head that somebody wrote down elsewhere. No entry holds words of a draft.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

SYSTEM = "system"  # the actor where no person acted: a command, a rule of the desk


@dataclass(frozen=True)
class Entry:
    """One thing that was done: by whom (sign-in name), what, on which draft and what of it, and what it changed."""

    actor: str
    action: str
    draft: str = ""  # uid
    subject: str = ""
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Link:
    """An entry as it is kept. ``before`` and ``after`` are canonical JSON; ``at`` is in UTC."""

    id: int
    at: datetime.datetime
    actor: str
    action: str
    draft: str
    subject: str
    before: str
    after: str
    previous: str
    hash: str = ""

    def own_hash(self) -> str:
        """The hash that the entry should have, 64 hex digits."""
        said = [
            self.id, stamp(self.at), self.actor, self.action, self.draft, self.subject, self.before, self.after,
        ]  # fmt: skip
        return sha256((self.previous + canonical(said)).encode()).hexdigest()


class Broken(Exception):
    """The chain does not hold; the message names the first entry where it fails."""


def verify(links: Iterable[Link], *, last: int, head: str, noted: Mapping[int, str] | None = None) -> int:
    """Go through the whole chain, from its first entry, and return how many there are; raise Broken.

    ``last`` and ``head`` are the number and hash that the chain should end with, ``noted`` hashes by entry that were
    written down elsewhere.
    """
    count, previous, open_notes = 0, "", dict(noted or {})
    for link in links:
        count += 1
        if link.id != count:
            raise Broken(f"Entry {count} is missing: after entry {count - 1} comes entry {link.id}.")
        if link.previous != previous:
            raise Broken(f"Entry {link.id} does not follow from entry {link.id - 1}.")
        if link.hash != link.own_hash():
            raise Broken(f"Entry {link.id} was changed after it was written.")
        if open_notes.pop(link.id, link.hash) != link.hash:
            raise Broken(f"Entry {link.id} is not the one whose hash was noted.")
        previous = link.hash
    if (count, previous) != (last, head):
        raise Broken(f"The end was cut off or added to: {count} entries are there, {last} were written.")
    if open_notes:
        raise Broken(f"Entry {min(open_notes)}, whose hash was noted, is not there.")
    return count


def canonical(value: Any) -> str:
    """JSON in one form only: sorted keys, no spaces, ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), default=_plain)


def stamp(at: datetime.datetime) -> str:
    """A moment as the chain writes it: UTC, microseconds."""
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return stamp(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"an audit entry can't hold a {type(value).__name__}")

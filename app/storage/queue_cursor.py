"""Where a page of the queue ended, as a short text for an address."""

from __future__ import annotations

import base64
import binascii
import datetime
import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Cursor:
    """The last row of a page: its values in the order, and its id. ``last``: it stands among those without a value."""

    order: str
    values: tuple[datetime.datetime | int, ...]
    id: int
    last: bool = False

    def write(self) -> str:
        values = [v.isoformat() if isinstance(v, datetime.datetime) else v for v in self.values]
        said = json.dumps([self.order, values, self.id, self.last], separators=(",", ":"))
        return base64.urlsafe_b64encode(said.encode()).decode().rstrip("=")


def read_cursor(text: str, order: str) -> Cursor | None:
    """Return what write() wrote for that order; None for anything else: the queue then begins at its first page."""
    try:
        said = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        of, values, id, last = said
        read = tuple(datetime.datetime.fromisoformat(v) if isinstance(v, str) else v for v in values)
    except (ValueError, TypeError, binascii.Error, RecursionError):
        return None
    numbers = [v for v in (*read, id) if not isinstance(v, datetime.datetime)]
    fits = all(type(n) is int and abs(n) < 2**31 for n in numbers) and type(last) is bool
    times = [isinstance(v, datetime.datetime) for v in read]
    expected = {"due": [[True], []], "waiting": [[True]], "updated": [[True]]}.get(order, [[False, True]])
    if of != order or not fits or times not in expected or last != (times == []):
        return None
    if any(isinstance(v, datetime.datetime) and v.tzinfo is None for v in read):
        return None
    return Cursor(order, read, id, last)

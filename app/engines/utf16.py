"""UTF-16 offsets to code points and back: Java and browsers count an emoji as two, Python counts it as one."""

from __future__ import annotations

from bisect import bisect_left

from app.flags.flag import Span


class Utf16Text:
    """A text whose places another program counts in UTF-16 units."""

    def __init__(self, text: str) -> None:
        # The characters outside the Basic Multilingual Plane, and the UTF-16 offset just past the first half of each.
        self._wide = [] if text.isascii() or max(text, default="") <= "\uffff" else _wide(text)
        self._halves = [i + n + 1 for n, i in enumerate(self._wide)]
        self._length = len(text)

    def code_point(self, unit: int) -> int:
        """Return the code-point offset of a UTF-16 offset; the middle of a pair counts as its end."""
        return min(max(unit - bisect_left(self._halves, unit), 0), self._length)

    def unit(self, code_point: int) -> int:
        """Return the UTF-16 offset of a code-point offset."""
        return code_point + bisect_left(self._wide, code_point)

    def span(self, offset: int, length: int) -> Span:
        """Return the code-point span of a UTF-16 offset and length."""
        return Span(self.code_point(offset), self.code_point(offset + length))


def _wide(text: str) -> list[int]:
    return [i for i, c in enumerate(text) if c > "\uffff"]

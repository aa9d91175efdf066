"""Times of day: "11:40 PM", "9.30am", "0630 hours", "noon", "6:15 a.m. (1115 GMT)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.facts.document import Document
from app.flags.flag import Span

_HALF = r"(?P<half>a\.\s?m\.?|p\.\s?m\.?|am\b|pm\b|AM\b|PM\b|A\.M\.?|P\.M\.?)"
_ZONE = r"(?:\s(?P<zone>GMT|BST|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|IST|JST|AEST|ET|CT|MT|PT|MSK)\b)?"
_CLOCK = re.compile(
    rf"(?<![\d.,:£$€])(?P<twelve>12[\s-]+(?:o'clock\s+)?(?P<name12>noon|midday|midnight))\b"
    rf"|(?<![\w.,:£$€-])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?{_HALF}{_ZONE}(?P<redundant>\s+(?:noon|midnight|midday|in the (?:morning|afternoon|evening)|at night)\b)?"
    rf"|(?<![\d.,:£$€])(?P<military>[0-2]\d[:.]?[0-5]\d)(?P<hours>\s?(?:hours|hrs|h)\b|(?<![:.]\d\d)(?=\s?(?:GMT|UTC|BST|CET)\b)){_ZONE.replace('zone', 'zone2')}"
    rf"|(?<![\d.,:£$€/-])(?P<hour24>[0-2]?\d):(?P<minute24>\d\d)(?!\d|:\d|%|\.\d){_ZONE.replace('zone', 'zone3')}"
    rf"|(?<!\w)(?P<name>noon|midday|midnight)\b"
    rf"|(?<![\d.,:£$€])(?P<oclock>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o['’]clock\b"
)
_NAMED = {"noon": 12, "midday": 12, "midnight": 0}
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One time of day. ``hour`` 0 to 23 where am or pm is known (``half`` says so), ``minute``; ``zone`` as written.

    ``form`` tells how it is written: clock12, clock24, military, name ("noon"), named12 ("12 noon"), oclock.
    ``valid`` is False for 25:00 or 14:30 p.m.
    """

    span: Span
    hour: int
    minute: int
    form: str
    half: str = ""
    zone: str = ""
    extra: Span | None = None  # a word that says the same again: "in the morning" after "8 a.m."
    valid: bool = True
    block: int = -1

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        return self.hour * 60 + self.minute


def find_times(document: Document) -> tuple[TimeMention, ...]:
    """Return the times of day of every block in text order."""
    found = []
    for block in document.blocks:
        text = block.span.of(document.text)
        for match in _CLOCK.finditer(text):
            mention = _mention(match, block.start, block.i)
            if mention:
                found.append(mention)
    return tuple(found)


def _mention(match: re.Match[str], base: int, block: int) -> TimeMention | None:
    span = Span(*match.span()).shift(base)
    if match["twelve"]:
        return TimeMention(span, _NAMED[match["name12"].lower()], 0, "named12", block=block)
    if match["name"]:
        return TimeMention(span, _NAMED[match["name"].lower()], 0, "name", block=block)
    if match["oclock"]:
        word = match["oclock"].lower()
        hour = int(word) if word.isdigit() else _HOURS.index(word) + 1
        return TimeMention(span, hour % 24, 0, "oclock", valid=1 <= hour <= 12, block=block)
    if match["half"]:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        half = "pm" if match["half"][0] in "pP" else "am"
        valid = 1 <= hour <= 12 and minute < 60
        whole = hour % 12 + (12 if half == "pm" else 0) if hour <= 12 else hour % 24
        extra = Span(*match.span("redundant")).shift(base) if match["redundant"] else None
        return TimeMention(span, whole, minute, "clock12", half, match["zone"] or "", extra, valid, block)
    if match["military"]:
        hour, minute = int(match["military"][:2]), int(match["military"][-2:])
        return TimeMention(span, hour % 24, minute, "military", zone=match["zone2"] or "", valid=hour < 24, block=block)
    hour, minute = int(match["hour24"]), int(match["minute24"])
    return TimeMention(
        span, hour % 24, minute, "clock24", zone=match["zone3"] or "", valid=hour <= 24 and minute < 60, block=block
    )

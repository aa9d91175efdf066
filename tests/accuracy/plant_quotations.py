"""Slips of quotation planted in published stories: a mark or comma dropped, misplaced, or turned the wrong way."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from app.flags.flag import Span
from tests.accuracy.planting import Planter, Slip, Story

LEAST = 0.80

_SPOKEN = re.compile(
    r'(?P<open>")(?P<words>[A-Z][^"\n]{15,220}?)(?P<stop>[,.?!])(?P<close>")(?= (?:said|says|added|he|she|they|[A-Z]\w+ (?:said|added|told))\b|\s*\n|$)'
)
_FRAGMENT = re.compile(r'(?<=[a-z] )(?P<open>")(?P<words>[a-z][^"\n]{3,60}?)(?P<close>")(?=[ ,.])')


def _curly(text: str) -> str:
    """The text with each pair of straight double marks of a paragraph curled; a paragraph with an odd mark is left."""
    paragraphs = (re.sub(r'"([^"\n]*)"', r"“\1”", p) if p.count('"') % 2 == 0 else p for p in text.split("\n"))
    return "\n".join(paragraphs)


def _planter(
    kind: str, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str | None], *, curly: bool = False
) -> Planter:
    def plant(story: Story, rng: random.Random) -> Iterator[Slip]:
        clean = _curly(story.text) if curly else story.text
        for found in (_curled(pattern) if curly else pattern).finditer(clean):
            start = clean.rfind("\n", 0, found.start()) + 1
            end = clean.find("\n", found.end())
            paragraph = clean[start : end if end >= 0 else len(clean)]
            new = change(found)
            if new is None or paragraph.count('"') % 2:
                continue
            text = clean[: found.start()] + new + clean[found.end() :]
            place = Span(found.start(), found.start() + len(new) + 1)
            yield Slip(kind, text, place, new.replace("\n", " "), clean)

    return Planter(kind, plant, frozenset({"quotation"}))


def _curled(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(pattern.pattern.replace('(?P<open>")', "(?P<open>“)").replace('(?P<close>")', "(?P<close>”)"))


def _comma_dropped(found: re.Match[str]) -> str | None:
    return f"{found['open']}{found['words']}{found['close']}" if found["stop"] == "," else None


PLANTERS = (
    _planter("closing mark missing", _SPOKEN, lambda m: f"{m['open']}{m['words']}{m['stop']}"),
    _planter("opening mark missing", _SPOKEN, lambda m: f"{m['words']}{m['stop']}{m['close']}"),
    _planter("comma missing", _SPOKEN, _comma_dropped),
    _planter("comma outside", _SPOKEN, lambda m: f'{m["open"]}{m["words"]}",' if m["stop"] == "," else None),
    _planter("mark the wrong way", _SPOKEN, lambda m: f"{m['open']}{m['words']}{m['stop']}“", curly=True),
    _planter("opening the wrong way", _SPOKEN, lambda m: f"”{m['words']}{m['stop']}{m['close']}", curly=True),
    _planter("space inside", _SPOKEN, lambda m: f"{m['open']} {m['words']}{m['stop']}{m['close']}"),
    _planter("doubled mark", _SPOKEN, lambda m: f"{m['open']}{m['words']}{m['stop']}{m['close']}{m['close']}"),
    _planter("fragment not closed", _FRAGMENT, lambda m: f"{m['open']}{m['words']}"),
    _planter("fragment not opened", _FRAGMENT, lambda m: f"{m['words']}{m['close']}"),
)

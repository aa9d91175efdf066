"""The fingerprint of a flag: by it a flag that the desk dismissed stays dismissed while its own words stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from app.flags.flag import Flag, Span


def fingerprints(flags: Sequence[Flag], text: str, sentences: Sequence[Span]) -> list[str]:
    """Return a fingerprint for each flag, 20 hex digits; ``sentences`` are those of the text, in order.

    It is made of the rule, the flagged words and the sentence they stand in, so it outlives every change elsewhere, and
    changes with the sentence. Of flags alike in all three (a sentence said twice, a slip made twice in it) each has its
    own, by their order. White space does not count.
    """
    starts = [s.start for s in sentences]
    twins: Counter[str] = Counter()
    found = {}
    for flag in sorted(flags, key=lambda f: (f.span, f.rule)):
        at = bisect_right(starts, flag.span.start) - 1
        inside = at >= 0 and flag.span.start <= sentences[at].end
        around = sentences[at].of(text) if inside else ""
        key = "\0".join((flag.rule, _plain(flag.span.of(text)), _plain(around)))
        twins[key] += 1
        found[id(flag)] = sha256(f"{key}\0{twins[key]}".encode("utf-8", "replace")).hexdigest()[:20]
    return [found[id(flag)] for flag in flags]


def _plain(words: str) -> str:
    return " ".join(words.split())

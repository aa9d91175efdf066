"""So many minutes late or early, of what was due at one time and came at another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import lengths, written
from app.facts.document import Document
from app.flags.flag import Edit, Flag

_LATE = re.compile(
    r"\s+(?:late|early|behind schedule|ahead of schedule|behind time|delay)\b|\s+after (?:it|he|she|they) (?:was|were) due",
    re.IGNORECASE,
)
_DUE = re.compile(r"\b(?:due|scheduled|expected|supposed|timetabled|meant|planned)\b[^.;]{0,40}\bat\s+$", re.IGNORECASE)
_CAME = re.compile(
    r"\b(?:arrived|docked|landed|began|started|left|opened|came|pulled in|took off|got (?:in|there|away)|departed|ended|finished|sailed|touched down)\b[^.;]{0,40}\b(?:at|until)\s+$",
    re.IGNORECASE,
)


@check(
    title="Late by other minutes",
    catches="45 minutes late, of a ship due at 14:10 that docked at 15:25: it is an hour and 15 minutes.",
    why="The delay is the story.",
    source="Reuters Handbook, figures and times",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The ship was [45 minutes] late. It was due at 14:10 and docked at 15:05.", fixed="The ship was 55 minutes late. It was due at 14:10 and docked at 15:05.", style="bbc"),
        bad("The train, due at 8:20 a.m., arrived at 8:55 a.m., [25 minutes] late.", fixed="The train, due at 8:20 a.m., arrived at 8:55 a.m., 35 minutes late."),
        good("The ship was 55 minutes late. It was due at 14:10 and docked at 15:05.", style="bbc"),
        good("The ship was 45 minutes late. A train due at 14:10 came at 15:05.", style="bbc"),
        good("It was due at 14:10 and docked at 15:05. The bus was 20 minutes late, too.", style="bbc"),
    ],
)  # fmt: skip
def late_by(document: Document) -> Iterator[Flag]:
    times = [t for t in document.times if t.valid and t.form in ("clock12", "clock24")]
    if len(times) < 2:
        return
    for sentence in document.body_sentences():
        for length in lengths(document.text, sentence.start, sentence.end):
            if not _LATE.match(document.text, length.span.end):
                continue
            here = [t for t in times if sentence.start <= t.span.start < sentence.end]
            following = document.sentences[sentence.i + 1] if sentence.i + 1 < len(document.sentences) else None
            if (
                not here
                and following is not None
                and following.block == sentence.block
                and document.text[following.start : following.end].startswith(("It ", "He ", "She ", "They "))
            ):
                here = [t for t in times if following.start <= t.span.start < following.end]
            if len(here) != 2:
                continue
            due, came = here
            start = document.sentences[sentence.i].start
            if not _DUE.search(document.text[start : due.span.start]) or not _CAME.search(
                document.text[due.span.end : came.span.start]
            ):
                continue
            gap = Decimal(abs(came.minutes - due.minutes))
            if not gap or abs(gap - length.minutes) <= 1 or gap > 12 * 60:
                continue
            yield Flag(
                length.span,
                f"From {due.span.of(document.text)} to {came.span.of(document.text)} is {written(gap, 'hour')}.",
                edits=(
                    Edit.replace(
                        length.span, written(gap, length.span.of(document.text) if gap < 60 else "an hour"), safe=False
                    ),
                ),
                related=(due.span, came.span),
            )

"""A length of time told with the two times of day that it lies between, and that the clock makes another."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import Length, lengths, written
from app.facts.document import Document, Sentence
from app.facts.shift import in_blocks
from app.facts.times import TimeMention
from app.flags.flag import Edit, Flag, Span

_SAME = re.compile(
    r"\s*,?\s*(?:earlier|later|before|after(?:wards?)?|late|early|behind schedule|ahead of schedule)\b", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:took|taken|takes|taking|lasted|lasting|lasts|for|after)\s+(?:(?:about|nearly|almost|just over|more than|some)\s+)?$",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\b(?:about|around|nearly|almost|some|over|more than|under|less than|at least|up to|roughly)\s+$", re.IGNORECASE
)


_FROM = re.compile(r"\b(?:from|between)\s+(?:about |around )?$", re.IGNORECASE)
_LEFT = re.compile(
    r"\b(?:left|set off|took off|departed|began|started|opened|sailed|kicked off|lifted off)\b[^.;]{0,30}? at (?:about |around )?$",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"(?:,? and|,? to|, before)\s+(?:\w+\s)?(?:land\w*|arriv\w+|end\w*|finish\w*|clos\w+|reach\w*|dock\w*|return\w*|com\w+ in|came in)\b[^.;\d]{0,30}? at (?:about |around )?",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:to|and|until|till|through|[-–—])\s*(?:about |around )?(?:\w+day )?", re.IGNORECASE)
_TELLS = re.compile(
    r"(?:\s+\w+day| the (?:next|following) (?:day|morning))?\s*(?:[,(—–]|\s-)\s*(?:an? (?:[\w-]+ )?[a-z]+ of\s+)?(?:(?:a|an(?! hour)|or|in all|in total|total of|period|total|stretch|span|wait|shift|journey|flight|crossing|trip|delay|sitting|session|for|of|lasting|some|which is)\s+)*",
    re.IGNORECASE,
)


@check(
    title="The clock says otherwise",
    catches="It left at 15:05, three hours and 35 minutes earlier, of a ferry that came in at 17:40; from 10.10pm to 5.30am, a period of eight hours.",
    why="In an account of events the minutes are the story.",
    source="Reuters Handbook, figures and times",
    category="number_consistency", severity="must",
    examples=[
        bad("The train came in at 4.20pm. It had left York at 2.10pm, [three hours and 10 minutes] earlier.", style="guardian",
            fixed="The train came in at 4.20pm. It had left York at 2.10pm, two hours and 10 minutes earlier."),
        bad("The tremor struck at 9:12 a.m. A second came at 9:47 a.m., [25 minutes] later.", fixed="The tremor struck at 9:12 a.m. A second came at 9:47 a.m., 35 minutes later."),
        bad("The balloon fell silent [52 minutes] after it rose.\n\nContact ended at 7:40 a.m., the crew said.\n\nIt had risen at 6:58 a.m. on Monday.".replace("\\\n", "\n"),
            fixed="The balloon fell silent 42 minutes after it rose.\n\nContact ended at 7:40 a.m., the crew said.\n\nIt had risen at 6:58 a.m. on Monday.".replace("\\\n", "\n")),
        bad("The lift was stuck from 11.15pm to 3.45am, a period of [five hours and 30 minutes], a report said.", style="guardian",
            fixed="The lift was stuck from 11.15pm to 3.45am, a period of four hours and 30 minutes, a report said."),
        bad("The court sat from 9:10 a.m. to 11:50 a.m., [three hours and 40 minutes], without a break.",
            fixed="The court sat from 9:10 a.m. to 11:50 a.m., two hours and 40 minutes, without a break."),
        good("The lift was stuck from 11.15pm to 3.45am, a period of four hours and 30 minutes, a report said.", style="guardian"),
        good("The shop opens from 9 a.m. to 5 p.m., and the walk takes two hours."),
        good("Play ran from 2 p.m. to 6 p.m., about four hours."),
        bad("The flight left at 10:05 a.m. and landed at 11:50 a.m., a journey of [two hours and 45 minutes].", fixed="The flight left at 10:05 a.m. and landed at 11:50 a.m., a journey of one hour and 45 minutes."),
        good("The train came in at 4.20pm. It had left York at 2.10pm, two hours and 10 minutes earlier.", style="guardian"),
        good("The tremor struck at 9:12 a.m. It was felt 25 minutes later in Lima, where a clock stopped at 11:30 a.m."),
        good("Doors open at 7 p.m. and the talk starts at 8 p.m. Tickets are sold 30 minutes before."),
        good("The game began at 8 p.m. A storm came 20 minutes later and play ended at 11 p.m."),
    ],
)  # fmt: skip
def clock_gap(document: Document) -> Iterator[Flag]:
    times = [
        t
        for t in document.times
        if t.valid and t.form in ("clock12", "clock24", "named12", "name") and document.blocks[t.block].is_body
    ]
    if len(times) < 2:
        return
    yield from _spans(document, [t for t in times if t.form != "named12"])
    for place, found in in_blocks(document, _told):
        if found and document.blocks[place.block].is_body:
            for at, alone, after in found:
                length = Length(alone.span.shift(place.offset), alone.minutes)
                pair = _pair(document, times, document.sentences[place.sentence + at], length, after + place.offset)
                if pair is not None:
                    yield from _judged(document, length, pair)


def _told(one: Document) -> tuple[tuple[int, Length, int], ...]:
    """Each length of a block that "later", "before" and the like follow, with its sentence and where those end."""
    return tuple(
        (sentence.i, length, after.end())
        for sentence in one.sentences
        for length in lengths(one.text, sentence.start, sentence.end)
        if length.minutes and (after := _SAME.match(one.text, length.span.end))
    )


def _pair(
    document: Document, times: list[TimeMention], sentence: Sentence, length: Length, end: int
) -> tuple[TimeMention, TimeMention] | None:
    here = [t for t in times if sentence.start <= t.span.start < sentence.end]
    if here:
        # ", at 9:47 a.m., 25 minutes later": the time it ends in stands close before it, the other one before that.
        near = [t for t in here if 0 <= length.span.start - t.span.end <= 4]
        if not near:
            return None
        before = [t for t in times if t.span.end <= near[-1].span.start]
        if before and document.sentences[sentence.i].block - before[-1].block <= 1:
            return before[-1], near[-1]
        return None
    # "47 minutes after liftoff": the story's only two times, in the paragraphs that follow, are its two ends.
    word = document.text[length.span.end : end].strip(" ,").lower()
    if word not in ("after", "before") or sentence.block > document.sentences[0].block + 5:
        return None
    following = [t for t in times if sentence.block <= t.block <= sentence.block + 3 and t.form != "name"]
    if len(following) == 2 and following[0].span.start > sentence.end:
        return following[0], following[1]
    return None


def _judged(document: Document, length: Length, pair: tuple[TimeMention, TimeMention]) -> Iterator[Flag]:
    first, second = pair
    gap = abs(first.minutes - second.minutes)
    gaps = {gap, 24 * 60 - gap}
    if (
        {first.form, second.form} & {"clock12", "clock24"}
        and first.half != second.half
        and not (first.half and second.half)
    ):
        gaps |= (
            {abs(gap - 720)}
            if "clock12" in (first.form, second.form) and "clock24" not in (first.form, second.form)
            else set()
        )
    loose = _LOOSE.search(document.text[max(0, length.span.start - 14) : length.span.start])
    slack = max(Decimal(10), length.minutes / 8) if loose else Decimal(1)
    if any(abs(length.minutes - g) <= slack for g in gaps):
        return
    true = Decimal(gap)
    # A slip moves one figure: an hour, or ten minutes, or one digit. Times far apart tell of something else.
    if not (abs(true - length.minutes) <= 75 and true * 4 > length.minutes and true < length.minutes * 4):
        return
    yield Flag(
        length.span,
        f"From {first.span.of(document.text)} to {second.span.of(document.text)} is {written(true, 'hour')}.",
        edits=(
            Edit.replace(length.span, written(true, length.span.of(document.text)), safe=False),
            *_times(document, first, second, length.minutes),
        ),
        related=(first.span, second.span),
    )


def _times(document: Document, first: TimeMention, second: TimeMention, minutes: Decimal) -> Iterator[Edit]:
    """Either time moved so that the length fits, in the form it has."""
    for moved, fixed in ((second, first), (first, second)):
        sign = 1 if moved.minutes > fixed.minutes else -1
        at = (fixed.minutes + sign * int(minutes)) % (24 * 60)
        old = moved.span.of(document.text)
        match = re.match(r"(\d{1,2})([:.])(\d\d)", old)
        if not match or (moved.half and (at >= 720) != (moved.half == "pm")):
            continue
        hour = at // 60 if not moved.half else (at // 60 - 1) % 12 + 1
        digits = f"{hour:02d}" if len(match[1]) == 2 and not moved.half else str(hour)
        yield Edit.replace(
            Span(moved.span.start, moved.span.start + match.end()), f"{digits}{match[2]}{at % 60:02d}", safe=False
        )


def _spans(document: Document, times: list[TimeMention]) -> Iterator[Flag]:
    """From one time to another, and the length right behind them, over midnight too."""
    for first, second in itertools.pairwise(times):
        text = document.text
        lead = text[max(0, first.span.start - 60) : first.span.start]
        ways = ((_FROM, _TO), (_LEFT, _CAME))
        if first.block != second.block or not any(
            begins.search(lead) and ends.fullmatch(text, first.span.end, second.span.start) for begins, ends in ways
        ):
            continue
        sentence = document.sentence_at(second.span.start)
        tells = _TELLS.match(text, second.span.end)
        if sentence is None or tells is None:
            continue
        told = next((x for x in lengths(text, tells.end(), sentence.end) if x.span.start == tells.end()), None)
        true = Decimal((second.minutes - first.minutes) % (24 * 60))
        if told is None or not true or abs(told.minutes - true) <= max(Decimal(2), _slack(told.minutes)):
            continue
        yield Flag(
            told.span,
            f"From {first.span.of(text)} to {second.span.of(text)} is {written(true, 'hour')}.",
            edits=(Edit.replace(told.span, written(true, told.span.of(text)), safe=False),),
            related=(first.span, second.span),
        )


def _slack(minutes: Decimal) -> Decimal:
    """A length in whole hours may be rounded by half an hour."""
    return Decimal(30) if minutes % 60 == 0 else Decimal(0)

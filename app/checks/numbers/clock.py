"""Times of day against house style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.document import Document
from app.facts.times import TimeMention
from app.flags.flag import Edit, Flag, Span


@check(
    title="Time of day against house style",
    catches="11:40 PM or 0630 hours in AP copy, 9.30am in BBC copy, 12 midnight, 8 a.m. in the morning.",
    why="Times in one form keep readers from missing the hour.",
    source="AP Stylebook, times, midnight, noon; Guardian style guide, times; BBC News style guide, time",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("The vote ended at [10:15 PM] on Monday.", fixed="The vote ended at 10:15 p.m. on Monday."),
        bad("Doors open at [7pm].", fixed="Doors open at 7 p.m."),
        bad("Doors open at [7:00 p.m.]", fixed="Doors open at 7 p.m."),
        bad("Crews left at [0545 hours] on Friday.", fixed="Crews left at 5:45 a.m. on Friday."),
        bad("Gates opened at [8.30am].", fixed="Gates opened at 08:30.", style="bbc"),
        bad("Gates opened at [4pm].", fixed="Gates opened at 16:00.", style="bbc"),
        bad("Gates opened at [8:30 a.m.] on Sunday.", fixed="Gates opened at 8.30am on Sunday.", style="guardian"),
        bad("The strike begins at [12 noon].", fixed="The strike begins at noon."),
        bad("It ends at [12 p.m.] on Monday.", fixed="It ends at noon on Monday."),
        bad("The 6 p.m. shift left at [7:40 a.m], the chief said.", fixed="The 6 p.m. shift left at 7:40 a.m., the chief said."),
        bad("The [8.15] train from Leeds was cancelled.", fixed="The 08:15 train from Leeds was cancelled.", style="bbc"),
        bad("The hearing resumes at [14.00hrs] on Tuesday.", fixed="The hearing resumes at 14:00 on Tuesday.", style="bbc"),
        bad("Hull play Leeds on Saturday, kick-off [12.30]. It is sold out.", fixed="Hull play Leeds on Saturday, kick-off 12:30. It is sold out.", style="bbc"),
        good("The 8.15 rating was its best.", style="bbc"),
        bad("It shut at [9 p.m. at night].", fixed="It shut at 9 p.m."),
        bad("Polls close at [20:00].", fixed="Polls close at 8 p.m."),
        bad("The march began soon after [0830] near the port.", fixed="The march began soon after 8:30 a.m. near the port.", style="reuters"),
        good("The vote ended at 10:15 p.m. on Monday."),
        good("It begins at noon and ends at midnight."),
        good("Gates opened at 08:30 and shut at 16:00.", style="bbc"),
        good("Gates opened at 8.30am and shut at 4pm.", style="guardian"),
        bad("The match starts at [15.00] on Sunday.", fixed="The match starts at 15:00 on Sunday.", style="bbc"),
        bad("The last bus left at [7.15] on Monday.", fixed="The last bus left at 07:15 on Monday.", style="bbc"),
        good("The share closed at 6.12 on Monday.", style="bbc"),
        good("The index closed at 12.40 points.", style="bbc"),
        good("He ran it in 2:05:30, and the mile in 4:10."),
        good("The quake struck at 6:15 a.m. (1115 GMT).", style="reuters"),
        good("A verse from John 3:16 hung on the wall."),
    ],
)  # fmt: skip
def clock(document: Document) -> Iterator[Flag]:
    form = document.style.get("times")
    if form is None:
        return
    if form == "bbc":
        yield from _pointed(document)
    else:
        yield from _bare_military(document, form)
    for time in document.times:
        block = document.blocks[time.block]
        right = _right(document, time, form) if block.end - block.start > len(time.span.of(document.text)) + 8 else None
        written = time.span.of(document.text)
        if right is None or right == written:
            continue
        if right.endswith(".") and document.text[time.span.end : time.span.end + 1] == ".":
            right = right[:-1]  # the stop of the sentence is there already
        if right.rstrip(".") == written.rstrip(".") and not _lacks_stop(document, time.span):
            continue
        if written.endswith(".") and not right.endswith(".") and _ends_sentence(document, time):
            right += "."
        severity = None if time.form == "named12" or time.extra else style_severity(document)
        yield Flag(time.span, f"House style: {right}", edits=(Edit.replace(time.span, right),), severity=severity)


_POINTED = re.compile(
    r"\b(?:at|from|until|by|to|before|after|between|around|about|kick-?off|starts|begins|opens)\s(?P<t>(?P<h>[01]\d|2[0-3]|(?<!closed at )(?<!stood at )(?<!traded at )(?<!ended at )[1-9])\.(?P<m>[0-5]\d))(?=[\s,.;]|$)(?!\s?(?:%|per|million|billion|bn|m\b|points?|seconds|am|pm|a\.m|p\.m|degrees|metres|km|kg|GMT))"
)


_OF_TIMETABLE = re.compile(
    r"\b(?:the|a|an|their|its|his|her)\s(?P<t>(?P<h>[01]?\d|2[0-3])\.(?P<m>[0-5]\d))(?=\s(?:train|bus|service|flight|ferry|kick-?off|start|departure|sailing|crossing|tram|coach|express|showing|performance|bulletin)\b)",
    re.IGNORECASE,
)


def _pointed(document: Document) -> Iterator[Flag]:
    """15.00 where the house has 15:00."""
    for block in document.blocks:
        found = (
            _POINTED.finditer(document.text, block.start, block.end),
            _OF_TIMETABLE.finditer(document.text, block.start, block.end),
        )
        for match in chain(*found):
            span, right = Span(*match.span("t")), f"{match['h'].zfill(2)}:{match['m']}"
            yield Flag(span, f"House style: {right}", edits=(Edit.replace(span, right),))


_BARE = re.compile(
    r"\b(?:at|by|until|till|from|before|after|around|about|since)\s(?P<t>0(?P<h>[1-9])(?P<m>[0-5][05]))(?=\s(?!GMT|UTC|BST|CET|EST|hours|hrs|h\b)[a-z]|[,.;]\s|$)"
)


def _bare_military(document: Document, form: str) -> Iterator[Flag]:
    """0700 with no word for hours; the nought in front tells it from a number."""
    for block in document.blocks:
        for match in _BARE.finditer(document.text, block.start, block.end):
            minute = match["m"] if match["m"] != "00" else ""
            mark, half = (".", "am") if form == "guardian" else (":", " a.m.")
            right = f"{match['h']}{mark if minute else ''}{minute}{half}"
            span = Span(*match.span("t"))
            if right.endswith(".") and document.text[span.end : span.end + 1] == ".":
                right = right[:-1]
            yield Flag(span, f"House style: {right}", edits=(Edit.replace(span, right),))


def _lacks_stop(document: Document, span: Span) -> bool:
    """Whether "7:40 a.m" has lost its last point."""
    after = document.text[span.end : span.end + 1]
    return (
        span.of(document.text).lower().endswith((".m", ". m")) and after != "." and bool(re.match(r"[\s,;:)]", after))
    )


def _ends_sentence(document: Document, time: TimeMention) -> bool:
    sentence = document.sentence_at(time.span.end - 1)
    return sentence is not None and sentence.end == time.span.end


def _right(document: Document, time: TimeMention, form: str) -> str | None:
    if not time.valid:
        return None
    if time.form == "named12":
        return "noon" if time.hour else "midnight"
    if time.form in ("name", "oclock") or time.zone in ("GMT", "UTC"):
        return None
    written = time.span.of(document.text)
    if time.form == "clock24" and (form == "bbc" or not _is_clock(document, time)):
        return (
            f"{time.hour:02}:{time.minute:02}"
            if form == "bbc" and re.match(r"\d:", written) and _is_clock(document, time)
            else None
        )
    zone = f" {time.zone}" if time.zone else ""
    if form == "bbc":
        # noon and midnight are words there too; a bare "4pm" in a range is left to its partner.
        return f"{time.hour:02}:{time.minute:02}{zone}"
    hour = time.hour % 12 or 12
    if time.half and hour == 12 and not time.minute and form != "bbc":
        return "noon" if time.half == "pm" else "midnight"
    if form == "guardian":
        return f"{hour}{f'.{time.minute:02}' if time.minute else ''}{'pm' if time.hour >= 12 else 'am'}{zone}"
    return f"{hour}{f':{time.minute:02}' if time.minute else ''} {'p.m.' if time.hour >= 12 else 'a.m.'}{zone}"


def _is_clock(document: Document, time: TimeMention) -> bool:
    """Whether 20:00 is a time of day: a word for time before it, and no running time or score."""
    before = document.text[max(0, time.span.start - 12) : time.span.start].lower()
    after = document.text[time.span.end : time.span.end + 14].lower()
    if re.match(r"\s*(?:left|minutes|on the clock|into|remaining|to play|lead|win|mark|per|ratio)", after):
        return False
    return bool(
        re.search(r"\b(?:at|by|until|till|from|before|after|around|about|since|closed? at|and)\s$", before)
    ) and (time.hour >= 13 or re.match(r"0\d:", time.span.of(document.text)) is not None)

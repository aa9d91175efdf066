"""The hour with the part of the day in words: 8:00 in the morning, 3 o'clock in the afternoon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TIME = re.compile(
    rf"(?<![\w.:,$£€-])(?P<h>\d{{1,2}}|{'|'.join(_HOURS)})(?:[:.](?P<m>\d\d))?(?P<o>\s+o['’]clock)?"
    r"\s+(?P<part>in\s+the\s+(?:early\s+)?(?P<half>morning|afternoon|evening)|at\s+(?P<night>night))\b(?!\s+(?:of|after|before))"
)
_LEADS = re.compile(
    r"\b(?:at|by|until|till|from|before|after|around|about|since|past|to|and|nearly|almost|shortly|just)\s$",
    re.IGNORECASE,
)


@check(
    title="Hour with the part of the day in words",
    catches="8:00 in the morning for 8 a.m., 3 o'clock in the afternoon.",
    why="Times in one short form keep readers from missing the hour.",
    source="AP Stylebook, times; BBC News style guide, time; Guardian style guide, times; Reuters Handbook, time",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("The bridge reopened at [8:00 in the morning].", fixed="The bridge reopened at 8 a.m."),
        bad("The ferry sailed at [6:20 in the evening] on Monday.", fixed="The ferry sailed at 6:20 p.m. on Monday."),
        bad("Sirens sounded at [3 o'clock in the afternoon] across the city.", fixed="Sirens sounded at 3 p.m. across the city."),
        bad("The shop was robbed at [9 at night].", fixed="The shop was robbed at 21:00.", style="bbc"),
        bad("The march set off at [10.30 in the morning].", fixed="The march set off at 10.30am.", style="guardian"),
        bad("They were woken at [three in the morning].", fixed="They were woken at 3am.", style="guardian", severity="may"),
        good("The bridge reopened at 8 a.m. in heavy rain."),
        good("Two in the morning class of 30 failed."),
        good("There were 40 at night and 12 in the afternoon sessions."),
        good("“He came at 8 in the morning,” she said."),
    ],
)  # fmt: skip
def hour_and_part(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        for match in _TIME.finditer(document.text, block.start, block.end) if block.is_body else ():
            span = Span(*match.span())
            figures = match["h"].isdigit()
            hour = int(match["h"]) if figures else _HOURS.index(match["h"]) + 1
            if not 1 <= hour <= 12 or document.is_quoted(span):
                continue
            clear = (
                match["m"]
                or match["o"]
                or _LEADS.search(document.text[max(block.start, match.start() - 9) : match.start()])
            )
            if not clear or re.match(
                r"\s(?:class|session|shift|train|service|post|race)\w*\b", document.text[span.end :]
            ):
                continue
            right = _written(document, hour, match["m"] or "00", morning=match["half"] == "morning")
            if right.endswith(".") and document.text[span.end : span.end + 1] == ".":
                right = right[:-1]
            severity = style_severity(document) if figures else Severity.MAY
            yield Flag(span, f"House style: {right}", edits=(Edit.replace(span, right),), severity=severity)


def _written(document: Document, hour: int, minute: str, *, morning: bool) -> str:
    form = document.style.get("times")
    if form == "bbc":
        return f"{hour % 12 + (0 if morning else 12):02}:{minute}"
    if form == "guardian":
        return f"{hour}{f'.{minute}' if minute != '00' else ''}{'am' if morning else 'pm'}"
    return f"{hour}{f':{minute}' if minute != '00' else ''} {'a.m.' if morning else 'p.m.'}"

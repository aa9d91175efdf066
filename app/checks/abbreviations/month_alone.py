"""A short month without a day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_MONTHS = {
    "Jan": "January", "Feb": "February", "Mar": "March", "Apr": "April", "Jun": "June", "Jul": "July", "Aug": "August",
    "Sept": "September", "Sep": "September", "Oct": "October", "Nov": "November", "Dec": "December",
}  # fmt: skip
_POINTED = r"(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\."
_IN_TIME = (
    r"(?<=\b[Ii]n )|(?<=\b[Ll]ast )|(?<=\b[Ss]ince )|(?<=\b[Nn]ext )|(?<=\b[Bb]y )|(?<=\b[Uu]ntil )|(?<=\b[Tt]his )|(?<=early )"
    r"|(?<=late )|(?<=mid-)|(?<=[Ee]very )|(?<=[Bb]etween )|(?<=[Ff]rom )|(?<=[Dd]uring )"
)
_ALONE = re.compile(
    rf"(?<![\w.-])(?:{_POINTED}|(?:{_IN_TIME})(?:{'|'.join(_MONTHS)})\b\.?|(?:{'|'.join(_MONTHS)})\b\.?(?=,? (?:19|20)\d\d\b))"
    r"(?!\.? ?\d{1,2}\b(?!,\d))(?!\w)"
)
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)? $")


@check(
    title="Short month without a day",
    catches="Sept. 2019, since last Nov.: a month cut short where no day follows.",
    why="Months are cut short only beside a day; alone they are written out.",
    source="AP Stylebook, months; Reuters Handbook, dates; Guardian style guide, dates",
    category="abbreviation",
    severity="should",
    audible=False,
    scope="block",
    examples=[
        bad("The pier has been shut since [Sept.] 2019, the mayor said.",
            fixed="The pier has been shut since September 2019, the mayor said."),
        bad("It has rained since last [Nov.], she said.", fixed="It has rained since last November, she said."),
        bad("The bridge opened in [Oct.] Traffic doubled.", fixed="The bridge opened in October. Traffic doubled."),
        bad("Trade fell in [Feb] and rose in [Aug.]", style="reuters", fixed="Trade fell in February and rose in August."),
        good("It rained between Oct. 30 and Dec. 6-9, and has snowed since Jan. 22."),
        good("She resigned on Sept. 9. He left on Nov. 3, 2021."),
        good("Jan Egeland spoke. Dec Donnelly sang in August, and Mar-a-Lago was shut."),
        good("They met on 9 Sept 2019.", style="guardian"),
    ],
)  # fmt: skip
def month_alone(document: Document) -> Iterator[Flag]:
    text = document.text
    for block in document.blocks:
        for match in _ALONE.finditer(text, block.start, block.end):
            if _DAY_BEFORE.search(text, max(0, match.start() - 8), match.start()):
                continue
            span = Span(match.start(), match.end())
            right = _MONTHS[match.group().rstrip(".")]
            rest = text[match.end() : min(match.end() + 3, block.end)]
            ends = match.group().endswith(".") and (not rest or rest == "”" or (rest[0] == " " and rest[1:2].isupper()))
            edits = [Edit.replace(span, right + ("." if ends else ""))]
            if ends:
                edits.append(Edit.replace(span, right))
            yield Flag(span, f"{right} is written out where no day goes with it.", edits=tuple(edits))

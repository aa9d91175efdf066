"""An apostrophe in the plural of initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_PLURAL = re.compile(
    r"\b(?i:two|three|four|five|six|seven|eight|nine|ten|many|several|few|both|these|those|some|all|other|most|more|dozens of|hundreds of|"
    r"\d+) (?:[a-z]+ )?([A-Z]{2,5}|[A-Z]&[A-Z])(['’]s)(?= (?:are|were|have|had|who|that|in|of|from|and|will|voted|said|to|at|on|on)\b|[.,;])"
)


@check(
    title="Apostrophe in a plural",
    catches="MP’s, NGO’s and the like where several are meant.",
    why="The apostrophe makes a possessive of a plural.",
    source="Reuters Handbook, plurals of abbreviations; Guardian style guide, apostrophes; AP Stylebook, plurals",
    category="grammar",
    severity="must",
    audible=False,
    scope="block",
    examples=[
        bad("At least 40 [MP’s] voted against the bill.", style="bbc", fixed="At least 40 MPs voted against the bill."),
        bad("Several [NGO's] have left the city.", fixed="Several NGOs have left the city."),
        good("At least 40 MPs voted against the bill.", style="bbc"),
        good("Both BBC’s channels and ITV showed it.", style="bbc"),
        good("The NGO’s staff have left. All NASA’s rockets are grounded."),
    ],
)  # fmt: skip
def plural_apostrophe(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        for match in _PLURAL.finditer(document.text, block.start, block.end):
            span = Span(match.start(1), match.end(2))
            plural = match.group(1) + "s"
            yield Flag(span, f"The plural is {plural}, without an apostrophe.", edits=(Edit.replace(span, plural),))

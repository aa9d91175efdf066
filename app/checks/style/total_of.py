"""A total of: two words that add nothing to a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_TOTAL = re.compile(
    r"(?<=[a-z,] )(?P<drop>a (?:grand |combined )?total of )(?P<figure>[$£€]?\d[\d,.]*\d|\d|two|three|four|five|six|seven|eight|nine)(?P<noun> [a-z-]+)?"
)
_ADDS = re.compile(
    r"\b(?:for|to|with|bringing|brings|brought|combined|reached|makes?|making|or|and|giving|spread)\b[^.;]{0,12}$"
)


@check(
    title="“A total of” before a figure",
    catches="“Lasted a total of 43 days”: a figure is a total already.",
    why="The words only keep the reader from the figure.",
    source="AP Stylebook, total; Guardian style guide, wordiness",
    category="house_style",
    severity="should",
    scope="block",
    examples=[
        bad("The strike lasted [a total of ]43 days.", fixed="The strike lasted 43 days."),
        bad("Police seized [a total of ]nine boats.", style="bbc", fixed="Police seized nine boats."),
        bad("The firm hired [a grand total of ]300 people.", style="guardian", fixed="The firm hired 300 people."),
        good("They gave 20 and 30 pounds, for a total of 50 pounds."),
        good("Six more were held, bringing it to a total of 43."),
        good("The strike lasted 43 days."),
    ],
)  # fmt: skip
def total_of(document: Document) -> Iterator[Flag]:
    for match in _TOTAL.finditer(document.text):
        if _ADDS.search(document.text, max(0, match.start() - 40), match.start()) or not match["noun"]:
            continue
        drop = Span(*match.span("drop"))
        yield Flag(drop, "“A total of” adds nothing to the figure.", edits=(Edit.delete(drop),))

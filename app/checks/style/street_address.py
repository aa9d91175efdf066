"""Street, avenue and boulevard: short with a house number, in full without one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.custom import follows_another_custom
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_SHORT = {"Street": "St.", "Avenue": "Ave.", "Boulevard": "Blvd."}
_NUMBERED = re.compile(
    r"(?<![\w.,$£€-])\d{1,5} (?:[NSEW]\. |North |South |East |West )?(?:[A-Z][a-z]+|\d{1,3}(?:st|nd|rd|th))(?: [A-Z][a-z]+)? (?P<kind>Street|Avenue|Boulevard)\b(?! [A-Z])"
)


@check(
    title="Numbered address",
    catches="40 Oak Street, where the house abbreviates St., Ave. and Blvd. behind a number.",
    why="An address with its number is set one way, so that readers find it.",
    source="AP Stylebook, addresses",
    category="house_style",
    severity="should",
    pure_style=True,
    scope="block",
    audible=False,
    examples=[
        bad("The fire began at 40 Oak [Street], police said.", fixed="The fire began at 40 Oak St., police said."),
        bad("It opened at 1600 Pennsylvania [Avenue] in May.", fixed="It opened at 1600 Pennsylvania Ave. in May."),
        bad("It stands at 12 Elm [Street].", fixed="It stands at 12 Elm St."),
        good("It stands at 12 Elm St."),
        good("It stands on Elm Street, and 12 people live there."),
        good("It stands at 12 Elm Street.", style="guardian"),
        good("In 1990 Wall Street fell."),
    ],
)  # fmt: skip
def street_address(document: Document) -> Iterator[Flag]:
    if document.draft.style != "ap":
        return
    text = document.text
    for found in _NUMBERED.finditer(text):
        span = Span(*found.span("kind"))
        year = re.match(r"(?:19|20)\d\d [A-Z]\w+ Street", found.group()) and re.search(
            r"\b[Ii]n $", text[: found.start()][-4:]
        )
        block = document.block_at(span.start)
        if year or block is None or not block.is_body:
            continue
        short = _SHORT[found["kind"]]
        stop = text[span.end : span.end + 1] == "."
        yield Flag(
            span,
            f"Behind a house number write “{short}”.",
            edits=(Edit.replace(span, short.removesuffix(".") if stop else short),),
            severity=Severity.MAY if follows_another_custom(document) else None,
        )

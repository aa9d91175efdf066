"""State name shortened, or in postal letters, in the body of a story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.custom import follows_another_custom
from app.facts.document import Document
from app.facts.us_states import SHORT_STATES
from app.flags.flag import Edit, Flag, Severity, Span

_POSTAL = {
    "AK": "Alaska", "DE": "Delaware", "HI": "Hawaii", "IA": "Iowa", "ID": "Idaho", "IN": "Indiana", "MA": "Massachusetts",
    "ME": "Maine", "MS": "Mississippi", "OH": "Ohio", "RI": "Rhode Island", "SD": "South Dakota", "UT": "Utah", "VT": "Vermont", "WY": "Wyoming",
    "AL": "Alabama", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado", "CT": "Connecticut", "FL": "Florida",
    "GA": "Georgia", "IL": "Illinois", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "MD": "Maryland", "MI": "Michigan",
    "MN": "Minnesota", "MO": "Missouri", "MT": "Montana", "NC": "North Carolina", "ND": "North Dakota", "NE": "Nebraska",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NV": "Nevada", "NY": "New York", "OK": "Oklahoma", "OR": "Oregon",
    "PA": "Pennsylvania", "SC": "South Carolina", "TN": "Tennessee", "TX": "Texas", "VA": "Virginia", "WA": "Washington",
    "WI": "Wisconsin", "WV": "West Virginia",
}  # fmt: skip
_AFTER_A_PLACE = re.compile(
    r"(?<=[a-z]), (?P<state>(?:" + "|".join(map(re.escape, (*SHORT_STATES, *_POSTAL))) + r"))(?![\w-])(?P<next>,?)"
)


@check(
    title="Spell out the state",
    catches="A state name shortened, or in postal letters, after a town in the body.",
    why="Shortened state names belong in datelines, party tags and addresses; elsewhere the reader gets the name.",
    source="AP Stylebook, state names; Reuters Handbook, United States",
    category="house_style",
    severity="should",
    pure_style=True,
    styles=["ap", "reuters"],
    audible=False,
    examples=[
        bad("She moved to Salem, [Ore.], in May.", fixed="She moved to Salem, Oregon, in May."),
        bad("The plant in Tyler, [TX] is old.", fixed="The plant in Tyler, Texas is old.", style="reuters"),
        bad("He was born in Reno, [Nev.]", fixed="He was born in Reno, Nevada."),
        bad("She moved to Boise, [ID], in May.", fixed="She moved to Boise, Idaho, in May."),
        good("SALEM, Ore. (AP) — The river rose on Monday."),
        good("Sen. Ron Marsh, D-Ore., voted no."),
        good("She moved to Salem, Oregon, in May."),
        good("The bass player of Salem, LA Guns fan Ed Poe, wept."),
    ],
)  # fmt: skip
def state_names(document: Document) -> Iterator[Flag]:
    for match in _AFTER_A_PLACE.finditer(document.text):
        span = Span(*match.span("state"))
        block = document.block_at(span.start)
        if (
            block is None
            or not block.is_body
            or re.search(r"\((?:AP|Reuters)\)|[—–]|\s-\s", document.text[span.end : span.end + 12])
        ):
            continue
        short = match["state"]
        if (
            short in _POSTAL
            and not match["next"]
            and re.match(r"\s[A-Z]", document.text[match.end() : match.end() + 2])
        ):
            continue
        before = document.names.at(Span(match.start() - 1, match.start())) if document.names else None
        if short in _POSTAL and before and before.kind == "person":
            continue  # Tom Ames, KC; Jo Lund, SC
        name = SHORT_STATES.get(short) or _POSTAL[short]
        sentence = document.sentence_at(span.start)
        ends = (
            sentence is not None
            and not re.search(r"\w", document.text[span.end : sentence.end])
            and short.endswith(".")
        )
        yield Flag(
            span,
            f"Spell out {name} after a town.",
            edits=(Edit.replace(span, name + ("." if ends else "")),),
            severity=Severity.MAY if follows_another_custom(document) else None,
        )

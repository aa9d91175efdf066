"""The short form of an American state with no town before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.us_states import SHORT_STATES
from app.flags.flag import Edit, Flag, Span

_ALONE = re.compile(
    r"\b(?:of|in|to|toward|towards|from|across|for|through|into|over|near|around|and|western|eastern|northern|southern|central|rural|coastal|upstate|southwest|southeast|northwest|northeast)\s"
    rf"(?P<state>{'|'.join(re.escape(s) for s in sorted(SHORT_STATES, key=len, reverse=True))})(?!\w)"
)


@check(
    title="State cut short",
    catches="a lawyer for the ACLU of Tenn.",
    why="A state standing alone is spelled out; the short forms belong to datelines and lists.",
    source="AP Stylebook, state names; Reuters Handbook, Places",
    category="abbreviation", severity="should", styles=["ap", "reuters"], pure_style=True, audible=False,
    examples=[
        bad("Ana Ruiz, a lawyer for the union of [Tenn.], said it would sue.", fixed="Ana Ruiz, a lawyer for the union of Tennessee, said it would sue."),
        bad("The storm is moving toward [Fla.], forecasters said.", fixed="The storm is moving toward Florida, forecasters said."),
        bad("Crops failed in western [Kan.]", fixed="Crops failed in western Kansas."),
        good("The storm is moving toward Florida, forecasters said."),
        good("Sen. Ana Ruiz, R-Tenn., said so in Knoxville."),
        good("He knew the price of Miss. Brill’s hat.".replace("of Miss.", "of Miss")),
    ],
)  # fmt: skip
def state_alone(document: Document) -> Iterator[Flag]:
    for match in _ALONE.finditer(document.text):
        block = document.block_at(match.start())
        if block is None or not block.is_body:
            continue
        span = Span(*match.span("state"))
        ends = re.match(r"[”\"]?(?:\s+[A-Z“\"]|\s*$)", document.text[span.end : span.end + 4])
        state = SHORT_STATES[match["state"]]
        right = (
            f"{state}."
            if ends and not re.match(r"\s(?:[A-Z]\w+)\s+(?:said|is|was)\b", document.text[span.end : span.end + 30])
            else state
        )
        edits = (Edit.replace(span, right), Edit.replace(span, state if right != state else f"{state}."))
        yield Flag(span, f"Write {state}.", edits=edits[:1] if not ends else edits)

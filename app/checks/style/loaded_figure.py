"""An opinion before a figure: a whopping $130 million, a staggering 400 people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_LOADED = re.compile(
    r"\b(?P<words>[Aa]n? (?P<opinion>whopping|staggering|eye-watering|jaw-dropping|mind-boggling|eye-popping|stunning|astonishing|astounding"
    r"|incredible|amazing|massive|huge|colossal|enormous|hefty|cool|measly|paltry|mere|shocking|jaw dropping|monstrous) )"
    r"(?=[$£€¥]?\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|half a million)\b)"
)
_MILD = frozenset("mere cool hefty huge massive".split())


@check(
    title="Opinion before a figure",
    catches="A whopping $130 million, a staggering 400 people, a paltry 2%.",
    why="The figure speaks for itself; the adjective is the writer’s.",
    source="Reuters Handbook, adjectives; BBC News style guide, impartiality; AP Stylebook, adjectives",
    category="house_style",
    severity="should",
    scope="block",
    examples=[
        bad("The film made [a whopping $130 million] in a week.", fixed="The film made $130 million in a week."),
        bad("It cost [an eye-watering £9m], he said.", style="guardian", fixed="It cost £9m, he said."),
        bad("She won by [a mere 12 votes].", severity="may", fixed="She won by 12 votes."),
        good("It was a staggering loss, and a cool 10-year-old sang."),
        good("“It cost a whopping $9 million,” he said. The film made $130 million."),
    ],
)  # fmt: skip
def loaded_figure(document: Document) -> Iterator[Flag]:
    text = document.text
    for match in _LOADED.finditer(text):
        words = Span(*match.span("words"))
        block = document.block_at(words.start)
        figure = re.compile(r"[$£€¥]?[\w,.]*\w%?(?: (?:million|billion|trillion|percent|per cent|[a-z]+s))?").match(
            text, words.end
        )
        if (
            block is None
            or not block.is_body
            or document.is_quoted(words)
            or figure is None
            or "-" in text[figure.end() : figure.end() + 1]
        ):
            continue
        severity = Severity.MAY if match["opinion"] in _MILD else None
        message = f"“{match['opinion']}” is an opinion: the figure speaks for itself."
        yield Flag(Span(words.start, figure.end()), message, edits=(Edit.delete(words),), severity=severity)

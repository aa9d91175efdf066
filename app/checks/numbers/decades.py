"""Apostrophes in decades, ages and plural figures: 1990s, her 30s, 747s."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_PLURAL = re.compile(
    r"(?<![\w.,$£€])(?<!\d['’])(?P<n>(?:1[5-9]|20)\d0|[2-9]0|\d{2,3}|[A-Z]{1,2}-\d{1,3})(?P<mark>['’])s\b(?P<next>\s+\w+)?"
)
_DECADE_BEFORE = re.compile(
    r"\b(?:the|in|her|his|their|my|our|early|late|mid|mid-|in the|since the|from the|of the|low|high|upper|lower|swinging|roaring)[\s-]+$",
    re.IGNORECASE,
)


@check(
    title="Apostrophe in a decade",
    catches="the 1990's, in her 30's, the 80's: plural figures with an apostrophe.",
    why="The plural of a figure takes no apostrophe; with one it is a possessive.",
    source="AP Stylebook, decades, plurals; Guardian style guide, apostrophes, decades",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("The mill shut in the [1980's].", fixed="The mill shut in the 1980s."),
        bad("A man in his [40’s] was hurt.", fixed="A man in his 40s was hurt."),
        bad("They flew [F-16's] over the coast.", fixed="They flew F-16s over the coast."),
        bad("It has run since the '[70's].", fixed="It has run since the '70s."),
        good("It was 2020's worst storm, and the 1990s' best song."),
        good("The mill shut in the 1980s."),
        good("Music of the '80s filled the hall."),
    ],
)  # fmt: skip
def decades(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        text = block.span.of(document.text)
        for match in _PLURAL.finditer(text):
            if not _is_plural(document, block.start, text, match):
                continue
            span = Span(match.start("n"), match.end("mark") + 1).shift(block.start)
            yield Flag(span, f"No apostrophe: {match['n']}s.", edits=(Edit.replace(span, f"{match['n']}s"),))


def _is_plural(document: Document, base: int, text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    following = document.token_at(base + match.start("next") + 1) if match["next"] else None
    owns = following is not None and following.pos in ("NOUN", "ADJ", "PROPN")
    if match["n"][0].isalpha() or (match["n"].isdigit() and len(match["n"]) == 3):
        return not owns
    if match["n"].endswith("0") and _DECADE_BEFORE.search(before.rstrip("'’")):
        return not owns or bool(re.search(r"\b(?:her|his|their|mid-?|early|late)[\s-]+$", before))
    return False

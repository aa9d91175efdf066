"""A number from 21 to 99 in words without its hyphen: twenty five."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_words import ORDINALS, TENS, UNITS
from app.flags.flag import Edit, Flag, Span

_OPEN = re.compile(
    rf"\b(?P<tens>{'|'.join(TENS)})(?P<gap> )(?P<unit>{'|'.join((*UNITS[1:], *ORDINALS[1:10]))})\b(?!-| o['’]clock)",
    re.IGNORECASE,
)


@check(
    title="Hyphen missing in a number",
    catches="Twenty five people were hurt.",
    why="Without its hyphen the number reads as two.",
    source="AP Stylebook, numerals; Guardian style guide, hyphens",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("[Twenty five] people were hurt.", fixed="Twenty-five people were hurt."),
        bad("[Thirty one] boats sank in the storm.", fixed="Thirty-one boats sank in the storm.", style="bbc"),
        good("Twenty-five people were hurt."),
        good("It has twenty one-bedroom flats."),
        good("Of the twenty, one was late."),
    ],
)  # fmt: skip
def compound_number(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        for match in _OPEN.finditer(document.text, block.start, block.end):
            span = Span(*match.span())
            right = f"{match['tens']}-{match['unit'].lower()}"
            yield Flag(span, f"The number takes a hyphen: {right}.", edits=(Edit.replace(span, right),))

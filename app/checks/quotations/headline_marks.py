"""Double quotation marks in a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag
from app.intake.draft import BlockKind

_STORY = "\n\nBy Ana Ruiz\n\nThe bridge is safe, the mayor said on Monday."


@check(
    title="Double marks in a headline",
    catches="Double quotation marks in a headline.",
    why="Headlines take single marks in all four house styles.",
    source="AP Stylebook, headlines; Guardian style guide, headlines; BBC News style guide, headlines",
    category="quotation",
    severity="may",
    scope="block",
    audible=False,
    examples=[
        bad('Bridge is ["safe"], says mayor' + _STORY, fixed="Bridge is 'safe', says mayor" + _STORY),
        bad("Mayor calls bridge [“a wreck”]" + _STORY, fixed="Mayor calls bridge ‘a wreck’" + _STORY, style="guardian"),
        good("Bridge is 'safe', says mayor" + _STORY),
        good("Mayor hails bridge" + _STORY.replace("safe", '"safe"')),
    ],
)  # fmt: skip
def headline_marks(document: Document) -> Iterator[Flag]:
    headlines = {b.i for b in document.blocks_of(BlockKind.HEADLINE)}
    for quotation in document.quotations:
        words = quotation.span.of(document.text)
        if quotation.block in headlines and quotation.closed and re.fullmatch(r"[\"“”][^\"“”]+[\"“”]", words):
            opening, closing = ("'", "'") if words[0] == '"' else ("‘", "’")
            edit = Edit.replace(quotation.span, f"{opening}{words[1:-1]}{closing}")
            yield Flag(quotation.span, "Headlines take single quotation marks.", edits=(edit,))

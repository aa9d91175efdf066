""" "According to reports": whose?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Flag, Span

_NOBODY = re.compile(
    r"\b[Aa]ccording to (?:(?:some|many|several|various|media|press|local|unconfirmed|recent|online|other|news|multiple|numerous) )*"
    r"(?:reports|rumou?rs|some|many|insiders|observers|social media|speculation|accounts|the media|the press|the internet|experts|analysts|critics)\b"
    # The press kit and the media office are somebody.
    r"(?![ -](?:kit|pack|release|notice|office|statement|conference|secretary|officer|team|handout|packet|attach|reports?)\b)"
    r"(?! (?:from|by|in|of|on|at|close|who|released|published|seen|filed|posted))"
)


@check(
    title="According to nobody",
    catches="“According to reports”, “according to experts”, with nobody named.",
    why="The words look like an attribution and name no one the reader, or the desk, could ask.",
    source="Reuters Handbook, Attribution; BBC Editorial Guidelines 3, Sources",
    category="attribution",
    severity="must",
    scope="block",
    examples=[
        bad("The striker will leave in January, [according to reports]."),
        bad("[According to some experts], the dam may not last the winter."),
        bad("The minister will resign, [according to media reports]."),
        good("The striker will leave in January, according to reports in L'Equipe."),
        good("The craft weighs two tons, according to the press kit."),
        good("According to the coroner, the driver died at once."),
        good("The dam may not last the winter, according to experts at the University of Leeds."),
        good("“According to reports, I am dead,” he said."),
    ],
)
def according_to_nobody(document: Document) -> Iterator[Flag]:
    for found in _NOBODY.finditer(document.text):
        span = Span(*found.span())
        if not document.is_quoted(span):
            yield Flag(span, f"“{found.group()}” names nobody: say whose.")

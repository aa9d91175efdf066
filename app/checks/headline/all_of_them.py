"""All twelve in the headline, nine of the twelve in the story."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.facts.figures_write import by_sentence
from app.flags.flag import Edit, Flag, Span

_ALL = re.compile(r"\b(?P<all>all)(?: the| of the)? $", re.IGNORECASE)
_OF = re.compile(r"\s+(?:out )?of (?:the |its |their |his |her |all )?(?:[\w'’]+ ){0,2}$")


@check(
    title="Not all of them",
    catches="Strike shuts all 12 prisons, above a story in which it shut nine of the 12.",
    why="One exception makes “all” wrong.",
    source="Reuters Handbook, headlines",
    category="headline", severity="must",
    examples=[
        bad("Strike shuts [all 12] prisons\n\nA strike shut nine of the state's 12 prisons on Monday.\n\nTalks go on.", fixed="Strike shuts nine of 12 prisons\n\nA strike shut nine of the state's 12 prisons on Monday.\n\nTalks go on."),
        bad("[All five] hostages freed\n\nFour of the five hostages were freed on Monday.\n\nTalks go on.", fixed="Four of five hostages freed\n\nFour of the five hostages were freed on Monday.\n\nTalks go on."),
        good("All five hostages freed\n\nThe five hostages were freed on Monday.\n\nFour of the five hostages were Danes."),
        good("All five hostages freed\n\nThe last of the hostages was freed on Monday.\n\nFour of the five hostages had been freed in May."),
    ],
)  # fmt: skip
def all_of_them(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    first = next(iter(document.body_sentences()), None)
    if headline is None or first is None:
        return
    here = [f for f in by_sentence(document).get(first.i, ()) if f.kind == "count"]
    for figure in document.figures:
        if figure.block != headline.i or figure.kind != "count":
            continue
        word = _ALL.search(document.text, headline.start, figure.span.start)
        if word is None:
            continue
        for part, whole in itertools.pairwise(here):
            between = document.text[part.span.end : whole.span.start]
            if whole.value != figure.value or part.value >= whole.value or not _OF.fullmatch(between):
                continue
            span = Span(word.start("all"), figure.number.end)
            told = part.number.of(document.text)
            told = told[0].upper() + told[1:] if word["all"][0].isupper() else told[0].lower() + told[1:]
            right = f"{told} of {figure.number.of(document.text)}"
            at = Span(part.span.start, whole.span.end)
            yield Flag(
                span,
                f"The story has “{at.of(document.text)}”.",
                edits=(Edit.replace(span, right, safe=False),),
                related=(at,),
            )

"""Initials introduced a second time."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span


@check(
    title="Initials introduced twice",
    catches="A bracket that gives initials the draft has given already.",
    why="The second bracket tells the reader nothing, and shows that a paragraph was moved.",
    source="Reuters Handbook, Acronyms; Guardian style guide, abbreviations and acronyms",
    category="abbreviation",
    severity="should",
    examples=[
        bad("The Coastal Network for Marine Rescue (CNMR) sent boats. CNMR said so. Crews of the Coastal Network for Marine "
            "Rescue[ (CNMR)] are unpaid.", style="bbc",
            fixed="The Coastal Network for Marine Rescue (CNMR) sent boats. CNMR said so. Crews of the Coastal Network for Marine "
            "Rescue are unpaid."),
        good("The Coastal Network for Marine Rescue (CNMR) sent boats. CNMR crews are unpaid.", style="bbc"),
        good("The north-west region (NWR) and the north-east region (NER) merged. NWR had 40 stations and NER 30.", style="bbc"),
    ],
)  # fmt: skip
def introduced_twice(document: Document) -> Iterator[Flag]:
    assert document.names is not None
    for entry in document.names.initials:
        for again in entry.again:
            space = document.text[again.start - 1 : again.start].isspace()
            span = Span(again.start - 1, again.end) if space else again
            first = (entry.brackets,) if entry.brackets else ()
            yield Flag(span, f"{entry.text} has been introduced already.", edits=(Edit.delete(span),), related=first)

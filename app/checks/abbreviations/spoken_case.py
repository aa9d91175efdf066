"""Initials spoken as a word, in the capitals of another house."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from app.checks.abbreviations._spoken import house_forms
from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span


@check(
    title="Capitals of initials said as a word",
    catches="DEFRA or NATO in the Guardian and at the BBC; Nato or Fifa for AP and Reuters.",
    why="A house writes one form, and readers take two for two bodies.",
    source="Guardian style guide, abbreviations and acronyms: initial cap only for pronounceable acronyms; BBC News style guide, "
    "acronyms; AP Stylebook, abbreviations and acronyms; Reuters Handbook, Acronyms",
    category="abbreviation",
    severity="should",
    scope="block",
    audible=False,
    examples=[
        bad("The rules on slurry come from [DEFRA], which would not comment.", style="guardian",
            fixed="The rules on slurry come from Defra, which would not comment."),
        bad("Inspectors from [OFSTED] called at noon. A [UEFA] official was there.", style="bbc",
            fixed="Inspectors from Ofsted called at noon. A Uefa official was there."),
        bad("Officials of [Fifa] met in Zurich. [Unrwa] ran the school.", style="reuters",
            fixed="Officials of FIFA met in Zurich. UNRWA ran the school."),
        bad("Vaccines against [COVID]-19 were given.", style="guardian", fixed="Vaccines against Covid-19 were given."),
        good("The rules on slurry come from Defra. The BBC and the NHS agreed.", style="guardian"),
        good("Officials of FIFA met. Ofcom is a British body.", style="reuters"),
        good("NATO SUMMIT ENDS IN FARCE\n\nLeaders left early.", style="guardian"),
        good("See www.unesco.example/NATO-list for more.", style="guardian"),
    ],
)  # fmt: skip
def spoken_case(document: Document) -> Iterator[Flag]:
    forms = house_forms(document)
    text = document.text
    for match in _pattern(tuple(forms)).finditer(text):
        around = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
        if match.group().isupper() and any(re.search(r"\b[A-Z]{5,}\b", side) for side in around):
            continue  # a line in capitals
        span = Span(match.start(), match.end())
        right = forms[match.group()]
        yield Flag(span, f"This house writes {right}.", edits=(Edit.replace(span, right),))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w.@#/&-])(?:{listed})(?![\w&@/]|\.\w)")

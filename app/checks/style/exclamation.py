"""Exclamation mark in our own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_MARK = re.compile(r"(?<![\w’'-])(?P<word>[\w’'-]{1,80})(?P<mark>!+)(?=\s|$|[\"”’')])")
_NAMES = frozenset(
    "yahoo jeopardy wham oklahoma oliver mamma mia hello panic p!nk pink westward shazam jackass airplane evita".split()
)


@check(
    title="Exclamation mark",
    catches="An exclamation mark outside quotations.",
    why="The news is to surprise the reader, not its punctuation.",
    source="Guardian style guide, exclamation marks; AP Stylebook, Punctuation: exclamation point",
    category="house_style",
    severity="should",
    scope="block",
    examples=[
        bad("The club has won at [last!]", fixed="The club has won at last."),
        bad("Nobody paid a [penny!!] The show went on.", fixed="Nobody paid a penny. The show went on.", style="guardian"),
        good("“We won at last!” he said."),
        good("He works for Yahoo! in Leeds.", style="bbc"),
        good("She sang in Oliver! at school.", style="guardian"),
        good("The club has won at last."),
    ],
)  # fmt: skip
def exclamation(document: Document) -> Iterator[Flag]:
    found = []
    for match in _MARK.finditer(document.text):
        block = document.block_at(match.start())
        if block is None or not block.is_body or document.is_quoted(Span(*match.span("mark"))):
            continue
        capital = match["word"][0].isupper() and not re.search(
            r"[.!?]\s*$|^$", document.text[block.start : match.start()]
        )
        if match["word"].lower() not in _NAMES and not capital:
            found.append(match)
    severity = Severity.MAY if len(found) > 3 else None
    for match in found:
        mark = Span(*match.span("mark"))
        yield Flag(Span(match.start(), match.end()), "A full stop is enough.", edits=(Edit.replace(mark, "."),), severity=severity)  # fmt: skip

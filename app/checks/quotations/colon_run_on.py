"""Colon before a quotation that goes on in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import SPEECH_VERBS
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_RUN_ON = re.compile(
    rf"[,?!][\"”'’] (?P<who>(?:[\w’'.-]+ ){{0,6}}?(?:{SPEECH_VERBS})(?: [\w’'.-]+){{0,5}})(?P<colon>[:;]) [\"“‘'](?P<first>[a-z][\w’']*)"
)


@check(
    title="Colon where the quoted sentence runs on",
    catches="“…,” she said: “and …”: the second half goes on with the first.",
    why="A colon opens a new sentence; here the quoted one is only interrupted.",
    source="Punctuation of quotations: an interrupted sentence takes commas",
    category="quotation",
    severity="must",
    scope="block",
    audible=False,
    examples=[
        bad("“We had no money,” [she said: “and] no time.”", style="guardian", fixed="“We had no money,” she said, “and no time.”"),
        bad('"It rained," [said Ana Ruiz: "but] we played."', fixed='"It rained," said Ana Ruiz, "but we played."'),
        bad('"If they come," [he added; "they] will be welcome."', style="bbc", fixed='"If they come," he added, "they will be welcome."'),
        good("“We had no money,” she said, “and no time.”", style="guardian"),
        good("“We had no money,” she said. He added: “And no time.”", style="guardian"),
        good("The report said: “and so it was left”.", style="guardian"),
    ],
)  # fmt: skip
def colon_run_on(document: Document) -> Iterator[Flag]:
    for match in _RUN_ON.finditer(document.text):
        colon = Span(*match.span("colon"))
        yield Flag(
            Span(match.start("who"), match.end("first")),
            "The quoted sentence runs on, so that a comma goes before it.",
            edits=(Edit.replace(colon, ","),),
        )

"""A party to a conflict "confirming" its own account."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.attribution._verbs import say_like, spoken
from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag

_PARTY = re.compile(
    r"\b(?:rebels?|militants?|jihadists?|insurgents?|separatists?|fighters|guerrillas?|junta|militias?|army|military|regime|"
    r"troops|armed group|IS|ISIS|Isis|Islamic State|Taliban|Hamas|Hezbollah|al-Qaeda|al-Shabab|Boko Haram|Houthis?|paramilitar\w+|"
    r"cartel|gang|[Ll]iberation Front|[Rr]evolutionary \w+|\w+ Front|\w+ Liberation Army)\b"
)


@check(
    title="A warring party cannot confirm",
    catches="“Confirmed” for what a party to a fight says of itself.",
    why="To confirm is to vouch for a fact. A side in a war says or claims; an independent source confirms.",
    source="Reuters Handbook, Attribution; BBC Editorial Guidelines, War, Terror and Emergencies",
    category="attribution",
    severity="should",
    examples=[
        bad("The rebels issued a statement [confirming] they had captured the dam.", fixed="The rebels issued a statement saying they had captured the dam."),
        bad("The Taliban [confirmed] that its fighters had taken the pass.", fixed="The Taliban said that its fighters had taken the pass."),
        good("The hospital confirmed that two people had died."),
        good("The army confirmed the date of the parade."),
        good("Satellite images confirmed that rebels had captured the dam."),
    ],
)  # fmt: skip
def confirming(document: Document) -> Iterator[Flag]:
    for said, verb in spoken(document):
        if verb.lemma.lower() != "confirm" or document.is_quoted(verb.span) or said.source is None:
            continue
        clause = any(t.dep == "ccomp" for t in document.children_of(verb))
        source = said.source.of(document.text)
        if not clause or not _PARTY.search(_with_owner(document, said.source.start, source, verb.i)):
            continue
        word = say_like(verb)
        claim = {"said": "claimed", "says": "claims", "saying": "claiming", "say": "claim"}[word]
        edits = [Edit.replace(verb.span, word), Edit.replace(verb.span, claim)]
        yield Flag(
            verb.span, "A party to the fighting says or claims; it cannot confirm its own account.", edits=tuple(edits)
        )


def _with_owner(document: Document, start: int, source: str, verb: int) -> str:
    """The source, or where it is a statement, who issued it."""
    if not re.search(r"\b(?:statement|message|post|video|communiqu\w+|text|leaflet)\b", source, re.IGNORECASE):
        return source
    sentence = document.sentence_at(start)
    return document.text[sentence.start : document.tokens[verb].start] if sentence else source

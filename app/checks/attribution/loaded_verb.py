"""A verb that judges the speaker, or is no verb of speech, where "said" reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.attribution._verbs import is_loaded, say_like, spoken, takes_statement
from app.checks.check import bad, check, good
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag, Span


@check(
    title="Loaded verb of attribution",
    catches="Boasted, fumed, grimaced and their kin in the place of “said”.",
    why="The verb tells the reader what to think of the speaker; “said” does not. Nobody can grimace or shrug words.",
    source="AP Stylebook, said; Reuters Handbook, attribution; Guardian style guide, said",
    category="attribution",
    severity="should",
    examples=[
        bad("“We built the finest stadium in the north,” [boasted] Carla Jensen.", fixed="“We built the finest stadium in the north,” said Carla Jensen."),
        bad("The union [fumed] that nobody had asked its members.", fixed="The union said that nobody had asked its members."),
        bad('"It was colder than the pole," [shivered] Tom Reyes.', fixed='"It was colder than the pole," said Tom Reyes.'),
        bad("“I never liked the colour,” the architect [sniffed].", fixed="“I never liked the colour,” the architect said."),
        bad("She [boasts] that the firm has never lost a case.", fixed="She says that the firm has never lost a case."),
        good("“We built the finest stadium in the north,” said Carla Jensen."),
        good("The hotel boasts 40 rooms and a pool."),
        bad("Reyes [gushed] there was fuel for one more visit.", fixed="Reyes said there was fuel for one more visit."),
        bad("Asked why nothing had been done, Ormerod [snapped]: “I have no time for this.”", fixed="Asked why nothing had been done, Ormerod said: “I have no time for this.”"),
        bad("The drivers' leader [stormed] that nobody had asked his members.", fixed="The drivers' leader said that nobody had asked his members."),
        good("Protesters stormed the palace before dawn."),
        good("He boasted about his garden for an hour."),
        good("“Come in,” he said, and shrugged."),
        good("The minister smiled and said: “I am waiting for the vote.”"),
        good("Asked whether she would run again, she laughed. “I am 82,” she said."),
        bad("The coach [griped] that the bus was late.", fixed="The coach said that the bus was late."),
        good("Boasting 40 rooms and a pool, the hotel is full, according to its owner."),
        good("Democrats blasted the bill, which they said would cost jobs."),
        good("The dog snapped at the boy."),
        good("“He boasted that he had won,” she said."),
    ],
)  # fmt: skip
def loaded_verb(document: Document) -> Iterator[Flag]:
    for said, verb in spoken(document):
        if not is_loaded(verb) or not takes_statement(document, said, verb):
            continue
        between = document.text[verb.end : said.statement.start]
        if said.statement.of(document.text).startswith("Asked "):
            continue  # "Asked whether he would stay, he laughed." tells an act
        if document.is_quoted(verb.span) or re.search(r"\b(?:about|of|at|over|against)\b", between):
            continue
        yield Flag(
            verb.span,
            f"“{verb.text}” colours what was said; “{say_like(verb)}” reports it.",
            edits=_edits(document, verb),
        )


def _edits(document: Document, verb: Token) -> tuple[Edit, ...]:
    """The neutral verb; and without its "that", which "said" can do without."""
    word = say_like(verb)
    edits: tuple[Edit, ...] = (Edit.replace(verb.span, word),)
    if document.text[verb.end : verb.end + 6] == " that ":
        edits += (Edit.replace(Span(verb.start, verb.end + 5), word, safe=False),)
    return edits

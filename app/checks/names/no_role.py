"""Somebody quoted by name, of whom the draft never says who that is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names import Name, NameMention
from app.facts.names_figures import figure_named
from app.flags.flag import Flag, Severity

# What stands around a first mention and says who it is: an apposition, an age, a clause, a post before the name.
_AFTER = re.compile(
    r"[’']?s?,? ?(?:\(|[—–-] |, |who\b|whose\b|of\b|from\b|at\b|in\b|and (?:his|her|other|colleagues)\b|told\b)"
)
_SAID_AFTER = re.compile(r"[’']?s?,? (?:said|says|told|added|called|asked|wrote|recalled)\b")
# "Bea Lindell added 11 points": what a player does in a match, and no word of speech.
_SCORED = re.compile(
    r" (?:also |then |later )?(?:added|had|scored|finished with|hit|made|chipped in|contributed|followed with) (?:[\w-]+ )?"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|an?|the|another)(?: [\w-]+){0,3}? ?(?:points?|goals?|rebounds?|assists?|tries|try|"
    r"runs?|hits?|yards?|saves?|wickets?|saves|steals|blocks|3-pointers?|conversions?|penalt(?:y|ies)|home runs?|touchdowns?|birdies|aces)\b"
)
_CREDIT = re.compile(r"(?:,? and [A-Z]|, [A-Z])?[^.\n]{0,60}\b(?:reported from|contributed|reporting)\b")


@check(
    title="Who is this?",
    catches="“It cannot work,” said Ann Lee, and nowhere a word of who she is.",
    why="A quotation is worth what its speaker knows; without a role the reader cannot tell.",
    source="AP Stylebook, sources; Reuters Handbook, identifying sources; BBC News style guide, attribution",
    category="source_name",
    severity="should",
    examples=[
        bad("The plan is dead. It cost $4 million. “It cannot work,” said [Ann Lee]."),
        bad("The river rose by two feet on Monday. [Bob Orr] said the town was not ready for it. The bridge is shut."),
        bad("The council met on Monday. Some 40 people came. “We are tired of it,” [Jim Pratt] said. The vote is in May."),
        good("The plan is dead. It cost $4 million. “It cannot work,” said Ann Lee, an engineer."),
        good("The river rose by two feet on Monday. Mayor Bob Orr said the town was not ready for it."),
        good("Bob Orr lost 40 sheep in the flood. He said the town was not ready for it. Orr said help came late."),
        good("Neighbors came out to help. One of them, Ann Lee, said she heard a bang."),
        good("The council met on Monday. “We are tired of it,” Jim Pratt, 44, said."),
        good("The Hawks won 71-68 on Friday. It was cold. Ruth Adler added 11 points and ten rebounds. The next game is on Sunday."),
        good("“It was Ann,” said teacher Ann Lee. The farmer Jim Pratt said it was Tom."),
    ],
)  # fmt: skip
def no_role(document: Document) -> Iterator[Flag]:
    if document.names is None or sum(1 for _ in document.body_sentences()) < 3:
        return
    for person in document.names.people():
        body = [m for m in person.mentions if (b := document.block_at(m.span.start)) and b.is_body]
        if len(body) != len(person.mentions) or len(person.full.split()) < 2 or not body or body[0].form != "full":
            continue
        first = body[0]
        if not first.speaks or first.quoted or first.title or person.role or figure_named(person.surname, document):
            continue
        if (
            _CREDIT.match(document.text, first.span.end)
            or _SCORED.match(document.text, first.span.end)
            or _told(document, first)
            or _told_elsewhere(document, person, body)
        ):
            continue
        yield Flag(
            first.span,
            f"The draft does not say who {first.text} is.",
            related=tuple(m.span for m in body[1:3]),
            severity=None if len(body) == 1 else Severity.MAY,
        )


def _told(document: Document, mention: NameMention) -> bool:
    text = document.text
    after = text[mention.span.end : mention.span.end + 24]
    if not _SAID_AFTER.match(after) and _AFTER.match(after):
        return True
    sentence = document.sentence_at(mention.span.start)
    before = text[sentence.start if sentence else 0 : mention.span.start]
    if re.search(r"\b(?:said|says|added|asked|told|wrote|recalled)\s+$", before) or not before.strip():
        return False
    return not re.search(r"[”\"’'](?:,)?\s+$", before) and bool(before.strip())


def _told_elsewhere(document: Document, person: Name, body: list[NameMention]) -> bool:
    """Whether another mention says it, or the story goes on to: "He is the club's treasurer"."""
    text = document.text
    for mention in body:
        after = text[mention.span.end : mention.span.end + 160]
        if mention is not body[0] and (_AFTER.match(after) or mention.title):
            return True
    rest = text[body[0].span.end : body[0].span.end + 500]
    return bool(
        re.search(
            r"\b(?:[Hh]e|[Ss]he|who|They)(?:\s(?:has|had))?\s(?:is|was|works?|worked|runs?|ran|leads?|led|owns?|owned|chairs?|heads?|lives?|lived|teaches|serves?|served|been)\b|\b(?:his|her|their) (?:home|house|job|office|company|shop|farm|son|daughter|wife|husband|mother|father|brother|sister|family|car|children|street|class|store)\b",
            rest,
        )
    )

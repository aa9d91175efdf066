"""Quotation given to somebody other than the person who spoke it in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from app.checks.check import bad, check, good
from app.checks.sources._matching import Match, match_quotations
from app.checks.sources._naming import Named, named_speaker, second_references
from app.facts.document import Document
from app.facts.sources_speakers import Speaker
from app.flags.flag import Edit, Flag

_STATEMENT = (
    "statement.txt",
    "Statement of Sheriff Amy Duarte, May 3, 2024\n\nWe found the boat at dawn with nobody aboard. We will keep looking until "
    "the family tells us to stop.",
)
_RELEASE = (
    "release.txt",
    'Hollis Freight said Monday it will shut its depot in Dayton.\n\n"No driver will lose a day of pay over this," said Maria '
    'Hollis, the chief executive.\n\nTom Beck, president of the drivers\' union, said: "We were told by text message at midnight."',
)
_TRANSCRIPT = (
    "transcript.txt",
    "GRADY: We lost the boat at dawn.\n\nDUARTE: We will keep looking until the family tells us to stop.\n\nGRADY: Nobody slept.",
)
_NOTES = (
    "notes.txt",
    'NOTES - Friday, Erie\n\nCourt (Judge Sam Quist), from the bench: "I am granting bond in the amount of $6,500."\n\n'
    'Lawyer Ana Ruiz (Border Project): "They took him out of a yard full of buses."\n\n'
    'City Director of Public Transport Leon Katz: "Nobody is going to lose a job over a piece of paper."',
)


@check(
    title="Quotation given to the wrong speaker",
    catches="Words that the source document has from one person and the draft gives to another.",
    why="To put words into the wrong mouth is among the gravest of errors; it can be libel.",
    source="Reuters Handbook, quotes; AP Stylebook, quotations",
    category="quotation",
    severity="must",
    audible=False,
    examples=[
        bad("Sheriff Amy Duarte and Fire Chief Leon Katz led the search.\n\n“We found the boat at dawn with nobody aboard,” [Katz] said.", fixed="Sheriff Amy Duarte and Fire Chief Leon Katz led the search.\n\n“We found the boat at dawn with nobody aboard,” Duarte said.", sources=[_STATEMENT]),
        bad('Maria Hollis runs the firm and Tom Beck leads the union.\n\n"We were told by text message at midnight," [Hollis] said.', fixed='Maria Hollis runs the firm and Tom Beck leads the union.\n\n"We were told by text message at midnight," Beck said.', sources=[_RELEASE]),
        bad("Tom Beck spoke for the union and Maria Hollis for the firm. [Beck] said that “no driver will lose a day of pay over this.”", fixed="Tom Beck spoke for the union and Maria Hollis for the firm. Hollis said that “no driver will lose a day of pay over this.”", sources=[_RELEASE]),
        bad("Amy Duarte and Leon Grady led the search.\n\n“We will keep looking until the family tells us to stop,” [Grady] said.", fixed="Amy Duarte and Leon Grady led the search.\n\n“We will keep looking until the family tells us to stop,” Duarte said.", sources=[_TRANSCRIPT]),
        bad('Lawyer Ana Ruiz spoke for him and Chief Leon Katz for the city.\n\n“They took him out of a yard full of buses,” [Katz] said.', fixed='Lawyer Ana Ruiz spoke for him and Chief Leon Katz for the city.\n\n“They took him out of a yard full of buses,” Ruiz said.', sources=[_NOTES]),
        bad('Lawyer Ana Ruiz spoke for him and Chief Leon Katz for the city.\n\n“Nobody is going to lose a job over a piece of paper,” [Ruiz] said.', fixed='Lawyer Ana Ruiz spoke for him and Chief Leon Katz for the city.\n\n“Nobody is going to lose a job over a piece of paper,” Katz said.', sources=[_NOTES]),
        good("Sheriff Amy Duarte led the search.\n\n“We found the boat at dawn with nobody aboard,” Duarte said.", sources=[_STATEMENT]),
        good('Amy Duarte and Leon Grady led the search. “We will keep looking until the family tells us to stop.” Grady said he had slept.', sources=[_TRANSCRIPT]),
        good('"No driver will lose a day of pay over this," the company said.', sources=[_RELEASE]),
        good('Maria Hollis runs the firm.\n\n"No driver will lose a day of pay over this," she said.', sources=[_RELEASE]),
        good("Fire Chief Leon Katz led the search.\n\n“We found nobody,” Katz said.", sources=[_STATEMENT]),
        good('"We were told by text message at midnight," union leader Tom Becks said.', sources=[_RELEASE]),
    ],
)  # fmt: skip
def wrong_speaker(document: Document) -> Iterator[Flag]:
    told = set()
    for match in match_quotations(document):
        spoke = match.source.speaker_at(match.place.start)
        if spoke is None or match.words < 4 or match.sureness < 0.75 or _several_say_it(match, document):
            continue
        named = named_speaker(document, match.quotation)
        if named is None or named.span in told or _is(named, spoke) or _goes_on(document, match, named):
            continue
        if named.words.lower() in ("he", "she") and _named_before(document, named, spoke):
            continue
        told.add(named.span)
        edits = tuple(Edit.replace(named.span, form, safe=False) for form in second_references(document, spoke, named))
        yield Flag(
            named.span,
            f"{match.source.name} has these words from {_full(spoke)}, not from {named.words}.",
            edits=edits,
            related=(match.quotation.span,),
        )


def _is(named: Named, spoke: Speaker) -> bool:
    """Whether the draft names this speaker, if misspelt, by surname, full name or what the name resolves to."""
    surname = spoke.surname.lower()
    family = set(spoke.name.lower().split()[1:])  # Benítez or Benítez Ayala
    if family & set(named.words.lower().replace("’s", "").replace("'s", "").split()):
        return True
    for words in (named.words, named.resolved or ""):
        for word in re.split(r"[\s-]+", words.lower().replace("’s", "").replace("'s", "")):
            if word == surname or (len(surname) > 4 and OSA.distance(word, surname) <= 2):
                return True
    return surname in named.words.lower() or (named.resolved or "").lower().endswith(surname)


# "… is it?" Lund said he would go: a statement of its own, behind a quotation that has ended.
_OWN_STATEMENT = re.compile(r" (?:said|says|told|added) (?:that|he|she|they|it|the|there|his|her|its|no|a|an)\b")


def _goes_on(document: Document, match: Match, named: Named) -> bool:
    """Whether whoever is named behind the quotation says something else there."""
    quotation = match.quotation
    ended = quotation.inner.of(document.text).rstrip()[-1:] in (".", "?", "!")
    return (
        ended and named.span.start >= quotation.span.end and bool(_OWN_STATEMENT.match(document.text, named.span.end))
    )


def _named_before(document: Document, named: Named, spoke: Speaker) -> bool:
    """Whether the paragraph names the true speaker before the pronoun: it may well mean that person."""
    block = document.block_at(named.span.start)
    return block is not None and spoke.surname in document.text[block.start : named.span.start]


def _several_say_it(match: Match, document: Document) -> bool:
    """Whether the quotation inside a speech may be somebody else's whom the speaker quotes."""
    turn = match.source.turn_at(match.place.start)
    if turn is None or not turn.inner:
        return False
    # In notes each label is followed by its speaker's words in quotation marks: then both turns are the same person's.
    outer = [t for t in match.source.turns if not t.inner and t.span.contains(turn.span)]
    return turn.speaker is None or not any(t.speaker and t.speaker.name == turn.speaker.name for t in outer)


def _full(spoke: Speaker) -> str:
    return f"{spoke.title} {spoke.name}".strip()

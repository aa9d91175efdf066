"""A headline that tells a decision as taken, above a story in which nobody has decided."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._claimed import Claim, claims
from app.checks.headline._deeds import headline_of, kind_of, nouns_of
from app.checks.headline._ladder import Level, tellings
from app.facts.document import Block, Document
from app.flags.flag import Edit, Flag, Span

_DECISIONS = frozenset(
    """approve pass adopt back ratify reject defeat refuse accept agree sign buy acquire sell close shut scrap cancel axe ban outlaw name appoint
    choose pick elect join leave quit withdraw pull merge strike drop abandon build move relocate demolish reopen open raise cut increase
    recognize fire sack dismiss oust nationalize privatize legalize extradite pardon host deploy send veto clear free release retire marry
    divorce boycott sue fine charge suspend expel deport extend renew replace impeach recall ground evacuate resume restart end""".split()
)  # fmt: skip
_OPEN = re.compile(
    r"\bno (?:final )?(?:decision|conclusion|agreement|choice|vote)s? (?:on|about|over|has|have|had|was|were|is)\b|\b(?:reached|made|taken|come to) no (?:conclusion|decision)\b"
    r"|\b(?:ha(?:s|ve|d)|is|are|was|were|did|do|does)(?: not|n['’]t)(?: yet)? (?:decided?|made (?:up|a decision)|chosen|voted|taken a decision|reached a (?:decision|verdict))\b|\bnothing (?:has been|is|was) (?:decided|settled|signed|agreed)\b"
    r"|\b(?:decision|result|verdict|ruling|answer|vote) (?:is|are|was|were) (?:due|expected|to be|set|planned|awaited)\b|\b(?:will|would|are to|is to|is due to|are due to|plans? to|expects? to) (?:give (?:an|its|their|his|her) answer|decide|vote|rule|choose)\b"
    r"|\b(?:more|extra) time to (?:consider|think|decide|read)\b|\b(?:begun|started|are|is) (?:voting|considering|weighing|reviewing|consulting)\b|\byet to (?:decide|vote|rule|agree|sign)\b|\bput off (?:a |the |its )?(?:vote|decision)\b"
    r"|\bwill have a medical\b|\bundecided\b|\bstill (?:considering|thinking|weighing|in talks)\b|\b(?:put|sent|offered|goes|go) (?:out )?to (?:consultation|a vote|a ballot|a referendum|members)\b",
    re.IGNORECASE,
)


@check(
    title="Nobody has decided",
    catches="Pilots reject pay offer, above a story in which they are voting on it.",
    why="The headline runs ahead of the vote.",
    source="Reuters Handbook, headlines; AP Stylebook, headlines",
    category="headline", severity="must",
    examples=[
        bad("Pilots [reject] pay offer\n\nPilots at an airline have begun voting on a pay offer of 9%.\n\nThe result is due in June."),
        bad("Army to [pull] troops out of Chad\n\nNo decision has been taken on the future of troops in Chad, a minister said.\n\nThere are 1,000 of them."),
        good("Pilots reject pay offer\n\nPilots at an airline have rejected a pay offer.\n\nTheir union will decide in June what to do."),
        good("Pilots vote on pay offer\n\nPilots at an airline have begun voting on a pay offer.\n\nThe result is due in June."),
        good("Pilots may reject pay offer\n\nPilots have begun voting on a pay offer.\n\nThe result is due in June."),
    ],
)  # fmt: skip
def undecided(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None:
        return
    sentences = list(document.body_sentences())[:5]
    for claim in claims(document, headline):
        if claim.base not in _DECISIONS:
            continue
        doubts = [
            m
            for s in sentences
            if (m := _OPEN.search(document.text, s.start, s.end)) and _about(document, headline, claim, s.i)
        ]
        if not doubts:
            continue
        kind = kind_of(claim.base) | {claim.base}
        if any(t.level >= Level.UNSURE for t in tellings(document, kind, nouns_of(claim.base))):
            continue
        yield Flag(
            claim.verb.span,
            f"The story says “{' '.join(doubts[0].group().split())}”.",
            edits=tuple(_edits(document, claim)),
            related=tuple(Span(*m.span()) for m in doubts[:2]),
        )


def _about(document: Document, headline: Block, claim: Claim, sentence: int) -> bool:
    """Whether the sentence, or the one before it, is about what the headline is about."""
    nouns = {
        t.lemma.lower() for t in document.tokens_in(headline.span) if t.pos in ("NOUN", "PROPN") and t.i != claim.verb.i
    }
    near = [s for s in (sentence - 1, sentence) if s >= 0]
    words = {t.lemma.lower() for s in near for t in document.sentence_tokens(document.sentences[s])}
    return bool(nouns & words)


def _edits(document: Document, claim: Claim) -> Iterator[Edit]:
    span = claim.verb.span
    if claim.level is Level.SET:
        span = Span(document.tokens[claim.verb.i - 1].start, span.end)
    if claim.passive:
        yield Edit.replace(span, f"may be {claim.verb.lower}", safe=False)
        return
    yield Edit.replace(span, f"may {claim.base}", safe=False)
    yield Edit.replace(span, f"to vote on whether to {claim.base}", safe=False)

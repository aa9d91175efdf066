"""A headline tells as done what the story says may, could or is planned to be."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._claimed import Claim, claims
from app.checks.headline._deeds import headline_of, kind_of, nouns_of
from app.checks.headline._ladder import Level, Telling, tellings
from app.facts.document import Block, Document, Token
from app.flags.flag import Edit, Flag, Span


@check(
    title="The headline says more than the story",
    catches="Oil hits coast, above a story in which oil could reach the shore on Friday.",
    why="The headline is what most people read; it may not run ahead of the story.",
    source="Reuters Handbook, headlines; AP Stylebook, headlines",
    category="headline", severity="must",
    examples=[
        bad("Storm [hits] Gulf coast, ferries idle\n\nA storm could reach the Gulf coast by Friday, forecasters said.\n\nFerries stayed in port.",
            fixed="Storm could reach Gulf coast, ferries idle\n\nA storm could reach the Gulf coast by Friday, forecasters said.\n\nFerries stayed in port."),
        bad("Mill [closes] after 90 years\n\nThe mill may close in the spring after 90 years, its owner said.\n\nIt has 40 workers.",
            fixed="Mill may close after 90 years\n\nThe mill may close in the spring after 90 years, its owner said.\n\nIt has 40 workers."),
        bad("City [bans] cars from square\n\nThe city is considering a plan to ban cars from the square.\n\nThe council will vote in May."),
        bad("Hospital [fires] nurse over leak\n\nA hospital suspended a nurse on Monday and said it could fire her.\n\nAn inquiry goes on.",
            fixed="Hospital could fire nurse over leak\n\nA hospital suspended a nurse on Monday and said it could fire her.\n\nAn inquiry goes on."),
        good("Storm hits Gulf coast\n\nA storm hit the Gulf coast on Friday. It could reach Ohio by Sunday.\n\nFerries stayed in port."),
        good("Mill may close after 90 years\n\nThe mill may close in the spring, its owner said.\n\nIt has 40 workers."),
        good("Mill closes after 90 years\n\nThe mill shut its doors on Friday.\n\nIts owner said others could close too."),
        bad("Mill to [close] after 90 years\n\nThe mill may close in the spring, its owner said.\n\nIt has 40 workers.",
            fixed="Mill may close after 90 years\n\nThe mill may close in the spring, its owner said.\n\nIt has 40 workers."),
        bad("Nurses [strike] over pay\n\nNurses in Bristol will vote on whether to strike over pay.\n\nIf they back it, the walkout would begin in May."),
        bad("Museum [returns] bronzes to Nigeria\n\nA museum said it wanted to return 14 bronzes to Nigeria.\n\nA debate is planned."),
        bad("Police [arrest] coach over theft\n\nA coach was questioned on Monday about a theft, police said.\n\nThe coach has not been arrested."),
        good("Mill to close after 90 years\n\nThe mill will close in the spring, its owner said. A second may close.\n\nIt has 40 workers."),
        good("Police arrest coach over theft\n\nA coach was arrested on Monday over a theft.\n\nA second man has not been arrested."),
        good("Board agrees to sell pier for £2m\n\nThe trustees have agreed to sell the pier.\n\nThey have not agreed on a date."),
        good("Senate passes farm bill\n\nThe Senate voted 61-38 on Friday to pass a farm bill.\n\nThe House may pass it in May."),
        good("Divers find wreck off Cornwall\n\nDivers have found a wreck off Cornwall, they reported on Friday.\n\nThey may find more."),
        good("Striker leaves Rovers\n\nThe striker has signed for Milan.\n\nHe said he would leave Leeds with regret."),
    ],
)  # fmt: skip
def not_yet(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None:
        return
    early = max((s.i for s in list(document.body_sentences())[:4]), default=-1)
    for claim in claims(document, headline):
        if _strikes_a_person(document, claim.verb):
            continue
        verbs = kind_of(claim.base) | {claim.base}
        told = list(tellings(document, verbs, nouns_of(claim.base)))
        nouns = _nouns(document, headline, claim.verb)
        short = [t for t in told if t.level <= Level.SUPPOSED and _about(document, nouns, t)]
        if not kind_of(claim.base):
            short = [t for t in short if t.level is Level.DENIED and t.word.sentence <= early]
        if (
            not short
            or _lead_tells(document, nouns, told)
            or any(t.level >= Level.UNSURE and _may_bear_out(document, nouns, t) for t in told)
        ):
            continue
        first = short[0]
        yield Flag(
            claim.verb.span,
            f"The story does not say that it has happened: “{_quote(document, first)}”.",
            edits=tuple(_edits(document, claim, first)),
            related=tuple(t.word.span for t in short[:3]),
        )


def _strikes_a_person(document: Document, verb: Token) -> bool:
    """An advertisement hits a rival: no storm that has yet to come."""
    following = document.tokens[verb.i + 1] if verb.i + 1 < len(document.tokens) else None
    if following is None or verb.lemma.lower() not in ("hit", "strike", "batter", "pound", "lash"):
        return False
    named = document.names.at(following.span) if document.names else None
    return following.entity == "PERSON" or (named is not None and named.kind == "person")


def _nouns(document: Document, headline: Block, verb: Token) -> frozenset[str]:
    tokens = document.tokens_in(headline.span)
    return frozenset(
        t.lemma.lower() for t in tokens if t.pos in ("NOUN", "PROPN", "ADJ") and t.i != verb.i and len(t.text) > 2
    )


def _about(document: Document, nouns: frozenset[str], told: Telling) -> bool:
    """Whether the story's sentence is about the same things: a noun of the headline is in it, or it denies it of somebody."""
    sentence = document.sentences[told.word.sentence]
    subjects = document.children_of(told.word, "nsubj", "nsubjpass")
    if told.level is Level.DENIED and any(t.pos in ("PRON", "PROPN") for t in subjects):
        return True
    return any(t.lemma.lower() in nouns for t in document.sentence_tokens(sentence) if t.i != told.word.i)


def _lead_tells(document: Document, nouns: frozenset[str], told: list[Telling]) -> bool:
    """Whether the story's first sentence tells the deed as done, of a thing that the headline names."""
    first = next((s.i for s in document.body_sentences()), -1)
    return any(t.level is Level.DONE and t.word.sentence == first and _about(document, nouns, t) for t in told)


def _may_bear_out(document: Document, nouns: frozenset[str], told: Telling) -> bool:
    """Whether a sentence that tells such a deed may be about the headline's: who does it, or to what, is there."""
    if told.word.pos == "NOUN":
        return True
    doers = document.children_of(told.word, "nsubj", "nsubjpass", "dobj", "pobj", "agent")
    if not doers:
        return True
    return any(
        t.lemma.lower() in nouns or (t.pos == "PRON" and t.dep.startswith("nsubj")) or t.pos == "PROPN"
        for d in doers
        for t in (d, *document.children_of(d, "compound", "amod", "poss"))
    )


def _edits(document: Document, claim: Claim, told: Telling) -> Iterator[Edit]:
    words = dict.fromkeys((told.word.lemma.lower(), claim.base) if told.word.pos == "VERB" else (claim.base,))
    if claim.passive:
        for modal in ("may be", "could be"):
            yield Edit.replace(claim.verb.span, f"{modal} {claim.verb.lower}", safe=False)
        return
    modals = [told.by] if told.by in ("may", "might", "could") else []
    span = claim.verb.span
    if claim.level is Level.SET:
        span = Span(document.tokens[claim.verb.i - 1].start, span.end)
    for modal in dict.fromkeys((*modals, "may", "could")):
        for word in words:
            yield Edit.replace(span, f"{modal} {word}", safe=False)


def _quote(document: Document, told: Telling) -> str:
    sentence = document.sentences[told.word.sentence]
    first, last = max(sentence.first, told.word.i - 4), min(sentence.last, told.word.i + 4)
    return document.text[document.tokens[first].start : document.tokens[last - 1].end]

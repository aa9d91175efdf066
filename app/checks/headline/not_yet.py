"""A headline tells as done what the story says may, could or is planned to be."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import ATTRIBUTED, Telling, headline_of, kind_of, tellings
from app.facts.document import Block, Document, Token
from app.flags.flag import Edit, Flag, Severity

_THIRD = ("VBZ", "VBP", "VBD", "NNS", "NNP", "NN")


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
        good("Mill to close after 90 years\n\nThe mill may close in the spring, its owner said.\n\nIt has 40 workers."),
        good("Striker leaves Rovers\n\nThe striker has signed for Milan.\n\nHe said he would leave Leeds with regret."),
    ],
)  # fmt: skip
def not_yet(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None:
        return
    for verb in _verbs(document, headline):
        kind = kind_of(verb.lemma.lower()) or kind_of(_plain(verb))
        if not kind:
            continue
        if _strikes_a_person(document, verb):
            continue
        told = list(tellings(document, kind))
        about = [t for t in told if not t.factual and _shares(document, headline, verb, t)]
        if not about or any(t.factual and _same_doers(document, headline, verb, t) for t in told):
            continue
        first = about[0]
        modal = first.modal if first.modal in ("may", "might", "could") else "could" if first.modal else "may"
        words = dict.fromkeys((first.verb.lemma.lower(), _lemma(verb, kind)))
        yield Flag(
            verb.span,
            f"The story does not say that it has happened: “{_quote(document, first)}”.",
            edits=tuple(Edit.replace(verb.span, f"{modal} {word}", safe=False) for word in words),
            related=(first.verb.span,),
            severity=Severity.MUST if first.modal else Severity.SHOULD,
        )


def _verbs(document: Document, headline: Block) -> Iterator[Token]:
    """The headline's finite verbs, where it attributes nothing and asks nothing."""
    text = headline.span.of(document.text)
    if ATTRIBUTED.search(text):
        return
    tokens = document.tokens_in(headline.span)
    for n, token in enumerate(tokens[1:], 1):
        if (
            token.tag in _THIRD
            and (kind_of(token.lemma.lower()) or kind_of(_plain(token)))
            and _stands_as_verb(document, token, tokens[n - 1])
        ):
            yield token


def _stands_as_verb(document: Document, token: Token, before: Token) -> bool:
    """Small models read headline verbs as nouns: after a noun, with an s and an object, they are verbs."""
    if token.pos == "VERB":
        return token.tag in ("VBZ", "VBP", "VBD")
    if token.text[0].isupper() or not token.lower.endswith("s") or before.pos not in ("NOUN", "PROPN"):
        return False
    following = document.tokens[token.i + 1] if token.i + 1 < len(document.tokens) else None
    return following is not None and (
        following.pos in ("DET", "PROPN", "ADJ", "NOUN", "ADP", "NUM", "PRON") or following.tag == "VBP"
    )


def _strikes_a_person(document: Document, verb: Token) -> bool:
    """An advertisement hits a rival: no storm that has yet to come."""
    following = document.tokens[verb.i + 1] if verb.i + 1 < len(document.tokens) else None
    if following is None or verb.lemma.lower() not in ("hit", "strike", "batter", "pound", "lash"):
        return False
    named = document.names.at(following.span) if document.names else None
    return following.entity == "PERSON" or (named is not None and named.kind == "person")


def _plain(token: Token) -> str:
    word = token.lower
    for ending, back in (("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("ies", "y"), ("ses", "se"), ("s", "")):
        if word.endswith(ending):
            return word[: -len(ending)] + back
    return word


def _lemma(verb: Token, kind: frozenset[str]) -> str:
    return verb.lemma.lower() if verb.lemma.lower() in kind else _plain(verb)


def _shares(document: Document, headline: Block, verb: Token, told: Telling) -> bool:
    """Whether the story's sentence is about the same things: a noun of the headline is in it."""
    nouns = _nouns(document, headline, verb)
    sentence = document.sentences[told.verb.sentence]
    here = {t.lemma.lower() for t in document.sentence_tokens(sentence) if t.pos in ("NOUN", "PROPN")}
    return bool(nouns & here)


def _nouns(document: Document, headline: Block, verb: Token) -> set[str]:
    tokens = document.tokens_in(headline.span)
    return {t.lemma.lower() for t in tokens if t.pos in ("NOUN", "PROPN") and t.i != verb.i and len(t.text) > 2}


def _same_doers(document: Document, headline: Block, verb: Token, told: Telling) -> bool:
    """Whether a sentence that tells such a deed as a fact may be about the headline's: who does it, or to what, is there."""
    nouns = _nouns(document, headline, verb)
    doers = document.children_of(told.verb, "nsubj", "nsubjpass", "dobj", "pobj")
    if not doers:
        return True
    return any(
        t.lemma.lower() in nouns or (t.pos == "PRON" and t.dep.startswith("nsubj")) or t.pos == "PROPN"
        for d in doers
        for t in (d, *document.children_of(d, "compound", "amod", "poss"))
    )


def _quote(document: Document, told: Telling) -> str:
    sentence = document.sentences[told.verb.sentence]
    first, last = max(sentence.first, told.verb.i - 4), min(sentence.last, told.verb.i + 4)
    return document.text[document.tokens[first].start : document.tokens[last - 1].end]

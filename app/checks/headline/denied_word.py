"""A word of the headline that the story has only to deny it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._claimed import is_hedged_headline
from app.checks.headline._deeds import headline_of
from app.checks.headline._ladder import Level, told
from app.facts.document import Document, Token
from app.flags.flag import Flag

# "no evidence of (a)", "found no"
_NONE_OF = re.compile(
    r"\b(?:no|any|without) (?:\w+ )?(?:evidence|signs?|proof|indication|suggestion|trace|record|reports?|question|talk) of (?:an? |any |the )?(?:\w+ )?$"
    r"|^No (?:\w+ )?$|\b(?:found|was|were|is|been|reported|saw|detected|knows? of|had been) no (?:\w+ )?$|\b(?:ruled|rules) out (?:an? |any )?(?:\w+ )?$|\b(?:was|is)(?: not|n['’]t) an? (?:\w+ )?$",
    re.IGNORECASE,
)
_NOT_IN_HEADLINES = frozenset({"no", "not", "never", "without", "nor", "deny", "denies", "denied", "fails", "failed", "refuses", "refused", "against", "n't"})  # fmt: skip
_EMPTY = frozenset(
    "more other new last first year day week month time one make do have be get take say see know go come give".split()
)


@check(
    title="The story has the word only to deny it",
    catches="killed by careless staff, above a story in which the coroner did not say that anyone had been careless.",
    why="The headline says what the story takes care not to say.",
    source="Reuters Handbook, headlines; AP Stylebook, headlines; BBC editorial guidelines, accuracy",
    category="headline", severity="must",
    examples=[
        bad("Patient harmed by [reckless] surgeon, panel finds\n\nA patient in Leeds was harmed when a drug was missed, a panel found.\n\nIt did not say that the surgeon had been reckless."),
        bad("[Leak] closes swimming pool\n\nA pool in Hull was closed on Monday after an alarm.\n\nEngineers have found no sign of a leak."),
        good("Patient harmed by reckless surgeon, panel finds\n\nA reckless surgeon harmed a patient in Leeds, a panel found.\n\nHis deputy had not been reckless."),
        good("Surgeon not reckless, panel finds\n\nA patient in Leeds was harmed when a drug was missed.\n\nThe panel did not find that the surgeon was reckless."),
        good("Jury finds broker guilty of stealing\n\nA jury convicted a broker of taking $4 million.\n\nHe had pleaded not guilty."),
        good("Reckless driving cost town £2m\n\nCrashes cost a town £2m last year.\n\nNobody was hurt."),
    ],
)  # fmt: skip
def denied_word(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None or is_hedged_headline(document, headline):
        return
    tokens = document.tokens_in(headline.span)
    if _NOT_IN_HEADLINES & {t.lower for t in tokens}:
        return
    for token in tokens:
        if token.pos not in ("ADJ", "NOUN") or len(token.text) < 4 or token.lemma.lower() in _EMPTY:
            continue
        told_of = [t for t in _tellings(document, token) if not _is_plea(document, t)]
        if told_of and all(_denies(document, t, token.pos) for t in told_of):
            first = told_of[0]
            sentence = document.sentences[first.sentence]
            from_, to = max(sentence.first, first.i - 7), min(sentence.last, first.i + 2)
            words = document.text[document.tokens[from_].start : document.tokens[to - 1].end]
            yield Flag(token.span, f"The story has only “{words}”.", related=tuple(t.span for t in told_of[:3]))


def _tellings(document: Document, token: Token) -> list[Token]:
    """Where the body has the word, by its stem."""
    stem = _stem(token.lemma.lower())
    words = (w for w in document.places if w.startswith(stem) and len(w) <= len(stem) + 5)
    told_of = (document.tokens[i] for i in sorted(i for w in words for i in document.places[w]))
    return [t for t in told_of if t.is_word and document.blocks[document.sentences[t.sentence].block].is_body]


def _is_plea(document: Document, word: Token) -> bool:
    """A plea of not guilty denies no verdict."""
    return word.lower == "guilty" and "plea" in document.text[max(0, word.start - 20) : word.start]


def _denies(document: Document, word: Token, pos: str) -> bool:
    """Whether it is denied outright: "was not careless", "no leak", "no sign of a leak"."""
    if pos == "ADJ":
        return word.pos == "ADJ" and word.dep in ("acomp", "attr") and _unsaid(document, word)
    sentence = document.sentences[word.sentence]
    return word.pos == "NOUN" and bool(_NONE_OF.search(document.text[sentence.start : word.start]))


def _unsaid(document: Document, word: Token) -> bool:
    """Whether it is denied, or only asked: "too early to say whether the steel was faulty"."""
    found = told(document, word)
    return found.level is Level.DENIED or found.by in ("whether", "if")


def _stem(lemma: str) -> str:
    return lemma[:-1] if lemma.endswith(("e", "y")) and len(lemma) > 5 else lemma

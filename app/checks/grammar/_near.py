"""Looking around a token without leaving its sentence, and edits that keep the draft's own marks."""

from __future__ import annotations

from collections.abc import Iterable

from app.facts.document import Document, Token
from app.flags.flag import Edit, Span

_NOBODY = Token(-1, 0, 0, ".", "", "", "", "", "", -1, "", False, False, -1)


def near(document: Document, token: Token, by: int) -> Token:
    """The token ``by`` places on (or back) in the same sentence; an empty one where there is none."""
    i = token.i + by
    if 0 <= i < len(document.tokens) and document.tokens[i].sentence == token.sentence:
        return document.tokens[i]
    return _NOBODY


def joined(first: Token, last: Token) -> Span:
    """The span from the first token to the last."""
    return Span(first.start, last.end)


def put(document: Document, span: Span, new: str) -> Edit:
    """Replace, with the capital of the words replaced and curly apostrophes where the draft has them."""
    old = span.of(document.text)
    if old[:1].isupper() and new[:1].islower():
        new = new[:1].upper() + new[1:]
    return Edit.replace(span, curly(document, new))


def curly(document: Document, text: str) -> str:
    """The text with curly apostrophes where the draft's marks are curly."""
    return text.replace("'", "’") if document.curly else text


def puts(document: Document, span: Span, news: Iterable[str]) -> tuple[Edit, ...]:
    return tuple(put(document, span, new) for new in news)


def past_adjectives(document: Document, token: Token) -> Token:
    """The first token from ``token`` on that is no adjective, adverb of degree, number or hyphened part of one."""
    while token.tag in ("JJ", "JJR", "JJS", "CD", "HYPH", "AFX") or token.lower == "-":
        following = near(document, token, 1)
        if following.i < 0:
            return following
        token = following
    return token


def is_noun(token: Token) -> bool:
    return token.tag in ("NN", "NNS", "NNP", "NNPS")


def is_finite(token: Token) -> bool:
    """Whether the token can be the verb of a sentence: a past, a present or a modal."""
    return token.tag in ("VBD", "VBZ", "VBP", "MD")


def is_verb(token: Token) -> bool:
    return token.tag.startswith("VB") or token.tag == "MD"

"""Quotations that stand without a cue of their own: whose words they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.facts.attributions_found import Found
from app.facts.attributions_sources import source_of
from app.facts.attributions_tree import Tree
from app.facts.document import Document, Token
from app.facts.quotations import Quotation
from app.facts.speech import verb_of
from app.flags.flag import Span

_MARKS = ('"', "“", "”", "''", "``")
_FAR = 12  # words between a quotation and the verb that attributes it
_NEAR = 40  # statements looked back over for one that covers a quotation


def is_speech(token: Token) -> bool:
    verb = verb_of(token)
    return verb is not None and "Q" in verb.frames


def whole_quotations(document: Document, found: Found) -> Found:
    """Grow a statement that ends inside a quotation to the quotation's mark: a parse may cut it, a desk does not."""
    return replace(found, content=tuple(_whole(document, piece, found.cue) for piece in found.content))


def _whole(document: Document, piece: Span, cue: Span | None) -> Span:
    start, end = piece.start, piece.end
    for q in document.quotations:
        if q.depth != 1 or q.span.end <= start:
            continue
        if q.span.start >= end:
            break
        if cue is not None and q.span.overlaps(cue):
            continue
        start, end = min(start, q.span.start), max(end, q.span.end)
    return Span(start, end)


def find_quoted(tree: Tree, found: Iterable[Found]) -> Iterator[Found]:
    """Yield quotations of a sentence or more that no cue covers, with the speaker who is named beside them, or the
    one they go on with."""
    text = tree.document.text
    cover = _Cover(found)
    last: Found | None = None
    last_block = -1
    for q in tree.document.quotations:
        if q.depth != 1:
            continue
        covering = cover.of(q.span)
        if covering is not None:
            last, last_block = covering, q.block
            continue
        if not q.is_sentence(text) and len(q.inner.of(text).split()) < 5:
            continue
        cue = _beside(tree, q)
        if cue is not None:
            last = Found((q.span,), cue.span, source_of(tree, cue, inverted=True), "speech", cue.i)
        else:
            near = last is not None and (q.continued or q.block - last_block <= 1)
            last = Found((q.span,), None, last.source if last and near else None, "speech", None, carried=True)
        last_block = q.block
        yield last


class _Cover:
    """Which statement covers a stretch of text."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._pieces = sorted(((p.start, p.end, f) for f in found for p in f.content), key=lambda p: p[:2])
        self._starts = [p[0] for p in self._pieces]

    def of(self, span: Span) -> Found | None:
        at = bisect_left(self._starts, span.end)
        for start, end, found in reversed(self._pieces[max(0, at - _NEAR) : at]):
            if min(span.end, end) - max(span.start, start) >= 0.5 * span.length:
                return found
        return None


def _beside(tree: Tree, q: Quotation) -> Token | None:
    """The attributing verb that stands right after or before the quotation, or in the line that ends with a colon."""
    tokens = tree.tokens
    inside = tree.document.tokens_in(q.span)
    if not inside:
        return None
    end = inside[-1].i + 1
    stop = min(len(tokens), end + _FAR)
    for i in range(end, stop):
        if tokens[i].text in (".", "?", "!", ":", ";") or tokens[i].text in _MARKS:
            break
        if is_speech(tokens[i]):
            return tokens[i]
    first = inside[0].i
    if first == 0:
        return None
    lead = first - 1
    same = tokens[lead].sentence == tokens[first].sentence
    if tokens[lead].text not in (":", ",") and not same:
        return None
    start = tree.document.sentences[tokens[lead].sentence].first
    for i in range(lead, max(start, lead - 3 * _FAR) - 1, -1):
        if is_speech(tokens[i]) and not tree.document.is_quoted(tokens[i].span):
            return tokens[i]
    return None

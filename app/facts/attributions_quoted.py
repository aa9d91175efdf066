"""Quotations that stand without a cue of their own: whose words they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.facts.attributions_found import Found
from app.facts.attributions_sources import noun_phrase, source_of
from app.facts.attributions_tree import Range, Tree
from app.facts.document import Document, Token
from app.facts.quotations import Quotation
from app.facts.speech import verb_of
from app.flags.flag import Span

_MARKS = ('"', "“", "”", "''", "``")
_SENTENCE, _FRAGMENT = 4, 7  # words: a shorter quotation without a cue is a title or a turn of phrase
_FAR = 12  # words between a quotation and the verb that attributes it
_RELATIVE = ("WP", "WDT", "WP$", "WRB")
_LINES = 4  # characters between a colon and the quotation on the next line
_NEAR = 40  # statements looked back over for one that covers a quotation


def is_speech(token: Token) -> bool:
    verb = verb_of(token)
    return verb is not None and "Q" in verb.frames


class WholeQuotations:
    """Grows a statement that ends inside a quotation to the quotation's mark: a parse may cut it, a desk does not."""

    def __init__(self, document: Document) -> None:
        self._outer = [q.span for q in document.quotations if q.depth == 1]
        self._ends = [span.end for span in self._outer]

    def grow(self, found: Found) -> Found:
        return replace(found, content=tuple(self._whole(piece, found.cue) for piece in found.content))

    def _whole(self, piece: Span, cue: Span | None) -> Span:
        start, end = piece.start, piece.end
        for span in self._outer[bisect_right(self._ends, start) :]:
            if span.start >= end:
                break
            if cue is None or not span.overlaps(cue):
                start, end = min(start, span.start), max(end, span.end)
        return Span(start, end)


def find_quoted(tree: Tree, found: Sequence[Found]) -> Iterator[Found]:
    """Yield quotations of a sentence or more that no cue covers, with the speaker who is named beside them, or the
    one they go on with."""
    text = tree.document.text
    cover = _Cover(found)
    sources = _Sources(tree, found)
    last: Found | None = None
    last_block = -1
    for q in tree.document.quotations:
        if q.depth != 1:
            continue
        covering = cover.of(q.span)
        if covering is not None:
            last, last_block = covering, q.block
            continue
        if len(q.inner.of(text).split()) < (_SENTENCE if q.is_sentence(text) else _FRAGMENT):
            continue
        cue = _beside(tree, q)
        introduced = _introduced(tree, q) if cue is None else None
        if introduced is not None:
            last = Found((q.span,), None, introduced, "speech")
        elif cue is not None:
            last = Found((q.span,), cue.span, source_of(tree, cue, inverted=True), "speech", cue.i)
        else:
            opens = q.span.start - tree.document.blocks[q.block].start < _LINES
            near = last is not None and (q.continued or q.block - last_block <= (1 if opens else 0))
            told = last.source if last is not None and near else None
            source = max(filter(None, (sources.before(q), told)), default=None)  # the one named later
            last = Found((q.span,), None, source, "speech", None, carried=True)
        last_block = q.block
        yield last


class _Sources:
    """Whose words the copy last gave, place by place."""

    def __init__(self, tree: Tree, found: Iterable[Found]) -> None:
        self._tree = tree
        told = [
            (tree.tokens[f.source[0]].start, f.source)
            for f in found
            if f.source is not None and f.kind != "thought" and tree.tokens[f.source[0]].tag not in _RELATIVE
        ]
        self._told = sorted(told)
        self._starts = [start for start, _ in self._told]

    def before(self, q: Quotation) -> Range | None:
        """The source named last before the quotation, in its paragraph or the one before; never one that another
        quotation holds."""
        blocks = self._tree.document.blocks
        opens = q.span.start - blocks[q.block].start < _LINES
        # A quotation that opens its paragraph may go on with the speaker of the one before; one further in may not.
        first = blocks[max(0, q.block - 1) if opens else q.block].start
        at = bisect_left(self._starts, q.span.start)
        for start, source in reversed(self._told[max(0, at - _NEAR) : at]):
            if start < first:
                return None
            if not self._tree.is_quoted(self._tree.tokens[source[0]]):
                return source
        return None


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


def _introduced(tree: Tree, q: Quotation) -> Range | None:
    """The subject of the sentence that ends with a colon right before the quotation: "She went on: …"."""
    inside = tree.document.tokens_in(q.span)
    lead = tree.tokens[inside[0].i - 1] if inside and inside[0].i else None
    if lead is None or lead.text != ":" or q.span.start - lead.end >= _LINES:
        return None
    first, last = tree.sentence(lead)
    root = next((t for t in tree.tokens[first:last] if t.head == t.i and t.pos in ("VERB", "AUX")), None)
    subject = tree.subject(root) if root is not None else None
    return noun_phrase(tree, subject) if subject is not None and subject.i < lead.i else None


def _beside(tree: Tree, q: Quotation) -> Token | None:
    """The attributing verb that stands right after or before the quotation, or in the line that ends with a colon."""
    tokens = tree.tokens
    inside = tree.document.tokens_in(q.span)
    if not inside:
        return None
    end = inside[-1].i + 1
    same_sentence = end < len(tokens) and tokens[end].sentence == inside[-1].sentence
    for i in range(end, min(tree.sentence(inside[-1])[1], end + _FAR) if same_sentence else end):
        if tokens[i].text in (".", "?", "!", ":", ";") or tokens[i].text in _MARKS:
            break
        if is_speech(tokens[i]):
            return tokens[i]
    first = inside[0].i
    if first == 0:
        return None
    lead = first - 1
    near = tokens[first].start - tokens[lead].end < _LINES
    same = tokens[lead].sentence == tokens[first].sentence
    if not near or (tokens[lead].text not in (":", ",") and not same):
        return None
    start = tree.document.sentences[tokens[lead].sentence].first
    for i in range(lead, max(start, lead - 3 * _FAR) - 1, -1):
        if is_speech(tokens[i]) and not tree.is_quoted(tokens[i]):
            return tokens[i]
    return None

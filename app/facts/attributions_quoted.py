"""Quotations that stand without a cue of their own: whose words they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.facts.attributions_found import Found
from app.facts.attributions_introduced import beside_quotation, closing_clause, first_inside, introduced, signature
from app.facts.attributions_sources import source_of
from app.facts.attributions_tree import Range, Tree
from app.facts.document import Document
from app.facts.quotations import Quotation
from app.flags.flag import Span

_SENTENCE, _FRAGMENT = 4, 7  # words: a shorter quotation without a cue is a title or a turn of phrase
_RELATIVE = ("WP", "WDT", "WP$", "WRB")
_LINES = 4  # characters between a colon and the quotation on the next line
_NEAR = 40  # statements looked back over for one that covers a quotation


class WholeQuotations:
    """Grows a statement that ends inside a quotation to the quotation's mark: a parse may cut it, a desk does not."""

    def __init__(self, document: Document) -> None:
        self._outer = [q.span for q in document.quotations if q.depth == 1]
        self._ends = [span.end for span in self._outer]

    def grow(self, found: Found) -> Found:
        return replace(found, content=tuple(self._whole(piece, found.cue) for piece in found.content))

    def _whole(self, piece: Span, cue: Span | None) -> Span:
        start, end = piece.start, piece.end
        for at in range(bisect_right(self._ends, start), len(self._outer)):
            span = self._outer[at]
            if span.start >= end:
                break
            if cue is None or not span.overlaps(cue):
                start, end = min(start, span.start), max(end, span.end)
        return Span(start, end)


def find_quoted(tree: Tree, found: Sequence[Found]) -> list[Found]:
    """Return quotations of a sentence or more that no cue covers, with the speaker who is named beside them, or the
    one they go on with."""
    text = tree.document.text
    cover = _Cover(found)
    sources = _Sources(tree, found)
    last: Found | None = None
    last_block = -1
    quoted: list[Found] = []
    waiting: list[int] = []  # quotations that the next paragraph goes on with, while nobody is named
    for q in tree.document.quotations:
        if q.depth != 1:
            continue
        covering = cover.of(q.span)
        if covering is not None:
            last, last_block = covering, q.block
            _name(quoted, waiting if q.continued else [], covering.source)
            waiting = []
            continue
        if len(q.inner.of(text).split()) < (_SENTENCE if q.is_sentence(text) else _FRAGMENT) and not _has_clause(
            tree, q
        ):
            continue
        signed = signature(tree, q)
        cue = beside_quotation(tree, q) if signed is None else None
        lead_in = signed or (introduced(tree, q, cue) if cue is None or cue.i < first_inside(tree, q) else None)
        if lead_in is not None:
            last = Found((q.span,), None, lead_in, "speech")
        elif cue is not None:
            last = Found((q.span,), cue.span, source_of(tree, cue, inverted=True), "speech", cue.i)
        else:
            opens = q.span.start - tree.document.blocks[q.block].start < _LINES
            near = last is not None and (q.continued or q.block - last_block <= (1 if opens else 0))
            told = last.source if last is not None and near else None
            source = max(filter(None, (sources.before(q), told)), default=None)  # the one named later
            last = Found((q.span,), None, source, "speech", None, carried=True)
        last_block = q.block
        if last.source is not None:
            _name(quoted, waiting if q.continued else [], last.source)
        waiting = [] if last.source is not None or not q.continues else [*(waiting if q.continued else []), len(quoted)]
        quoted.append(last)
    return quoted


def _has_clause(tree: Tree, q: Quotation) -> bool:
    """Whether a quotation too short to be told from a title has a cue behind its full stop: "No." Ms Lee said."""
    inside = tree.document.tokens_in(q.span)
    end = inside[-1].i + 1 if inside else len(tree.tokens)
    if (
        end >= len(tree.tokens)
        or tree.tokens[end].sentence == inside[-1].sentence
        or not q.is_sentence(tree.document.text)
    ):
        return False
    return closing_clause(tree, end) is not None


def _name(quoted: list[Found], waiting: Iterable[int], source: Range | None) -> None:
    """Give the earlier paragraphs of one quotation the speaker who is named only at its end."""
    for at in waiting:
        quoted[at] = replace(quoted[at], source=source)


class _Sources:
    """Whose words the copy last gave, place by place."""

    def __init__(self, tree: Tree, found: Iterable[Found]) -> None:
        self._tree = tree
        told = [
            (tree.tokens[f.source[0]].start, f.source)
            for f in found
            if f.source is not None
            and f.kind == "speech"
            and tree.tokens[f.source[0]].tag not in _RELATIVE
            and not _is_embedded(tree, f)
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


def _is_embedded(tree: Tree, found: Found) -> bool:
    """Whether it is told in passing, in a clause with "who", "when" or "than"; what follows is hardly that speaker's."""
    token = tree.tokens[found.verb] if found.verb is not None else None
    for _ in range(6):
        if token is None or token.head == token.i:
            return False
        if token.dep in ("relcl", "acl", "advcl") and token.tag != "VBG":
            return True
        token = tree.tokens[token.head]
    return False

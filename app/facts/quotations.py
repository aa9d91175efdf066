"""Quoted words, with marks straight, curly, curly the wrong way, nested, unclosed, or going on over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.facts.captions import is_caption
from app.facts.document import Block, Document
from app.flags.flag import Span

_DOUBLE = '"“”„'
_OPENS_OUTER = (*_DOUBLE, "''", "``")
_PAIRED = re.compile(r"''|``")  # two strokes typed for one double mark
_SECOND = "\u2060"  # stands in for the second stroke, so that offsets stay
_SINGLE_OPEN = "'‘"
_SINGLE_CLOSE = "'’"
_BEFORE_OPEN = re.compile(r"[\s(\[–—\-/\"“‘'…:]")
_LONGEST_SINGLE = 400


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation. ``span`` includes the marks, ``inner`` does not; both in code points.

    closed: whether the closing mark is there. continues: whether the next paragraph goes on with it (each such
    paragraph opens with a mark and only the last closes it). depth: 1 for an outer quotation, 2 for one inside it.
    """

    span: Span
    inner: Span
    block: int
    closed: bool = True
    continues: bool = False
    continued: bool = False  # it goes on with the quotation of the paragraph before
    depth: int = 1

    def is_sentence(self, text: str) -> bool:
        """Whether it quotes a whole sentence rather than a fragment: opens with a capital, ends with a stop or comma."""
        inner = self.inner.of(text).strip()
        return bool(re.match(r"[\"'‘“\[]*[A-ZÀ-Þ0-9]", inner)) and (
            inner.rstrip("\"'’”")[-1:] in tuple(".!?,…") or not self.closed
        )


class _Mark(NamedTuple):
    at: int
    opens: bool


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """Return the quotations of all blocks in text order, nested ones after the one that holds them."""
    return joined(document, _in_blocks(document))


def joined(document: Document, quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """The quotations, each block's own, with those marked that go on from one paragraph to the next."""
    found = list(quotations)
    outer: dict[int, list[int]] = {}
    for i, quotation in enumerate(found):
        start = quotation.span.start
        if quotation.depth == 1 and document.text[start : start + 2].startswith(_OPENS_OUTER):
            outer.setdefault(quotation.block, []).append(i)
    for block, own in outer.items():
        following = None if found[own[-1]].closed else _following(document, block)
        if following is not None and document.text[following.start : following.start + 1] in _DOUBLE:
            found[own[-1]] = replace(found[own[-1]], continues=True)
            if following.i in outer:
                first = outer[following.i][0]
                found[first] = replace(found[first], continued=True)
    return tuple(found)


def _following(document: Document, block: int) -> Block | None:
    """The paragraph with which the story goes on after this one."""
    return next((b for b in document.blocks[block + 1 : block + 3] if not is_caption(document, b)), None)


def _in_blocks(document: Document) -> tuple[Quotation, ...]:
    found: list[Quotation] = []
    for block in document.blocks:
        text = _PAIRED.sub('"' + _SECOND, block.span.of(document.text))
        outer = [_with_both_strokes(text, block.start, q) for q in _in_block(text, block.start, block.i)]
        for quotation in outer:
            found.append(quotation)
            found.extend(_nested(text, block.start, quotation))
        found.extend(_single(text, block.start, block.i, outer))
    return tuple(sorted(found, key=lambda q: (q.span.start, q.depth)))


def _in_block(text: str, base: int, block: int) -> Iterator[Quotation]:
    start: int | None = None
    for mark in _double_marks(text):
        if start is None:
            # A mark that closes what nothing opened: the checks report it; no words can be told to be quoted.
            start = mark.at if mark.opens else None
        elif mark.opens and mark.at > start + 1:
            # A second opening mark: the first quotation was never closed. It ends with its sentence.
            yield _quotation(base, block, start, _sentence_end(text, start, mark.at), closed=False)
            start = mark.at
        else:
            yield _quotation(base, block, start, mark.at + 1)
            start = None
    if start is not None:
        yield _quotation(base, block, start, len(text.rstrip()), closed=False)


def _quotation(base: int, block: int, start: int, end: int, *, closed: bool = True, depth: int = 1) -> Quotation:
    inner = Span(base + start + 1, max(base + start + 1, base + end - (1 if closed else 0)))
    return Quotation(Span(base + start, base + end), inner, block, closed, depth=depth)


def _double_marks(text: str) -> Iterator[_Mark]:
    """Double marks with what each does, told by its neighbours; its shape decides only where they are silent."""
    inside = False
    for at, char in enumerate(text):
        if char not in _DOUBLE or _is_inches(text, at, inside):
            continue
        before = at == 0 or bool(_BEFORE_OPEN.match(text[at - 1]))
        after = at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] not in ".,;:!?)]"
        opens = before and after
        if opens and at and text[at - 1] in "'’\"”" and inside:
            opens = False  # '… a date,'" closes both
        if not opens and char == "“" and not inside:
            opens = True
        if opens and inside and char in '"”' and text[at - 1 : at] in ("-", "/", "…", "—", "–", ":"):
            opens = False
        inside = opens
        yield _Mark(at, opens)


def _is_inches(text: str, at: int, inside: bool) -> bool:
    return text[at] == '"' and not inside and at > 0 and text[at - 1].isdigit()


def _sentence_end(text: str, start: int, before: int) -> int:
    stop = re.search(r"[.!?](?=\s)", text[start:before])
    return start + stop.end() if stop else len(text[:before].rstrip())


def _with_both_strokes(text: str, base: int, quotation: Quotation) -> Quotation:
    """The quotation with the second stroke of a mark typed as '' counted to the mark."""
    start, end = quotation.inner.start - base, quotation.span.end - base
    inner = (
        Span(quotation.inner.start + 1, max(quotation.inner.start + 1, quotation.inner.end))
        if text[start : start + 1] == _SECOND
        else quotation.inner
    )
    span = Span(quotation.span.start, quotation.span.end + 1) if text[end : end + 1] == _SECOND else quotation.span
    return replace(quotation, span=span, inner=inner)


def _nested(text: str, base: int, outer: Quotation) -> Iterator[Quotation]:
    for start, end in _single_pairs(outer.inner.shift(-base).of(text)):
        yield _quotation(outer.inner.start, outer.block, start, end, depth=2)


def _single(text: str, base: int, block: int, outer: list[Quotation]) -> Iterator[Quotation]:
    """Single marks outside double ones: headlines and British copy."""
    taken = [q.span for q in outer]
    for start, end in _single_pairs(text):
        quotation = _quotation(base, block, start, end)
        if not any(quotation.span.overlaps(t) for t in taken):
            yield quotation


def _single_pairs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(text):
        if text[at] in _SINGLE_OPEN and _opens_single(text, at):
            end = _closes_single(text, at)
            if end is not None:
                yield at, end + 1
                at = end
        at += 1


def _opens_single(text: str, at: int) -> bool:
    before = at == 0 or bool(_BEFORE_OPEN.match(text[at - 1]))
    # '90s, 'em, 'til and the like are apostrophes.
    apostrophe = re.match(r"['‘’](?:\d0s\b|(?:em|til|tis|twas|cause|n)\b)", text[at:], re.IGNORECASE)
    return before and at + 1 < len(text) and (text[at + 1].isalnum() or text[at + 1] in '[…£$€"“') and not apostrophe


def _closes_single(text: str, start: int) -> int | None:
    """The closing mark: first one not inside a word, rather one that cannot be a plural possessive (dogs')."""
    end = min(len(text), start + _LONGEST_SINGLE)
    closers = [
        i for i in range(start + 2, end)
        if text[i] in _SINGLE_CLOSE and not text[i - 1].isspace() and (i + 1 == len(text) or not text[i + 1].isalnum())
    ]  # fmt: skip
    sure = [i for i in closers if text[i - 1] != "s" or i + 1 == len(text) or not re.match(r"\s[a-z]", text[i + 1 :])]
    return next(iter(sure or closers), None)

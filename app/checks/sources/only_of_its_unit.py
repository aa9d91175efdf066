"""The one figure of its unit that the source has otherwise: 27C where its only other temperature is 29C."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.sources._alignment import stem
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.sources import SourceText, read_sources
from app.facts.sources_words import is_content, words_of
from app.flags.flag import Edit, Flag, Span

_KINDS = ("measure", "temperature", "percent", "duration")
_TIMES = ("year", "month", "week", "day", "hour", "minute")
_FEW = 3  # so many figures of a unit in the sources are too many to tell which is meant
_RELEASE = (
    "release.txt",
    "Bees kept at 17C learn faster than bees kept at 29C. The field in Dunmore County is 118 acres of beans. "
    "The pipe is 4 km long. Wind reached 61 mph at the pier.",
)


@check(
    title="The one figure of its unit differs from the source",
    catches="A measure whose unit the source has once more, with another number, in the same connection.",
    why="The reporter copied it from there; one of the two is wrong.",
    source="Reuters Handbook, accuracy: check figures against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("At 17C the bees learned in half the time. At [27C] the figure was higher.", fixed="At 17C the bees learned in half the time. At 29C the figure was higher.", style="guardian", sources=[_RELEASE]),
        bad("The beetle was found in a [180-acre] field in Dunmore County.", fixed="The beetle was found in a 118-acre field in Dunmore County.", sources=[_RELEASE]),
        good("At 17C the bees learned in half the time. At 29C the figure was higher.", style="guardian", sources=[_RELEASE]),
        good("The farm in Ohio has 900 acres of wheat.", sources=[_RELEASE]),
        good("Wind of 70 mph brought down a tree in Leeds.", sources=[_RELEASE]),
        good("It was about 120 acres of beans in Dunmore County.", sources=[_RELEASE]),
    ],
)  # fmt: skip
def only_of_its_unit(document: Document) -> Iterator[Flag]:
    sources = read_sources(document)
    if not sources:
        return
    mine, theirs = _by_unit((document, None)), _by_unit(*((s.document, s) for s in sources))
    for key in mine.keys() & theirs.keys():
        told = {f.value for f, _ in mine[key]}
        known = {f.value for f, _ in theirs[key]}
        left = [(f, s) for f, s in theirs[key] if f.value not in told]
        if len({f.value for f, _ in left}) != 1 or len(known) >= _FEW:
            continue
        other, source = left[0]
        assert source is not None
        odd = [f for f, _ in mine[key] if f.value not in known and not _rounds(f, known) and _may_err(document, f)]
        meant = [f for f in odd if _same_connection(document, f, source, other, paired=bool(told & known))]
        if len({f.value for f in meant}) != 1:
            continue
        figure = meant[0]
        numeral = other.number.of(source.text)
        yield Flag(
            figure.span,
            f"{source.name} has {other.span.of(source.text)}, not {figure.span.of(document.text)}.",
            edits=(Edit.replace(figure.number, numeral, safe=False),),
        )


def _may_err(document: Document, figure: Figure) -> bool:
    return not document.is_quoted(figure.span) and document.blocks[figure.block].is_body and not figure.hedge


_Found = dict[tuple[str, str], list[tuple[Figure, SourceText | None]]]


def _by_unit(*texts: tuple[Document, SourceText | None]) -> _Found:
    found: _Found = defaultdict(list)
    for document, source in texts:
        for figure in document.figures:
            timed = figure.kind == "count" and figure.noun in _TIMES
            if ((figure.kind in _KINDS and figure.unit) or timed) and figure.upper is None and not figure.in_words:
                found[figure.kind, figure.noun if timed else figure.unit].append((figure, source))
    return found


def _rounds(figure: Figure, known: set[Decimal]) -> bool:
    return any(round(value, 0) == figure.value for value in known)


def _same_connection(document: Document, figure: Figure, source: SourceText, other: Figure, *, paired: bool) -> bool:
    """Whether both stand among the same words: two names or nouns; one is enough beside a second figure of the unit that
    both have, where the numbers are of one length."""
    ours = _words(document.text, document.sentences[figure.sentence].span)
    others = _words(source.text, source.document.sentences[other.sentence].span)
    shared = len(ours & others)
    mine, theirs = f"{figure.value.normalize():f}", f"{other.value.normalize():f}"
    if len(mine) != len(theirs):
        return False
    changed = sum(a != b for a, b in zip(mine, theirs, strict=True))
    return shared >= 2 or (paired and figure.kind != "percent" and changed == 1)


def _words(text: str, span: Span) -> frozenset[str]:
    words = words_of(text, span.start, span.end)
    return frozenset(stem(w.key) for w in words if is_content(w.key) and w.key[0].isalpha() and len(w.key) > 3)

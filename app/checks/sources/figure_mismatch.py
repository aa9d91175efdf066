"""Figure that differs from the source's."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.sources._alignment import Pair, align, near, stem
from app.checks.sources._figures import alike, digits, fair
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.sources import SourceText, read_sources
from app.flags.flag import Edit, Flag, Span

_KINDS = ("count", "money", "percent", "points", "age", "measure", "temperature", "ratio", "ordinal")
_REPORT = (
    "report.txt",
    "The council's spending review, 3 May 2024.\n\nThe plan cuts 86 posts in the parks service. It saves £3.4m a year from 2025. "
    "Rents on council garages will go up by 12.5%. The survey drew 1,948 replies, of which 61% were against the closures. "
    "The new main is a 24-inch pipe laid under Quay Street. The vote was 31-28.",
)


@check(
    title="Figure differs from the source",
    catches="A figure in a sentence that the source document has with another figure.",
    why="A wrong figure is the commonest correction; the source settles it.",
    source="Reuters Handbook, accuracy: check figures against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("The plan cuts [68] posts in the parks service.", fixed="The plan cuts 86 posts in the parks service.", style="guardian", sources=[_REPORT]),
        bad("The council will save [£4.3m] a year from 2025.", fixed="The council will save £3.4m a year from 2025.", style="guardian", sources=[_REPORT]),
        bad("Garage rents will go up by [15.2%], the council said.", fixed="Garage rents will go up by 12.5%, the council said.", style="guardian", sources=[_REPORT]),
        bad("The new main under Quay Street is a [42-inch] pipe.", fixed="The new main under Quay Street is a 24-inch pipe.", style="guardian", sources=[_REPORT]),
        bad("Of [1,498] replies to the survey, most were against the closures.", fixed="Of 1,948 replies to the survey, most were against the closures.", style="guardian", sources=[_REPORT]),
        bad("Sales of tents fell for a [fifth] straight quarter in May.", fixed="Sales of tents fell for a sixth straight quarter in May.", style="guardian", sources=[("note.txt", "Sales of tents fell for a sixth straight quarter in May.")]),
        bad("The firm expects a profit of $640 million to [$690 million] this year, against a forecast of $700 million.", fixed="The firm expects a profit of $640 million to $670 million this year, against a forecast of $700 million.", sources=[("note.txt", "The firm expects a profit of $640 million to $670 million this year (forecast $700 million).")]),
        good("It was her fifth win of the season.", style="guardian", sources=[("note.txt", "It was her third race of the season.")]),
        bad("The survey drew [more than] 900 replies.", fixed="The survey drew fewer than 900 replies.", style="guardian", sources=[("note.txt", "The survey drew fewer than 900 replies.")]),
        good("The survey drew more than 900 replies.", style="guardian", sources=[("note.txt", "The survey drew over 900 replies.")]),
        good("The plan cuts 86 posts in the parks service.", style="guardian", sources=[_REPORT]),
        good("Nearly 2,000 replies to the survey were sent in.", style="guardian", sources=[_REPORT]),
        good("About 60% of the replies to the survey were against the closures.", style="guardian", sources=[_REPORT]),
        good("The parks service lost 40 posts in the last round of cuts.", style="guardian", sources=[_REPORT]),
        good("The plan saves £3.4m a year; it cost £90,000 to write.", style="guardian", sources=[_REPORT]),
        good("Three of the posts cut are in the parks service.", style="guardian", sources=[_REPORT]),
    ],
)  # fmt: skip
def figure_mismatch(document: Document) -> Iterator[Flag]:
    pairs: dict[int, list[Pair]] = {}
    for pair in align(document):
        pairs.setdefault(pair.sentence.i, []).append(pair)
    for figure in document.figures:
        if figure.sentence < 0 or figure.kind not in _KINDS or document.is_quoted(figure.span):
            continue
        if (turned := _hedge(document, figure, pairs.get(figure.sentence, []))) is not None:
            yield turned
            continue
        found = _contradicted(document, figure, pairs.get(figure.sentence, [])) or _transposed(document, figure)
        if found is None:
            continue
        source, other = found
        theirs = other.span.of(source.text)
        yield Flag(
            figure.span,
            f"{source.name} has {theirs}, not {figure.span.of(document.text)}.",
            edits=(Edit.replace(*_replacement(figure, other, source), safe=False),),
        )


_MORE = frozenset(("more than", "over", "at least", "above", "upwards of", "well over", "greater than", "a minimum of"))
_LESS = frozenset(
    ("less than", "fewer than", "under", "at most", "below", "up to", "nearly", "almost", "a maximum of", "just under")
)


def _hedge(document: Document, figure: Figure, pairs: list[Pair]) -> Flag | None:
    """ "More than 30" where the source has fewer than 30: the figure agrees and the side of it does not."""
    sides = (_MORE, _LESS) if figure.hedge in _MORE else (_LESS, _MORE) if figure.hedge in _LESS else None
    if sides is None:
        return None
    same = [
        (p, o)
        for p in pairs
        for o in p.source.document.figures
        if o.sentence == p.other.i and o.kind == figure.kind and o.value == figure.value and o.unit == figure.unit
    ]
    if not same or any(o.hedge not in sides[1] for _, o in same):
        return None
    pair, other = same[0]
    at = document.text.rfind(figure.hedge, max(0, figure.span.start - 40), figure.span.start)
    if at < 0:
        return None
    span = Span(at, at + len(figure.hedge))
    return Flag(
        span,
        f"{pair.source.name} has {other.hedge} {other.span.of(pair.source.text)}, not {figure.hedge}.",
        edits=(Edit.replace(span, other.hedge, safe=False),),
    )


def _contradicted(document: Document, figure: Figure, pairs: list[Pair]) -> tuple[SourceText, Figure] | None:
    """The source figure that says otherwise of the same thing, where no source figure bears this one out."""
    best: tuple[float, Pair, Figure] | None = None
    for pair in pairs:
        for other in pair.source.document.figures:
            if not _comparable(figure, other):
                continue
            if fair(figure, other):
                if other.sentence == pair.other.i or _same_thing(figure, other):
                    return None
                continue
            if other.sentence != pair.other.i or _told_beside(document, figure, other, pair.source):
                continue
            weight = _weight(document, figure, other, pair)
            if weight >= 3 and (best is None or weight > best[0]):
                best = (weight, pair, other)
    return (best[1].source, best[2]) if best else None


def _transposed(document: Document, figure: Figure) -> tuple[SourceText, Figure] | None:
    """The one source figure of the same noun, or sum of money, whose digits this one has in another order.

    Only where no source has the draft's figure and the draft nowhere has the source's: then no alignment is needed.
    """
    sources = read_sources(document)
    alike = []
    for source in sources:
        for other in source.document.figures:
            if other.kind != figure.kind:
                continue
            if fair(figure, other):
                return None
            same = figure.kind == "money" or (
                bool(figure.noun) and (figure.noun == other.noun or _both_people(figure, other))
            )
            if same and figure.unit == other.unit and _swapped(figure, other):
                alike.append((source, other))
    if len(alike) != 1 or digits(figure.value) < 2 or abs(figure.value) < 100 or figure.hedge in _LIMITS:
        return None
    told = (f for f in document.figures if f.kind == figure.kind and not document.is_quoted(f.span))
    body = (f for f in told if document.blocks[f.block].is_body)
    return None if any(fair(f, alike[0][1]) for f in body) else alike[0]


_LIMITS = frozenset({"more than", "less than", "over", "under", "at least", "up to", "nearly", "almost", "fewer than"})


def _swapped(figure: Figure, other: Figure) -> bool:
    mine, theirs = f"{figure.value.normalize():f}", f"{other.value.normalize():f}"
    return mine != theirs and sorted(mine) == sorted(theirs) and alike(figure, other)


def _comparable(figure: Figure, other: Figure) -> bool:
    if figure.kind != other.kind or (figure.upper is None) != (other.upper is None):
        return False
    return figure.unit == other.unit or not (figure.unit and other.unit)


def _same_thing(figure: Figure, other: Figure) -> bool:
    """Whether both count the same noun, or measure in the same unit and no noun tells."""
    if figure.noun and other.noun:
        return figure.noun == other.noun
    return bool(figure.unit) and figure.unit == other.unit and figure.kind == other.kind


def _told_beside(document: Document, figure: Figure, other: Figure, source: SourceText) -> bool:
    """Whether the draft gives the source's figure in the same sentence or the next one, so that this is another; a
    figure that is exactly one of the source's is no rounding of a second."""
    beside = (
        f
        for f in document.figures
        if f.span != figure.span and abs(f.sentence - figure.sentence) <= 1 and f.kind == other.kind
    )
    return any(
        fair(f, other)
        and not document.is_quoted(f.span)
        and (
            f.value == other.value or not any(o.value == f.value and o.kind == f.kind for o in source.document.figures)
        )
        for f in beside
    )


def _weight(document: Document, figure: Figure, other: Figure, pair: Pair) -> float:
    """How sure it is that both figures tell of the same thing: noun or unit, words beside it, likeness of digits."""
    mine = near(document.text, figure.span, pair.sentence.span)
    theirs = near(pair.source.text, other.span, pair.other.span)
    shared = len((mine & theirs) - {stem(figure.noun)} if figure.noun else mine & theirs)
    if _partial(figure) and not _partial(other):
        return 0
    noun = bool(figure.noun) and (figure.noun == other.noun or _both_people(figure, other))
    unit = figure.kind in ("measure", "percent", "money", "age") and figure.unit == other.unit
    if (
        (shared == 0 and not noun)
        or not (noun or unit or shared >= 3)
        or (shared < 2 and not noun and figure.kind != "measure")
    ):
        return 0
    if figure.kind == "ordinal" and (shared < 3 or figure.value < 3 or other.value < 3):
        return 0  # "the second half" is not "the third quarter"
    if figure.noun and other.noun and not noun and shared < 3 and figure.kind == "count":
        return 0
    slip = alike(figure, other) * (2 if digits(figure.value) >= 3 else 1)
    weight = min(shared, 4) + noun + 0.5 * unit + slip + (0.5 if pair.score > 0.5 else 0)
    if not slip:
        return weight if pair.score > 0.55 and shared >= 3 and weight >= 4.5 else 0
    return weight


def _partial(figure: Figure) -> bool:
    return figure.counted is not None and (figure.counted.partial or figure.counted.other)


def _both_people(figure: Figure, other: Figure) -> bool:
    return bool(figure.counted and other.counted and figure.counted.is_people and other.counted.is_people)


def _replacement(figure: Figure, other: Figure, source: SourceText) -> tuple[Span, str]:
    """The numeral alone where both are written alike, else the whole figure as the source writes it."""
    numeral = other.number.of(source.text)
    if figure.scale == other.scale and figure.in_words == other.in_words and figure.kind != "ratio":
        return figure.number, numeral
    return figure.span, other.span.of(source.text)

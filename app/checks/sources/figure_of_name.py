"""Figure that a list of names and figures in the source gives to that name otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.sources import SourceText, read_sources
from app.flags.flag import Edit, Flag

_NAME = r"[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ]"
# "Marsh 24 points, Kiki Oduya 17, Lind 11" and "Marsh: 5,716": a name and straight behind it its figure.
_ITEM = re.compile(
    rf"(?P<name>{_NAME}(?: {_NAME})?)(?::| -| –)?[ \t]+(?P<figure>\d[\d,]*)(?:\s(?P<noun>[a-z]+))?(?=\s*(?:[,;.)\n]|and\b|$))(?!\.\d)"
)
_LEAST = 3  # so many items make a list
_TIMES = re.compile(
    r"^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|"
    r"Dec(?:ember)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$"
)
_SCORE = (
    "box.txt",
    "LOWLAND: Marsh 24 points, Oduya 17, Lind 11, bench 9.\nHIGHLAND: Okoro 22 points, Hale 19, Pruss 12, bench 15.\n",
)


@check(
    title="Figure of a name differs from the source’s list",
    catches="A figure beside a name, where a list in the source gives that name another one.",
    why="A figure read off the next line of a score sheet or count looks right to everybody but the person named.",
    source="Reuters Handbook, accuracy: check figures against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("Marsh finished with 24 points and Kiki Oduya had [19].", fixed="Marsh finished with 24 points and Kiki Oduya had 17.", sources=[_SCORE]),
        bad("Hale scored [12] points for Highland.", fixed="Hale scored 19 points for Highland.", sources=[_SCORE]),
        bad("Ines Calder won [5,438] votes.", fixed="Ines Calder won 5,716 votes.", sources=[("count.txt", "Calder: 5,716\nWhitlock: 5,438\nBrand: 61\n")]),
        good("Marsh finished with 24 points and Kiki Oduya had 17.", sources=[_SCORE]),
        good("Oduya added two free throws at the end.", sources=[_SCORE]),
        good("Oduya, 19, is in her first season.", sources=[_SCORE]),
        good("Oduya had 17 points, 11 of them after the break.", sources=[_SCORE]),
        good("Oduya had 12 points at half-time and 17 at the end.", sources=[_SCORE]),
        good("Lind led Okoro 19-17 at that point.", sources=[_SCORE]),
    ],
)  # fmt: skip
def figure_of_name(document: Document) -> Iterator[Flag]:
    lists = {name: found for source in read_sources(document) for name, found in _listed(source).items()}
    if not lists:
        return
    said: dict[str, set[Decimal]] = defaultdict(set)
    bound: list[tuple[str, Figure]] = []
    for figure in document.figures:
        name = _name_before(document, figure)
        if name in lists:
            said[name].add(figure.value)
            bound.append((name, figure))
    for name, figure in bound:
        source, right, noun = lists[name]
        beside = {other.value for other in document.figures if other.sentence == figure.sentence}
        if Decimal(right.replace(",", "")) in said[name] | beside or document.is_quoted(figure.span):
            continue
        if figure.noun and noun and figure.noun.rstrip("s") != noun.rstrip("s"):
            continue
        yield Flag(
            figure.span,
            f"{source.name} gives {name} {right}, not {figure.number.of(document.text)}.",
            edits=(Edit.replace(figure.number, right, safe=False),),
        )


def _listed(source: SourceText) -> dict[str, tuple[SourceText, str, str]]:
    """The names of lists with their figures, by surname; a name that stands in two lists with two figures is left out."""
    found: dict[str, tuple[SourceText, str, str]] = {}
    twice: set[str] = set()
    runs = [list(_ITEM.finditer(line)) for line in source.text.split("\n")]
    single = [run[0] for run in runs if len(run) == 1 and run[0].start() == 0]
    for run in (*(run for run in runs if len(run) >= _LEAST), single if len(single) >= _LEAST else []):
        nouns = {match["noun"] for match in run if match["noun"]}
        if len(nouns) > 1:
            continue
        for match in run:
            surname = match["name"].split()[-1]
            if _TIMES.match(surname) or surname in twice:
                continue
            if surname in found and found[surname][1] != match["figure"]:
                twice.add(surname)
                continue
            found[surname] = (source, match["figure"], next(iter(nouns), ""))
    return {name: what for name, what in found.items() if name not in twice}


def _name_before(document: Document, figure: Figure) -> str:
    """The surname to whom the figure is given: the subject a few words before it, with no other name between."""
    if figure.kind != "count" or figure.upper is not None or figure.hedge or figure.sentence < 0:
        return ""
    counted = figure.counted
    if counted and (counted.partial or counted.other):
        return ""
    start = document.sentences[figure.sentence].start
    before = document.text[start : figure.span.start]
    match = re.search(rf"({_NAME})((?: [a-z’'-]+){{1,3}}) $", before)
    return match[1] if match and document.text[figure.span.end : figure.span.end + 1] not in "-–" else ""

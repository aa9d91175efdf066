"""A figure of the headline that no figure of the story is, where its opening tells of the same deed with another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.checks.headline._told_of import CROWD, deed_of, shared, tells
from app.facts.counted import PEOPLE
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import number_for
from app.flags.flag import Edit, Flag, Severity

_TOLD = ("count", "money", "percent", "age", "ratio", "measure")
_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43800, "year": 525600}
_ROUGH = re.compile(r"\b(?:dozens?|scores|hundreds|thousands|millions|tens of)\b", re.IGNORECASE)


@check(
    title="The opening gives another figure",
    catches="Five die in blast, above a first paragraph in which seven people died; shares fall 4%, and then 6%.",
    why="The number in the headline is the one that readers repeat.",
    source="Reuters Handbook, headlines, figures; AP Stylebook, headlines",
    category="headline", severity="must",
    examples=[
        bad("[Five] die in Ohio mill blast\n\nSeven people died in a blast at a mill in Ohio on Friday, officials said.\n\nThe mill makes paint.",
            fixed="Seven die in Ohio mill blast\n\nSeven people died in a blast at a mill in Ohio on Friday, officials said.\n\nThe mill makes paint."),
        bad("Shares fall [4%] after warning\n\nShares in the firm fell 6% on Friday after it warned on profit.\n\nIt blamed the weather.",
            fixed="Shares fall 6% after warning\n\nShares in the firm fell 6% on Friday after it warned on profit.\n\nIt blamed the weather."),
        bad("Rovers beat City [3-1]\n\nRovers won 2-1 at City on Saturday with a late goal.\n\nIt was their fifth win in a row.", style="guardian",
            fixed="Rovers beat City 2-1\n\nRovers won 2-1 at City on Saturday with a late goal.\n\nIt was their fifth win in a row."),
        bad("City to spend [$12 million] on parks\n\nThe city will spend $21 million on parks, the mayor said.\n\nWork starts in May.",
            fixed="City to spend $21 million on parks\n\nThe city will spend $21 million on parks, the mayor said.\n\nWork starts in May."),
        bad("Singer who wrote ‘Mill Town’ dies at [85]\n\nThe singer Bo Hale has died. He was 84.\n\nHe wrote it in 1961.", style="guardian",
            fixed="Singer who wrote ‘Mill Town’ dies at 84\n\nThe singer Bo Hale has died. He was 84.\n\nHe wrote it in 1961."),
        bad("[100,000] march in Genoa over ships\n\nThousands of people marched through Genoa on Saturday.\n\nThe organisers put the crowd at 30,000, the police at 9,000.", style="guardian",
            fixed="Thousands march in Genoa over ships\n\nThousands of people marched through Genoa on Saturday.\n\nThe organisers put the crowd at 30,000, the police at 9,000."),
        good("Five die in Ohio mill blast\n\nFive people died in a blast at a mill in Ohio on Friday, officials said.\n\nThe mill makes paint."),
        good("Shares fall 4% after warning\n\nShares in the firm fell 3.9% on Friday after it warned on profit.\n\nIt blamed the weather."),
        good("Five die in two Ohio blasts\n\nThree people died in a blast in Ohio on Friday.\n\nTwo others died in a second one."),
        good("Thousands march in Boston\n\nThousands of people marched in Boston.\n\nPolice put the crowd at 3,000."),
        good("City to spend $33 million on parks\n\nThe city will spend $21 million on parks and $12 million on trees.\n\nWork starts in May."),
        good("Nine held after Leeds march\n\nPolice said 400 people had marched in Leeds.\n\nThey made nine arrests."),
    ],
)  # fmt: skip
def figure_of_lead(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    body = [f for f in document.figures if f.block >= 0 and document.blocks[f.block].is_body]
    opening = list(document.body_sentences())[:3]
    if headline is None or not opening:
        return
    for figure in document.figures:
        if figure.block != headline.i or figure.kind not in _TOLD or (figure.value < 2 and figure.kind != "percent"):
            continue
        aged = bool(re.search(r"\b(?:at|aged) $", document.text[: figure.span.start][-6:]))
        if (
            any(_same(figure, b) and not _only_asked(document, b) for b in body)
            or (not aged and _summed(figure, body))
            or not figure.exact
        ):
            continue
        deed = deed_of(document, headline.start, headline.end, figure)
        if deed is not None:
            yield from _crowd(document, figure, deed, body)
        here = [b for b in body if b.sentence in {s.i for s in opening} and _comparable(document, figure, b)]
        rivals = [b for b in here if deed is not None and tells(document, deed, b)]
        if not rivals and len(here) == 1 and shared(document, headline, figure, here[0]) >= 2:
            rivals = here
        if len({(b.value, b.upper) for b in rivals}) != 1:
            continue
        rival = rivals[0]
        low, high = sorted((_size(figure), _size(rival)))
        if not low or high > low * 12 or (not rival.exact and high < low * 2):
            continue
        yield Flag(
            figure.span,
            f"The headline has {figure.span.of(document.text)}, the story {rival.span.of(document.text)}.",
            edits=tuple(_edits(document, figure, rival)),
            related=tuple(r.span for r in rivals),
        )


def _same(figure: Figure, other: Figure) -> bool:
    """Whether the story's figure is the headline's, fairly rounded, whatever it counts."""
    if figure.kind == "ratio" or other.kind == "ratio":
        return figure.kind == other.kind and {figure.value, figure.upper} == {other.value, other.upper}
    if {figure.kind, other.kind} & {"money", "percent"} and figure.kind != other.kind:
        return False
    slack = max(
        figure.tolerance,
        figure.value / 20 if figure.value >= 100 else 0,
        1 if figure.kind == "percent" and not figure.value % 1 and other.value % 1 else 0,
    )
    return abs(figure.value - other.value) <= slack


_ASKED = re.compile(
    r"\b(?:asked for|sought|seeking|demanded|wanted|requested|up to|maximum(?: of)?|as (?:many|much) as|called for|recommended|hoped for|target of|forecast(?: of)?)\s(?:\w+\s)?$"
)


def _only_asked(document: Document, figure: Figure) -> bool:
    """Whether the story has the figure as what somebody asked for or the law allows."""
    return bool(_ASKED.search(document.text[max(0, figure.span.start - 40) : figure.span.start]))


def _summed(figure: Figure, body: list[Figure]) -> bool:
    like = [b for b in body if b.kind == figure.kind and b.unit == figure.unit and b.value > 1]
    for n, a in enumerate(like):
        for m, b in enumerate(like[n + 1 : n + 8], n + 1):
            if figure.value in (a.value + b.value, abs(a.value - b.value), a.value * b.value):
                return True
            if any(a.value + b.value + c.value == figure.value for c in like[m + 1 : m + 5]):
                return True
    return False


def _size(figure: Figure) -> Decimal:
    """The value, a length of time in minutes."""
    return figure.value * _MINUTES.get(figure.noun or figure.unit, 1)


def _comparable(document: Document, figure: Figure, other: Figure) -> bool:
    if figure.kind == "ratio" or other.kind == "ratio":
        return figure.kind == other.kind
    if (
        figure.kind == "count"
        and other.kind in ("age", "count")
        and re.search(r"\b(?:at|aged) $", document.text[: figure.span.start][-6:])
    ):
        return other.kind == "age" or bool(
            re.search(r"\b(?:He|She|was|aged) $", document.text[: other.span.start][-6:])
        )
    times = {figure.noun or figure.unit, other.noun or other.unit} <= _MINUTES.keys()
    if times and figure.noun != other.noun:
        return (
            re.search(
                r"\b(?:for|in|after|last(?:ed|ing)?|took)\W+(?:\w+\W+)?$", document.text[: figure.span.start][-14:]
            )
            is not None
        )
    if figure.kind != other.kind or figure.unit != other.unit:
        return False
    if figure.kind != "count":
        return True
    if other.counted and (other.counted.partial or other.counted.other):
        return False
    people = (figure.noun in PEOPLE or not figure.noun) and (other.noun in PEOPLE or not other.noun)
    return (bool(figure.noun) and figure.noun == other.noun) or people


def _crowd(document: Document, figure: Figure, deed: re.Pattern[str], body: list[Figure]) -> Iterator[Flag]:
    """A crowd larger than any of the story: its rough word ("thousands") is what the headline may say."""
    if deed is not CROWD or figure.kind != "count" or figure.value < 100:
        return
    crowds = [b for b in body if b.kind == "count" and b.value >= 50 and _crowd_like(document, b)]
    if not crowds or max(b.value for b in crowds) * 2 > figure.value:
        return
    rough = next(
        (
            m
            for s in document.body_sentences()
            if CROWD.search(document.text, s.start, s.end) and (m := _ROUGH.search(document.text, s.start, s.end))
        ),
        None,
    )
    edits = []
    if rough:
        word = (
            rough.group().capitalize()
            if figure.span.start == document.blocks[figure.block].start
            else rough.group().lower()
        )
        edits.append(Edit.replace(figure.span, word, safe=False))
    most = max(crowds, key=lambda b: b.value)
    edits.append(Edit.replace(figure.span, f"Up to {most.number.of(document.text)}", safe=False))
    yield Flag(
        figure.span,
        f"The largest crowd of the story is {most.span.of(document.text)}.",
        edits=tuple(edits),
        related=tuple(b.span for b in crowds[:3]),
        severity=Severity.MUST,
    )


def _crowd_like(document: Document, figure: Figure) -> bool:
    sentence = document.sentences[figure.sentence]
    return bool(
        re.search(
            r"\b(?:crowd|march\w*|rall\w+|protest\w*|turn(?:ed)? out|turnout|demonstrat\w+|attend\w*|estimated it)\b",
            sentence.span.of(document.text),
        )
    )


def _edits(document: Document, figure: Figure, rival: Figure) -> Iterator[Edit]:
    text = document.text
    if figure.kind == "ratio":
        yield Edit.replace(figure.span, rival.span.of(text), safe=False)
        return
    number = number_for(document, figure, rival.value)
    if number is not None:
        opens = figure.number.start == document.blocks[figure.block].start
        yield Edit.replace(figure.number, number[0].upper() + number[1:] if opens else number, safe=False)

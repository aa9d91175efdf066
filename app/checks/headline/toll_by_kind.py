"""A headline's dead, hurt, missing, held or freed that the story counts otherwise, kind by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import number_for
from app.flags.flag import Edit, Flag, Span

# Each kind with the words that follow its number ("three dead") and those that stand before it ("killing three").
_KINDS = {
    "dead": (r"dead|die[sd]?|dying|killed|slain|perish(?:es|ed)?|drown(?:s|ed)?|deaths?|fatalities|bodies|shot dead|lost their lives", r"kill(?:s|ed|ing)?|claim(?:s|ed|ing) (?:the )?(?:lives of|at least)?|leav(?:es|ing) (?=.{0,14}dead)|deaths? of|bodies of|death toll (?:of|to|at)"),
    "hurt": (r"hurt|injured|wounded|injuries|hospitali[sz]ed|in hospital", r"injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?|leav(?:es|ing) (?=.{0,14}(?:hurt|injured|wounded))"),
    "missing": (r"missing|unaccounted|lost at sea|feared dead|trapped", r"search for (?:the )?"),
    "held": (r"arrested|arrests?|detained|held|in custody|charged|jailed", r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|charg(?:e|es|ed|ing)|jail(?:s|ed|ing)?"),
    "saved": (r"rescued|saved|freed|released|evacuated|pulled (?:out|free|alive)", r"rescu(?:es|ed|ing)|sav(?:es|ed|ing)|free(?:s|d|ing)?|releas(?:es|ed|ing)|evacuat(?:es|ed|ing)"),
}  # fmt: skip
_NUMBERED = r"(?:\s+(?!and\b|but\b|while\b)[\w'’-]+){0,4}?\s+"
_BEHIND = {kind: re.compile(rf"^{_NUMBERED}(?:{after})\b", re.IGNORECASE) for kind, (after, _) in _KINDS.items()}
_BEFORE = {
    kind: re.compile(
        rf"\b(?:{before})\s+(?:(?:at least|about|some|more than|nearly|another|the|up to|as many as)\s+)*$",
        re.IGNORECASE,
    )
    for kind, (_, before) in _KINDS.items()
}
_ONE = {
    kind: re.compile(
        rf"\b(?:[Aa]n?|[Tt]he|[Oo]ne)\s+(?:[\w-]+\s+){{0,3}}?(?:man|woman|boy|girl|person|child|teenager|baby|driver|officer|soldier|worker|pilot|passenger|miner|climber|sailor|student|pupil|cyclist|pedestrian|resident|firefighter|guard|[a-z]+er|[a-z]+or|[a-z]+ist)"
        rf"\s+(?:(?:has|had|was|is|been|have|later)\s+)*(?:{after})\b"
    )
    for kind, (after, _) in _KINDS.items()
}
_EARLY = 3  # body sentences that tell the story's own count


@dataclass(frozen=True, slots=True)
class _Count:
    value: Decimal
    place: Span
    exact: bool = True


@check(
    title="The headline’s toll is not the story’s",
    catches="Three dead, above a story in which a woman has died and two people are missing.",
    why="A wrong toll in a headline does harm before anybody reads on.",
    source="Reuters Handbook, headlines, figures; AP Stylebook, headlines",
    category="headline", severity="must",
    examples=[
        bad("[Three] dead as tide floods coast\n\nA woman has died and two people are missing after a tide broke the wall on Sunday.\n\nThe search goes on.", fixed="One dead as tide floods coast\n\nA woman has died and two people are missing after a tide broke the wall on Sunday.\n\nThe search goes on."),
        bad("Gunman kills [6] at Ohio mall\n\nA gunman killed five people and wounded six at a mall in Ohio on Saturday.\n\nHe fled.", fixed="Gunman kills 5 at Ohio mall\n\nA gunman killed five people and wounded six at a mall in Ohio on Saturday.\n\nHe fled."),
        bad("[12] hurt in ferry collision\n\nTen people were injured when two ferries collided in fog on Tuesday.\n\nAn inquiry is to be held.", fixed="10 hurt in ferry collision\n\nTen people were injured when two ferries collided in fog on Tuesday.\n\nAn inquiry is to be held."),
        good("Three dead as tide floods coast\n\nTwo women have died after a tide broke the wall on Sunday.\n\nA third body was found in Hull, and the three dead were named."),
        good("Six killed at Ohio mall\n\nA gunman killed five people at a mall in Ohio on Saturday and was killed by police.\n\nHe fled."),
        good("Gunman kills 5 at Ohio mall\n\nA gunman killed five people and wounded six at a mall in Ohio on Saturday.\n\nHe fled."),
        good("Dozens hurt in ferry collision\n\nTen people were injured on Tuesday and 14 on Monday.\n\nAn inquiry is to be held."),
    ],
)  # fmt: skip
def toll_by_kind(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None:
        return
    for figure in document.figures:
        if figure.block != headline.i or figure.kind != "count" or not figure.exact or figure.scale:
            continue
        kind = _kind(document, figure, headline.start, headline.end)
        if not kind or figure.value > 10000:
            continue
        rival = _rival(document, kind, figure.value)
        if rival is None:
            continue
        number = number_for(document, figure, rival.value)
        if number and document.text[figure.number.start].isupper():
            number = number[0].upper() + number[1:]
        yield Flag(
            figure.number,
            f"The story has “{rival.place.of(document.text)}”.",
            edits=(Edit.replace(figure.number, number, safe=False),) if number else (),
            related=(rival.place,),
        )


def _kind(document: Document, figure: Figure, start: int, end: int) -> str:
    lead = document.text[max(start, figure.span.start - 40) : figure.span.start]
    behind = document.text[figure.span.end : min(end, figure.span.end + 70)]
    for kind in _KINDS:
        if _BEFORE[kind].search(lead):
            return kind
    near = [(m.end(), kind) for kind in _KINDS if (m := _BEHIND[kind].match(re.split(r"[,;:–—]", behind)[0]))]
    return min(near)[1] if near else ""


def _rival(document: Document, kind: str, told: Decimal) -> _Count | None:
    """The story's one early count of the kind, where no count anywhere, nor any sum of two, is the headline's."""
    early: list[_Count] = []
    every: list[_Count] = []
    for n, sentence in enumerate(document.body_sentences()):
        here = [
            _Count(Decimal(1), Span(*m.span()))
            for m in _ONE[kind].finditer(document.text, sentence.start, sentence.end)
        ]
        for figure in document.figures:
            if figure.sentence != sentence.i or figure.kind not in ("count", "label", "ordinal"):
                continue
            if figure.kind == "ordinal" or not figure.exact:
                every.append(_Count(figure.value, figure.span))
            if figure.kind == "count" and _kind(document, figure, sentence.start, sentence.end) == kind:
                end = figure.counted.span.end if figure.counted else figure.span.end
                here.append(_Count(figure.value, Span(figure.span.start, end), figure.exact))
        every.extend(here)
        if n < _EARLY:
            early.extend(here)
    values = {c.value for c in every}
    if len({c.value for c in early}) != 1 or told in values or not early[0].exact:
        return None
    if any(a.value + b.value == told for i, a in enumerate(every) for b in every[i:]):
        return None
    if any(abs(c.value - told) == 1 for c in every) and _another_death(document, kind):
        return None
    return early[0]


def _another_death(document: Document, kind: str) -> bool:
    """Whether one more may be told apart: the attacker, a second body, somebody who died later."""
    story = " ".join(b.span.of(document.text) for b in document.blocks if b.is_body)
    return kind in ("dead", "hurt") and bool(
        re.search(
            r"\b(?:also|himself|herself|another|later|second|third|(?:was|were) (?:shot|killed) by|including)\b", story
        )
    )

"""A headline that names what struck or started it, where the story lists it as one thing that it may have been."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_BY = re.compile(
    r"\b(?:hit|struck|sunk|killed|destroyed|downed|brought down|caused|damaged|started|sparked|burned|hurt|injured) by (?:an? |the )?(?P<thing>[a-z][a-z-]{2,})\b"
    r"|^(?P<opening>[A-Z][a-z-]{2,}) (?:hits|strikes|sinks|kills|destroys|downs|damages|starts|sparks|brings down|injures|attack(?:s|ed)|bit(?:es)?|bitten|maul(?:s|ed)|kill(?:s|ed)|hit|struck|destroyed|damaged|sank|caused|started|closes|closed|shuts?|halts?|halted|grounds|grounded|delays|delayed|stops|stopped|poison(?:s|ed)|sickens?|sickened)\b"
)
_UNKNOWN = re.compile(
    r"\b(?:(?:do|does|did)(?: not|n['’]t) (?:yet )?know|not (?:yet )?(?:known|clear|certain|established|been established)|unclear|unknown|no[t]? (?:said|say)|too (?:early|soon) to (?:say|tell|know)|could not (?:yet )?say|cannot (?:yet )?say|whether)\b",
    re.IGNORECASE,
)
_BROADER = {
    "missile": ("blast", "explosion"), "drone": ("blast", "explosion"), "mine": ("blast", "explosion"), "bomb": ("blast", "explosion"),
    "rocket": ("blast", "explosion"), "torpedo": ("blast", "explosion"), "shell": ("blast", "explosion"),
}  # fmt: skip


@check(
    title="What it was is not known",
    catches="hit by missile, above a story in which it was a mine, a drone or a missile: nobody knows.",
    why="To name the weapon is to name who fired it.",
    source="Reuters Handbook, headlines, conflict reporting",
    category="headline", severity="must",
    examples=[
        bad("Grain ship hit by [missile] off Romania\n\nAn explosion holed a grain ship off Romania on Thursday.\n\n“We don’t know whether it was a mine, a drone or a missile,” an admiral said.",
            fixed="Grain ship hit by blast off Romania\n\nAn explosion holed a grain ship off Romania on Thursday.\n\n“We don’t know whether it was a mine, a drone or a missile,” an admiral said."),
        bad("[Bomb] destroys mill in Ohio\n\nA mill in Ohio burned down on Sunday.\n\nIt is not clear whether it was a bomb or a leak of gas, police said."),
        good("Grain ship hit by missile off Romania\n\nA missile holed a grain ship off Romania on Thursday, the navy said.\n\nIt is not known who fired it."),
        good("Grain ship hit by blast off Romania\n\nAn explosion holed a ship.\n\n“We don’t know whether it was a mine or a missile,” an admiral said."),
    ],
)  # fmt: skip
def cause_unknown(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    match = _BY.search(headline.span.of(document.text)) if headline else None
    if headline is None or match is None:
        return
    name = "thing" if match["thing"] else "opening"
    thing = match[name].lower()
    named = re.compile(
        rf"\b(?:or|either|whether it was|from) (?:an? |the )?{re.escape(thing)}\b|\b{re.escape(thing)},? or\b|\b(?:an? |the )?{re.escape(thing)}, an? ",
        re.IGNORECASE,
    )
    text = document.text
    doubts = []
    for sentence in document.body_sentences():
        if not re.search(rf"\b{re.escape(thing)}\b", sentence.span.of(text), re.IGNORECASE):
            continue
        doubt, listed = (
            _UNKNOWN.search(text, sentence.start, sentence.end),
            named.search(text, sentence.start, sentence.end),
        )
        if doubt is None or listed is None:
            return  # told plainly somewhere
        doubts.append(Span(*doubt.span()))
    if not doubts:
        return
    span = Span(*match.span(name)).shift(headline.start)
    rights = _BROADER.get(thing, ()) if name == "thing" else ()
    yield Flag(
        span,
        f"What it was is not known: the story has “{doubts[0].of(text)}”.",
        edits=tuple(Edit.replace(span, r, safe=False) for r in rights),
        related=tuple(doubts[:2]),
    )

"""A headline that tells a cause as settled, above a story that says nobody has settled it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_CAUSE = re.compile(
    r"\b(?P<verb>caused|causes|triggered|triggers|sparked|sparks|brought down|sank|led to|leads to|blamed for|to blame for|behind|set off)\b"
)
_OPEN = re.compile(
    r"\b(?:(?:no|any) (?:\w+ )?(?:conclusions?|findings?|decision) (?:\w+ ){0,3}?(?:about|on|as to|of) (?:\w+ ){0,2}?(?:cause|reason|blame)"
    r"|(?:not|n['’]t) (?:yet )?(?:been )?(?:determined|established|decided|identified|found|concluded|said|known|settled) (?:the (?:\w+ )?cause|why|what (?:had )?(?:caused|led|sparked|triggered|brought|set))"
    r"|cause (?:of [^.;,]{1,40} )?(?:(?:is|was|has|had|remains?)(?: still)? )(?:not (?:yet )?(?:been )?(?:known|established|determined|found|clear)|unknown|unclear|under investigation|undetermined|being investigated)"
    r"|too (?:early|soon) to (?:say|tell|know|determine) (?:why|what|the cause)"
    r"|(?:drawn|reached|come to|made) no conclusions?)\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:was|were|had been) (?:caused|triggered|sparked|brought down|set off) by\b|\b(?:found|ruled|concluded|determined|confirmed) that\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:may|might|could|possibly|thought|believed|suspected|feared|says?|said|if)\b|[?:“\"]|(?<!\w)['‘]"
)
_RIGHT = {
    "caused": ("preceded", "may have caused"), "causes": ("precedes", "may cause"), "triggered": ("preceded", "may have triggered"),
    "triggers": ("may trigger",), "sparked": ("preceded", "may have sparked"), "sparks": ("may spark",), "led to": ("preceded", "may have led to"),
    "brought down": ("may have brought down",), "sank": ("may have sunk",), "blamed for": ("looked at in", "suspected in"),
    "to blame for": ("suspected in",), "behind": ("suspected in",), "set off": ("preceded", "may have set off"), "leads to": ("may lead to",),
}  # fmt: skip


@check(
    title="The story leaves the cause open",
    catches="Faulty gauge caused landing, above a story in which the board has drawn no conclusion about the cause.",
    why="A cause named too early is unfair, and may be libel.",
    source="Reuters Handbook, headlines; AP Stylebook, headlines",
    category="headline", severity="must",
    examples=[
        bad("Faulty gauge [caused] jet's emergency landing\n\nA jet landed with little fuel after a row over a gauge.\n\nThe board has drawn no conclusion about the cause.", fixed="Faulty gauge preceded jet's emergency landing\n\nA jet landed with little fuel after a row over a gauge.\n\nThe board has drawn no conclusion about the cause."),
        bad("Loose rail [led to] tram crash\n\nA tram left the rails in Leith on Monday.\n\nInspectors have not yet established why the tram left the track.", fixed="Loose rail preceded tram crash\n\nA tram left the rails in Leith on Monday.\n\nInspectors have not yet established why the tram left the track."),
        good("Faulty gauge caused jet's emergency landing\n\nThe landing was caused by a gauge, the board found.\n\nIt has drawn no conclusion about the cause of a second one."),
        good("Faulty gauge may have caused landing\n\nA jet landed with little fuel.\n\nThe board has drawn no conclusion about the cause."),
        good("Storm caused floods in Hull\n\nA storm broke the wall in Hull on Monday.\n\nThe mayor has made no decision on schools."),
    ],
)  # fmt: skip
def cause_open(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    match = _CAUSE.search(document.text, headline.start, headline.end) if headline else None
    if headline is None or match is None or _HEDGED.search(document.text, headline.start, match.start()):
        return
    doubts = [
        Span(*found.span())
        for sentence in document.body_sentences()
        if (found := _OPEN.search(document.text, sentence.start, sentence.end))
    ]
    if not doubts or any(_SETTLED.search(document.text, s.start, s.end) for s in document.body_sentences()):
        return
    span = Span(*match.span("verb"))
    yield Flag(
        span,
        f"The headline tells a cause; the story says “{doubts[0].of(document.text)}”.",
        edits=tuple(Edit.replace(span, right, safe=False) for right in _RIGHT[match["verb"]]),
        related=tuple(doubts[:3]),
    )

"""A highest or lowest in the headline that reaches further back than the story's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_WHEN = r"(?P<when>(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?|\d{4})"
_MOST = r"(?:highest|lowest|most|least|best|worst|biggest|largest|smallest|hottest|coldest|wettest|driest|deadliest|fastest|slowest|longest|sharpest|steepest|strongest|weakest|fewest)"
_SINCE = re.compile(rf"\b{_MOST}\b[^.;,]{{0,40}}?\bsince {_WHEN}\b", re.IGNORECASE)
_HEAD_SINCE = re.compile(rf"\bsince {_WHEN}\b")
_N_YEAR = re.compile(r"\b(?P<n>\d+|two|three|four|five|six|seven|eight|nine|ten)-(?P<unit>year|month|week|decade) (?:high|low|best|worst)s?\b", re.IGNORECASE)  # fmt: skip
_IN_YEARS = re.compile(rf"\b{_MOST}\b[^.;,]{{0,30}}?\b(?:in|for) (?:more than |almost |nearly |over |about )?(?:\d+|\w+) (?:years?|months?|weeks?|decades?)\b|-year (?:high|low)|-month (?:high|low)", re.IGNORECASE)  # fmt: skip


@check(
    title="Since when?",
    catches="lowest since 1970, above a story with the lowest since 2001; 10-year high, above the highest since March.",
    why="How far back it goes is the news of such a headline.",
    source="Reuters Handbook, headlines, figures",
    category="headline", severity="must",
    examples=[
        bad("Joblessness at lowest since [1974]\n\nJoblessness fell to 4% in May, the lowest since 2003, figures showed.\n\nWages rose.",
            fixed="Joblessness at lowest since 2003\n\nJoblessness fell to 4% in May, the lowest since 2003, figures showed.\n\nWages rose."),
        bad("Tin price at [nine-year high]\n\nThe price of tin rose 6% on Monday to its highest since April.\n\nCopper fell."),
        good("Joblessness at lowest since 2003\n\nJoblessness fell to 4% in May, the lowest since 2003, figures showed.\n\nWages rose."),
        good("Tin price at nine-year high\n\nThe price of tin rose to its highest in nine years, and its highest since April 2015 in euros.\n\nCopper fell."),
        good("Club in Europe for first time since 1974\n\nThe club finished fourth, its highest since 2003.\n\nFans sang."),
    ],
)  # fmt: skip
def since_when(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None:
        return
    text = document.text
    body = list(document.body_sentences())
    told = [m for s in body[:4] for m in _SINCE.finditer(text, s.start, s.end)]
    if not told:
        return
    most = re.search(rf"\b{_MOST}\b", text[headline.start : headline.end], re.IGNORECASE)
    match = _HEAD_SINCE.search(text, headline.start, headline.end) if most else None
    whole = " ".join(s.span.of(text) for s in body)
    if match and match["when"] not in whole:
        right = told[0]["when"]
        span = Span(*match.span("when"))
        yield _flag(span, told[0], (Edit.replace(span, right, safe=False),))
        return
    match = _N_YEAR.search(text, headline.start, headline.end)
    if match is None or any(_IN_YEARS.search(text, s.start, s.end) for s in body):
        return
    months_only = [m for m in told if not re.search(r"\d{4}", m["when"])]
    if match["unit"].lower() in ("year", "decade") and len(months_only) == len(told):
        yield _flag(Span(*match.span()), told[0], ())


def _flag(span: Span, told: re.Match[str], edits: tuple[Edit, ...]) -> Flag:
    at = Span(*told.span())
    return Flag(span, f"The story has “{' '.join(told.group().split())}”.", edits=edits, related=(at,))

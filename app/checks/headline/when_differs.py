"""A day or month in the headline that the story does not have, beside another that it has for the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.dates import MONTHS, WEEKDAYS
from app.facts.document import Document, Sentence
from app.flags.flag import Edit, Flag, Span

_DAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
_MONTH = re.compile(
    rf"\b(?:{'|'.join(m for m in MONTHS if m not in ('May', 'March'))}|(?<=[a-z] )May|(?<=[a-z] )March)\b(?! \d)"
)
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|added|warned|wrote|reported|showed|statement|confirmed)\b(?:\s\w+){0,3}?\s+(?:on |late |early |last )?$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "after over from with into amid than that this will have been says said more than their when".split()
)


@check(
    title="Another day than in the story",
    catches="Storm to hit Florida Friday, above a story that expects it on Saturday; by June, and then by July.",
    why="Readers plan by the headline.",
    source="Reuters Handbook, headlines, dates; AP Stylebook, headlines",
    category="headline", severity="must",
    examples=[
        bad("Storm to hit Florida [Friday]\n\nA storm is expected to hit Florida on Saturday, forecasters said.\n\nIt has winds of 90 mph.",
            fixed="Storm to hit Florida Saturday\n\nA storm is expected to hit Florida on Saturday, forecasters said.\n\nIt has winds of 90 mph."),
        bad("Bank to close 40 branches by [June]\n\nThe bank will close 40 branches by July, it said on Friday.\n\nIt blamed a fall in trade.", style="guardian",
            fixed="Bank to close 40 branches by July\n\nThe bank will close 40 branches by July, it said on Friday.\n\nIt blamed a fall in trade."),
        bad("Trial of ex-soldier opens on [Monday]\n\nThe trial of a former soldier opened on Tuesday in Oslo.\n\nIt is due to last a month.",
            fixed="Trial of ex-soldier opens on Tuesday\n\nThe trial of a former soldier opened on Tuesday in Oslo.\n\nIt is due to last a month."),
        good("Storm to hit Florida Friday\n\nA storm is expected to hit Florida on Friday, forecasters said on Tuesday.\n\nIt has winds of 90 mph."),
        good("Storm to hit Florida Friday\n\nA storm is expected to hit Florida tomorrow, forecasters said Thursday.\n\nIt has winds of 90 mph."),
        good("Good Friday march draws crowds\n\nThousands marched on Sunday.\n\nIt was warm."),
        good("Black Friday sales fall\n\nSales fell over the weekend to Monday.\n\nShops blamed the rain."),
    ],
)  # fmt: skip
def when_differs(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    body = [b for b in document.blocks if b.is_body]
    if headline is None or not body:
        return
    text = document.text
    story = text[body[0].start : body[-1].end]
    for pattern in (_DAY, _MONTH):
        match = pattern.search(text, headline.start, headline.end)
        if (
            match is None
            or match.group() in story
            or re.search(
                r"\b(?:Good|Black|Super|Ash|Easter|Palm|Cyber|Bloody|Shrove|Theresa) $",
                text[headline.start : match.start()],
            )
        ):
            continue
        words = {
            w.lower()[:4]
            for w in re.findall(r"[^\W\d_]{4,}", text[headline.start : headline.end])
            if w.lower() not in _SMALL and w != match.group()
        }
        told = [m for s in list(document.body_sentences())[:3] for m in _of_the_deed(document, s, pattern, words)]
        days = {m.group() for m in told}
        if len(days) != 1 or any(w in story for w in ("tomorrow", "today", "yesterday", "next day", "overnight")):
            continue
        span = Span(*match.span())
        yield Flag(
            span,
            f"The headline has {match.group()}, the story {told[0].group()}.",
            edits=(Edit.replace(span, told[0].group(), safe=False),),
            related=(Span(*told[0].span()),),
        )


def _of_the_deed(
    document: Document, sentence: Sentence, pattern: re.Pattern[str], words: set[str]
) -> Iterator[re.Match[str]]:
    """The days of the sentence that are not those on which somebody spoke, where it shares two words with the headline."""
    text = document.text
    own = {w.lower()[:4] for w in re.findall(r"[^\W\d_]{4,}", sentence.span.of(text))}
    if len(own & words) < 2:
        return
    for match in pattern.finditer(text, sentence.start, sentence.end):
        if not _SAYING.search(text[sentence.start : match.start()]):
            yield match

"""Date that no source has, where a source has one that differs in a single part."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.sources._alignment import stem
from app.facts.dates import DateMention
from app.facts.document import Document
from app.facts.sources import SourceText, read_sources
from app.facts.sources_words import is_content, words_of
from app.flags.flag import Edit, Flag, Span

_NOTICE = (
    "notice.txt",
    "Quay Museum, 3 May 2024.\n\nThe whale skeleton goes on show from Saturday 4 October 2025. Members may see it on "
    "Thursday 2 October. The tender for the new wing closes in March 2027. Bookings open at noon.",
)


@check(
    title="Date borne out by no source",
    catches="A date that no source has, where one of them gives the same thing another day, month or year.",
    why="A wrong day sends readers to a locked door; the source settles it.",
    source="Reuters Handbook, accuracy: check dates against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("Visitors can see the whale from [Saturday 11 October].", fixed="Visitors can see the whale from Saturday 4 October.", style="bbc", sources=[_NOTICE]),
        bad("Firms may bid in the tender for the wing until [March 2026].", fixed="Firms may bid in the tender for the wing until March 2027.", style="guardian", sources=[_NOTICE]),
        bad("Members can look in on [Thursday 9 October], the museum said.", fixed="Members can look in on Thursday 2 October, the museum said.", style="bbc", sources=[_NOTICE]),
        bad("Drivers will pay to park from [1 November].", fixed="Drivers will pay to park from 1 October.", style="guardian", sources=[("note.txt", "Report, 3 May 2025.\n\nMembers are asked to approve the charge for drivers who park on Sundays from 1 October 2025.")]),
        good("Visitors can see the whale from Saturday 4 October.", style="bbc", sources=[_NOTICE]),
        good("The choir sings on Saturday 11 October.", style="bbc", sources=[_NOTICE]),
        good("The whale has been in the museum since 30 May.", style="bbc", sources=[_NOTICE]),
        good("A concert is planned for March 2026.", style="guardian", sources=[_NOTICE]),
        good("Members may look on Thursday 2 October; the choir sings on Thursday 9 October.", style="bbc", sources=[_NOTICE]),
    ],
)  # fmt: skip
def date_unborne(document: Document) -> Iterator[Flag]:
    sources = read_sources(document)
    if not sources or not document.dates:
        return
    theirs = [(s, d) for s in sources for d in s.document.dates]
    known = {p for _, d in theirs for p in _parts(d)}
    told = {p for d in document.dates for p in _parts(d)}
    for date in document.dates:
        block = document.block_at(date.span.start)
        if block is None or not block.is_body or document.is_quoted(date.span) or _parts(date)[:1] == ():
            continue
        if _parts(date)[0] in known:
            continue
        rivals = [(s, d) for s, d in theirs if _parts(d)[:1] and _parts(d)[0] not in told and _differs_once(date, d)]
        rivals = [(s, d) for s, d in rivals if _shared(document, date, s, d)]
        if len({_parts(d)[0] for _, d in rivals}) == 1:
            yield _flag(document, date, *rivals[0])


def _parts(date: DateMention) -> tuple[tuple[int, int], ...]:
    """What the date tells, month and day before month and year; none where it is a day or year alone."""
    month_and_day = [(date.month, date.day)] if date.month and date.day else []
    month_and_year = [(date.month, date.year)] if date.month and date.year and not date.day else []
    return (*month_and_day, *month_and_year)


def _differs_once(mine: DateMention, other: DateMention) -> bool:
    if mine.month and mine.day and other.month and other.day:
        return (mine.month == other.month) != (mine.day == other.day)
    if mine.day or other.day or not (mine.year and other.year):
        return False
    return (mine.month == other.month) != (mine.year == other.year)


def _shared(document: Document, mine: DateMention, source: SourceText, other: DateMention) -> bool:
    """Two words of weight in both sentences, or one and the same weekday or preposition before the date."""
    ours, theirs = _stems(document, mine.span), _stems(source.document, other.span)
    same = ours & theirs
    tied = document.text[: mine.span.start].split()[-1:] == source.text[: other.span.start].split()[-1:]
    weekday = mine.span.of(document.text).split()[0] == other.span.of(source.text).split()[0]
    if other.span.start < len(source.text.strip().split("\n\n")[0]) or (mine.weekday is None) != (
        other.weekday is None
    ):
        return len(same) >= 3  # the document's own date stands in its heading
    return len(same) >= 2 or (len(same) == 1 and (tied or weekday))


def _stems(document: Document, span: Span) -> frozenset[str]:
    """Stems of the sentence, as far as 18 words before and 8 after the date."""
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return frozenset()
    words = (
        *words_of(document.text, sentence.start, span.start)[-18:],
        *words_of(document.text, span.end, sentence.end)[:8],
    )
    return frozenset(stem(w.key) for w in words if is_content(w.key) and w.key[0].isalpha() and w.key not in _SPEECH)


_SPEECH = frozenset("said says told will would museum company year month week day time first last new people".split())


def _flag(document: Document, date: DateMention, source: SourceText, other: DateMention) -> Flag:
    if date.day:
        same_day = date.day == other.day
        part, theirs = (date.month_span, other.month_span) if same_day else (date.day_span, other.day_span)
    elif date.year != other.year:
        part, theirs = (date.year_span, other.year_span)
    else:
        part, theirs = (date.month_span, other.month_span)
    edits = (Edit.replace(part, theirs.of(source.text), safe=False),) if part and theirs else ()
    return Flag(
        date.span,
        f"{source.name} has {other.span.of(source.text)}, not {date.span.of(document.text)}.",
        edits=edits,
    )

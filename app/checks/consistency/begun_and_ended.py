"""A beginning, an end and a length told in one sentence, or in two, that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.facts.dates import DateMention
from app.facts.document import Document, Sentence
from app.facts.figures import Figure
from app.facts.figures_words import spell
from app.facts.figures_write import by_sentence
from app.flags.flag import Edit, Flag, Severity, Span

_BEGINS = (
    r"(?:began|begun|start\w*|open\w*|founded|launched|establish\w*|took (?:office|over|power|charge)|taken over|elected|joined|married|wed|moved|arrived|came to power"
    r"|set up|built|born|passed|adopted|signed|introduced|broke out|erupted|appointed|hired|arrested|enlisted|formed|from|since|in)"
)
_ENDS = (
    r"(?:end\w*|clos\w+|shut\w*|finish\w*|conclud\w+|stepped down|step down|stood down|resign\w*|retir\w+|left(?: office)?|quit|died|death|fell|collapsed|was pulled down|demolished"
    r"|scrapped|repealed|abolished|stopped|lifted|divorced|disbanded|dissolved|sold|freed|released|signed off|until|to|through)"
)
_BEGIN = re.compile(rf"\b{_BEGINS}\b", re.IGNORECASE)
_END = re.compile(rf"\b{_ENDS}\b", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\bafter|\bfor|\blast(?:ed|ing)|,|—|–|\ba (?:period|stretch|spell|run|reign|total|career|marriage) of|\bduring|\bin all,?|\bspan of|\bover|\ba|\ban|\bhis|\bher|\bits)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\s+(?:years?|months?|weeks?|days?|decades?)\s+(?:before|later|after|on|afterwards?)\b")
_BARRED = re.compile(
    r"\s+(?:years?|months?|weeks?|days?|decades?)\s+(?:ago|old|in (?:prison|jail)|of (?:age|them))\b|-\w+-old"
)
_BREAK = re.compile(
    r"\b(?:but|while|whereas|then|sentenced|jailed|banned|aged|earlier|previous\w*|another|further|other)\b|;",
    re.IGNORECASE,
)
_LENGTH = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0}


@check(
    title="Beginning, end and length do not fit",
    catches="took office in 2011 and stepped down in 2018 after 10 years: it is seven.",
    why="Readers count the years, and so do lawyers.",
    source="Reuters Handbook, dates and figures",
    category="number_consistency", severity="must",
    examples=[
        bad("He took office in 2011 and stepped down in 2018 after [10] years.", fixed="He took office in 2011 and stepped down in 2018 after seven years."),
        bad("The strike, which began on April 2, ended on April 16 after [three] weeks.", fixed="The strike, which began on April 2, ended on April 16 after two weeks."),
        bad("It took two clerks [14] months, from March 2021 to July 2022.", fixed="It took two clerks 16 months, from March 2021 to July 2022."),
        bad("The shop opened in 1962. It closed in 2002, after [50] years.", fixed="The shop opened in 1962. It closed in 2002, after 40 years.", severity="should"),
        bad("They were married for [25] years, from 1990 until her death in 2005.", fixed="They were married for 15 years, from 1990 until her death in 2005."),
        bad("The bridge opened in 1985, [30] years before it fell in 2005.", fixed="The bridge opened in 1985, 20 years before it fell in 2005."),
        good("He took office in 2011 and stepped down in 2018 after seven years."),
        good("The strike, which began on April 2, ended on April 16 after two weeks."),
        good("He took office in 2011 and was jailed in 2018 for 10 years."),
        good("It opened in 2001 and closed in 2019, and was empty for three years."),
        good("The law was passed in 1998 after 10 years of talks and scrapped in 2004."),
        good("Born in 1962, she joined in 1985 and left in 1990 after five years."),
        good("He joined in 2004 and left in 2010, nearly six years later."),
    ],
)  # fmt: skip
def begun_and_ended(document: Document) -> Iterator[Flag]:
    figures = by_sentence(document)
    for sentence in document.body_sentences():
        lengths = [f for f in figures.get(sentence.i, ()) if f.kind == "count" and f.noun in _LENGTH]
        if len(lengths) != 1 or _BARRED.match(document.text, lengths[0].span.end):
            continue
        found = _period(document, sentence)
        if found is None or not _belongs(document, sentence, lengths[0], *found):
            continue
        yield from _judged(document, lengths[0], *found)


def _period(document: Document, sentence: Sentence) -> tuple[DateMention, DateMention] | None:
    """The two dates of the sentence, or its one and the one of the sentence before, where a beginning and an end have them."""
    here = [d for d in document.dates if sentence.start <= d.span.start < sentence.end and (d.month or d.year)]
    text = document.text
    if len(here) == 1 and sentence.i and document.sentences[sentence.i - 1].block == sentence.block:
        last = document.sentences[sentence.i - 1]
        before = [d for d in document.dates if last.start <= d.span.start < last.end and (d.month or d.year)]
        if len(before) != 1 or not re.match(r"(?:It|He|She|They|The)\b", text[sentence.start : sentence.start + 5]):
            return None
        lead, mid = text[last.start : before[0].span.start], text[sentence.start : here[0].span.start]
        pair = (before[0], here[0])
    elif len(here) == 2:
        lead, mid = text[sentence.start : here[0].span.start], text[here[0].span.end : here[1].span.start]
        pair = (here[0], here[1])
    else:
        return None
    begins, ends = _BEGIN.findall(lead[-60:]), _END.findall(mid)
    return pair if begins and ends and not _BREAK.search(mid) else None


def _belongs(document: Document, sentence: Sentence, length: Figure, first: DateMention, last: DateMention) -> bool:
    text = document.text
    lead = text[max(sentence.start, length.span.start - 40) : length.span.start]
    if length.hedge:
        lead = re.sub(rf"\b{re.escape(length.hedge)}\s+$", "", lead, flags=re.IGNORECASE)
    end = length.counted.span.end if length.counted else length.span.end
    if length.span.start > last.span.end:
        gap = text[last.span.end : length.span.start]
        tail = text[end : end + 12]
        return (
            bool(_LEAD.search(lead))
            and len(gap) < 30
            and not re.search(r"\band\b|\bor\b|;", gap)
            and not re.match(r" (?:of|in|after|before|since) ", tail)
        )
    if length.span.end < first.span.start:
        return bool(re.fullmatch(r",\s+(?:from|between)\s+", text[end : first.span.start]))
    between = text[first.span.end : length.span.start]
    return bool(re.fullmatch(r",\s+(?:about |nearly |almost |just )?", between)) and bool(
        _BEFORE.match(text, length.span.end)
    )


def _judged(document: Document, length: Figure, first: DateMention, last: DateMention) -> Iterator[Flag]:
    low, high = _apart(first, last)
    unit = _LENGTH[length.noun]
    told = float(length.value) * unit
    if re.match(r"\s+and a half", document.text[length.span.end : length.span.end + 12]):
        told += unit / 2
    slack = unit * (0.75 if length.noun in ("year", "decade", "month", "century") else 0.6) + (
        unit if length.hedge else 0
    )
    slack += 1 if length.noun == "day" else 0
    if high <= 0 or low - slack <= told <= high + slack or not high / 12 < told < high * 12:
        return
    days = (low + high) / 2
    right = max(1, round(days / unit))
    edits = [*edits_of(document, (length, type(length.value)(right)))]
    if length.hedge:
        whole = Span(length.span.start, length.number.end)
        edits = [Edit.replace(whole, spell(right) if right < 10 else str(right), safe=False)]
    text = document.text
    yield Flag(
        length.number,
        f"From {first.span.of(text)} to {last.span.of(text)} is {right} {length.noun}{'s' if right > 1 else ''}.",
        edits=tuple(edits),
        related=(first.span, last.span),
        severity=Severity.SHOULD
        if document.sentence_at(first.span.start) != document.sentence_at(length.span.start)
        else None,
    )


def _apart(first: DateMention, last: DateMention) -> tuple[float, float]:
    """The fewest and most days that may lie between the two; a year not given is the other's."""
    ends = []
    for date, other in ((first, last), (last, first)):
        year = (date.year or other.year or 2001) * 365.25
        if date.month is None:
            ends.append((year, year + 365))
        elif date.day is None:
            ends.append((year + (date.month - 1) * 30.44, year + date.month * 30.44))
        else:
            day = year + (date.month - 1) * 30.44 + date.day
            ends.append((day, day))
    if first.month and last.month and not (first.year and last.year) and ends[1][0] < ends[0][0]:
        ends[1] = (ends[1][0] + 365.25, ends[1][1] + 365.25)
    return ends[1][0] - ends[0][1], ends[1][1] - ends[0][0]

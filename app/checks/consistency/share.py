"""A percentage or fraction that its part and whole contradict."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._nouns import TIME_NOUNS
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_OF = re.compile(
    r"^\s+(?:[a-z-]+\s+){0,3}?(?:out\s+)?of\s+(?:the|its|their|his|her|all|some|about|more than|nearly|a total of)?\s*(?:total\s+|\w+['’]s\s+)?$"
)
_JOBS = frozenset("job post position role worker employee staff people nurse teacher redundancy staffer".split())
_CUTS = re.compile(
    r"\b(?:cut|cuts|cutting|lose|losing|loss|axe|axed|shed|shedding|eliminat\w+|lay(?:ing)? off|laid off|dismiss\w*|sack\w*|redundan\w+|fired?|slash\w*|go)\b",
    re.IGNORECASE,
)
_WORKFORCE = re.compile(
    r"\s+of\s+(?:its|the|their|his|her|all|total)?\s*(?:\w+['’]s\s+|entire\s+|total\s+|global\s+|local\s+)?(?:workforce|staff|employees|workers|jobs|payroll|headcount)\b"
)
_EMPLOYS = re.compile(
    r"\b(?:employ(?:s|ed|ing)?|workforce of|staff of|has|payroll of|headcount of)\s+(?:about |around |some |more than |nearly |roughly |over )?$"
)
_TIE = re.compile(
    r"\b(?:or|about|around|roughly|nearly|almost|just|some|equal to|equivalent to|which is|that is|representing|accounting for|a share of)\b|[,(—–]"
)


@check(
    title="Percentage does not fit part and whole",
    catches="380 of 2,400 jobs, or 12%: it is 16%.",
    why="Whoever divides finds out, and stops trusting the story.",
    source="Reuters Handbook, percentages",
    category="number_consistency", severity="must",
    examples=[
        bad("The mill will shed 90 of its 600 workers, or [25%].", fixed="The mill will shed 90 of its 600 workers, or 15%."),
        bad("About [30%] of the members, 120 of 800, voted by post.", fixed="About 15% of the members, 120 of 800, voted by post."),
        bad("The firm is to cut 450 jobs. The company, which employs 3,000 people in Leeds, will lose [20%] of its workforce.",
            fixed="The firm is to cut 450 jobs. The company, which employs 3,000 people in Leeds, will lose 15% of its workforce.", style="bbc"),
        bad("Of the 300 flats, 60, or [30%], are empty.", fixed="Of the 300 flats, 60, or 20%, are empty."),
        bad("About [25%] of the 400 members voted, or 60.", fixed="About 15% of the 400 members voted, or 60."),
        bad("They followed 1,200 patients for five years. Of those, 300, or [20%], fell ill again.", fixed="They followed 1,200 patients for five years. Of those, 300, or 25%, fell ill again."),
        bad("The bank will cut 1,800 jobs, or [15%] of its workforce of 18,000.", fixed="The bank will cut 1,800 jobs, or 10% of its workforce of 18,000."),
        good("Of the 300 flats, 60 are empty, and 30% are let."),
        good("The mill will shed 90 of its 600 workers, or 15%."),
        good("It passed 61 of the 90 tests, while 40% of schools failed."),
        good("The firm is to cut 450 jobs. It employs 3,000 people in Leeds, 15% of its global workforce."),
        good("Nearly 16% of the seats, 31 of 200, are vacant."),
        good("Of the £410m fund, £150m is available this year, 12% more than last."),
    ],
)  # fmt: skip
def share(document: Document) -> Iterator[Flag]:
    sentences = by_sentence(document)
    for figures in sentences.values():
        percents = [f for f in figures if f.kind == "percent"]
        pair = _pair(document, figures)
        if len(percents) == 1 and pair and _tied(document, percents[0], *pair):
            yield from _judged(document, percents[0], *pair)
        elif len(percents) == 1:
            yield from _of_those(document, percents[0], figures, sentences)
    yield from _workforce(document)


_OF_THE = re.compile(r"\b[Oo]f (?:the|its|their|his|her|all|those|these)\s+(?:\w+\s)?$")
_PERCENT_OF = re.compile(r"^\s+of\s+(?:the|its|their|his|her|all|those|these)\s+(?:\w+['’]s\s+)?$")


_BASE = re.compile(
    r"^\s+of\s+(?:its|the|their|his|her)\s+(?:[a-z-]+\s){0,2}?(?:[a-z]+\s+of\s+)?(?:about |some |around |roughly |nearly )?$"
)


def _pair(document: Document, figures: list[Figure]) -> tuple[Figure, Figure] | None:
    """Part and whole, where the sentence has just one such pair."""
    text = document.text
    counts = [f for f in figures if f.kind in ("count", "money", "measure")]
    found = []
    for a, b in itertools.pairwise(counts):
        if a.kind != b.kind or a.unit != b.unit:
            continue
        if 0 < a.value < b.value and _OF.match(text[a.span.end : b.span.start]):
            found.append((a, b))
        elif (
            0 < b.value < a.value
            and _OF_THE.search(text[max(0, a.span.start - 24) : a.span.start])
            and (b.counted is None or b.noun in ("", a.noun))
        ):
            found.append((b, a))
    percents = [f for f in figures if f.kind == "percent"]
    if not found and len(percents) == 1 and len(counts) == 2 and counts[0].value < counts[1].value:
        # "cut 1,800 jobs, or 15% of its workforce of 18,000"
        part, whole = counts
        lead = text[part.counted.span.end if part.counted else part.span.end : percents[0].span.start]
        if re.fullmatch(r"(?:\s\w+){0,2}\s*(?:,|\(|—|–)\s*(?:or |about |which is )*", lead) and _BASE.match(
            text[percents[0].span.end : whole.span.start]
        ):
            return part, whole
    if not found and len(percents) == 1 and len(counts) == 2:
        whole, part = counts
        if (
            _PERCENT_OF.match(text[percents[0].span.end : whole.span.start])
            and re.search(r"(?:,| —| –|\()\s*(?:or|that is|about|some)?\s*$", text[whole.span.end : part.span.start])
            and (part.counted is None or part.noun in ("", whole.noun))
            and 0 < part.value < whole.value
        ):
            found.append((part, whole))
    return found[0] if len(found) == 1 else None


def _tied(document: Document, percent: Figure, part: Figure, whole: Figure) -> bool:
    if part.span.end < percent.span.start and percent.span.end < whole.span.start:
        return bool(_BASE.match(document.text[percent.span.end : whole.span.start]))
    start, end = part.span.start, whole.counted.span.end if whole.counted else whole.span.end
    if percent.span.end <= whole.span.start < part.span.start:
        return bool(_PERCENT_OF.match(document.text[percent.span.end : whole.span.start]))
    if part.span.start > whole.span.start and percent.span.start > part.span.end:
        between = document.text[part.span.end : percent.span.start]
        return bool(
            re.match(
                r"^,?\s*(?:\w+\s){0,3}?(?:or|\(|—|–)\s*(?:about |around |nearly |almost |roughly |just )*$|^\s*\($",
                between,
            )
        )
    if percent.span.start >= whole.span.end:
        between = document.text[end : percent.span.start]
        after = document.text[percent.span.end : percent.span.end + 20]
        return (
            (
                len(between) < 30
                or (len(between) < 60 and bool(re.search(r",\s+or\s+(?:about |nearly |just )?$", between)))
            )
            and bool(_TIE.search(between))
            and not re.search(r"\b(?:while|and|but|up|down|against|compared|from|rose|fell)\b", between)
            and not re.match(r"\s+(?:more|less|fewer|higher|lower|up|down|of the)\b", after)
        )
    if percent.span.end <= start:
        between = document.text[percent.span.end : start]
        return len(between) < 50 and bool(
            re.search(r"[,(—–]\s*(?:or\s+|about\s+|some\s+|just\s+|that is,?\s+)?$", between)
        )
    return False


def _judged(document: Document, percent: Figure, part: Figure, whole: Figure) -> Iterator[Flag]:
    true = part.value / whole.value * 100
    if _near(percent, true, part, whole):
        return
    right = number_for(document, percent, true.quantize(Decimal("0.1") if percent.value % 1 else Decimal(1)))
    edits = [Edit.replace(percent.number, right, safe=False)] if right else []
    for figure, value in (
        (part, whole.value * percent.value / 100),
        (whole, part.value * 100 / percent.value if percent.value else Decimal(0)),
    ):
        number = number_for(document, figure, value.quantize(Decimal(1))) if value >= 1 else None
        if number:
            edits.append(Edit.replace(figure.number, number, safe=False))
    yield Flag(
        percent.span,
        f"{said(part.value)} of {said(whole.value)} is {said(round(true, 1))}%, not {said(percent.value)}%.",
        edits=tuple(edits),
        related=(part.span, whole.span),
    )


def _near(percent: Figure, true: Decimal, part: Figure, whole: Figure) -> bool:
    slack = Decimal("0.1") if percent.value % 1 else Decimal(1)
    if percent.hedge or part.hedge or whole.hedge or part.scale or whole.scale:
        slack += max(Decimal(1), percent.value / 12)
    return abs(percent.value - true) <= slack


def _of_those(
    document: Document, percent: Figure, figures: list[Figure], sentences: dict[int, list[Figure]]
) -> Iterator[Flag]:
    """ "They followed 1,200 patients. Of those, 300, or 20%, fell ill": the whole stands in the sentence before."""
    sentence = document.sentences[percent.sentence]
    text = sentence.span.of(document.text)
    counts = [f for f in figures if f.kind == "count" and f.span.end <= percent.span.start]
    if (
        not re.match(r"(?:Of|Among) (?:those|them|these)\b,?|.{0,60}\bof (?:them|those|these)\b", text)
        or len(counts) != 1
    ):
        return
    between = document.text[counts[0].span.end : percent.span.start]
    before = [
        f
        for f in sentences.get(percent.sentence - 1, ())
        if f.kind == "count" and f.block == percent.block and f.noun and f.noun not in TIME_NOUNS
    ]
    if (
        len(before) == 1
        and before[0].value > counts[0].value
        and re.search(r"(?:,\s*or|\()\s*(?:about |nearly |almost |just )?$", between)
        and len(between) < 30
    ):
        yield from _judged(document, percent, counts[0], before[0])


def _workforce(document: Document) -> Iterator[Flag]:
    """A cut told as a share of the workforce, the number of jobs and of the staff told elsewhere in the story."""
    text = document.text
    percents = [f for f in document.figures if f.kind == "percent" and _WORKFORCE.match(text, f.span.end)]
    wholes = {
        f.value: f
        for f in document.figures
        if f.kind == "count" and f.noun in _JOBS and _EMPLOYS.search(text[max(0, f.span.start - 40) : f.span.start])
    }
    cuts = {
        f.value: f
        for f in document.figures
        if f.kind == "count"
        and f.noun in _JOBS
        and _CUTS.search(text[max(0, f.span.start - 30) : f.span.start])
        and f.value not in wholes
    }
    if len(percents) != 1 or len(wholes) != 1 or len(cuts) != 1:
        return
    percent, whole, cut = percents[0], next(iter(wholes.values())), next(iter(cuts.values()))
    sentence = document.sentences[percent.sentence]
    if cut.value < whole.value and _CUTS.search(text, sentence.start, percent.span.start):
        yield from _judged(document, percent, cut, whole)

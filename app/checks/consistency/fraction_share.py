"""Words such as majority, most, a third or half that the figure beside them contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence
from app.flags.flag import Edit, Flag, Span

# Lowest and highest share, in per cent, that the words can stand for.
_WORDS = (
    (r"more than half|over half|(?:a|the) (?:clear |slim |narrow )?majority|most", 50, 100),
    (r"(?:almost|nearly|just under|close to) half", 44, 50),
    (r"less than half|fewer than half|under half|(?:a|the) minority", 0, 50),
    (r"about half|roughly half|around half|(?<!than )(?<!nearly )(?<!almost )(?<!over )(?<!under )half", 46, 54),
    (r"more than a third|over a third", 33, 40),
    (r"(?:almost|nearly|just under) a third", 29, 34),
    (r"(?:about |roughly |around )?(?:a|one)[- ]third", 31, 36),
    (r"more than two[- ]thirds", 66, 75),
    (r"(?:almost |nearly |about |roughly )?two[- ]thirds", 62, 69),
    (r"more than a quarter", 25, 32),
    (r"(?:almost |nearly |about |roughly )?(?:a|one)[- ]quarter", 22, 28),
    (r"more than three[- ]quarters", 75, 84),
    (r"(?:almost |nearly |about |roughly )?three[- ]quarters", 71, 78),
    (r"(?:about |nearly |almost |roughly )?(?:a|one)[- ]fifth|(?:about |nearly |almost |roughly )?one in five", 17, 22),
    (r"(?:about |nearly |almost |roughly )?(?:a|one)[- ]tenth|(?:about |nearly |almost |roughly )?one in (?:10|ten)", 8, 12),
    (r"(?:about |nearly |almost |roughly )?one in four", 22, 28),
    (r"(?:about |nearly |almost |roughly )?one in three", 30, 36),
)  # fmt: skip
_PATTERN = re.compile("|".join(rf"(?P<w{n}>\b(?:{words})\b)" for n, (words, _, _) in enumerate(_WORDS)), re.IGNORECASE)
_BRACKET = re.compile(r"^[^.;]{0,60}?(?:\(|,\s(?:or\s|about\s)|\s[—–-]\s|,\s)\s*(?:about |some |just )?$")


@check(
    title="Share in words does not fit its figure",
    catches="a majority (45%); nearly a third, or 52%.",
    why="The word is what readers take away, and the figure says otherwise.",
    source="Reuters Handbook, percentages",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("[A majority] of voters, 45%, backed the plan."),
        bad("About [a third] of the pupils (52%) walk to school.".replace("About [a third]", "[About a third]"), fixed="About half of the pupils (52%) walk to school."),
        bad("[More than half] of them (46%) said no.", fixed="Nearly half of them (46%) said no."),
        bad("The plant will lay off 120 of its 480 workers, [about a third] of the total.", fixed="The plant will lay off 120 of its 480 workers, about a quarter of the total."),
        bad("[Nearly half] of the 80 families, 25, have left.", fixed="About a third of the 80 families, 25, have left."),
        good("Nearly half of the 80 families, 38, have left."),
        good("A third of the 80 families have left, and 12 more may go."),
        good("A majority of voters, 55%, backed the plan."),
        good("Nearly a third of the pupils (32%) walk to school."),
        good("Most of them said no, and 40% of the rest said yes."),
        good("More than half of shops raised prices, 12% of them twice."),
        good("Half the staff got a rise, 3% on average."),
    ],
)  # fmt: skip
def fraction_share(document: Document) -> Iterator[Flag]:
    for index, figures in by_sentence(document).items():
        yield from _of_counts(document, document.sentences[index].span, figures)
        percents = [f for f in figures if f.kind == "percent"]
        if len(percents) != 1:
            continue
        sentence, percent = document.sentences[index], percents[0]
        words = list(_PATTERN.finditer(document.text, sentence.start, percent.span.start))
        if len(words) != 1 or not _beside(document, words[0], percent):
            continue
        match = words[0]
        n = next(i for i in range(len(_WORDS)) if match[f"w{i}"])
        low, high = _WORDS[n][1:]
        if low <= percent.value <= high:
            continue
        span = Span(*match.span())
        right = _better(percent.value)
        if right and match.group()[0].isupper():
            right = right[0].upper() + right[1:]
        edits = (Edit.replace(span, right, safe=False),) if right and "majority" not in match.group().lower() else ()
        yield Flag(
            span,
            f"{percent.span.of(document.text)} is not {match.group().lower()}.",
            edits=edits,
            related=(percent.span,),
        )


_WHOLE = re.compile(r"^\s+of\s+(?:the|its|their|his|her|all|those|these)\s+(?:\w+['’]s\s+)?$")
_PART_OF = re.compile(r"^\s+(?:\w+\s){0,2}?of\s+(?:the|its|their|his|her|those|these)\s+(?:\w+['’]s\s+)?$")


def _of_counts(document: Document, sentence: Span, figures: list[Figure]) -> Iterator[Flag]:
    """ "nearly half of the 80 families, 24,"; "120 of its 480 workers, about a third"."""
    counts = [f for f in figures if f.kind == "count"]
    text = document.text
    if len(counts) != 2:
        return
    a, b = counts
    words = [
        m for m in _PATTERN.finditer(text, sentence.start, sentence.end) if not (m.start() <= a.number.start < m.end())
    ]
    if len(words) != 1:
        return
    match = words[0]
    if match.end() <= a.span.start and _WHOLE.match(text[match.end() : a.span.start]) and 0 < b.value < a.value:
        near = text[a.counted.span.end if a.counted else a.span.end : b.span.start]
        if not re.fullmatch(
            r"(?:\s+(?:surveyed|polled|questioned|asked|interviewed|tested|examined|studied))?\s*(?:,|\(|—|–)\s*(?:or |about |some )?",
            near,
        ) or (b.counted and b.noun not in ("", a.noun)):
            return
        part, whole = b, a
    elif b.span.end <= match.start() and _PART_OF.match(text[a.span.end : b.span.start]) and 0 < a.value < b.value:
        near = text[b.counted.span.end if b.counted else b.span.end : match.start()]
        if not re.fullmatch(r"\s*(?:,|\(|—|–)\s*(?:or |which is |that is )?", near):
            return
        part, whole = a, b
    else:
        return
    n = next(i for i in range(len(_WORDS)) if match[f"w{i}"])
    low, high = _WORDS[n][1:]
    true = part.value / whole.value * 100
    if low - 1 <= true <= high + 1:
        return
    span = Span(*match.span())
    right = _better(true)
    if right and match.group()[0].isupper():
        right = right[0].upper() + right[1:]
    yield Flag(
        span,
        f"{part.value:,f} of {whole.value:,f} is {round(true)}%, not {match.group().lower()}.",
        edits=(Edit.replace(span, right, safe=False),) if right else (),
        related=(part.span, whole.span),
    )


def _beside(document: Document, match: re.Match[str], percent: Figure) -> bool:
    between = document.text[match.end() : percent.span.start]
    after = document.text[percent.span.end : percent.span.end + 12]
    if not _BRACKET.match(between) or re.search(
        r"\b(?:said|and|but|while|with|up|down|from|to|than|rose|fell|about|raised|got)\b|\d", between
    ):
        return False
    return bool(re.match(r"\)|,|\s?[—–-]|\.", after))


def _better(value: Decimal) -> str | None:
    for low, high, words in (
        (44, 49, "nearly half"), (49, 53, "about half"), (53, 61, "more than half"), (31, 34, "about a third"), (34, 40, "more than a third"),
        (65, 68, "about two-thirds"), (23, 27, "about a quarter"), (73, 77, "about three-quarters"), (18, 22, "about a fifth"), (9, 11, "about a tenth"),
    ):  # fmt: skip
        if low <= value <= high:
            return words
    return None

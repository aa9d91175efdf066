"""The sixth of five: an ordinal that goes beyond the number just told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_words import ordinal_in_figures, ordinal_in_words
from app.facts.figures_write import by_sentence
from app.flags.flag import Edit, Flag

_OPENS = re.compile(r"(?:In|On|At|From|Inside|Under) the $|The $")
_ALONE = re.compile(r",|\s(?:was|were|had|has|is|held|lay|came|fell|contained|yielded)\b")
_GREW = re.compile(
    r"\b(?:first|so far only|more|another|other|after|before|at least|rest|ago)\b|\b(?:scored|won|lost|led|beat|down|up)\b",
    re.IGNORECASE,
)


@check(
    title="An ordinal beyond the number told",
    catches="opened five trenches. In the sixth a volunteer found a shoe: there are five.",
    why="Readers count along.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="should", scope="block",
    examples=[
        bad("The crew has drilled four wells since May. In the [fifth], last week, it struck gas.", fixed="The crew has drilled four wells since May. In the fourth, last week, it struck gas."),
        bad("Divers opened three chests on Friday. The [fourth] held coins.", fixed="Divers opened three chests on Friday. The third held coins."),
        good("The crew has drilled four wells since May. In the fourth, last week, it struck gas."),
        good("The crew has drilled four wells since May. In the fifth week, it struck gas."),
        good("She won four games. In the fifth, she tired."),
        good("He spent four years in prison. In the fifth, he was a free man."),
    ],
)  # fmt: skip
def ordinal_beyond(document: Document) -> Iterator[Flag]:
    text, sentences = document.text, by_sentence(document)
    for index, figures in sentences.items():
        first = figures[0]
        if first.kind != "ordinal" or not 2 < first.value < 20:
            continue
        sentence = document.sentences[index]
        if not _OPENS.fullmatch(text[sentence.start : first.span.start]) or not _ALONE.match(text, first.span.end):
            continue
        before = sentences.get(index - 1, [])
        if len(before) != 1 or before[0].block != first.block or not before[0].exact:
            continue
        told = before[0]
        last = document.sentences[index - 1]
        if (
            told.kind != "count"
            or told.counted is None
            or told.counted.partial
            or told.value != first.value - 1
            or told.noun in ("year", "month", "week", "day", "hour", "minute", "time", "decade", "century", "people")
            or _GREW.search(text, last.start, last.end)
        ):
            continue
        n = int(told.value)
        right = ordinal_in_words(n) if first.in_words else ordinal_in_figures(n)
        yield Flag(
            first.span,
            f"The story has told of {told.span.of(text)} {told.noun}s, not of a {first.span.of(text)}.",
            edits=(Edit.replace(first.span, right, safe=False),),
            related=(told.span,),
        )

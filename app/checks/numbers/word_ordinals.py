"""Ordinals from tenth up in words, and centuries and decades before a noun: eighty-ninth minute, an 1840's print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.document import Document
from app.facts.figures_words import ordinal_in_figures
from app.flags.flag import Edit, Flag, Span

_DECADE = re.compile(
    r"(?<![\w.,$£€])(?P<lead>\b(?:[Aa]n?|[Tt]his|[Tt]hat|[Ss]ome|[Aa]nother|[Oo]ne)\s)(?P<n>(?:1[5-9]|20)\d0|[2-9]0)(?P<mark>['’])s(?=\s[a-z])"
)
_CENTURY = re.compile(r"\s(?P<c>century)\s(?P<next>[a-z]+)")


@check(
    title="Ordinal in words, or a decade with an apostrophe",
    catches="the eighty-ninth minute, an eighteenth century frame, an 1840's print.",
    why="Figures from 10 up are read at a glance; an apostrophe makes a plural a possessive.",
    source="AP Stylebook, numerals, decades, century; Guardian style guide, numbers, centuries; BBC News style guide, numbers",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("Diaz scored in the [seventy-third] minute.", fixed="Diaz scored in the 73rd minute.", style="guardian"),
        bad("It was their [thirtieth] meeting this year.", fixed="It was their 30th meeting this year.", style="bbc"),
        bad("A house of the [seventeenth] century burned.", fixed="A house of the 17th century burned.", style="guardian"),
        bad("He hid it behind a [sixteenth century] panel.", fixed="He hid it behind a 16th-century panel.", style="guardian"),
        bad("It is known from an [1840's] print.", fixed="It is known from an 1840s print.", style="guardian"),
        good("Diaz scored in the 73rd minute.", style="guardian"),
        good("A tenth of them left, and three-twentieths stayed."),
        good("Twelfth Night opens in May; Fifteenth Street is shut."),
        good("Eleventh in the race was Lowe."),
        good("It was the 1840s' best print."),
    ],
)  # fmt: skip
def word_ordinals(document: Document) -> Iterator[Flag]:
    for figure in document.figures:
        written = figure.span.of(document.text)
        if figure.kind != "ordinal" or not figure.in_words or figure.value < 10 or not written[0].islower():
            continue
        if not document.blocks[figure.block].is_body or document.is_quoted(figure.span):
            continue
        before = document.text[max(0, figure.span.start - 14) : figure.span.start]
        after = document.text[figure.span.end : figure.span.end + 40]
        century = _CENTURY.match(after)
        fraction = re.search(r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine)[ -]$", before) and not century and not re.match(r"\s(?:\w+ay|minute|goal|win|term|year|season|time|attempt|floor|anniversary|birthday|title)\b", after)  # fmt: skip
        if fraction or before.endswith("-") or not re.match(r"[\s-][a-z]", after) or re.match(r"\sof\b|-hour\b", after):
            continue
        if re.search(r"[A-Z][\w.]*\s$", before) and figure.span.start != document.sentences[figure.sentence].start:
            continue
        right = ordinal_in_figures(int(figure.value))
        span, edits = figure.span, [Edit.replace(figure.span, right)]
        if century:
            word = document.token_at(figure.span.end + century.start("next"))
            if word is not None and word.pos in ("NOUN", "ADJ", "PROPN"):
                span = Span(figure.span.start, figure.span.end + century.end("c"))
                edits = [Edit.replace(span, f"{right}-century"), Edit.replace(span, f"{right} century")]
        yield Flag(
            span,
            f"House style has figures from 10th up: {right}.",
            edits=tuple(edits),
            severity=style_severity(document),
        )
    for block in document.blocks:
        for match in _DECADE.finditer(document.text, block.start, block.end):
            span = Span(match.start("n"), match.end("mark") + 1)
            yield Flag(span, f"No apostrophe: {match['n']}s.", edits=(Edit.replace(span, f"{match['n']}s"),))

"""Proportions in two forms at once: 9 in ten."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_words import TEENS, TENS, UNITS, read_words
from app.flags.flag import Edit, Flag, Span

_SMALL = "|".join(UNITS[1:])
_BIG = "|".join((*TEENS, *TENS))
_IN = re.compile(
    rf"(?<![\w.,$£€-])(?P<a>\d{{1,2}}|(?i:{_SMALL}))(?P<in> (?:in|out of)(?: every)? )(?P<b>\d{{1,3}}|{_BIG})\b(?![,.]\d|-|\s?(?:%|percent|per cent|million|minutes|days|weeks|months|years|hours|seconds|games|matches))"
)


@check(
    title="Proportion in two forms",
    catches="9 in ten; one in twelve in British copy.",
    why="A reader compares the two numbers, so both follow one rule.",
    source="AP Stylebook, ratios; BBC News style guide, numbers; Guardian style guide, numbers; Reuters Handbook, figures",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("About [9 in ten] patients waited a day.", fixed="About nine in 10 patients waited a day.", style="bbc"),
        bad("Nearly [3 in twenty] homes were empty.", fixed="Nearly three in 20 homes were empty.", style="guardian"),
        bad("About [3 out of ten] voters were unsure.", fixed="About 3 out of 10 voters were unsure."),
        bad("Nearly [one in twelve] homes is empty.", fixed="Nearly one in 12 homes is empty.", style="guardian"),
        good("About nine in 10 patients waited a day.", style="bbc"),
        good("About 3 in 10 voters were unsure."),
        good("She scored 9 in ten minutes."),
        good("“One in twelve is empty,” he said.", style="bbc"),
    ],
)  # fmt: skip
def one_in_ten(document: Document) -> Iterator[Flag]:
    british = document.dialect == "en-GB"
    for block in document.blocks:
        for match in _IN.finditer(document.text, block.start, block.end) if block.is_body else ():
            a, b = match["a"], match["b"]
            small = int(a) if a.isdigit() else UNITS.index(a.lower())
            big = int(b) if b.isdigit() else int(read_words(b) or 0)
            mixed = a.isdigit() and not b.isdigit()
            if not 0 < small < 10 <= big or not (mixed or (british and not b.isdigit())):
                continue
            span = Span(*match.span())
            word = UNITS[small] if a.isdigit() or a.islower() else UNITS[small].capitalize()
            forms = (f"{word}{match['in']}{big}", f"{small}{match['in']}{big}")
            forms = forms if british or document.draft.style == "reuters" else forms[::-1]
            if not document.is_quoted(span):
                yield Flag(span, f"House style: {forms[0]}.", edits=tuple(Edit.replace(span, f) for f in forms))

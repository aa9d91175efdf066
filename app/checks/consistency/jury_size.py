"""A trial jury of seven women and six men: no court seats 13."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import NUMBER, value_of
from app.facts.document import Document
from app.facts.figures_words import spell
from app.flags.flag import Edit, Flag, Span

_JURY = re.compile(
    rf"\bjury (?:was )?(?:made up of|composed of|consisting of|of) (?P<a>{NUMBER}) (?:wom[ae]n|m[ae]n) and (?P<b>{NUMBER}) (?:wom[ae]n|m[ae]n)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:grand jury|alternates?|inquest|substitutes?|reserve)\b|\bScot", re.IGNORECASE)


@check(
    title="Too many on the jury",
    catches="A jury of seven women and six men: 13, where a trial jury has 12.",
    why="A trial jury has 12 members, in some courts fewer; a jury of 13 tells the court's readers that nobody counted.",
    source="Criminal procedure rules, trial juries; Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("A jury of eight men and [five] women found him guilty on Friday.", fixed="A jury of eight men and four women found him guilty on Friday."),
        bad("The jury was made up of seven women and [seven] men.", fixed="The jury was made up of seven women and five men."),
        good("A jury of eight men and four women found him guilty on Friday."),
        good("A grand jury of eight men and five women heard her."),
        good("A jury of eight men and five women, one of them an alternate, heard her."),
    ],
)  # fmt: skip
def jury_size(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        match = _JURY.search(document.text, sentence.start, sentence.end)
        if match is None or _MORE.search(document.text):
            continue
        a, b = value_of(match["a"]), value_of(match["b"])
        if a is None or b is None or a + b not in (13, 14):
            continue
        first, second = Span(*match.span("a")), Span(*match.span("b"))
        yield Flag(
            second,
            f"{match['a']} and {match['b']} make {a + b}; a trial jury has 12 members.",
            edits=tuple(
                Edit.replace(span, _like(value - (a + b - 12), span.of(document.text)), safe=False)
                for span, value in ((second, b), (first, a))
                if value > a + b - 12
            ),
            related=(first,),
        )


def _like(value: Decimal, written: str) -> str:
    """The number as the other is written, in words or in figures."""
    return str(value) if written[:1].isdigit() or value > 9 else spell(int(value))

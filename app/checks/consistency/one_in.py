"""One in so many, or a share in words, that the two numbers told for it contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import NUMBER, in_words, value_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_OF = re.compile(
    rf"(?<![\w.,$£€-])(?P<a>{NUMBER}) (?:out )?of (?:the |its |their |a total of )?(?:(?:[\w’'-]+ ){{0,3}})?(?P<b>\d[\d,]*)\b(?! ?(?:%|per|million|billion|m\b))[^.;:]{{0,40}}?[,(—–]\s*(?:or )?(?P<rest>(?:(?:about|around|roughly|nearly|almost|more than|just over|just under|some|less than|fewer than) )?(?P<one>one in (?P<n>{NUMBER})))\b",
    re.IGNORECASE,
)
_OF_AFTER = re.compile(
    rf"\b(?P<rest>(?:(?:about|around|roughly|nearly|almost|more than|just over|just under|less than|fewer than) )?(?P<one>one in (?P<n>{NUMBER})))\b[^.;:]{{0,50}}?[,(—–]\s*(?P<a>\d[\d,]*) (?:out )?of (?:the |its |their )?(?:[\w’'-]+ )?(?P<b>\d[\d,]*)\b",
    re.IGNORECASE,
)


@check(
    title="One in how many?",
    catches="214 of the school's 1,712 pupils, or about one in six: it is one in eight.",
    why="A share told twice has to be the same share.",
    source="Reuters Handbook, figures, ratios and percentages",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("In May 120 of the clinic's 963 patients, or about one in [five], missed a visit.", fixed="In May 120 of the clinic's 963 patients, or about one in eight, missed a visit."),
        bad("One in [three] buses, 21 of 84, failed the test.", fixed="One in four buses, 21 of 84, failed the test."),
        bad("Inspectors closed 30 of 300 kitchens, one in [20], last year.", fixed="Inspectors closed 30 of 300 kitchens, one in 10, last year."),
        good("In May 120 of the clinic's 963 patients, or about one in eight, missed a visit."),
        good("One in four buses, 21 of 84, failed the test."),
        good("Of the 963 patients 120 missed a visit; one in five was late."),
        good("Nearly one in three, 32 of 100, was late."),
    ],
)  # fmt: skip
def one_in(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        if not re.search(r"\bone in\b", document.text[sentence.start : sentence.end], re.IGNORECASE):
            continue
        for pattern in (_OF, _OF_AFTER):
            match = pattern.search(document.text, sentence.start, sentence.end)
            if match is None:
                continue
            part, whole, told = value_of(match["a"]), value_of(match["b"]), value_of(match["n"])
            if not part or not whole or not told or part >= whole:
                continue
            true = whole / part
            slack = Decimal("0.16") if match["rest"].lower() != match["one"].lower() else Decimal("0.1")
            if abs(true - told) <= told * slack:
                continue
            span = Span(*match.span("n"))
            yield Flag(
                span,
                f"{match['a']} of {match['b']} is one in {round(true, 1).normalize():f}.",
                edits=(Edit.replace(span, in_words(int(true.to_integral_value())), safe=False),),
                related=(Span(*match.span("a")), Span(*match.span("b"))),
            )
            break

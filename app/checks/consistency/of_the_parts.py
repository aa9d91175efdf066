"""Five of the eight live here, two there and two elsewhere: parts that make more than the whole told with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import NUMBER, value_of
from app.facts.document import Document
from app.facts.figures_write import number_for
from app.flags.flag import Edit, Flag, Span

_OF = re.compile(
    rf"\b(?P<first>{NUMBER}) of (?:the|its|their|his|her|those|these) (?P<whole>{NUMBER})\b(?!\s?(?:%|per|million|billion))",
    re.IGNORECASE,
)
_WAYS = re.compile(
    r"\s+(?P<way>in|on|at|from|to|by|under|for|as|with|are|were|is|was|have|had|voted|chose|died|lived)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"(?:,|;|\band\b)\s*(?:and\s+)?(?P<n>(?:(?:another|the other|the remaining) )?(?P<v>{NUMBER}))(?P<way>\s+(?:others? )?(?:in|on|at|from|to|by|under|for|as|with|are|were|is|was|have|had|voted|chose|died|lived)\b)",
    re.IGNORECASE,
)


@check(
    title="The parts do not make the whole",
    catches="Five of the eight live in Nebraska, two in Iowa and two in South Dakota: that makes nine.",
    why="Readers add up, and a sum that fails casts doubt on every other figure.",
    source="Reuters Handbook, figures; AP Stylebook, numerals",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Four of the nine pilots live in Ohio, three in Utah and [three] in Maine.", fixed="Four of the nine pilots live in Ohio, three in Utah and two in Maine."),
        bad("Twelve of the 20 goats are in Leeds, six in Hull and [four] in York.", fixed="Twelve of the 20 goats are in Leeds, six in Hull and two in York.", style="guardian"),
        bad("Six of the 11 jurors voted for her, two for Ruiz and [four] for nobody.", fixed="Six of the 11 jurors voted for her, two for Ruiz and three for nobody."),
        good("Four of the nine pilots live in Ohio, three in Utah and two in Maine."),
        good("Four of the nine pilots live in Ohio and two in Utah."),
        good("Four of the nine pilots live in Ohio, near three lakes, two of them in parks and four in towns."),
    ],
)  # fmt: skip
def of_the_parts(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        whole = _OF.search(document.text, sentence.start, sentence.end)
        if whole is None:
            continue
        first, total = value_of(whole["first"]), value_of(whole["whole"])
        if first is None or total is None or first >= total:
            continue
        parts = list(_NEXT.finditer(document.text, whole.end(), sentence.end))
        ways = {m["way"].split()[-1].lower() for m in parts}
        between = document.text[whole.end() : parts[0].start()] if parts else ""
        if (
            len(parts) < 2
            or len(ways) != 1
            or not re.search(rf"\b{next(iter(ways))}\b", between)
            or re.search(r"[;:]|\bnear\b", between)
        ):
            continue
        values = [value_of(m["v"]) or Decimal(0) for m in parts]
        added = sum(values, first)
        if (
            added == total
            or (added < total and not _complete(document, parts))
            or abs(added - total) > max(Decimal(3), total / 4)
        ):
            continue
        last = parts[-1]
        span = Span(*last.span("v"))
        yield Flag(
            span,
            f"{first} + {' + '.join(str(v) for v in values)} = {added}; the story says {total}.",
            edits=tuple(_edits(document, whole, parts, total - added)),
            related=(Span(*whole.span("first")), Span(*whole.span("whole")), *(Span(*m.span("v")) for m in parts[:-1])),
        )


def _complete(document: Document, parts: list[re.Match[str]]) -> bool:
    return "other" in parts[-1]["n"] or "remaining" in parts[-1]["n"]


def _edits(document: Document, whole: re.Match[str], parts: list[re.Match[str]], by: Decimal) -> Iterator[Edit]:
    """The last part, the parts before it, the first part and the whole, each as the sum would have it."""
    places = [(m, "v", by) for m in reversed(parts)] + [(whole, "first", by), (whole, "whole", -by)]
    for match, key, change in places:
        span = Span(*match.span(key))
        figure = next((f for f in document.figures if f.number.start == span.start), None)
        number = number_for(document, figure, figure.value + change) if figure and figure.value + change > 0 else None
        if number:
            yield Edit.replace(span, number, safe=False)

"""A year cut to two digits: in '24."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_CUT = re.compile(
    r"\b(?P<lead>(?:in|of|since|from|by|until|till|to|for|and|through|before|after|between|during|late|early|mid|summer|spring|autumn|fall|winter|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|quarter|half)\s)"
    r"(?P<year>['’‘](?P<n>\d\d))(?![\w'’]|\s?(?:in|ft|feet|inch))"
)
_CLASS = re.compile(r"\b(?:class|classes|boys|girls|spirit|men|women|veterans?|heroes|team|side)\sof\s$", re.IGNORECASE)


@check(
    title="Year cut short",
    catches="in ’24 for in 2024.",
    why="Two digits are for class reunions; copy gives the year in full, so that it stays true in an archive.",
    source="AP Stylebook, years; Reuters Handbook, dates; Guardian style guide, years; BBC News style guide, dates",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("Sales in the first quarter of [’24] were flat.", fixed="Sales in the first quarter of 2024 were flat."),
        bad("He joined in ['08] as a junior clerk.", fixed="He joined in 2008 as a junior clerk.", style="guardian"),
        bad("The mill shut in June [’87] and never reopened.", fixed="The mill shut in June 1987 and never reopened.", style="bbc"),
        good("The class of ’09 met at the lodge."),
        good("The club was full in the ’90s."),
        good("“I left in ’98,” he said."),
        good("She stood 5'11 in her socks."),
    ],
)  # fmt: skip
def year_cut(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        for match in _CUT.finditer(document.text, block.start, block.end) if block.is_body else ():
            span = Span(*match.span("year"))
            if _CLASS.search(document.text[block.start : span.start]) or document.is_quoted(span):
                continue
            last = (document.date.year if document.date else 2030) % 100 + 5
            right = f"{'20' if int(match['n']) <= last else '19'}{match['n']}"
            yield Flag(span, f"Write the year in full: {right}.", edits=(Edit.replace(span, right, safe=False),))

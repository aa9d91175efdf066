"""Forms of number that no house prints: 16 cents/share, 3,200BC, between eight-10, 6-foot-two, by Q4."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import value_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_SLASH = re.compile(
    r"(?<=[\d a-z])(?P<a>\s?cents?|\s?pence|\d(?:\.\d+)?|\s(?:million|billion))(?P<slash>/)(?P<b>share|barrel|ton|tonne|gallon|litre|liter|hour|day|week|month|year|head|person|ounce|bushel|pound|mile|acre)\b"
)
_ERA = re.compile(r"(?<![\w,.])(?P<n>\d,\d{3})(?= ?(?:BCE?|B\.C\.)(?![A-Za-z]))")
_BETWEEN = re.compile(
    rf"\b[Bb]etween (?P<a>{_WORDS}|\d{{1,3}}) ?(?P<dash>[-–—]) ?(?P<b>{_WORDS}|\d{{1,3}})(?=\s(?!year-old|\w+-old)[a-z])"
)
_HEIGHT = re.compile(rf"\b(?P<f>\d)-foot-(?P<i>{_WORDS})(?P<inch>-inch(?:es)?)?\b")
_QUARTER = re.compile(
    r"(?P<lead>\b(?:by|in|until|for|during|since|from|to|of|after|before|end of) )(?P<the>the )?(?P<q>Q(?P<n>[1-4]))(?! ?\d|[-/]|\w)(?P<of>\s20\d\d)?"
)
_NAMES = ("first", "second", "third", "fourth")


@check(
    title="Figure in a form nobody prints",
    catches="16 cents/share, 3,200BC, between eight-10, 6-foot-two-inch, by Q4.",
    why="Notebook forms stop the reader.",
    source="AP Stylebook, dimensions, between, years, per; Guardian style guide, dates, numbers; Reuters Handbook, quarter",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("It earned [12 cents/share] in the spring.".replace("[12 cents/share]", "12 [cents/share]"), fixed="It earned 12 cents per share in the spring."),
        bad("The fort was raised in about [2,400]BC.", fixed="The fort was raised in about 2400BC.", style="guardian"),
        bad("She sees between [six-12] patients a day.", fixed="She sees between six and 12 patients a day.", style="guardian"),
        bad("The 6-foot-[five-inch] center scored.", fixed="The 6-foot-5 center scored."),
        bad("He expects a cut by [Q3].", fixed="He expects a cut by the third quarter.", style="reuters"),
        good("It earned 12 cents per share; the site is open 24/7."),
        good("The herd numbered 3,200 before the war."),
        good("She sees between six and 12 patients a day."),
        good("The 6-foot-5 center scored."),
        good("The Audi Q3 went on sale, and Q2 2024 results came."),
        good("A line between two-lane roads was drawn."),
    ],
)  # fmt: skip
def slips_of_form(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        if not block.is_body:
            continue
        text = document.text
        for match in _SLASH.finditer(text, block.start, block.end):
            start = match.start() + len(match["a"]) - len(match["a"].lstrip())
            yield _flag(Span(start, match.end()), f"{match['a'].lstrip()} per {match['b']}")
        for match in _ERA.finditer(text, block.start, block.end):
            yield _flag(Span(*match.span("n")), match["n"].replace(",", ""))
        for match in _BETWEEN.finditer(text, block.start, block.end):
            if match["a"].isdigit() and match["b"].isdigit():
                continue  # the check of ranges has those
            low, high = value_of(match["a"]), value_of(match["b"])
            if low is not None and high is not None and low < high:
                yield _flag(Span(match.start("a"), match.end("b")), f"{match['a']} and {match['b']}")
        if document.style.get("times") == "ap":
            yield from _american(text, block.start, block.end)


def _american(text: str, start: int, end: int) -> Iterator[Flag]:
    for match in _HEIGHT.finditer(text, start, end):
        yield _flag(Span(match.start("i"), match.end()), f"{value_of(match['i'])}")
    for match in _QUARTER.finditer(text, start, end):
        right = f"the {_NAMES[int(match['n']) - 1]} quarter{' of' if match['of'] else ''}"
        yield _flag(Span(match.start("the") if match["the"] else match.start("q"), match.end("q")), right)


def _flag(span: Span, right: str) -> Flag:
    return Flag(span, f"Write “{right}”.", edits=(Edit.replace(span, right),))

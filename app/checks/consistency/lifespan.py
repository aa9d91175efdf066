"""An age at death, or a length of reign or service, that the years told beside it contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_YEAR = r"1[0-9]\d\d|20\d\d"
_LIVED = re.compile(
    rf"\b(?:lived|reigned|ruled|served|worked|taught|ran|held office|was (?:mayor|king|queen|president|prime minister|leader|head))\b[^.;]{{0,40}}?\bfrom (?:\w+ )?(?P<a>{_YEAR}) (?:to|until|till) (?:\w+ )?(?P<b>{_YEAR})\b"
    rf"|\bborn\b[^.;]{{0,50}}?\bin (?:\w+ )?(?P<a2>{_YEAR})\b[^.;]{{0,80}}?\bdied\b[^.;]{{0,50}}?\bin (?:\w+ )?(?P<b2>{_YEAR})\b"
    rf"|\((?:born )?(?P<a3>{_YEAR})\s?[-–—]\s?(?P<b3>{_YEAR})\)"
)
_AGE = re.compile(
    r"\b(?:at (?:the )?age(?: of)?|aged|age)\s+(?P<age>\d{1,3})\b|\b(?:was|at just|at only|at)\s+(?P<age2>\d{2,3})(?=[.,;]|\s(?:when|and|years old))"
)
_YEARS = re.compile(
    r"\b(?:for|lasted|total of|of)\s+(?P<n>\d{1,3})\s+years\b|\b(?P<n2>\d{1,3})[- ]years?[- ](?:reign|rule|tenure|career|stint|spell)\b"
)


@check(
    title="The years do not make that age",
    catches="lived from 1734 to 1791 and died at the age of 67: 57 at most.",
    why="Dates and age stand side by side; readers subtract.",
    source="Reuters Handbook, figures; obituaries",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Roe, who lived from 1812 to 1869 and died at the age of [67], painted mills.", fixed="Roe, who lived from 1812 to 1869 and died at the age of 57, painted mills."),
        bad("She was born in Leith in 1921 and died in Perth in 1990, aged [79].", fixed="She was born in Leith in 1921 and died in Perth in 1990, aged 69.", style="guardian"),
        bad("He ruled from 1950 to 1974, a [34]-year reign.", fixed="He ruled from 1950 to 1974, a 24-year reign."),
        good("Roe, who lived from 1812 to 1869 and died at the age of 56, painted mills."),
        good("She was born in Leith in 1921 and died in Perth in 1990, aged 69.", style="guardian"),
        good("Roe lived from 1812 to 1869; her son died aged 12.", style="guardian"),
        good("He served from 1990 to 1994 and was 80 when the hall was built."),
    ],
)  # fmt: skip
def lifespan(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        lived = _LIVED.search(document.text, sentence.start, sentence.end)
        if lived is None:
            continue
        names = [k for k in ("a", "a2", "a3") if lived[k]]
        start, end = int(lived[names[0]]), int(lived[names[0].replace("a", "b")])
        years = end - start
        of_life = "lived" in lived.group() or "born" in lived.group() or names[0] == "a3"
        match = (_AGE if of_life else _YEARS).search(document.text, lived.end(), sentence.end)
        if (
            match is None
            or years <= 0
            or re.search(
                r";|\b(?:son|daughter|wife|husband|father|mother|brother|sister)\b",
                document.text[lived.end() : match.start()],
            )
        ):
            continue
        key = next(k for k in match.re.groupindex if match[k])
        told = int(match[key])
        if told in ((years, years - 1) if of_life else (years, years - 1, years + 1)):
            continue
        span = Span(*match.span(key))
        yield Flag(
            span,
            f"From {start} to {end} is {years} years, not {told}.",
            edits=(Edit.replace(span, str(years), safe=False), Edit.replace(span, str(years - 1), safe=False)),
            related=(Span(*lived.span(names[0])), Span(*lived.span(names[0].replace("a", "b")))),
        )

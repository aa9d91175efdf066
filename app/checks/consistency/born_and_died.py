"""A year of birth that the age at a death just told makes impossible."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import value_of
from app.facts.dates import MONTHS
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_DIED = re.compile(
    r"\b(?:died|has died|have died)\b(?! in (?:1|20)\d)[^.]{0,140}?\.\s+(?:He|She) was (?:aged )?(?P<age>\d{2,3}|[a-z]+ty(?:-[a-z]+)?|[a-z]+teen)\.|\bhas died(?: at home)?,? (?:at the age of|aged) (?P<age2>\d{2,3})\b"
)
_BORN = re.compile(
    r"(?:^|(?<=[.!?]\s)|(?<=\n))(?:(?:[A-Z][\w’'.-]+\s){1,4}was born|(?:He|She) was born|Born)\b[^.;]{0,40}?(?:(?P<month>[A-Z][a-z]{2,8})\.?\s(?:\d{1,2},\s)?|\b(?:in|of)\s)(?P<year>(?:18|19|20)\d\d)\b",
    re.MULTILINE,
)


@check(
    title="The year of birth does not fit the age",
    catches="died on Sunday in 2025 at 88, born in March 1939: 1937.",
    why="An obituary is kept; its dates have to be right.",
    source="AP Stylebook, obituaries; Reuters Handbook, figures",
    category="number_consistency", severity="must",
    examples=[
        bad("LEEDS, England (AP) — Ada Pym, a painter, died on Friday at her home. She was 90.\n\nBorn April 9, [1938], in Hull, Pym was a baker's daughter.",
            fixed="LEEDS, England (AP) — Ada Pym, a painter, died on Friday at her home. She was 90.\n\nBorn April 9, 1935, in Hull, Pym was a baker's daughter.", date="2025-08-25"),
        good("LEEDS, England (AP) — Ada Pym, a painter, died on Friday at her home. She was 90.\n\nBorn April 9, 1935, in Hull, Pym was a baker's daughter.", date="2025-08-25"),
        good("LEEDS, England (AP) — Ada Pym died on Friday. She was 90.\n\nHer daughter was born in 1968.", date="2025-08-25"),
        good("LEEDS, England (AP) — Ada Pym died on Friday. She was 90.\n\nBorn April 9, 1938, in Hull, Pym was a baker's daughter."),
    ],
)  # fmt: skip
def born_and_died(document: Document) -> Iterator[Flag]:
    died = _DIED.search(document.text, 0, 1500) if document.date else None
    born = _BORN.search(document.text, died.end()) if died else None
    if not died or not born or document.date is None or len(list(_DIED.finditer(document.text))) != 1:
        return
    age = value_of(died["age"] or died["age2"])
    if age is None:
        return
    base = document.date.year - int(age)
    month = next((n for n, m in enumerate(MONTHS, 1) if born["month"] and m.startswith(born["month"][:3])), 0)
    passed = not month or month <= document.date.month
    if int(born["year"]) in (base, base - 1) or (month == 12 and int(born["year"]) == base - 2):
        return
    rights = (base, base - 1) if passed else (base - 1, base)
    span = Span(*born.span("year"))
    yield Flag(
        span,
        f"Dying at {age} in {document.date.year} makes the year of birth {rights[0]}.",
        edits=tuple(Edit.replace(span, str(r), safe=False) for r in rights),
        related=(Span(*died.span("age" if died["age"] else "age2")),),
    )

"""So many years after, or years of marriage, where the two years told with it make another number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import NUMBER, in_words, value_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_YEAR = r"1[6-9]\d\d|20\d\d"
_LENGTH = rf"(?:(?P<n>{NUMBER}) (?P<unit>years?|decades)|(?P<one>a (?:decade|century)))"
_AFTER = re.compile(
    rf"\b(?:in|until|from) (?P<a>{_YEAR}),? (?P<hedge>(?:about|nearly|almost|just over|more than|some|around|over|just|only) )?{_LENGTH} (?P<way>after|before)\b[^.;,]{{0,60}}?\bin (?P<b>{_YEAR})\b",
    re.IGNORECASE,
)
_LASTED = re.compile(
    rf"\bmarried\b[^.;]{{0,60}}?\bin (?P<a>{_YEAR})\b(?P<gap>[^;]{{0,90}}?)\b(?:died|divorced|separated|death)\b[^.;]{{0,30}}?\bin (?P<b>{_YEAR})\b[^.;]{{0,20}}?\bafter {_LENGTH.replace('one', 'one2')} (?:of marriage|together|as husband and wife)\b"
)


@check(
    title="The years are not so far apart",
    catches="in 2011, three decades after she retired in 1996: it is 15 years.",
    why="Readers subtract.",
    source="Reuters Handbook, dates and figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The bridge was renamed in 2009, [three decades] after he left office in 1991.", fixed="The bridge was renamed in 2009, 18 years after he left office in 1991."),
        bad("It opened in 1984, [16 years] before the rival mill shut in 1996.", fixed="It opened in 1984, 12 years before the rival mill shut in 1996."),
        bad("She married Olaf Berg, a baker, in 1958. He died in 2004 after [56 years] of marriage.", fixed="She married Olaf Berg, a baker, in 1958. He died in 2004 after 46 years of marriage."),
        good("The bridge was renamed in 2009, nearly two decades after he left office in 1991."),
        good("It opened in 1984, 12 years before the rival mill shut in 1996."),
        good("She married Olaf Berg in 1958. He died in 2004 after 46 years of marriage."),
        good("The bridge was renamed in 2021, three decades after he left office in 1992."),
    ],
)  # fmt: skip
def years_apart(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        if not block.is_body:
            continue
        for match in (
            *_AFTER.finditer(document.text, block.start, block.end),
            *_LASTED.finditer(document.text, block.start, block.end),
        ):
            groups = match.groupdict()
            one = groups.get("one") or groups.get("one2") or ""
            number = value_of(match["n"]) if match["n"] else 1
            if number is None:
                continue
            size = 100 if "century" in one else 10 if one or match["unit"] == "decades" else 1
            true = abs(int(match["b"]) - int(match["a"]))
            slack = 1 if size == 1 else size * 3 // 10 + 1
            slack += 2 if groups.get("hedge") else 0
            if not true or abs(int(number * size) - true) <= slack:
                continue
            start = match.start("n") if match["n"] else match.start("one" if groups.get("one") else "one2")
            span = Span(start, match.end("unit") if match["n"] else start + len(one))
            right = f"{in_words(true)} year{'s' if true > 1 else ''}"
            yield Flag(
                span,
                f"From {min(match['a'], match['b'])} to {max(match['a'], match['b'])} is {right}.",
                edits=(Edit.replace(span, right, safe=False),),
                related=(Span(*match.span("a")), Span(*match.span("b"))),
            )

"""Capital on a title that stands alone: the President, the Mayor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.custom import follows_another_custom
from app.facts.document import Document
from app.facts.sought import Found, matches
from app.flags.flag import Edit, Flag, Severity, Span

_BARE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Ff]ormer|[Aa]cting|[Dd]eputy|[Nn]ew)\s+(?P<title>Prime Minister|Deputy Mayor|Vice President|President|Mayor"
    r"|Governor|Senator|Congressman|Congresswoman|Chancellor|Sheriff|Police Chief|Fire Chief|Chief Executive|Chief Constable"
    r"|Foreign Minister|Foreign Secretary|Home Secretary|Health Secretary|Finance Minister|Defence Minister|Defense Minister|Minister"
    r"|Ambassador|Bishop|Archbishop|Councillor|Judge|Chairman|Chairwoman|Principal|Headteacher|Superintendent|Commissioner|Attorney General"
    r"|District Attorney|Secretary of State|Treasurer|Coroner|Captain|Colonel|Sergeant|Spokesman|Spokeswoman)"
    r"(?P<own>['’]s)?(?![\w-])(?!,?\s+[\"“'‘]?(?:[A-ZÀ-Þ0-9]|(?:of|for|and|to|in)\s+(?:the\s+)?[A-Z]))"
)


@check(
    title="Lower case for a title alone",
    catches="A title with capitals that no name follows.",
    why="A title is a capital only as part of a name: President Lund, but the president.",
    source="AP Stylebook, titles; Guardian style guide, capitals; BBC News style guide, job titles; Reuters Handbook, titles",
    category="house_style",
    severity="should",
    scope="document",  # what the draft does elsewhere counts
    audible=False,
    examples=[
        bad("Later the [Mayor] left the hall.", fixed="Later the mayor left the hall."),
        bad("She met the [Prime Minister] twice.", fixed="She met the prime minister twice.", style="guardian"),
        bad("The [Governor]’s plane was late.", fixed="The governor’s plane was late."),
        bad("The [Mayor] spoke. Police told the [Mayor] to leave.", severity="may"),
        good("Later Mayor Ada Boye left the hall."),
        good("The President Hotel shut."),
        good("He sailed on the President Lincoln."),
        good("The prime minister left.", style="bbc"),
        good("She is the Secretary of State for Wales.", style="guardian"),
    ],
)  # fmt: skip
def bare_titles(document: Document) -> Iterator[Flag]:
    found = list(_bare(document))
    # Capitals throughout are another house's custom.
    other = len(found) > 4 or (found and follows_another_custom(document))
    for match in found:
        severity = Severity.MAY if other or _always_capital(document, match["title"]) else None
        span = Span(*match.span("title"))
        right = match["title"].lower()
        yield Flag(
            span,
            f"No name follows, so “{right}” has no capital.",
            edits=(Edit.replace(span, right),),
            severity=severity,
        )


def _always_capital(document: Document, title: str) -> bool:
    """Whether the draft gives this title a capital each time it stands without a name, and does so more than once."""
    alone = re.findall(rf"(?<![.!?] )(?<!\A)\b{title}\b(?! [A-Z])", document.text)
    small = re.search(rf"\b{title.lower()}\b", document.text)
    return len(alone) > 1 and small is None


def _bare(document: Document) -> Iterator[Found]:
    for match in matches(document, _BARE):
        block = document.block_at(match.start())
        if block is not None and block.is_body and not document.is_quoted(Span(*match.span("title"))):
            yield match

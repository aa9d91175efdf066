"""Capital on a title behind the name: Janelle Fitch, Chairwoman of the council."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.custom import follows_another_custom
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_TITLES = (
    "Chairman|Chairwoman|Chairperson|Chair|President|Vice President|Vice Chairman|Director|Managing Director|Executive Director|Deputy Director"
    "|Chief Executive|Chief Executive Officer|Chief Financial Officer|Secretary|General Secretary|Treasurer|Mayor|Deputy Mayor|Governor|Minister"
    "|Head|Founder|Co-Founder|Manager|General Manager|Editor|Professor|Associate Professor|Lecturer|Dean|Principal|Headteacher|Spokesman"
    "|Spokeswoman|Spokesperson|Coordinator|Superintendent|Commissioner|Captain|Curator|Bishop|Archbishop|Ambassador|Leader|Owner"
)
_AFTER = re.compile(
    rf"(?<=[a-zÀ-ÿ]), (?P<the>(?:the|a|an|former|then|now) )?(?P<title>(?:{_TITLES}))(?= (?:of|for|at) (?:the |a |an |its |this )?[A-Za-z])"
)


@check(
    title="Lower case for a title behind a name",
    catches="A title with a capital after the name: “Ann Fitch, Chairwoman of the council”.",
    why="A title is a capital only right before a name.",
    source="AP Stylebook, titles; Guardian style guide, job titles; BBC News style guide, job titles; Reuters Handbook, titles",
    category="house_style",
    severity="should",
    audible=False,
    examples=[
        bad("Ann Fitch, [Chairwoman] of the tenants’ council, voted no.", fixed="Ann Fitch, chairwoman of the tenants’ council, voted no."),
        bad("Omar Haddad, the [Director] of the zoo, quit.", style="guardian", fixed="Omar Haddad, the director of the zoo, quit."),
        bad("It was signed by Lena Ortiz, [Professor] of law at Yale.", fixed="It was signed by Lena Ortiz, professor of law at Yale."),
        good("Ann Fitch, chairwoman of the tenants’ council, voted no."),
        good("Chairwoman Ann Fitch voted no. In Lima, President of the court Ana Ruiz spoke."),
        good("“Ann Fitch, Chairwoman of the council,” the plaque says."),
    ],
)  # fmt: skip
def title_after_name(document: Document) -> Iterator[Flag]:
    found = []
    for match in _AFTER.finditer(document.text):
        block = document.block_at(match.start("title"))
        if block is None or not block.is_body or document.is_quoted(Span(*match.span("title"))):
            continue
        before = re.search(
            r"(?!(?:In|At|On|From|For|By|Of|To|After|Since|Near)\b)([A-ZÀ-Þ][\w’'-]+) ([A-ZÀ-Þ][\w’'-]+)$",
            document.text[block.start : match.start()],
        )
        if before:
            found.append(match)
    custom = len(found) > 3 or (found and follows_another_custom(document))
    for match in found:
        span = Span(*match.span("title"))
        right = match["title"].lower()
        message = f"After the name “{right}” has no capital."
        yield Flag(span, message, edits=(Edit.replace(span, right),), severity=Severity.MAY if custom else None)

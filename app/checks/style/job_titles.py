"""Capitals on a post before a name in Guardian copy: Prime Minister Ada Boye."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_POST = re.compile(
    r"(?P<the>\b[Tt]he\s+)?(?P<post>\b(?:Shadow\s+|Deputy\s+|Former\s+)?(?:Prime Minister|First Minister|Chancellor|Foreign Secretary"
    r"|Home Secretary|(?:Health|Education|Defence|Transport|Justice|Culture|Business|Environment|Energy|Housing|Work and Pensions"
    r"|Welsh|Scottish|Northern Ireland|Treasury)\s(?:Secretary|Minister)|(?:Foreign|Finance|Interior|Health|Defence|Education|Justice|Schools"
    r"|Universities|Farming|Policing|Immigration|Prisons|Rail|Roads|Housing|Trade|Sports|Care|Veterans)\sMinister|Attorney General"
    r"|Chief Executive|Managing Director|Chief Constable|Headteacher|Vice-Chancellor|Secretary of State))\s+"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+\s(?:[A-ZÀ-Þ][\w’'-]+\s)?[A-ZÀ-Þ][\w’'-]+)(?P<after>,?)"
)


@check(
    title="Posts are lower case and stand apart from the name",
    catches="A post with capitals before a name: “Prime Minister Ada Boye”.",
    why="The Guardian writes “the prime minister, Ada Boye”: a post is a description, not part of the name.",
    source="Guardian style guide, capitals; job titles",
    category="house_style",
    severity="should",
    scope="block",
    styles=["guardian"],
    examples=[
        bad("[Health Secretary Ada Boye] opened the clinic.", fixed="The health secretary, Ada Boye, opened the clinic.", style="guardian"),
        bad("It was opened by [Chief Constable Omar Haddad] in May.", fixed="It was opened by the chief constable, Omar Haddad, in May.", style="guardian"),
        bad("Talks with [Finance Minister Lena Ortiz], who flew in, failed.", fixed="Talks with the finance minister, Lena Ortiz, who flew in, failed.", style="guardian"),
        good("The health secretary, Ada Boye, opened the clinic.", style="guardian"),
        good("Health Secretary Ada Boye opened the clinic.", style="bbc"),
        good("“Health Secretary Ada Boye is here,” he said.", style="guardian"),
        good("President Boye opened the clinic.", style="guardian"),
    ],
)  # fmt: skip
def job_titles(document: Document) -> Iterator[Flag]:
    found = []
    for match in _POST.finditer(document.text):
        block = document.block_at(match.start())
        if block is not None and block.is_body and not document.is_quoted(Span(match.start(), match.end())):
            found.append(match)
    severity = Severity.MAY if len(found) > 4 else None
    for match in found:
        span = Span(match.start(), match.end("name"))
        sentence = document.sentence_at(match.start())
        begins = sentence is not None and sentence.start == match.start()
        post = (
            match["post"].lower() if not match["post"].startswith(("Welsh", "Scottish", "Northern")) else match["post"]
        )
        following = document.text[match.end("name") : match.end("name") + 1]
        comma = "" if match["after"] or following in ".;:)" else ","
        right = f"{'The' if begins else 'the'} {post}, {match['name']}{comma}"
        yield Flag(span, f"The Guardian writes “the {post}, {match['name']}”.", edits=(Edit.replace(span, right),), severity=severity)  # fmt: skip

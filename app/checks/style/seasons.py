"""Capital on a season: that Summer, the Winter of 1962."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_SEASON = re.compile(
    r"\b(?:[Tt]his|[Tt]hat|[Ll]ast|[Nn]ext|[Ee]ach|[Ee]very|[Tt]he|[Ii]n|[Ll]ate|[Ee]arly|[Ss]ince|[Bb]y|one|previous|following|coming) "
    r"(?P<season>Spring|Summer|Autumn|Winter)(?![\w-])(?!['’]s? [A-Z])(?! [A-Z])(?! (?:Games|and [A-Z]))"
)


@check(
    title="Seasons are lower case",
    catches="Spring, Summer, Autumn or Winter with a capital.",
    why="A season is no name, unless it is part of one: the Winter Olympics.",
    source="AP Stylebook, seasons; Guardian style guide, seasons; BBC News style guide, capitals",
    category="house_style",
    severity="should",
    scope="block",
    audible=False,
    examples=[
        bad("They were to be married that [Summer], she said.", fixed="They were to be married that summer, she said."),
        bad("It opened in the [Winter] of 1962.", fixed="It opened in the winter of 1962.", style="bbc"),
        bad("The dam will be full by [Spring].", fixed="The dam will be full by spring."),
        good("The Winter Olympics and the Summer Games begin."),
        good("They were to be married that summer, and the Winter Palace was shut."),
        good("The Winter’s Tale opens in spring. That Winter Hill fire is out."),
    ],
)  # fmt: skip
def seasons(document: Document) -> Iterator[Flag]:
    for match in _SEASON.finditer(document.text):
        span = Span(*match.span("season"))
        block = document.block_at(span.start)
        if block is None or not block.is_body or _is_person(document, match, span):
            continue
        right = match["season"].lower()
        yield Flag(span, f"A season has no capital: “{right}”.", edits=(Edit.replace(span, right),))


def _is_person(document: Document, match: re.Match[str], span: Span) -> bool:
    """Whether it may be somebody of that name: “written by Winter”, but not “that Winter”."""
    if match[0].split()[0].lower() not in ("in", "since", "by", "late", "early"):
        return False
    name = document.names.at(span) if document.names is not None else None
    return name is not None and name.kind == "person"

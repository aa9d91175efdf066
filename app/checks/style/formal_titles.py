"""Formal title in lower case, or unabbreviated, before a full name in agency copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.sought import Found, matches
from app.flags.flag import Edit, Flag, Severity, Span

_LOWER = re.compile(
    r"(?<![\w-])(?P<title>prime minister|vice president|president|mayor|governor|senator|congressman|congresswoman|sheriff|archbishop"
    r"|bishop|foreign minister|chancellor|police chief|fire chief|attorney general|secretary of state|councilman|councilwoman|judge"
    r"|justice)\s+(?P<name>[A-ZÀ-Þ][\w’'-]+\s(?:[A-Z]\.\s)?[A-ZÀ-Þ][\w’'-]+)"
)
_LONG = re.compile(
    r"(?<![\w-])(?P<title>Lieutenant Governor|Governor|Senator|Representative|Congressman|Congresswoman)\s+"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+\s(?:[A-Z]\.\s)?[A-ZÀ-Þ][\w’'-]+)"
)
_SHORT = {"Lieutenant Governor": "Lt. Gov.", "Governor": "Gov.", "Senator": "Sen.", "Representative": "Rep.",
          "Congressman": "Rep.", "Congresswoman": "Rep."}  # fmt: skip
# What may stand before a bare title: nothing, a comma, a verb of saying or a preposition, "former".
_BARE_BEFORE = re.compile(
    r"(?:^|[.,;:(—–]\s*|\b(?:said|says|by|with|from|to|of|for|and|that|when|as|after|former|acting|if|but|told|asked|against)\s+)$"
)


@check(
    title="Formal title before a name",
    catches="A formal title in lower case before a full name, or in AP copy one that AP abbreviates.",
    why="Before a name a formal title is part of it and takes a capital; AP shortens Gov., Sen. and Rep.",
    source="AP Stylebook, titles and legislative titles; Reuters Handbook, titles; BBC News style guide, job titles",
    category="house_style",
    severity="should",
    styles=["ap", "reuters", "bbc"],
    audible=False,
    examples=[
        bad("The plan was backed by [mayor] Ada Boye on Monday.", fixed="The plan was backed by Mayor Ada Boye on Monday."),
        bad("It was signed in May, said [prime minister] Jo Tarrant.", fixed="It was signed in May, said Prime Minister Jo Tarrant.", style="bbc"),
        bad("[Governor] Ada Boye signed the bill.", fixed="Gov. Ada Boye signed the bill."),
        bad("He thanked [Senator] Paul J. Rees.", fixed="He thanked Sen. Paul J. Rees."),
        good("Mayor Ada Boye backed the plan."),
        good("The mayor, Ada Boye, backed the plan."),
        good("Governor Ada Boye signed the bill.", style="reuters"),
        good("The senator Ada Boye met is ill."),
        good("“Senator Rees is a friend,” he said."),
        good("Governor Avenue Bridge is shut."),
    ],
)  # fmt: skip
def formal_titles(document: Document) -> Iterator[Flag]:
    found: list[tuple[Span, str]] = []
    for match in matches(document, _LOWER):
        before = document.text[max(0, match.start() - 20) : match.start()]
        if _BARE_BEFORE.search(before) and _is_person(document, match):
            right = " ".join(w if w == "of" else w.capitalize() for w in match["title"].split())
            found.append((Span(*match.span("title")), right))
    if document.draft.style == "ap":
        for match in matches(document, _LONG):
            if _is_person(document, match):
                found.append((Span(*match.span("title")), _SHORT[match["title"]]))
    found = [(s, r) for s, r in found if not document.is_quoted(s) and _in_body(document, s)]
    for span, right in sorted(found):
        # "Senator Ann Lee" is only not AP's way; "senator Ann Lee" is nobody's.
        short = right in _SHORT.values() and not document.to_house
        severity = Severity.MAY if short or len(found) > 4 else None
        yield Flag(span, f"Before the name write “{right}”.", edits=(Edit.replace(span, right),), severity=severity)


def _in_body(document: Document, span: Span) -> bool:
    block = document.block_at(span.start)
    return block is not None and block.is_body


def _is_person(document: Document, match: Found) -> bool:
    name = Span(*match.span("name"))
    if document.names is None:
        return True
    entry = document.names.at(name)
    return entry is not None and entry.kind == "person"

""" "Sources said", with one source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.sought import first_match, matches
from app.flags.flag import Edit, Flag, Span

_PLURAL = re.compile(
    r"(?<![\w’'-])(?P<sources>(?:(?:\w+[- ]){0,2})?[Ss]ources)(?= (?:(?:close|familiar|with|in|at|inside|near|within|on|from)\b[^.;:“”\"]{0,60}? )?"
    r"(?:have |had |has )?(?:said|say|told|confirmed|claimed|added|insisted|expect|believe|put|suggest(?:ed)?)\b)"
)
_ACCORDING = re.compile(r"\baccording to (?P<sources>(?:\w+ ){0,2}sources)\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Oo]ne|[Tt]he same) (?:\w+ )?source(?! of)\b(?:'s|’s)?")
_OTHERS = re.compile(
    r"\b(?:two|three|four|several|both|other|another|second|third|many|multiple|numerous|one of the|half a dozen)\b(?: \w+){0,3} sources?\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|several|both|multiple|other|many|numerous)\b", re.IGNORECASE)


@check(
    title="Sources, or one source?",
    catches="“Sources said” in a story that goes on to speak of “the source”.",
    why="The plural tells the reader that more than one person confirmed it. If one did, that is untrue.",
    source="Reuters Handbook, Sources; AP Statement of News Values, Anonymous sources",
    category="attribution",
    severity="should",
    examples=[
        bad("[Sources] said the striker had signed. The source, who is close to the club, put the fee at £3m."),
        bad(
            "[Sources] close to the talks said a deal was near.\n\n“It is done,” the source said.",
            fixed="A source close to the talks said a deal was near.\n\n“It is done,” the source said.",
        ),
        bad("A bid is near, according to [industry sources]. The source said it would be in cash."),
        good("Two sources said the striker had signed. One source put the fee at £3m."),
        good("Sources said the striker had signed. Another source put the fee at £3m, and the source gave a date."),
        good("A source said the striker had signed. The source put the fee at £3m."),
        good("The source of the river is in the hills, sources said."),
    ],
)
def one_source(document: Document) -> Iterator[Flag]:
    if "sources" not in document.word_forms or "source" not in document.word_forms:
        return
    if first_match(document, _OTHERS):
        return
    for pattern in (_PLURAL, _ACCORDING):
        for found in matches(document, pattern):
            span = Span(*found.span("sources"))
            if document.is_quoted(span) or _COUNTED.search(found["sources"]):
                continue
            later = _ONE.search(document.text, found.end())
            if later is None:
                continue
            yield Flag(
                span,
                "The plural stands for one source: the story goes on with “the source”.",
                edits=(_singular(span, found["sources"]),),
                related=(Span(*later.span()),),
            )
            return


def _singular(span: Span, words: str) -> Edit:
    plain = words[:-1]
    if words[0].isupper():
        plain = ("An " if words[0] in "AEIO" else "A ") + plain[0].lower() + plain[1:]
    else:
        plain = ("an " if words[0] in "aeio" else "a ") + plain
    return Edit.replace(span, plain, safe=False)

""" "Refused to comment": nobody owes the paper a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_REFUSED = re.compile(
    r"\b(?P<verb>refus(?P<form>ed|es|e|ing)) to (?P<what>comment|discuss|elaborate|be drawn(?: (?:on|about|into))?|be interviewed|speculate|go into detail|say (?:whether|if|how|why|when|what|who))\b"
)
_DECLINE = {"ed": "declined", "es": "declines", "e": "decline", "ing": "declining"}
_PLAIN = {"be drawn on": "discuss", "be drawn about": "discuss", "be drawn into": "discuss", "be drawn": "comment"}


@check(
    title="Refused to comment",
    catches="“Refused to comment”, “refused to be drawn on”, where “declined to” tells it without blame.",
    why="To refuse is to withhold what is owed. Nobody owes the paper an answer; “declined” says what happened.",
    source="AP Stylebook, decline; Reuters Handbook, no comment; Guardian style guide, decline",
    category="attribution",
    severity="should",
    examples=[
        bad("The bank [refused to comment].", fixed="The bank declined to comment."),
        bad("Lopez [refused to be drawn on] her plans.", fixed="Lopez declined to discuss her plans."),
        bad("The club [refuses to say whether] he is hurt.", fixed="The club declines to say whether he is hurt."),
        bad("Both firms left early, [refusing to elaborate].", fixed="Both firms left early, declining to elaborate."),
        good("The bank declined to comment."),
        good("The witness refused to answer the judge."),
        good("“He refused to comment,” she said."),
        good("The horse refused to jump."),
    ],
)
def refused_to_comment(document: Document) -> Iterator[Flag]:
    for found in _REFUSED.finditer(document.text):
        span = Span(*found.span())
        if document.is_quoted(span):
            continue
        what = _PLAIN.get(found["what"], found["what"])
        yield Flag(
            span,
            f"“{found['verb']}” blames; “{_DECLINE[found['form']]}” reports.",
            edits=(Edit.replace(span, f"{_DECLINE[found['form']]} to {what}"),),
        )

"""A headline calls unanimous what the story gives a split vote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span
from app.intake.draft import BlockKind

_WORD = re.compile(
    r"\b(?P<word>unanimous(?:ly)?|without (?:dissent|opposition)|unopposed)\b(?P<space>\s)?(?P<next>[a-z]+)?",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\bvoted (?:no|nay|against)\b|\bdissent(?:ed|ing|s)?\b|\bcast the (?:only|lone|sole) (?:no|dissenting|vote against)\b|\blone (?:no|dissent)\b|\bopposed the (?:measure|plan|budget|motion|bill|move)\b",
    re.IGNORECASE,
)


@check(
    title="Not unanimous",
    catches="unanimously approves, above a story of a 5-2 vote.",
    why="Whoever voted no will read it.",
    source="Reuters Handbook, headlines; AP Stylebook, headlines",
    category="headline", severity="must",
    examples=[
        bad("Board [unanimously] backs stadium plan\n\nThe board approved the stadium plan on a 6-3 vote on Monday.\n\nWork starts in May.",
            fixed="Board backs stadium plan\n\nThe board approved the stadium plan on a 6-3 vote on Monday.\n\nWork starts in May."),
        bad("Judges in [unanimous] ruling on dam\n\nThe judges ruled for the dam, but Judge Ann Roe dissented.\n\nThe dam will be built.",
            fixed="Judges in ruling on dam\n\nThe judges ruled for the dam, but Judge Ann Roe dissented.\n\nThe dam will be built."),
        good("Board unanimously backs stadium plan\n\nThe board approved the plan on a 9-0 vote on Monday.\n\nWork starts in May."),
        good("Board backs stadium plan\n\nThe board approved the plan on a 6-3 vote on Monday.\n\nWork starts in May."),
        good("Board unanimously backs stadium\n\nThe board was of one mind. The team had lost 6-3 on Sunday.\n\nWork starts in May."),
    ],
)  # fmt: skip
def unanimous(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    places = [headline, *document.blocks_of(BlockKind.STANDFIRST)] if headline else []
    for block in places:
        for match in _WORD.finditer(document.text, block.start, block.end):
            split = _split(document)
            if split is None:
                continue
            span = Span(*match.span("word"))
            edits = [Edit.delete(Span(span.start, span.end + len(match["space"] or "")))]
            vote = split.of(document.text)
            if re.fullmatch(r"\d+-\d+", vote) and match["next"] and match["word"].lower() == "unanimously":
                edits.append(
                    Edit.replace(Span(span.start, match.end("next")), f"{match['next']}, on {vote} vote,", safe=False)
                )
            yield Flag(
                span,
                f"The story has {vote!r}: not {match['word']}.",
                edits=tuple(edits),
                related=(split,),
                severity=Severity.MUST,
            )


def _split(document: Document) -> Span | None:
    """The first sign in the body that somebody voted the other way."""
    for figure in document.figures:
        if figure.kind != "ratio" or not document.blocks[figure.block].is_body or not figure.upper or not figure.value:
            continue
        near = document.text[max(0, figure.span.start - 40) : figure.span.end + 30]
        if re.search(r"\b(?:vot\w+|ruled|ruling|decision|approved|rejected|passed|majority)\b", near):
            return figure.span
    for sentence in document.body_sentences():
        match = _AGAINST.search(document.text, sentence.start, sentence.end)
        if (
            match
            and not document.is_quoted(Span(*match.span()))
            and not re.search(r"\b(?:no one|nobody|none|not)\b", document.text[sentence.start : match.start()])
        ):
            return Span(*match.span())
    return None

"""A headline calls unanimous what the story gives a split vote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.facts.figures_words import read_words
from app.flags.flag import Edit, Flag, Severity, Span
from app.intake.draft import BlockKind

_WORD = re.compile(
    r"\b(?P<word>unanimous(?:ly)?|without (?:dissent|opposition)|unopposed)\b(?P<space>\s)?(?P<next>[a-z]+)?",
    re.IGNORECASE,
)
# "five votes to four", "divided three to two", "by one vote": both numbers above none.
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3})"
_IN_WORDS = re.compile(
    rf"\b(?:(?:vot\w+|divid\w+|split|decided|ruled|passed|approved|backed|rejected|carried|chose\w*|panel|jury|judges)\b[^.;]{{0,60}}?)"
    rf"(?P<vote>\b(?P<a>{_NUMBER})(?: votes?)?(?:,? to |-)(?P<b>{_NUMBER})\b(?! (?:years|months|days|weeks|p\.m|a\.m))|by (?:a single|one|a one) vote\b|majority of (?:one|two|three)\b|split (?:decision|vote)\b)",
    re.IGNORECASE,
)
_PHRASE = re.compile(r"\bin (?:an? )?unanimous (?:vote|decision|ruling|verdict)\b", re.IGNORECASE)
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
        bad("First novel wins prize, in [unanimous] vote\n\nA first novel has won the prize.\n\nThe jury divided three to two, its head said.",
            fixed="First novel wins prize, by one vote\n\nA first novel has won the prize.\n\nThe jury divided three to two, its head said."),
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
            phrase = _PHRASE.search(document.text, block.start, block.end)
            if phrase and Span(*phrase.span()).contains(span):
                whole = Span(*phrase.span())
                if whole.of(document.text).lower().endswith("vote"):
                    edits = [Edit.replace(whole, "by one vote", safe=False)] * _by_one(vote)
                    edits.append(Edit.replace(whole, "after split vote", safe=False))
                edits.append(Edit.replace(span, "split", safe=False))
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
        words = _IN_WORDS.search(document.text, sentence.start, sentence.end)
        if words and not document.is_quoted(Span(*words.span("vote"))):
            return Span(*words.span("vote"))
        match = _AGAINST.search(document.text, sentence.start, sentence.end)
        if (
            match
            and not document.is_quoted(Span(*match.span()))
            and not re.search(r"\b(?:no one|nobody|none|not)\b", document.text[sentence.start : match.start()])
        ):
            return Span(*match.span())
    return None


def _by_one(vote: str) -> bool:
    """Whether the losing side was one vote short: "three to two", "5-4", "by one vote"."""
    numbers = [
        read_words(w) or Decimal(int(w) if w.isdigit() else 0)
        for w in re.findall(rf"\b{_NUMBER}\b", vote, re.IGNORECASE)
    ]
    return len(numbers) == 1 or (len(numbers) == 2 and abs(numbers[0] - numbers[1]) == 1)

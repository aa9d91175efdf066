"""Quoted words with a subject of their own where the sentence has one already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_BE = re.compile(
    r"\b(?:was|were|is|are|been|be) [\"“](?P<drop>(?:(?:we|they) (?:are|were)|I (?:am|was)|(?:we|they)['’]re|I['’]m|(?:he|she|it) (?:is|was)|(?:he|she|it)['’]s) )(?P<next>\w+)"
)
_MODAL = re.compile(
    r"\b(?:would|will|could|can|must|should|might|may|to) [\"“](?P<drop>(?:we|they|I|he|she|it)(?: (?:will|would|can|could|must|should|shall)|['’](?:ll|d)) )(?P<next>\w+)"
)
_SAYING = re.compile(
    r"\b(?:message|slogan|answer|question|response|reply|words?|line|attitude|motto|view|feeling|reaction|mantra|chant|cry|thought|"
    r"point|argument|call|verdict|title|headline|theme|phrase|idea|all|what|that|it|this|saying)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


@check(
    title="Quoted words do not fit the sentence",
    catches="Her team was “we are listening”: the quotation brings a subject where the sentence has one.",
    why="Take the quotation marks away and the sentence must still read.",
    source="AP Stylebook, quotations in the news: partial quotes must fit the sentence; Guardian style guide, quotation marks",
    category="quotation",
    severity="must",
    scope="block",
    audible=False,
    examples=[
        bad("Her crew was “[we are waiting] for the tide,” she said.", fixed="Her crew was “waiting for the tide,” she said."),
        bad('The council would "[we will fight] to the end", he said.', style="bbc", fixed='The council would "fight to the end", he said.'),
        bad("The minister is “[I’m sick] of waiting”.", style="guardian", fixed="The minister is “sick of waiting”."),
        good("Her crew was “waiting for the tide,” she said."),
        good("Her message was “we are waiting for the tide.”"),
        good("All she could say was “I am sorry”.", style="guardian"),
        good("She said: “We are waiting.”"),
    ],
)  # fmt: skip
def does_not_fit(document: Document) -> Iterator[Flag]:
    for pattern in (_BE, _MODAL):
        for match in pattern.finditer(document.text):
            sentence = document.sentence_at(match.start())
            start = sentence.start if sentence else max(0, match.start() - 60)
            if _SAYING.search(document.text, start, match.start()):
                continue
            drop = Span(*match.span("drop"))
            yield Flag(
                Span(drop.start, match.end("next")),
                "The quoted words bring a subject and verb that the sentence has already.",
                edits=(Edit.delete(drop, safe=False),),
            )

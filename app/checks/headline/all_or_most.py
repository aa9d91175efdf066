"""All in the headline, most or some in the story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Block, Document
from app.flags.flag import Edit, Flag, Severity, Span

_ALL = re.compile(r"\b(?P<word>all|every|entire)\s+(?P<noun>[a-z]{3,})", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?P<word>(?:all|every|entire|whole)(?: of| the| its| their| his| her)*|nationwide|countrywide|statewide|citywide)\b(?!-)",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PART = re.compile(
    rf"\b{_NUMBER} of (?:the |its |their |[\w’']+['’]s |the \w+['’]s )+(?P<of>{_NUMBER})\b|\b(?:was|were|is|are|remained?|stayed) (?:not (?:been )?affected|unaffected|untouched|spared)\b"
    r"|\b(?:only |just )?one (?:model|batch|type|brand|line|branch|ward|plant|route|region|district|size|version|floor)\b|\b(?:its |the )?others? (?:\w+ )?(?:is|are|was|were|will be|remain\w*) (?:safe|open|unaffected|running|not)\b",
    re.IGNORECASE,
)
_STEM = re.compile(r"(?:ies|es|s)$")


@check(
    title="All, or only most?",
    catches="All schools shut, above a story in which most were.",
    why="One exception makes “all” wrong.",
    source="Reuters Handbook, headlines",
    category="headline", severity="must",
    examples=[
        bad("[All] schools shut by snow\n\nMost schools in Shetland were shut by snow on Monday.\n\nRoads were icy.",
            fixed="Most schools shut by snow\n\nMost schools in Shetland were shut by snow on Monday.\n\nRoads were icy."),
        bad("Power cut darkens [whole of] Malta\n\nA power cut left three of Malta's six districts dark on Tuesday.\n\nGozo was not affected."),
        good("Power cut darkens whole of Malta\n\nA power cut left the whole island dark.\n\nTwo of its six ferries were running."),
        good("All schools shut by snow\n\nAll schools in Shetland were shut by snow on Monday.\n\nMost schools reopened on Tuesday."),
        good("All-night vigil for crew\n\nMost of the town came to a vigil.\n\nIt lasted all night."),
        good("Snow shuts schools\n\nMost schools in Shetland were shut by snow.\n\nRoads were icy."),
    ],
)  # fmt: skip
def all_or_most(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    body = [b for b in document.blocks if b.is_body]
    if headline is None or not body:
        return
    firm = list(_of_its_kind(document, headline, body))
    yield from firm or _parts(document, headline, body)


def _parts(document: Document, headline: Block, body: list[Block]) -> Iterator[Flag]:
    """The whole of it in the headline, where the story counts off a part and nowhere speaks of the whole."""
    match = _WHOLE.search(document.text, headline.start, headline.end)
    part = _PART.search(document.text, body[0].start, body[min(2, len(body) - 1)].end) if match else None
    if match is None or part is None:
        return
    story = document.text[body[0].start : body[-1].end]
    if re.search(
        r"\b(?:all|every|each|entire|whole|nationwide|everyone|everybody|both|countrywide)\b", story, re.IGNORECASE
    ):
        return
    span, at = Span(*match.span("word")), Span(*part.span())
    yield Flag(span, f"The story has “{at.of(document.text)}”.", related=(at,), severity=Severity.SHOULD)


def _of_its_kind(document: Document, headline: Block, body: list[Block]) -> Iterator[Flag]:
    """All the schools in the headline, most or some schools in the story."""
    match = _ALL.search(document.text, headline.start, headline.end)
    if match is None:
        return
    stem = re.escape(_STEM.sub("", match["noun"].lower()))
    story = document.text[body[0].start : body[-1].end]
    some = re.search(
        rf"\b(?P<word>most|some|many|(?:about |almost |nearly )?half|several|nearly all|almost all|two-thirds|three-quarters|a (?:third|quarter)|\d{{1,2}}(?:\.\d+)?(?:%| per ?cent)|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) out)(?:\s+of)?(?:\s+(?:the|its|their))?\s+(?:\w+\s)?{stem}\w*",
        story,
        re.IGNORECASE,
    )
    every = re.search(
        rf"(?<!nearly )(?<!almost )(?<!not )\b(?:all|every|each|entire)(?:\s+of)?(?:\s+(?:the|its|their))?\s+(?:\w+\s){{0,2}}?{stem}\w*",
        story,
        re.IGNORECASE,
    )
    if not some or every or some.start() > 400:
        return
    span = Span(*match.span("word"))
    word = some["word"].lower()
    word = f"{word} of" if word[0].isdigit() or word.startswith(("two", "three", "a ")) else word
    right = word.capitalize() if match["word"][0].isupper() else word
    yield Flag(
        span,
        f"The story has “{some.group()}”.",
        edits=(Edit.replace(span, right, safe=False),),
        related=(Span(*some.span()).shift(body[0].start),),
        severity=Severity.MUST,
    )

"""The other side of a pair: the right ankle, where the source has the left ankle."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.sources._alignment import stem
from app.checks.sources._opposites import opposites_of
from app.facts.document import Document
from app.facts.sources import read_sources
from app.facts.sources_words import is_content
from app.flags.flag import Edit, Flag, Span

# Words of pairs that tell two things of one kind apart, and stand straight before the thing.
_SIDES = re.compile(
    r"\b(?P<side>left|right|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|upper|lower|inner|outer|front|rear|back|"
    r"near|far|male|female|elder|younger|older|eldest|youngest|senior|junior|first|last|maternal|paternal|morning|afternoon|"
    r"inbound|outbound|northbound|southbound|eastbound|westbound|upstream|downstream|indoor|outdoor)(?P<gap>[ -])"
    r"(?P<thing>[a-z]{3,}(?:-[a-z]+)?)\b"
)
_TALK = (
    "talk.txt",
    "Coach: She rolled her left ankle. The northbound carriageway is shut. The eldest son will give evidence.",
)


@check(
    title="The other side than in the source",
    catches="Left, north, inner, first or the like before a word that the source has with the opposite.",
    why="Two of a kind are easily taken for each other, and readers who know will see it at once.",
    source="Reuters Handbook, accuracy: check against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("Hale lay on the floor, holding her [right] ankle.", fixed="Hale lay on the floor, holding her left ankle.", sources=[_TALK]),
        bad("The [southbound] carriageway is closed.", fixed="The northbound carriageway is closed.", sources=[_TALK]),
        bad("The [youngest] son will speak in court.", fixed="The eldest son will speak in court.", sources=[_TALK]),
        good("Hale lay on the floor, holding her left ankle.", sources=[_TALK]),
        good("Hale broke her right wrist.", sources=[_TALK]),
        good("The northbound carriageway is closed and the southbound carriageway is slow.", sources=[_TALK]),
        good("The court has the right son in mind.", sources=[_TALK]),
    ],
)  # fmt: skip
def opposite_side(document: Document) -> Iterator[Flag]:
    sources = read_sources(document)
    if not sources:
        return
    theirs: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for source in sources:
        for match in _SIDES.finditer(source.text):
            theirs[stem(match["thing"])].setdefault(stem(match["side"]), (match["side"], source.name))
    if not theirs:
        return
    mine: dict[str, set[str]] = defaultdict(set)
    found = list(_SIDES.finditer(document.text))
    for match in found:
        mine[stem(match["thing"])].add(stem(match["side"]))
    for match in found:
        thing, side = stem(match["thing"]), stem(match["side"])
        told = theirs.get(thing, {})
        rivals = opposites_of().get(side, frozenset()) & told.keys()
        block = document.block_at(match.start())
        span = Span(*match.span("side"))
        if len(rivals) != 1 or side in told or rivals & mine[thing] or not is_content(match["thing"]):
            continue
        if block is None or not block.is_body or document.is_quoted(span):
            continue
        right, name = told[next(iter(rivals))]
        yield Flag(
            span,
            f"{name} has {right} {match['thing']}, not {match[0]}.",
            edits=(Edit.replace(span, right, safe=False),),
        )

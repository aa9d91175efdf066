"""Place or body that stands where the source has another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.sources._alignment import Pair, align
from app.checks.sources._places import same_kind
from app.facts.document import Document
from app.facts.sources import read_sources
from app.facts.sources_words import words_of
from app.flags.flag import Edit, Flag, Span

_NAME = r"[A-ZÀ-Þ][\w’'-]*\w(?: [A-ZÀ-Þ][\w’'-]*\w){0,2}"
_AFTER_PREPOSITION = re.compile(
    rf"\b(?P<word>in|at|from|to|near|outside|between|via|towards?|through|off|for|of|across|around) (?P<name>{_NAME})(?!\w)"
)
_TIMES = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Christmas|Easter)\b"
)
_LETTER = (
    "letter.txt",
    "Dear parents, our new head, Ines Calder, will join us from Gateshead on 22 April. The choir sails to Bergen in July. "
    "The mill in Halifax was sold to Kitamori Metals of Osaka. Trains will run between Carlisle and Lancaster.",
)


@check(
    title="Place differs from the source",
    catches="A place in a statement that the source makes of another place.",
    why="Readers know where they live; the source settles which town it was.",
    source="Reuters Handbook, accuracy: names against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("A new head, Ines Calder, will arrive from [Sunderland] on 22 April.", fixed="A new head, Ines Calder, will arrive from Gateshead on 22 April.", style="guardian", sources=[_LETTER]),
        bad("In July the school choir sails to [Stavanger].", fixed="In July the school choir sails to Bergen.", style="guardian", sources=[_LETTER]),
        bad("The mill in [Huddersfield] was sold to Kitamori Metals.", fixed="The mill in Halifax was sold to Kitamori Metals.", style="guardian", sources=[_LETTER]),
        good("A new head, Ines Calder, will arrive from Gateshead on 22 April.", style="guardian", sources=[_LETTER]),
        good("The mill was sold to Kitamori Metals of Japan.", style="guardian", sources=[_LETTER]),
        good("The choir, which sang in Leeds, sails to Bergen in July.", style="guardian", sources=[_LETTER]),
        good("The head spoke to Reuters on Friday.", style="guardian", sources=[_LETTER]),
    ],
)  # fmt: skip
def place_changed(document: Document) -> Iterator[Flag]:
    sources = read_sources(document)
    if not sources:
        return
    known = {w.key for s in sources for w in s.words}
    told = {w.key for w in words_of(document.text)}
    pairs: dict[int, list[Pair]] = {}
    for pair in align(document):
        pairs.setdefault(pair.sentence.i, []).append(pair)
    for index, near in pairs.items():
        sentence = document.sentences[index]
        if not document.blocks[sentence.block].is_body:
            continue
        for match in _AFTER_PREPOSITION.finditer(document.text, sentence.start, sentence.end):
            span = Span(*match.span("name"))
            if document.is_quoted(span) or _TIMES.search(match["name"]) or _keys(match["name"]) & known:
                continue
            if found := _instead(document, match, near, told):
                pair, right = found
                yield Flag(
                    span,
                    f"{pair.source.name} has {right}, not {match['name']}.",
                    edits=(Edit.replace(span, right, safe=False),),
                )


def _instead(document: Document, match: re.Match[str], pairs: list[Pair], told: set[str]) -> tuple[Pair, str] | None:
    """The source's name behind the same preposition, of which the draft never speaks."""
    found: dict[str, Pair] = {}
    following = _next_word(document.text, match.end())
    for pair in pairs:
        if len(pair.shared) < 3 and pair.score < 0.4:
            continue
        text = pair.source.text
        for other in _AFTER_PREPOSITION.finditer(text, pair.other.start, pair.other.end):
            name = other["name"]
            if other["word"] != match["word"] or _TIMES.search(name) or _keys(name) & told:
                continue
            before = _before(text, other.start()) == _before(document.text, match.start())
            same = following == _next_word(text, other.end())
            if (before or same) and same_kind(match["name"], name) and _one_shape(match["name"], name):
                found[name] = pair
    if len(found) != 1:
        return None
    name, pair = next(iter(found.items()))
    return pair, name


def _one_shape(mine: str, other: str) -> bool:
    return not (mine.isupper() or other.isupper()) and abs(len(mine.split()) - len(other.split())) <= 1


def _keys(words: str) -> set[str]:
    return {w.key.removesuffix("'s") for w in words_of(words)}


def _next_word(text: str, at: int) -> str:
    following = re.match(r"(?:,? (\w+)|([.,;]))", text[at : at + 30])
    return (following[1] or following[2]).lower() if following else ""


def _before(text: str, at: int) -> str:
    words = words_of(text, max(0, at - 30), at)
    return words[-1].key if words else ""

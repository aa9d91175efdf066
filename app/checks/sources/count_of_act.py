"""How many were hurt, held or hired: another number than the source has for the same verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.checks.check import bad, check, good
from app.checks.sources._alignment import stem
from app.facts.document import Document
from app.facts.sources import read_sources
from app.facts.sources_words import is_content, key_of
from app.flags.flag import Edit, Flag, Span

_NUMBER = (
    r"\d{1,3}(?:,\d{3})*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|one"
)
_ACT = re.compile(
    rf"(?<![\w$£€.,-])(?P<number>{_NUMBER})(?P<noun>(?: of (?:the|them|those|these|our|its|his))?(?: [\w’'-]+){{0,3}}?)"
    rf"(?:, [^,.;\n]{{3,50}},)? (?:were|was|are|have been|has been|had been|remain|remained|will be) (?:\w+ly )?(?P<verb>\w{{2,}}(?:ed|en|wn|rt|ld|ught|ut))\b",
    re.IGNORECASE,
)
_NOTICE = (
    "notice.txt",
    "Health office, 3 May 2024.\n\nEight illnesses have been reported. Four were hospitalized; all are home. The raid took an hour. "
    "Twelve people were arrested and 30 vehicles were seized. Two guards were injured.",
)


class _Act(NamedTuple):
    span: Span
    number: str
    noun: str
    verb: str
    written: str


@check(
    title="Number who did or suffered it differs from the source",
    catches="“Six of the children were hospitalized” where the source says that four were.",
    why="How many were hurt or held is the first thing a reader takes from the story.",
    source="Reuters Handbook, accuracy: check figures against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("[Six] of the children, all under 5, were hospitalized.", fixed="Four of the children, all under 5, were hospitalized.", sources=[_NOTICE]),
        bad("Police said [14] people were arrested.", fixed="Police said 12 people were arrested.", sources=[_NOTICE]),
        bad("The police said [three] guards were injured.", fixed="The police said two guards were injured.", sources=[_NOTICE]),
        good("Four of the children were hospitalized.", sources=[_NOTICE]),
        good("Three bikes were seized in April.", sources=[_NOTICE]),
        good("Twelve people were arrested on Friday and three people were arrested on Saturday.", sources=[_NOTICE]),
        good("About 10 people were arrested.", sources=[_NOTICE]),
    ],
)  # fmt: skip
def count_of_act(document: Document) -> Iterator[Flag]:
    sources = read_sources(document)
    if not sources:
        return
    theirs: dict[str, list[tuple[str, _Act]]] = {}
    for source in sources:
        for act in _acts(source.text):
            theirs.setdefault(act.verb, []).append((source.name, act))
    told: dict[str, list[_Act]] = {}
    for act in _acts(document.text):
        told.setdefault(act.verb, []).append(act)
    for verb, mine in told.items():
        others = theirs.get(verb, [])
        if len(mine) != 1 or len({a.number for _, a in others}) != 1:
            continue
        act, (name, other) = mine[0], others[0]
        block = document.block_at(act.span.start)
        if act.number == other.number or block is None or not block.is_body or document.is_quoted(act.span):
            continue
        if not _one_noun(act.noun, other.noun) or _HEDGED.search(
            document.text, max(0, act.span.start - 25), act.span.start
        ):
            continue
        yield Flag(
            act.span,
            f"{name} has {other.written} {other.noun} here, not {act.written}.".replace("  ", " "),
            edits=(Edit.replace(act.span, _in_form(act.written, other.number), safe=False),),
        )


_HEDGED = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|than|roughly|another|least|other|every|of the|to|and|million|last year,?) $",
    re.IGNORECASE,
)
_SKIPPED = frozenset("of the them those these our its his people persons men women".split())


def _acts(text: str) -> Iterator[_Act]:
    for match in _ACT.finditer(text):
        noun = " ".join(w for w in match["noun"].lower().split() if w not in _SKIPPED)
        if re.search(r"\b(?:who|which|that|and|or|in|after|when|more|other)\b", noun):
            continue
        if is_content(match["verb"].lower()):
            yield _Act(Span(*match.span("number")), key_of(match["number"]), noun, stem(match["verb"]), match["number"])


def _one_noun(mine: str, other: str) -> bool:
    return not mine or not other or stem(mine.split()[-1]) == stem(other.split()[-1])


_WORDS = "zero one two three four five six seven eight nine".split()


def _in_form(mine: str, right: str) -> str:
    """The source's number in words below 10 and where the draft's opens a sentence with a word it can write."""
    words = _WORDS[int(right)] if right.isdigit() and int(right) < 10 else right
    return words.capitalize() if mine[0].isupper() else words

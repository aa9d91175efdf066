"""Families of strong headline words: how a story bears them out, how it tells otherwise; read from strong_words.txt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.facts.document import Document, Sentence
from app.flags.flag import Span

_LIST = Path(__file__).with_name("strong_words.txt")
_NOT = re.compile(
    r"\b(?:not|never|no|nor|neither|none|nobody|without|cannot|unlikely|denie[sd]|deny|denying|ruled? out|rules out|refus\w+|fail(?:s|ed) to"
    r"|far from|stop(?:s|ped)? short of|avoid\w*|rather than|instead of|yet to|too early to|reject\w*|dismiss\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_ONLY_MAYBE = re.compile(
    r"\b(?:may|might|could|would|should|if|whether|unless|possibl[ey]|possibility|perhaps|potential\w*|propos\w+|plan(?:s|ned|ning)?|vot(?:e|ed|ing) (?:on whether )?to|voted for"
    r"|hop(?:es?|ed|ing)|threat\w*|want(?:s|ed)?|seek\w*|sought|consider\w*|mull\w*|weigh\w*|charged with|accus\w+|alleg\w+|suspect\w*|suspicion"
    r"|claim\w*|believ\w+|fear\w*|risk\w*|likely|expect\w*|ask(?:s|ed)? (?:to|for)|urg\w+|call\w* (?:for|to|on)|ballot\w*|unless|decid\w+ whether|decision on|pressure|demand\w*|aim\w*|intend\w*|recommend\w*|suggest\w*|bid to|try|tries|tried|trying)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"[;:]|,? but |,? (?:who|which|after) |,? although |,? though |\bwhile\b|\s[–—]\s")
_HEDGED_HEAD = re.compile(
    r"\b(?:may|might|could|would|if|says?|said|claims?|claimed|alleged(?:ly)?|reportedly|accused?|likely|fears?|feared|suspected|report|denies|denied|appears?|seems?|urged?|calls?|asks?|wants?|seeks?|hopes?|plans to)\b|\?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Family:
    """``head``: the headline's words; ``said``: what in a story bears them out; ``against``: what says otherwise.

    ``unsaid``: how grave it is where the story has neither ("" for not at all); ``maybe``: whether a story that has it
    only as a plan, charge or possibility falls short; ``loose``: whether a denial of
    whatever it is counts; ``instead``: what the headline could say, best first.
    """

    name: str
    head: re.Pattern[str]
    said: re.Pattern[str]
    against: re.Pattern[str] | None
    unsaid: str
    maybe: bool
    loose: bool
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """How the story tells it: places where it does plainly, where it denies it, and where it only supposes it."""

    plain: tuple[Span, ...]
    denied: tuple[Span, ...]
    supposed: tuple[Span, ...]


@cache
def families() -> tuple[Family, ...]:
    """The families of strong_words.txt; raises ValueError for a line of another form."""
    found = []
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        parts = [p.strip() for p in line.split(" :: ")]
        if len(parts) != 6:
            raise ValueError(f"a family has six parts, got {len(parts)}: {line}")
        name, head, said, against, rules, instead = parts
        found.append(
            Family(
                name, _re(head), _re(said), None if against == "-" else _re(against),
                next((w for w in rules.split() if w in ("must", "should", "may")), ""), "maybe" in rules.split(), "loose" in rules.split(),
                tuple("" if i.strip() == "(none)" else i.strip() for i in instead.split(";")) if instead != "-" else (),
            )
        )  # fmt: skip
    return tuple(found)


def _re(words: str) -> re.Pattern[str]:
    # A family that ends by looking at the word ahead has its space behind it.
    return re.compile(rf"(?<![\w-])(?:{words})(?:(?<=\s)|(?![\w-]))", re.IGNORECASE)


def told(document: Document, family: Family, about: re.Pattern[str] | None = None) -> Telling:
    """How the body tells what the family says; ``about`` keeps to sentences that name that."""
    plain: list[Span] = []
    denied: list[Span] = []
    supposed: list[Span] = []
    find = _teller(family)
    for block in document.blocks:
        if not block.is_body:
            continue
        for how, span in document.in_block(block.i, find):
            place = span.shift(block.start)
            sentence = document.sentence_at(place.start)
            if about is None or (sentence is not None and about.search(sentence.span.of(document.text))):
                (plain, denied, supposed)[how].append(place)
    return Telling(tuple(plain), tuple(denied), tuple(supposed))


_PLAIN, _DENIED, _SUPPOSED = range(3)


@cache
def _teller(family: Family) -> Callable[[Document], tuple[tuple[int, Span], ...]]:
    """What finds the places of a family in a block alone: one for each, for it is kept with the block under it."""
    return lambda one: tuple(found for s in one.sentences for found in _told_in(family, s.span.of(one.text), s.start))


def _told_in(family: Family, text: str, start: int) -> Iterator[tuple[int, Span]]:
    if family.against is not None and (other := family.against.search(text)):
        yield _DENIED, Span(*other.span()).shift(start)
        return
    for match in family.said.finditer(text):
        before = _CUT.split(text[: match.start()])[-1][-70:]
        if _NOT.search(before) or _NOT.match(text[match.end() : match.end() + 8].strip()):
            yield _DENIED, Span(max(0, match.start() - 25), match.end()).shift(start)
        else:
            yield _SUPPOSED if _ONLY_MAYBE.search(before) else _PLAIN, Span(*match.span()).shift(start)


def is_hedged(document: Document, start: int, match: Span, end: int) -> bool:
    """Whether the headline's own words hedge or attribute: "may", "says", a question, a colon, words in quotation marks."""
    lead, rest = document.text[start : match.start], document.text[match.end : end]
    if _HEDGED_HEAD.search(lead) or re.search(r"[:]\s", lead) or "?" in rest:
        return True
    if re.search(
        r",?\s(?:says?|claims?|according to|study|report|suggests?)\b|:\s|\s[–—-]\s(?:study|report|official)", rest
    ):
        return True
    return bool(re.search(r"(?<!\w)['‘“\"][^'’”\"]*$", lead) and re.match(r"[^'‘“\"]*['’”\"]", rest))


def quote(document: Document, span: Span) -> str:
    """The words of the story around a place, in one line of at most some ten words."""
    sentence: Sentence | None = document.sentence_at(span.start)
    if sentence is None:
        return span.of(document.text)
    start = max(sentence.start, span.start - 20)
    if start > sentence.start:
        start = document.text.find(" ", start) + 1 or start
    end = min(sentence.end, span.end + 25)
    if end < sentence.end:
        end = document.text.rfind(" ", span.end - 1, end) if " " in document.text[span.end - 1 : end] else end
    return " ".join(document.text[min(start, span.start) : max(end, span.end)].split())

"""Runs of capitalised words: where names can stand in the copy, before anyone asks whose they are."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from app.facts.document import Block, Document
from app.facts.names_joins import over_connector
from app.facts.names_text import Word, is_capital, words_of
from app.facts.names_words import (
    CALENDAR,
    FUNCTION_WORDS,
    NATIONALITIES,
    ORGANISATION_HEADS,
    PARTICLES,
    TITLES,
    is_common,
    is_given,
)
from app.facts.shift import Place, in_blocks
from app.flags.flag import Span


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words side by side, with the particles and prepositions that join them. ``before`` and ``after`` are
    the neighbouring words in lower case, "" at the edge or where a mark stands between."""

    words: tuple[Word, ...]
    block: int
    before: str
    after: str

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)


class _InBlock(NamedTuple):
    """What a block alone tells: its runs; words capitalised where no sentence begins, names beyond doubt; those of them
    that a name begins with; and whether its capitals say nothing."""

    runs: tuple[Run, ...]
    seen: frozenset[str]
    fronts: frozenset[str]
    shouting: bool


def find_runs(document: Document) -> list[tuple[Place, Run]]:
    """All runs of the draft in text order, cut at weekdays and months and stripped of words that only open a sentence.

    Each is in the offsets of its block, with the place of that.
    """
    per_block = list(in_blocks(document, _runs_alone))
    seen = frozenset[str]().union(*(found.seen for _, found in per_block))
    fronts = frozenset[str]().union(*(found.fronts for _, found in per_block))
    runs: list[tuple[Place, Run]] = []
    for place, found in per_block:
        for run in found.runs:
            kept = _without_opener(run, seen, fronts)
            if kept and not (found.shouting and not any(w.text in seen for w in kept.words)):
                runs.append((place, kept))
    return runs


def _runs_alone(one: Document) -> _InBlock:
    runs: list[Run] = []
    seen: set[str] = set()
    fronts: set[str] = set()
    shouting = False
    for block in one.blocks:
        words = words_of(one, block)
        shouting = _title_case(block, words)
        if not shouting:
            seen.update(w.text for w in words if not w.initial and is_capital(w))
            fronts.update(w.text for w in words if w.initial and is_capital(w) and not is_common(w.text))
            fronts.update(
                w.text
                for last, w in itertools.pairwise(words)
                if not w.initial and is_capital(w) and (not is_capital(last) or last.lower in TITLES | FUNCTION_WORDS)
            )
        for first, last in _stretches(one.text, words):
            runs.extend(_pieces(one.text, words, first, last, block.i))
    return _InBlock(tuple(runs), frozenset(seen), frozenset(fronts), shouting)


def _title_case(block: Block, words: Sequence[Word]) -> bool:
    """Whether the block is set in capitals or title case, where a capital says nothing."""
    long = [w for w in words if len(w.text) > 3 and w.text[0].isalpha()]
    share = 0.9 if block.is_body else 0.7
    return len(long) >= (10 if block.is_body else 4) and sum(w.text[0].isupper() for w in long) > share * len(long)


def _stretches(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Index ranges of words that can form one name together."""
    at = 0
    while at < len(words):
        if not is_capital(words[at]):
            at += 1
            continue
        end = at + 1
        while (following := _joins(text, words, at, end)) is not None:
            end = following
        yield at, end
        at = end


def _joins(text: str, words: Sequence[Word], first: int, end: int) -> int | None:
    """The new end of the stretch if what follows belongs to it."""
    if end >= len(words) or (words[end - 1].possessive and not _inside_name(text, words, end)):
        return None
    gap = text[words[end - 1].end : words[end].start]
    if words[end - 1].possessive:
        gap = re.sub(r"^['’]s?", "", gap)
    if gap == " & " and is_capital(words[end]):
        return end + 1
    if gap not in (" ", "\xa0") and not (words[end].text in ("Jr.", "Sr.") and gap == ", "):
        return None
    if is_capital(words[end]):
        # "In Syria Kurdish fighters": a sentence never goes on with two names, save for titles before a name.
        return end + 1
    return over_connector(text, words, first, end)


def _inside_name(text: str, words: Sequence[Word], end: int) -> bool:
    """Whether a possessive stands inside a name: "People's Party", "King's College", "Patients' Safety Alliance"."""
    owner = words[end - 1].lower
    if not is_capital(words[end]) or not (owner in _OWNERS or (owner.endswith("s") and is_common(owner))):
        return False
    following = itertools.takewhile(is_capital, words[end : end + 3])
    return any(w.lower in ORGANISATION_HEADS | {"aid", "hour", "fund", "shelter"} for w in following)


_OWNERS = frozenset(
    "people women men children king queen st workers worker lawyers teachers farmers prince princess nurses doctors "
    "guy bart thomas george james john mary andrew drivers students veterans parents lloyd sotheby christie "
    "mcdonald sainsbury macy barclay king's".split()
)


def _pieces(text: str, words: Sequence[Word], first: int, last: int, block: int) -> Iterator[Run]:
    """Cut a stretch at weekdays and months ("Smith Tuesday"), and before a title that follows a complete name."""
    start = first
    for i in range(first, last + 1):
        cut = i == last or (words[i].lower in CALENDAR and not _is_a_name_here(words, first, i))
        if not cut:
            continue
        begin, end = start, i
        while begin < end and not is_capital(words[begin]):
            begin += 1
        while end > begin and not is_capital(words[end - 1]):
            end -= 1
        if begin < end:
            yield _run(text, words, begin, end, block)
        start = i + 1


def _is_a_name_here(words: Sequence[Word], first: int, i: int) -> bool:
    """May, April, June and August are names after a given name or a title: Theresa May, Mrs May."""
    return words[i].lower in ("may", "april", "june", "august", "easter", "march") and (
        (i > first and (is_given(words[i - 1].text) or words[i - 1].lower in TITLES))
        or (i + 1 < len(words) and words[i].lower in ("april", "june") and words[i].end + 1 == words[i + 1].start
            and is_capital(words[i + 1]) and not words[i + 1].text.isdigit() and i == first and not words[i].initial)
    )  # fmt: skip


def _run(text: str, words: Sequence[Word], begin: int, end: int, block: int) -> Run:
    before = after = ""
    if begin and re.fullmatch(r"(?:['’]s?)? ", text[words[begin - 1].end : words[begin].start]):
        before = words[begin - 1].lower
    if end < len(words) and re.fullmatch(r"(?:['’]s?)? ", text[words[end - 1].end : words[end].start]):
        after = words[end].lower
    return Run(tuple(words[begin:end]), block, before, after)


_PARTY = re.compile(r"^[DRI]-[A-Z]\w*$")  # Sen. Angus King (I-Maine)
_NO_NAMES = frozenset(
    "pm am gmt bst est edt pst pdt cet utc ok tv mondays tuesdays wednesdays thursdays fridays saturdays sundays ii iii iv vi vii viii "
    "ix xi xii mph kph km kg bc ad no nos".split()
)
# Ordinary words that open names of places and bodies: South Yorkshire Police, New Mexico.
_NAME_OPENERS = frozenset(
    "north south east west northern southern eastern western central new old great greater upper lower mid royal national "
    "international united federal free general grand saint public human world african american european global islamic".split()
)


def _without_opener(run: Run, seen: Set[str], fronts: Set[str]) -> Run | None:
    """Drop a first word that has its capital only from the place where it stands; None where nothing is left."""
    words = _from_capital(_after_function_words(run.words))
    if words and words[0].text not in seen and _is_plain_compound(words[0]):
        words = _from_capital(words[1:])
    if words and words[0].initial and is_common(words[0].text) and words[0].text not in seen:
        words = _from_capital(words[1:]) if len(words) == 1 or _opens_only(words, fronts) else words
    if not words or (len(words) == 1 and _no_name(words[0])):
        return None
    dropped = len(run.words) - len(words)
    return Run(words, run.block, run.words[dropped - 1].lower if dropped else run.before, run.after)


def _after_function_words(words: tuple[Word, ...]) -> tuple[Word, ...]:
    at = 0
    while at < len(words) and words[at].lower in FUNCTION_WORDS:
        if words[at].lower in ("will", "may") and not words[at].initial:
            break  # Will and May inside a sentence are names
        at += 1
    return words[at:]


def _from_capital(words: Iterable[Word]) -> tuple[Word, ...]:
    return tuple(itertools.dropwhile(lambda w: not is_capital(w), words))


def _is_plain_compound(word: Word) -> bool:
    """Forty-nine, Wind-driven: ordinary words joined, at the head of a sentence."""
    return word.initial and "-" in word.text and all(is_common(part) for part in word.lower.split("-"))


def _opens_only(words: tuple[Word, ...], fronts: Set[str]) -> bool:
    """Whether the first word, an ordinary one, opens the sentence before a name that begins with the second."""
    first, second = words[0].lower, words[1].lower
    if first in _NAME_OPENERS | TITLES | ORGANISATION_HEADS or is_given(words[0].text):
        return False
    if second in TITLES | ORGANISATION_HEADS | PARTICLES | {"of", "for", "and", "on"}:
        return False
    if words[1].start - words[0].end == len(" & "):
        return False  # Parish & Cole
    return words[1].text in fronts or is_given(words[1].text)


def _no_name(word: Word) -> bool:
    return word.lower in NATIONALITIES | CALENDAR | _NO_NAMES or len(word.text) == 1 or bool(_PARTY.match(word.text))

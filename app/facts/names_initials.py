"""Initials and their long forms: "Syrian Observatory for Human Rights (SOHR)", "SOHR, the Syrian Observatory …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.facts.document import Block, Document
from app.facts.names_text import dateline_end
from app.facts.names_words import FUNCTION_WORDS, is_common, is_place
from app.facts.shift import in_blocks
from app.flags.flag import Span
from app.intake.draft import BlockKind


@dataclass(frozen=True, slots=True)
class Initials:
    """One set of initials. ``long`` is the long form the draft gives ("" where none stands beside it), at ``long_span``;
    ``brackets`` is the definition's place from bracket to bracket, None where it is given another way; ``again`` are
    the places of further definitions; ``uses`` are the other places in the body, plural s and possessive left out,
    ``in_headline`` those above it."""

    text: str
    long: str = ""
    long_span: Span | None = None
    brackets: Span | None = None
    again: tuple[Span, ...] = ()
    uses: tuple[Span, ...] = ()
    in_headline: tuple[Span, ...] = ()

    @property
    def plural(self) -> bool:
        return self.text.endswith("s") and self.text[:-1].isupper()

    @property
    def fits(self) -> bool:
        """Whether the letters are those of the long form."""
        words = _WORD.findall(self.long)
        return bool(words) and (spells(self.stem, words) or (is_place(words[-1]) and spells(self.stem, words[:-1])))

    @property
    def stem(self) -> str:
        return self.text[:-1] if self.plural else self.text


_SHAPE = r"[A-Z](?:[A-Za-z]?[A-Z0-9&]){1,7}s?|[A-Z]{2,8}s?|[A-Z][a-z][A-Z]{1,4}|[A-Z]&[A-Z]"
_USE = re.compile(rf"(?<![\w&@#/.$£€-])(?:{_SHAPE})(?![\w&]|-?\d|\.\w|/\w|@)")
_DEFINITION = re.compile(rf"[(\[]({_SHAPE}|(?:[A-Z]\.){{2,6}})(?:,[^)]*|;[^)]*)?[)\]]")
_SPOKEN = re.compile(r"\(([A-Z][a-z]{2,8})\)")  # initials spoken as a word: Unicef, Cilip
_REVERSED = re.compile(rf"\b({_SHAPE}) \((?:the )?([A-Z][^()]{{6,90}})\)")
_OR = re.compile(
    rf", (?:or|known as|abbreviated as|also known as)(?: the)? ({_SHAPE})(?=[,.;])|,? (?:better )?known as (?:the )?({_SHAPE})\b"
)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_ROMAN = re.compile(r"^(?=[IVXLC])(?:X{0,3})(?:IX|IV|V?I{0,3})$|^L?X{1,3}$")
SMALL = frozenset(
    "of the for and on in to at a an de la du des et y und für der die das del against by with from s".split()
)


def find_initials(document: Document) -> tuple[Initials, ...]:
    """All initials of the draft, in order of first appearance."""
    found: dict[str, _Found] = {}
    for place, defined in in_blocks(document, _defined):
        for text, long_span, brackets in defined:
            found.setdefault(text, _Found()).define(long_span.shift(place.offset), brackets.shift(place.offset))
    words = [w for w in found if w[1:].islower()]
    spoken = re.compile(rf"\b(?:{'|'.join(words)})\b") if words else None
    taken = [s for f in found.values() for s in f.inside]
    for place, used in in_blocks(document, _used):
        block = document.blocks[place.block]
        headline = not block.is_body and block.kind is not BlockKind.CROSSHEAD
        if headline and _shouts(block.span.of(document.text)):
            continue
        begin = dateline_end(document.text, block)
        said = spoken.finditer(document.text, begin, block.end) if spoken else ()
        for use in (*(Span(*m.span()) for m in said), *(span.shift(place.offset) for span in used)):
            if any(t.overlaps(use) for t in taken):
                continue
            entry = found.setdefault(use.of(document.text), _Found())
            (entry.in_headline if headline else entry.uses).append(use)
    ordered = sorted(found.items(), key=lambda item: item[1].first)
    return tuple(
        Initials(
            text, f.long_span.of(document.text) if f.long_span else "", f.long_span, f.brackets, tuple(f.again),
            tuple(f.uses), tuple(f.in_headline),
        )
        for text, f in ordered
    )  # fmt: skip


class _Found:
    """What is gathered about one set of initials."""

    def __init__(self) -> None:
        self.long_span: Span | None = None
        self.brackets: Span | None = None
        self.again: list[Span] = []
        self.uses: list[Span] = []
        self.in_headline: list[Span] = []
        self.inside: list[Span] = []

    def define(self, long_span: Span, place: Span) -> None:
        if self.brackets is None:
            self.long_span, self.brackets = long_span, place
        else:
            self.again.append(place)
        self.inside.append(place)

    @property
    def first(self) -> int:
        places = [*self.uses, *self.in_headline, *([self.brackets] if self.brackets else [])]
        return min(p.start for p in places)


def _defined(one: Document) -> tuple[tuple[str, Span, Span], ...]:
    return tuple(_definitions(one.text, one.blocks[0], dateline_end(one.text, one.blocks[0])))


def _used(one: Document) -> tuple[Span, ...]:
    return tuple(_uses(one.text, one.blocks[0], dateline_end(one.text, one.blocks[0])))


def _uses(text: str, block: Block, begin: int) -> Iterator[Span]:
    for match in _USE.finditer(text, begin, block.end):
        word = match.group()
        if (
            _ROMAN.match(word)
            or word in ("AM", "PM", "OK", "II", "TV", "ID")
            or (len(word) > 3 and is_common(word))
            or len(word) > 7
        ):
            continue
        if word.isupper() and _among_capitals(text, match.start(), match.end()):
            continue
        yield Span(match.start(), match.end())


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether the neighbouring words are in capitals too: shouting, not initials."""
    near = (
        re.findall(r"[A-Za-z]{3,}", text[max(0, start - 14) : start])[-1:]
        + re.findall(r"[A-Za-z]{3,}", text[end : end + 14])[:1]
    )
    return any(w.isupper() and (is_common(w) or len(w) > 4) for w in near)


def _shouts(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.6 * len(letters)


def _definitions(text: str, block: Block, begin: int) -> Iterator[tuple[str, Span, Span]]:
    for match in _DEFINITION.finditer(text, begin, block.end):
        initials = match.group(1)
        long = long_form_before(text, begin, match.start(), initials)
        if long:
            yield initials, long, Span(match.start(), match.end())
    for match in _SPOKEN.finditer(text, begin, block.end):
        long = long_form_before(text, begin, match.start(), match.group(1))
        if long and spells(match.group(1), _WORD.findall(long.of(text))):
            yield match.group(1), long, Span(match.start(), match.end())
    for match in _REVERSED.finditer(text, begin, block.end):
        words = _WORD.findall(match.group(2))
        if spells(match.group(1), words):
            yield match.group(1), Span(match.start(2), match.end(2)), Span(match.start(2) - 1, match.end(2) + 1)
    for match in _OR.finditer(text, begin, block.end):
        group = 1 if match.group(1) else 2
        long = long_form_before(text, begin, match.start(), match.group(group))
        if long and spells(match.group(group), _WORD.findall(long.of(text))):
            yield match.group(group), long, Span(match.start(), match.end())


def long_form_before(text: str, begin: int, end: int, initials: str) -> Span | None:
    """The words before a bracket that its initials stand for.

    The shortest stretch of words whose first letters spell the initials; failing that the capitalised words that end at
    the bracket, whatever their letters. None where neither is there ("Sanders (D-VT)").
    """
    words = list(_WORD.finditer(text, max(begin, end - 140), end))
    if not words or text[words[-1].end() : end].strip(" ’'\"”") or re.search(r"[.!?;:]\s", text[words[-1].end() : end]):
        return None
    stem = initials.replace(".", "")
    stem = stem[:-1] if stem.endswith("s") and len(stem) > 2 else stem
    for count in range(2, min(len(words), 2 * len(stem) + 4) + 1):
        chosen = words[-count:]
        if re.search(r"[.!?;:()]", text[chosen[0].start() : chosen[-1].end()].replace("U.S.", "US")):
            break
        if chosen[0].group().lower() not in SMALL and spells(stem, [w.group() for w in chosen]):
            return Span(chosen[0].start(), chosen[-1].end())
    if spells_without_last := _without_place(text, words, stem):
        return spells_without_last
    first = len(words)
    while first > 0 and (
        words[first - 1].group()[0].isupper() or (words[first - 1].group().lower() in SMALL and first < len(words))
    ):
        if first < len(words) and text[words[first - 1].end() : words[first].start()].strip(" -&"):
            break
        first -= 1
    while first < len(words) and words[first].group().lower() in SMALL | FUNCTION_WORDS:
        first += 1
    if len(words) - first < 2:
        return None
    return Span(words[first].start(), words[-1].end())


def _without_place(text: str, words: list[re.Match[str]], stem: str) -> Span | None:
    """Search and Rescue Dog Association Scotland (SARDA): the country at the end has no letter."""
    if len(words) < 3 or not is_place(words[-1].group()):
        return None
    for count in range(3, min(len(words), 2 * len(stem) + 4) + 1):
        chosen = [w.group() for w in words[-count:]]
        if chosen[0].lower() not in SMALL and spells(stem, chosen[:-1]):
            return Span(words[-count].start(), words[-1].end())
    return None


def spells(initials: str, words: list[str]) -> bool:
    """Whether the initials are the first letters of the words in order; small words may be skipped or counted, and a
    word may give a second letter from its middle (MicroFinance, Co-ordination)."""
    letters = [c for c in initials.replace(".", "").replace("&", "") if c.isalnum()]
    lowered = [w.lower() for w in words if w.lower() != "s"]
    if not letters or not lowered or lowered[0][0] != letters[0].lower():
        return False
    return _match("".join(letters).lower(), lowered)


def _match(letters: str, words: list[str]) -> bool:
    if not words:
        return not letters
    if not letters:
        return all(w in SMALL for w in words)
    word = words[0]
    if word[0] == letters[0] and _match(letters[1:], words[1:]):
        return True
    parts = [part[0] for part in word.split("-") if part]
    if len(parts) > 1 and letters.startswith("".join(parts)) and _match(letters[len(parts) :], words[1:]):
        return True
    # A compound gives two letters: "Multinational (MN)", "Cooperation (CO)".
    if (
        len(letters) > 1
        and word[0] == letters[0]
        and letters[1] in word[1:]
        and len(word) > 7
        and len(words) > 1
        and _match(letters[2:], words[1:])
    ):
        return True
    return word in SMALL and _match(letters, words[1:])


def first_letters(words: str) -> str:
    """The initials the words would have, small words left out: "ECEA" for Erie City Employees Association."""
    return "".join(w[0].upper() for w in _WORD.findall(words) if w.lower() not in SMALL)

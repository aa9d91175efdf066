"""The words of English with how common each is, forms the dialects do not share, and misspellings with their cure.

Word lists stand beside this file; README.md there tells where they come from.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA

FOLDER = Path(__file__).parent / "words"
COMMON = 35  # SCOWL's classes: 10 the commonest thousands, 35 a small dictionary, 60 a good one, 80 everything
KNOWN_WELL = 60
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Dialects:
    """Spellings by dialect. ``foreign`` maps a dialect's foreign forms to its own; ``ize`` maps -ize forms to -ise."""

    foreign: dict[str, dict[str, str]]
    ize: dict[str, str]


@cache
def _lists() -> dict[str, list[str]]:
    with gzip.open(FOLDER / "scowl.txt.gz", "rt", encoding="ascii") as lines:
        return {size: rest.split() for size, _, rest in (line.partition("\t") for line in lines)}


@cache
def proper_words() -> frozenset[str]:
    """Words written with a capital (Sunday, Danish) and common names, in lower case."""
    return frozenset(_lists()["names"])


@cache
def words() -> dict[str, int]:
    """Every known lower-case word with its class: the lower the commoner."""
    found: dict[str, int] = {}
    for size, members in _lists().items():
        if size != "names":
            found.update(dict.fromkeys(members, int(size)))
    for line in (FOLDER / "newer.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for word in line.split():
                found.setdefault(word, 70)
    return found


@cache
def misspellings() -> dict[str, tuple[str, ...]]:
    """Misspellings whose cure is not simply the nearest common word, with what is meant, likeliest first."""
    rows = (line.split() for line in (FOLDER / "misspellings.txt").read_text(encoding="utf-8").splitlines())
    return {row[0]: tuple(row[1:]) for row in rows if row and row[0] != "#"}


@cache
def dialects() -> Dialects:
    """The forms that one dialect does not share."""
    american: dict[str, str] = {}
    british: dict[str, str] = {}
    ize: dict[str, str] = {}
    for line in (FOLDER / "dialects.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        us, gb, kind = line.split("\t")
        if kind in ("both", "us"):
            british[us] = gb
        if kind in ("both", "gb", "ize"):
            american[gb] = us
        if kind == "ize":
            ize[us] = gb
    return Dialects({"en-US": american, "en-GB": british}, ize)


def one_edit_away(word: str) -> Iterator[str]:
    """Every string one slip of the fingers away: a letter swapped with the next, doubled, dropped, added or changed."""
    halves = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    for left, right in halves:
        if right:
            yield left + right[1:]
            if len(right) > 1 and right[0] != right[1]:
                yield left + right[1] + right[0] + right[2:]
        for letter in _LETTERS:
            yield left + letter + right
            if right and letter != right[0]:
                yield left + letter + right[1:]


def nearest(word: str, *, most: int = KNOWN_WELL) -> list[str]:
    """Known words one edit away of at most that class, likeliest first."""
    known = words()
    found = {w for w in one_edit_away(word) if known.get(w, 99) <= most}
    return sorted(found, key=lambda w: (_cost(word, w), known[w], w))


def _cost(wrong: str, right: str) -> int:
    """0 for a letter doubled or not, or two letters swapped; 1 for a vowel; 2 for the rest; 3 where the first differs."""
    if wrong[0] != right[0]:
        return 3
    if len(wrong) == len(right):
        at = next(i for i, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b)
        if wrong[at + 1 :] != right[at + 1 :]:
            return 0
        return 1 if wrong[at] in "aeiouy" and right[at] in "aeiouy" else 2
    if squeezed(wrong) == squeezed(right):
        return 0
    return 1 if abs(len(wrong) - len(right)) == 1 else 2


def vowels_differ(wrong: str, right: str) -> bool:
    """Whether two words of one length differ in vowels alone: persistant, persistent."""
    return all(a == b or (a in "aeiouy" and b in "aeiouy") for a, b in zip(wrong, right, strict=True))


_ONE_SOUND = frozenset(frozenset(pair) for pair in ("cs", "sz", "ck", "kq", "gj", "ct"))


def sounds_alike(wrong: str, right: str) -> bool:
    """Whether two words of one length differ in one letter that can spell the same sound: concensus, consensus."""
    apart = [frozenset((a, b)) for a, b in zip(wrong, right, strict=True) if a != b]
    return len(apart) == 1 and apart[0] in _ONE_SOUND


def squeezed(word: str) -> str:
    """The word with every doubled letter once."""
    return "".join(c for i, c in enumerate(word) if i == 0 or word[i - 1] != c)


@cache
def _common_by_start() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word, size in words().items():
        if size <= COMMON and len(word) >= 7:
            found.setdefault(word[0], []).append(word)
    return found


def two_edits_away(word: str) -> list[str]:
    """Common words of the same first letter two edits away, commonest first."""
    known = words()
    near = [
        w for w in _common_by_start().get(word[0], ())
        if abs(len(w) - len(word)) <= 2 and OSA.distance(word, w, score_cutoff=2) <= 2
    ]  # fmt: skip
    return sorted(near, key=lambda w: (known[w], w))

"""Words so near that one can be a slip of the pen for the other."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from app.facts.names_words import fold, squash

# Names as near as a slip of the pen, and both right.
_TWO_NAMES = frozenset(
    frozenset(pair.split())
    for pair in (
        "medicaid medicare", "austria australia", "niger nigeria", "slovakia slovenia", "slovak slovene", "dominica dominican",
        "guinea guyana", "mauritius mauritania", "latvia lithuania", "gambia zambia", "iran iraq", "mali malawi",
        "senate senator", "congress congressional", "twitter twitch", "google goggle", "sunni sunnis", "kurds kurdish",
        "republic republican", "democrat democratic", "facebook facebooks", "gazan gazans", "baptist batista", "hezbollah hizbullah",
    )
)  # fmt: skip
_DERIVED = re.compile(
    r"^(?:s|es|n|an|ian|ans|ians|i|is|ese|ish|ism|ist|ists|er|ers|ns|ic|y|ed|ite|ites|esque|led|like|ing|or|ans|men|man|land|ville|son|ton)$"
)


# Drafts compare the same names again at each check.
@lru_cache(maxsize=32_768)
def alike(a: str, b: str) -> bool:
    """Whether two words are so near that one can be a slip for the other: a letter or two left out, doubled, swapped or
    changed in a word of some length, and neither is the other with an ending of its own ("Iraq", "Iraqi")."""
    x, y = fold(a), fold(b)
    if any(c.isdigit() for c in x + y) or frozenset((x, y)) in _TWO_NAMES:
        return False
    if x == y:
        return a != b and squash(a) == squash(b) and not only_marks(a, b)
    if squash(a) == squash(b):
        return True
    short, long = sorted((x, y), key=len)
    if len(short) < 4 or derived(x, y):
        return False
    if short[:3] != long[:3] and short[0] != long[0]:
        return len(short) >= 6 and OSA.distance(x, y, score_cutoff=1) <= 1 and short[1:4] == long[1:4]
    distance = OSA.distance(x, y, score_cutoff=2)
    if distance == 1:
        return len(short) >= 5 or len(short) != len(long) or sorted(x) == sorted(y)
    return distance == 2 and len(short) >= 7


def derived(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and bool(_DERIVED.match(long[len(short) :]))


def only_marks(a: str, b: str) -> bool:
    """Whether two spellings differ in nothing but case, full points or the shape of an apostrophe."""
    plain = [re.sub(r"[.’‘]", "'", w).replace("'", "").lower() for w in (a, b)]
    return plain[0] == plain[1]


def near_enough(surname: str, other: str) -> bool:
    """Whether a surname that nobody has is meant for one that somebody has: Attwood for Attwater, Jenkin for Jenkins."""
    a, b = fold(surname), fold(other)
    if min(len(a), len(b)) >= 4 and a[0] == b[0] and OSA.distance(a, b) <= (1 if min(len(a), len(b)) < 6 else 2):
        return True
    if min(len(a), len(b)) >= 7 and a[0] == b[0] and a[-4:] == b[-4:] and OSA.distance(a, b) <= 3:
        return True  # Malhotra for Mehrotra
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= 4 and shared >= len(a) / 2 and abs(len(a) - len(b)) <= 3


def sounds(name: str) -> str:
    """What is left of a given name without its vowels and the letters that spell one sound: Kristen, Kristin, Christin."""
    key = re.sub(r"ph", "v", re.sub(r"c[hk]?(?=[aourlk]|$)|q", "k", fold(name)))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyh]", "", key))

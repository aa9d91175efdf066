"""Organisations and places named two ways: a word misspelt, turned round, or one head for another."""

from __future__ import annotations

from collections.abc import Iterable

from app.facts.names_alike import alike, near_enough
from app.facts.names_clusters import Cluster
from app.facts.names_established import by_count
from app.facts.names_heads import heads_alike
from app.facts.names_words import NATIONALITIES, ORGANISATION_HEADS, SUFFIXES, fold, is_common, is_place, squash

# Words by which two bodies or places are rightly told apart.
_TELL_APART = frozenset(
    """north south east west northern southern eastern western northeast northwest southeast southwest central new old upper
    lower first second third fourth fifth one two three men women boys girls mens womens junior senior house senate national state
    federal county city local regional international world domestic foreign home republican democratic conservative
    labour liberal green royal public private civil military army navy air high supreme crown district circuit primary
    secondary elementary middle young big little great greater grand saint san santa los las red blue black white
    england scotland wales american british european african asian spring summer autumn winter morning evening sunday
    daily weekly premier championship super pro world olympic us uk eu un""".split()
)
_COMPASS = frozenset(
    """north south east west northern southern eastern western northeast northwest southeast southwest upper lower new old first
    second third fourth men women boys girls mens womens junior senior""".split()
)
# Bodies of one place that share all but one word, as committees do: a different word names a different body.
_SIBLINGS = frozenset(
    """committee subcommittee caucus department ministry street road avenue lane route highway school league cup division times post
    news court county award prize act bill square station bridge airport state press journal channel conference party day
    championship open tour act week games series house hall university college church tower river lake island bay high
    """.split()
)


def one_body(first: Cluster, second: Cluster) -> tuple[str, str] | None:
    """Compare every form of the first with the second name."""
    for form in _forms(first):
        a, b = form.split(" "), second.words
        if len(a) == len(b) == 1:
            pair = _two_words(first, second)
        elif squash(form) == squash(second.full):
            pair = by_count(first, second, form, second.full)
        elif len(b) == 1:
            pair = _misspelt_short(first, second, a[0])
        elif len(a) == 1:
            pair = None
        elif _turned(fold(form).split(" "), fold(second.full).split(" ")):
            pair = by_count(first, second, form, second.full)
        else:
            pair = _one_word_apart(first, second, a, b) or (
                _one_word_apart(first, second, a[: len(b)], b) if 1 < len(b) < len(a) else None
            )
        if pair is None and first.kind == "organisation" and _inner_word_dropped(a, b):
            pair = by_count(first, second, form, second.full)
        if pair:
            return pair
    return None


def _inner_word_dropped(a: list[str], b: list[str]) -> bool:
    """Nograd Clean Water Association, Nograd Water Association: a name of its own, with a word left out in the middle."""
    long, short = sorted(([fold(w) for w in a], [fold(w) for w in b]), key=len, reverse=True)
    if len(long) - len(short) != 1 or len(short) < 3 or long[-1] != short[-1] or long[-1] not in ORGANISATION_HEADS:
        return False
    if long[0] != short[0] or is_common(a[0]) or is_place(a[0]) or a[0].lower() in NATIONALITIES:
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(1, len(long) - 1))


def _forms(found: Cluster) -> Iterable[str]:
    """The full name, and the shorter ones the draft uses for it."""
    used = (m.candidate.text for m in found.mentions if m.candidate and m.form in ("full", "short"))
    return dict.fromkeys([found.full, *used])


def _two_words(first: Cluster, second: Cluster) -> tuple[str, str] | None:
    """Two single words that no list knows, long enough that a slip is likelier than two names."""
    pair = (first.full, second.full)
    if any(is_common(w) or w.lower() in NATIONALITIES for w in pair) or min(map(len, pair)) < 6 or not alike(*pair):
        return None
    if any(is_place(w) for w in pair) and any(w.lower().endswith(_OF_A_PLACE) for w in pair):
        return None
    return by_count(first, second, *pair)


_OF_A_PLACE = ("an", "ans", "er", "ers", "ese", "ish", "ite", "ites")  # Tennessee, Tennessean


def _misspelt_short(whole: Cluster, short: Cluster, front: str) -> tuple[str, str] | None:
    """The first word of a body's name, alone and misspelt: "Bellweather Securities", "Bellwether said"."""
    word = short.full
    if is_common(front) or is_place(front) or is_place(word) or word.lower() in NATIONALITIES or not alike(front, word):
        return None
    if is_common(word) and not any(m.speaks for m in short.mentions):
        return None
    return by_count(whole, short, front, word)


def _turned(x: list[str], y: list[str]) -> bool:
    """University of Wearmouth, Wearmouth University; Institute for Tertiary Policy, Tertiary Policy Institute."""
    small = {"of", "for", "the", "on", "and", "at", "in"}
    p, q = [w for w in x if w not in small], [w for w in y if w not in small]
    if sorted(p) != sorted(q) or len(p) < 2:
        return False
    if p == q:
        heads = bool(set(p) & ORGANISATION_HEADS)
        return x != y and heads  # Office of / for National Statistics, Arts Council (of) Wales
    return bool(set(p) & ORGANISATION_HEADS) and bool((set(x) | set(y)) & small)


def _one_word_apart(first: Cluster, second: Cluster, a: list[str], b: list[str]) -> tuple[str, str] | None:
    """Names equal but for one word that is misspelt, or one for which another stands that means the like."""
    lead = 0
    while lead < min(len(a), len(b)) and fold(a[lead]) == fold(b[lead]):
        lead += 1
    tail = 0
    while tail < min(len(a), len(b)) - lead and fold(a[-1 - tail]) == fold(b[-1 - tail]):
        tail += 1
    x, y = a[lead : len(a) - tail], b[lead : len(b) - tail]
    same = a[:lead] + (a[len(a) - tail :] if tail else [])
    if not x or not y:
        return None
    if len(x) == len(y) == 1:
        pair = _misspelt_word(first, second, x[0], y[0], same)
        if pair:
            return pair
    if any(is_place(w) or w.lower() in NATIONALITIES or w.isdigit() for w in (" ".join(x), " ".join(y))):
        return None
    if len(x) == len(y) == 1 and not lead and near_enough(x[0], y[0]) and not (is_common(x[0]) and is_common(y[0])):
        return by_count(first, second, x[0], y[0])  # Lodestone Minerals, Lodestar Minerals
    heads = _heads_alike(x, y)
    if {fold(w) for w in (*x, *y)} & (_COMPASS if heads else _TELL_APART):
        return None
    inside = tail and lead and fold(a[-1]) in ORGANISATION_HEADS and fold(a[-1]) not in _SIBLINGS
    near = (
        len(x) == len(y) == 1
        and inside
        and is_common(x[0])
        and is_common(y[0])
        and x[0][0] == y[0][0]
        and not is_common(a[0])
    )
    if near or (lead and not tail and heads and _distinctive(same)):
        return by_count(first, second, " ".join(x), " ".join(y))
    return None


def _misspelt_word(first: Cluster, second: Cluster, p: str, q: str, same: list[str]) -> tuple[str, str] | None:
    """One of two words that differ by a letter is misspelt, if the lists know only the other, or neither."""
    body = first.kind == "organisation" and set(fold(first.full).split(" ")) & ORGANISATION_HEADS
    if (
        body
        and fold(p).rstrip("s") == fold(q).rstrip("s")
        and _distinctive(same)
        and not all(map(is_common, [*same, p, q]))
    ):
        return by_count(first, second, p, q)  # Valterra Bioscience, Valterra Biosciences
    if not alike(p, q):
        return None
    known = [is_common(w) or is_place(w) or w.lower() in NATIONALITIES for w in (p, q)]
    if all(known):
        return None
    if any(known) and (is_place(p) or is_place(q)):
        return (p, q) if known[0] else (q, p)
    return by_count(first, second, p, q) if any(known) or any(len(w) > 3 for w in same) else None


def _heads_alike(x: list[str], y: list[str]) -> bool:
    p, q = fold(x[-1]), fold(y[-1])
    return len(x) <= 2 and len(y) <= 2 and heads_alike(p, q)


def _distinctive(words: list[str]) -> bool:
    """Whether the shared words name one body: not a place or people alone, as in "London Hospital", "New York University"."""
    joined = " ".join(words)
    names = [
        w
        for w in words
        if fold(w) not in _TELL_APART and w.lower() not in NATIONALITIES and not is_place(w) and fold(w) not in SUFFIXES
    ]
    return bool(names) and not is_place(joined) and any(len(w) > 3 for w in names)

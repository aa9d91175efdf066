"""Two spellings or wordings of one name: the mention that differs is given to the name, with the form expected there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from app.facts.names_candidates import is_acronym
from app.facts.names_clusters import Cluster, Placed
from app.facts.names_words import (
    NATIONALITIES,
    ORGANISATION_HEADS,
    PARTICLES,
    SUFFIXES,
    TITLES,
    fold,
    is_common,
    is_given,
    is_place,
    squash,
)

# Words that one body has for another: the Kestrel Fund and the Kestrel Foundation can hardly be two.
_HEADS_ALIKE = tuple(
    frozenset(words.split())
    for words in (
        "fund foundation trust charity endowment",
        "hospital infirmary clinic medical center centre hospitals healthcare health",
        "university college institute academy school polytechnic",
        "association society federation union league alliance coalition network confederation guild",
        "council board committee commission panel",
        "agency authority administration bureau office department service services directorate",
        "company corp corporation inc group holdings industries enterprises partners limited ltd plc",
        "energy power electric utilities utility gas oil petroleum",
        "observatory monitor watch center centre institute",
        "institute foundation center centre forum",
        "front movement army alliance",
        "brigade battalion brigades",
        "party movement alliance",
        "airlines airways air aviation",
        "bank banking bancorp financial",
        "project programme program initiative campaign",
        "gallery museum",
        "theatre theater playhouse",
        "systems technologies technology solutions",
        "street road avenue lane drive",
        "stadium arena ground",
        "inquiry commission review",
        "ministry department",
        "club society",
        "pharmaceuticals pharma therapeutics biosciences",
        "library libraries",
        "park gardens",
        "court tribunal",
        "laboratory laboratories labs lab",
        "rovers united city town athletic wanderers albion rangers",
    )
)
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
# Names as near as a slip of the pen, and both right.
_TWO_NAMES = frozenset(
    frozenset(pair.split())
    for pair in (
        "medicaid medicare", "austria australia", "niger nigeria", "slovakia slovenia", "slovak slovene", "dominica dominican",
        "guinea guyana", "mauritius mauritania", "latvia lithuania", "gambia zambia", "iran iraq", "mali malawi",
        "senate senator", "congress congressional", "twitter twitch", "google goggle", "sunni sunnis", "kurds kurdish",
        "republic republican", "democrat democratic", "facebook facebooks", "gazan gazans", "hezbollah hizbullah",
    )
)  # fmt: skip
_DERIVED = re.compile(
    r"^(?:s|es|n|an|ian|ans|ians|i|is|ese|ish|ism|ist|ists|er|ers|ns|ic|y|ed|ite|ites|esque|led|like|ing|or|ans|men|man|land|ville|son|ton)$"
)


def give_variants(clusters: list[Cluster]) -> list[Cluster]:
    """Merge names that are one name spelled or worded two ways; return the clusters that are left."""
    clusters = sorted(clusters, key=_first)
    gone: set[int] = set()
    for here, found in enumerate(clusters):
        if here in gone:
            continue
        for there in _rivals(clusters, here, gone):
            pair = _one_name(found, clusters[there])
            if pair:
                _merge(found, clusters[there], *pair)
                gone.add(there)
    left = [c for i, c in enumerate(clusters) if i not in gone]
    for found in left:
        _vary_inside(found)
    return left


def _first(found: Cluster) -> int:
    return min(m.span.start for m in found.mentions)


def _rivals(clusters: list[Cluster], here: int, gone: set[int]) -> Iterator[int]:
    """Later clusters that can be worth comparing: they share the first letter of some word."""
    letters = {w[0] for w in fold(clusters[here].full).split(" ") if w}
    for there in range(here + 1, len(clusters)):
        if there not in gone and letters & {w[0] for w in fold(clusters[there].full).split(" ") if w}:
            yield there


def _merge(into: Cluster, other: Cluster, established: str, variant: str) -> None:
    """Give the mentions of ``other`` to ``into``; those written as ``variant`` expect ``established``."""
    swapped = _holds(into.full, variant) and not _holds(into.full, established)
    if swapped:
        into.mentions = [_marked(m, established, variant) for m in into.mentions]
        into.mentions.extend(other.mentions)
        into.full = other.full if len(other.words) >= len(into.words) else _replaced(into.full, established, variant)
    else:
        into.mentions.extend(_marked(m, established, variant) for m in other.mentions)
    if into.kind == "unknown":
        into.kind = other.kind


def _marked(mention: Placed, established: str, variant: str) -> Placed:
    candidate = mention.candidate
    if candidate is None:
        return mention
    expected = _replaced(candidate.text, established, variant)
    if expected == candidate.text:
        return mention
    return Placed(mention.span, "variant", mention.title, expected, mention.speaks, candidate)


def _replaced(text: str, established: str, variant: str) -> str:
    """The text with the variant words put right; case and other words kept."""
    found = _whole(variant, text)
    return text[: found.start()] + established + text[found.end() :] if found else text


def _whole(words: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text)


def _holds(text: str, words: str) -> bool:
    return _whole(words, text) is not None


def _one_name(first: Cluster, second: Cluster) -> tuple[str, str] | None:
    """(established, variant) where the two are one name; None where they are two names or there is no telling."""
    if first.kind != "organisation" and any(w in NATIONALITIES for w in fold(first.full).split(" ")):
        return None
    if squash(first.full) == squash(second.full):
        return _by_count(first, second, first.full, second.full)
    if "person" in (first.kind, second.kind) and {first.kind, second.kind} <= {"person", "unknown"}:
        return _one_person(first, second)
    if is_acronym(first.full) or is_acronym(second.full):
        return None
    return _one_body(first, second)


def _one_person(first: Cluster, second: Cluster) -> tuple[str, str] | None:
    a, b = first.words, second.words
    if len(a) > 1 and len(b) > 1:
        return _two_full_names(first, second)
    if len(a) == 1 and len(b) == 1:
        pair = first.full, second.full
        return (
            _by_count(first, second, *pair) if alike(*pair) and _sure_person(first) and _sure_person(second) else None
        )
    whole, short = (first, second) if len(a) > 1 else (second, first)
    if not _can_be_misspelt(short):
        return None
    surname = _surname_as_written(whole)
    if alike(surname, short.full):
        return _by_count(whole, short, surname, short.full)
    if fold(short.full) == fold(surname).split(" ")[0] and " " in fold(surname):
        return surname, short.full  # half a double surname
    if _sure_person(short) and _first(whole) < _first(short) and _begins_alike(surname, short.full):
        return surname, short.full
    return None


def _begins_alike(surname: str, other: str) -> bool:
    """Attwater, Attwood: a name that nobody introduced, and that begins as an introduced one does."""
    a, b = fold(surname), fold(other)
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= 4 and shared >= len(a) / 2 and abs(len(a) - len(b)) <= 3 and not _derived(a, b)


def _derived(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and bool(_DERIVED.match(long[len(short) :]))


def _surname_as_written(found: Cluster) -> str:
    """The last name of a full name with the particles before it: "van der Merwe", "Abdul Rahman"."""
    used = [m.candidate.text for m in found.mentions if m.form == "surname" and m.candidate]
    words = found.words
    if used:
        return used[0]
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return " ".join(words[at:])


def _two_full_names(first: Cluster, second: Cluster) -> tuple[str, str] | None:
    a, b = first.words, second.words
    if squash(first.full) == squash(second.full):
        return _by_count(first, second, first.full, second.full)
    if len(a) != len(b):
        return None
    different = [i for i in range(len(a)) if fold(a[i]) != fold(b[i])]
    if len(different) != 1:
        return None
    at = different[0]
    if not alike(a[at], b[at]):
        return None
    if is_given(a[at]) and is_given(b[at]) and not (_sounds(a[at]) == _sounds(b[at]) and _far_apart(first, second)):
        return None  # Dan Fisk and Don Fisk may be brothers; Kristen Fisk and Kristin Fisk hardly
    return _by_count(first, second, a[at], b[at])


def _sounds(name: str) -> str:
    """What is left of a given name without its vowels and the letters that spell one sound: Kristen, Kristin, Christin."""
    key = re.sub(r"ph", "v", re.sub(r"c[hk]?(?=[aourlk]|$)|q", "k", fold(name)))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyh]", "", key))


def _far_apart(first: Cluster, second: Cluster) -> bool:
    """Whether no two mentions stand side by side, as those of brothers or sisters would."""
    return all(abs(m.span.start - n.span.start) > 120 for m in first.mentions for n in second.mentions)


def _sure_person(found: Cluster) -> bool:
    return any(m.title or m.speaks for m in found.mentions)


def _can_be_misspelt(found: Cluster) -> bool:
    """Whether a single word can be a person's surname in a wrong spelling rather than a word or name of its own."""
    word = found.full
    sure = _sure_person(found)
    if word.lower() in NATIONALITIES or word.lower() in TITLES or (is_place(word) and not sure):
        return False
    if is_given(word) and not any(m.title for m in found.mentions):
        return False
    return sure or not is_common(word)


def alike(a: str, b: str) -> bool:
    """Whether two words are so near that one can be a slip for the other: a letter or two left out, doubled, swapped or
    changed in a word of some length, and neither is the other with an ending of its own ("Iraq", "Iraqi")."""
    x, y = fold(a), fold(b)
    if any(c.isdigit() for c in x + y) or frozenset((x, y)) in _TWO_NAMES:
        return False
    if x == y:
        return a != b and squash(a) == squash(b) and not _only_marks(a, b)
    if squash(a) == squash(b):
        return True
    short, long = sorted((x, y), key=len)
    if len(short) < 4 or _derived(x, y):
        return False
    if short[:3] != long[:3] and short[0] != long[0]:
        return len(short) >= 6 and OSA.distance(x, y, score_cutoff=1) <= 1 and short[1:4] == long[1:4]
    distance = OSA.distance(x, y, score_cutoff=2)
    if distance == 1:
        return len(short) >= 5 or len(short) != len(long) or sorted(x) == sorted(y)
    return distance == 2 and len(short) >= 7


def _only_marks(a: str, b: str) -> bool:
    """Whether two spellings differ in nothing but case, full points or the shape of an apostrophe."""
    plain = [re.sub(r"[.’‘]", "'", w).replace("'", "").lower() for w in (a, b)]
    return plain[0] == plain[1]


def _by_count(first: Cluster, second: Cluster, a: str, b: str) -> tuple[str, str] | None:
    """Which of two forms is established: the one used more; of two as frequent, the first."""
    if _only_marks(a, b):
        return None
    ours, theirs = _uses(first, a), _uses(second, b)
    known = (False, False) if "person" in (first.kind, second.kind) else (is_place(a), is_place(b))
    if known == (True, True):
        return None
    if (theirs > ours and theirs >= 2 and ours <= 1) or (
        known == (False, True) and len(a.split()) == len(b.split()) == 1
    ):
        return b, a
    if _first(first) <= _first(second) or ours > theirs:
        return a, b
    return (b, a) if theirs >= ours else (a, b)


def _uses(found: Cluster, form: str) -> int:
    return sum(1 for m in found.mentions if m.candidate and form in m.candidate.text)


def _one_body(first: Cluster, second: Cluster) -> tuple[str, str] | None:
    """Compare every form of the first with the second name."""
    for form in _forms(first):
        a, b = form.split(" "), second.words
        if len(a) == len(b) == 1:
            pair = _two_words(first, second)
        elif squash(form) == squash(second.full):
            pair = _by_count(first, second, form, second.full)
        elif len(b) == 1:
            pair = _misspelt_short(first, second, a[0])
        elif len(a) == 1:
            pair = None
        elif _turned(fold(form).split(" "), fold(second.full).split(" ")):
            pair = _by_count(first, second, form, second.full)
        else:
            pair = _one_word_apart(first, second, a, b) or (
                _one_word_apart(first, second, a[: len(b)], b) if 1 < len(b) < len(a) else None
            )
        if pair:
            return pair
    return None


def _misspelt_short(whole: Cluster, short: Cluster, front: str) -> tuple[str, str] | None:
    """The first word of a body's name, alone and misspelt: "Bellweather Securities", "Bellwether said"."""
    word = short.full
    if is_common(front) or is_place(front) or is_place(word) or word.lower() in NATIONALITIES or not alike(front, word):
        return None
    if is_common(word) and not any(m.speaks for m in short.mentions):
        return None
    return _by_count(whole, short, front, word)


def _forms(found: Cluster) -> Iterable[str]:
    """The full name, and the shorter ones the draft uses for it."""
    used = (m.candidate.text for m in found.mentions if m.candidate and m.form in ("full", "short"))
    return dict.fromkeys([found.full, *used])


def _two_words(first: Cluster, second: Cluster) -> tuple[str, str] | None:
    """Two single words that no list knows, long enough that a slip is likelier than two names."""
    pair = (first.full, second.full)
    if any(is_common(w) or w.lower() in NATIONALITIES for w in pair) or min(map(len, pair)) < 6 or not alike(*pair):
        return None
    return _by_count(first, second, *pair)


def _turned(x: list[str], y: list[str]) -> bool:
    """University of Wearmouth, Wearmouth University; Institute for Tertiary Policy, Tertiary Policy Institute."""
    small = {"of", "for", "the", "on", "and", "at", "in"}
    p, q = [w for w in x if w not in small], [w for w in y if w not in small]
    if sorted(p) != sorted(q) or len(p) < 2:
        return False
    if p == q:
        return x != y and bool(set(x) & small) and bool(set(y) & small)  # Office of / for National Statistics
    return bool(set(p) & ORGANISATION_HEADS)


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
        return _by_count(first, second, " ".join(x), " ".join(y))
    return None


def _misspelt_word(first: Cluster, second: Cluster, p: str, q: str, same: list[str]) -> tuple[str, str] | None:
    """One of two words that differ by a letter is misspelt, if the lists know only the other, or neither."""
    if not alike(p, q):
        return None
    known = [is_common(w) or is_place(w) or w.lower() in NATIONALITIES for w in (p, q)]
    if all(known):
        return None
    if any(known) and (is_place(p) or is_place(q)):
        return (p, q) if known[0] else (q, p)
    return _by_count(first, second, p, q) if any(known) or any(len(w) > 3 for w in same) else None


def _heads_alike(x: list[str], y: list[str]) -> bool:
    p, q = fold(x[-1]), fold(y[-1])
    return len(x) <= 2 and len(y) <= 2 and p != q and any(p in group and q in group for group in _HEADS_ALIKE)


def _distinctive(words: list[str]) -> bool:
    """Whether the shared words name one body: not a place or people alone, as in "London Hospital", "New York University"."""
    joined = " ".join(words)
    names = [
        w
        for w in words
        if fold(w) not in _TELL_APART and w.lower() not in NATIONALITIES and not is_place(w) and fold(w) not in SUFFIXES
    ]
    return bool(names) and not is_place(joined) and any(len(w) > 3 for w in names)


def _vary_inside(found: Cluster) -> None:
    """Forms of one name that differ in a hyphen, a space or an accent; and double surnames cut in half."""
    by_key: dict[str, list[Placed]] = {}
    for mention in found.mentions:
        if mention.candidate and mention.form not in ("variant", "initials"):
            by_key.setdefault(mention.candidate.squashed, []).append(mention)
    established = _established(found, by_key)
    found.mentions = [
        Placed(m.span, "variant", m.title, established[m.span.start], m.speaks, m.candidate)
        if m.span.start in established
        else m
        for m in found.mentions
    ]


def _established(found: Cluster, by_key: dict[str, list[Placed]]) -> dict[int, str]:
    wrong: dict[int, str] = {}
    parts = {squash(t): t for t in _parts(found)}
    for key, mentions in by_key.items():
        texts = [m.candidate.text for m in mentions if m.candidate]
        model = parts.get(key) or max(dict.fromkeys(texts), key=texts.count)
        for mention in mentions:
            text = mention.candidate.text if mention.candidate else ""
            if found.kind == "person" and _is_half(found, text):
                wrong[mention.span.start] = _double_surname(found)
                continue
            if text != model and not _only_marks(text, model):
                wrong[mention.span.start] = model
    return wrong


def _double_surname(found: Cluster) -> str:
    """A surname of two parts that the draft uses as one: hyphenated, or put whole at later mentions."""
    last = found.words[-1]
    if (
        re.search(r"\w[-‑]\w", last)
        and not re.match(r"(?:al|el|ar|as|ash|at|an|ad)[-‑]", last)
        and last.split("-")[-1][0].isupper()
    ):
        return last
    used = [
        m.candidate.text
        for m in found.mentions
        if m.form == "surname" and m.candidate and " " in m.candidate.text and not is_given(m.candidate.words[0])
    ]
    tails = [t for t in used if found.full.endswith(" " + t)]
    return max(dict.fromkeys(tails), key=tails.count) if tails else ""


def _is_half(found: Cluster, text: str) -> bool:
    double = _double_surname(found)
    if not double or text == found.full or fold(text) == fold(double):
        return False
    return fold(text) in (fold(double).split(" ")[0], fold(double).split(" ")[-1]) and fold(text) not in PARTICLES


def _parts(found: Cluster) -> Iterator[str]:
    """The full name and every tail of it, as first written."""
    first = min(
        (m for m in found.mentions if m.candidate and m.form in ("full", "short")),
        key=lambda m: m.span.start,
        default=None,
    )
    if first is None or first.candidate is None:
        return
    yield first.candidate.text
    if found.kind == "person":
        words = found.words
        yield from (" ".join(words[i:]) for i in range(1, len(words)))

"""One name for another of which a single word differs, or whose words stand the other way round."""

from __future__ import annotations

import re

from app.checks.names._runs import Run
from app.facts.document import Document
from app.facts.names_heads import heads_alike
from app.facts.names_words import NATIONALITIES, ORGANISATION_HEADS, is_common, is_given, is_place

# Words by which one of several bodies is told from the others.
TELL_APART = frozenset(
    """north south east west northern southern eastern western northeast northwest southeast southwest central upper lower new old
    first second third junior senior men women boys girls house senate county city town district borough parish republican
    democratic democrat conservative labour labor liberal green primary secondary elementary middle high little great greater
    medical hospital nursing dental housing planning education health transport finance police fire army navy air force
    football basketball baseball cricket rugby tennis golf swimming athletics catholic protestant anglican methodist baptist
    lutheran presbyterian jewish muslim islamic hindu sikh christian women's men's children's""".split()
)
# A town is one of these, and its council has one name.
_TIERS = frozenset("borough district city".split())
# Words that many bodies begin with; what follows tells which one.
GENERIC = frozenset(
    """the national international world european royal american british federal state local regional united global central
    general public independent joint independent international society association federation union council institute
    university college department ministry office bureau agency authority committee commission board court school bank of
    for and in on women's""".split()
)
_HEADS = ORGANISATION_HEADS | frozenset(
    """consortium register registry index league survey refuge rescue sanctuary shelter hall products teachers farmers growers
    drivers nurses miners pilots fishermen tenants owners residents parents producers employees operators""".split()
)
_LANDS = frozenset(
    """canyon gorge creek river lake hill hills mountain mountains valley trail pass peak ridge falls bay forest wood woods
    marsh moor fen fell glacier reservoir harbour harbor reef island""".split()
)
# Heads of which a place or a parliament has many: a different word before them names a different body.
_SIBLINGS = frozenset(
    """committee subcommittee caucus department ministry street road avenue lane route highway school division times post news
    court county award prize act bill law square station bridge airport state press journal channel conference day championship
    open tour week games series house hall university college church tower river lake island bay high""".split()
)
_PLANS = frozenset("program programme project scheme plan".split())  # what a body runs has a part of its name
_ACTS = re.compile(
    r"[’']s? |,? (?:which |also |already |itself )?(?:said|says|has|had|have|is|was|are|were|plans?|will|would|told|makes?|made|runs?|sells?|sold|"
    r"announced|stopped|lost|built|closed|opened|launched|wants?|owns?|paid|employs|represents|runs|serves|needs|expects|fined|called|shares|lies|cost|"
    r"added|wrote|put|gave|[a-z]{2,}ed)\b|, (?:based|formed|founded|set up) in\b"
)


def other_word(document: Document, first: Run, run: Run) -> bool:
    """Whether the later name is the first one with one word of it changed, or the same words turned round."""
    if first.keys != run.keys and sorted(first.keys) == sorted(run.keys):
        return len(run.keys) > 2 and not re.search(
            r" (?:and|or|&|on|in|to) ", run.text(document) + first.text(document)
        )
    if _all_plural(first.keys, run.keys):
        return True
    if not _ACTS.match(document.text, run.span.end):
        return False
    if _shuffled(first.keys, run.keys):
        return True
    lead, tail = ends(first.keys, run.keys)
    x, y = first.words[lead : len(first.words) - tail], run.words[lead : len(run.words) - tail]
    if len(x) != 1 or len(y) != 1 or _links(document, first) != _links(document, run):
        return False
    pair = {first.keys[lead], run.keys[lead]}
    shared = [*first.keys[:lead], *first.keys[len(first.keys) - tail :]]
    if pair <= _TIERS:
        return lead == 1 and shared[1:] == ["council"]
    if first.keys[-1] == "products" and lead and tail == 1 and is_own(first.words[0].text):
        return True  # a maker has one such firm, whatever the word before it
    if pair & (TELL_APART | _PLANS) or any(_names_another(w.text) for w in (x[0], y[0])):
        return False
    if len(shared) == 1:
        return bool(lead) and _one_front(first, run, x[0].text, y[0].text)
    own = [w for w in shared if w not in GENERIC | TELL_APART | _HEADS and w not in NATIONALITIES and not is_place(w)]
    if not own:
        return False
    if not lead:
        return heads_alike(*sorted(pair)) and bool(_links(document, run))
    if not tail:
        at = first.words[lead - 1].end
        kept = lead > 1 and first.keys[lead - 1] in _HEADS and document.text[at : at + 4] in (" of ", " for")
        return pair <= _HEADS or pair <= _LANDS or ((first.keys[0] in _HEADS or kept) and not pair & _SIBLINGS)
    return not pair & _SIBLINGS and first.keys[-1] not in _SIBLINGS and bool(set(shared) & _HEADS)


def _shuffled(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the later name has words of the first only, in another order: the Hall of Country Broadcasters."""
    if len(b) < 3 or len(b) > len(a) or not set(b) <= set(a):
        return False
    order = [a.index(w) for w in b if w not in ("of", "for", "and", "the", "in", "on", "at")]
    return len(order) > 2 and len(set(order)) == len(order) and order != sorted(order) and bool({*a, *b} & _HEADS)


def _all_plural(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two words or more have an -s the second time, or have lost it: the Mountains and Valleys Congress."""
    if len(a) != len(b):
        return False
    off = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(off) > 1 and all(_singular(x) == _singular(y) for x, y in off)


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def is_own(word: str) -> bool:
    """A word that names one thing: no place of the lists, no word of the language."""
    return not is_place(word) and not is_common(word) and word.lower() not in NATIONALITIES and len(word) > 3


# What a firm's name ends in; of one front there is one firm, unless the copy says that it has an arm.
_TRADES = frozenset(
    """media broadcasting research securities capital partners analytics advisors advisers consulting ventures holdings industries
    enterprises foods farms motors airlines airways shipping lines freight logistics energy power minerals mining metals steel
    chemicals materials pharma pharmaceuticals therapeutics biosciences health healthcare homes properties estates hotels resorts
    records music pictures studios films stores supermarkets brands systems technologies software robotics networks telecom
    mobile apparel textiles fashions bakery brewery distillery insurance publishing press books toys games cycles""".split()
)


def _one_front(first: Run, run: Run, x: str, y: str) -> bool:
    """Lenvara Bio, Lenvara Biotech: one word shared, which names one firm, and one of the others begins the other, or
    both are what firms are called by: Lenvara Media, Lenvara Broadcasting.
    """
    long, short = sorted((x.lower(), y.lower()), key=len, reverse=True)
    if not is_own(first.words[0].text):
        return False
    return (len(short) > 2 and long.startswith(short)) or {long, short} <= _TRADES


def _names_another(word: str) -> bool:
    """Whether the word by itself tells one body from another: a number, a place, a people, a given name."""
    known = (is_place(word) or is_given(word)) and not is_common(word)
    return word[0].isdigit() or len(word) < 3 or known or word.lower() in NATIONALITIES


def ends(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[int, int]:
    """How many words two names share at the front and, of the rest, at the end."""
    lead = 0
    while lead < min(len(a), len(b)) and a[lead] == b[lead]:
        lead += 1
    tail = 0
    while tail < min(len(a), len(b)) - lead and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    return lead, tail


def _links(document: Document, run: Run) -> list[str]:
    """The small words inside: "of", "for", "&"."""
    return [w for w in run.text(document).split() if w.islower() or w == "&"]

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
# Words that many bodies begin with; what follows tells which one.
GENERIC = frozenset(
    """the national international world european royal american british federal state local regional united global central
    general public independent joint independent international society association federation union council institute
    university college department ministry office bureau agency authority committee commission board court school bank of
    for and in on women's""".split()
)
_HEADS = ORGANISATION_HEADS | frozenset("consortium register registry index league survey".split())
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
    r"announced|stopped|lost|built|closed|opened|launched|wants?|owns?|paid|employs|fined|called|shares|lies|cost|added|wrote|put|gave|[a-z]{2,}ed)\b"
)


def other_word(document: Document, first: Run, run: Run) -> bool:
    """Whether the later name is the first one with one word of it changed, or the same words turned round."""
    if first.keys != run.keys and sorted(first.keys) == sorted(run.keys):
        return len(run.keys) > 2 and not re.search(
            r" (?:and|or|&|on|in|to) ", run.text(document) + first.text(document)
        )
    if not _ACTS.match(document.text, run.span.end):
        return False
    lead, tail = ends(first.keys, run.keys)
    x, y = first.words[lead : len(first.words) - tail], run.words[lead : len(run.words) - tail]
    if len(x) != 1 or len(y) != 1 or _links(document, first) != _links(document, run):
        return False
    pair = {first.keys[lead], run.keys[lead]}
    shared = [*first.keys[:lead], *first.keys[len(first.keys) - tail :]]
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
        return pair <= _HEADS or pair <= _LANDS or (first.keys[0] in _HEADS and not pair & _SIBLINGS)
    return not pair & _SIBLINGS and first.keys[-1] not in _SIBLINGS and bool(set(shared) & _HEADS)


def is_own(word: str) -> bool:
    """A word that names one thing: no place of the lists, no word of the language."""
    return not is_place(word) and not is_common(word) and word.lower() not in NATIONALITIES and len(word) > 3


def _one_front(first: Run, run: Run, x: str, y: str) -> bool:
    """Lenvara Bio, Lenvara Biotech: one word shared, which names one firm, and one of the others begins the other."""
    long, short = sorted((x.lower(), y.lower()), key=len, reverse=True)
    return is_own(first.words[0].text) and len(short) > 2 and long.startswith(short)


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

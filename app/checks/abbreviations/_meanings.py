"""What initials may stand for that the draft does not say beside them: words of the draft, of a source, or a plain "the bank"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.facts.document import Document
from app.facts.names_initials import SMALL, Initials
from app.facts.names_words import TITLES, is_given
from app.flags.flag import Span

_BETWEEN = r"(?:[ \u00a0-]+(?:" + "|".join(sorted(SMALL)) + r")){0,2}[ \u00a0-]+"
# The plain word that stands for a body, by the letter its initials have for it.
_HEADS = {
    "A": "association agency authority alliance academy assembly", "B": "bank board bureau", "C": "council committee commission company college centre center court "
    "club church", "D": "department", "F": "federation fund foundation force", "G": "group", "H": "hospital", "I": "institute", "L": "league",
    "M": "ministry museum mine", "N": "network", "O": "office organisation organization", "P": "party", "S": "service society school", "T": "trust",
    "U": "union university", "R": "regulator",
}  # fmt: skip


def spelled_by(stem: str, text: str) -> Iterator[Span]:
    """Stretches of the text whose words begin with these letters in order, small words between them left out."""
    if len(stem) < 2 or not stem.isalpha():
        return
    words = _BETWEEN.join(rf"{re.escape(letter)}[\w’'-]{{1,}}" for letter in stem)
    for found in re.finditer(rf"(?<![\w’'-]){words}\b", text, re.IGNORECASE):
        if sum(w.lower() not in SMALL for w in re.split(r"[\s-]+", found.group())) == len(stem):
            yield Span(*found.span())


def own_short_form(document: Document, entry: Initials) -> Span | None:
    """The two capitalised words of a place, mine or company that two letters of the reporter's own stand for."""
    if len(entry.text) != 2 or not entry.text.isupper() or not entry.uses:
        return None
    a, b = entry.stem[0], entry.stem[1]
    for found in re.finditer(rf"(?<![\w’-])({a}[a-zà-ÿ’]{{2,}}) ({b}[a-zà-ÿ’]{{2,}})\b(?! [A-Z])", document.text):
        first = found.group(1)
        before = document.text[max(0, found.start() - 20) : found.start()]
        if is_given(first) or first.lower() in TITLES or re.search(r"[A-Z][\w’-]+ $", before):
            continue  # a person, or the end of a longer name
        if found.end() < entry.uses[0].start:
            return Span(*found.span())
    return None


def from_sources(document: Document, entry: Initials) -> list[str]:
    """Long forms that a source gives: its own definition first, then words that spell the initials, in capitals first."""
    found: list[str] = []
    for source in document.draft.sources:
        spans = [s.of(source.text) for s in spelled_by(entry.stem, source.text)] if len(entry.stem) > 2 else []
        found += sorted(dict.fromkeys(spans), key=lambda w: not w.istitle())
    return [w for w in dict.fromkeys(" ".join(w.split()) for w in found) if not w.isupper()][:2]


def plain_words(document: Document, entry: Initials) -> list[str]:
    """ "central bank" or "bank" for BCP: what the draft itself calls a body that has such a letter."""
    found: list[str] = []
    letters = [x for x in entry.stem.upper() if x in _HEADS]
    heads = "|".join(h for x in dict.fromkeys(letters) for h in _HEADS[x].split())
    if not heads:
        return []
    for match in re.finditer(rf"\b(?:[Tt]he|[Ii]ts|[A-Z]\w+[’']s) ((?:[a-z]+ )?({heads}))\b(?! of)", document.text):
        words, head = match.groups()
        found += [words, head] if words.split()[0] not in ("whole", "same", "other", "said") else [head]
    ranked = sorted(dict.fromkeys(found), key=lambda w: (-found.count(w), -len(w)))
    return ranked[:3]

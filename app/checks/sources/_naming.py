"""Whom the draft names as the speaker of a quotation, and how it would name somebody else there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.facts.document import Document
from app.facts.quotations import Quotation
from app.facts.sources import read_sources
from app.facts.sources_speakers import Speaker
from app.flags.flag import Span

_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Judge|Capt|Gen|Col|Det|DC|DS|DI|Sgt|PC)\.?\s+")
_NAME = re.compile(
    r"(?P<courtesy>(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Judge|Det|DC|DS|DI|PC)\.?\s+)?)"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s(?:(?:de|van|von|der|al|bin)\s)*[A-ZÀ-Þ][\w’'-]+){0,3})"
)
# Ranks as British desks shorten them before a surname, and as the rank is called by itself.
_SHORT = {
    "detective constable": ("DC", "Det Con"),
    "detective sergeant": ("DS", "Det Sgt"),
    "detective inspector": ("DI", "Det Insp"),
    "detective chief inspector": ("DCI", "Det Ch Insp"),
    "detective superintendent": ("Det Supt", "Det Supt"),
    "police constable": ("PC", "PC"),
    "chief inspector": ("Ch Insp", "Ch Insp"),
    "superintendent": ("Supt", "Supt"),
    "inspector": ("Insp", "Insp"),
    "sergeant": ("Sgt", "Sgt"),
    "professor": ("Prof", "Professor"),
    "doctor": ("Dr", "Dr"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """The person the draft names as speaker: the words with their courtesy title, and the full name they stand for."""

    span: Span
    words: str
    resolved: str | None


def named_speaker(document: Document, quotation: Quotation) -> Named | None:
    """Whom the draft names, by name, as the speaker of the quotation; None where it is a pronoun, a firm or nobody."""
    holding = [a for a in document.attributions if a.source and a.statement.overlaps(quotation.inner)]
    holding = [a for a in holding if a.statement.contains(quotation.inner) or quotation.span.contains(a.statement)]
    for attribution in sorted(holding, key=lambda a: a.statement.length):
        assert attribution.source
        found = _person(document, attribution.source, attribution.speaker)
        if found:
            return found
    return None


def _person(document: Document, source: Span, speaker: str | None) -> Named | None:
    text = document.text
    if source.of(text).lower() in ("he", "she"):
        return _by_pronoun(document, source, speaker)
    match = _NAME.match(text, source.start, source.end) or _NAME.search(text, source.start, source.end)
    if not match:
        return None
    # "Captain Lucinda Farrow, who …", "the mayor, Ada Boye": the name is the person; a firm or place is none.
    span = Span(match.start(), match.end())
    name = match["name"]
    if name.endswith(("’s", "'s")) or name.lower() in ("the", "he", "she", "they", "it", "we", "i"):
        return None
    resolved = speaker
    ledger = document.names.at(Span(*match.span("name"))) if document.names else None
    if ledger and ledger.kind == "person":
        resolved = ledger.full
    if match["courtesy"] or (ledger and ledger.kind == "person") or _is_known_person(document, name):
        return Named(span, span.of(text), resolved)
    return None


def _by_pronoun(document: Document, source: Span, speaker: str | None) -> Named | None:
    """Whom "he" or "she" means, where the same paragraph names the person before it."""
    block = document.block_at(source.start)
    if block is None or not speaker or len(speaker.split()) < 2 or not speaker[0].isupper():
        return None
    if speaker.split()[-1] not in document.text[block.start : source.start]:
        return None
    return Named(source, source.of(document.text), speaker)


def _is_known_person(document: Document, name: str) -> bool:
    surname = name.split()[-1]
    return any(t.speaker and t.speaker.surname == surname for s in read_sources(document) for t in s.turns)


def second_references(document: Document, spoke: Speaker, named: Named) -> list[str]:
    """How the draft would name this speaker in the place of ``named``, the likeliest first."""
    text = document.text
    surname = spoke.surname
    if surname not in text:
        # The draft may spell the surname otherwise, where the first name tells that it knows the person.
        introduced = re.search(rf"\b{re.escape(spoke.name.split()[0])} [A-ZÀ-Þ]", text)
        full = f"{spoke.title} {spoke.name}".strip()
        return [surname, full] if introduced and len(spoke.name.split()) > 1 else [full]
    forms = []
    rank = spoke.title.lower().replace(".", "")
    if _COURTESY.match(named.words):
        if rank in _SHORT:
            forms += [f"{short} {surname}" for short in _SHORT[rank]]
        used = re.search(rf"\b((?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Judge)\.?)\s+{re.escape(surname)}\b", text)
        if used:
            forms.insert(0, f"{used[1]} {surname}")
        if not forms:
            forms.append(f"{spoke.title} {surname}".strip() if rank else surname)
            forms += [f"{courtesy} {surname}" for courtesy in ("Mr", "Ms", "Mrs")]
    family = " ".join(spoke.name.split()[1:])
    if family and family != surname and family in text:  # Spanish and other double surnames
        forms += [family, spoke.name.split()[1]]
    forms.append(surname)
    if rank:
        forms.append(f"the {rank.split()[0]}")
    if post := _post(text, spoke):
        forms.append(f"the {post}")
    if pronoun := _pronoun(text, surname):
        forms.append(pronoun)
    opens = text[: named.span.start].rstrip(' \n“"')[-1:] in ("", ".", "!", "?")
    return [f[0].upper() + f[1:] if opens else f for f in dict.fromkeys(forms)]


def _post(text: str, spoke: Speaker) -> str:
    """The post the draft gives the person: "Ana Reyes, the port's general manager,", "Chief Executive Ana Reyes"."""
    behind = re.search(
        rf"{re.escape(spoke.name)}, (?:the |an? |its |their )?(?:[\w ]+[’']s )?(?P<post>[a-z][a-z-]+(?: [a-z-]+){{0,2}})(?=[,.]| (?:of|at|for)\b)",
        text,
    )
    before = re.search(rf"(?P<post>(?:[A-Z][a-z]+ ){{1,3}}){re.escape(spoke.name)}", text)
    found = behind["post"] if behind else before["post"].strip().lower() if before else ""
    return found if found.split(" ")[-1:] and found.split(" ")[-1] in _POSTS else ""


_POSTS = frozenset(
    """manager executive director president chair chairman chairwoman secretary minister mayor governor coach captain officer
    spokesman spokeswoman commissioner sheriff chief judge professor economist editor headteacher principal leader""".split()
)


def _pronoun(text: str, surname: str) -> str:
    """He or she, as the draft goes on after naming the person; "" where it does not tell or tells both."""
    found = re.findall(rf"\b{re.escape(surname)}\b[^.!?\n]{{0,60}}\b(he|she|his|her)\b", text)
    told = {"he" if f in ("he", "his") else "she" for f in found}
    return told.pop() if len(told) == 1 else ""

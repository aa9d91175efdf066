"""Runs of capitals -> candidates: title and name parted, with what their place in the copy says of their kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.facts.document import Document
from app.facts.names_runs import Run, find_runs
from app.facts.names_text import Word
from app.facts.names_titles import part_title
from app.facts.names_words import (
    FAMILY_FIRST,
    FUNCTION_WORDS,
    ORGANISATION_HEADS,
    PARTICLES,
    PLACE_HEADS,
    SPEECH,
    SUFFIXES,
    TITLES,
    fold,
    is_body,
    is_common,
    is_given,
    is_place,
    squash,
)
from app.facts.shift import shifted
from app.flags.flag import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place where a name stands. ``words`` are those of the name, without title; ``votes`` weigh the evidence for
    person, organisation and place; ``speaks``: it is the subject of a verb of speech or thought."""

    span: Span
    words: tuple[str, ...]
    votes: Counter[str]
    title: Span | None
    title_words: tuple[str, ...]
    block: int
    in_body: bool
    initial: bool
    possessive: bool
    after_the: bool
    speaks: bool
    common: bool  # a single ordinary word that owes its capital perhaps to its place

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def folded(self) -> str:
        return fold(self.text)

    @property
    def squashed(self) -> str:
        return squash(self.text)


_AGE = re.compile(r"(?:['’]s)?, (?:aged )?\d{1,3}(?=[,.;)]| and\b)")
_WHO = re.compile(r",? who\b")
_ROLE_AFTER = re.compile(r", (?:an?|the|its|his|her|their|whose|who|\w+['’]s)\b")
_SAID_AFTER = re.compile(r"(?:['’]s)? (?:\w+ly |also |has |had |have |later |then )?(\w+)")
_SAID_BEFORE = re.compile(
    r"(?:said|says|added|asked|asks|warned|argued|wrote|replied|explained|joked|recalled) (?:the )?$"
)
_IN_PLACE = frozenset("in at near from outside across inside around throughout toward towards through into".split())
_POST_AFTER = re.compile(
    r", (?:aged )?\d\d,|, (?:an?|the|its) [^,.]*,? who\b|, (?:the |an? )?(?:\w+ ){0,2}(?:director|president|chair\w*|leader|head|founder|"
    r"professor|spokes\w+|secretary|minister|manager|chief|editor|owner|lawyer|mayor|officer|analyst|executive)\b"
)
_POST_BEFORE = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]he|whose|\w+['’]s?) (?:[\w-]+ ){0,4}(?:director|president|chair\w*|leader|head|founder|"
    r"professor|spokes\w+|secretary|minister|manager|chief|editor|owner|lawyer|mayor|officer|analyst|executive|organiser|"
    r"organizer|treasurer|captain|coach|attorney|chancellor|author|commissioner|wife|husband|son|daughter|brother|sister|"
    r"mother|father|partner|widow|handler),? $"
)
_POSTED = re.compile(
    r", (?:an? |the |its |their )?(?:[a-z][\w-]+ ){0,2}(?:director|curator|president|chair\w*|spokes\w+|secretary|manager|editor|professor|"
    r"economist|analyst|treasurer|superintendent|headteacher|principal|coach|captain|founder)\b"
)
_KINDS_OF_COMPANY = frozenset(
    "carmaker automaker chipmaker drugmaker firm company giant lender insurer broadcaster retailer operator airline chain "
    "supplier startup start-up conglomerate utility consultancy charity nonprofit miner rival developer manufacturer".split()
)
_COLLECTIVE = frozenset(
    "members officials executives shares directors employees staff fans supporters spokesman spokeswoman spokesperson".split()
)


def find_candidates(document: Document) -> list[Candidate]:
    """All candidates of the draft, in text order."""
    found: list[Candidate] = []
    for place, run in find_runs(document):
        one = document.alone[place.block] if document.alone else document
        if (_candidates, run) not in one.kept:
            one.kept[_candidates, run] = tuple(_candidates(one, run))
        known = one.kept.get((find_candidates, run))
        if known is None or known[0] != place:  # the blocks before an edit stand where they stood
            known = (place, tuple(shifted(one.kept[_candidates, run], place)))
            one.kept[find_candidates, run] = known
        found.extend(known[1])
    return found


def _candidates(document: Document, run: Run) -> Iterator[Candidate]:
    title, name = part_title(run.words)
    if title and not name:
        # "the Prime Minister", "Archbishop of Canterbury": an office, no name.
        return
    if title:
        for word in title:
            if word.text.isupper() and len(word.text) > 1 and word.lower not in TITLES:
                yield _candidate(document, Run((word,), run.block, run.before, ""), (), (word,))
    yield _candidate(document, run, title, name)


def _candidate(document: Document, run: Run, title: Sequence[Word], name: Sequence[Word]) -> Candidate:
    text = document.text
    words = tuple(w.text for w in name)
    span = Span(name[0].start, name[-1].end)
    after = text[span.end : span.end + 40]
    speaks = _speaks(text, span, after)
    return Candidate(
        span=span,
        words=words,
        votes=_votes(document, run, title, name, after, speaks),
        title=Span(title[0].start, title[-1].end) if title else None,
        title_words=tuple(w.lower for w in title),
        block=run.block,
        in_body=document.blocks[run.block].is_body,
        initial=name[0].initial,
        possessive=name[-1].possessive,
        after_the=not title and run.before == "the",
        speaks=speaks,
        common=len(name) == 1 and name[0].initial and is_common(words[0]) and not _POST_AFTER.match(after),
    )


def _speaks(text: str, span: Span, after: str) -> bool:
    verb = _SAID_AFTER.match(after)
    if verb and verb.group(1) in SPEECH:
        return True
    return bool(_SAID_BEFORE.search(text[max(0, span.start - 16) : span.start]))


def _votes(
    document: Document, run: Run, title: Sequence[Word], name: Sequence[Word], after: str, speaks: bool
) -> Counter[str]:
    votes: Counter[str] = Counter()
    words = [w.text for w in name]
    lowers = [w.lower for w in name]
    joined = " ".join(words)
    _vote_by_words(votes, words, lowers, joined)
    if title and (lowers[-1] not in ORGANISATION_HEADS or is_given(words[0])):
        votes["person"] += 5
    if _AGE.match(after):
        votes["person"] += 5
    if _WHO.match(after):
        votes["person"] += 2
    if speaks:
        votes["person"] += 1
    if run.before == "the" and not title and not (len(words) > 1 and is_given(words[0])):
        votes["organisation"] += 2
        votes["person"] -= 4
    if not title and len(name) > 1 and _POST_BEFORE.search(document.text, max(0, name[0].start - 60), name[0].start):
        votes["person"] += 3
    if len(name) == 1 and not title and name[0].initial and _POSTED.match(after):
        votes["person"] += 2
    if run.before in _KINDS_OF_COMPANY:
        votes["organisation"] += 3
    if run.before in _IN_PLACE:
        votes["place"] += 2 if run.before in ("in", "near", "outside") else 1
    if run.after in _COLLECTIVE:
        votes["organisation"] += 2
    if run.before in ("mr", "mrs", "ms", "dr", "sheriff", "spokesman", "spokeswoman", "spokesperson"):
        votes["person"] += 2
    _vote_by_model(votes, document, Span(name[0].start, name[-1].end))
    return votes


def _vote_by_words(votes: Counter[str], words: list[str], lowers: list[str], joined: str) -> None:
    if is_place(joined):
        votes["place"] += 4
    if is_body(joined):
        votes["organisation"] += 5
    if any(w in ORGANISATION_HEADS or w in SUFFIXES for w in lowers):
        votes["organisation"] += 3 if len(words) > 1 else 1
        if lowers[-1] in ORGANISATION_HEADS | SUFFIXES or "of" in lowers or "for" in lowers:
            votes["organisation"] += 2
    if (lowers[-1] in PLACE_HEADS and len(words) > 1) or lowers[0] in (
        "lake",
        "mount",
        "mt",
        "cape",
        "fort",
        "port",
        "gulf",
        "strait",
        "isle",
        "isles",
    ):
        votes["place"] += 4
    if is_acronym(joined):
        votes["organisation"] += 3
    if "&" in joined:
        votes["organisation"] += 3
    if 2 <= len(words) <= 5 and not any(w in FUNCTION_WORDS - PARTICLES or w in ("of", "for") for w in lowers):
        if (
            is_given(words[0])
            or re.fullmatch(r"(?:[A-Z]\.)+", words[0])
            or (words[0].lower() in FAMILY_FIRST and (len(words) == 3 or "-" in words[1]))
        ):
            votes["person"] += 4
        elif not any(is_common(w) for w in words if w.lower() not in PARTICLES):
            votes["person"] += 1
    if any(w in PARTICLES - {"la", "el", "san", "de", "del"} for w in lowers[1:]):
        votes["person"] += 2


def is_acronym(word: str) -> bool:
    """Whether the word is written as initials: UN, SOHR, OfS, A&E, M5S."""
    return (
        bool(re.fullmatch(r"[A-Z][A-Za-z&]{0,2}(?:[A-Z0-9&][a-z]?)*[A-Z0-9]", word))
        and sum(c.isupper() for c in word) >= 2
        and (sum(c.isupper() for c in word) > len(word) / 2)
    )


_LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "unknown"}


def _vote_by_model(votes: Counter[str], document: Document, span: Span) -> None:
    tokens = document.tokens_in(span)
    for kind, count in Counter(_LABELS.get(t.entity, "") for t in tokens).items():
        if kind and count * 2 > len(tokens):
            votes[kind] += 1

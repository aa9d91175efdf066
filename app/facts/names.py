"""The name ledger: every person, organisation and place of the draft with its mentions.

READ FIRST, then in the order of the work: names_text.py (words), names_runs.py and names_joins.py (capitals side by side),
names_titles.py and names_candidates.py (titles and evidence), names_initials.py (long forms and their initials), names_groups.py and names_clusters.py (whose mention is whose),
names_variants.py (two spellings of one name; names_alike.py and its neighbours say which words are near), names_roles.py
(how a name is introduced). names_known.py and names_figures.py hold what readers and desks know anyway.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.facts.document import Document
from app.facts.names_candidates import find_candidates
from app.facts.names_clusters import Cluster, cluster
from app.facts.names_initials import Initials, find_initials
from app.facts.names_roles import role_of
from app.facts.names_variants import give_variants
from app.flags.flag import Span


@dataclass(frozen=True, slots=True)
class NameMention:
    """One mention. ``span`` covers the name alone, without title or possessive ending; ``form`` tells which form of
    the name it is: full, surname, first, short, initials, description ("the ministry"), or variant: a spelling or
    wording that differs from the established one, which ``expected`` gives."""

    span: Span
    form: str
    title: Span | None = None
    text: str = ""
    expected: str = ""
    quoted: bool = False
    speaks: bool = False  # subject of a verb of speech or thought


@dataclass(frozen=True, slots=True)
class Name:
    """One person, organisation or place: ``full`` the fullest form the draft gives, ``kind`` person, organisation,
    place or unknown, mentions in text order. ``initials`` stand for it in this draft ("SOHR"), ``role`` is how the draft
    introduces it ("the health secretary"); both "" where it does not say."""

    full: str
    kind: str
    mentions: tuple[NameMention, ...]
    initials: str = ""
    role: str = ""

    @property
    def surname(self) -> str:
        """The form of a person's later mentions: as the draft itself shortens the name, else the last word."""
        short = [m.text for m in self.mentions if m.form == "surname"]
        return max(set(short), key=short.count) if short else self.full.split(" ")[-1]

    @property
    def inconsistent(self) -> tuple[NameMention, ...]:
        """The mentions that are spelled or worded otherwise than the rest."""
        return tuple(m for m in self.mentions if m.form == "variant")

    @property
    def forms(self) -> dict[str, int]:
        """Each form of the name as written, with its count, in order of first appearance."""
        counts: dict[str, int] = {}
        for mention in self.mentions:
            counts[mention.text] = counts.get(mention.text, 0) + 1
        return counts


@dataclass(frozen=True, slots=True)
class NameLedger:
    """All names of a draft in the order of their first mention, and the initials it introduces or uses."""

    names: tuple[Name, ...] = ()
    initials: tuple[Initials, ...] = ()
    _places: tuple[tuple[int, int, int], ...] = field(default=(), repr=False)  # start, end, index of name

    def at(self, span: Span) -> Name | None:
        """The name with a mention that overlaps the span."""
        at = bisect_right(self._places, (span.start, 1 << 60, 0)) - 1
        for start, end, name in self._places[max(at, 0) : at + 2]:
            if start < max(span.end, span.start + 1) and span.start < end:
                return self.names[name]
        return None

    def people(self) -> tuple[Name, ...]:
        return tuple(n for n in self.names if n.kind == "person")


def find_names(document: Document) -> NameLedger:
    """Read the name ledger out of a parsed document whose quotations are known."""
    candidates = find_candidates(document)
    initials = find_initials(document)
    clusters = give_variants(cluster(document, candidates, initials))
    quoted: dict[int, list[Span]] = {}
    for quotation in document.quotations:
        quoted.setdefault(quotation.block, []).append(quotation.inner)
    names = tuple(_name(document, c, quoted) for c in clusters)
    places = sorted((m.span.start, m.span.end, i) for i, n in enumerate(names) for m in n.mentions)
    return NameLedger(names, initials, tuple(places))


def _name(document: Document, found: Cluster, quoted: Mapping[int, Sequence[Span]]) -> Name:
    mentions = tuple(
        NameMention(
            m.span,
            m.form,
            m.title,
            m.span.of(document.text),
            _as_joined(m.span.of(document.text), m.expected),
            _is_quoted(document, m.span, quoted),
            m.speaks,
        )
        for m in sorted(found.mentions, key=lambda m: m.span)
    )
    return Name(found.full, found.kind, mentions, found.initials, role_of(document, found.kind, mentions))


def _as_joined(text: str, expected: str) -> str:
    """The expected form with the "&" that the mention has between its words: Farrish & Cole."""
    words, right = text.split(" "), expected.split(" ")
    if "&" not in words or "&" in right or len(right) != len(words) - words.count("&"):
        return expected
    rest = iter(right)
    return " ".join(w if w == "&" else next(rest) for w in words)


def _is_quoted(document: Document, span: Span, quoted: Mapping[int, Sequence[Span]]) -> bool:
    """As Document.is_quoted, asking the quotations of one block only: a long draft has many names and many quotations."""
    block = document.block_at(span.start)
    return block is not None and any(inner.overlaps(span) for inner in quoted.get(block.i, ()))

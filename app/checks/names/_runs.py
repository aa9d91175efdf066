"""The capitalised words of the body in rows, as names are written: "Furrow & Sons Foods", "National Union of Mill Staff"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.facts.document import Document
from app.facts.names_text import Word, is_capital, words_of
from app.facts.names_words import FUNCTION_WORDS, ORGANISATION_HEADS, RANKS, TITLES, fold, is_common, is_given
from app.facts.shift import Place, in_places
from app.flags.flag import Span

_LINKS = frozenset("of for and the de la del du van von der & y on in".split())
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december christmas easter""".split()
)
_SHIPS = frozenset(("MV", "MS", "SS", "RMS", "HMS", "USS", "MY", "FV", "RRS", "USNS", "HMCS", "INS"))
_GOES_ON = re.compile(r"(?: (?:of|for|and|the|de|la|del|du|van|von|der|&|y))+ ")


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row: their place, the words as written and folded; ``initial`` where the first opens a sentence."""

    span: Span
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    initial: bool
    quoted: bool

    def shift(self, by: int) -> Run:
        words = tuple(w._replace(start=w.start + by, end=w.end + by) for w in self.words)
        return Run(self.span.shift(by), words, self.keys, self.initial, self.quoted)

    def text(self, document: Document) -> str:
        return self.span.of(document.text)

    @property
    def person_like(self) -> bool:
        """Whether it opens with a given name or an initial."""
        return is_given(self.words[0].text) or len(self.words[0].text.rstrip(".")) == 1


def runs_of(document: Document) -> tuple[Run, ...]:
    """All runs of the body in text order, "of" and "&" inside them; worked out once a document."""
    known: tuple[Run, ...] | None = vars(document).get("_name_runs")
    if known is None:
        known = vars(document)["_name_runs"] = tuple(in_places(document, _find, _moved))
    return known


def bodies_of(document: Document) -> list[Run]:
    """The runs that name no person, with the body of "Ann Lee of the Tarn Reef Trust" for the whole of it."""
    found = []
    for run in runs_of(document):
        at = next((i for i in range(2, len(run.words)) if _of_body(document, run, i)), 0) if run.person_like else 0
        if at:
            words = run.words[at:]
            run = Run(Span(words[0].start, run.span.end), words, run.keys[at:], False, run.quoted)
        if not run.person_like:
            found.append(run)
    return found


def _of_body(document: Document, run: Run, at: int) -> bool:
    return document.text[run.words[at - 1].end : run.words[at].start] in (" of the ", " of ", " for the ")


def _moved(runs: Iterable[Run], to: Place) -> Iterator[Run]:
    return (run.shift(to.offset) for run in runs)


def _find(document: Document) -> list[Run]:
    found = []
    for block in document.blocks:
        if not block.is_body:
            continue
        row: list[Word] = []
        words = words_of(document, block)
        for word, following in pairwise([*words, None]):
            assert word is not None
            if not is_capital(word) or (word.initial and word.lower in FUNCTION_WORDS):
                continue
            row.append(word)
            if following is None or not _joined(document.text, word, following, words):
                found.append(_run(document, row))
                row = []
            elif not is_capital(following):
                continue
        if row:
            found.append(_run(document, row))
    return [run for run in found if run.words]


def _joined(text: str, word: Word, following: Word, words: list[Word]) -> bool:
    """Whether the name goes on behind the word: a capital follows, at once or behind "of", "for", "&"."""
    if word.possessive:
        # The apostrophe of a plural inside a name: the Milk Producers’ Guild.
        heads = is_capital(following) and (fold(following.text) in ORGANISATION_HEADS or following.text == "League")
        return heads and word.text.endswith("s") and text[word.end : following.start] in ("’ ", "' ")
    if is_capital(following):
        return text[word.end : following.start] in (" ", " & ", "\u00a0")
    if word.initial and word.lower.endswith("s") and is_common(word.text):
        return False  # "Volunteers of the Night Sky Network"
    link = _GOES_ON.match(text, word.end)
    return bool(link) and text[link.end() : link.end() + 1].isupper() if link else False


def _run(document: Document, row: list[Word]) -> Run:
    words = list(row)
    initial = words[0].initial
    while len(words) > 1 and words[0].text in _SHIPS:
        words = words[1:]
    while words and (words[0].lower in TITLES or words[0].lower in RANKS or words[0].lower in _TIMES):
        words = words[1:]
    while words and words[-1].lower in _TIMES:
        words = words[:-1]
    span = Span(words[0].start, words[-1].end) if words else Span(0, 0)
    return Run(
        span, tuple(words), tuple(fold(w.text) for w in words), initial, bool(words) and document.is_quoted(span)
    )


def established(document: Document, first: Run, later: Run) -> bool:
    """Whether the first stands well before the later one, and no sentence or neighbour sets them side by side."""
    return later.span.start - first.span.end > 60 and document.sentence_at(first.span.start) != document.sentence_at(
        later.span.start
    )


def introduces_itself(document: Document, run: Run) -> bool:
    """Whether the text goes on to say who or what this is: a new name, and no slip for another."""
    following = document.text[run.span.end : run.span.end + 40]
    return bool(
        re.match(
            r",? (?:who|which|whose)\b|, (?:an?|the|his|her|its|their|\d{1,3}\b|[\w ]+[’']s)|,? \((?:\d|[A-Z])",
            following,
        )
    )

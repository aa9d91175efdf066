"""Where a text may hold the phrases of hundreds of entries, at the cost of one look-up a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from app.facts.document import Document
from app.facts.shift import in_blocks

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_InText = dict[int, tuple[tuple[str, int], ...]]
_Places = tuple[int, _InText]


@cache
def form_pattern(word: str, *, any_case: bool = False, joins: bool = False) -> re.Pattern[str]:
    """The expression for one form; a lower-case one is found with a capital too. ``joins``: a hyphen may follow."""
    form = r"[\s\u00a0]+".join(re.escape(w).replace("'", "['’]") for w in word.split())
    if any_case or word == word.lower():
        form = f"(?i:{form})"
    elif word[0].islower():
        form = f"(?i:{form[0]}){form[1:]}"  # "the Army" opens a sentence as "The Army"
    follows = r"[\w@$]|\.\w" if joins else r"[\w@$]|\.\w|[-–]\w"
    return re.compile(rf"(?<![\w@/#.])(?<!\w[-–'’])(?:{form})(?!{follows})")


class PhraseIndex:
    """Where a text may hold which entries, told by its words alone: hundreds of entries cost one look-up a word."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[tuple[frozenset[str], int, str, str]]] = {}
        self._count = 0
        self._find = self._finder()

    def add(self, forms: Iterable[str]) -> int:
        """Enter the forms of one entry, each under its longest word; return the entry's number."""
        self._count += 1
        self._find = self._finder()
        for form in forms:
            words = [w.lower() for w in _WORD.findall(form.replace("’", "'"))]
            if words:
                kept = (frozenset(words), self._count, form, words[0])
                self._by_word.setdefault(max(words, key=len), []).append(kept)
        return self._count

    def places(self, document: Document, entry: int) -> tuple[tuple[str, int], ...]:
        """Each form of the entry whose words the text has, with each offset at which its first word stands.

        Worked out once a document, and kept where cached_property keeps what it works out.
        """
        kept: dict[PhraseIndex, _Places] = vars(document).setdefault("_style_entries", {})
        known = kept.get(self)
        if known is None or known[0] != self._count:
            known = kept[self] = (self._count, self._in_blocks(document))
        return known[1].get(entry, ())

    def _finder(self) -> Callable[[Document], _InText]:
        """What finds the places in a block alone: another one after every new entry, since it is the key they are kept by."""
        return lambda one: self._all(one.text)

    def _in_blocks(self, document: Document) -> _InText:
        found: dict[int, list[tuple[str, int]]] = {}
        for place, entries in in_blocks(document, self._find):
            for entry, places in entries.items():
                found.setdefault(entry, []).extend([(form, offset + place.offset) for form, offset in places])
        return {entry: tuple(places) for entry, places in found.items()}

    def _all(self, text: str) -> _InText:
        at: dict[str, list[int]] = {}
        for match in _WORD.finditer(text.replace("’", "'")):
            at.setdefault(match[0].lower(), []).append(match.start())
        found: dict[int, list[tuple[str, int]]] = {}
        for word in at:
            for words, entry, form, first in self._by_word.get(word, ()):
                if words <= at.keys():
                    found.setdefault(entry, []).extend((form, offset) for offset in at[first])
        return {entry: tuple(places) for entry, places in found.items()}

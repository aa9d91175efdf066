"""Title and name parted: "Council President Dale Fortunato" is a title and a name, "Archbishop of Canterbury" an office."""

from __future__ import annotations

from collections.abc import Sequence

from app.facts.names_text import Word
from app.facts.names_words import (
    COURTESY,
    NATIONALITIES,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    SUFFIXES,
    TITLE_OPENERS,
    TITLES,
    is_common,
    is_given,
    is_place,
)


def part_title(words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Part "Council President Dale Fortunato" into its title and its name; ((), words) where there is no title."""
    words = tuple(words)
    if len(words) > 2 and _says_what(words[0], words[1:]):
        return words[:1], words[1:]
    at = -1
    for i, word in enumerate(words):
        if word.lower in TITLES and (i == 0 or i - at <= 4):
            at = i
    if at < 0:
        return _after_opener(words)
    rest = words[at + 1 :]
    if not rest:
        # "Judge", "Foreign Minister": an office alone, unless a name ends in such a word ("Amos King").
        return ((), words) if _ends_in_name(words) else (words, ())
    if rest[0].text in ("of", "for", "and", "to", "on", "the"):
        return _office_of(words, at)
    lowers = {w.lower for w in rest}
    if rest[-1].lower in ORGANISATION_HEADS | SUFFIXES | PLACE_HEADS and not (len(rest) > 1 and is_given(rest[0].text)):
        return (), words  # Judge Business School, Prince William County
    if lowers & {"of", "for"} and not is_given(rest[0].text):
        return (), words
    before = words[:at]
    if before and is_given(before[0].text) and words[at].lower not in COURTESY and not words[at].text.endswith("."):
        return (), words  # a name with a title word in the middle: John Bishop Smith
    return words[: at + 1], rest


_AGENT = ("er", "or", "ist", "ee", "ian", "man", "woman", "ant", "ent", "ess", "eur", "crat", "ican", "ite", "ete")


def _says_what(word: Word, name: Sequence[Word]) -> bool:
    """Briton Ada Quill, Republican Ada Quill, Referee Armen Sarkissian: who they are, set right before the name."""
    if is_given(word.text) or not (word.lower in NATIONALITIES or word.lower.endswith(_AGENT)):
        return False
    if is_given(name[0].text):
        return True
    return (
        is_common(word.text)
        and word.initial
        and not any(is_common(w.text) or w.lower in ORGANISATION_HEADS for w in name)
    )


def _ends_in_name(words: Sequence[Word]) -> bool:
    return len(words) > 1 and (is_given(words[0].text) or not is_common(words[0].text)) and words[-1].lower not in (
        "minister", "secretary", "ministry", "governor", "spokesman", "spokeswoman", "spokesperson", "director", "editor",
        "president", "chairman", "senator", "mayor", "attorney", "ambassador", "executive", "mp", "correspondent", "officer",
    ) and words[0].lower not in NATIONALITIES and not is_place(words[0].text)  # fmt: skip


def _after_opener(words: tuple[Word, ...]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    at = 0
    while at < len(words) - 1 and words[at].lower in TITLE_OPENERS:
        at += 1
    return (words[:at], words[at:]) if at and is_given(words[at].text) else ((), words)


def _office_of(words: tuple[Word, ...], at: int) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """ "Minister of Education Stefania Giannini": the office goes on to the given name, if there is one."""
    for i in range(at + 2, len(words) - 1):
        if is_given(words[i].text) and words[i - 1].text not in ("of", "for", "and", "the"):
            return words[:i], words[i:]
    lowers = {w.lower for w in words}
    return (
        ((), words)
        if lowers & (ORGANISATION_HEADS - {"house", "states", "state"}) or is_place(" ".join(w.text for w in words))
        else (words, ())
    )

"""People named two ways: a surname or first name misspelt, half a surname, an ending from another name."""

from __future__ import annotations

from app.facts.names_alike import alike, near_enough, sounds
from app.facts.names_candidates import is_acronym
from app.facts.names_clusters import Cluster
from app.facts.names_established import by_count, first_place, sure_person
from app.facts.names_words import NATIONALITIES, PARTICLES, TITLES, fold, is_body, is_common, is_given, is_place, squash


def one_person(first: Cluster, second: Cluster) -> tuple[str, str] | None:
    a, b = first.words, second.words
    if len(a) > 1 and len(b) > 1:
        return _two_full_names(first, second)
    if len(a) == 1 and len(b) == 1:
        pair = first.full, second.full
        return by_count(first, second, *pair) if alike(*pair) and sure_person(first) and sure_person(second) else None
    whole, short = (first, second) if len(a) > 1 else (second, first)
    surname = _surname_as_written(whole)
    if not _can_be_misspelt(short, surname):
        return None
    if alike(surname, short.full):
        return by_count(whole, short, surname, short.full)
    if fold(short.full) == fold(surname).split(" ")[0] and " " in fold(surname):
        return surname, short.full  # half a double surname
    if sure_person(short) and first_place(whole) < first_place(short) and near_enough(surname, short.full):
        return surname, short.full  # nobody of that name is introduced, and somebody is whose name is near
    return None


def surname_misspelt(first: Cluster, second: Cluster) -> tuple[str, str] | None:
    """A person's surname beside a single word that the model takes for a body or place, and that no list knows."""
    whole, short = (first, second) if len(first.words) > 1 else (second, first)
    word = short.full
    if whole.kind != "person" or len(whole.words) == 1 or " " in word or is_acronym(word):
        return None
    if is_place(word) or is_body(word) or is_common(word) or is_given(word) or word.lower() in NATIONALITIES:
        return None
    surname = _surname_as_written(whole)
    return by_count(whole, short, surname, word) if alike(surname, word) else None


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
        return by_count(first, second, first.full, second.full)
    if len(a) == len(b) == 2 and fold(a[0]) == fold(b[1]) and fold(a[1]) == fold(b[0]):
        return by_count(first, second, first.full, second.full)  # the family name put first in one place
    if len(a) != len(b):
        return None
    different = [i for i in range(len(a)) if fold(a[i]) != fold(b[i])]
    if len(different) != 1:
        return None
    at = different[0]
    if not alike(a[at], b[at]):
        return None
    if is_given(a[at]) and is_given(b[at]) and not (sounds(a[at]) == sounds(b[at]) and _far_apart(first, second)):
        return None  # Dan Fisk and Don Fisk may be brothers; Kristen Fisk and Kristin Fisk hardly
    return by_count(first, second, a[at], b[at])


def _far_apart(first: Cluster, second: Cluster) -> bool:
    """Whether no two mentions stand side by side, as those of brothers or sisters would."""
    return all(abs(m.span.start - n.span.start) > 120 for m in first.mentions for n in second.mentions)


def _can_be_misspelt(found: Cluster, surname: str) -> bool:
    """Whether a single word can be a person's surname in a wrong spelling rather than a word or name of its own."""
    word = found.full
    sure = sure_person(found)
    if word.lower() in NATIONALITIES or word.lower() in TITLES or (is_place(word) and not sure):
        return False
    if is_given(word) and not is_given(surname) and not any(m.title for m in found.mentions):
        return False
    return sure or not is_common(word)

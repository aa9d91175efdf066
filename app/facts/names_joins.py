"""Small words inside a name, and whether it goes on behind them: "of", "for", "and", "van der"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapidfuzz.distance import OSA

from app.facts.names_text import Word, is_capital
from app.facts.names_words import OF_HEADS, ORGANISATION_HEADS, PARTICLES, TITLES, is_common, is_given, is_place


def over_connector(text: str, words: Sequence[Word], first: int, end: int) -> int | None:
    """The new end of a name that goes on behind small words: University of, Bureau of Safety and; None where it ends."""
    at = end
    while (
        at < len(words)
        and at < end + 3
        and not is_capital(words[at])
        and text[words[at - 1].end : words[at].start] in (" ", "\xa0")
    ):
        at += 1
    if (
        at >= len(words)
        or at == end
        or not is_capital(words[at])
        or text[words[at - 1].end : words[at].start] not in (" ", "\xa0")
    ):
        return None
    between = [w.lower for w in words[end:at]]
    if any(w.possessive for w in words[end - 1 : at]):
        return None
    last = words[end - 1]
    if all(w in PARTICLES for w in between):
        return (
            at + 1
            if not is_common(last.text) or is_given(last.text) or between[0] in ("de", "di", "del", "van")
            else None
        )
    heads = {w.lower for w in words[first:end]}
    if between in (["of"], ["for"], ["on"], ["of", "the"], ["for", "the"], ["on", "the"], ["at"], ["against"]):
        if between == ["at"]:
            return at + 1 if "university" in heads else None
        if between[0] == "of" and (heads & OF_HEADS or _like_a_head(last.text)):
            return at + 1
        if between[0] != "of" and heads & ORGANISATION_HEADS and (is_common(words[at].text) or between[0] == "for"):
            return at + 1
        return at + 1 if between == ["of"] and (last.lower, words[at].lower) in _FIXED_OF else None
    if between == ["and"]:
        return at + 1 if _and_joins(text, words, first, end, at) else None
    return None


@cache
def _like_a_head(word: str) -> bool:
    """A head misspelt: "Chuch of", "Universty of"."""
    if is_common(word) or len(word) < 5 or not word[0].isupper():
        return False
    lower = word.lower()
    return any(abs(len(head) - len(lower)) <= 1 and OSA.distance(head, lower, score_cutoff=1) <= 1 for head in OF_HEADS)


_FIXED_OF = frozenset({("trinidad", "tobago"), ("doctors", "world"), ("bank", "england")})


def _and_joins(text: str, words: Sequence[Word], first: int, end: int, at: int) -> bool:
    """ "Safety and Environmental Enforcement" after "Bureau of"; "University and College Staff Federation"."""
    following = words[at]
    if (
        not is_common(following.text)
        or following.lower in TITLES
        or is_given(following.text)
        or is_place(following.text)
    ):
        return False
    last = words[end - 1]
    lowers = [w.lower for w in words[first:end]]
    if any(w in ("of", "for", "on") for w in lowers) and any(w in ORGANISATION_HEADS for w in lowers):
        return is_common(last.text) and following.lower not in ORGANISATION_HEADS
    right = at
    while (
        right + 1 < len(words)
        and is_capital(words[right + 1])
        and text[words[right].end : words[right + 1].start] == " "
    ):
        right += 1
    ends_in_head = right > at and words[right].lower in ORGANISATION_HEADS
    return (
        ends_in_head
        and is_common(last.text)
        and (end - first == 1 or last.lower not in ORGANISATION_HEADS)
        and not last.initial
    )

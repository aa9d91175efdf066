"""Two spellings or wordings of one name: the mention that differs is given to the name, with the form expected there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.facts.names_alike import only_marks
from app.facts.names_bodies_alike import one_body
from app.facts.names_candidates import is_acronym
from app.facts.names_clusters import Cluster, Placed
from app.facts.names_established import by_count, first_place
from app.facts.names_people_alike import one_person, surname_misspelt
from app.facts.names_words import NATIONALITIES, ORGANISATION_HEADS, PARTICLES, fold, is_given, squash


def give_variants(clusters: list[Cluster]) -> list[Cluster]:
    """Merge names that are one name spelled or worded two ways; return the clusters that are left."""
    clusters = sorted(clusters, key=first_place)
    gone: set[int] = set()
    for here, there in _rivals(clusters):
        if here in gone or there in gone:
            continue
        pair = _one_name(clusters[here], clusters[there])
        if pair:
            _merge(clusters[here], clusters[there], *pair)
            gone.add(there)
    left = [c for i, c in enumerate(clusters) if i not in gone]
    for found in left:
        _vary_inside(found)
    return left


def _rivals(clusters: list[Cluster]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing, in order: some word of the one begins, or begins and ends, as some word of the other."""
    holders: dict[str, list[int]] = {}
    keys = [_keys(c) for c in clusters]
    for at, own in enumerate(keys):
        for key in own:
            holders.setdefault(key, []).append(at)
    for here, own in enumerate(keys):
        yield from ((here, there) for there in sorted({t for key in own for t in holders[key] if t > here}))


def _keys(found: Cluster) -> set[str]:
    words = [w for w in fold(found.full).split(" ") if len(w) > 3 or " " not in found.full]
    return {key for w in words if w for key in (w[:2], w[0] + "…" + w[-1], "…" + w[1:4])}


def _one_name(first: Cluster, second: Cluster) -> tuple[str, str] | None:
    """(established, variant) where the two are one name; None where they are two names or there is no telling."""
    words = set(fold(first.full).split(" "))
    people = "person" in (first.kind, second.kind)  # Finn and Dane are first names as well
    if (words & NATIONALITIES and not words & ORGANISATION_HEADS and not people) or (
        _has_digit(first.full) or _has_digit(second.full)
    ):
        return None
    if squash(first.full) == squash(second.full):
        return by_count(first, second, first.full, second.full)
    if "person" in (first.kind, second.kind) and {first.kind, second.kind} <= {"person", "unknown"}:
        return one_person(first, second)
    if "person" in (first.kind, second.kind) and (pair := surname_misspelt(first, second)):
        return pair
    if is_acronym(first.full) or is_acronym(second.full):
        return None
    return one_body(first, second)


@lru_cache(maxsize=8192)
def _has_digit(name: str) -> bool:
    return any(c.isdigit() for c in name)


def _merge(into: Cluster, other: Cluster, established: str, variant: str) -> None:
    """Give the mentions of ``other`` to ``into``; those written as ``variant`` expect ``established``."""
    swapped = _holds(into.full, variant) and not _holds(into.full, established)
    if swapped:
        into.mentions = [_marked(m, established, variant) for m in into.mentions]
        into.mentions.extend(other.mentions)
        into.full = other.full if len(other.words) >= len(into.words) else _replaced(into.full, established, variant)
    else:
        into.mentions.extend(_marked(m, established, variant) for m in other.mentions)
    if into.kind == "unknown":
        into.kind = other.kind


def _marked(mention: Placed, established: str, variant: str) -> Placed:
    candidate = mention.candidate
    if candidate is None:
        return mention
    expected = _replaced(candidate.text, established, variant)
    if expected == candidate.text:
        return mention
    return Placed(mention.span, "variant", mention.title, expected, mention.speaks, candidate)


def _replaced(text: str, established: str, variant: str) -> str:
    """The text with the variant words put right; case and other words kept."""
    found = _whole(variant, text)
    return text[: found.start()] + established + text[found.end() :] if found else text


def _whole(words: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text)


def _holds(text: str, words: str) -> bool:
    return _whole(words, text) is not None


def _vary_inside(found: Cluster) -> None:
    """Forms of one name that differ in a hyphen, a space or an accent; and double surnames cut in half."""
    by_key: dict[str, list[Placed]] = {}
    for mention in found.mentions:
        if mention.candidate and mention.form not in ("variant", "initials"):
            by_key.setdefault(mention.candidate.squashed, []).append(mention)
    established = _established(found, by_key)
    found.mentions = [
        Placed(m.span, "variant", m.title, established[m.span.start], m.speaks, m.candidate)
        if m.span.start in established
        else m
        for m in found.mentions
    ]


def _established(found: Cluster, by_key: dict[str, list[Placed]]) -> dict[int, str]:
    wrong: dict[int, str] = {}
    parts = {squash(t): t for t in _parts(found)}
    for key, mentions in by_key.items():
        texts = [m.candidate.text for m in mentions if m.candidate]
        model = parts.get(key) or max(dict.fromkeys(texts), key=texts.count)
        for mention in mentions:
            text = mention.candidate.text if mention.candidate else ""
            if found.kind == "person" and _is_half(found, text):
                wrong[mention.span.start] = _double_surname(found)
                continue
            if any(c.isdigit() for c in text):
                continue
            if text != model and (not only_marks(text, model) or _capitals_differ(text, model)):
                wrong[mention.span.start] = model
    return wrong


def _capitals_differ(text: str, model: str) -> bool:
    """Whether a capital inside a word is missing or added: "Mcphail" for "McPhail", "Youtube" for "YouTube"."""
    if text.isupper() or model.isupper() or len(text) != len(model) or " " in text:
        return False
    return any(
        a != b and a.lower() == b.lower() and i > 0 and text[i - 1].isalpha()
        for i, (a, b) in enumerate(zip(text, model, strict=True))
    )


def _double_surname(found: Cluster) -> str:
    """A surname of two parts that the draft uses as one: hyphenated, or put whole at later mentions."""
    last = found.words[-1]
    if (
        re.search(r"\w[-‑]\w", last)
        and not re.match(r"(?:al|el|ar|as|ash|at|an|ad)[-‑]", last)
        and last.split("-")[-1][0].isupper()
    ):
        return last
    used = [
        m.candidate.text
        for m in found.mentions
        if m.form == "surname" and m.candidate and " " in m.candidate.text and not is_given(m.candidate.words[0])
    ]
    tails = [t for t in used if found.full.endswith(" " + t)]
    return max(dict.fromkeys(tails), key=tails.count) if tails else ""


def _is_half(found: Cluster, text: str) -> bool:
    double = _double_surname(found)
    texts = [m.candidate.text for m in found.mentions if m.candidate]
    if (
        not double
        or len(found.words) < 2
        or texts.count(text) > sum(t.endswith(double) for t in texts)
        or text == found.full
        or fold(text) == fold(double)
    ):
        return False
    return fold(text) in (fold(double).split(" ")[0], fold(double).split(" ")[-1]) and fold(text) not in PARTICLES


def _parts(found: Cluster) -> Iterator[str]:
    """The full name and every tail of it, as first written."""
    first = min(
        (m for m in found.mentions if m.candidate and m.form in ("full", "short")),
        key=lambda m: m.span.start,
        default=None,
    )
    if first is None or first.candidate is None:
        return
    yield first.candidate.text
    if found.kind == "person":
        words = found.words
        yield from (" ".join(words[i:]) for i in range(1, len(words)))

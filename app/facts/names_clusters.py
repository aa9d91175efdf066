"""Whose mention is whose: candidates gathered into one cluster for each person, organisation and place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.facts.document import Document
from app.facts.names_candidates import Candidate, is_acronym
from app.facts.names_groups import Cluster as Cluster
from app.facts.names_groups import Group, Placed
from app.facts.names_initials import Initials, spells
from app.facts.names_words import (
    FAMILY_FIRST,
    NATIONALITIES,
    ORGANISATION_HEADS,
    PARTICLES,
    fold,
    is_common,
    is_given,
    is_place,
)
from app.flags.flag import Span


def cluster(document: Document, candidates: Iterable[Candidate], initials: tuple[Initials, ...]) -> list[Cluster]:
    """Gather the candidates; return the clusters in the order of their first mention."""
    groups = _groups(candidates)
    clusters: list[Cluster] = []
    rest = _people(groups, clusters)
    rest = _bodies(rest, clusters, initials)
    for group in rest:
        clusters.append(_new(group))
    _give_initials(clusters, initials)
    _describe(document, clusters)
    return sorted(clusters, key=lambda c: min(m.span for m in c.mentions))


def _groups(candidates: Iterable[Candidate]) -> list[Group]:
    found: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        key = candidate.folded if len(candidate.words) > 1 or not is_acronym(candidate.text) else candidate.text
        found.setdefault(key, []).append(candidate)
    groups = [Group(c) for c in found.values()]
    return [
        g
        for g in groups
        if not (all(c.common for c in g.candidates) and not any(c.title or c.speaks for c in g.candidates))
    ]


def _new(group: Group, form: str = "full") -> Cluster:
    made = Cluster(group.text, group.kind)
    for candidate in group.candidates:
        made.add(candidate, form if len(candidate.words) > 1 or group.kind != "person" else "surname")
    return made


_GENERATION = re.compile(r"^(?:jr|sr|ii|iii|iv)$")


def _is_family_first(name: str) -> bool:
    """Kim Min-jae, Nguyen Thi Lan, Orban Viktor: the family name is the first word."""
    words = name.split(" ")
    hyphened = len(words) == 2 and re.search(r"\w[-‑][a-z]", words[-1]) is not None and not is_given(words[0])
    return len(words) <= 3 and (words[0].lower() in FAMILY_FIRST or hyphened)


def surnames(words: list[str], *, family_first: bool = False) -> list[str]:
    """What may stand for a person of this full name alone, in folded words: every tail, and the family name put first."""
    while len(words) > 2 and _GENERATION.match(words[-1]):
        words = words[:-1]
    tails = [" ".join(words[i:]) for i in range(1, len(words))]
    if family_first:
        tails.append(words[0])
    return tails


def _people(groups: list[Group], clusters: list[Cluster]) -> list[Group]:
    """Full names of people, then the shorter forms that point to them; return the groups that are left."""
    alone = {g.words[0] for g in groups if len(g.words) == 1 and g.kind in ("person", "unknown")}
    for group in groups:
        group.told_by_surname = 1 < len(group.words) < 4 and group.kind == "unknown" and group.words[-1] in alone
    fulls = [
        g for g in groups if len(g.words) > 1 and g.kind == "person" and not set(g.words) & {"of", "for", "and", "the"}
    ]
    people: dict[str, Cluster] = {}
    by_tail: dict[str, list[Cluster]] = {}
    for group in sorted(fulls, key=lambda g: -len(g.words)):
        known = _same_person(group, people)
        if known:
            for candidate in group.candidates:
                known.add(candidate, "full" if group.words[0] == fold(known.words[0]) else "surname")
            continue
        made = _new(group)
        people[" ".join(group.words)] = made
        clusters.append(made)
        for tail in surnames(group.words, family_first=_is_family_first(group.text)):
            by_tail.setdefault(tail, []).append(made)
    taken = {id(g) for g in fulls}
    left = []
    for group in groups:
        if id(group) in taken:
            continue
        if not _attach_person(group, by_tail, people):
            left.append(group)
    return left


def _same_person(group: Group, people: dict[str, Cluster]) -> Cluster | None:
    """The person of which this is a form with a middle name left out or a first name cut to its initial or start."""
    words = group.words
    for key, known in people.items():
        other = key.split(" ")
        if (
            other[-len(words) :] == words
            and len(other) > len(words)
            and ((len(words) > 1 and words[0] in PARTICLES | {"abdul", "abu"}) or group.titled)
        ):
            return known
        if words[-1] != other[-1] or len(words) < 2 or len(other) < 2:
            continue
        first, theirs = words[0], other[0]
        if first == theirs or (
            min(len(first), len(theirs)) in (1, 3, 4, 5) and (first.startswith(theirs) or theirs.startswith(first))
        ):
            return known
        if len(other) > len(words) and first in other[1:-1] and not is_given(words[0].title()):
            return known
    return None


def _attach_person(group: Group, by_tail: dict[str, list[Cluster]], people: dict[str, Cluster]) -> bool:
    key = " ".join(group.words)
    owners = by_tail.get(key, [])
    votes = group.votes
    form = "surname"
    if not owners and len(group.words) == 1 and not group.titled:
        owners = [c for k, c in people.items() if k.split(" ")[0] == key]
        form = "first" if is_given(group.text) or not any(c.speaks for c in group.candidates) else "surname"
    if not owners or (votes["place"] > max(4, votes["person"] + 2) and not group.titled):
        return False
    if is_acronym(group.text) and len(group.text) > 2:
        return False
    if votes["organisation"] > votes["person"] + 4 and not group.titled:
        return False
    for candidate in group.candidates:
        _nearest(owners, candidate).add(candidate, form)
    return True


def _nearest(owners: list[Cluster], candidate: Candidate) -> Cluster:
    """Of several people of one surname the one named last before this place."""
    if len(owners) == 1:
        return owners[0]
    before = [
        (m.span.start, i) for i, c in enumerate(owners) for m in c.mentions if m.span.start < candidate.span.start
    ]
    return owners[max(before)[1]] if before else owners[0]


def _bodies(groups: list[Group], clusters: list[Cluster], initials: tuple[Initials, ...]) -> list[Group]:
    """Organisations and places of several words, then the short forms that point to them."""
    long = [g for g in groups if len(g.words) > 1]
    bodies: list[Cluster] = []
    for group in sorted(long, key=lambda g: (-len(g.words), g.candidates[0].span.start)):
        owner = _short_of(group, bodies)
        if owner:
            for candidate in group.candidates:
                owner.add(candidate, "short")
        else:
            bodies.append(_new(group))
    clusters.extend(bodies)
    left = []
    for group in groups:
        if len(group.words) > 1:
            continue
        owner = _by_initials(group, bodies, initials) if is_acronym(group.text) else _short_of(group, bodies)
        if owner:
            for candidate in group.candidates:
                owner.add(candidate, "initials" if is_acronym(group.text) else "short")
        else:
            left.append(group)
    return left


def _short_of(group: Group, bodies: list[Cluster]) -> Cluster | None:
    """The longer name that begins with these words, or ends in them if they are its head: "Tarrow", "the Observatory"."""
    words, text = group.words, group.text
    if is_place(text) or text.lower() in NATIONALITIES or (group.kind == "place" and group.votes["place"] > 2):
        return None
    for body in bodies:
        theirs = fold(body.full).split(" ")
        if len(theirs) <= len(words) or body.kind == "place":
            continue
        if theirs[: len(words)] == words and (
            len(words) > 1 or not is_common(words[0]) or group.votes["organisation"] > group.votes["place"]
        ):
            return body
        head = len(words) == 1 and words[0] in ORGANISATION_HEADS and any(c.after_the for c in group.candidates)
        if head and words[0] in theirs:
            return body
        if len(words) > 1 and theirs[-len(words) :] == words and words[-1] in ORGANISATION_HEADS:
            return body
        if len(words) == 1 and theirs[-2:] == ["of", words[0]] and theirs[0] == "university" and group.kind != "place":
            return body
    return None


def _by_initials(group: Group, bodies: list[Cluster], initials: tuple[Initials, ...]) -> Cluster | None:
    text = group.text
    for entry in initials:
        if entry.text == text and entry.long:
            long = fold(entry.long)
            best = next((b for b in bodies if fold(b.full) == long), None) or next(
                (b for b in bodies if fold(b.full).endswith(long) or long.endswith(fold(b.full))), None
            )
            if best:
                return best
    return next((b for b in bodies if b.kind != "place" and len(b.words) > 2 and spells(text, b.words)), None)


def _give_initials(clusters: list[Cluster], initials: tuple[Initials, ...]) -> None:
    for found in clusters:
        short = [m.candidate.text for m in found.mentions if m.form == "initials" and m.candidate]
        if short:
            found.initials = short[0]


_HEAD = re.compile(r"\b[Tt]he ([a-z][a-z-]{3,})\b")


def _describe(document: Document, clusters: list[Cluster]) -> None:
    """ "the observatory", "the ministry": after a body whose head is that word, and only while one body has it."""
    by_head: dict[str, list[Cluster]] = {}
    for found in clusters:
        if found.kind == "organisation":
            for word in set(fold(found.full).split(" ")) & (
                ORGANISATION_HEADS - {"state", "nation", "group", "house", "times", "force", "rights"}
            ):
                by_head.setdefault(word, []).append(found)
    for block in document.blocks:
        if not by_head or not block.is_body:
            continue
        for match in _HEAD.finditer(document.text, block.start, block.end):
            owners = by_head.get(match.group(1), [])
            if len(owners) == 1 and min(m.span.start for m in owners[0].mentions) < match.start():
                owners[0].mentions.append(Placed(Span(match.start(1), match.end(1)), "description"))

"""People as a text presents them: name, the title before it and the role beside it. By rule, without a parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.flags.flag import Span

# A full stop belongs to a name only behind an initial or a short title: otherwise it ends the sentence.
_NAME_WORD = (
    r"(?:(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Capt|Gen|Col|Sgt|Lt|Gov|Sen|Rep|Rev|Det|Insp|Supt|Maj|Adm|Cmdr|Hon|St)\."
    r"|[A-ZÀ-Þ][\w’'-]*)"
)
_PARTICLE = r"(?:de|da|di|del|van|von|der|den|bin|ibn|al|el|la|le)"
_RUN = re.compile(rf"{_NAME_WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0])*{_NAME_WORD})*")
_ROLE_AFTER = re.compile(
    r",\s+(?:the\s+|an?\s+|its\s+|their\s+|our\s+)?(?:(?:[A-Z][\w&’'.-]*\s+){1,5}?(?<=[’']s\s)|[a-z]+[’']s\s+|[A-Z]{2,6}\s+)?"
    r"(?P<role>(?!\d|who\b|which\b|said\b|says\b|told\b|added\b|wrote\b|asked\b|gave\b|made\b|has\b|had\b|was\b|is\b|whose\b|to\b|at\b|in\b|on\b|from\b|and\b|but\b|of\b)[a-z][\w’'/ -]{3,70}?)"
    r"(?=,|;|\.|:|\)|\n|\s+(?:said|says|told|wrote|added)\b|$)"
)
_ROLE_BEFORE = re.compile(
    r"(?:^|[\s,(“\"])(?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|\w+[’']s)\s+)(?P<role>[a-z][a-z/-]*(?:\s(?!(?:by|its|the|a|an|to|from|with|said|that)\b)[a-z][a-z/-]*){0,4}),?\s+$"
)

_ROLE_IN_BRACKETS = re.compile(r"\s\((?P<role>[A-Za-z][^()\n]{3,60})\)")
# "CARLA MOON, LAUNCH DIRECTOR:" as transcripts label a speaker.
_ROLE_IN_LABEL = re.compile(r",\s(?P<role>[A-Z][\w’'/& -]{3,70})(?=:\s)")
_ROLE_OPENING = re.compile(r"(?:^|[.!?:\n]\s*|[“\"])(?P<role>[A-Z][a-z]+(?:\s[a-z][a-z/-]*){1,4})\s+$")

# "The Head of Leisure, Mr Owen Pell": minutes give offices capitals.
_ROLE_IN_CAPITALS = re.compile(
    r"\b(?:[Tt]he|[Oo]ur)\s(?P<role>(?:[A-Z][a-z]+\s){1,3}(?:of|for)\s(?:the\s)?[A-Z]\w+(?:\s(?:and\s)?[A-Z]\w+){0,3}),\s+$"
)
_ROLE_WITH_NAME_IN_BRACKETS = re.compile(r"(?:^|\n)(?:The\s)?(?P<role>[A-Z][^()\n:]{3,60}?)\s\($")


# "According to athletic director Jo Smith": an office with neither article nor comma.
_ROLE_BARE = re.compile(
    r"(?:^|[\s“\"])(?!(?:the|an?|and|or|by|to|of|from|with|for|said|says|told|added|as|when|that|his|her|its|their|our)\s)"
    r"(?P<role>[a-z][a-z-]*(?:\s(?!(?:and|or|by|to|of|from|with|for|said|says|told|added|as|when|that)\s)[a-z][a-z-]*){0,3})\s+$"
)
# What stands in a title between its own words: Chief Operating Officer, Associate Athletic Director.
_BETWEEN = frozenset(
    """operating financial finance medical nursing scientific science technology technical information marketing legal
    athletic investment commercial data risk strategy revenue product compliance sustainability policy communications
    creative editorial clinical academic customer people digital corporate administrative""".split()
)
# Transcripts shout the name of whoever speaks: "STATE ATHLETIC DIRECTOR JO SMITH: Thank you."
_SHOUTED = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .,'’()-]{5,}(?=:)", re.MULTILINE)


@cache
def titles() -> frozenset[str]:
    """Words that are part of a title, lower case without full stops."""
    lines = (Path(__file__).parent / "sources_titles.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _not_names() -> frozenset[str]:
    lines = (Path(__file__).parent / "sources_not_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@dataclass(frozen=True, slots=True)
class Presented:
    """One mention of a person with what is said of their office; spans are of the text that was read."""

    name: str
    span: Span
    title: str = ""
    title_span: Span | None = None
    role: str = ""
    role_span: Span | None = None

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


def people_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Presented]:
    """Mentions of people with a first name or a title, in order."""
    end = len(text) if end is None else end
    text = _SHOUTED.sub(lambda label: label[0].title(), text)
    for run in _RUN.finditer(text, start, end):
        found = _read(text, run, start, end)
        if found:
            yield found


def _read(text: str, run: re.Match[str], start: int, end: int) -> Presented | None:
    words = [(m.group().rstrip(".,’'"), run.start() + m.start()) for m in re.finditer(r"\S+", run.group())]
    words = [(re.sub(r"['’]s$", "", w), at) for w, at in words]
    plain = [w.lower().strip(".") for w, _ in words]
    last = max((i for i, w in enumerate(plain[:-1]) if w in titles()), default=-1)
    if last >= 0 and plain[last] in ("house", "city", "county", "state", "police") and last == len(plain) - 2:
        return None
    first = last
    while first > 0:
        if plain[first - 1] in titles():
            first -= 1
        elif first > 1 and plain[first - 1] in _BETWEEN and plain[first - 2] in titles():
            first -= 2
        else:
            break
    if 0 < first < last and plain[first] in ("state", "city", "county"):
        first += 1  # of the place or college before it: "Ohio State Coach"
    name = words[last + 1 :]
    if any(p in _not_names() or p in titles() for p in plain[last + 1 :]):
        return None
    if len(name) < 2 and last < 0:
        return None
    at, stop = name[0][1], name[-1][1] + len(name[-1][0])
    title = Span(words[first][1], words[last][1] + len(words[last][0])) if last >= 0 else None
    if title and text[title.end : title.end + 1] == ".":
        title = Span(title.start, title.end + 1)
    after = _ROLE_AFTER.match(text, stop, end) or _ROLE_IN_BRACKETS.match(text, stop, end)
    if after is None and text[:at].rpartition("\n")[2].strip() == text[run.start() : at].strip():
        after = _ROLE_IN_LABEL.match(text, stop, end)
    before = _ROLE_BEFORE.search(text, max(start, run.start() - 80), run.start())
    if after and (
        re.match(r"(?:has|had|have|is|was|will|would|please)\b", after["role"]) or not _tells_office(after["role"])
    ):
        after = None
    if before is None or before["role"].split()[-1] not in titles():
        before = _ROLE_OPENING.search(text, max(start, run.start() - 80), run.start())
    if before is None:
        before = _ROLE_IN_CAPITALS.search(text, max(start, run.start() - 80), run.start())
    if before is None:
        before = _ROLE_WITH_NAME_IN_BRACKETS.search(text, max(start, run.start() - 80), run.start())
    if before is None:
        before = _ROLE_BARE.search(text, max(start, run.start() - 60), run.start())
        before = before if before and before["role"].split()[-1] in titles() else None
    role = after or (before if before and _tells_office(before["role"]) else None)
    span = Span(*role.span("role")) if role else None
    return Presented(
        " ".join(w for w, _ in name),
        Span(at, stop),
        title.of(text) if title else "",
        title,
        span.of(text) if span else "",
        span,
    )


def _tells_office(role: str) -> bool:
    return any(word.strip(".,") in titles() for word in re.split(r"[\s-]+", role.lower()))

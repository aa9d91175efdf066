"""Error injection: slips planted one at a time in published stories, and how many the checks find.

A planter is a function from a story and a random generator to slips; see plant_names.py. A slip counts as found when a
firm flag (must or should) of a fitting category covers it, or is related to it, and no such flag stood there before.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from app.checks.run import judge
from app.checks.under_style import checks_under
from app.facts.read import read_document
from app.flags.flag import Flag, Span
from app.intake.plain_text import draft_from_text

STORIES = Path(__file__).parent / "stories"


class Story(NamedTuple):
    name: str
    text: str


@dataclass(frozen=True)
class Slip:
    """One planted slip: the changed text, the place of the slip in it, what was done, and what ``clean`` it was done to
    (the story, or the story as prepared for the slip)."""

    kind: str
    text: str
    place: Span
    what: str
    clean: str
    style: str = "ap"
    dialect: str = "en-US"


class Planter(NamedTuple):
    """What plants a kind of slip, and the categories of flag that answer it."""

    kind: str
    plant: Callable[[Story, random.Random], Iterable[Slip]]
    categories: frozenset[str]


def load_stories(folder: Path = STORIES) -> list[Story]:
    return [Story(p.stem, p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.txt"))]


def replace_at(text: str, span: Span, words: str) -> tuple[str, Span]:
    """The text with the span replaced, and the place of the new words."""
    return text[: span.start] + words + text[span.end :], Span(span.start, span.start + len(words))


def slips_of(planter: Planter, stories: Iterable[Story], rng: random.Random, limit: int) -> list[tuple[str, Slip]]:
    """At most ``limit`` slips, drawn evenly from the stories."""
    by_story = {}
    for story in stories:
        slips = list({(s.text, s.place): s for s in planter.plant(story, rng)}.values())
        rng.shuffle(slips)
        by_story[story.name] = slips
    drawn: list[tuple[str, Slip]] = []
    while len(drawn) < limit and any(by_story.values()):
        for name, slips in by_story.items():
            if slips and len(drawn) < limit:
                drawn.append((name, slips.pop()))
    return drawn


def measure(
    planters: Iterable[Planter], *, seed: int, limit: int, verbose: bool = False, folder: Path = STORIES
) -> dict[str, Counter[str]]:
    """Plant, check and count: for each kind how many were planted and found, and beside how many a new flag
    stood where nothing was planted. Prints a table, and misses if asked."""
    stories = load_stories(folder)
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for planter in planters:
        rng = random.Random(f"{seed} {planter.kind}")
        for name, slip in slips_of(planter, stories, rng, limit):
            flags = list(new_flags(slip, planter.categories))
            found = any(_answers(f, slip.place) for f in flags)
            stray = [f for f in flags if not _answers(f, slip.place)]
            table[planter.kind]["planted"] += 1
            table[planter.kind]["found"] += found
            table[planter.kind]["stray"] += bool(stray)
            if verbose and stray:
                print(f"STRAY {planter.kind} {name}: {slip.what}: {stray[0].rule} on {stray[0].span.of(slip.text)!r}")
            if verbose and not found:
                print(f"MISS {planter.kind} {name}: {slip.what}")
    total = sum(table.values(), Counter[str]())
    print(f"seed {seed}")
    for kind, row in [*table.items(), ("all", total)]:
        print(
            f"{kind:28}{row['planted']:6} planted{row['found']:6} found{row['found'] / max(row['planted'], 1):8.3f}{row['stray']:5} with a new flag elsewhere"
        )
    return dict(table)


def is_found(slip: Slip, categories: frozenset[str]) -> bool:
    return any(_answers(f, slip.place) for f in new_flags(slip, categories))


def _answers(flag: Flag, place: Span) -> bool:
    return any(span.overlaps(place) for span in (flag.span, *flag.related))


def new_flags(slip: Slip, categories: frozenset[str]) -> Iterator[Flag]:
    """Firm flags of the categories that the clean text does not have on the same words with the same message."""
    before = Counter((f.rule, f.message) for f in firm_flags(slip.clean, slip, categories))
    for flag in firm_flags(slip.text, slip, categories):
        if before[flag.rule, flag.message]:
            before[flag.rule, flag.message] -= 1
        else:
            yield flag


def firm_flags(text: str, slip: Slip, categories: frozenset[str]) -> list[Flag]:
    """The firm flags of the checks declared for these categories."""
    document = read_document(draft_from_text(text, style=slip.style, dialect=slip.dialect))
    found = [
        replace(f, severity=f.severity or c.severity, category=f.category or c.category, rule=c.id)
        for c in checks_under(document.style)
        if c.category in categories
        for f in c.find(document)
    ]
    return [f for f in judge(document, found) if f.firm and f.category in categories]

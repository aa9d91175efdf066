"""Slips of names and initials planted in published stories: a letter wrong, an introduction gone, a title or a form changed.

The names are listed by hand in stories/names.json. Where a story has too little to change, it is prepared first (a title set before
both mentions of a person), and the slip is planted in what was prepared.
"""

from __future__ import annotations

import itertools
import json
import random
import re
from collections.abc import Iterator
from typing import NamedTuple

from app.flags.flag import Span
from tests.accuracy.planting import STORIES, Planter, Slip, Story, replace_at

LEAST = 0.80

_NAMES = json.loads((STORIES / "names.json").read_text(encoding="utf-8"))


class Person(NamedTuple):
    """A full name in a story, and where the surname stands alone after it."""

    first: str
    surname: str
    full: Span
    later: tuple[Span, ...]


def people(story: Story) -> list[Person]:
    """People of the story whose surname stands alone later on, outside quotation marks."""
    found = []
    for name in _NAMES["people"].get(story.name, ()):
        first, surname = name.rsplit(" ", 1)
        start = story.text.index(name)
        lone = re.compile(
            rf"(?<![\w-])(?<!{re.escape(first)} ){surname}(?![\w-])(?! (?:Foundation|Photographic|Polaroid))"
        )
        places = [Span(m.start(), m.end()) for m in lone.finditer(story.text, start + len(name))]
        later = tuple(p for p in places if not _in_quotes(story.text, p.start))
        found.append(Person(first, surname, Span(start, start + len(name)), later))
    return [p for p in found if p.later]


def untitled(story: Story) -> list[Person]:
    """People whose full name and later mentions stand without a title, or what may be one."""
    plain = []
    for person in people(story):
        later = tuple(p for p in person.later if not _after_title(story.text, p))
        if later and not _after_title(story.text, person.full):
            plain.append(person._replace(later=later))
    return plain


def _after_title(text: str, place: Span) -> bool:
    return bool(re.search(r"[A-Z][\w.]* $", text[max(0, place.start - 16) : place.start]))


def _in_quotes(text: str, at: int) -> bool:
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line.count('"') % 2 == 1 or line.count("“") > line.count("”")


def bodies(story: Story) -> list[tuple[str, list[Span]]]:
    """Bodies of the story that are named twice or more outside quotation marks, with their places."""
    found = []
    for name in _NAMES["bodies"].get(story.name, ()):
        places = [Span(m.start(), m.end()) for m in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", story.text)]
        found.append((name, [p for p in places if not _in_quotes(story.text, p.start)]))
    return [(n, p) for n, p in found if len(p) > 1]


def misspell(word: str, rng: random.Random) -> str:
    """One letter left out, doubled, changed or swapped with the next, not the first."""
    at = rng.randrange(1, len(word) - 1)
    ways = {
        "left out": word[:at] + word[at + 1 :],
        "doubled": word[:at] + word[at] + word[at:],
        "swapped": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        "changed": word[:at] + rng.choice([c for c in "aeioulnrst" if c != word[at]]) + word[at + 1 :],
    }
    wrong = [w for w in ways.values() if w != word]
    return rng.choice(wrong)


def letter_in_surname(story: Story, rng: random.Random) -> Iterator[Slip]:
    for person in people(story):
        for place in person.later:
            for _ in range(6):
                wrong = misspell(person.surname, rng)
                text, at = replace_at(story.text, place, wrong)
                yield Slip("letter in surname", text, at, f"{person.surname} -> {wrong}", story.text)


def letter_in_body(story: Story, rng: random.Random) -> Iterator[Slip]:
    for name, places in bodies(story):
        long = [w for w in name.split() if len(w) >= 6]
        if not long:
            continue
        for place, _ in itertools.product(places[1:], range(3)):
            word = rng.choice(long)
            wrong = name.replace(word, misspell(word, rng))
            text, at = replace_at(story.text, place, wrong)
            yield Slip("letter in body", text, at, f"{name} -> {wrong}", story.text)


def first_mention_cut(story: Story, rng: random.Random) -> Iterator[Slip]:
    """The first full name cut to the surname; the full name then comes at the next mention, or never."""
    for person in untitled(story):
        again = [s for s in person.later if s.start > person.full.end]
        if not again or "\n" not in story.text[: person.full.start]:
            continue
        cut, at = replace_at(story.text, person.full, person.surname)
        shift = len(person.surname) - person.full.length
        yield Slip(
            "first mention cut", cut, at, f"{person.first} {person.surname} -> {person.surname}, for good", story.text
        )
        moved, _ = replace_at(cut, again[0].shift(shift), f"{person.first} {person.surname}")
        yield Slip("first mention cut", moved, at, f"{person.first} {person.surname} -> {person.surname}", story.text)


_TITLES = (
    ("Judge", "Justice"), ("Sen.", "Rep."), ("Gov.", "Mayor"), ("Col.", "Gen."), ("Detective Sergeant", "Detective Constable"),
    ("Capt.", "Maj."), ("Prof", "Dr"), ("Ms", "Mrs"), ("Bishop", "Archbishop"), ("Sheriff", "Deputy"), ("Ambassador", "Consul"),
    ("Inspector", "Superintendent"),
)  # fmt: skip


def title_changed(story: Story, rng: random.Random) -> Iterator[Slip]:
    for person in untitled(story):
        for right, wrong in _TITLES:
            later = rng.choice(person.later)
            clean = story.text[: later.start] + right + " " + story.text[later.start :]
            clean = clean[: person.full.start] + right + " " + clean[person.full.start :]
            at = Span(later.start + len(right) + 1, later.start + 2 * len(right) + 1)
            text, place = replace_at(clean, at, wrong)
            yield Slip("title changed", text, place, f"{right} -> {wrong} {person.surname}", clean)


def initials_undefined(story: Story, rng: random.Random) -> Iterator[Slip]:
    """Every mention of a long name replaced by its initials, which nothing explains."""
    for name, places in bodies(story):
        letters = "".join(w[0] for w in name.split() if w[0].isupper())
        if len(letters) < 3 or re.search(rf"\b{letters}\b", story.text):
            continue
        text = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", letters, story.text)
        yield Slip(
            "initials undefined",
            text,
            Span(places[0].start, places[0].start + len(letters)),
            f"{name} -> {letters}",
            story.text,
        )


def initials_swapped(story: Story, rng: random.Random) -> Iterator[Slip]:
    """A long name given its initials in brackets, and one later use with two letters swapped."""
    for name, places in bodies(story):
        letters = "".join(w[0] for w in name.split() if w[0].isupper())
        if len(letters) < 3 or len(set(letters)) < 3:
            continue
        clean, _ = replace_at(story.text, places[1], letters)
        clean, _ = replace_at(clean, places[0], f"{name} ({letters})")
        at = clean.index(letters, places[0].start + len(name) + len(letters) + 3)
        wrong = letters[0] + letters[2] + letters[1] + letters[3:]
        if wrong == letters:
            continue
        text, place = replace_at(clean, Span(at, at + len(letters)), wrong)
        yield Slip("initials swapped", text, place, f"{letters} -> {wrong}", clean, style="reuters")


_HEADS = {
    "Foundation": "Fund", "University": "College", "Party": "Movement", "Department": "Ministry", "Association": "Society",
    "Institute": "Centre", "Council": "Board", "Agency": "Authority", "Union": "Federation", "School": "College",
    "Museum": "Gallery", "Company": "Group", "Alliance": "Coalition", "Trust": "Foundation", "Office": "Agency",
}  # fmt: skip


def two_forms(story: Story, rng: random.Random) -> Iterator[Slip]:
    """A body called a Fund where it was a Foundation, two words run together, a hyphen where a space was."""
    for name, places in bodies(story):
        words = name.split()
        forms = [name.replace(w, _HEADS[w]) for w in words if w in _HEADS]
        if len(words) == 2:
            forms += ["".join(words), "-".join(words)]
        for form in forms:
            text, at = replace_at(story.text, rng.choice(places[1:]), form)
            yield Slip("two forms", text, at, f"{name} -> {form}", story.text)


_ANSWERS = frozenset({"source_name", "abbreviation"})
PLANTERS = tuple(
    Planter(kind, plant, _ANSWERS)
    for kind, plant in (
        ("letter in surname", letter_in_surname),
        ("letter in body", letter_in_body),
        ("first mention cut", first_mention_cut),
        ("title changed", title_changed),
        ("initials undefined", initials_undefined),
        ("initials swapped", initials_swapped),
        ("two forms", two_forms),
    )
)

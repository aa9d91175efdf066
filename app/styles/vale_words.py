"""A pattern of a Vale rule -> the words it stands for, where they can be counted: "organi[sz]e(?:d|s)?" is six words."""

from __future__ import annotations

import itertools
import re

MOST = 80  # words of one pattern; what stands for more is a pattern in earnest
_EDGES = re.compile(r"^(?:\\b)+|(?:\\b)+$")
_SPECIAL = set(".*+{}^$")


class NotWords(ValueError):
    """The pattern is no list of words; the message says which part of it is not."""


def words_of(pattern: str) -> tuple[list[str], bool]:
    """Return the words, and whether the pattern says of itself that capitals do not count; raise NotWords."""
    any_case = pattern.startswith("(?i)")
    reader = _Reader(_EDGES.sub("", pattern.removeprefix("(?i)")))
    found = reader.alternatives()
    if reader.at < len(reader.pattern):
        raise NotWords(f"a bracket that was not opened in “{pattern}”")
    words = list(dict.fromkeys(" ".join(word.split()) for word in found))
    if bare := next((w for w in words if not any(c.isalnum() for c in w)), None):
        raise NotWords(f"“{bare}” has no letter")
    return words, any_case


class _Reader:
    """Reads a pattern from left to right; each part is the list of texts that it stands for."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0

    def alternatives(self) -> list[str]:
        found = self._sequence()
        while self._next() == "|":
            self.at += 1
            found = found + self._sequence()
        return self._few(found)

    def _sequence(self) -> list[str]:
        found = [""]
        while self._next() not in ("", "|", ")"):
            part = self._part()
            if self._next() == "?":
                self.at += 1
                part = ["", *part]
            if self._next() in ("?", "*", "+", "{"):
                raise NotWords(f"“{self._next()}” repeats in “{self.pattern}”")
            found = self._few([a + b for a, b in itertools.product(found, part)])
        return found

    def _part(self) -> list[str]:
        character = self._next()
        self.at += 1
        if character == "(":
            return self._group()
        if character == "[":
            return self._one_of()
        if character == "\\":
            return [self._escaped()]
        if character in _SPECIAL:
            raise NotWords(f"“{character}” in “{self.pattern}” stands for more than words")
        return [character]

    def _group(self) -> list[str]:
        if self._next() == "?":
            if self.pattern[self.at : self.at + 2] != "?:":
                raise NotWords(f"“(?” looks around or sets a switch in “{self.pattern}”")
            self.at += 2
        found = self.alternatives()
        if self._next() != ")":
            raise NotWords(f"a bracket is not closed in “{self.pattern}”")
        self.at += 1
        return found

    def _one_of(self) -> list[str]:
        end = self.pattern.find("]", self.at)
        characters = self.pattern[self.at : end]
        if end < 0 or not characters or characters[0] == "^" or "\\" in characters or "-" in characters[1:-1]:
            raise NotWords(f"a range or class of letters in “{self.pattern}”")
        self.at = end + 1
        return list(characters)

    def _escaped(self) -> str:
        character = self._next()
        self.at += 1
        if character == "s":
            if self._next() in ("+", "*"):
                self.at += 1
            return " "
        if not character or character.isalnum():
            raise NotWords(f"“\\{character}” in “{self.pattern}” stands for more than words")
        return character

    def _next(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _few(self, found: list[str]) -> list[str]:
        if len(found) > MOST:
            raise NotWords(f"“{self.pattern}” stands for more than {MOST} words")
        return found

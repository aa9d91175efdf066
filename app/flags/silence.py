"""Silence: what a person does not want flagged - one place, one word under one rule, or one rule - and what it hides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.flags.flag import Flag
from app.flags.marked import is_statement

PLACE, WORD, RULE = "place", "word", "rule"
KINDS = (PLACE, WORD, RULE)
DRAFT, NEWSROOM = "draft", "newsroom"
LONGEST_WORDS = 60  # characters; what is longer is a statement, not a word
_RULE_ID = re.compile(r"[\w.:()\[\]-]{1,200}")
_PLACE = re.compile(r"[0-9a-f]{20}")
# Of these rules only a place can be silenced or the whole rule: "12" is right in one story and wrong in the next.
_OF_FACTS = frozenset({"number_consistency", "source_mismatch", "unattributed_claim", "attribution"})


@dataclass(frozen=True, slots=True)
class Silence:
    """``what`` is the place's fingerprint or the words; "" for a rule. ``id`` is its number in the newsroom's list."""

    kind: str
    rule: str
    what: str = ""
    scope: str = DRAFT
    id: int = 0

    def covers(self, flag: Flag, words: str, fingerprint: str) -> bool:
        """Whether it hides the flag, which has these words and this fingerprint."""
        if flag.rule != self.rule:
            return False
        if self.kind == PLACE:
            return fingerprint == self.what
        return self.kind == RULE or plain_words(words) == self.what

    def as_value(self) -> str:
        """The silence as a form's value: kind, rule and what, with a space between."""
        return f"{self.kind} {self.rule} {self.what}".rstrip()


@dataclass(frozen=True, slots=True)
class Hidden:
    """A flag that a silence keeps from the report."""

    flag: Flag
    by: Silence


def silence_from(value: str, *, scope: str = DRAFT) -> Silence | None:
    """Read a form's value; None where it is none. Behind a place may stand its words: see ``words_behind``."""
    kind, _, rest = value.partition(" ")
    rule, _, what = rest.partition(" ")
    what = plain_words(what) if kind == WORD else what.partition(" ")[0]
    if kind not in KINDS or not _RULE_ID.fullmatch(rule):
        return None
    if kind == PLACE and not _PLACE.fullmatch(what):
        return None
    if kind == WORD and not 0 < len(what) <= LONGEST_WORDS:
        return None
    return Silence(kind, rule, "" if kind == RULE else what, scope)


def words_behind(value: str) -> str:
    """Return the words in a form's value, as they stood in the draft; "" where it has none."""
    before = 3 if value.startswith(f"{PLACE} ") else 2
    parts = value.split(" ", before)
    return parts[before] if len(parts) > before else ""


def hide(
    flags: Sequence[Flag], fingerprints: Sequence[str], text: str, silences: Iterable[Silence]
) -> tuple[tuple[Flag, ...], tuple[Hidden, ...]]:
    """Part the flags into those to show and those hidden, each with the silence that hides it (the newsroom's first)."""
    by_rule: dict[str, list[Silence]] = {}
    for silence in sorted(silences, key=lambda s: s.scope != NEWSROOM):
        by_rule.setdefault(silence.rule, []).append(silence)
    shown, hidden = [], []
    for flag, fingerprint in zip(flags, fingerprints, strict=True):
        words = flag.span.of(text)
        by = next((s for s in by_rule.get(flag.rule, ()) if s.covers(flag, words, fingerprint)), None)
        if by:
            hidden.append(Hidden(flag, by))
        else:
            shown.append(flag)
    return tuple(shown), tuple(hidden)


def has_word_to_silence(flag: Flag, words: str) -> bool:
    """Whether "this word" makes sense of the flag: it is about wording, and the words are few."""
    return (
        flag.category not in _OF_FACTS
        and not is_statement(flag)
        and any(c.isalnum() for c in words)
        and 0 < len(plain_words(words)) <= LONGEST_WORDS
    )


def plain_words(words: str) -> str:
    """Words as they are compared: case, kind of apostrophe and width of space do not count."""
    return " ".join(words.replace("’", "'").split()).casefold()

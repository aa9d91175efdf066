"""What LanguageTool says, turned into flags that a desk wants to see."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.engines import harper, spelling
from app.engines.engine import EngineReport
from app.engines.rules import RuleTable
from app.flags.flag import Edit, Flag, Notice, Severity, Span

SPELLER = "MORFOLOGIK_RULE"
OTHER_ENGLISH = "languagetool:OTHER_ENGLISH"
ENGLISH = {"en-US": "American", "en-GB": "British"}
# Right in both Englishes, though LanguageTool files them under one: British medicine has specialties, not specialities.
BOTH_ENGLISHES = frozenset({"specialty", "specialties"})
# From this many different words of the other English on, the copy is written in it: one notice, and each is a question.
WRITTEN_IN_IT = 4
MOST_EDITS = 3


@dataclass(frozen=True, slots=True)
class Found:
    """One thing LanguageTool found, in code points."""

    rule: str
    category: str
    title: str
    message: str
    span: Span
    replacements: tuple[str, ...]

    def shift(self, by: int) -> Found:
        return replace(self, span=self.span.shift(by))


def written(found: Sequence[Found]) -> bytes:
    """The findings as JSON; ``read`` reads them."""
    rows = [(f.rule, f.category, f.title, f.message, f.span.start, f.span.end, f.replacements) for f in found]
    return json.dumps(rows, separators=(",", ":")).encode()


def read(_: object, raw: bytes) -> tuple[Found, ...]:
    return tuple(
        Found(rule, category, title, message, Span(start, end), tuple(replacements))
        for rule, category, title, message, start, end, replacements in json.loads(raw)
    )


def judge(found: Iterable[Found], text: str, *, dialect: str, table: RuleTable) -> EngineReport:
    """Return the flags that the table of rules and the test for misspellings leave, in text order."""
    flags = [
        flag
        for one in found
        if (flag := _misspelling(one, text, dialect) if one.rule.startswith(SPELLER) else _by_table(one, text, table))
    ]
    flags, notices = _weigh_other_english(flags, text, dialect)
    return EngineReport(tuple(sorted(flags, key=lambda f: (f.span, f.rule))), notices)


def _by_table(found: Found, text: str, table: RuleTable) -> Flag | None:
    use = table.use_of(found.rule, found.category)
    if use.severity is None or not use.allows(found.span.of(text)):
        return None
    return Flag(
        found.span,
        use.message or found.message,
        edits=tuple(Edit.replace(found.span, r) for r in found.replacements[:MOST_EDITS]),
        severity=use.severity,
        category=use.category,
        rule=f"languagetool:{found.rule}",
        title=found.title,
        why=use.why,
        source="LanguageTool",
    )


def _misspelling(found: Found, text: str, dialect: str) -> Flag | None:
    if not spelling.is_candidate(text, found.span):
        return None
    word = found.span.of(text)
    if found.message.rstrip(".").endswith((" British English", " American English")) and found.replacements:
        return None if word in BOTH_ENGLISHES else _other_english(found, word, dialect)
    near = spelling.plausible(word, found.replacements)
    if not near or harper.knows(word, dialect):
        return None
    rule = f"languagetool:{found.rule}"
    return spelling.misspelling(found.span, word, near, rule=rule, source="The dictionaries of LanguageTool and Harper")


def _other_english(found: Found, word: str, dialect: str) -> Flag:
    mine = ENGLISH[dialect]
    other = next(name for name in ENGLISH.values() if name != mine)
    return Flag(
        found.span,
        f"“{word}” is the {other} spelling; in {mine} English it is “{found.replacements[0]}”.",
        edits=(Edit.replace(found.span, found.replacements[0]),),
        severity=Severity.SHOULD,
        category="spelling",
        rule=OTHER_ENGLISH,
        title=f"{other} spelling",
        why=f"This draft is to be in {mine} English.",
        source="LanguageTool’s dictionaries",
    )


def _weigh_other_english(flags: Sequence[Flag], text: str, dialect: str) -> tuple[list[Flag], tuple[Notice, ...]]:
    """Where a draft is plainly written in the other English, say it once and make each word a question."""
    words = {f.span.of(text) for f in flags if f.rule == OTHER_ENGLISH}
    if len(words) < WRITTEN_IN_IT:
        return list(flags), ()
    mine = ENGLISH[dialect]
    other = next(name for name in ENGLISH.values() if name != mine)
    notice = Notice(
        "text",
        f"The draft looks written in {other} English ({', '.join(sorted(words)[:3])}, …) and is checked as {mine}: "
        "choose the other English if that is what the desk wants.",
    )
    return [replace(f, severity=Severity.MAY) if f.rule == OTHER_ENGLISH else f for f in flags], (notice,)

"""Tables of usage: each line a pattern, what belongs there, and an example that is a test.

    <comply> [to] => with :: The firm refused to comply to the order.
    gb: different [than] => from / to :: The plan is different than the last one. :: British usage is "different from".

Replacements are separated by " / ", best first; "-" deletes; {1} is the first marked token. A line "= slip" or
"= may" sets the severity of the lines below it; "#" begins a remark. "us:" and "gb:" keep a line to one dialect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.checks.grammar._near import curly
from app.checks.grammar._pattern import Match, Pattern, compile_pattern
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span


@dataclass(frozen=True)
class Phrase:
    """One line of a table."""

    pattern: Pattern
    puts: tuple[str, ...]
    example: str
    message: str
    severity: Severity | None
    dialect: str


@dataclass(frozen=True)
class Table:
    """A table, indexed by the words that each pattern can be found by."""

    phrases: tuple[Phrase, ...]
    by_key: dict[str, tuple[int, ...]]

    def find(self, document: Document, *, headlines: bool = True) -> Iterator[Flag]:
        """Yield a flag for each place that fits a line; the first line that fits a place has it."""
        found: list[tuple[int, Match]] = []
        for word in document.places.keys() & self.by_key.keys():
            for i in document.places[word]:
                sentence = document.sentences[document.tokens[i].sentence]
                if not headlines and not document.blocks[sentence.block].is_body:
                    continue
                for number in self.by_key[word]:
                    phrase = self.phrases[number]
                    if not phrase.dialect or phrase.dialect == document.dialect:
                        match = phrase.pattern.match(document, sentence, i)
                        if match:
                            found.append((number, match))
        taken: set[int] = set()
        for number, match in sorted(found, key=lambda f: (f[0], f[1].start)):
            if taken.isdisjoint(range(match.start, match.end)):
                taken.update(range(match.start, match.end))
                yield _flag(document, self.phrases[number], match)


def _flag(document: Document, phrase: Phrase, match: Match) -> Flag:
    tokens = document.tokens[match.start : match.end]
    span = Span(tokens[0].start, tokens[-1].end)
    words = [t.text for t in tokens]
    edits = [_edit(document, span, put, words) for put in phrase.puts]
    message = phrase.message or _message(document, match, phrase.puts, words)
    return Flag(span, message, edits=tuple(edits), severity=phrase.severity)


def _message(document: Document, match: Match, puts: tuple[str, ...], words: list[str]) -> str:
    before, after = document.tokens[match.first : match.start], document.tokens[match.end : match.last]
    whole = document.text[document.tokens[match.first].start : document.tokens[match.last - 1].end]
    if not puts:
        return f"“{whole}” is not standard English."
    put = _fill(puts[0], words)
    if put == "-":
        found = document.text[document.tokens[match.start].start : document.tokens[match.end - 1].end]
        return f"“{whole}” has “{found}” too many."
    left = f"{before[0].text} " if before else ""
    right = f" {after[-1].text}" if after and after[-1].is_word else ""
    return f"“{whole}” should be “{left if len(before) == 1 else ''}{put}{right if len(after) == 1 else ''}”."


def _fill(put: str, words: list[str]) -> str:
    return re.sub(r"\{(\d)\}", lambda m: words[int(m[1]) - 1], put)


def _edit(document: Document, span: Span, put: str, words: list[str]) -> Edit:
    new = _fill(put, words)
    if new == "-":
        text = document.text
        if text[span.start - 1 : span.start] == " " and (span.end == len(text) or not text[span.end].isalnum()):
            return Edit.delete(Span(span.start - 1, span.end))
        return Edit.delete(Span(span.start, span.end))
    if span.of(document.text)[:1].isupper() and words[0] != "I" and not put.startswith("{1}"):
        new = new[:1].upper() + new[1:]
    return Edit.replace(span, curly(document, new))


@cache
def load_table(path: Path) -> Table:
    """Read a table; raises ValueError naming the file and line of a bad one."""
    phrases: list[Phrase] = []
    severity: Severity | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("= "):
            severity = None if line[2:] == "slip" else Severity(line[2:])
            continue
        try:
            phrases.append(_phrase(line, severity))
        except (ValueError, KeyError) as error:
            raise ValueError(f"{path.name}, line {number}: {error}") from error
    by_key: dict[str, list[int]] = {}
    for number, phrase in enumerate(phrases):
        for key in phrase.pattern.keys:
            by_key.setdefault(key, []).append(number)
    return Table(tuple(phrases), {k: tuple(v) for k, v in by_key.items()})


def _phrase(line: str, severity: Severity | None) -> Phrase:
    rule, example, *message = re.split(r"\s+::\s+", line)
    pattern, _, puts = rule.partition(" => ")
    dialect = ""
    for mark, name in (("us: ", "en-US"), ("gb: ", "en-GB")):
        if pattern.startswith(mark):
            pattern, dialect = pattern[len(mark) :], name
    return Phrase(
        compile_pattern(pattern.strip()),
        tuple(p.strip() for p in puts.split(" / ") if p.strip()),
        example,
        message[0] if message else "",
        severity,
        dialect,
    )

"""The @check decorator: a check is a function from Document to flags, declared with what it catches and why.

    @check(title=..., catches=..., why=..., source=..., category=..., severity=..., scope=..., examples=[bad(...), good(...)])
    def weekday_mismatch(document):
        yield Flag(span, "3 March is a Sunday.", edits=[Edit.replace(span, "Sunday")])

The id is the module's path below app.checks ("consistency.weekday_mismatch"). In examples ``[ ]`` marks the words that
must be flagged; write ``\\[`` and ``\\]`` for brackets of the text. One parametrised test runs every example.
"""

from __future__ import annotations

import datetime
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from app.facts.document import Document
from app.flags.flag import CATEGORIES, Flag, Severity, Span

SCOPES = ("block", "document")
Finder = Callable[[Document], Iterable[Flag]]


@dataclass(frozen=True)
class Example:
    """A text with, where it is wrong, the spans that must be flagged and the text as its first edits mend it.

    ``fixed`` is None where only the reporter can mend it. A headline example is its own first line, as in a draft.
    """

    text: str
    spans: tuple[Span, ...]
    fixed: str | None
    style: str
    dialect: str
    date: datetime.date | None
    sources: tuple[tuple[str, str], ...]
    severity: Severity | None = None  # expected severity, where it differs from the declared one

    @property
    def is_bad(self) -> bool:
        return bool(self.spans)


def bad(
    marked: str, *, fixed: str | None = None, style: str = "ap", dialect: str = "", date: str = "",
    sources: Sequence[tuple[str, str]] = (), severity: str = "",
) -> Example:  # fmt: skip
    """A text that must be flagged exactly at its ``[ ]``; ``fixed`` is what the first edit (of each flag) makes of it."""
    text, spans = _unmark(marked)
    if not spans:
        raise ValueError(f"bad() needs [ ] around the words to flag: {marked!r}")
    return _example(text, spans, fixed, style, dialect, date, sources, severity)


def good(
    text: str, *, style: str = "ap", dialect: str = "", date: str = "", sources: Sequence[tuple[str, str]] = ()
) -> Example:
    """A text the check must leave alone."""
    return _example(text.replace("\\[", "[").replace("\\]", "]"), (), None, style, dialect, date, sources, "")


def _example(
    text: str, spans: tuple[Span, ...], fixed: str | None, style: str, dialect: str, date: str,
    sources: Sequence[tuple[str, str]], severity: str,
) -> Example:  # fmt: skip
    dialect = dialect or ("en-GB" if style in ("guardian", "bbc") else "en-US")
    day = datetime.date.fromisoformat(date) if date else None
    return Example(text, spans, fixed, style, dialect, day, tuple(sources), Severity(severity) if severity else None)


def _unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    text, spans, start = "", [], -1
    for piece in re.split(r"(\\\[|\\\]|\[|\])", marked):
        if piece == "[":
            start = len(text)
        elif piece == "]":
            spans.append(Span(start, len(text)))
        else:
            text += piece[1:] if piece in ("\\[", "\\]") else piece
    return text, tuple(spans)


@dataclass(frozen=True)
class Check:
    """A declared check."""

    id: str
    title: str
    catches: str
    why: str
    source: str
    category: str
    severity: Severity
    scope: str
    find: Finder = field(repr=False)
    examples: tuple[Example, ...] = field(repr=False, default=())
    audible: bool = True  # False: a slip of typing that no ear can hear (its/it's), so firm inside quotations too
    styles: tuple[str, ...] = ()  # only for these house styles; empty: all
    # Good English that only a house forbids: a question in copy that nothing shows to be written to its style.
    pure_style: bool = False

    def applies(self, document: Document) -> bool:
        return not self.styles or document.draft.style in self.styles


_declared: dict[str, Check] = {}


def check(
    *, title: str, catches: str, why: str, source: str, category: str, severity: str, scope: str = "document",
    examples: Sequence[Example] = (), audible: bool = True, styles: Sequence[str] = (), id: str = "",
    pure_style: bool = False,
) -> Callable[[Finder], Finder]:  # fmt: skip
    """Declare a check. Raises ValueError where category, severity or scope is none of the known ones."""
    if category not in CATEGORIES:
        raise ValueError(f"category {category!r} is none of {', '.join(CATEGORIES)}")
    if scope not in SCOPES:
        raise ValueError(f"scope {scope!r} is none of {', '.join(SCOPES)}")

    def declare(find: Finder) -> Finder:
        name = id or find.__module__.removeprefix("app.checks.")
        register(
            Check(
                name,
                title,
                catches,
                why,
                source,
                category,
                Severity(severity),
                scope,
                find,
                tuple(examples),
                audible,
                tuple(styles),
                pure_style,
            )
        )
        return find

    return declare


def register(declared: Check) -> None:
    """Add a check made by a ready-made kind; raises ValueError where the id is taken by another function."""
    known = _declared.get(declared.id)
    if known and known.find.__module__ != declared.find.__module__:
        raise ValueError(f"two checks are called {declared.id}")
    _declared[declared.id] = declared


@cache
def all_checks() -> tuple[Check, ...]:
    """Every declared check, by id. Imports the modules below app.checks once."""
    import app.checks as package

    for module in pkgutil.walk_packages(package.__path__, "app.checks."):
        importlib.import_module(module.name)
    return tuple(_declared[name] for name in sorted(_declared))

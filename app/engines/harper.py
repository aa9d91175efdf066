"""Harper: a small grammar engine in the process itself. Reads beside LanguageTool, and in its place where it can't run.

Through the wheel harper-py; its spans are code points already.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from threading import Lock
from typing import TYPE_CHECKING, Any

from app.engines import spelling
from app.engines.engine import EngineReport, EngineUnavailable
from app.engines.rules import RuleTable, load_rules
from app.flags.flag import Edit, Flag, Span
from app.styles.override import Override

if TYPE_CHECKING:
    import harper

SPELLING = "SpellCheck"
MOST_EDITS = 3
# Writes to standard output (0.2.0), where it would spoil the command line's JSON.
NEVER_RUN = "LookingForwardTo"
# A linter answers one caller at a time.
_lock = Lock()


class Rules(Enum):
    """Which of Harper's rules run. Those of grammar are those that somebody looked at and did not keep silent.

    Spelling is dear: it looks for suggestions for every name in the copy.
    """

    GRAMMAR = auto()
    GRAMMAR_AND_SPELLING = auto()
    SPELLING = auto()
    EVERY = auto()  # for measuring


@dataclass(frozen=True, slots=True)
class Found:
    """One thing Harper found; ``edits`` are its suggestions, the first choice first."""

    rule: str
    kind: str
    title: str
    message: str
    span: Span
    edits: tuple[Edit, ...]

    def shift(self, by: int) -> Found:
        edits = tuple(Edit(e.span.shift(by), e.replacement) for e in self.edits)
        return Found(self.rule, self.kind, self.title, self.message, self.span.shift(by), edits)


class HarperEngine:
    """Harper with Copydesk's table of its rules."""

    name = "Harper"

    def __init__(self) -> None:
        self._table = load_rules("harper")
        try:
            self.version = f"{version('harper-py')}+{self._table.version}"
        except PackageNotFoundError:
            self.version = ""

    def check(
        self, text: str, *, dialect: str, overrides: tuple[Override, ...] = (), spelling: bool = True
    ) -> EngineReport:
        """Return the flags of the text, or those on its grammar alone; raise EngineUnavailable without the wheel."""
        rules = Rules.GRAMMAR_AND_SPELLING if spelling else Rules.GRAMMAR
        table = self._table.over(overrides)
        more = table.heard - self._table.heard
        flags = [flag for found in find(text, dialect, rules, more) if (flag := _judge(table, found, text))]
        return EngineReport(tuple(sorted(flags, key=lambda f: (f.span, f.rule))))


def find(text: str, dialect: str, rules: Rules, more: frozenset[str] = frozenset()) -> Iterator[Found]:
    """Yield what those rules of Harper's say of the text; ``more`` names others that a newsroom wants to hear."""
    start = 0
    for paragraph in text.split("\n"):
        for found in _in_paragraph(paragraph, dialect, rules, more) if paragraph.strip() else ():
            yield found.shift(start)
        start += len(paragraph) + 1


@lru_cache(maxsize=10_000)
def knows(word: str, dialect: str) -> bool:
    """Whether Harper's dictionary has the word; False where Harper is missing."""
    try:
        return not _lint(f"It is {word}.", dialect, Rules.SPELLING).get(SPELLING)
    except EngineUnavailable:
        return False


# An edit changes one paragraph: the others are not read again.
@lru_cache(maxsize=8_192)
def _in_paragraph(paragraph: str, dialect: str, rules: Rules, more: frozenset[str]) -> tuple[Found, ...]:
    return tuple(
        Found(
            rule=rule,
            kind=one.lint_kind,
            title=one.lint_kind_pretty,
            message=one.message.replace("`", '"'),
            span=Span(one.span.start, one.span.end),
            edits=_edits(one),
        )
        for rule, lints in _lint(paragraph, dialect, rules, more).items()
        for one in lints
    )


def _lint(text: str, dialect: str, rules: Rules, more: frozenset[str] = frozenset()) -> dict[str, list[harper.Lint]]:
    linter = _linter(dialect, rules, more)
    with _lock:
        found: dict[str, list[harper.Lint]] = linter.organized_lints(text, language="plaintext")
    return found


# A newsroom edits its file: linters for the rules of earlier versions go.
@lru_cache(maxsize=16)
def _linter(dialect: str, rules: Rules, more: frozenset[str]) -> Any:
    try:
        import harper
    except ImportError as error:
        raise EngineUnavailable("The grammar engine Harper is not installed. Run `make setup`.") from error
    linter = harper.Linter(harper.Dialect.BRITISH if dialect == "en-GB" else harper.Dialect.AMERICAN)
    default = linter.get_default_lint_config()
    chosen = (_names(rules, {rule for rule, on in default.items() if on}) | more) - {NEVER_RUN}
    linter.set_lint_config({rule: rule in chosen for rule in default})
    return linter


def _names(rules: Rules, default: set[str]) -> set[str]:
    if rules is Rules.SPELLING:
        return {SPELLING}
    if rules is Rules.EVERY:
        return default
    heard = set(load_rules("harper").heard)
    return heard | {SPELLING} if rules is Rules.GRAMMAR_AND_SPELLING else heard - {SPELLING}


def _edits(found: harper.Lint) -> tuple[Edit, ...]:
    span = Span(found.span.start, found.span.end)
    return tuple(
        Edit.replace(Span(span.end, span.end) if s.kind.name == "INSERT_AFTER" else span, s.replacement_text)
        for s in found.suggestions
    )


def _judge(table: RuleTable, found: Found, text: str) -> Flag | None:
    if found.rule == SPELLING:
        return _misspelling(found, text)
    use = table.use_of(found.rule, found.kind)
    if use.severity is None or not use.allows(found.span.of(text)):
        return None
    return Flag(
        found.span,
        use.message or found.message,
        edits=found.edits[:MOST_EDITS],
        severity=use.severity,
        category=use.category,
        rule=f"harper:{found.rule}",
        title=found.title,
        why=use.why,
        source="Harper",
    )


def _misspelling(found: Found, text: str) -> Flag | None:
    if not spelling.is_candidate(text, found.span):
        return None
    word = found.span.of(text)
    near = spelling.plausible(word, [edit.replacement for edit in found.edits])
    rule = f"harper:{SPELLING}"
    return spelling.misspelling(found.span, word, near, rule=rule, source="Harper’s dictionary") if near else None

"""Harper: a small grammar engine in the process itself. Reads beside LanguageTool, and in its place where it can't run.

Through the wheel harper-py; its spans are code points already.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from threading import Lock
from typing import TYPE_CHECKING, Any

from app.engines import spelling
from app.engines.engine import EngineReport, EngineUnavailable
from app.engines.rules import RuleTable, load_rules
from app.flags.flag import Edit, Flag, Span

if TYPE_CHECKING:
    import harper

SPELLING = "Spelling"
MOST_EDITS = 3
# Writes to standard output (0.2.0), where it would spoil the command line's JSON.
NEVER_RUN = ("LookingForwardTo",)
# A linter answers one caller at a time.
_lock = Lock()


class HarperEngine:
    """Harper with Copydesk's table of its rules."""

    name = "Harper"

    def __init__(self) -> None:
        self._table = load_rules("harper")
        try:
            self.version = f"{version('harper-py')}+{self._table.version}"
        except PackageNotFoundError:
            self.version = ""

    def check(self, text: str, *, dialect: str) -> EngineReport:
        """Return the flags of the text; raise EngineUnavailable where the wheel is missing."""
        flags = []
        for rule, lints in lint(text, dialect).items():
            for found in lints:
                flag = _judge(self._table, rule, found, text)
                if flag:
                    flags.append(flag)
        return EngineReport(tuple(sorted(flags, key=lambda f: (f.span, f.rule))))


def lint(text: str, dialect: str) -> dict[str, list[harper.Lint]]:
    """Return everything Harper says of the text, by rule."""
    linter = _linter(dialect)
    with _lock:
        found = linter.organized_lints(text, language="plaintext")
    return {rule: lints for rule, lints in found.items() if lints}


@lru_cache(maxsize=10_000)
def knows(word: str, dialect: str) -> bool:
    """Whether Harper's dictionary has the word; False where Harper is missing."""
    try:
        return SPELLING not in {
            found.lint_kind for lints in lint(f"It is {word}.", dialect).values() for found in lints
        }
    except EngineUnavailable:
        return False


@cache
def _linter(dialect: str) -> Any:
    try:
        import harper
    except ImportError as error:
        raise EngineUnavailable("The grammar engine Harper is not installed. Run `make setup`.") from error
    linter = harper.Linter(harper.Dialect.BRITISH if dialect == "en-GB" else harper.Dialect.AMERICAN)
    linter.set_lint_config({**linter.get_default_lint_config(), **dict.fromkeys(NEVER_RUN, False)})
    return linter


def _judge(table: RuleTable, rule: str, found: harper.Lint, text: str) -> Flag | None:
    span = Span(found.span.start, found.span.end)
    if found.lint_kind == SPELLING:
        return _misspelling(found, span, text)
    use = table.use_of(rule, found.lint_kind)
    if use.severity is None or not use.allows(span.of(text)):
        return None
    return Flag(
        span,
        use.message or found.message.replace("`", '"'),
        edits=edits_of(found, span),
        severity=use.severity,
        category=use.category,
        rule=f"harper:{rule}",
        title=found.lint_kind_pretty,
        why=use.why,
        source="Harper",
    )


def edits_of(found: harper.Lint, span: Span) -> tuple[Edit, ...]:
    """Return what Harper suggests as edits, its first choice first."""
    edits = []
    for suggestion in found.suggestions[:MOST_EDITS]:
        at = Span(span.end, span.end) if suggestion.kind.name == "INSERT_AFTER" else span
        edits.append(Edit.replace(at, suggestion.replacement_text))
    return tuple(edits)


def _misspelling(found: harper.Lint, span: Span, text: str) -> Flag | None:
    if not spelling.is_candidate(text, span):
        return None
    word = span.of(text)
    near = spelling.plausible(word, [s.replacement_text for s in found.suggestions])
    return (
        spelling.misspelling(span, word, near, rule="harper:SpellCheck", source="Harper’s dictionary") if near else None
    )

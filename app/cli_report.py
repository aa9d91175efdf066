"""A report and a rule as lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from app.checks.check import Check, Example
from app.engines.told import EngineRule
from app.flags.flag import Edit, Flag, Severity
from app.flags.report import Report

_COLOURS = {Severity.MUST: "red", Severity.SHOULD: "yellow", Severity.MAY: "blue"}
_CONTEXT = 30
_WIDTH = 100


def report_lines(report: Report, name: str) -> Iterator[str]:
    """Yield the report of one draft, flags in text order, each with line and column (from 1, in code points)."""
    counts = report.counts()
    summary = ", ".join(f"{n} {severity}" for severity, n in counts.items())
    yield click.style(name, bold=True) + f"  {summary}"
    for notice in report.notices:
        yield click.style(f"  note: {notice.text}", dim=True)
    for flag in report.flags:
        yield from flag_lines(flag, report.text)
    if not report.flags:
        yield "  Nothing to stop."
    if report.hidden:
        yield _silenced_line(report)
    yield ""


def _silenced_line(report: Report) -> str:
    musts = sum(h.flag.severity is Severity.MUST for h in report.hidden)
    rules = ", ".join(dict.fromkeys(h.flag.rule for h in report.hidden))
    many = f"{len(report.hidden)} {'flag is' if len(report.hidden) == 1 else 'flags are'}"
    return f"  {many} silenced by the newsroom{f', {musts} of them must' if musts else ''} ({rules}): see /silenced."


def flag_lines(flag: Flag, text: str) -> Iterator[str]:
    """Yield one flag: its place, message, words in context, edits and rule."""
    line = text.count("\n", 0, flag.span.start) + 1
    column = flag.span.start - (text.rfind("\n", 0, flag.span.start) + 1) + 1
    severity = flag.severity or Severity.MAY
    head = f"  {line}:{column}"
    yield f"{head:10}" + click.style(f"{severity:7}", fg=_COLOURS[severity], bold=True) + f"{flag.message}"
    yield " " * 10 + click.style(_in_context(flag, text), dim=True)
    for edit in flag.edits:
        yield " " * 10 + _diff(edit, text)
    if flag.note:
        yield " " * 10 + flag.note
    yield " " * 10 + click.style(f"{flag.category} · {flag.rule}", dim=True)


def _in_context(flag: Flag, text: str) -> str:
    start = max(text.rfind("\n", 0, flag.span.start) + 1, flag.span.start - _CONTEXT)
    line_end = text.find("\n", flag.span.end)
    end = min(line_end if line_end >= 0 else len(text), flag.span.end + _CONTEXT)
    words = flag.span.of(text)
    shown = words if len(words) <= _WIDTH else words[: _WIDTH // 2] + " … " + words[-_WIDTH // 3 :]
    return f"…{text[start : flag.span.start]}»{shown}«{text[flag.span.end : end]}…".replace("\n", " ")


def _diff(edit: Edit, text: str) -> str:
    old, new = edit.span.of(text), edit.replacement
    if not old:
        return "add " + click.style(repr(new), fg="green")
    if not new:
        return "delete " + click.style(repr(old), fg="red")
    return click.style(old, fg="red") + " → " + click.style(new, fg="green")


def rule_lines(check: Check) -> Iterator[str]:
    """Yield a rule's declaration with its examples."""
    yield click.style(check.title, bold=True) + f"  ({check.id})"
    yield f"{check.category}, {check.severity}" + (f"; only for {', '.join(check.styles)}" if check.styles else "")
    for label, words in (("Catches", check.catches), ("Why", check.why), ("Source", check.source)):
        yield from textwrap.wrap(f"{label}: {words}", _WIDTH)
    for example in check.examples:
        yield from _example_lines(example)


def engine_rule_lines(rule: EngineRule) -> Iterator[str]:
    """Yield how a grammar engine's rule is used here, and why."""
    yield click.style(rule.name, bold=True) + f"  ({rule.id})"
    yield f"{rule.category}, {rule.use}; a rule of {rule.engine}"
    for label, words in (
        ("Says", rule.message),
        ("Why", rule.why),
        ("Used so", rule.reason),
        ("Measured", rule.measured),
    ):
        yield from textwrap.wrap(f"{label}: {words}", _WIDTH) if words else ()


def _example_lines(example: Example) -> Iterator[str]:
    text = example.text
    for span in reversed(example.spans):
        text = f"{text[: span.start]}[{span.of(text)}]{text[span.end :]}"
    mark = click.style("✗", fg="red") if example.is_bad else click.style("✓", fg="green")
    yield f"  {mark} " + text.replace("\n", "\n    ")
    if example.fixed is not None:
        yield "    → " + example.fixed.replace("\n", "\n      ")

"""The command line: flask --app app check | rules | explain. Exit 0: no must flag; 1: must flags; 2: could not check."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from app.check_draft import check_draft
from app.checks.check import Check, all_checks
from app.cli_report import report_lines, rule_lines
from app.flags.as_json import report_as_json
from app.flags.report import Report
from app.intake.draft import Source
from app.intake.plain_text import BadDraft, decode, draft_from_text
from app.styles.style import DIALECTS, STYLES, load_style

MUST_FLAGS, COULD_NOT_CHECK = 1, 2


def register_commands(app: Flask) -> None:
    """Add Copydesk's commands to `flask --app app`."""
    for command in (check, rules, explain):
        app.cli.add_command(command)


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True, dir_okay=False))
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True)
@click.option("--style", type=click.Choice(STYLES), help="House style.  [default: the DEFAULT_STYLE setting]")
@click.option("--dialect", type=click.Choice(DIALECTS), help="English of the draft.  [default: the style's own]")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The dateline's date, to tell what 'Monday' means.",
)
@click.option(
    "--source", "sources", multiple=True, type=click.Path(exists=True, dir_okay=False),
    help="A transcript or release to hold the draft against; may be given more than once.",
)  # fmt: skip
@with_appcontext
def check(
    files: tuple[str, ...], form: str, style: str | None, dialect: str | None, date: datetime.datetime | None,
    sources: tuple[str, ...],
) -> None:  # fmt: skip
    """Check drafts (plain text, UTF-8; - is standard input) and print what a sub-editor would stop."""
    style = style or current_app.config["DEFAULT_STYLE"]
    try:
        dialect = dialect or load_style(style).dialect
    except ValueError as error:
        click.echo(f"copydesk: house style {style}: {error}", err=True)
        raise SystemExit(COULD_NOT_CHECK) from None
    failed = False
    found: list[tuple[str, Report]] = []
    try:
        documents = [Source(Path(s).name, decode(Path(s).read_bytes(), s)) for s in sources]
    except BadDraft as error:
        click.echo(f"copydesk: {error}", err=True)
        raise SystemExit(COULD_NOT_CHECK) from None
    for name in files:
        try:
            raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
            draft = draft_from_text(
                decode(raw, _shown(name)), style=style, dialect=dialect, date=date.date() if date else None,
                sources=documents, limit=current_app.config["MAX_DRAFT_CHARACTERS"],
            )  # fmt: skip
        except OSError as error:
            failed = True
            click.echo(f"copydesk: cannot read {name}: {error.strerror}. Check the path and its permissions.", err=True)
            continue
        except BadDraft as error:
            failed = True
            click.echo(f"copydesk: {_shown(name)}: {error}", err=True)
            continue
        report = check_draft(draft, engine=current_app.extensions["copydesk.engine"])
        found.append((_shown(name), report))
        if form != "html":
            _print(report, _shown(name), form)
    if form == "html" and found:
        click.echo(_html(found))
    if failed:
        raise SystemExit(COULD_NOT_CHECK)
    if any(report.counts()["must"] for _, report in found):
        raise SystemExit(MUST_FLAGS)


def _shown(name: str) -> str:
    return "standard input" if name == "-" else name


def _print(report: Report, name: str, form: str) -> None:
    if form == "json":
        click.echo(json.dumps(report_as_json(report, name=name), ensure_ascii=False))
        return
    for line in report_lines(report, name):
        click.echo(line)


def _html(found: list[tuple[str, Report]]) -> str:
    from app.flags.marked import marked_pieces

    reports = [
        {"name": name, "report": report, "pieces": marked_pieces(report.text, report.flags)} for name, report in found
    ]
    return current_app.jinja_env.get_template("report_file.html").render(reports=reports)


@click.command()
@click.option("--category", help="Only rules of this category.")
@click.option("--style", type=click.Choice(STYLES), help="Only rules that apply under this house style.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rules(category: str | None, style: str | None, form: str) -> None:
    """List the rules: id, category, severity and title."""
    chosen = [
        c
        for c in all_checks()
        if (not category or c.category == category) and (not style or not c.styles or style in c.styles)
    ]
    if not chosen:
        known = ", ".join(sorted({c.category for c in all_checks()}))
        raise click.UsageError(f"no rule fits; the categories are {known}")
    if form == "json":
        click.echo(json.dumps([_as_json(c) for c in chosen], ensure_ascii=False, indent=1))
        return
    width = max(len(c.id) for c in chosen)
    for c in chosen:
        click.echo(f"{c.id:{width}}  {c.category:18}  {c.severity:6}  {c.title}")


@click.command()
@click.argument("rule_id")
def explain(rule_id: str) -> None:
    """Say what a rule catches, why, on whose authority, and show its examples."""
    known = {c.id: c for c in all_checks()}
    if rule_id not in known:
        near = _near(rule_id, known)
        raise click.UsageError(
            f"no rule {rule_id!r}." + (f" Did you mean {', '.join(near)}?" if near else " See `flask --app app rules`.")
        )
    for line in rule_lines(known[rule_id]):
        click.echo(line)


def _near(wanted: str, known: Iterable[str]) -> list[str]:
    import difflib

    return difflib.get_close_matches(wanted, list(known), n=3, cutoff=0.5)


def _as_json(c: Check) -> dict[str, object]:
    return {
        "id": c.id, "title": c.title, "catches": c.catches, "why": c.why, "source": c.source, "category": c.category,
        "severity": str(c.severity), "scope": c.scope, "styles": list(c.styles),
        "examples": [{"text": e.text, "flagged": [[s.start, s.end] for s in e.spans], "fixed": e.fixed} for e in c.examples],
    }  # fmt: skip

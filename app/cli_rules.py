"""flask --app app rules | explain: the rules as the checks declare them, and a text to try one on."""

from __future__ import annotations

import difflib
import json

import click
from flask import current_app
from flask.cli import with_appcontext

from app.check_draft import check_draft
from app.checks.check import Check
from app.checks.run import run_checks
from app.checks.under_style import checks_under, every_check
from app.cli_report import engine_rule_lines, flag_lines, rule_lines
from app.engines.told import engine_rule
from app.facts.read import read_document
from app.intake.plain_text import BadDraft, draft_from_text
from app.storage.database import DatabaseUnavailable
from app.storage.decisions import tally
from app.styles.schema import StyleError
from app.styles.shelf import StyleShelf
from app.styles.style import Style

TRY_LIMIT = 20_000  # characters, as in the page's box


def shelf() -> StyleShelf:
    """Return the house styles of the current application."""
    kept: StyleShelf = current_app.extensions["copydesk.styles"]
    return kept


def house_style(id: str) -> Style:
    """Return the style that --style names; raise StyleError where its file is not in order."""
    try:
        return shelf().get(id)
    except StyleError:
        raise
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--style") from None


@click.command()
@click.option("--category", help="Only rules of this category.")
@click.option("--style", help="Only rules that count under this house style.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@with_appcontext
def rules(category: str | None, style: str | None, form: str) -> None:
    """List the rules: id, category, severity and title."""
    known = every_check(shelf().all())
    counted = {c.id for c in checks_under(_house(style))} if style else {c.id for c in known}
    chosen = [c for c in known if (not category or c.category == category) and c.id in counted]
    if not chosen:
        raise click.UsageError(f"no rule fits; the categories are {', '.join(sorted({c.category for c in known}))}")
    if form == "json":
        click.echo(json.dumps([_as_json(c) for c in chosen], ensure_ascii=False, indent=1))
        return
    width = max(len(c.id) for c in chosen)
    for c in chosen:
        click.echo(f"{c.id:{width}}  {c.category:18}  {c.severity:6}  {c.title}")


@click.command()
@click.argument("rule_id")
@click.option("--try", "text", help="A text to try the rule on.")
@click.option("--style", help="House style to try it under.  [default: one that has the rule]")
@with_appcontext
def explain(rule_id: str, text: str | None, style: str | None) -> None:
    """Say what a rule catches, why, on whose authority, how the desk decides on it, and show its examples."""
    if engines := engine_rule(rule_id):
        for line in engine_rule_lines(engines):
            click.echo(line)
        click.echo(_decided(rule_id))
        for sentence in shelf().overrides_told(rule_id):
            click.echo(sentence)
        if text is not None:
            _try(rule_id, text, _house(style or current_app.config["DEFAULT_STYLE"]))
        return
    known = {c.id: c for c in every_check(shelf().all())}
    if rule_id not in known:
        near = difflib.get_close_matches(rule_id, list(known), n=3, cutoff=0.5)
        raise click.UsageError(
            f"no rule {rule_id!r}." + (f" Did you mean {', '.join(near)}?" if near else " See `flask --app app rules`.")
        )
    for line in rule_lines(known[rule_id]):
        click.echo(line)
    click.echo(_decided(rule_id))
    for sentence in shelf().overrides_told(rule_id):
        click.echo(sentence)
    if text is not None:
        _try(rule_id, text, _house(style) if style else _having(rule_id))


def _house(style: str) -> Style:
    try:
        return house_style(style)
    except StyleError as error:
        raise click.BadParameter(str(error), param_hint="--style") from None


def _having(rule_id: str) -> Style:
    """A style under which the rule counts: the default one where it can be."""
    using = [s for s in shelf().all() if any(c.id == rule_id for c in checks_under(s))]
    default = current_app.config["DEFAULT_STYLE"]
    return next((s for s in using if s.id == default), using[0] if using else shelf().get("ap"))


def _decided(rule_id: str) -> str:
    try:
        found = tally(current_app.extensions["copydesk.database"]).get(rule_id)
    except DatabaseUnavailable:
        return "Here: the database can’t be reached, so the desk’s decisions can’t be shown."
    return f"Here: accepted {found.accepted}, dismissed {found.dismissed}" if found else "Here: not decided on yet"


def _try(rule_id: str, text: str, style: Style) -> None:
    try:
        draft = draft_from_text(text, dialect=style.dialect, limit=TRY_LIMIT).in_style(style)
    except BadDraft as error:
        raise click.BadParameter(str(error), param_hint="--try") from None
    if ":" in rule_id:
        found = list(check_draft(draft, engine=current_app.extensions["copydesk.engine"]).flags)
    else:
        found, _ = run_checks(read_document(draft))
    flags = sorted((f for f in found if f.rule == rule_id), key=lambda f: f.span)
    click.echo(f"Tried under {style.title}:" + ("" if flags else " the rule leaves that text alone."))
    for flag in flags:
        for line in flag_lines(flag, draft.text):
            click.echo(line)


def _as_json(c: Check) -> dict[str, object]:
    return {
        "id": c.id, "title": c.title, "catches": c.catches, "why": c.why, "source": c.source, "category": c.category,
        "severity": str(c.severity), "scope": c.scope, "styles": list(c.styles),
        "examples": [{"text": e.text, "flagged": [[s.start, s.end] for s in e.spans], "fixed": e.fixed} for e in c.examples],
    }  # fmt: skip

"""flask --app app check, and all commands together. Exit 0: no must flag; 1: must flags; 2: could not check."""

from __future__ import annotations

import datetime
import json
import sys
from dataclasses import replace
from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from app.check_draft import check_draft
from app.cli_report import report_lines
from app.cli_rules import explain, house_style, rules
from app.cli_vale import import_vale
from app.facts.parse import load_model
from app.flags.as_json import report_as_json
from app.flags.flag import Notice
from app.flags.report import Report
from app.flags.silence import Silence
from app.intake.draft import Source
from app.intake.plain_text import BadDraft, decode, draft_from_text
from app.storage.database import Database, DatabaseUnavailable
from app.storage.silenced import newsroom_silences
from app.storage.words import known_words
from app.styles.schema import StyleError
from app.styles.style import DIALECTS

MUST_FLAGS, COULD_NOT_CHECK = 1, 2


def register_commands(app: Flask) -> None:
    """Add Copydesk's commands to `flask --app app`."""
    for command in (check, rules, explain, import_vale):
        app.cli.add_command(command)


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True, dir_okay=False))
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True)
@click.option(
    "--style", help="House style, one of the four or a file of STYLE_FOLDER.  [default: the DEFAULT_STYLE setting]"
)
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
    try:
        house = house_style(style or current_app.config["DEFAULT_STYLE"])
    except StyleError as error:
        click.echo(f"copydesk: house style {style}: {error}", err=True)
        raise SystemExit(COULD_NOT_CHECK) from None
    try:
        load_model()
    except RuntimeError as error:
        click.echo(f"copydesk: {error}", err=True)
        raise SystemExit(COULD_NOT_CHECK) from None
    words, silences, told = _newsrooms()
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
                decode(raw, _shown(name)), dialect=dialect or house.dialect, date=date.date() if date else None,
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
        draft = replace(draft.in_style(house), known_words=words, notices=(*draft.notices, *told))
        report = check_draft(draft, engine=current_app.extensions["copydesk.engine"], silences=silences)
        found.append((_shown(name), report))
        if form != "html":
            _print(report, _shown(name), form)
    if form == "html" and found:
        click.echo(_html(found))
    if failed:
        raise SystemExit(COULD_NOT_CHECK)
    if any(report.counts()["must"] for _, report in found):
        raise SystemExit(MUST_FLAGS)


def _newsrooms() -> tuple[frozenset[str], tuple[Silence, ...], tuple[Notice, ...]]:
    """The newsroom's word list and what it silenced; a notice where its database can't be reached."""
    database: Database = current_app.extensions["copydesk.database"]
    try:
        return known_words(database), newsroom_silences(database), ()
    except DatabaseUnavailable as error:
        told = f"The newsroom’s word list and what it silenced were not used. {error}"
        return frozenset(), (), (Notice("database", told),)


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

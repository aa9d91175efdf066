"""The database of the running application, and `flask --app app db`."""

from __future__ import annotations

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from app.flags.silence import Silence
from app.storage.database import Database, DatabaseUnavailable, newest_revision
from app.storage.silenced import newsroom_silences
from app.storage.words import known_words
from app.web.told import told

commands = AppGroup("db", help="Bring the database up to date, or say where it stands.")
NO_WORD_LIST = (
    "The newsroom’s word list can’t be reached, so words on it may be flagged as misspelt. The check itself ran."
)

NO_SILENCES = (
    "The list of what the newsroom silenced can’t be reached, so such flags may be back. The check itself ran."
)


def install_database(app: Flask) -> None:
    app.extensions["copydesk.database"] = Database(app.config["DATABASE_URL"])
    app.cli.add_command(commands)


def database() -> Database:
    """Return the database of the current application."""
    opened: Database = current_app.extensions["copydesk.database"]
    return opened


def words_for_a_check() -> tuple[frozenset[str], list[str]]:
    """Return the known words and what to tell the person: without its database Copydesk checks all the same."""
    try:
        return known_words(database()), []
    except DatabaseUnavailable as error:
        current_app.logger.warning("%s", error)
        return frozenset(), [NO_WORD_LIST]


def silences_for_a_check() -> tuple[tuple[Silence, ...], list[str]]:
    """Return what the newsroom silenced and what to tell the person."""
    try:
        return newsroom_silences(database()), []
    except DatabaseUnavailable as error:
        current_app.logger.warning("%s", error)
        return (), [NO_SILENCES]


@commands.command("upgrade")
def upgrade() -> None:
    """Run the migrations that are missing; nothing where there are none."""
    try:
        revision = database().upgrade()
    except DatabaseUnavailable as error:
        raise click.ClickException(
            f"{error} {(error.__cause__ and type(error.__cause__).__name__) or ''}".strip()
        ) from None
    click.echo(f"The database is up to date (revision {revision}).")


@commands.command("current")
def current() -> None:
    """Print the revision the database is at, and the one the code expects."""
    with told():
        at = database().current()
    newest = newest_revision()
    click.echo(
        f"{at or 'none'} (the newest is {newest})" + ("" if at == newest else ": run `flask --app app db upgrade`")
    )

"""`flask --app app db backup`, `restore`, `prune` and `demo`, and `flask --app app audit`: keeping what the desk did."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from app.desk.audit import Broken
from app.desk.people import ROLE_TITLES
from app.storage.audit import FORMATS, export
from app.storage.audit_chain import verify_chain
from app.storage.backup import BadBackup, restore_backup, write_backup
from app.storage.demo.newsroom import NotEmpty, fill
from app.storage.prune import prune
from app.web.database import commands as db
from app.web.database import database
from app.web.told import told

audit = AppGroup("audit", help="Verify that the audit is whole, or export it.")


def install_keeping_commands(app: Flask) -> None:
    app.cli.add_command(audit)


@db.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Write all that the database holds to FILE, one JSON object a line, for SQLite and PostgreSQL alike."""
    with _told():
        count = write_backup(database(), file)
    click.echo(f"{count:,} rows are in {file}. It holds unpublished copy and password hashes: keep it safe.")


@db.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def restore(file: Path) -> None:
    """Read a backup into an empty database, SQLite or PostgreSQL, and bring it up to date."""
    with _told():
        count = restore_backup(database(), file)
        entries, _ = verify_chain(database())
    click.echo(f"{count:,} rows are restored. The audit holds: {entries:,} entries.")


@db.command("prune")
@click.option("--days", type=click.IntRange(1), help="Instead of RETENTION_DAYS.")
def prune_now(days: int | None) -> None:
    """Delete drafts that were signed off or spiked more than RETENTION_DAYS ago; the audit stays. Run it daily."""
    days = days or current_app.config["RETENTION_DAYS"]
    if not days:
        click.echo("RETENTION_DAYS is 0: every draft is kept.")
        return
    with _told():
        count = prune(database(), days)
    click.echo(f"{count:,} drafts that were closed for {days:,} days are gone. The audit stays.")


@db.command("demo")
def demo() -> None:
    """Fill an empty database with a made-up newsroom: people, desks, and 40 drafts in all states."""
    with _told():
        database().upgrade()
        made = fill(database(), said=click.echo)
    click.echo(f"\nA newsroom with {made.drafts} drafts is there. Sign in as:")
    for person in made.people:
        click.echo(f"  {person.sign_in:20} {ROLE_TITLES[person.role]}")
    click.echo(f"with the password  {made.password}")


@audit.command("verify")
@click.option("--noted", multiple=True, metavar="NUMBER:HASH", help="An entry's hash that you wrote down earlier.")
def verify(noted: tuple[str, ...]) -> None:
    """Go through the audit's chain of hashes; ends with 1 where an entry was changed, removed or put in.

    Write down the last line elsewhere from time to time, and give it back with --noted: whoever can write to the database
    could make a whole new chain.
    """
    try:
        known = {int(number): hash.lower() for number, _, hash in (note.partition(":") for note in noted)}
    except ValueError:
        raise click.ClickException("Give --noted as NUMBER:HASH, as this command prints it.") from None
    with _told():
        count, head = verify_chain(database(), known)
    click.echo(f"The audit holds: {count:,} entries.")
    click.echo(f"{count}:{head}" if count else "It is empty.")


@audit.command("export")
@click.option("--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True)
@click.option("--draft", default="", help="Only the entries of the draft with this id.")
def export_it(form: str, draft: str) -> None:
    """Print the audit, oldest entry first: CSV, or JSON lines. It holds no text of a draft."""
    with _told():
        for line in export(database(), form=form, uid=draft):
            sys.stdout.write(line)


@contextmanager
def _told() -> Iterator[None]:
    """Errors that say what to do, said without a traceback."""
    try:
        with told(BadBackup, Broken, NotEmpty):
            yield
    except (OSError, UnicodeDecodeError) as error:
        raise click.ClickException(f"The file can’t be used: {error}") from None

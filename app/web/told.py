"""What a command can't do, and a setting that it can't use, is told in a sentence, without a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from app.storage.database import DatabaseUnavailable
from config import WrongSetting


@contextmanager
def told(*errors: type[Exception]) -> Iterator[None]:
    """Tell DatabaseUnavailable, and errors of the kinds given, by their own message."""
    kinds: tuple[type[Exception], ...] = (DatabaseUnavailable, *errors)
    try:
        yield
    except kinds as error:
        raise click.ClickException(str(error)) from None


@contextmanager
def settings_told() -> Iterator[None]:
    """End a `flask` command on WrongSetting as the server's start does: its sentence, and status 2.

    Not a click exception: of those `flask --help` prints the traceback. Where no command runs, the error is raised.
    """
    try:
        yield
    except WrongSetting as error:
        if click.get_current_context(silent=True) is None:
            raise
        click.echo(str(error), err=True)
        raise SystemExit(2) from None

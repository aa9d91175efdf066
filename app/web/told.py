"""What a command can't do is told in a sentence, without a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from app.storage.database import DatabaseUnavailable


@contextmanager
def told(*errors: type[Exception]) -> Iterator[None]:
    """Tell DatabaseUnavailable, and errors of the kinds given, by their own message."""
    kinds: tuple[type[Exception], ...] = (DatabaseUnavailable, *errors)
    try:
        yield
    except kinds as error:
        raise click.ClickException(str(error)) from None

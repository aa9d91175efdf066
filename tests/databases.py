"""A fresh database for each test, on SQLite and on PostgreSQL: empty, or copied from one that was brought up to date."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from app.storage.database import Database

KINDS = ("sqlite", "postgresql")
_numbers = itertools.count(1)


@pytest.fixture(params=KINDS)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Address of a database without a table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/empty.sqlite3"
    else:
        url = request.getfixturevalue("postgresql_url")
        name = _create(url)
        yield _named(url, name)
        _drop(url, name)


@contextmanager
def up_to_date(kind: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Address of a database of that kind that is up to date and holds nothing."""
    if kind == "sqlite":
        kept = request.getfixturevalue("sqlite_up_to_date")
        shutil.copy(kept, folder / "copydesk.sqlite3")
        yield f"sqlite:///{folder}/copydesk.sqlite3"
    else:
        url = request.getfixturevalue("postgresql_url")
        name = _create(url, like=request.getfixturevalue("postgresql_up_to_date"))
        yield _named(url, name)
        _drop(url, name)


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Address of a database that is up to date and holds nothing."""
    with up_to_date(request.param, request, tmp_path) as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A database that is up to date and holds nothing."""
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sqlite_up_to_date(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept = tmp_path_factory.mktemp("sqlite") / "up_to_date.sqlite3"
    _upgrade(f"sqlite:///{kept}")
    return kept


@pytest.fixture(scope="session")
def postgresql_up_to_date(postgresql_url: str) -> str:
    name = _create(postgresql_url)
    _upgrade(_named(postgresql_url, name))
    return name


def _upgrade(url: str) -> None:
    database = Database(url)
    database.upgrade()
    database.close()


def _create(url: str, like: str = "template1") -> str:
    name = f"test_{next(_numbers)}"
    _run(url, f"CREATE DATABASE {name} TEMPLATE {like}")
    return name


def _drop(url: str, name: str) -> None:
    _run(url, f"DROP DATABASE {name} WITH (FORCE)")


def _run(url: str, statement: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def _named(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)

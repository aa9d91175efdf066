"""The database: SQLite in the instance folder, or PostgreSQL; brought up to date by the migrations beside this file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

MIGRATIONS = Path(__file__).parent / "migrations"
CONNECT_SECONDS = 3
# How long a writer waits for those before it: for other processes (SQLite alone), and for other threads.
BUSY_SECONDS = 15
TURN_SECONDS = 30


class DatabaseUnavailable(Exception):
    """The database can't be used now. The message says why and what to do, and quotes no data."""


class Database:
    """One database, opened at first use; safe to share between threads and to make before a fork."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._engine = _engine(url)
        self._turn = Lock()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A unit of work: committed at the end, undone where it fails. Raise DatabaseUnavailable where it can't be done."""
        with self._told(), Session(self._engine) as session, session.begin():
            yield session

    @contextmanager
    def change(self) -> Iterator[Session]:
        """A unit of work that reads and then writes what it read: as session(), with no other writer in between.

        On SQLite it waits for its turn at once (a transaction that began by reading can't wait: it fails); on PostgreSQL
        lock the rows it rests on (``with_for_update``).
        """
        if self._url.get_backend_name() != "sqlite":
            with self.session() as session:
                yield session
            return
        # SQLite serves waiting writers by chance and sends the unlucky away: within a process they queue here instead.
        if not self._turn.acquire(timeout=TURN_SECONDS):
            raise DatabaseUnavailable("The database is too busy to write now. Try again in a moment.")
        try:
            with self.session() as session:
                session.connection().exec_driver_sql("BEGIN IMMEDIATE")
                yield session
        finally:
            self._turn.release()

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """A unit of work that only reads, and all of it as it stood at one moment."""
        with self.session() as session:
            if self._url.get_backend_name() == "sqlite":
                session.connection().exec_driver_sql("BEGIN")
            else:
                session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            yield session

    def upgrade(self, revision: str = "head") -> str:
        """Run the migrations that are missing up to a revision; return the one the database is at then."""
        with self._told():
            if self._url.get_backend_name() == "sqlite" and self._url.database:
                Path(self._url.database).parent.mkdir(parents=True, exist_ok=True)
            with self._engine.begin() as connection:
                command.upgrade(_alembic(connection), revision)
        return self.current()

    def current(self) -> str:
        """Return the revision the database is at, or "" before the first migration."""
        with self._told(), self._engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision() or ""

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, OSError) as error:
            # Not the error's own text: it quotes the statement with its data.
            raise DatabaseUnavailable(
                f"The database ({self._url.get_backend_name()}) can’t be used ({type(error).__name__}). "
                "Run `flask --app app db upgrade`; if that fails too, check DATABASE_URL and that the database runs."
            ) from error


def newest_revision() -> str:
    """Return the revision that the code expects."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head() or ""


def _engine(url: str) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": CONNECT_SECONDS})
    # Opening an SQLite file takes no time, and a connection that is not kept can't be left open.
    engine = create_engine(url, poolclass=NullPool)
    event.listen(engine, "connect", _set_up_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", f"busy_timeout={1000 * BUSY_SECONDS}", "foreign_keys=ON", "synchronous=NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _alembic(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config

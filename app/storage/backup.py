"""Backup and restore: every row of every table as a line of JSON, so that what was written from SQLite is read into PostgreSQL, and back.

The first line says which revision of the tables it is of, the last how many rows there are and their hash: a file that was
cut off or changed is refused. It holds password hashes and unpublished copy: keep it as safe as the database.
"""

from __future__ import annotations

import datetime
import hashlib
import importlib
import itertools
import json
import os
import pkgutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, MetaData, Table, func, select, text

import app.storage
from app.storage.database import Database, newest_revision
from app.storage.tables import Base, now

FORMAT = 1
AT_A_TIME = 500
AUDIT_HEAD = "audit_head"


class BadBackup(Exception):
    """The file can't be restored, or not into this database; the message says why and what to do."""


def write_backup(database: Database, path: Path) -> int:
    """Write all rows to a new file that only its owner may read; return how many. Raise BadBackup where there is one by that name.

    All rows are as they stood at one moment. The file is there whole or not at all.
    """
    if path.exists():
        raise BadBackup(f"{path} is there already. Choose another name, or remove it.")
    part = path.with_name(path.name + ".part")
    made = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(made, "w", encoding="ascii") as file:
            count = _write(database, file)
            file.flush()
            os.fsync(file.fileno())
        # Fails where a file by that name has come since; a rename would replace it.
        os.link(part, path)
    finally:
        part.unlink(missing_ok=True)
    return count


def restore_backup(database: Database, path: Path) -> int:
    """Read a backup into an empty database and bring it up to date; return the number of rows.

    All rows are there afterwards or none is. Raise BadBackup where the file is no whole backup or the database holds
    something.
    """
    with path.open(encoding="ascii") as file:
        head = _head(file)
        at = database.current() or database.upgrade(head["revision"])
        if at != head["revision"]:
            raise BadBackup(
                f"The backup is of revision {head['revision']} and the database at {at}. Restore into an empty database: "
                "it is brought to the backup’s revision first, then to the newest."
            )
        with database.change() as session:
            count = _read(session.connection(), file)
    database.upgrade()
    return count


def _write(database: Database, file: IO[str]) -> int:
    at = database.current()
    if at != newest_revision():
        raise BadBackup("Bring the database up to date first: flask --app app db upgrade")
    head = {"copydesk_backup": FORMAT, "revision": at, "made_at": now().isoformat()}
    file.write(json.dumps(head) + "\n")
    hash, count = hashlib.sha256(), 0
    with database.snapshot() as session:
        for table in _tables():
            for row in session.execute(
                select(table).order_by(*table.primary_key).execution_options(yield_per=AT_A_TIME)
            ):
                line = json.dumps([table.name, {k: _plain(v) for k, v in row._mapping.items()}]) + "\n"
                hash.update(line.encode())
                count += 1
                file.write(line)
    file.write(json.dumps({"rows": count, "sha256": hash.hexdigest()}) + "\n")
    return count


def _read(connection: Connection, file: IO[str]) -> int:
    # Reflected, not the code's own: the backup may be of older tables.
    metadata = MetaData()
    metadata.reflect(connection, only=lambda name, _: not name.startswith(("draft_search", "alembic_", "sqlite_")))
    for table in metadata.sorted_tables:
        if table.name != AUDIT_HEAD and connection.execute(select(table).limit(1)).first():
            raise BadBackup(f"The database is not empty: it has rows in {table.name}. Restore into an empty one.")
    if AUDIT_HEAD in metadata.tables:
        connection.execute(metadata.tables[AUDIT_HEAD].delete())
    count = 0
    for name, rows in itertools.groupby(_rows(file), key=lambda row: row[0]):
        if name not in metadata.tables:
            raise BadBackup(f"The backup has rows of a table {name!r}, which this revision does not know.")
        for some in _batches(row for _, row in rows):
            table = metadata.tables[name]
            connection.execute(table.insert(), [_typed(table, row) for row in some])
            count += len(some)
    if connection.dialect.name == "postgresql":
        for table in metadata.sorted_tables:
            _go_on_counting(connection, table)
    return count


def _head(file: IO[str]) -> dict[str, Any]:
    try:
        head = json.loads(file.readline(10_000))
        form, revision = head["copydesk_backup"], head["revision"]
    except (ValueError, KeyError, TypeError) as error:
        raise BadBackup("This is no backup of Copydesk.") from error
    if form != FORMAT or not isinstance(revision, str):
        raise BadBackup("This backup was written by a newer Copydesk. Restore it with that one.")
    return {"revision": revision}


def _rows(file: IO[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows; raise BadBackup at the end where they are not those that were written."""
    hash, count = hashlib.sha256(), 0
    for line in file:
        try:
            said = json.loads(line)
        except ValueError:
            break
        if isinstance(said, dict):
            if said != {"rows": count, "sha256": hash.hexdigest()} or file.read(1):
                raise BadBackup("The backup was changed after it was written. Nothing was restored.")
            return
        hash.update(line.encode())
        count += 1
        yield said[0], said[1]
    raise BadBackup(f"The backup is cut off after {count} rows. Nothing was restored.")


def _batches(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    waiting = iter(rows)
    while some := list(itertools.islice(waiting, AT_A_TIME)):
        yield some


def _typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """The row as its table's columns take it: moments and days are text in JSON."""
    typed = {}
    for name, value in row.items():
        kind = table.columns[name].type.python_type if name in table.columns else None
        if kind is None:
            raise BadBackup(f"The backup has a column {table.name}.{name}, which this revision does not know.")
        if kind is datetime.datetime and isinstance(value, str):
            value = datetime.datetime.fromisoformat(value)
        elif kind is datetime.date and isinstance(value, str):
            value = datetime.date.fromisoformat(value)
        typed[name] = value
    return typed


def _go_on_counting(connection: Connection, table: Table) -> None:
    """Set the counter that gives new rows their ids behind the last id that was restored."""
    if "id" in table.columns and table.columns["id"].primary_key:
        sequence = connection.scalar(select(func.pg_get_serial_sequence(f'"{table.name}"', "id")))
        last = connection.scalar(select(func.max(table.columns["id"])))
        if sequence and last:
            connection.execute(text("SELECT setval(:sequence, :last)"), {"sequence": sequence, "last": last})


def _tables() -> list[Table]:
    """Every table of the code, those that others rest on first."""
    for module in pkgutil.iter_modules(app.storage.__path__, "app.storage."):
        if module.name.startswith("app.storage.tables"):
            importlib.import_module(module.name)
    return list(Base.metadata.sorted_tables)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        # SQLite hands back what was written in UTC without saying so.
        return (value if value.tzinfo else value.replace(tzinfo=datetime.UTC)).astimezone(datetime.UTC).isoformat()
    return value.isoformat() if isinstance(value, datetime.date) else value

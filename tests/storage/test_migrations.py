"""The migrations make exactly the tables that the code declares, on SQLite and PostgreSQL, and can be taken back."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect

import app.storage
from app.storage.database import Database, _alembic, newest_revision
from app.storage.tables import Base

# Kept by the database itself for full-text search: no matter of the code's tables.
OF_THE_SEARCH = ("draft_search", "ix_draft_search", "search")

# The columns that hold words of a draft. All stand in one file and go when the draft goes.
WORDS_OF_A_DRAFT = {
    "draft.title", "draft.doc", "draft.text", "draft.sources",
    "draft_version.title", "draft_version.doc", "draft_version.text",
    "flag_decision.words", "comment.body", "comment.words", "last_look.text",
}  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def every_table_is_declared() -> None:
    for module in pkgutil.iter_modules(app.storage.__path__, "app.storage."):
        if ".tables" in module.name:
            importlib.import_module(module.name)


def test_the_migrations_make_the_tables_of_the_code(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda _object, name, *_: not str(name).startswith(OF_THE_SEARCH)},
        )
        assert context.get_current_revision() == newest_revision()
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_upgrading_twice_is_upgrading_once(database: Database) -> None:
    assert database.upgrade() == newest_revision()


def test_the_migrations_can_be_taken_back(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        command.downgrade(_alembic(connection), "base")
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    engine.dispose()


def test_unbounded_text_that_is_not_of_a_draft_is_json() -> None:
    unbounded = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.tables.values()
        for column in table.columns
        if str(column.type) == "TEXT"
    }
    json_columns = {"desk.checklist", "audit_entry.before", "audit_entry.after", "outbox.payload"}
    assert unbounded - WORDS_OF_A_DRAFT == json_columns

"""Alembic's entry: runs the migrations on the connection that Database.upgrade hands over."""

from alembic import context

from app.storage.tables import Base

connection = context.config.attributes["connection"]
# Batch mode: SQLite can't alter a table in place.
context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()

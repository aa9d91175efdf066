"""Full-text search of drafts: PostgreSQL's own, SQLite's FTS5. Both stem English words; "quoted words" stand together, -word must not be there.

SQLite finds Málaga by Malaga too; PostgreSQL would need its extension unaccent for that.
"""

from __future__ import annotations

import re

from sqlalchemy import ColumnElement, Text, bindparam, false, func, literal_column, text
from sqlalchemy.dialects.postgresql import REGCONFIG, TSVECTOR

from app.storage.tables_drafts import DraftRow

_TERM = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')


def matches(search: str, dialect: str) -> ColumnElement[bool]:
    """The condition that a draft's title or text matches what was searched for; no text is an error."""
    search = search.replace("\0", " ").encode("utf-8", "replace").decode()
    if dialect == "postgresql":
        query = func.websearch_to_tsquery(literal_column("'english'", REGCONFIG), search)
        return literal_column("draft.search", TSVECTOR).bool_op("@@")(query)
    query_text = fts5(search)
    if not query_text:
        return false()
    found = text("SELECT rowid FROM draft_search WHERE draft_search MATCH :search")
    return DraftRow.id.in_(found.bindparams(bindparam("search", query_text, Text())).columns(DraftRow.id))


def fts5(search: str) -> str:
    """Return what was searched for in FTS5's language, each word in quotes so that none is an operator; "" for no word."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in _TERM.findall(search):
        words = re.findall(r"\w+", phrase or word)
        if words:
            (unwanted if minus else wanted).append('"' + " ".join(words) + '"')
    if not wanted:
        return ""
    return " ".join(wanted) + "".join(f" NOT {word}" for word in unwanted)

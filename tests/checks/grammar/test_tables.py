"""Every line of every table of usage flags its own example, and the first replacement mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

import app.checks.grammar as package
from app.checks.grammar._phrases import Phrase, Table, load_table
from app.facts.document import Document
from app.facts.parse import parse
from app.flags.report import apply_edits
from app.intake.plain_text import draft_from_text

TABLES = {path.stem: load_table(path) for path in sorted(Path(package.__file__).parent.glob("*.txt"))}
LINES = [
    pytest.param(table, phrase, id=f"{name}-{number}")
    for name, table in TABLES.items()
    for number, phrase in enumerate(table.phrases, 1)
]


def _read(text: str, dialect: str) -> Document:
    style = "bbc" if dialect == "en-GB" else "ap"
    return parse(draft_from_text(text, style=style, dialect=dialect or "en-US", date=None, sources=[]))


@pytest.mark.parametrize(("table", "phrase"), LINES)
def test_a_line_flags_its_example_and_mends_it(table: Table, phrase: Phrase) -> None:
    flags = list(table.find(_read(phrase.example, phrase.dialect)))
    assert len(flags) == 1, [f.span.of(phrase.example) for f in flags]
    if flags[0].edits:
        fixed, left = apply_edits(phrase.example, [flags[0].edits[0]])
        assert not left
        assert not list(table.find(_read(fixed, phrase.dialect))), fixed


def test_a_table_names_the_file_and_line_of_a_bad_line(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("# usage\n@NN @VB => x :: An example.\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.txt, line 2: .* names no word"):
        load_table(bad)

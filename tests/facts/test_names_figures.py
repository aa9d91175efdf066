"""Public figures: named only where the draft speaks of their nation, and in their years."""

from __future__ import annotations

import datetime

import pytest

from app.facts.names_figures import figure_named
from app.facts.read import read_document
from app.intake.plain_text import draft_from_text


@pytest.mark.parametrize(
    ("surname", "text", "date", "full"),
    [
        ("Assad", "Rebels took two Syrian villages from Assad.", "2015-03-02", "Bashar al-Assad"),
        ("Assad", "Rebels took two Syrian villages from Assad.", "2025-03-02", None),
        ("Khan", "Khan won the cup for the Harlow Bay bowls club.", "2020-03-02", None),
        ("Khan", "Khan spoke in Pakistan's parliament.", "2020-03-02", "Imran Khan"),
        ("Trump", "The White House said Trump would travel.", "2026-03-02", "Donald Trump"),
    ],
)  # fmt: skip
def test_a_surname_is_a_public_figure_where_the_draft_speaks_of_the_nation(
    surname: str, text: str, date: str, full: str | None
) -> None:
    figure = figure_named(surname, read_document(draft_from_text(text, date=datetime.date.fromisoformat(date))))
    assert (figure.full if figure else None) == full

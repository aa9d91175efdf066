"""The newsroom's own list of names: some banned, some known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.checks.names.known_names import known_names
from app.facts.read import read_document
from app.intake.plain_text import draft_from_text


def flagged(text: str, **settings: Any) -> list[tuple[str, str]]:
    document = read_document(draft_from_text(text))
    document = replace(document, style=replace(document.style, settings=settings))
    return [(f.span.of(text), f.edits[0].replacement) for f in known_names(document)]


def test_a_banned_form_is_replaced_wherever_it_stands() -> None:
    text = "They flew to Kiev. Kiev’s mayor met them."
    assert flagged(text, banned_names={"Kiev": "Kyiv"}) == [("Kiev", "Kyiv"), ("Kiev", "Kyiv")]
    assert flagged(text) == []


def test_a_name_a_letter_away_from_a_known_one_is_asked_about() -> None:
    known = ["Ines Calderwood", "Fenwick Trust"]
    assert flagged("Mayor Ines Calderwod spoke.", known_names=known) == [("Ines Calderwod", "Ines Calderwood")]
    assert flagged("Mayor Ines Calderwood thanked the Fenwick Trust.", known_names=known) == []
    assert flagged("Mayor Ines Caldicott spoke.", known_names=known) == []

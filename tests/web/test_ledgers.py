"""The views beside the draft: who says what, names, numbers."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from app.check_draft import check_draft
from app.facts.attributions import Attribution
from app.flags.flag import Span
from app.flags.report import Report
from app.intake.plain_text import draft_from_text
from app.web.ledgers import Entry, Ledger, ledgers, places_as_json

TEXT = """“We will go,” said Mary Brightwell, the mayor of Wexcombe. “It is 🎉 time,” Brightwell said.

The move will cost £4 million, an official said. The hall was built in 1998 for 50 people.
"""


def report() -> Report:
    return check_draft(draft_from_text(TEXT, date=datetime.date(2026, 3, 17)))


def view(views: Sequence[Ledger], id: str) -> Ledger:
    return next(v for v in views if v.id == id)


def entries(ledger: Ledger) -> list[Entry]:
    return [entry for _, group in ledger.groups for entry in group]


def test_statements_stand_under_their_speaker() -> None:
    voices = view(ledgers(report()), "voices")
    said = {e.title: [p.text for p in e.places] for e in entries(voices)}
    assert len(said["Mary Brightwell"]) == 2
    assert "We will go" in said["Mary Brightwell"][0]


def test_sources_without_a_name_stand_apart() -> None:
    voices = view(ledgers(report()), "voices")
    groups = {title: [e.title for e in group] for title, group in voices.groups}
    assert "An official" in groups["Not named"]
    assert "An official" not in groups.get("Named", [])


def test_shares_of_the_words_make_a_hundred() -> None:
    shares = view(ledgers(report()), "voices").shares
    assert sum(percent for _, _, percent in shares) == 100
    assert all(percent > 0 for _, _, percent in shares)


def test_names_and_figures_know_their_places() -> None:
    views = ledgers(report())
    assert "Mary Brightwell" in [e.title for e in entries(view(views, "names"))]
    assert "£4 million" in [e.title for e in entries(view(views, "numbers"))]
    for id, places in places_as_json(views).items():
        assert places, id
        for place in places:
            words = TEXT[place["start"] : place["end"]]
            assert words.strip(), (id, place)


def test_a_view_with_nothing_to_show_is_left_out() -> None:
    assert ledgers(check_draft(draft_from_text("It rained all day."))) == ()


def test_an_attribution_without_a_source_is_told_as_such() -> None:
    found = report()
    bare = Attribution(Span(0, 13), None, None, None)
    found = replace(found, document=replace(found.document, attributions=(bare,)))
    assert [e.title for e in entries(view(ledgers(found), "voices"))] == ["Speaker not given"]

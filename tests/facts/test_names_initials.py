"""Initials and their long forms."""

from __future__ import annotations

import pytest

from app.facts.names_initials import Initials, first_letters, spells
from app.facts.names_known import known_to_many, long_forms, needs_no_introduction
from tests.facts.test_names import ledger


def initials(text: str) -> dict[str, Initials]:
    return {i.text: i for i in ledger(text).initials}


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The Coastal Network for Marine Rescue (CNMR) sent boats.", "CNMR", "Coastal Network for Marine Rescue"),
        ("Some internally displaced people (IDPs) came.", "IDPs", "internally displaced people"),
        ("The CNMR (Coastal Network for Marine Rescue) sent boats.", "CNMR", "Coastal Network for Marine Rescue"),
        ("The Office for Bridges (OfB) closed it.", "OfB", "Office for Bridges"),
        ("The Guild of Loft Insulation Fitters (Glif) met.", "Glif", "Guild of Loft Insulation Fitters"),
        ("The Local Co-ordination Committees (LCC) met.", "LCC", "Local Co-ordination Committees"),
        ("The Coastal Network for Marine Rescue, or CNMR, sent boats.", "CNMR", "Coastal Network for Marine Rescue"),
    ],
)
def test_a_definition_gives_initials_their_long_form(text: str, short: str, long: str) -> None:
    assert initials(text)[short].long == long
    assert initials(text)[short].fits


def test_uses_are_counted_apart_from_the_definition_and_the_headline() -> None:
    text = (
        "CNMR sends boats to the cape again\n\nThe Coastal Network for Marine Rescue (CNMR) sent boats.\n\n"
        "A CNMR-backed crew and CNMR’s chief came too."
    )
    found = initials(text)["CNMR"]
    assert len(found.uses) == 2
    assert len(found.in_headline) == 1


def test_party_and_state_in_brackets_are_no_definition() -> None:
    assert "VT" not in {k for k, v in initials("Sen. Ruth Abbot (D-Vt.) and Gov. Al Dunn (R) left.").items() if v.long}


def test_words_in_capitals_and_roman_numerals_are_no_initials() -> None:
    assert initials("STOP THE PRESSES. Chapter XIV of Part II is at 5 PM.") == {}


def test_spelling_skips_small_words_only() -> None:
    assert spells("SOHR", ["Syrian", "Observatory", "for", "Human", "Rights"])
    assert not spells("SOHR", ["Syrian", "Observatory"])
    assert first_letters("Front for Northern Renewal") == "FNR"


def test_who_knows_initials_depends_on_the_english() -> None:
    assert needs_no_introduction("NHS", "en-GB")
    assert not needs_no_introduction("NHS", "en-US")
    assert needs_no_introduction("UN", "en-US")
    assert known_to_many("IMF")
    assert not known_to_many("BSEE")


def test_a_state_department_is_told_by_the_states_named() -> None:
    assert long_forms("ODOT", "It rained in Oregon, and Ohio was dry; Oregon flooded.") == [
        "Oregon Department of Transportation",
        "Ohio Department of Transportation",
    ]
    assert long_forms("IDPs", "") == ["internally displaced people", "displaced people"]

"""The name ledger: who and what a draft names, and which mentions are whose."""

from __future__ import annotations

import pytest

from app.facts.names import Name, NameLedger
from app.facts.read import read_document
from app.flags.flag import Span
from app.intake.plain_text import draft_from_text


def ledger(text: str) -> NameLedger:
    names = read_document(draft_from_text(text)).names
    assert names is not None
    return names


def named(text: str, full: str) -> Name:
    found = ledger(text)
    names = [n for n in found.names if n.full == full]
    assert names, f"no {full!r} among {[n.full for n in found.names]}"
    return names[0]


@pytest.mark.parametrize(
    ("text", "full", "forms"),
    [
        ("Mayor Ines Calder spoke first. Calder said the bridge was safe.", "Ines Calder", ["Ines Calder", "Calder"]),
        ("Dr Yusuf van der Merwe left. Dr van der Merwe declined to comment.", "Yusuf van der Merwe", ["Yusuf van der Merwe", "van der Merwe"]),
        ("Siobhan O’Neill won. O’Neill’s rivals conceded.", "Siobhan O’Neill", ["Siobhan O’Neill", "O’Neill"]),
        ("The pianist Kim Min-jae played. Kim said he was tired.", "Kim Min-jae", ["Kim Min-jae", "Kim"]),
        ("Harold Quince Jr. sued. Quince lost.", "Harold Quince Jr.", ["Harold Quince Jr.", "Quince"]),
    ],
)  # fmt: skip
def test_a_person_is_one_name_in_all_forms(text: str, full: str, forms: list[str]) -> None:
    name = named(text, full)
    assert name.kind == "person"
    assert [m.text for m in name.mentions] == forms


def test_titles_stand_beside_the_name_and_not_in_it() -> None:
    text = "Council President Dale Whitlock voted no. Mr. Whitlock left early."
    name = named(text, "Dale Whitlock")
    assert [m.title.of(text) for m in name.mentions if m.title] == ["Council President", "Mr."]


def test_initials_and_short_forms_belong_to_the_organisation() -> None:
    text = (
        "The Coastal Network for Marine Rescue (CNMR) sent two boats. CNMR said nobody was hurt. "
        "The network has 40 volunteers."
    )
    name = named(text, "Coastal Network for Marine Rescue")
    assert name.kind == "organisation"
    assert name.initials == "CNMR"
    assert [m.form for m in name.mentions] == ["full", "initials", "initials", "description"]


def test_a_word_with_a_capital_from_its_place_is_no_name() -> None:
    assert ledger("Police closed the road. Crews worked all night. Nobody was hurt.").names == ()


def test_days_and_months_are_no_names() -> None:
    assert [n.full for n in ledger("She told Calder Tuesday that it opens in March.").names] == ["Calder"]


def test_the_ledger_answers_for_a_place_in_the_text() -> None:
    text = "Mayor Ines Calder spoke. Then Calder left."
    found = ledger(text)
    at = text.rindex("Calder")
    name = found.at(Span(at, at + 6))
    assert name is not None
    assert name.full == "Ines Calder"
    assert found.at(Span(text.index("spoke"), text.index("spoke") + 5)) is None


def test_how_the_draft_introduces_a_name_is_its_role() -> None:
    assert named("Colm Ashby, the club’s treasurer, resigned.", "Colm Ashby").role == "the club’s treasurer"
    assert named("Its director, Colm Ashby, resigned.", "Colm Ashby").role == "director"
    assert named("Colm Ashby admitted nine charges.", "Colm Ashby").role == ""

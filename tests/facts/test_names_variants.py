"""Two spellings or wordings of one name: which mention differs, and what is expected there."""

from __future__ import annotations

import pytest

from app.facts.names import Name
from app.facts.names_alike import alike
from app.facts.names_unify import use_everywhere
from tests.facts.test_names import ledger


def variants(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.expected) for n in ledger(text).names for m in n.mentions if m.form == "variant"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Warden Ilse Kerrigan spoke. Kerigan left.", [("Kerigan", "Kerrigan")]),
        ("Dr Omar Haddad-Lyle spoke. Dr Haddad-Lyle left. Dr Lyle came back.", [("Lyle", "Haddad-Lyle")]),
        ("Prof Edwin Marchbank spoke. Prof Marchmont left.", [("Marchmont", "Marchbank")]),
        ("Ms Ada Jenkins spoke. Ms Jenkin left.", [("Jenkin", "Jenkins")]),
        ("Idris Salloum spoke at noon. An hour later Salloum Idris left.", [("Salloum Idris", "Idris Salloum")]),
        ("The Hollin Fund paid. The Hollin Foundation gave more.", [("Hollin Foundation", "Hollin Fund")]),
        ("Hollin Gulf Energy paid. Hollin Gulf Power gave more.", [("Hollin Gulf Power", "Hollin Gulf Energy")]),
        ("The Institute for Harbour Policy met. The Harbour Policy Institute left.", [("Harbour Policy Institute", "Institute for Harbour Policy")]),
        ("Cobblestone Minerals sold. Cobblestar Minerals would not say why.", [("Cobblestar Minerals", "Cobblestone Minerals")]),
        ("They flew to Sankt-Olaf. From Sankt Olaf they drove.", [("Sankt Olaf", "Sankt-Olaf")]),
        ("Callers rang HelpNow. Staff at Help Now answered.", [("Help Now", "HelpNow")]),
        ("José Arroyo sang. Jose Arroyo bowed.", [("Jose Arroyo", "José Arroyo")]),
        ("Bellweather Securities sold. Bellwether said no more.", [("Bellwether", "Bellweather")]),
    ],
)  # fmt: skip
def test_the_later_form_is_expected_to_be_as_the_first(text: str, expected: list[tuple[str, str]]) -> None:
    assert variants(text) == expected


def test_the_form_used_more_is_the_established_one() -> None:
    text = "Warden Ilse Kerigan spoke. Kerrigan left. Then Kerrigan came back."
    assert variants(text) == [("Ilse Kerigan", "Ilse Kerrigan")]


def test_a_headline_never_decides_how_a_name_is_spelled() -> None:
    text = "Kerigan quits the prison board\n\nWarden Ilse Kerrigan quit the prison board on Monday, she said.\n\nShe is 61."
    assert variants(text) == [("Kerigan", "Kerrigan")]


@pytest.mark.parametrize(
    "text",
    [
        "Dan Fisk and his brother, Don Fisk, won.",
        "Iranian ships passed Iraqi ships. Iran and Iraq said nothing.",
        "North Harbour Hospital and South Harbour Hospital closed.",
        "The House Rules Committee met. The House Ethics Committee met.",
        "The University of Oxford won. The University of Oxfordshire lost. Oxford and Oxfordshire met.",
        "Austria beat Australia. Austrians cheered, Australians did not.",
        "Mr Rami Abdul Rahman spoke. Mr Abdul Rahman left.",
        "Medicare grew, and Medicaid shrank.",
        "The Times and the New York Times and the Financial Times reported it.",
        "Al-Rai fell. Fighters left al-Rai.",
        "She read the Tennessean in Tennessee.",
        "The Abbot-Quill ticket won. Abbot cheered and so did Quill.",
        "Visas of the H-1B kind and the B-1H kind were sold.",
        "Senate Republicans met. A Republican Senate would not.",
        "African Americans voted. An African-American choir sang.",
        "Robert Halloway spoke. The Halloways have lived there since 1950.",
    ],
)
def test_two_names_that_are_near_stay_two(text: str) -> None:
    assert variants(text) == []


@pytest.mark.parametrize(
    ("a", "b", "near"),
    [
        ("Brodeur", "Broduer", True),
        ("Abakar", "Abbakar", True),
        ("Syria", "Syrian", False),
        ("Trump", "Trumpism", False),
        ("Hall", "Hill", False),
        ("Faya-Largeau", "Faya Largeau", True),
        ("O’Neill", "O'Neill", False),
        ("STS-133", "STS-135", False),
    ],
)
def test_words_are_alike_by_a_slip_and_not_by_an_ending(a: str, b: str, near: bool) -> None:
    assert alike(a, b) is near


def _name(text: str, full: str) -> Name:
    return next(n for n in ledger(text).names if n.full == full)


def test_one_form_everywhere_leaves_quoted_words_alone() -> None:
    text = "Warden Ilse Kerrigan spoke. Kerigan left. “Ask Kerigan,” he said. Kerrigan is back."
    name = _name(text, "Ilse Kerrigan")
    unified = use_everywhere(name, "Kerrigan")
    assert [e.span.of(text) for e in unified.edits] == ["Kerigan"]
    assert [s.of(text) for s in unified.left] == ["Kerigan"]
    assert name.forms == {"Ilse Kerrigan": 1, "Kerigan": 2, "Kerrigan": 1}
    assert len(name.inconsistent) == 2


def test_one_form_everywhere_names_the_forms_there_are() -> None:
    with pytest.raises(ValueError, match="it has Ilse Kerrigan, Kerrigan"):
        use_everywhere(_name("Warden Ilse Kerrigan spoke. Kerrigan left.", "Ilse Kerrigan"), "Kerigan")

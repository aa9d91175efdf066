"""The tables of engine rules: overrides, then measurements, then categories, then silence."""

from __future__ import annotations

import pytest

from app.engines.rules import RuleTable, load_rules
from app.flags.flag import Severity


def table() -> RuleTable:
    return RuleTable(
        engine="test",
        version="1",
        categories={"GRAMMAR": {"as": "grammar", "use": "should"}},
        measured={"LOUD": {"use": "silent"}, "KNOWN": {"use": "may"}},
        overrides={"KNOWN": {"use": "should", "message": "Ours.", "only": "an?"}, "EN_*": {"use": "silent"}},
    )


def test_an_override_has_the_last_say() -> None:
    use = table().use_of("KNOWN", "GRAMMAR")
    assert (use.severity, use.message) == (Severity.SHOULD, "Ours.")


def test_what_was_measured_comes_before_the_category() -> None:
    assert table().use_of("LOUD", "GRAMMAR").severity is None


def test_a_rule_that_nobody_looked_at_follows_its_category_or_is_silent() -> None:
    assert table().use_of("NEW", "GRAMMAR").severity is Severity.SHOULD
    assert table().use_of("NEW", "STYLE").severity is None


def test_a_family_of_rules_is_named_with_a_star() -> None:
    assert table().use_of("EN_ANY", "GRAMMAR").severity is None


def test_a_rule_may_be_held_to_certain_words() -> None:
    use = table().use_of("KNOWN", "GRAMMAR")
    assert use.allows("an")
    assert not use.allows("another")


@pytest.mark.parametrize("engine", ["languagetool", "harper"])
def test_the_tables_that_ship_are_well_formed_and_every_override_says_how(engine: str) -> None:
    rules = load_rules(engine)
    assert rules.measured
    for name, entry in rules.overrides.items():
        assert "use" in entry, name
        assert entry.keys() <= {"use", "as", "message", "why", "only", "because"}, name

"""Engines' rules as a person reads them."""

from __future__ import annotations

import pytest

from app.engines.rules import load_rules
from app.engines.told import MOST_FOUND, engine_rule, engine_rules


def test_a_rule_says_how_it_is_used_and_what_was_measured() -> None:
    rule = engine_rule("languagetool:AFFECT_EFFECT")
    assert rule
    assert (rule.engine, rule.use, rule.category) == ("LanguageTool", "should", "grammar")
    assert f"{load_rules('languagetool').news_words:,} words of published news" in rule.measured


def test_a_rule_set_by_hand_says_why() -> None:
    rule = engine_rule("languagetool:EN_A_VS_AN")
    assert rule
    assert rule.reason == "Set by hand: every firing on published prose was a slip."


def test_spelling_is_told_as_such() -> None:
    rule = engine_rule("languagetool:MORFOLOGIK_RULE_EN_US")
    assert rule
    assert (rule.use, rule.category) == ("should", "spelling")


@pytest.mark.parametrize(
    "id", ["", "grammar.its", "word:X", "languagetool:", "languagetool:a b", "harper:" + "x" * 200]
)
def test_what_is_no_engines_rule_is_none(id: str) -> None:
    assert engine_rule(id) is None


def test_a_search_takes_every_word_and_stops_somewhere() -> None:
    assert [r.id for r in engine_rules(["AFFECT_EFFECT"])] == ["languagetool:AFFECT_EFFECT"]
    assert engine_rules(["zzz"]) == []
    assert len(engine_rules([])) == MOST_FOUND

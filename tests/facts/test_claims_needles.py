"""A sieve finds what its pattern finds, and passes over sentences that cannot hold a match."""

from __future__ import annotations

import re

import pytest

from app.facts.claims_kinds import KINDS
from app.facts.claims_needles import Sieve, alternatives, needles
from app.facts.claims_opinions import OPINIONS
from app.facts.claims_signals import _TRAITS
from tests.facts.test_claims import CLAIMS, NO_CLAIMS

SIEVES = [*(kind.words for kind in (*KINDS, *OPINIONS)), *_TRAITS.values()]


@pytest.mark.parametrize("sieve", SIEVES)
def test_sieve_finds_the_match_of_its_pattern(sieve: Sieve) -> None:
    for text in (*CLAIMS, *NO_CLAIMS):
        plain, sifted = sieve._pattern.search(text), sieve.search(text, text.lower())
        assert (plain and plain.span()) == (sifted and sifted.span())


@pytest.mark.parametrize(
    ("pattern", "matches"),
    [
        (r"\bthe (?:main|real) cause\b", ["the main cause", "the real cause"]),
        (r"\bflavou?rs\b", ["flavors", "flavours"]),
        (r"\b(?:is|was) [Rr]eported\b", ["is reported", "was Reported"]),
        (r"(?:deeply )?(?:hurt|harmed)", ["deeply hurt", "harmed"]),
    ],
)
def test_every_match_holds_a_needle(pattern: str, matches: list[str]) -> None:
    found = needles(re.compile(pattern))
    assert found
    assert all(any(needle in match.lower() for needle in found) for match in matches)


@pytest.mark.parametrize("pattern", [r"\w+ly", r"(?:known)? \d+", r"known|\d+"])
def test_pattern_that_can_do_without_any_word_has_no_needles(pattern: str) -> None:
    assert needles(re.compile(pattern)) == ()


def test_pattern_is_cut_at_the_bars_outside_brackets() -> None:
    assert alternatives(r"a(?:b|c)|[|]d|\|e") == [r"a(?:b|c)", "[|]d", r"\|e"]

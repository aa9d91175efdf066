"""Slips of slips.txt are flagged where they stand, and nothing else is; right texts stay silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.slips import Case, cases, flags, touches

CATEGORIES = frozenset({"number_format"})
CASES = cases(Path(__file__).with_name("slips.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.text[:50])
def test_the_slip_is_flagged_and_nothing_else(case: Case) -> None:
    # A hyphen that a measure lacks is found by a check of numbers, and is a slip of grammar.
    hyphens = [f for f in flags(case, frozenset({"grammar"})) if f.rule.startswith("numbers.")]
    found = [f for f in [*flags(case, CATEGORIES), *hyphens] if f.firm or case.slips]
    if not case.slips:
        assert not found
        return
    assert any(touches(f, case.slips) for f in found)
    assert all(touches(f, case.slips) for f in found if f.firm)
    if case.mended:
        assert case.mended in {e.apply(case.text) for f in found for e in f.edits}

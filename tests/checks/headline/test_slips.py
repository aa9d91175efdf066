"""Slips of slips.txt are flagged where they stand (other words of the headline may be too); right texts stay silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.slips import Case, cases, flags, touches

CATEGORIES = frozenset({"headline", "number_consistency"})
CASES = cases(Path(__file__).with_name("slips.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.text[:50])
def test_the_slip_is_flagged_and_right_headlines_are_not(case: Case) -> None:
    found = [f for f in flags(case, CATEGORIES) if f.firm or case.slips]
    if not case.slips:
        assert not found
        return
    assert any(touches(f, case.slips) for f in found if f.firm)
    if case.mended:
        assert case.mended in {e.apply(case.text) for f in found for e in f.edits}

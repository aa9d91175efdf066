"""Which flags stand behind one card."""

from __future__ import annotations

from app.flags.alike import can_accept_all, firsts_alike
from app.flags.flag import Edit, Flag, Severity, Span

TEXT = "Teh cat, teh dog, a rat; 12 and 12."


def flag(start: int, end: int, message: str, edit: str = "", **more: object) -> Flag:
    span = Span(start, end)
    given = {"severity": Severity.SHOULD, "category": "grammar", "rule": "a.b", **more}
    return Flag(span, message, edits=(Edit.replace(span, edit),) if edit else (), **given)  # type: ignore[arg-type]


def test_one_mend_again_is_alike_whatever_the_capital() -> None:
    flags = [
        flag(0, 3, "Write “the”, not “Teh”.", "The"),
        flag(9, 12, "Write “the”, not “teh”.", "the"),
        flag(18, 19, "Write “an”.", "an"),
    ]
    assert firsts_alike(flags, TEXT) == [0, 0, 2]


def test_without_a_mend_the_words_have_to_be_the_same() -> None:
    flags = [flag(4, 7, "Which?"), flag(13, 16, "Which?"), flag(4, 7, "Which?")]
    assert firsts_alike(flags, TEXT) == [0, 1, 0]


def test_another_rule_or_severity_is_another_card() -> None:
    flags = [flag(0, 3, "m", "x"), flag(9, 12, "m", "x", rule="c.d"), flag(9, 12, "m", "x", severity=Severity.MAY)]
    assert firsts_alike(flags, TEXT) == [0, 1, 2]


def test_figures_claims_and_quotations_stand_each_for_itself() -> None:
    for category in ("number_consistency", "unattributed_claim", "quotation", "source_mismatch"):
        flags = [flag(25, 27, "m", "13", category=category), flag(32, 34, "m", "13", category=category)]
        assert firsts_alike(flags, TEXT) == [0, 1]


def test_all_are_accepted_only_where_each_has_one_safe_edit() -> None:
    one, other = flag(0, 3, "m", "x"), flag(9, 12, "m", "x")
    unsafe = flag(9, 12, "m")
    assert can_accept_all([one, other])
    assert not can_accept_all([one])
    assert not can_accept_all([one, unsafe])
    assert not can_accept_all([one, Flag(Span(9, 12), "m", edits=(Edit(Span(9, 12), "x", safe=False),))])

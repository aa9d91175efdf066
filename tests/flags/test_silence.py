"""What a person silences stays away, and is counted: one place, one word under a rule, a rule."""

from __future__ import annotations

import pytest

from app.check_draft import check_draft
from app.flags.as_json import report_as_json
from app.flags.flag import Flag, Severity, Span
from app.flags.report import Report
from app.flags.silence import NEWSROOM, Silence, has_word_to_silence, silence_from
from app.intake.plain_text import draft_from_text
from tests.web.red_pencil import RedPencil, Remark

TEXT = "It took teh vote on Monday.\n\nIt took teh bus, and Teh mayor knew the cart.\n"
PENCIL = RedPencil(
    Remark("(?i:teh)", "Which?", ("the",)), Remark("cart", "Another word.", severity="may", category="house_style")
)
RULE = "pencil.which_"


def check(*silences: Silence) -> Report:
    return check_draft(draft_from_text(TEXT), engine=PENCIL, silences=silences)


def places(report: Report) -> list[int]:
    return [f.span.start for f in report.flags if f.rule == RULE]


def test_a_place_alone_is_silenced() -> None:
    before = check()
    after = check(Silence("place", RULE, before.fingerprints[0]))
    assert places(after) == places(before)[1:]
    assert [h.flag for h in after.hidden] == [before.flags[0]]
    assert after.fingerprints == before.fingerprints[1:]


def test_a_word_is_silenced_wherever_it_stands_under_that_rule() -> None:
    after = check(Silence("word", RULE, "teh"))
    assert places(after) == []
    assert [f.rule for f in after.flags] == ["pencil.another_word_"]
    assert len(check(Silence("word", "grammar.its", "teh")).flags) == 4


def test_a_rule_is_silenced_altogether() -> None:
    assert [f.rule for f in check(Silence("rule", RULE)).flags] == ["pencil.another_word_"]


def test_what_is_silenced_is_counted_never_kept_back() -> None:
    given = report_as_json(check(Silence("rule", RULE, scope=NEWSROOM, id=3)))
    assert given["silenced"] == {
        "count": 3, "must": 3, "by": [{"kind": "rule", "rule": RULE, "scope": "newsroom", "count": 3}],
    }  # fmt: skip
    assert report_as_json(check())["silenced"] == {"count": 0, "must": 0, "by": []}


@pytest.mark.parametrize(
    "silence", [Silence("rule", "a.b"), Silence("word", "lt:A_B[1]", "two words"), Silence("place", "a.b", "0a" * 10)]
)
def test_a_silence_is_a_forms_value_and_back(silence: Silence) -> None:
    assert silence_from(silence.as_value()) == silence


@pytest.mark.parametrize(
    "value", ["", "rule", "rule <b>", "place a.b 12", "word a.b", "word a.b " + "x" * 61, "all a.b"]
)
def test_what_is_no_silence_is_left_out(value: str) -> None:
    assert silence_from(value) is None


def test_figures_and_statements_have_no_word_to_silence() -> None:
    def flag(category: str, length: int = 2) -> Flag:
        return Flag(Span(0, length), "m", severity=Severity.MUST, category=category, rule="a.b")

    assert has_word_to_silence(flag("house_style"), "12")
    assert not has_word_to_silence(flag("number_consistency"), "12")
    assert not has_word_to_silence(flag("grammar", 100), "x" * 100)
    assert not has_word_to_silence(flag("quotation"), "”")

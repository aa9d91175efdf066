"""What a newsroom's own style changes: its entries are found, its overrides hold for our rules and the engines'."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.check_draft import check_draft
from app.checks.check import all_checks
from app.checks.under_style import checks_under
from app.engines.engine import EngineReport
from app.engines.rules import load_rules
from app.flags.flag import Flag, Severity, Span
from app.flags.report import Report
from app.intake.plain_text import draft_from_text
from app.styles.override import Override
from app.styles.style import STYLES, Style, load_style, load_style_file

OURS = """extends: guardian
title: The Gazette
overrides:
  grammar.its: may
  style.common.in_order_to: silent
  style.cliches.*: silent
  pencil:LOUD: {use: should, because: a test, message: "Softly, please."}
  pencil:QUIET: silent
rules:
  - {id: tarmac, kind: replace, words: {tarmac: runway}, why: It is a road surface., source: Our guide, bad: "[tarmac → runway]", good: x}
  - {id: prior_to, kind: replace, words: {prior to: ahead of}, why: Ours., source: Our guide, bad: "[prior to → ahead of]", good: x}
"""
TEXT = "The firm stood on the tarmac prior to noon in order to save it’s skin."


@pytest.fixture
def gazette(tmp_path: Path) -> Style:
    path = tmp_path / "gazette.yaml"
    path.write_text(OURS, encoding="utf-8")
    return load_style_file(path)


class Pencil:
    name, version = "pencil", "1"

    def check(self, text: str, *, dialect: str, overrides: tuple[Override, ...] = ()) -> EngineReport:
        place = Span(4, 8)
        return EngineReport(
            tuple(
                Flag(place, "!", severity=Severity.MUST, category="grammar", rule=f"pencil:{r}")
                for r in ("LOUD", "QUIET")
            )
        )


def report(text: str, style: Style) -> Report:
    draft = draft_from_text(text, style=style.kin, dialect=style.dialect)
    return check_draft(draft.in_style(style), engine=Pencil())


def rules(found: Report) -> dict[str, Flag]:
    return {flag.rule: flag for flag in found.flags}


def test_entries_of_the_file_are_found_beside_those_it_extends(gazette: Style) -> None:
    found = rules(report(TEXT, gazette))
    assert found["style.gazette.tarmac"].edits[0].replacement == "runway"
    assert "style.guardian.prior_to" not in found


def test_an_entry_takes_the_place_of_the_one_it_extends(gazette: Style) -> None:
    found = rules(report(TEXT, gazette))
    assert found["style.gazette.prior_to"].edits[0].replacement == "ahead of"
    assert "style.common.prior_to" not in found


def test_our_rules_are_used_as_the_file_says(gazette: Style) -> None:
    found = rules(report(TEXT, gazette))
    assert found["grammar.its"].severity == "may"
    assert "style.common.in_order_to" not in found
    assert not [c.id for c in checks_under(gazette) if c.id.startswith("style.cliches.")]


def test_engines_rules_are_used_as_the_file_says(gazette: Style) -> None:
    found = rules(report(TEXT, gazette))
    assert (found["pencil:LOUD"].severity, found["pencil:LOUD"].message) == ("should", "Softly, please.")
    assert "pencil:QUIET" not in found


def test_the_four_styles_are_as_they_were(gazette: Style) -> None:
    assert set(checks_under(load_style("ap"))) == {c for c in all_checks() if not c.styles or "ap" in c.styles}
    found = rules(report(TEXT, load_style("guardian")))
    assert {"style.common.prior_to", "style.common.in_order_to", "pencil:LOUD"} <= set(found)
    assert not any(rule.startswith("style.gazette") for rule in found)


def test_a_rule_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "gazette.yaml"
    path.write_text("extends: ap\noverrides: {grammar.itz: silent}\n", encoding="utf-8")
    assert any("grammar.itz" in n.text for n in report(TEXT, load_style_file(path)).notices)


def test_a_style_that_extends_none_has_no_rules_of_the_four(tmp_path: Path) -> None:
    path = tmp_path / "gazette.yaml"
    path.write_text("title: The Gazette\ndialect: en-GB\n", encoding="utf-8")
    style = load_style_file(path)
    assert not [c.id for c in checks_under(style) if c.styles and set(c.styles) <= set(STYLES)]
    assert report(TEXT, style).document.style is style


def test_a_newsroom_hears_and_stops_an_engines_rules() -> None:
    table = load_rules("languagetool")
    quiet = next(rule for rule, entry in table.measured.items() if entry.get("use") == "silent")
    loud = next(iter(table.heard - set(table.overrides)))
    ours = table.over((Override(f"languagetool:{quiet}", "should"), Override(f"languagetool:{loud}", "silent")))
    assert ours.use_of(quiet, "GRAMMAR").severity == "should"
    assert ours.use_of(loud, "GRAMMAR").severity is None
    assert table.use_of(quiet, "GRAMMAR").severity is None
    assert table.over((Override("harper:X", "must"),)) is table

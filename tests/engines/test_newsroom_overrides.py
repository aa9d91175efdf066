"""A newsroom's own say over engines' rules, with the real engines."""

from __future__ import annotations

import pytest

from app.engines.harper import HarperEngine
from app.engines.languagetool import LanguageToolEngine
from app.styles.override import Override


def rules(flags: object) -> set[str]:
    return {flag.rule for flag in flags}  # type: ignore[attr-defined]


@pytest.mark.languagetool
def test_a_silent_rule_of_languagetool_is_heard_and_a_heard_one_stopped(languagetool: LanguageToolEngine) -> None:
    text = "The mayor  left. It was a honest mistake."
    spaces, article = "languagetool:CONSECUTIVE_SPACES", "languagetool:EN_A_VS_AN"
    found = rules(languagetool.check(text, dialect="en-US").flags)
    assert (spaces in found, article in found) == (False, True)
    ours = (Override(spaces, "may", message="One space will do."), Override(article, "silent"))
    report = languagetool.check(text, dialect="en-US", overrides=ours)
    assert article not in rules(report.flags)
    (flag,) = [f for f in report.flags if f.rule == spaces]
    assert (flag.severity, flag.message) == ("may", "One space will do.")


def test_a_silent_rule_of_harper_is_run_for_the_newsroom_that_wants_it() -> None:
    engine = HarperEngine()
    text = "At 9 am in the morning the mayor left."
    assert "harper:AmInTheMorning" not in rules(engine.check(text, dialect="en-US", spelling=False).flags)
    wanted = (Override("harper:AmInTheMorning", "should"),)
    report = engine.check(text, dialect="en-US", spelling=False, overrides=wanted)
    assert "harper:AmInTheMorning" in rules(report.flags)

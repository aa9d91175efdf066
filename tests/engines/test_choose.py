"""LanguageTool with Harper beside it, else Harper, else none; what did not run is said in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.engines.choose import FirstAndSecond, choose_engine
from app.engines.engine import Engine, EngineReport, EngineUnavailable
from app.engines.harper import HarperEngine
from config import load_settings


def chosen(tmp_path: Path, **settings: str) -> Engine:
    return choose_engine(load_settings({"INSTANCE_PATH": str(tmp_path), **settings}))


def test_with_both_engines_there_is_nothing_to_tell(languagetool_url: str, tmp_path: Path) -> None:
    engine = chosen(tmp_path, LANGUAGETOOL_URL=languagetool_url)
    report = engine.check("The council will recieve it.", dialect="en-US")
    assert not report.notices
    assert {flag.rule.partition(":")[0] for flag in report.flags} == {"languagetool"}  # one flag a misspelling


def test_without_languagetool_harper_reads_and_the_report_says_so(tmp_path: Path) -> None:
    report = chosen(tmp_path, LANGUAGETOOL_FOLDER=str(tmp_path)).check("We recieve it.", dialect="en-US")
    assert [flag.rule for flag in report.flags] == ["harper:SpellCheck"]
    assert report.notices[0].text.startswith("LanguageTool is not installed. Run `make setup`")
    assert "Only Harper read this draft" in report.notices[0].text


def test_a_url_that_does_not_answer_is_named(tmp_path: Path) -> None:
    report = chosen(tmp_path, LANGUAGETOOL_URL="http://127.0.0.1:9").check("Some copy.", dialect="en-US")
    assert "http://127.0.0.1:9 does not answer" in report.notices[0].text


@pytest.mark.parametrize("wanted", ["languagetool", "none"])
def test_with_no_engine_at_all_the_report_says_that_only_our_checks_ran(wanted: str, tmp_path: Path) -> None:
    engine = chosen(tmp_path, GRAMMAR_ENGINE=wanted, LANGUAGETOOL_FOLDER=str(tmp_path))
    report = engine.check("Some copy.", dialect="en-US")
    assert "only Copydesk’s own checks ran" in report.notices[0].text


def test_an_engine_that_failed_rests_before_it_is_tried_again() -> None:
    class Failing:
        name, version, asked = "Failing", "1", 0

        def check(self, text: str, *, dialect: str) -> EngineReport:
            self.asked += 1
            raise EngineUnavailable("It is away.")

    failing = Failing()
    engines = FirstAndSecond(failing, HarperEngine())
    for _ in range(3):
        assert engines.check("Copy.", dialect="en-US").notices[0].text.startswith("It is away.")
    assert failing.asked == 1

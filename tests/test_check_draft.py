"""Draft -> report: a crash in a check or an engine is told, and the rest of the report stands."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from app.check_draft import check_draft
from app.checks import run
from app.checks.check import Check
from app.engines.engine import EngineReport, EngineUnavailable
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span
from app.intake.plain_text import draft_from_text

SECRET = "The minister said its plan was ready."


class Engine:
    name = "test"
    version = "1"

    def __init__(self, *flags: Flag, error: str = "") -> None:
        self._flags, self._error = flags, error

    def check(self, text: str, *, dialect: str) -> EngineReport:
        if self._error:
            raise EngineUnavailable(self._error)
        return EngineReport(self._flags)


def a_check(find: object, scope: str) -> Check:
    return Check("test.check", "Test", "c", "w", "s", "grammar", Severity.MUST, scope, find)  # type: ignore[arg-type]


@pytest.mark.parametrize("scope", ["block", "document"])
def test_a_failing_check_becomes_a_notice_and_its_draft_is_not_logged(
    scope: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(document: Document) -> Iterator[Flag]:
        raise ValueError(document.text)

    monkeypatch.setattr(run, "checks_under", lambda style: [a_check(fails, scope)])
    monkeypatch.setattr(run, "_of_scope", run._of_scope.__wrapped__)
    with caplog.at_level(logging.DEBUG):
        report = check_draft(draft_from_text(f"{SECRET} Its scope is {scope}."))
    assert [n.kind for n in report.notices] == ["check"]
    assert "test.check" in report.notices[0].text
    assert "minister" not in caplog.text


def test_an_engine_that_cannot_run_is_told_in_its_own_words() -> None:
    report = check_draft(draft_from_text(SECRET), engine=Engine(error="LanguageTool did not start: no Java."))
    assert "LanguageTool did not start: no Java." in [n.text for n in report.notices]


def test_quoted_words_get_no_safe_edit_and_an_audible_slip_there_is_a_question() -> None:
    text = "“We were robbed,” the mayor said."
    at = Span(text.index("robbed"), text.index("robbed") + 6)
    engine = Engine(
        Flag(at, "agreement", [Edit.replace(at, "beaten")], severity="must", category="grammar", rule="test:WAS")
    )  # type: ignore[arg-type]
    flags = [f for f in check_draft(draft_from_text(text), engine=engine).flags if f.rule == "test:WAS"]
    assert [(f.severity, f.safe, f.edits[0].safe) for f in flags] == [(Severity.MAY, False, False)]
    assert "recording" in flags[0].note

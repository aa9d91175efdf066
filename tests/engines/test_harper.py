"""Harper: code points, the table of rules, and no word on standard output."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.engines import harper
from app.engines.harper import HarperEngine


def test_places_are_code_points_with_emoji_before_and_edits_apply() -> None:
    text = "😀👩\u200d🚒 The council will recieve it."
    (flag,) = HarperEngine().check(text, dialect="en-US").flags
    assert flag.span.of(text) == "recieve"
    assert flag.edits[0].apply(text) == text.replace("recieve", "receive")


def test_the_dialect_decides_the_dictionary() -> None:
    assert harper.knows("armoured", "en-GB")
    assert not harper.knows("armoured", "en-US")


def test_style_is_left_to_the_house() -> None:
    text = "He came, saw and won. The red, white and blue flag was totally, utterly lost."
    assert not HarperEngine().check(text, dialect="en-US").flags


def test_threads_share_one_linter() -> None:
    engine = HarperEngine()
    with ThreadPoolExecutor(4) as pool:
        reports = list(pool.map(lambda _: engine.check("We recieve it.", dialect="en-US"), range(40)))
    assert all(len(report.flags) == 1 for report in reports)


def test_nothing_is_written_to_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    HarperEngine().check("She was looking forward to see the grandchildren again.", dialect="en-US")
    assert capfd.readouterr().out == ""

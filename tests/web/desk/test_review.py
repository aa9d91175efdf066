"""The review page: flags decided one by one, by forms that work without a script."""

from __future__ import annotations

from tests.web.desk.conftest import Desk


def test_an_editor_sees_the_draft_with_its_flags_and_what_is_left(desk: Desk) -> None:
    page = desk.review("ed", desk.draft())
    assert "3 must, 2 should undecided" in page
    assert "2 checklist lines" in page
    assert "“Teh” is a slip" in page

"""No text whatever makes a check of names, initials, numbers or headlines fail."""

from __future__ import annotations

import datetime

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.checks.check import all_checks
from app.facts.read import read_document
from app.intake.plain_text import BadDraft, draft_from_text

CATEGORIES = ("source_name", "abbreviation", "number_format", "number_consistency", "headline", "grammar")
# Pieces of which numbers, names and sums are made, and the words that checks look for around them.
PIECES = """12 0 1 999999999999999999999999 0.000 1,000 2.50 3 40 five ten two half third 3rd first , . - – : ; / ( ) $ £ € % m bn p th
percent percentage points million billion trillion May June 3 2019 2020 Monday Friday 31 a.m. 25:00 9:15 14:30 noon PM °F miles km (
Ann Lee Lee's Hall NATO (NATO) Ohio University Council Association Senate jury The the a an of to and or from between in on at after for
each average rose fell doubled twice killed die dead people votes seats years old year-old aged 44 born was said he she his her who
including others remaining ’ “ ” \n\n""".split(" ")


def _run(text: str) -> None:
    for style, dialect in (("ap", "en-US"), ("guardian", "en-GB")):
        try:
            draft = draft_from_text(text, style=style, dialect=dialect, date=datetime.date(2025, 5, 14))
        except BadDraft:
            return
        document = read_document(draft)
        assert document.notices == ()
        for check in all_checks():
            if check.category in CATEGORIES and check.applies(document):
                for flag in check.find(document):
                    assert 0 <= flag.span.start <= flag.span.end <= len(document.text), check.id
                    assert all(e.span.end <= len(document.text) for e in flag.edits), check.id


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=200))
@example(", , , , ,\n\n,,, ,,,")
@example("9" * 60 + " people died. " + "9" * 60 + "% of " + "1" * 40 + " votes.")
@example("0% of 0 people, or 0, an average of $0 each.")
def test_no_text_whatever_makes_a_check_fail(text: str) -> None:
    _run(text)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30))
def test_no_row_of_numbers_names_and_marks_makes_a_check_fail(parts: list[str]) -> None:
    _run(" ".join(parts))

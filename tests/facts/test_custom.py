"""Whether a draft follows another house's custom than the style it is checked by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.checks.run import run_checks
from app.facts.custom import follows_another_custom, is_to_house
from app.facts.read import read_document
from app.flags.flag import Severity
from app.intake.plain_text import draft_from_text
from app.styles.style import load_style


@pytest.mark.parametrize(
    ("text", "style", "other"),
    [
        ("The US said on 3 May that the UN would meet on 4 May in the US.", "ap", True),
        ("The U.S. said on May 3 that the U.N. would meet on May 4.", "ap", False),
        ("The US said the U.N. would meet on 4 May.", "ap", False),
        ("The U.S. said on May 3 that the U.N. would meet on May 4.", "guardian", True),
        ("The US said on 3 May that the UN would meet on 4 May.", "guardian", False),
    ],
)
def test_two_signs_of_another_house_tell(text: str, style: str, other: bool) -> None:
    dialect = "en-GB" if style == "guardian" else "en-US"
    assert follows_another_custom(read_document(draft_from_text(text, style=style, dialect=dialect))) is other


@pytest.mark.parametrize(
    ("text", "style", "shown"),
    [
        ("DOVER, Del. (AP) — The council met on Tuesday.", "ap", True),
        ("DOVER, Del. — The council met Sept. 17.", "ap", True),
        ("BOSTON — The council met on Tuesday.", "ap", False),
        ("The council met at 3 p.m. with Gov. Ann Lee.", "ap", True),
        ("The council met on Tuesday.", "ap", False),
        ("The council met on Tuesday.", "guardian", True),
    ],
)
def test_copy_shows_that_it_was_written_to_its_style(text: str, style: str, shown: bool) -> None:
    assert is_to_house(draft_from_text(text, style=style)) is shown


@pytest.mark.parametrize(
    ("opening", "severity"),
    [("The council met on Tuesday.", Severity.MAY), ("DOVER, Del. (AP) — The council met Tuesday.", Severity.SHOULD)],
)
def test_a_point_of_pure_style_is_a_question_where_nothing_shows_the_style(opening: str, severity: Severity) -> None:
    document = read_document(draft_from_text(f"{opening} Prior to the vote Mr. Okafor left."))
    flags, _ = run_checks(document)
    found = {f.rule: f.severity for f in flags}
    assert found["style.common.prior_to"] is severity
    assert found["style.courtesy_titles"] is severity


def test_a_newsroom_with_a_style_of_its_own_chose_it() -> None:
    assert is_to_house(replace(draft_from_text("The council met on Tuesday."), house=load_style("ap")))

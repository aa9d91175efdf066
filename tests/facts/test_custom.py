"""Whether a draft follows another house's custom than the style it is checked by."""

from __future__ import annotations

import pytest

from app.facts.custom import follows_another_custom
from app.facts.read import read_document
from app.intake.plain_text import draft_from_text


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

"""A draft's way over the desk once more, from the paste form to sign-off, with PostgreSQL behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.newsroom import Newsroom, open_newsroom, sign_in
from tests.browser.test_desk import (
    test_a_story_goes_from_the_paste_form_to_sign_off,
    test_who_else_has_the_review_open_shows_while_it_is_open,
)
from tests.databases import up_to_date

__all__ = [
    "sign_in",
    "test_a_story_goes_from_the_paste_form_to_sign_off",
    "test_who_else_has_the_review_open_shows_while_it_is_open",
]


@pytest.fixture(scope="module")
def newsroom(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    folder = tmp_path_factory.mktemp("desk")
    with up_to_date("postgresql", request, folder) as url, open_newsroom(folder, DATABASE_URL=url) as room:
        yield room

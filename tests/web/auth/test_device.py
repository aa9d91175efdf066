"""A browser that has signed in to an account before is counted by itself: guessing from elsewhere keeps no owner out."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from flask import Flask

from app.desk.people import Role
from app.storage.people import make_person, person_called, set_password
from app.storage.tables_accounts import PersonRow
from app.web.auth import device
from app.web.auth.device import COOKIE
from app.web.auth.throttle import limiter
from tests.web.auth.conftest import PASSWORD, sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient

TRIES = 3
MORE = tuple(f"p{n}" for n in range(device.MOST))


@pytest.fixture
def app(build: Callable[..., Flask], hashed: str) -> Flask:
    app = build(SIGN_IN_TRIES=TRIES)
    app.extensions["copydesk.database"].upgrade()
    with app.extensions["copydesk.database"].session() as session:
        for name in ("jo", "sam", *MORE):
            person = make_person(session, name, "Jo or Sam", Role.REPORTER, password=None)
            session.get_one(PersonRow, person.id).password = hashed
    with app.app_context():
        limiter.reset()
    return app


def guess(client: FlaskClient, name: str = "jo", times: int = TRIES + 1) -> list[int]:
    return [client.post("/sign-in", data={"sign_in": name, "password": "wrong"}).status_code for _ in range(times)]


def known(app: Flask, *names: str) -> FlaskClient:
    """A browser that has signed in as each of these, and out again."""
    client = app.test_client()
    for name in names:
        sign_in(client, name)
        client.post("/sign-out")
    return client


def tries(client: FlaskClient, name: str = "jo", password: str = PASSWORD) -> int:
    return client.post("/sign-in", data={"sign_in": name, "password": password}).status_code


def test_guessing_from_elsewhere_does_not_keep_the_owner_out_of_their_own_browser(app: Flask) -> None:
    owner = known(app, "jo")
    assert guess(app.test_client())[-1] == 429
    assert tries(app.test_client()) == 429
    assert tries(owner) == 302


def test_not_even_where_all_come_from_one_address(app: Flask) -> None:
    owner = known(app, "jo")
    thief = app.test_client()
    for n in range(4 * TRIES + 1):
        thief.post("/sign-in", data={"sign_in": f"name{n}", "password": "wrong"})
    assert tries(app.test_client(), "sam") == 429
    assert tries(owner) == 302


def test_a_browser_that_is_known_may_guess_no_oftener_and_shuts_itself_out_alone(app: Flask) -> None:
    owner, other = known(app, "jo"), known(app, "jo")
    assert guess(owner) == [401] * TRIES + [429]
    assert tries(owner) == 429
    assert tries(other) == 302
    assert tries(app.test_client()) == 302


def test_a_browser_is_known_to_the_accounts_that_signed_in_there_and_to_no_other(app: Flask) -> None:
    assert guess(app.test_client())[-1] == guess(app.test_client(), "sam")[-1] == 429
    assert tries(known(app), "jo") == 429
    with app.app_context():
        limiter.reset()
    shared, sams = known(app, "jo", "sam"), known(app, "sam")
    guess(app.test_client())
    guess(app.test_client(), "sam")
    assert tries(sams, "jo") == 429
    assert tries(shared, "jo") == tries(shared, "sam") == 302


@pytest.mark.parametrize("change", ["own", "link"])
def test_a_new_password_makes_every_browser_unknown_but_the_one_it_was_set_in(app: Flask, change: str) -> None:
    stolen, owner = known(app, "jo"), app.test_client()
    sign_in(owner, "jo")
    if change == "own":
        given = {"old": PASSWORD, "password": "a fine new one"}
        assert owner.post("/account/password", data=given).status_code == 302
    else:
        with app.extensions["copydesk.database"].session() as session:
            person = person_called(session, "jo")
            assert person
            set_password(session, person, "a fine new one")
    guess(app.test_client())
    assert tries(stolen, password="a fine new one") == 429
    assert tries(owner, password="a fine new one") == (302 if change == "own" else 429)


@pytest.mark.parametrize("forged", ["", "x", "~~~", "ImZvcmdlZCI.aaaa.bbbb", "é" * 9, "a." * 1500])
def test_a_cookie_that_somebody_made_up_is_none(app: Flask, forged: str) -> None:
    guess(app.test_client())
    thief = app.test_client()
    thief.set_cookie(COOKIE, forged)
    assert tries(thief) == 429


def test_each_sign_in_renews_the_cookie_and_one_that_is_old_is_worth_nothing(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = known(app, "jo")
    first = owner.get_cookie(COOKIE)
    assert tries(owner) == 302
    second = owner.get_cookie(COOKIE)
    assert first
    assert second
    assert first.value != second.value
    assert second.value.count("~") == 0
    assert (second.http_only, second.same_site) == (True, "Lax")
    owner.post("/sign-out")
    guess(app.test_client())
    monkeypatch.setattr(device, "LASTS", -1)
    assert tries(owner) == 429


def test_the_cookie_of_a_browser_of_many_stays_small(app: Flask) -> None:
    client = known(app, "jo", *MORE)
    cookie = client.get_cookie(COOKIE)
    assert cookie
    assert cookie.value.count("~") == device.MOST - 1
    assert cookie.max_age == datetime.timedelta(days=180).total_seconds()

"""Signing in: by password, one-time link, proxy header or token; slow to guess, and ended when it should be."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.desk.people import Role
from app.storage.audit_chain import verify_chain
from app.storage.invitations import invite
from app.storage.people import make_person, person_called
from app.storage.tables_audit import AuditEntryRow
from app.web.auth.commands import first_link
from app.web.auth.throttle import limiter
from tests.web.auth.conftest import PASSWORD, sign_in

JOINING = {"name": "Ana Šarić", "sign_in": "ana", "password": "four words of mine"}


@pytest.fixture(autouse=True)
def fresh_counters(app: Flask) -> None:
    with app.app_context():
        limiter.reset()


def test_the_first_link_makes_an_administrator_once(app: Flask) -> None:
    link = first_link(app, "")
    client = app.test_client()
    assert "administrator" in client.get(link).text
    assert client.post(link, data=JOINING).headers["Location"] == "/people"
    assert client.get("/people").status_code == 200
    assert app.test_client().get(link).status_code == 404
    assert app.test_client().post(link, data=JOINING).status_code == 404
    assert first_link(app, "") == ""


def test_an_invitation_gives_its_role_and_no_other(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    page = newsroom["administrator"].post("/people/invite", data={"role": "editor", "desk": ""}).text
    link = re.search(r"(/join/[\w-]+)", page)[1]
    client = app.test_client()
    # Whatever else the form is made to send, the role is the link's.
    client.post(link, data={**JOINING, "role": "administrator", "desks": "1", "active": "y"})
    with app.extensions["copydesk.database"].session() as session:
        assert person_called(session, "ana").role is Role.EDITOR
    assert client.get("/people").status_code == 403


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"password": "short"}, "at least 10"),
        ({"sign_in": "a b"}, "sign-in name has"),
        ({"sign_in": "editor"}, "signs in as"),
        ({"name": " "}, "as colleagues should see it"),
        ({"email": "nowhere"}, "not an e-mail"),
    ],
)
def test_a_form_to_join_says_what_is_wrong_and_keeps_what_was_typed(
    app: Flask, newsroom: dict[str, FlaskClient], given: dict[str, str], said: str
) -> None:
    with app.extensions["copydesk.database"].session() as session:
        token = invite(session, "join", role=Role.REPORTER)
    answer = app.test_client().post(f"/join/{token}", data={**JOINING, **given})
    assert answer.status_code == 422
    assert said in answer.text
    assert "four words of mine" not in answer.text
    if "name" not in given:
        assert "Ana Šarić" in answer.text
    # The link was not used up.
    assert app.test_client().post(f"/join/{token}", data=JOINING).status_code == 302


def test_a_reset_link_sets_a_new_password_and_signs_out_elsewhere(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    with app.extensions["copydesk.database"].session() as session:
        reporter = person_called(session, "reporter")
    page = newsroom["administrator"].post(f"/people/{reporter.id}/reset").text
    link = re.search(r"(/new-password/[\w-]+)", page)[1]
    assert app.test_client().post(link, data={"password": "quite another one"}).status_code == 302
    assert newsroom["reporter"].get("/account").status_code == 302
    sign_in(app.test_client(), "reporter", "quite another one")
    assert app.test_client().get(link).status_code == 404


def test_wrong_passwords_are_slowed_down_for_that_name_alone(build: Callable[..., Flask]) -> None:
    app = build(SIGN_IN_TRIES=3)
    app.extensions["copydesk.database"].upgrade()
    with app.extensions["copydesk.database"].session() as session:
        make_person(session, "jo", "Jo", Role.REPORTER, password=PASSWORD)
        make_person(session, "sam", "Sam", Role.REPORTER, password=PASSWORD)
    client = app.test_client()
    tries = [client.post("/sign-in", data={"sign_in": "jo", "password": f"guess {n}"}).status_code for n in range(5)]
    assert tries == [401, 401, 401, 429, 429]
    assert client.post("/sign-in", data={"sign_in": "JO ", "password": PASSWORD}).status_code == 429
    sign_in(client, "sam")


def test_no_answer_tells_whether_a_name_has_an_account(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    pages = [
        app.test_client().post("/sign-in", data={"sign_in": name, "password": "x"}).text
        for name in ("editor", "nobody-here")
    ]
    pages = [re.sub(r'"[\w.-]{60,}"', "", page) for page in pages]  # the tokens
    assert pages[0].replace("editor", "") == pages[1].replace("nobody-here", "")


def test_a_session_that_was_planted_is_worth_nothing(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    client = app.test_client()
    client.get("/sign-in")
    before = client.get_cookie("copydesk")
    sign_in(client, "editor")
    thief = app.test_client()
    if before:
        thief.set_cookie("copydesk", before.value)
    assert thief.get("/account").status_code == 302


def test_signing_out_ends_the_cookie_itself(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    client = newsroom["editor"]
    cookie = client.get_cookie("copydesk")
    client.post("/sign-out")
    thief = app.test_client()
    thief.set_cookie("copydesk", cookie.value)
    assert thief.get("/account").status_code == 302


def test_a_person_who_leaves_is_signed_out(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    with app.extensions["copydesk.database"].session() as session:
        editor = person_called(session, "editor")
    left = {"name": "E", "role": "editor"}
    assert newsroom["administrator"].post(f"/people/{editor.id}", data=left).status_code == 302
    assert newsroom["editor"].get("/account").status_code == 302
    assert app.test_client().post("/sign-in", data={"sign_in": "editor", "password": PASSWORD}).status_code == 401


def test_a_proxy_signs_in_from_its_own_address_alone(build: Callable[..., Flask]) -> None:
    app = build(PROXY_SIGN_IN_HEADER="X-Remote-User")
    app.extensions["copydesk.database"].upgrade()
    with app.extensions["copydesk.database"].session() as session:
        make_person(session, "jo", "Jo Price", Role.REPORTER, password=None)
    client = app.test_client()
    named = {"X-Remote-User": "jo"}
    assert "Jo Price" in client.get("/account", headers=named).text
    assert client.get("/account", headers={"X-Remote-User": "nobody"}).status_code == 302
    assert client.get("/account", headers=named, environ_base={"REMOTE_ADDR": "10.1.2.3"}).status_code == 302
    forged = {**named, "X-Forwarded-For": "127.0.0.1"}
    assert client.get("/account", headers=forged, environ_base={"REMOTE_ADDR": "10.1.2.3"}).status_code == 302


def test_no_proxy_is_believed_unless_set(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    assert app.test_client().get("/account", headers={"X-Remote-User": "editor"}).status_code == 302


def test_a_token_opens_what_it_is_for_until_it_is_ended(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    app.config["OPEN_CHECK"] = False
    editor = newsroom["editor"]
    page = editor.post("/account/tokens", data={"name": "Archive", "scopes": ["check"]}).text
    token = re.search(r"cd_[\w-]+", page)[0]
    assert token not in editor.get("/account").text
    other = re.search(r"cd_[\w-]+", editor.post("/account/tokens", data={"name": "Words", "scopes": ["words"]}).text)[0]
    client = app.test_client()

    def check(token: str) -> int:
        return client.post(
            "/api/v1/check", json={"text": "Teh end."}, headers={"Authorization": f"Bearer {token}"}
        ).status_code

    assert check(token) == 200
    assert check(other) == 403
    assert check("cd_made_up") == 401
    listed = re.findall(r"/account/tokens/(\d+)/end", editor.get("/account").text)
    assert newsroom["reporter"].post(f"/account/tokens/{listed[-1]}/end").status_code == 404
    for token_id in listed:
        editor.post(f"/account/tokens/{token_id}/end")
    assert check(token) == 401


def test_one_can_end_one_s_own_other_sign_ins_only(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    second = app.test_client()
    sign_in(second, "editor")
    [other] = re.findall(r"/account/sign-ins/(\d+)/end", newsroom["editor"].get("/account").text)
    assert newsroom["reporter"].post(f"/account/sign-ins/{other}/end").status_code == 404
    assert second.get("/account").status_code == 200
    newsroom["editor"].post(f"/account/sign-ins/{other}/end")
    assert second.get("/account").status_code == 302


def test_a_new_password_needs_the_old_one(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    client = newsroom["reporter"]
    wrong = client.post("/account/password", data={"old": "guess", "password": "a fine new one"})
    assert wrong.status_code == 422
    assert client.post("/account/password", data={"old": PASSWORD, "password": "a fine new one"}).status_code == 302
    assert client.get("/account").status_code == 200
    sign_in(app.test_client(), "reporter", "a fine new one")


def test_names_are_text_wherever_they_are_shown(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    with app.extensions["copydesk.database"].session() as session:
        token = invite(session, "join", role=Role.REPORTER)
    client = app.test_client()
    client.post(f"/join/{token}", data={**JOINING, "name": "<img src=x onerror=alert(1)>Ana"})
    for page in (client.get("/account"), newsroom["administrator"].get("/people")):
        assert "<img src=x" not in page.text
        assert "&lt;img src=x" in page.text


def test_desks_are_opened_changed_and_closed(newsroom: dict[str, FlaskClient]) -> None:
    boss = newsroom["administrator"]
    opened = {
        "name": "Politics",
        "style": "guardian",
        "checklist": "Lawyer has read it\nPictures cleared",
        "active": "y",
    }
    assert boss.post("/desks", data=opened).status_code == 302
    assert "2 lines" in boss.get("/desks").text
    assert "already" in boss.post("/desks", data=opened).text
    boss.post("/desks/1", data={"name": "Politics", "style": "", "checklist": ""})
    assert "(closed)" in boss.get("/desks").text


def test_a_database_that_is_gone_is_told_and_the_open_check_goes_on(build: Callable[..., Flask]) -> None:
    app = build(DATABASE_URL="postgresql+psycopg://nobody@127.0.0.1:9/none")
    client = app.test_client()
    answer = client.post("/sign-in", data={"sign_in": "jo", "password": "x"})
    assert answer.status_code == 503
    assert "does not answer" in answer.text
    assert client.post("/", data={"text": "He saw teh report."}).status_code == 200


def test_what_is_done_to_accounts_stands_in_the_audit(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    database = app.extensions["copydesk.database"]
    boss = newsroom["administrator"]
    boss.post("/people/invite", data={"role": "editor", "desk": ""})
    boss.post("/desks", data={"name": "Sport", "style": "", "checklist": "", "active": "y"})
    boss.post("/account/tokens", data={"name": "Archive", "scopes": ["check"]})
    with database.session() as session:
        entries = [(e.actor, e.action) for e in session.scalars(select(AuditEntryRow).order_by(AuditEntryRow.id))]
    done = [("administrator", action) for action in ("invited", "desk_made", "token_made")]
    assert entries[-3:] == done
    assert entries.count(("editor", "signed_in")) == 1
    assert verify_chain(database)[0] == len(entries)


def test_a_wrong_password_is_logged_and_what_was_typed_is_not(
    newsroom: dict[str, FlaskClient], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    newsroom["nobody"].post("/sign-in", data={"sign_in": " Editor", "password": "my other secret"})
    newsroom["nobody"].post("/sign-in", data={"sign_in": "typed my password here", "password": "x"})
    newsroom["reporter"].post("/account/password", data={"old": "guessed", "password": "some other words"})
    assert "wrong password for editor, from 127.0.0.1" in caplog.text
    assert "wrong password for reporter" in caplog.text
    for typed in ("secret", "typed my password", "guessed", "some other words"):
        assert typed not in caplog.text


def test_a_link_names_the_public_address_whatever_host_a_request_names(build: Callable[..., Flask]) -> None:
    app = build(PUBLIC_URL="https://desk.example", PROXY_SIGN_IN_HEADER="X-Remote-User")
    app.extensions["copydesk.database"].upgrade()
    with app.extensions["copydesk.database"].session() as session:
        ann = make_person(session, "ann", "Ann", Role.ADMINISTRATOR, password=None)
    client = app.test_client()
    asked = {"headers": {"Host": "evil.example", "X-Remote-User": "ann"}}
    for page in (
        client.post("/people/invite", data={"role": "editor", "desk": ""}, **asked).text,
        client.post(f"/people/{ann.id}/reset", **asked).text,
    ):
        assert "https://desk.example/" in page
        assert "evil.example" not in page
    said = app.test_cli_runner().invoke(args=["users", "reset", "ann"]).output
    assert said.startswith("https://desk.example/new-password/")


def test_the_command_line_leaves_its_entries_in_the_audit(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    run = app.test_cli_runner().invoke
    assert run(args=["users", "add", "jo.price", "--name", "Jo Price", "--role", "editor"]).exit_code == 0
    assert run(args=["users", "reset", "jo.price"]).exit_code == 0
    with app.extensions["copydesk.database"].session() as session:
        of_jo = select(AuditEntryRow.actor, AuditEntryRow.action).where(AuditEntryRow.subject == "jo.price")
        assert session.execute(of_jo).all() == [("system", "person_added"), ("system", "reset_link_made")]
    assert "The audit holds" in run(args=["audit", "verify"]).output


@pytest.mark.parametrize("address", ["/account", "/people", "/queue", "/audit", "/figures", "/notices", "/drafts/none"])
def test_no_cache_keeps_a_page_of_drafts_or_accounts(newsroom: dict[str, FlaskClient], address: str) -> None:
    assert newsroom["administrator"].get(address).headers["Cache-Control"] == "no-store"
    assert newsroom["nobody"].get(address).headers["Cache-Control"] == "no-store"


def test_no_cache_keeps_a_one_time_link_and_no_shared_one_the_open_pages(app: Flask) -> None:
    client = app.test_client()
    assert client.get(first_link(app, "")).headers["Cache-Control"] == "no-store"
    for address in ("/", "/write", "/words"):
        assert client.get(address).headers["Cache-Control"] == "private, no-cache"

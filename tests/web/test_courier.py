"""Notices leave the house by a real mail server and a real webhook, at least once, and never with a word of a draft."""

from __future__ import annotations

import datetime
import http.server
import json
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from flask import Flask
from sqlalchemy import select, update

from app.desk.audit import Entry
from app.desk.people import Role
from app.storage.audit_chain import write_entries
from app.storage.database import Database
from app.storage.outbox import BACK_OFF, take_due
from app.storage.people import make_person
from app.storage.tables import now
from app.storage.tables_accounts import PersonRow
from app.storage.tables_audit import NoticeRow, OutboxRow
from app.web.courier import run_once, signature

AT_ONCE = datetime.timedelta(0)


class Letters:
    """An SMTP server's handler that keeps what it is given."""

    def __init__(self) -> None:
        self.kept: list[Any] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.kept.append(envelope)
        return "250 OK"


@pytest.fixture
def letters() -> Iterator[tuple[Letters, int]]:
    handler = Letters()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(handler, hostname="127.0.0.1", port=port)
    server.start()
    yield handler, port
    server.stop()


@pytest.fixture
def hook() -> Iterator[Any]:
    """A web server that keeps what is posted to it, and answers with ``status``."""

    class Hook(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.got.append((dict(self.headers), body))  # type: ignore[attr-defined]
            self.send_response(server.status)  # type: ignore[attr-defined]
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Hook)
    server.got, server.status = [], 204  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def newsroom(build: Callable[..., Flask]) -> Callable[..., tuple[Flask, int]]:
    """The application with one person who has an address, and a courier that has begun."""

    def make(**settings: Any) -> tuple[Flask, int]:
        app = build(SMTP_SECURITY="none", **settings)
        database = app.extensions["copydesk.database"]
        database.upgrade()
        with database.session() as session:
            jo = make_person(session, "jo", "Jo", Role.REPORTER, password=None, email="jo@paper.example")
        run_once(app, settled=AT_ONCE)
        return app, jo.id

    return make


def tell(app: Flask, person: int, text: str = "Sam is reviewing your draft.") -> None:
    with app.extensions["copydesk.database"].session() as session:
        session.add(NoticeRow(person_id=person, draft="abcdefgh12345678", kind="claimed", text=text, at=now()))


def act(app: Flask, action: str, draft: str = "abcdefgh12345678") -> None:
    with app.extensions["copydesk.database"].change() as session:
        write_entries(session, [Entry("sam", action, draft, after={"state": "in_review"})])


def rows(app: Flask) -> list[OutboxRow]:
    with app.extensions["copydesk.database"].session() as session:
        found = list(session.scalars(select(OutboxRow)))
        session.expunge_all()
        return found


def test_a_notice_goes_by_mail_with_a_link_and_once(
    newsroom: Callable[..., tuple[Flask, int]], letters: tuple[Letters, int]
) -> None:
    handler, port = letters
    app, jo = newsroom(SMTP_HOST="127.0.0.1", SMTP_PORT=port, PUBLIC_URL="https://desk.example")
    tell(app, jo)
    assert run_once(app, settled=AT_ONCE) == 1
    assert run_once(app, settled=AT_ONCE) == 0
    [envelope] = handler.kept
    assert envelope.rcpt_tos == ["jo@paper.example"]
    said = envelope.content.decode()
    assert "Subject: Sam is reviewing your draft." in said
    assert "https://desk.example/drafts/abcdefgh12345678" in said
    assert [row.payload for row in rows(app)] == ["{}"]


def test_a_name_can_not_add_a_header_to_the_mail(
    newsroom: Callable[..., tuple[Flask, int]], letters: tuple[Letters, int]
) -> None:
    handler, port = letters
    app, jo = newsroom(SMTP_HOST="127.0.0.1", SMTP_PORT=port)
    tell(app, jo, "Sam\nBcc: thief@evil.example is reviewing your draft.")
    run_once(app, settled=AT_ONCE)
    assert handler.kept[0].rcpt_tos == ["jo@paper.example"]
    headers, _, _body = handler.kept[0].content.partition(b"\r\n\r\n")
    assert b"\nBcc:" not in headers


def test_a_move_is_posted_signed_and_an_account_s_is_not(newsroom: Callable[..., tuple[Flask, int]], hook: Any) -> None:
    app, _ = newsroom(WEBHOOK_URLS=(f"http://127.0.0.1:{hook.server_port}/hook",), WEBHOOK_SECRET="s3cret")
    act(app, "claim")
    act(app, "invited", draft="")
    assert run_once(app, settled=AT_ONCE) == 1
    [(headers, body)] = hook.got
    assert headers["X-Copydesk-Signature"] == signature("s3cret", body)
    said = json.loads(body)
    assert (said["actor"], said["action"], said["after"]) == ("sam", "claim", {"state": "in_review"})


def test_what_fails_is_tried_again_later_each_time_and_given_up_at_last(
    newsroom: Callable[..., tuple[Flask, int]], hook: Any
) -> None:
    app, _ = newsroom(WEBHOOK_URLS=(f"http://127.0.0.1:{hook.server_port}/hook",))
    hook.status = 500
    act(app, "claim")
    waits = []
    for _ in range(len(BACK_OFF) + 1):
        assert run_once(app, settled=AT_ONCE) == 0
        [row] = rows(app)
        waits.append(round((row.due_at - now()).total_seconds() / 60))
        with app.extensions["copydesk.database"].session() as session:
            session.execute(update(OutboxRow).values(due_at=now()))
    assert waits[:-1] == list(BACK_OFF)
    [row] = rows(app)
    assert row.given_up_at is not None
    assert row.error == "HTTPError"
    hook.status = 204
    assert run_once(app, settled=AT_ONCE) == 0
    assert len(hook.got) == len(BACK_OFF) + 1


def test_a_courier_that_dies_leaves_its_message_for_another(
    newsroom: Callable[..., tuple[Flask, int]], hook: Any
) -> None:
    app, _ = newsroom(WEBHOOK_URLS=(f"http://127.0.0.1:{hook.server_port}/hook",))
    database: Database = app.extensions["copydesk.database"]
    act(app, "claim")
    run_once(app, settled=AT_ONCE)
    act(app, "release")
    # One courier gathers, takes the message and is gone; meanwhile no other has it.
    from app.storage.outbox import gather

    gather(database, by_mail=False, webhooks=app.config["WEBHOOK_URLS"])
    assert len(take_due(database)) == 1
    assert take_due(database) == []
    with database.session() as session:
        session.execute(update(OutboxRow).where(OutboxRow.sent_at.is_(None)).values(due_at=now()))
    assert run_once(app, settled=AT_ONCE) == 1
    assert json.loads(hook.got[-1][1])["action"] == "release"


def test_switching_a_way_on_sends_nothing_of_the_past(newsroom: Callable[..., tuple[Flask, int]], hook: Any) -> None:
    app, jo = newsroom()
    act(app, "claim")
    tell(app, jo)
    assert run_once(app, settled=AT_ONCE) == 0
    app.config["WEBHOOK_URLS"] = (f"http://127.0.0.1:{hook.server_port}/hook",)
    assert run_once(app, settled=AT_ONCE) == 0
    assert hook.got == []


def test_an_address_that_no_letter_can_bear_holds_up_nobody_else(
    newsroom: Callable[..., tuple[Flask, int]], letters: tuple[Letters, int]
) -> None:
    handler, port = letters
    app, jo = newsroom(SMTP_HOST="127.0.0.1", SMTP_PORT=port)
    with app.extensions["copydesk.database"].session() as session:
        bad = make_person(session, "bad", "Bad", Role.REPORTER, password=None)
        # As an older Copydesk let people give it.
        session.execute(update(PersonRow).where(PersonRow.id == bad.id).values(email="=?utf-8?q?=0A?=@paper.example"))
    tell(app, bad.id)
    tell(app, jo)
    assert run_once(app, settled=AT_ONCE) == 1
    assert handler.kept[0].rcpt_tos == ["jo@paper.example"]
    assert [(row.tries, bool(row.sent_at)) for row in rows(app)] == [(1, False), (0, True)]


def test_a_mail_server_that_is_not_who_it_says_gets_no_password(
    newsroom: Callable[..., tuple[Flask, int]], tmp_path: Path
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = f"openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=127.0.0.1 -days 2 -keyout {key} -out {certificate}"
    subprocess.run(made.split(), check=True, capture_output=True, timeout=60)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    failed: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            peer, _ = server.accept()
            try:
                with context.wrap_socket(peer, server_side=True) as inside:
                    inside.recv(1)
            except ssl.SSLError as error:
                failed.append(error.reason)

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        app, jo = newsroom(SMTP_HOST="127.0.0.1", SMTP_PORT=server.getsockname()[1])
        app.config["SMTP_SECURITY"] = "tls"
        tell(app, jo)
        assert run_once(app, settled=AT_ONCE) == 0
        thread.join(10)
    assert [row.error for row in rows(app)] == ["SSLCertVerificationError"]
    assert failed

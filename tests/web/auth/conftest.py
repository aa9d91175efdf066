"""A newsroom with one person of each role, each signed in with a client of their own."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.desk.people import Role
from app.storage.people import make_person
from app.storage.secrets import hash_password
from app.storage.tables_accounts import PersonRow

PASSWORD = "correct horse battery"


@pytest.fixture(scope="session")
def hashed() -> str:
    """The hash of the password, made once: it takes its time on purpose."""
    return hash_password(PASSWORD)


@pytest.fixture
def newsroom(app: Flask, hashed: str) -> dict[str, FlaskClient]:
    """Clients by role, and "nobody" for one that is not signed in."""
    with app.extensions["copydesk.database"].session() as session:
        for role in Role:
            person = make_person(session, role.value, f"The {role.value}", role, password=None)
            session.get_one(PersonRow, person.id).password = hashed
    clients = {"nobody": app.test_client()}
    for role in Role:
        clients[role.value] = client = app.test_client()
        sign_in(client, role.value)
    return clients


def sign_in(client: FlaskClient, name: str, password: str = PASSWORD) -> None:
    answer = client.post("/sign-in", data={"sign_in": name, "password": password})
    assert answer.status_code == 302, answer.text

"""People, their passwords, sign-ins, links and tokens, and desks, on SQLite and on PostgreSQL."""

from __future__ import annotations

import datetime

import pytest
from sqlalchemy import update

from app.desk.people import Person, Role
from app.storage import api_tokens, desks, invitations, people, sign_ins
from app.storage.database import Database
from app.storage.secrets import BadPassword, digest, hash_password
from app.storage.tables_accounts import InvitationRow, PersonRow, SignedInRow

PASSWORD = "correct horse battery"


def make(database: Database, sign_in: str = "jo", role: Role = Role.REPORTER, **more: object) -> Person:
    with database.session() as session:
        return people.make_person(session, sign_in, f"Jo {sign_in}", role, password=PASSWORD, **more)  # type: ignore[arg-type]


def test_only_the_right_password_of_an_active_person_opens(database: Database) -> None:
    jo = make(database)
    assert people.check_password(database, " JO ", PASSWORD) == jo
    assert people.check_password(database, "jo", PASSWORD + " ") is None
    assert people.check_password(database, "nobody", PASSWORD) is None
    make(database, "chief", Role.ADMINISTRATOR)
    with database.session() as session:
        people.change_person(session, jo, name="Jo", email="", role=Role.REPORTER, desks=(), active=False)
    assert people.check_password(database, "jo", PASSWORD) is None


def test_no_password_is_kept_as_it_is(database: Database) -> None:
    make(database)
    with database.session() as session:
        kept = session.get_one(PersonRow, 1).password
    assert kept
    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept


@pytest.mark.parametrize("password", ["", "short", "aaaaaaaaaaaa", "jo.price.jo", "x" * 1001])
def test_a_password_easy_to_guess_is_refused(password: str) -> None:
    with pytest.raises(BadPassword):
        hash_password(password, not_like=("jo.price.jo",))


def test_two_people_can_not_sign_in_by_one_name(database: Database) -> None:
    make(database)
    with pytest.raises(people.BadPerson, match="already"):
        make(database, "Jo")


@pytest.mark.parametrize("name", ["", "a", "two words", "<script>", "ü", "x" * 101])
def test_what_is_no_sign_in_name_is_refused(database: Database, name: str) -> None:
    with pytest.raises(people.BadPerson):
        make(database, name)


def test_the_last_administrator_stays_one(database: Database) -> None:
    chief = make(database, "chief", Role.ADMINISTRATOR)
    with database.session() as session, pytest.raises(people.BadPerson, match="only administrator"):
        people.change_person(session, chief, name="C", email="", role=Role.EDITOR, desks=(), active=True)


def test_a_sign_in_lasts_until_it_is_ended_or_not_used(database: Database) -> None:
    jo = make(database)
    first = sign_ins.begin_sign_in(database, jo, agent="Firefox", address="10.0.0.1")
    second = sign_ins.begin_sign_in(database, jo, agent="Chromium", address="10.0.0.2")
    assert sign_ins.person_signed_in(database, first, days=14) == jo
    assert sign_ins.person_signed_in(database, "made up", days=14) is None
    listed = sign_ins.list_sign_ins(database, jo, second)
    assert sorted((s.agent, s.is_this) for s in listed) == [("Chromium", True), ("Firefox", False)]
    [other] = [s for s in listed if not s.is_this]
    assert sign_ins.end_sign_in(database, jo, other.id)
    assert not sign_ins.end_sign_in(database, jo, other.id)
    assert sign_ins.person_signed_in(database, first, days=14) is None
    with database.session() as session:
        long_ago = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=15)
        session.execute(update(SignedInRow).values(seen_at=long_ago))
    assert sign_ins.person_signed_in(database, second, days=14) is None


def test_nobody_ends_the_sign_in_of_another(database: Database) -> None:
    jo, sam = make(database), make(database, "sam")
    token = sign_ins.begin_sign_in(database, jo, agent="", address="")
    [one] = sign_ins.list_sign_ins(database, jo, token)
    assert not sign_ins.end_sign_in(database, sam, one.id)
    assert sign_ins.person_signed_in(database, token, days=1) == jo


def test_a_new_password_ends_every_other_sign_in(database: Database) -> None:
    jo = make(database)
    mine, other = (sign_ins.begin_sign_in(database, jo, agent="", address="") for _ in range(2))
    with database.session() as session:
        people.set_password(session, jo, "another fine password", keep=digest(mine))
    assert sign_ins.person_signed_in(database, mine, days=1) == jo
    assert sign_ins.person_signed_in(database, other, days=1) is None
    assert people.check_password(database, "jo", "another fine password") == jo


def test_a_link_opens_once_and_only_for_what_it_is(database: Database) -> None:
    with database.session() as session:
        token = invitations.invite(session, "join", role=Role.EDITOR)
        assert invitations.find_invitation(session, "reset", token) is None
        found = invitations.find_invitation(session, "join", token)
        assert found
        assert found.role is Role.EDITOR
        assert invitations.use_invitation(session, found)
        assert not invitations.use_invitation(session, found)
        assert invitations.find_invitation(session, "join", token) is None


def test_a_link_closes_by_itself_and_when_a_newer_is_made(database: Database) -> None:
    jo = make(database)
    with database.session() as session:
        old = invitations.invite(session, "reset", person=jo)
        new = invitations.invite(session, "reset", person=jo)
        assert invitations.find_invitation(session, "reset", old) is None
        assert invitations.find_invitation(session, "reset", new)
        session.execute(update(InvitationRow).values(ends_at=datetime.datetime.now(datetime.UTC)))
        assert invitations.find_invitation(session, "reset", new) is None


def test_an_api_token_is_kept_as_a_hash_and_can_be_ended_by_its_owner_alone(database: Database) -> None:
    jo, sam = make(database), make(database, "sam")
    with database.session() as session:
        token = api_tokens.make_api_token(session, jo, "the archive", ["check", "words"])
    assert api_tokens.person_of_token(database, token) == (jo, frozenset({"check", "words"}))
    with database.session() as session:
        [listed] = api_tokens.list_api_tokens(session, jo)
        assert listed.used_at is not None
        assert token.startswith(listed.hint)
        assert len(listed.hint) < 10
        assert not api_tokens.end_api_token(session, sam, listed.id)
        assert api_tokens.end_api_token(session, jo, listed.id)
        with pytest.raises(ValueError, match="no scope"):
            api_tokens.make_api_token(session, jo, "x", ["everything"])
    assert api_tokens.person_of_token(database, token) is None


def test_desks_have_members_a_style_and_a_checklist(database: Database) -> None:
    with database.session() as session:
        desk = desks.make_desk(
            session, " Politics ", style="guardian", checklist="Lawyer has read it\n\nPictures cleared\n"
        )
        assert [line.line for line in desk.checklist] == ["Lawyer has read it", "Pictures cleared"]
        assert desk.checklist[0].key == "lawyer-has-read-it"
        jo = people.make_person(session, "jo", "Jo", Role.REPORTER, password=None, desks=[desk.id])
        [listed] = desks.list_desks(session)
        assert listed.members == {jo.id}
        with pytest.raises(desks.BadDesk, match="already"):
            desks.make_desk(session, "politics")
        closed = desks.change_desk(session, desk, name="Politics", style="", checklist="", active=False)
        assert not closed.active
        assert desks.list_desks(session) == []


def test_a_person_without_a_password_can_not_sign_in_with_one(database: Database) -> None:
    with database.session() as session:
        people.make_person(session, "sso", "S Ø", Role.REPORTER, password=None)
    assert people.check_password(database, "sso", "") is None


@pytest.mark.parametrize(
    "email", ["=?utf-8?q?=0A?=@b.example", "jo@[x.y", "jo@b.example\x7f", "a\0b@c.example", "jo@b"]
)
def test_what_no_letter_can_be_sent_to_is_refused(database: Database, email: str) -> None:
    with pytest.raises(people.BadPerson, match="not an e-mail"), database.session() as session:
        people.make_person(session, "jo", "Jo", Role.REPORTER, password=None, email=email)


def test_the_links_of_an_administrator_who_leaves_close(database: Database) -> None:
    make(database, "boss", Role.ADMINISTRATOR)
    chief = make(database, "chief", Role.ADMINISTRATOR)
    with database.session() as session:
        by_chief = invitations.invite(session, "join", role=Role.ADMINISTRATOR, by=chief)
        by_boss = invitations.invite(session, "join", by=people.person_called(session, "boss"))
    with database.change() as session:
        people.change_person(session, chief, name="C", email="", role=Role.EDITOR, desks=(), active=True)
    with database.session() as session:
        assert invitations.find_invitation(session, "join", by_chief) is None
        assert invitations.find_invitation(session, "join", by_boss)

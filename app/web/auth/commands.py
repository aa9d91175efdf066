"""`flask --app app users`: see the people, make one, make links, from the machine that runs Copydesk."""

from __future__ import annotations

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from app.desk.audit import SYSTEM, Entry
from app.desk.people import Role
from app.storage.audit_chain import write_entries
from app.storage.invitations import invite
from app.storage.people import BadPerson, anybody, list_people, make_person, person_called
from app.web.database import database
from app.web.security import base_url
from app.web.told import told

commands = AppGroup("users", help="See the people of the newsroom, add one, or make a one-time link.")


def install_people_commands(app: Flask) -> None:
    app.cli.add_command(commands)


def first_link(app: Flask, address: str) -> str:
    """Return a link that makes the first administrator, or "" where the newsroom has people already."""
    with app.app_context(), database().change() as unit:
        if anybody(unit):
            return ""
        return f"{address}/welcome/{invite(unit, 'first')}"


@commands.command("list")
def list_them() -> None:
    """Print everybody: sign-in name, role, name."""
    with told(BadPerson), database().session() as unit:
        for person in list_people(unit):
            gone = "" if person.active else "  (may not sign in)"
            click.echo(f"{person.sign_in:24} {person.role.value:14} {person.name}{gone}")


@commands.command("add")
@click.argument("sign_in")
@click.option("--name", required=True, help="The name as colleagues see it.")
@click.option("--role", type=click.Choice([role.value for role in Role]), default="reporter", show_default=True)
def add(sign_in: str, name: str, role: str) -> None:
    """Add a person, who sets a password by the link printed."""
    with told(BadPerson), database().change() as unit:
        person = make_person(unit, sign_in, name, Role(role), password=None)
        token = invite(unit, "reset", person=person)
        write_entries(unit, [Entry(SYSTEM, "person_added", "", person.sign_in, {}, {"role": role})])
    click.echo(f"{base_url(current_app.config)}/new-password/{token}")


@commands.command("reset")
@click.argument("sign_in")
def reset(sign_in: str) -> None:
    """Print a link by which a person sets a new password; it opens once, for a day."""
    with told(BadPerson), database().change() as unit:
        person = person_called(unit, sign_in)
        if person is None or not person.active:
            raise click.ClickException(f"Nobody signs in as {sign_in!r}. See: flask --app app users list")
        token = invite(unit, "reset", person=person)
        write_entries(unit, [Entry(SYSTEM, "reset_link_made", "", person.sign_in, {}, {})])
    click.echo(f"{base_url(current_app.config)}/new-password/{token}")


@commands.command("first")
def first() -> None:
    """Print the link that makes the first administrator, where there is nobody yet."""
    with told(BadPerson):
        link = first_link(current_app._get_current_object(), base_url(current_app.config))  # type: ignore[attr-defined]
    click.echo(link or "The newsroom has people already. See: flask --app app users list")

"""The forms of accounts. What can't be taken is told beside its field; a password is never sent back."""

from __future__ import annotations

from typing import Any

from wtforms import (
    BooleanField,
    EmailField,
    PasswordField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.widgets import CheckboxInput, ListWidget

from app.desk.people import ROLE_TITLES, Role
from app.storage.api_tokens import SCOPES
from app.storage.desks import Desk
from app.styles.style import STYLES
from app.web.posted_form import PostedForm

ROLE_CHOICES = [SelectChoice(role.value, title) for role, title in ROLE_TITLES.items()]
_PLAIN = {"autocapitalize": "none", "spellcheck": "false"}


class TickBoxes(SelectMultipleField):
    """Several choices, each with its box."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class SignInForm(PostedForm):
    """A sign-in name and its password."""

    sign_in = StringField("Sign-in name", render_kw={"autocomplete": "username", **_PLAIN})
    password = PasswordField("Password", render_kw={"autocomplete": "current-password"})


class NewPasswordForm(PostedForm):
    """A new password, for a link that resets it."""

    password = PasswordField("New password", render_kw={"autocomplete": "new-password"})


class ChangePasswordForm(NewPasswordForm):
    """A new password for somebody who knows the old one."""

    old = PasswordField("Present password", render_kw={"autocomplete": "current-password"})


class JoinForm(NewPasswordForm):
    """What a person says of themselves when they open a link to join."""

    name = StringField("Your name", render_kw={"autocomplete": "name"})
    sign_in = StringField("Sign-in name", render_kw={"autocomplete": "username", **_PLAIN})
    email = EmailField("E-mail (may be left empty)", render_kw={"autocomplete": "email"})
    password = PasswordField("Password", render_kw={"autocomplete": "new-password"})


class TokenForm(PostedForm):
    """A token for the API."""

    name = StringField("What it is for", render_kw={"autocomplete": "off", "placeholder": "The archive’s nightly run"})
    scopes = TickBoxes(
        "It may", choices=[SelectChoice(scope, said) for scope, said in SCOPES.items()], validate_choice=False
    )


class InviteForm(PostedForm):
    """Whom a link to join makes of who opens it."""

    role = SelectField("Role", choices=ROLE_CHOICES)
    desk = SelectField("Desk")

    def __init__(self, desks: list[Desk], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.desk.choices = [SelectChoice("", "None"), *(SelectChoice(str(d.id), d.name) for d in desks)]


class PersonForm(PostedForm):
    """What an administrator sets of a person."""

    name = StringField("Name", render_kw={"autocomplete": "off"})
    email = EmailField("E-mail", render_kw={"autocomplete": "off"})
    role = SelectField("Role", choices=ROLE_CHOICES)
    desks = TickBoxes("Desks", validate_choice=False)
    active = BooleanField("Works here and may sign in")

    def __init__(self, desks: list[Desk], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._known = {d.id for d in desks}
        self.desks.choices = [SelectChoice(str(d.id), d.name) for d in desks]

    @property
    def chosen_desks(self) -> frozenset[int]:
        """The ids of the desks that were ticked and are there."""
        return frozenset(int(d) for d in self.desks.data or () if d.isdigit() and int(d) in self._known)


class DeskForm(PostedForm):
    """A desk of the newsroom."""

    name = StringField("Name", render_kw={"autocomplete": "off"})
    style = SelectField("House style of its drafts")
    checklist = TextAreaField("Checklist, one line each", render_kw={"rows": 5})
    active = BooleanField("Open: takes drafts", default=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.style.choices = [SelectChoice("", "The newsroom’s"), *(SelectChoice(style, style) for style in STYLES)]


def role_of(field: SelectField) -> Role:
    """Return the role a validated field holds."""
    return Role(str(field.data))


def tell(field: Any, sentence: str) -> None:
    """Say beside the field what is wrong with it."""
    field.errors = [*field.errors, sentence]

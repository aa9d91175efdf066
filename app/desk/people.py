"""Person: somebody who signs in, and what their role lets them do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is in the newsroom. Each may do what those before it may, and more."""

    REPORTER = "reporter"  # writes drafts, answers questions on them
    EDITOR = "editor"  # takes drafts of their desks from the queue, decides, signs off
    STANDARDS = "standards"  # an editor of every desk, who may override the gate and sees audit and figures
    ADMINISTRATOR = "administrator"  # and who makes people, desks and tokens

    @property
    def rank(self) -> int:
        return list(Role).index(self)


ROLE_TITLES = {
    Role.REPORTER: "Reporter",
    Role.EDITOR: "Editor",
    Role.STANDARDS: "Standards editor",
    Role.ADMINISTRATOR: "Administrator",
}


@dataclass(frozen=True)
class Person:
    """Somebody who signs in. ``desks`` are the ids of the desks they sit at.

    ``own_copy`` says that the newsroom lets its editors review what they wrote themselves (the setting OWN_COPY).
    """

    id: int
    sign_in: str
    name: str
    role: Role
    desks: frozenset[int] = frozenset()
    email: str = ""
    active: bool = True
    own_copy: bool = False

    def is_at_least(self, role: Role) -> bool:
        """Whether the person's role is this one or one that may do more."""
        return self.active and self.role.rank >= role.rank

    def sits_at(self, desk: int | None) -> bool:
        """Whether the person is of a desk. Standards editors and administrators are of every one; so is nobody's draft."""
        return desk is None or desk in self.desks or self.is_at_least(Role.STANDARDS)

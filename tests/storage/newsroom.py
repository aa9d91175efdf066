"""A small newsroom for tests: two desks, a reporter, two editors, one of another desk, a standards editor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.desk.people import Person, Role
from app.storage.database import Database
from app.storage.drafts import make_draft
from app.storage.tables import now
from app.storage.tables_accounts import DeskMemberRow, DeskRow, PersonRow

CHECKLIST = '[{"key":"legal","line":"The lawyers have read it"}]'


@dataclass(frozen=True)
class Newsroom:
    reporter: Person
    other_reporter: Person
    editor: Person
    second: Person
    far_editor: Person
    standards: Person
    desk: int
    far_desk: int
    database: Database

    def draft(self, text: str = "Mayor resigns\nShe said so.", **more: Any) -> str:
        """Make a draft of the reporter's and return its uid."""
        more = {"style": "ap", "desk": self.desk, **more}
        return make_draft(self.database, self.reporter, doc(text), text, **more).uid


def newsroom(database: Database) -> Newsroom:
    with database.session() as session:
        near = DeskRow(slug="politics", name="Politics", checklist="[]")
        far = DeskRow(slug="sport", name="Sport", checklist=CHECKLIST)
        session.add_all([near, far])
        session.flush()

        def person(name: str, role: Role, *desks: DeskRow) -> Person:
            row = PersonRow(sign_in=name.lower(), name=name.title(), role=role.value, made_at=now())
            session.add(row)
            session.flush()
            session.add_all(DeskMemberRow(desk_id=d.id, person_id=row.id) for d in desks)
            return Person(row.id, row.sign_in, row.name, role, frozenset(d.id for d in desks))

        return Newsroom(
            person("rita", Role.REPORTER, near), person("rob", Role.REPORTER, near), person("ed", Role.EDITOR, near),
            person("eve", Role.EDITOR, near), person("far", Role.EDITOR, far), person("stan", Role.STANDARDS),
            near.id, far.id, database,
        )  # fmt: skip


def doc(text: str) -> dict[str, Any]:
    """The text as the editor's document, a paragraph a line."""
    nodes = []
    for n, line in enumerate(text.split("\n")):
        content = {"content": [{"type": "text", "text": line}]} if line else {}
        nodes.append({"type": "paragraph", "attrs": {"id": f"block{n:03}"}, **content})
    return {"type": "doc", "content": nodes}

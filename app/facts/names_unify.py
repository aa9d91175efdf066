"""One form of a name everywhere: the edits that put it, and the places that are left because somebody is quoted there."""

from __future__ import annotations

from dataclasses import dataclass

from app.facts.names import Name, NameMention
from app.flags.flag import Edit, Span


@dataclass(frozen=True, slots=True)
class Unified:
    """``edits`` put the form at every place of its sort that has another; ``left`` are such places inside quotation marks."""

    edits: tuple[Edit, ...]
    left: tuple[Span, ...]


def use_everywhere(name: Name, form: str) -> Unified:
    """Return the edits that make the form the only one of its sort.

    A person's full name replaces other full names and the surname other surnames; a body's name replaces its other names,
    its initials other initials. Descriptions ("the ministry") stay. Raises ValueError where the name has no such form.
    """
    chosen = next((m for m in name.mentions if m.text == form), None)
    if chosen is None:
        raise ValueError(f"{name.full} has no form {form!r}; it has {', '.join(name.forms)}")
    sort = _sort(name, chosen)
    others = [m for m in name.mentions if m.text != form and m.form != "description" and _sort(name, m) == sort]
    return Unified(
        tuple(Edit.replace(m.span, form) for m in others if not m.quoted), tuple(m.span for m in others if m.quoted)
    )


def _sort(name: Name, mention: NameMention) -> str:
    if name.kind == "person":
        first = name.full.split(" ")[0]
        return (
            "full"
            if " " in mention.text and mention.text.split(" ")[0][:1] == first[:1] and mention.form != "surname"
            else "surname"
        )
    return "initials" if mention.form == "initials" else "name"

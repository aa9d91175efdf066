"""The edits ticked on a report page without JavaScript: form values -> edits -> the corrected text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from app.flags.flag import Edit, Span
from app.flags.report import apply_edits

_VALUE = re.compile(r"(\d{1,9})-(\d{1,9}):(.*)", re.DOTALL)


@dataclass(frozen=True)
class Applied:
    """What became of the ticks: the corrected text, what was put in, and what was left out since it met another edit."""

    text: str
    done: tuple[str, ...]
    left: tuple[str, ...]


def apply_ticked(text: str, form: MultiDict[str, str]) -> Applied:
    """Apply the ticked edits to the text they were offered for (LF line ends); values that do not fit it are left out."""
    edits: list[Edit] = []
    left: list[str] = []
    for number in ticked_numbers(form):
        edit = _edit(form.get(f"edit-{number}", ""), text)
        if edit:
            edits.append(edit)
        else:
            left.append(f"flag {number}")
    mended, clashes = apply_edits(text, edits)
    done = [e for e in edits if e not in clashes]
    return Applied(mended, tuple(_said(e, text) for e in done), (*left, *(_said(e, text) for e in clashes)))


def ticked_numbers(form: MultiDict[str, str]) -> list[str]:
    """The numbers of the ticked cards; "tick_all" ticks a card with all that are like it."""
    ticks = [*form.getlist("tick"), *(n for numbers in form.getlist("tick_all") for n in numbers.split())]
    return list(dict.fromkeys(ticks))


def _edit(value: str, text: str) -> Edit | None:
    found = _VALUE.fullmatch(value.replace("\r\n", "\n"))
    if not found:
        return None
    start, end = int(found[1]), int(found[2])
    return Edit(Span(start, end), found[3]) if start <= end <= len(text) else None


def _said(edit: Edit, text: str) -> str:
    old, new = edit.span.of(text), edit.replacement
    if not old:
        return f"“{new}” put in"
    return f"“{old}” → “{new}”" if new else f"“{old}” taken out"

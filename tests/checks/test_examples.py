"""Every example of every check is a test: bad is flagged exactly there, its fix is clean, good is silent."""

from __future__ import annotations

from functools import cache

import pytest

from app.checks.check import Check, Example, all_checks
from app.checks.run import judge
from app.facts.document import Document
from app.facts.read import read_document
from app.flags.flag import Flag
from app.flags.report import apply_edits
from app.intake.draft import Source
from app.intake.plain_text import draft_from_text


@cache
def _read(text: str, style: str, dialect: str, date: object, sources: tuple[tuple[str, str], ...]) -> Document:
    draft = draft_from_text(text, style=style, dialect=dialect, date=date, sources=[Source(*s) for s in sources])  # type: ignore[arg-type]
    return read_document(draft)


def _flags(check: Check, example: Example, text: str | None = None) -> list[Flag]:
    document = _read(
        example.text if text is None else text, example.style, example.dialect, example.date, example.sources
    )
    return list(check.find(document)) if check.applies(document) else []


EXAMPLES = [pytest.param(c, e, id=f"{c.id}-{n}") for c in all_checks() for n, e in enumerate(c.examples)]


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_example(check: Check, example: Example) -> None:
    flags = _flags(check, example)
    found = sorted({f.span for f in flags})
    words = [s.of(example.text) for s in found]
    assert found == sorted(example.spans), f"{check.id} on {example.text!r} flagged {words}"
    if example.severity is not None:
        assert {f.severity or check.severity for f in flags} == {example.severity}
    if example.fixed is None:
        return
    fixed, left = apply_edits(example.text, [f.edits[0] for f in flags])
    assert not left
    assert fixed == example.fixed
    assert _flags(check, example, fixed) == []


@pytest.mark.parametrize("check", all_checks(), ids=lambda c: c.id)
def test_declaration_shows_what_it_catches_and_what_it_leaves_alone(check: Check) -> None:
    assert sum(e.is_bad for e in check.examples) >= 1, f"{check.id} has no bad() example"
    assert sum(not e.is_bad for e in check.examples) >= 2, f"{check.id} needs two near-miss good() examples"
    for part in (check.title, check.catches, check.why, check.source):
        assert part.strip(), f"{check.id} leaves a part of its declaration empty"


def test_judging_keeps_the_place_of_every_flag() -> None:
    for check in all_checks():
        for example in check.examples:
            document = _read(example.text, example.style, example.dialect, example.date, example.sources)
            flags = _flags(check, example)
            assert [f.span for f in judge(document, flags)] == [f.span for f in flags]

"""What is sought block by block is what a search of the whole text finds, inside one paragraph."""

from __future__ import annotations

import re

from app.facts.document import Document, Token
from app.facts.read import read_document
from app.facts.sought import first_match, matches, tokens_that
from app.intake.plain_text import draft_from_text

TEXT = "Mayor Ann Lee resigns\n\nAnn Lee resigned on Friday. A clerk, Bo Ray, said so.\n\nBo Ray will act as mayor. Ann Lee left."
NAME = re.compile(r"(?P<first>Ann|Bo) (?P<last>\w+)")


def document() -> Document:
    return read_document(draft_from_text(TEXT))


def test_matches_are_those_of_the_text_with_their_places() -> None:
    found, plain = matches(document(), NAME), list(NAME.finditer(TEXT))
    assert [(m.span(), m.span("last"), m["first"], m.group()) for m in found] == [
        (m.span(), m.span("last"), m["first"], m.group()) for m in plain
    ]


def test_matches_of_the_body_leave_the_headline_out() -> None:
    body = matches(document(), NAME, body=True)
    assert [m.place.of(TEXT) for m in body] == ["Ann Lee", "Bo Ray", "Bo Ray", "Ann Lee"]
    first = first_match(document(), NAME, body=True)
    assert first is not None
    assert first.start() == TEXT.index("Ann Lee resigned")


def test_nothing_found_is_none() -> None:
    assert first_match(document(), re.compile("Zoe")) is None
    assert matches(document(), re.compile("Zoe")) == []


def test_a_match_never_runs_into_the_next_paragraph() -> None:
    assert matches(document(), re.compile(r"so\.\s+Bo")) == []


def test_tokens_that_pass_stand_where_they_stand_in_the_draft() -> None:
    read = document()
    assert [t.text for t in tokens_that(read, is_verb)] == [t.text for t in read.tokens if is_verb(read, t)]
    assert all(read.tokens[t.i] == t for t in tokens_that(read, is_verb))


def test_a_test_that_asks_for_the_whole_draft_is_left_to_the_whole_draft() -> None:
    read = document()
    assert [t.text for t in tokens_that(read, is_named)] == [t.text for t in read.tokens if t.text[0].isupper()]


def is_verb(_: Document, token: Token) -> bool:
    return token.pos == "VERB"


def is_named(document: Document, token: Token) -> bool:
    return token.text[0].isupper() and document.names is not None and document.names.at(token.span) is not None

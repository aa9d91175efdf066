"""Stories held against the documents behind them: what differs is found, what agrees is left alone."""

from __future__ import annotations

import re

import pytest

from app.checks.run import run_checks
from app.facts.read import read_document
from app.flags.flag import Flag
from app.intake.draft import Source
from app.intake.plain_text import draft_from_text
from tests.checks.sources.stories import STORIES, Story

MARK = re.compile(r"\[\[(?P<wrong>.*?)(?:\|(?P<right>.*?))?\]\]")


def flags_of(story: Story, text: str) -> list[Flag]:
    draft = draft_from_text(
        text,
        style=story.style,
        dialect="en-GB" if story.style in ("guardian", "bbc") else "en-US",
        sources=[Source(name, words) for name, words in story.sources.items()],
    )
    flags, notices = run_checks(read_document(draft))
    assert not notices
    return [f for f in flags if f.firm and f.rule.startswith("sources.")]


def unmark(draft: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The draft as filed, and for each planted slip its place and what it should be."""
    text, places, at = "", [], 0
    for match in MARK.finditer(draft):
        text += draft[at : match.start()]
        places.append((len(text), len(text) + len(match["wrong"]), match["right"] or ""))
        text += match["wrong"]
        at = match.end()
    return text + draft[at:], places


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.name)
def test_what_differs_from_the_sources_is_found(story: Story) -> None:
    text, places = unmark(story.draft)
    flags = flags_of(story, text)
    found = [p for p in places if any(f.span.start < p[1] and p[0] < max(f.span.end, f.span.start + 1) for f in flags)]
    missed = [text[start:end] for start, end, _ in places if (start, end) not in {(s, e) for s, e, _ in found}]
    assert len(missed) <= story.may_miss, missed


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.name)
def test_nothing_else_is_flagged(story: Story) -> None:
    text, places = unmark(story.draft)
    false = [
        f.span.of(text)
        for f in flags_of(story, text)
        if not any(f.span.start < end and start < max(f.span.end, f.span.start + 1) for start, end, _ in places)
    ]
    assert false == []


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.name)
def test_the_mended_story_is_left_alone(story: Story) -> None:
    mended = MARK.sub(lambda m: m["right"] or "", story.draft)
    assert [(f.rule, f.span.of(mended)) for f in flags_of(story, mended)] == []

"""A check of scope "block" says of a whole draft what it says of each block alone: nothing between them matters to it."""

from __future__ import annotations

import datetime
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.checks.check import all_checks
from app.checks.under_style import checks_under
from app.facts.document import Document
from app.facts.read import read_document
from app.facts.shift import Place, shifted
from app.flags.flag import Flag
from app.intake.draft import Draft
from app.intake.plain_text import draft_from_text
from tests.own_drafts import own_drafts


def differing(document: Document) -> dict[str, Counter[Flag]]:
    """The checks of scope "block" that say something else of the whole than of its blocks, with what differs."""
    found = {}
    for check in checks_under(document.style):
        if check.scope == "block":
            whole = Counter(check.find(document))
            alone = Counter(
                flag
                for block, one in zip(document.blocks, document.alone, strict=True)
                for flag in shifted(check.find(one), Place(block.start, 0, 0, 0))
            )
            if whole != alone:
                found[check.id] = (whole - alone) + (alone - whole)
    return found


@pytest.mark.parametrize("draft", [draft for _, draft in own_drafts()], ids=[name for name, _ in own_drafts()])
def test_blocks_of_a_draft_are_judged_alone_as_in_the_whole(draft: Draft) -> None:
    assert differing(read_document(draft)) == {}


STORIES = sorted((Path(__file__).parents[1] / "accuracy" / "stories").glob("*.txt"))


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_blocks_of_a_published_story_are_judged_alone_as_in_the_whole(story: Path) -> None:
    for style in ("ap", "guardian"):
        assert differing(read_document(draft_from_text(story.read_text(encoding="utf-8"), style=style))) == {}


def _mixtures() -> Iterator[Draft]:
    """Drafts made of every check's examples thrown together, some of them twice: full of slips that could meet."""
    texts = defaultdict(set)
    for check in all_checks():
        for example in check.examples:
            texts[example.style, example.dialect].update(p for p in example.text.split("\n") if p.strip())
    choose = random.Random(5)
    for (style, dialect), paragraphs in sorted(texts.items()):
        for size in (8, 20, 20, 60, 60, 200):
            chosen = choose.sample(sorted(paragraphs), min(size, len(paragraphs)))
            text = "\n\n".join([*chosen, *chosen[: size // 4]])
            yield draft_from_text(text, style=style, dialect=dialect, date=datetime.date(2024, 3, 5))


@pytest.mark.parametrize("draft", list(_mixtures()), ids=lambda d: f"{d.style}-{d.dialect}-{len(d.blocks)}")
def test_slips_thrown_together_are_judged_alone_as_in_the_whole(draft: Draft) -> None:
    assert differing(read_document(draft)) == {}

"""After any edits a check that keeps what it knows of unchanged blocks says exactly what a check from scratch says."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from app.check_draft import check_draft
from app.facts import alone, custom, parse
from app.flags.report import Report
from app.intake.draft import BlockKind, Draft
from app.intake.rich_text import RichBlock, draft_from_blocks
from tests.own_drafts import own_drafts

EDITS = 6


def told(report: Report) -> tuple[object, ...]:
    """All that a check says: flags, notices and facts."""
    d = report.document
    facts = (d.tokens, d.sentences, d.quotations, d.names, d.attributions, d.figures, d.dates, d.times, d.claims)
    return report.flags, report.fingerprints, report.notices, facts


def forget(*, words: bool) -> None:
    """Forget what is known of blocks; ``words``: also how they parse, which takes most of the time and is a function of
    their text alone."""
    for kept in (alone.forget, custom.forget, *([parse.forget] if words else [])):
        kept()


def edited(blocks: list[RichBlock], others: list[RichBlock], choose: random.Random) -> Iterator[list[RichBlock]]:
    """The blocks after one edit after another, of the kinds an editor sees."""
    for number in range(EDITS):
        at = choose.randrange(len(blocks))
        block = blocks[at]
        words = block.text.split(" ")
        match choose.randrange(8):
            case 0:
                del words[choose.randrange(len(words))]
            case 1:
                words.insert(choose.randrange(len(words) + 1), choose.choice(others).text.split(" ")[0])
            case 2:
                half = len(words) // 2
                blocks.insert(at + 1, block._replace(id=f"new{number}", text=" ".join(words[half:])))
                words = words[:half]
            case 3 if len(blocks) > 2:
                del blocks[at]
                yield list(blocks)
                continue
            case 4:
                blocks.insert(at, choose.choice(others)._replace(id=f"new{number}"))
            case 5:
                other = choose.randrange(len(blocks))
                blocks[at], blocks[other] = blocks[other], blocks[at]
                yield list(blocks)
                continue
            case 6:
                words = " ".join(words).translate({ord("’"): "'", ord("“"): '"', ord("”"): '"'}).split(" ")
            case 7:
                blocks[at] = block._replace(kind=choose.choice([BlockKind.CROSSHEAD, BlockKind.PARAGRAPH]))
                yield list(blocks)
                continue
        blocks[at] = blocks[at]._replace(text=" ".join(words))
        yield list(blocks)


def blocks_of(draft: Draft) -> list[RichBlock]:
    return [RichBlock(f"b{i}", b.kind, b.span.of(draft.text).replace("\n", " ")) for i, b in enumerate(draft.blocks)]


@pytest.mark.parametrize("seed", range(len(own_drafts())))
def test_a_check_after_edits_is_a_fresh_check(seed: int) -> None:
    choose = random.Random(seed)
    draft, other = own_drafts()[seed][1], own_drafts()[seed - 1][1]
    choices = {"style": draft.style, "dialect": draft.dialect, "date": draft.date, "sources": draft.sources}
    versions = [draft_from_blocks(b, **choices).draft for b in edited(blocks_of(draft), blocks_of(other), choose)]
    every_third = seed % 3 == 0
    forget(words=every_third)
    kept = [told(check_draft(version)) for version in versions]
    for version, before in zip(versions, kept, strict=True):
        forget(words=every_third)
        assert told(check_draft(version)) == before


def test_a_check_after_edits_of_a_long_draft_of_many_stories_is_a_fresh_check() -> None:
    choose = random.Random(8)
    blocks = [
        block._replace(id=f"s{story}{block.id}")
        for story, (_, draft) in enumerate(own_drafts()[:8])
        for block in blocks_of(draft)
    ]
    versions = [draft_from_blocks(b, style="ap", dialect="en-US").draft for b in edited(blocks, list(blocks), choose)]
    kept = [told(check_draft(version)) for version in versions]
    for version, before in zip(versions, kept, strict=True):
        forget(words=False)
        assert told(check_draft(version)) == before

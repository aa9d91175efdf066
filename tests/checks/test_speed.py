"""No check holds the editor up: after an edit of a long draft none takes much of the time of all."""

from __future__ import annotations

import time

from app.checks.run import run_checks
from app.checks.under_style import checks_under
from app.facts.document import Document
from app.facts.read import read_document
from app.intake.rich_text import RichBlock, draft_from_blocks
from tests.own_drafts import own_drafts

STORIES, ROUNDS = 12, 4
MOST = 1 / 6  # of the time that all checks of the whole draft take


def test_after_an_edit_of_a_long_draft_no_check_takes_much_of_the_time_of_all() -> None:
    blocks = [
        RichBlock(f"s{n}b{i}", b.kind, b.span.of(draft.text).replace("\n", " "))
        for n, (_, draft) in enumerate(own_drafts()[:STORIES])
        for i, b in enumerate(draft.blocks)
    ]
    run_checks(read(blocks, ""))
    taken: dict[str, list[float]] = {}
    for n in range(ROUNDS):
        document = read(blocks, f" Nobody came to the meeting on Tuesday {n}.")
        for check in checks_under(document.style):
            if check.scope == "document":
                began = time.thread_time()
                list(check.find(document))
                taken.setdefault(check.id, []).append(time.thread_time() - began)
    least = {check: min(times) for check, times in taken.items()}
    slow = {check: round(1_000 * spent, 1) for check, spent in least.items() if spent > MOST * sum(least.values())}
    assert not slow, f"milliseconds, of {1_000 * sum(least.values()):.0f}: {slow}; see app/facts/sought.py"


def read(blocks: list[RichBlock], more: str) -> Document:
    middle = len(blocks) // 2
    edited = [b._replace(text=b.text + more) if i == middle else b for i, b in enumerate(blocks)]
    return read_document(draft_from_blocks(edited, style="ap", dialect="en-US").draft)

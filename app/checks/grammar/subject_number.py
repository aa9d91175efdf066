"""Verbs in the wrong number, found by the words before them where a parse may lose the subject."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._phrases import load_table
from app.facts.document import Document
from app.flags.flag import Flag

TABLE = load_table(Path(__file__).with_suffix(".txt"))


@check(
    title="Verb in the wrong number",
    catches="“more than one pump were”, “nor does the owners”, “among them was dozens”, “one of six banks that has”.",
    why="Words between subject and verb mislead the writer, and the reader notices.",
    source="AP Stylebook, subject-verb agreement; Guardian style guide, either, neither; Fowler’s, Agreement",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("More than one valve [were] faulty.", fixed="More than one valve was faulty."),
        bad("Nor [does] the owners want a sale.", fixed="Nor do the owners want a sale."),
        bad("Among the guests [was] dozens of miners.", fixed="Among the guests were dozens of miners."),
        bad("It is one of six banks in Spain that [has] failed.", fixed="It is one of six banks in Spain that have failed."),
        bad("Neither the songs nor the story [were] hers.", fixed="Neither the songs nor the story was hers."),
        good("If each of the valves were faulty, neither side would have known."),
        good("They want each side to have a say, and did either side have one?"),
        good("Among the guests was a miner, and there was two weeks’ work left."),
        good("Neither the story nor the songs were hers, and many of the team have gone."),
    ],
)  # fmt: skip
def subject_number(document: Document) -> Iterator[Flag]:
    yield from TABLE.find(document, headlines=False)

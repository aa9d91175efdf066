"""A clause cut off from its sentence by a full stop: “They sold the mill. Which he denies.”"""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span


@check(
    title="Clause cut off as a sentence",
    catches="A sentence that begins with “Which” and asks nothing: it belongs to the one before.",
    why="A clause that cannot stand alone reads as a slip of the full stop.",
    source="Fowler’s Modern English Usage, Verbless sentence; AP Stylebook, which",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("He said that the mill had been [sold. Which] the firm denies.", fixed="He said that the mill had been sold, which the firm denies."),
        bad("The lift has been out since [May. Which] is why they moved.", fixed="The lift has been out since May, which is why they moved."),
        good("Nobody knows yet. Which way will they go? Which of the two wins is unclear."),
        good("He said no. Which? magazine tested 40 kettles. “Which is odd,” she said."),
        good("The vote is near. Which party wins matters little."),
    ],
)  # fmt: skip
def cut_off(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        which = document.tokens[sentence.first]
        if which.text != "Which" or which.i < 2 or document.is_quoted(which.span):
            continue
        following, stop, before = (
            document.tokens[which.i + 1],
            document.tokens[which.i - 1],
            document.tokens[which.i - 2],
        )
        last = document.tokens[sentence.last - 1]
        if stop.text != "." or last.text == "?" or document.text[stop.end : which.start] != " " or not before.is_word:
            continue
        if following.lower not in _GOES_ON:
            continue
        span = Span(before.start, which.end)
        yield Flag(
            span, f"“Which {following.text} …” is no sentence of its own: it belongs to the one before.",
            edits=(Edit.replace(span, f"{before.text}, which"),),
        )  # fmt: skip


_GOES_ON = frozenset(
    "the a an he she it they we is was are were has had have would will could may might means meant makes made".split()
)

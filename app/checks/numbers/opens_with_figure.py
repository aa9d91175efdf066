"""A sentence that opens with a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_words import spell
from app.flags.flag import Edit, Flag
from app.intake.draft import BlockKind


@check(
    title="Sentence opens with a figure",
    catches="38 courses will close: a sentence in the body begins with digits.",
    why="A figure cannot take a capital, so the eye runs on from the sentence before.",
    source="AP Stylebook, numerals; BBC News style guide, numbers; Guardian style guide, numbers; Reuters Handbook, figures",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("[24] schools will close.", fixed="Twenty-four schools will close."),
        bad("The vote is over. [115] members voted yes.", fixed="The vote is over. One hundred and fifteen members voted yes.", style="bbc"),
        bad("[60%] of them said no.", fixed="Sixty percent of them said no."),
        bad("[12-year-old] twins won the prize.", fixed="Twelve-year-old twins won the prize."),
        good("2019 was the warmest year on record."),
        good("Twenty-four schools will close."),
        good("1. Wash your hands."),
        good("The ranking has not changed since May.\n\n1 Ann Lee.\n\n2 Jonas Lind."),
        bad("[2] dead as train hits rocks\n\nTwo people died on Friday when a train hit rocks.\n\nIt was raining.", style="bbc",
            fixed="Two dead as train hits rocks\n\nTwo people died on Friday when a train hit rocks.\n\nIt was raining."),
        good("He wrote to Reps. 24 times."),
        good("The queue was approx. 40 people long on Monday."),
        good("“Tell them to check. 640 families.” He did not go on."),
        good("7-Eleven said it would close 24 shops."),
    ],
)  # fmt: skip
def opens_with_figure(document: Document) -> Iterator[Flag]:
    yield from _headline(document)
    firsts = {s.start: s for s in document.body_sentences()}
    for figure in document.figures:
        sentence = firsts.get(figure.span.start)
        if sentence is None or figure.in_words or figure.kind not in ("count", "percent", "age", "measure"):
            continue
        if sum(t.is_word for t in document.sentence_tokens(sentence)) < 3 or _is_list_mark(document, figure):
            continue
        right = _in_words(document, figure)
        if re.search(
            r"\b(?:approx|est|c|ca|No|Nos|vs|fig)\.\s*$",
            document.text[max(0, figure.span.start - 12) : figure.span.start],
        ):
            continue  # the stop before it is an abbreviation's
        number = figure.span.of(document.text)
        edits: tuple[Edit, ...] = (Edit.replace(figure.span, right),) if right else ()
        if figure.kind == "count" and figure.value >= 20 and not figure.hedge:
            edits += tuple(Edit.replace(figure.span, f"{w} {number}", safe=False) for w in ("Some", "About"))
        yield Flag(figure.span, f"A sentence should not open with “{figure.span.of(document.text)}”.", edits=edits)


def _headline(document: Document) -> Iterator[Flag]:
    """The BBC starts no headline with a digit."""
    if document.draft.style != "bbc":
        return
    starts = {b.start for b in document.blocks_of(BlockKind.HEADLINE)}
    for figure in document.figures:
        if figure.span.start in starts and figure.kind == "count" and not figure.in_words and figure.value < 100:
            word = spell(int(figure.value), with_and=True)
            yield Flag(
                figure.number,
                f"A headline should not open with “{figure.number.of(document.text)}”.",
                edits=(Edit.replace(figure.number, word[0].upper() + word[1:]),),
            )


def _in_words(document: Document, figure: Figure) -> str | None:
    value, british = figure.value, document.dialect == "en-GB"
    if value != value.to_integral_value() or figure.scale:
        return None
    if value >= 1000 and value % 1000:
        return None
    word = spell(int(value), with_and=british)
    rest = document.text[figure.number.end : figure.span.end]
    if figure.kind == "percent":
        rest = " per cent" if british else " percent"
    elif figure.kind == "measure" and not re.match(r"[\s-]", rest):
        return None
    return word[0].upper() + word[1:] + rest


_RANKED = re.compile(r" [A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3}\.")  # 1 Ann Lee.


def _is_list_mark(document: Document, figure: Figure) -> bool:
    after = document.text[figure.span.end : figure.span.end + 3]
    block = document.blocks[figure.block]
    if figure.span.start == block.start and re.match(r"[.):]", after):
        return True
    if (
        figure.span.start == block.start
        and figure.value <= 100
        and _RANKED.fullmatch(document.text, figure.span.end, block.end)
    ):
        return True
    if re.match(r"-[A-Z]|[./:]|[A-Za-z]", after):
        return True
    if block.kind is not BlockKind.PARAGRAPH:
        return True
    # A line without a full stop is a title or a table's, not a sentence.
    return not re.search(r"[.!?][\"'”’)\]]*$", document.text[block.start : block.end])

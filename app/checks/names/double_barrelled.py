"""Double-barrelled surname turned round."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.names._runs import Run, runs_of
from app.facts.document import Document
from app.facts.names_words import fold
from app.flags.flag import Edit, Flag, Span


@check(
    title="Double-barrelled name turned round",
    catches="Pell-Carrow in one place and Carrow-Pell in another.",
    why="A name the wrong way round is another person’s name.",
    source="Reuters Handbook, Names; Guardian style guide, hyphenated names",
    category="source_name",
    severity="must",
    examples=[
        bad("Jacinta Moss-Arden runs the trust. In the letter [Arden-Moss] says she is sorry.", style="guardian",
            fixed="Jacinta Moss-Arden runs the trust. In the letter Moss-Arden says she is sorry."),
        bad("The keeper, Lou Teller-Vance, saved it. [Vance-Teller] is 19.",
            fixed="The keeper, Lou Teller-Vance, saved it. Teller-Vance is 19."),
        bad("Mr Hale-Ogden will appeal. A friend of [Mr Ogden-Hale’s] wept.".replace("[Mr Ogden-Hale’s]", "Mr [Ogden-Hale]’s"), style="bbc",
            fixed="Mr Hale-Ogden will appeal. A friend of Mr Hale-Ogden’s wept."),
        good("Jacinta Moss-Arden runs the trust. Moss-Arden says she is sorry.", style="guardian"),
        good("The Paris-London train left. The London-Paris train was late."),
        good("The Franco-German plan failed. A German-French club met."),
    ],
)  # fmt: skip
def double_barrelled(document: Document) -> Iterator[Flag]:
    seen: dict[tuple[str, ...], tuple[Run, int]] = {}
    for run in runs_of(document):
        for i, word in enumerate(run.words):
            halves = tuple(fold(word.text.replace("–", "-")).split(" "))
            if "-" not in word.text.replace("–", "-") or len(halves) != 2 or halves[0] == halves[1]:
                continue
            turned = seen.get(halves[::-1])
            if turned is None or halves in seen:
                seen.setdefault(halves, (run, i))
                continue
            first, at = turned
            if not _is_person(document, first, at):
                continue
            right, span = first.words[at], Span(word.start, word.end)
            yield Flag(
                span,
                f"{right.text} is the name elsewhere, not {word.text}.",
                edits=(Edit.replace(span, right.text),),
                related=(Span(right.start, right.end),),
            )


def _is_person(document: Document, run: Run, at: int) -> bool:
    """Whether a first name or a title goes before it."""
    before = document.text[max(0, run.words[at].start - 6) : run.words[at].start]
    return at > 0 or before.endswith(("Mr ", "Mrs ", "Ms ", "Miss ", "Dr ", "Mr. ", "Ms. ", "Mrs. ", "Dr. ", "Prof "))

"""A name of two words run together or hyphened where the draft writes it apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from app.checks.check import bad, check, good
from app.checks.names._runs import runs_of
from app.facts.document import Document
from app.facts.names_words import squash
from app.flags.flag import Edit, Flag, Span


@check(
    title="Name run together",
    catches="the Lantern Festival, then the LanternFestival or the Lantern-Festival.",
    why="A name has one form, and readers search for that.",
    source="Reuters Handbook, Names; AP Stylebook, company names",
    category="source_name",
    severity="should",
    examples=[
        bad("The Lantern Festival opens on Friday. The [LanternFestival] drew 9,000 people last year.", fixed="The Lantern Festival opens on Friday. The Lantern Festival drew 9,000 people last year."),
        bad("Members of the Sea Order met on Monday. The [Sea-Order] has 40 ships.", fixed="Members of the Sea Order met on Monday. The Sea Order has 40 ships."),
        bad("The paper, Harbor Weekly, has won a prize. Its rival said [HarborWeekly] was wrong.", fixed="The paper, Harbor Weekly, has won a prize. Its rival said Harbor Weekly was wrong."),
        good("The Lantern Festival opens on Friday. The Lantern Festival drew 9,000 people last year."),
        good("He met White House staff. A White-House-backed bill failed."),
        good("Crews from SkyWatch came. They had looked at the night sky watch after watch."),
        good("Ann Lee-Poole spoke. Lee-Poole has two sons, Lee and Poole."),
    ],
)  # fmt: skip
def run_together(document: Document) -> Iterator[Flag]:
    text = document.text
    runs = runs_of(document)
    apart: dict[str, list[Span]] = {}
    for run in runs:
        for first, second in pairwise(run.words):
            if text[first.end : second.start] == " " and not (run.person_like and first is run.words[0]):
                apart.setdefault(squash(first.text + second.text), []).append(Span(first.start, second.end))
    words = [(Span(w.start, w.end), w.text) for run in runs if not run.quoted for w in run.words]
    joined = Counter(word for _, word in words)
    for span, word in words:
        if len(word) < 6 or not _is_joined(word) or text[span.end : span.end + 1] == "-":
            continue
        places = apart.get(squash(word), [])
        if not places or joined[word] > len(places):
            continue
        yield Flag(
            span,
            f"The draft has {places[0].of(text)} elsewhere.",
            edits=(Edit.replace(span, places[0].of(text), safe=False),),
            related=(places[0],),
        )


def _is_joined(word: str) -> bool:
    """A capital inside the word, or a hyphen before a capital."""
    return any(c.isupper() for c in word[2:]) and not word.isupper()

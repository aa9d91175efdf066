"""Members of a series in different forms: suspend, defer or selling; would check … and to look."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag, Span

_MODALS = frozenset("will would can could may might must should shall 'll wo ca".split())


@check(
    title="Series out of step",
    catches="“may suspend, defer or selling”, “would inspect the hull and to look”, “likes running and to swim”.",
    why="What is joined should be of one form; the odd one out stops the reader.",
    source="Fowler’s Modern English Usage, parallel constructions; AP Stylebook, parallelism",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("The board may close, move or [selling] the plant.", fixed="The board may close, move or sell the plant."),
        bad("Divers would inspect the hull and [to look] for mines.", fixed="Divers would inspect the hull and look for mines."),
        bad("The plan will cut costs, raise output and [improving] safety.", fixed="The plan will cut costs, raise output and improve safety."),
        good("The plan will cut costs and help to raise output and to improve safety."),
        good("It may close and move to the coast, cutting jobs and selling the plant."),
        good("He will work to mend the dam and to drain the lake. They must cut borrowing and spending."),
    ],
)  # fmt: skip
def parallel(document: Document) -> Iterator[Flag]:
    for word in ("and", "or"):
        for i in document.places.get(word, ()):
            link = document.tokens[i]
            if not document.blocks[document.sentences[link.sentence].block].is_body:
                continue
            after, beyond = near(document, link, 1), near(document, link, 2)
            if (
                after.tag == "VBG"
                and beyond.tag in ("DT", "PRP$", "NNS", "NN", "PRP")
                and _after_modal(document, link, after, serial=beyond.tag in ("NNS", "NN"))
            ):
                base = after.lemma.lower()
                if base != after.lower:
                    yield Flag(
                        after.span,
                        f"“{after.text}” is out of step with the verbs before it: “{base}”.",
                        edits=puts(document, after.span, (base,)),
                    )
            elif (
                after.lower == "to"
                and beyond.tag == "VB"
                and _after_modal(document, link, beyond, serial=False, to=True)
            ):
                span = Span(after.start, beyond.end)
                yield Flag(
                    span,
                    f"“to {beyond.text}” is out of step: “{beyond.text}”.",
                    edits=puts(document, span, (beyond.text,)),
                )


def _after_modal(document: Document, link: Token, odd: Token, *, serial: bool, to: bool = False) -> bool:
    """Whether a bare verb after a modal is what the odd one is joined to, by the parse and by what stands between."""
    if not to and _in_list(document, link):
        return True
    head = document.head_of(odd)
    if head.dep == "dobj" and document.head_of(head).dep == "conj" and odd.dep == "conj":
        head = document.head_of(head)  # “cut costs, raise output and improving safety”
    first = head
    for _ in range(3):
        if first.dep != "conj":
            break
        first = document.head_of(first)
    if odd.dep != "conj" or head.tag != "VB" or first.tag != "VB" or first.i > link.i:
        return False
    if not any(t.lower in _MODALS and t.tag == "MD" for t in document.children_of(first, "aux")):
        return False
    between = document.tokens[first.i + 1 : link.i]
    barred = ("TO", "VBG", "WP", "WDT", "MD") if to else ("TO", "VBG", "WP", "WDT", "MD", "VBD", "VBZ")
    if any(t.tag in barred or t.text in ("“", '"', ";") for t in between):
        return False
    if to:
        return near(document, link, -1).text != ","
    return not serial or any(t.text == "," for t in between)


def _in_list(document: Document, link: Token) -> bool:
    """“may close, move or selling”: bare verbs with commas between, the first of them after a modal."""
    last, comma, before = (near(document, link, -n) for n in (1, 2, 3))
    modal = near(document, link, -4)
    plain = last.tag in ("VB", "VBP") and before.tag in ("VB", "VBP") and last.lower == last.lemma
    return comma.text == "," and plain and modal.lower in _MODALS

"""Members of a series in different forms: suspend, defer or selling; would check … and to look."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import gerund, past, third_person
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
        bad("The bill bans vaping, caps rents and [raising] the wage.", fixed="The bill bans vaping, caps rents and raises the wage."),
        bad("They want to build homes, to mend roads and [opening] a clinic.", fixed="They want to build homes, to mend roads and to open a clinic."),
        bad("He was accused of lying, cheating and [to steal].", fixed="He was accused of lying, cheating and stealing."),
        good("He stopped smoking, took up running and cycling the hills. She came to sing, to dance and, laughing, left."),
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
            elif found := _out_of_step(document, link):
                odd, right = found
                yield Flag(
                    odd, f"“{odd.of(document.text)}” is out of step with what it is joined to: “{right}”.",
                    edits=puts(document, odd, (right,)),
                )  # fmt: skip
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


def _out_of_step(document: Document, link: Token) -> tuple[Span, str] | None:
    """The last of a list that has another form than those before it, and the form it should have."""
    odd, beyond = near(document, link, 1), near(document, link, 2)
    items = _items(document, link)
    if odd.tag == "VBG" and beyond.tag in ("DT", "PRP$", "PRP", "CD", "NNS", "NN", ".", "RP"):
        if items == ["to", "to"] and near(document, link, -1).tag != "VBG":
            return odd.span, f"to {odd.lemma}"
        forms: dict[str, Callable[[str], str]] = {"VBZ": third_person, "VBD": past, "VB": str}
        if len(items) == 2 and items[0] == items[1] and items[0] in forms and beyond.tag not in (".", "RP"):
            return odd.span, forms[items[0]](odd.lemma.lower())
    if odd.lower == "to" and beyond.tag == "VB" and (items == ["VBG", "VBG"] or _of_doing(document, link)):
        return Span(odd.start, beyond.end), gerund(beyond.lower)
    return None


def _items(document: Document, link: Token) -> list[str]:
    """How each item of a list before ``link`` begins: the tag of its verb, or “to”; [] where it is no such list."""
    comma = next((near(document, link, -n) for n in range(2, 9) if near(document, link, -n).text == ","), None)
    if comma is None or near(document, link, -1).text == ",":
        return []
    last = near(document, comma, 1)
    inside = document.tokens[last.i + 1 : link.i]
    if any(t.tag in ("VBG", "VBD", "VBZ", "MD", "WP", "WDT") or t.text in ("“", '"', ";") for t in inside):
        return []
    kind = "to" if last.lower == "to" else last.tag
    for n in range(1, 9):
        token = near(document, comma, -n)
        if token.i < 0 or token.text in (",", ";", "“", '"') or token.tag in ("WP", "WDT"):
            return []
        if kind == "to" and token.lower == "to" and near(document, token, 1).tag == "VB":
            return ["to", "to"]
        if kind in ("VBZ", "VBD", "VB") and token.tag == kind and token.lemma != "be":
            return [kind, kind]
        if kind == "VBG" and token.tag == "VBG" and near(document, token, -1).tag in ("IN", "VBZ", "VBD", "VBP"):
            return ["VBG", "VBG"]
        if token.tag in ("VBD", "VBZ", "VB", "MD") and token.tag != kind and not (kind == "to" and token.tag == "VB"):
            return []
    return []


def _of_doing(document: Document, link: Token) -> bool:
    """“accused of lying and to steal”, “with theft, with fraud and to resist”."""
    doing, of = near(document, link, -1), near(document, link, -2)
    return doing.tag == "VBG" and of.lower in ("of", "for", "by", "from")


def _in_list(document: Document, link: Token) -> bool:
    """“may close, move or selling”: bare verbs with commas between, the first of them after a modal."""
    last, comma, before = (near(document, link, -n) for n in (1, 2, 3))
    modal = near(document, link, -4)
    plain = last.tag in ("VB", "VBP") and before.tag in ("VB", "VBP") and last.lower == last.lemma
    return comma.text == "," and plain and modal.lower in _MODALS

"""Word order of a question told: “asked why had the bank waited” for “asked why the bank had waited”."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import past, third_person
from app.checks.grammar._near import is_noun, near
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag, Span

_ASKS = frozenset(
    """ask wonder know explain say tell question reveal discuss decide understand clear unclear learn remember describe
    inquire enquire consider see find disclose specify determine examine investigate""".split()
)
_AUXILIARY = frozenset("had was were is are has have did does do would could can will should".split())
_PRONOUNS = frozenset("he she it they we i you".split())


@check(
    title="Word order of an indirect question",
    catches="“asked why had the bank waited”, “did not know where was the exit”, “wondered when did the strike begin”.",
    why="Only a question put in its own words turns subject and verb about.",
    source="Fowler’s Modern English Usage, inversion; Oxford Modern English Grammar, indirect questions",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("Lee was asked why [had the court waited] a year.", fixed="Lee was asked why the court had waited a year."),
        bad("Police did not say where [was the driver].", fixed="Police did not say where the driver was."),
        bad("She wondered when [did the strike begin].", fixed="She wondered when the strike began."),
        bad("He asked how [could they] win.", fixed="He asked how they could win."),
        good("Lee asked: why had the court waited? “Where was the driver?” she asked."),
        good("Nobody knows who is the better player, or what was the cause."),
        good("She asked what is known, and when the strike began. Asked why, she left."),
    ],
)  # fmt: skip
def asked_order(document: Document) -> Iterator[Flag]:
    for word in ("why", "how", "when", "where", "what"):
        for i in document.places.get(word, ()):
            token = document.tokens[i]
            asks, auxiliary = near(document, token, -1), near(document, token, 1)
            if asks.lower in ("him", "her", "them", "us", "me", "reporters", "clear"):
                asks = near(document, token, -2) if asks.lower != "clear" else asks
            if auxiliary.lower not in _AUXILIARY or not (asks.lemma in _ASKS or asks.lower in _ASKS):
                continue
            if (
                document.is_quoted(token.span)
                or document.tokens[document.sentences[token.sentence].last - 1].text == "?"
            ):
                continue
            flag = _judge(document, token, auxiliary)
            if flag:
                yield flag


def _judge(document: Document, wh: Token, auxiliary: Token) -> Flag | None:
    first = near(document, auxiliary, 1)
    head: Token | None = None
    token = first
    if first.lower in _PRONOUNS:
        head, token = first, near(document, first, 1)
    elif first.tag in ("DT", "PRP$", "NNP") and first.lower not in ("that", "this", "these", "those", "no", "all"):
        for _ in range(5):
            if is_noun(token):
                head = token
            elif token.tag not in ("DT", "PRP$", "JJ", "CD", "HYPH", "POS"):
                break
            token = near(document, token, 1)
    if head is None:
        return None
    subject = document.text[first.start : head.end]
    verb = token
    do = auxiliary.lower in ("did", "does", "do")
    if verb.tag in ("VBN", "VBG", "VB", "VBD", "VBP") and verb.i > 0:
        if do:
            right = (
                past(verb.lower)
                if auxiliary.lower == "did"
                else third_person(verb.lower)
                if auxiliary.lower == "does"
                else verb.text
            )
            new = f"{subject} {right}"
        else:
            new = f"{subject} {auxiliary.text} {verb.text}"
        span = Span(auxiliary.start, verb.end)
        if first.lower in _PRONOUNS and not do:
            span, new = Span(auxiliary.start, head.end), f"{subject} {auxiliary.text}"
    elif not do and wh.lower in ("where", "why", "how", "when") and auxiliary.lower in ("was", "were", "is", "are"):
        span, new = Span(auxiliary.start, head.end), f"{subject} {auxiliary.text}"
    else:
        return None
    if (
        wh.lower == "what"
        and not do
        and auxiliary.lower in ("was", "were", "is", "are", "has", "had")
        and verb.tag not in ("VBG",)
    ):
        return None
    return Flag(span, f"A question that is told keeps its order: “{wh.text} {new}”.", edits=(Edit.replace(span, new),))

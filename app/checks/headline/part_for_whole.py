"""A headline says that the whole was closed or destroyed where the story tells of a part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Block, Document, Token
from app.facts.figures_write import by_sentence
from app.flags.flag import Edit, Flag, Severity, Span

_TOTAL = {"shut": ("close", "shut"), "close": ("close", "shut"), "destroy": ("destroy",), "demolish": ("demolish",), "scrap": ("scrap", "cancel"),
          "sell": ("sell",), "evacuate": ("evacuate",), "flood": ("flood",), "burn": ("burn",), "cancel": ("cancel", "scrap"),
          "axe": ("axe", "cut"), "wreck": ("wreck", "destroy"), "recall": ("recall",), "ground": ("ground",), "reopen": ("reopen", "open")}  # fmt: skip
_FINITE_FORMS = {"shut": "shut", "shuts": "shut", "closes": "close", "close": "close", "closed": "close", "destroys": "destroy", "destroyed": "destroy",
                 "demolishes": "demolish", "demolished": "demolish", "scraps": "scrap", "scrapped": "scrap", "sells": "sell", "sold": "sell", "evacuates": "evacuate",
                 "evacuated": "evacuate", "floods": "flood", "flooded": "flood", "burns": "burn", "burned": "burn", "cancels": "cancel", "cancelled": "cancel",
                 "canceled": "cancel", "axes": "axe", "axed": "axe", "wrecks": "wreck", "wrecked": "wreck", "recalls": "recall", "recalled": "recall",
                 "grounds": "ground", "grounded": "ground", "reopens": "reopen", "reopened": "reopen"}  # fmt: skip


@check(
    title="A part told as the whole",
    catches="Fraud that shut hospice, above a story in which it closed four of its 18 beds.",
    why="The headline makes more of it than the story can bear.",
    source="Reuters Handbook, headlines",
    category="headline", severity="must",
    examples=[
        bad("Leak [shut library] for weeks\n\nA leak damaged books at the library in Ayr on Monday.\n\nThe library closed three of its nine rooms, it said.",
            fixed="Leak shut library rooms for weeks\n\nA leak damaged books at the library in Ayr on Monday.\n\nThe library closed three of its nine rooms, it said."),
        bad("Fire [destroys market]\n\nA fire swept through the market on Sunday.\n\nIt destroyed 12 of the 80 stalls in the market, officials said.",
            fixed="Fire destroys market stalls\n\nA fire swept through the market on Sunday.\n\nIt destroyed 12 of the 80 stalls in the market, officials said."),
        good("Leak shut library for weeks\n\nA leak closed the library in Ayr on Monday.\n\nThree of its nine rooms were flooded."),
        good("Leak shut library rooms\n\nThe library closed three of its nine rooms, it said.\n\nA leak was to blame."),
        good("Fire destroys barn\n\nA fire destroyed a barn and five of the 20 homes in the village.\n\nNobody was hurt."),
    ],
)  # fmt: skip
def part_for_whole(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None:
        return
    for verb, thing in _claims(document, headline):
        part = _part(document, _TOTAL[_FINITE_FORMS[verb.lower]], thing)
        if part is None:
            continue
        span = Span(verb.start, thing.end)
        words = part.of(document.text)
        noun = words.split()[-1]
        yield Flag(
            span,
            f"In the story only a part: “{words}”.",
            edits=(
                Edit.insert(thing.end, f" {noun}", safe=False),
                *_cost(document, verb, thing, words, noun),
            ),
            related=(part,),
            severity=Severity.MUST,
        )


def _claims(document: Document, headline: Block) -> Iterator[tuple[Token, Token]]:
    """Verbs of whole effect with the thing that they are done to, which nothing follows that narrows it down."""
    tokens = document.tokens_in(headline.span)
    for n, token in enumerate(tokens[1:], 1):
        if token.lower not in _FINITE_FORMS or token.text[0].isupper():
            continue
        rest = tokens[n + 1 :]
        run: list[Token] = []
        for t in rest:
            if t.pos in ("NOUN", "PROPN", "ADJ", "DET") and len(run) < 4:
                run.append(t)
            else:
                break
        if run and run[-1].pos in ("NOUN", "PROPN") and run[-1].tag in ("NN", "NNP"):
            yield token, run[-1]


def _part(document: Document, verbs: tuple[str, ...], thing: Token) -> Span | None:
    """Where the story says that the deed was done to some of the thing's parts, and nowhere that it was done to the thing."""
    part: Span | None = None
    figures = by_sentence(document)
    for sentence in document.body_sentences():
        tokens = document.sentence_tokens(sentence)
        deeds = [t for t in tokens if t.pos == "VERB" and t.lemma.lower() in verbs]
        for deed in deeds:
            objects = list(document.children_of(deed, "dobj", "nsubjpass"))
            if any(t.lemma.lower() == thing.lemma.lower() for t in objects):
                return None
            near = [
                f
                for f in figures.get(sentence.i, [])
                if 0 <= f.span.start - deed.end < 24 and f.kind == "count" and f.counted and f.counted.partial
            ]
            mentions = any(t.lemma.lower() == thing.lemma.lower() for t in tokens)
            if near and near[0].counted and mentions and part is None and near[0].noun != thing.lemma.lower():
                part = Span(near[0].span.start, near[0].counted.span.end)
    return part


def _cost(document: Document, verb: Token, thing: Token, words: str, noun: str) -> Iterator[Edit]:
    """ "that shut hospice" as "that cost hospice four beds"."""
    if verb.lower in ("shut", "closed") and re.match(r"\w+", words):
        number = words.split()[0]
        between = document.text[verb.end : thing.end]
        yield Edit.replace(Span(verb.start, thing.end), f"cost{between} {number} {noun}", safe=False)

"""A sum or size taken up again with its noun ("the $14 million fine") that the story first gave otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.facts.document import Document, Sentence, Token
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence
from app.flags.flag import Edit, Flag

_TAKES_UP = re.compile(r"\b(?:the|its|their|his|her|this|that|whose)\s+$", re.IGNORECASE)
_UPDATE = re.compile(
    r"\b(?:earlier|previous\w*|initial\w*|revised?|updated?|at first|original\w*|later|since|rose to|risen|up from|down from|last year|old|new|second|other|another"
    r"|next|annual|previously|had been|once|used to|then|by now|raised|cut|increased|reduced|instead)\b",
    re.IGNORECASE,
)
_AT_FIRST = re.compile(
    r"\b(?:earlier|previous\w*|initial\w*|revised?|at first|original\w*|had been|once|used to)\b", re.IGNORECASE
)
_PLAIN = frozenset(
    "year month week day hour minute time people percent way part side game point mark deal level rate".split()
)


@check(
    title="Taken up with another figure",
    catches="fined the bank $40 million, and then the $14 million fine; 412 feet tall, and then the 421-foot tower.",
    why="One of the two is wrong, and readers cannot tell which.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="should",
    examples=[
        bad("The court fined the bank [$40] million.\n\nThe bank said it would appeal the $14 million fine.".replace("[$40] million", "[$40 million]"),
            fixed="The court fined the bank $14 million.\n\nThe bank said it would appeal the $14 million fine."),
        bad("The tower is [412 feet] tall, its owner said.\n\nThe 421-foot tower opens in May.", fixed="The tower is 421 feet tall, its owner said.\n\nThe 421-foot tower opens in May."),
        bad("The city will spend [$4.5 million] on a bridge.\n\nThe $4.5 billion bridge will open in May.", fixed="The city will spend $4.5 billion on a bridge.\n\nThe $4.5 billion bridge will open in May."),
        bad("The firm made a profit of [£3bn] last year.\n\nIt gave away a tenth of the £3m profit.", style="bbc", fixed="The firm made a profit of £3m last year.\n\nIt gave away a tenth of the £3m profit."),
        bad("The fund holds [$12 billion], it said.\n\nThe manager of the $12 million fund, Ann Lee, quit.", fixed="The fund holds $12 million, it said.\n\nThe manager of the $12 million fund, Ann Lee, quit."),
        good("The court fined the bank $40 million.\n\nThe bank said it would appeal the $40 million fine."),
        good("The court fined the bank $40 million.\n\nA rival paid a $14 million fine last year."),
        good("The court fined the bank $40 million and its head $2 million.\n\nThe bank said it would appeal the $14 million fine."),
        good("The tower is 412 feet tall.\n\nThe old 321-foot tower came down in May."),
        good("The city will spend $4.5 million on a bridge.\n\nThe $3.2 million school will open in May."),
        good("The firm made a profit of £3bn last year.\n\nIt gave £3m to charity.", style="bbc"),
    ],
)  # fmt: skip
def taken_up(document: Document) -> Iterator[Flag]:
    sentences = by_sentence(document)
    exact = [f for f in document.figures if f.kind in ("money", "measure") and document.blocks[f.block].is_body]
    values = [(f.kind, f.unit, f.value) for f in document.figures]
    for later in exact:
        noun = _noun(document, later)
        if noun is None or values.count((later.kind, later.unit, later.value)) > 1:
            continue
        first = _first(document, sentences, exact, later, noun)
        if first is None:
            continue
        text = document.text
        yield Flag(
            first.span,
            f"Here {first.span.of(text)}, later {later.span.of(text)}.",
            edits=(*_written(document, first, later), *_written(document, later, first)),
            related=(later.span,),
        )


def _noun(document: Document, later: Figure) -> str | None:
    """The noun that the figure stands before as an adjective, with "the" or the like before it."""
    text = document.text
    if not later.exact or not _TAKES_UP.search(text[max(0, later.span.start - 8) : later.span.start]):
        return None
    sentence = document.sentences[later.sentence]
    if _UPDATE.search(text, sentence.start, sentence.end):
        return None
    at = document.tokens_in(later.span)[-1].i + 1
    run: list[Token] = []
    while (
        at < sentence.last
        and len(run) < 4
        and document.tokens[at].pos in ("NOUN", "ADJ", "PROPN")
        and document.tokens[at].is_word
    ):
        run.append(document.tokens[at])
        at += 1
    closes = at < len(document.tokens) and not document.tokens[at].is_word
    if not run or (run[-1].pos == "ADJ" and not closes) or run[-1].tag.endswith("S"):
        return None
    following = text[run[-1].end : run[-1].end + 8]
    lemma = run[-1].lemma.lower()
    return None if lemma in _PLAIN or re.match(r" (?:that|which|in|from|for)\b", following) else lemma


def _first(
    document: Document, sentences: dict[int, list[Figure]], exact: list[Figure], later: Figure, noun: str
) -> Figure | None:
    """The only figure of that sort in the nearest earlier sentence that has the noun, or the verb that says the same."""
    for index in range(later.sentence - 1, max(-1, later.sentence - 12), -1):
        sentence = document.sentences[index]
        if not document.blocks[sentence.block].is_body or not _has(document, sentence, noun):
            continue
        like = [f for f in sentences.get(index, ()) if f in exact and f.kind == later.kind]
        if not like:
            continue
        if len(like) > 1 or like[0].unit != later.unit or not like[0].exact or like[0].value == later.value:
            return None
        if _AT_FIRST.search(document.text, sentence.start, sentence.end) or _of_another(document, like[0], noun):
            return None
        ratio = (
            max(like[0].value, later.value) / min(like[0].value, later.value) if later.value and like[0].value else 0
        )
        return like[0] if ratio < 4 or like[0].scale != later.scale else None
    return None


def _has(document: Document, sentence: Sentence, noun: str) -> bool:
    """The noun itself, or a verb made of it: fined, for the fine."""
    return any(
        t.lemma.lower() == noun or (t.lower.startswith(noun) and len(t.lower) - len(noun) < 4)
        for t in document.sentence_tokens(sentence)
        if t.is_word
    )


def _of_another(document: Document, figure: Figure, noun: str) -> bool:
    """Whether the figure counts a thing of its own: "a $2 million pool for the school" is no price of the school."""
    return bool(figure.noun) and figure.noun != noun


def _written(document: Document, figure: Figure, other: Figure) -> tuple[Edit, ...]:
    if figure.scale != other.scale and figure.kind == "money":
        return (Edit.replace(figure.span, other.span.of(document.text), safe=False),)
    return edits_of(document, (figure, other.value))

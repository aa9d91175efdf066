"""Two figures for one thing that differ as slips of the pen do: two digits turned round, thousands for millions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.facts.document import Document, Token
from app.facts.figures import Figure
from app.flags.flag import Edit, Flag

_UPDATE = re.compile(
    r"\b(?:earlier|previous\w*|initial\w*|revised?|updated?|at first|originally|rose|risen|fell|fallen|up from|down from|last year|a year (?:ago|before|earlier)"
    r"|other|another|more than \w+ times|compared|against|versus|in (?:19|20)\d\d|by (?:19|20)\d\d|each|average|rival|than|now|per|a (?:day|week|month|year)|including"
    r"|of (?:them|which|whom|those|these))\b",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(
    r"\b(?:the|all|all the|all of the|its|their|those|these|both|of the|whose|which has|who paid|has|had|was|were)\s+$",
    re.IGNORECASE,
)
_WEAK = frozenset(
    """year month week day hour minute time percent part way number total figure million billion thousand figure one thing case
    government official police company state country city group report statement spokesman spokeswoman people person man woman""".split()
)


@check(
    title="Digits turned round, or a scale lost",
    catches="212 passengers, then all 221 passengers; 2.3 million people, then 2.3 billion.",
    why="Such pairs are nearly always a slip, and readers cannot tell which of the two is right.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="should",
    examples=[
        bad("The plane had [68] people on board.\n\nAll 86 on board died, the airline said.", fixed="The plane had 86 people on board.\n\nAll 86 on board died, the airline said."),
        bad("Some [40,000] people fled the war in March.\n\nAid for the 400,000 people who fled the war has run out.",
            fixed="Some 400,000 people fled the war in March.\n\nAid for the 400,000 people who fled the war has run out."),
        bad("The painting sold for [$2.4 million] at auction.\n\nThe buyer of the painting, who paid $4.2 million, was not named.",
            fixed="The painting sold for $4.2 million at auction.\n\nThe buyer of the painting, who paid $4.2 million, was not named."),
        bad("The company has [4,500] employees in Ohio.\n\nThe company, which has 5,400 employees, makes tires.", fixed="The company has 5,400 employees in Ohio.\n\nThe company, which has 5,400 employees, makes tires."),
        good("The plane had 68 people on board.\n\nA jet with 86 people on board fell into the sea in 2010."),
        good("The company has 4,500 employees in Ohio.\n\nIts rival, which has 5,400 employees, makes tires."),
        good("The firm made a profit of £3bn last year.\n\nIt gave £3m to a school.", style="bbc"),
        good("Sales rose from $2.4 million to $4.2 million, it said.\n\nThe $4.2 million was a record."),
        good("It won 12 seats in the north.\n\nIt won all 21 seats in the south."),
    ],
)  # fmt: skip
def slipped_digits(document: Document) -> Iterator[Flag]:
    told = [
        f for f in document.figures
        if f.kind in ("count", "money", "measure") and document.blocks[f.block].is_body and f.sentence >= 0 and f.value >= 10
        and not (f.counted and (f.counted.partial or f.counted.other))
    ]  # fmt: skip
    by_digits: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in told:
        key = (figure.kind, figure.unit, "".join(sorted(_digits(figure))))
        by_digits.setdefault(key, []).append(figure)
    for figures in by_digits.values():
        values = {f.value for f in figures}
        if len(values) != 2 or len(figures) > 4:
            continue
        first = figures[0]
        later = next(f for f in figures if f.value != first.value)
        if not _slip(first, later) or not _one_thing(document, first, later):
            continue
        text = document.text
        yield Flag(
            first.span if first.kind != "count" else first.number,
            f"Here {first.span.of(text)}, later {later.span.of(text)}.",
            edits=(*_written(document, first, later), *_written(document, later, first)),
            related=tuple(f.span for f in figures if f is not first),
        )


_SIDES = frozenset(
    "north south east west northern southern eastern western men women boys girls first second home abroad".split()
)


def _digits(figure: Figure) -> str:
    return f"{figure.value.normalize():f}".replace(".", "").strip("0")


def _slip(a: Figure, b: Figure) -> bool:
    """Two neighbouring digits turned round, or the same digits in another scale."""
    x, y = _digits(a), _digits(b)
    ratio = max(a.value, b.value) / min(a.value, b.value)
    if x == y:
        return ratio >= 1000 or (ratio == 10 and not a.in_words and not b.in_words)
    if len(x) != len(y) or ratio >= 10:
        return False
    off = [i for i in range(len(x)) if x[i] != y[i]]
    return len(off) == 2 and off[1] == off[0] + 1


def _one_thing(document: Document, first: Figure, later: Figure) -> bool:
    if first.sentence == later.sentence or later.block - first.block > 8:
        return False
    text = document.text
    for figure in (first, later):
        sentence = document.sentences[figure.sentence]
        if _UPDATE.search(text, sentence.start, sentence.end):
            return False
    taken = bool(_TAKES_UP.search(text[max(0, later.span.start - 14) : later.span.start]))
    if first.noun and later.noun and first.noun != later.noun:
        return False
    shared = _topic(document, first) & _topic(document, later)
    same = bool(first.noun) and first.noun == later.noun
    if first.kind == "count":
        return (
            taken
            and (bool(shared - {first.noun}) or (same and first.noun not in _WEAK))
            and not _apart(document, first, later)
        )
    return (
        bool(shared - _WEAK) and (taken or same or "." in first.number.of(text)) and not _apart(document, first, later)
    )


def _topic(document: Document, figure: Figure) -> set[str]:
    """The content words of the figure's sentence that stand near it."""
    sentence = document.sentences[figure.sentence]
    at = document.tokens_in(figure.span)
    near = document.tokens[max(sentence.first, at[0].i - 9) : min(sentence.last, at[-1].i + 8)]
    return {t.lemma.lower() for t in near if _tells(t)}


def _tells(token: Token) -> bool:
    return (
        token.pos in ("NOUN", "VERB", "PROPN")
        and len(token.text) > 3
        and token.lemma.lower() not in ("have", "make", "take", "give", "tell")
    )


def _apart(document: Document, first: Figure, later: Figure) -> bool:
    """Whether a place or a name beside one of them, and not the other, says that they are two things."""
    names = [
        {
            t.text
            for t in document.sentence_tokens(document.sentences[f.sentence])
            if t.pos == "PROPN" and t.entity in ("GPE", "LOC", "ORG")
        }
        for f in (first, later)
    ]
    sides = [
        {t.lower for t in document.sentence_tokens(document.sentences[f.sentence])} & _SIDES for f in (first, later)
    ]
    if sides[0] != sides[1]:
        return True
    opening = document.tokens[document.sentences[later.sentence].first]
    return bool(names[0] and names[1] and not names[0] & names[1]) or opening.lower in ("a", "an", "another")


def _written(document: Document, figure: Figure, other: Figure) -> tuple[Edit, ...]:
    if figure.scale != other.scale:
        return (Edit.replace(figure.span, other.span.of(document.text), safe=False),)
    return edits_of(document, (figure, other.value))

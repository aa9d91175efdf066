"""What a figure counts: the noun after it, with the words that narrow it down."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.facts.document import Document, Token
from app.flags.flag import Span

# Words that stand between a number and its noun and do not narrow the noun down.
_PASSED = frozenset(
    {"more", "other", "others", "further", "additional", "extra", "or", "so", "odd", "different", "separate"}
)
_PRONOUNS = frozenset({"them", "those", "these", "whom", "which", "us"})
# "a $5 million budget Wednesday": the day is when, not what.
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November December".split()
)
_WHEN = frozenset({"last", "this", "next", "each", "every", "earlier"})
_TIMES = frozenset(
    "year month week day season spring summer autumn fall winter quarter night weekend time decade".split()
)
PEOPLE = frozenset(
    """people person man woman child boy girl adult resident civilian soldier officer worker employee passenger victim
    patient student pupil teacher protester demonstrator migrant refugee prisoner inmate rebel fighter militant
    firefighter player fan voter member councillor lawmaker senator deputy MP judge juror suspect hostage survivor
    tourist pilgrim miner sailor crew official journalist doctor nurse staff driver pedestrian cyclist teenager villager
    policeman policewoman police troop trooper guard marine contractor volunteer family guest""".split()
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun that is counted (lemma), its place, the words that modify it (lower case), the whole phrase.

    ``partial``: the number takes some of a set told before ("four of them", "two of the pelicans", "three more").
    """

    noun: str
    span: Span
    modifiers: tuple[str, ...]
    phrase: Span
    partial: bool = False
    other: bool = False  # "another three", "the other three", "three others"

    @property
    def is_people(self) -> bool:
        return self.noun in PEOPLE


def counted_at(document: Document, figure: Span) -> Counted | None:
    """What the figure counts, or None where no noun follows it ("Ten remain in the hospital")."""
    inside = document.tokens_in(figure)
    if not inside:
        return None
    at = inside[-1].i + 1
    sentence = inside[-1].sentence
    tokens = document.tokens
    before = document.text[max(0, figure.start - 12) : figure.start].lower()
    other = bool(re.search(r"\b(?:other|another|further) $", before))
    partial = other

    def here(i: int) -> Token | None:
        return tokens[i] if i < len(tokens) and tokens[i].sentence == sentence else None

    while (token := here(at)) and (token.lower in _PASSED or token.lower in ("-", "‑")):
        partial = partial or token.lower in ("more", "other", "others", "further", "additional")
        other = other or token.lower in ("other", "others")
        at += 1
    if (token := here(at)) and token.lower == "of":
        following = here(at + 1)
        if following is None:
            return None
        partial = True
        if following.lower in _PRONOUNS:
            return Counted("", following.span, (), Span(figure.start, following.end), True, other)
        at += 1
        while (token := here(at)) and (token.pos in ("DET", "PRON", "NUM") or token.lower in ("its", "their", "the")):
            at += 1
    return _noun_run(document, at, sentence, figure, partial, other)


def _noun_run(document: Document, at: int, sentence: int, figure: Span, partial: bool, other: bool) -> Counted | None:
    tokens = document.tokens
    first, head = at, None
    while at < len(tokens) and tokens[at].sentence == sentence and at - first < 8:
        token = tokens[at]
        following = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].sentence == sentence else None
        if token.text in _DAYS or (token.lower in _WHEN and following and following.lemma.lower() in _TIMES):
            break  # "340 last year" counts no years
        if following is not None and following.text in _DAYS:
            following = None
        if token.pos in ("NOUN", "PROPN") or (token.tag in ("NNS", "NNP") and token.is_word):
            head = token
            if not following or not _goes_on(token, following):
                break
        elif head is not None or not _modifies(token, following):
            break
        at += 1
    if head is None:
        return None
    lemma = head.lemma.lower() if head.text != "MPs" else "MP"
    modifiers = tuple(t.lower for t in tokens[first : head.i] if t.is_word)
    return Counted(_singular(lemma), head.span, modifiers, Span(figure.start, head.end), partial, other)


def _goes_on(noun: Token, following: Token) -> bool:
    """Whether a noun only modifies the next word, as "council" does in "council members"."""
    if following.lower in ("-", "–"):
        return True
    if following.pos not in ("NOUN", "PROPN", "ADJ") and following.tag not in ("NNS",):
        return False
    if following.pos == "ADJ":
        return False
    return noun.tag in ("NN", "NNP") or noun.dep == "compound"


def _modifies(token: Token, following: Token | None) -> bool:
    if token.lower in ("-", "–", '"', "'", "’", "“", "”", "‘"):
        return following is not None
    if token.pos in ("ADJ", "NUM") or token.tag in ("VBN", "JJ", "JJR", "JJS", "POS"):
        return True
    if token.tag == "VBG":
        return following is not None and following.pos in ("NOUN", "ADJ", "PROPN")
    return token.pos == "ADV" and following is not None and following.pos in ("ADJ", "VERB") and token.lower not in (
        "then", "when", "later", "ago", "earlier", "before", "only", "now", "here", "there",
    )  # fmt: skip


_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "persons": "people",
    "person": "people",
}


def _singular(lemma: str) -> str:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    return lemma

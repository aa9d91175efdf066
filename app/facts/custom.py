"""Whether a draft evidently follows another house's custom than the style it is checked by."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from app.facts.document import Document
from app.intake.draft import Draft

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_AMERICAN_SIGNS = tuple(
    re.compile(p)
    for p in (
        r"\bU\.[SKN]\.",
        rf"\b(?:{_MONTH}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) \d{{1,2}}\b(?! \d{{4}})",
        r"\b(?:Mr|Mrs|Ms|Dr)\. [A-Z]",
        r"\d percent\b",
        r"\b(?:Gov|Sen|Rep)\. [A-Z]",
    )
)
_BRITISH_SIGNS = tuple(
    re.compile(p)
    for p in (
        r"(?<![\w.])(?:US|UN)(?![\w.])",
        rf"\b\d{{1,2}} {_MONTH}\b",
        r"\b(?:Mr|Mrs|Ms|Dr) [A-Z]",
        r"\d per cent\b",
        r"(?<=[a-z])[\"”][.,](?=\s|$)",
    )
)
# What no agency or BBC copy has more than once by a slip.
_UNDATED = re.compile(r"\b(?:yesterday|tomorrow|tonight|last night|this morning)\b", re.IGNORECASE)
_PERCENT_WORD = re.compile(r"\d percent\b")
_ENOUGH = 2


def follows_another_custom(document: Document) -> bool:
    """Whether the draft evidently follows the custom of another house than the style it is checked by.

    House forms are then questions, not slips: the copy is an agency's, or the style was chosen wrongly.
    """
    return document.other_custom


def is_of_another_custom(draft: Draft, dialect: str) -> bool:
    """Whether two signs of another house's style than one of that ``dialect`` stand twice or more in the draft,
    outnumbering the style's own."""
    counts = [sum(column) for column in zip(*(_signs(b.span.of(draft.text)) for b in draft.blocks), strict=True)]
    if not counts:
        return False
    size = len(_AMERICAN_SIGNS)
    american, british, (undated, percent_words) = (
        counts[:size],
        counts[size : 2 * size],
        counts[2 * size : 2 * size + 2],
    )
    theirs, own = (british, american) if dialect == "en-US" else (american, british)
    signs = sum(found >= _ENOUGH and found > 2 * mine for found, mine in zip(theirs, own, strict=True))
    if draft.style in ("ap", "reuters", "bbc"):
        signs += undated > _ENOUGH
    if draft.style in ("ap", "guardian", "bbc", "reuters"):
        signs += percent_words > _ENOUGH
    return signs >= _ENOUGH or _leans(counts[2 * size + 2 :], dialect)


def _leans(counts: list[int], dialect: str) -> bool:
    """Whether signs of the other dialect, of two kinds at least, are twice as many as the style's own.

    One slip is one sign of one kind; a draft that leans has no habit of the style to depart from.
    """
    kinds = theirs = own = 0
    for at, (american, british) in enumerate(zip(counts[::2], counts[1::2], strict=True)):
        other, mine = (british, american) if dialect == "en-US" else (american, british)
        if dialect != "en-US" and at == len(_HABITS) - 1:
            other = 0
        kinds += other > mine
        theirs, own = theirs + other, own + mine
    return kinds >= _ENOUGH and theirs > _ENOUGH and theirs >= 2 * own


# What American and what British copy does by habit. The stop within the marks comes last: a full quotation has it in both.
_HABITS = tuple(
    (re.compile(american), re.compile(british))
    for american, british in (
        (r"\bU\.[SKN]\.", r"(?<![\w.])(?:US|UN|UK)(?![\w.])"),
        (r"\b(?:Mr|Mrs|Ms|Dr)\. [A-Z]", r"\b(?:Mr|Mrs|Ms|Dr) [A-Z]"),
        (r"\b(?:toward|afterward|gotten)\b", r"\b(?:whilst|amongst|amidst|towards|learnt|spelt)\b"),
        (r"\d percent\b", r"\d per cent\b"),
        (r"\b(?:color|labor|favor|honor|center|defense|\w{3,}iz(?:e|ed|ing|ation))\b",
         r"\b(?:colour|labour|favour|honour|centre|defence|criticised|organis(?:e|ed|ing|ation)|recognis(?:e|ed)|equalis(?:e|ed|ing))\b"),
        (r"(?<=[a-z])[.,][\"”](?=\s|$)", r"(?<=[a-z])[\"”][.,](?=\s|$)"),
    )
)  # fmt: skip


_AGENCY = {"ap": re.compile(r"\((?:AP|Associated Press)\)"), "reuters": re.compile(r"\(Reuters\)")}
_HOUSE_FORMS = re.compile(
    r"\b(?:(?P<month>(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\. \d)|(?P<time>\d [ap]\.m\.)|(?P<title>(?:Gov|Sen|Rep|Lt|Gen|Sgt)\. [A-Z])"
    r"|(?P<place>^[A-Z][A-Z .'’-]+[A-Z](?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)? (?:[—–]|--?) )"
    r"|(?P<state>(?:Calif|Fla|Pa|Ore|Ariz|Mich|Wis|Tenn|Ill|Mass|Minn|Colo|Conn|N\.Y|N\.J|N\.M|N\.C|S\.C)\.))"
)


def is_to_house(draft: Draft) -> bool:
    """Whether the copy shows that it was written to the style it is checked under.

    British styles, and a newsroom's own, are chosen, never a default. American copy shows it by an agency's dateline or by
    forms that only that style has (Sept. 17, 3 p.m., Gov., Pa.). Where nothing shows it, a point of pure style is a
    question.
    """
    if draft.house is not None or draft.style in ("guardian", "bbc"):
        return True
    mark = _AGENCY.get(draft.style)
    if mark and mark.search(draft.text, 0, 600):
        return True
    return len(frozenset[str]().union(*(_house_forms(b.span.of(draft.text)) for b in draft.blocks))) >= _ENOUGH


@lru_cache(maxsize=8_192)
def _house_forms(text: str) -> frozenset[str]:
    return frozenset(m.lastgroup for m in _HOUSE_FORMS.finditer(text) if m.lastgroup)


# An edit changes one block: the others are not counted again.
@lru_cache(maxsize=8_192)
def _signs(text: str) -> tuple[int, ...]:
    patterns = (*_AMERICAN_SIGNS, *_BRITISH_SIGNS, _UNDATED, _PERCENT_WORD, *chain.from_iterable(_HABITS))
    return tuple(len(pattern.findall(text)) for pattern in patterns)


def forget() -> None:
    """Count every block anew."""
    _signs.cache_clear()
    _house_forms.cache_clear()

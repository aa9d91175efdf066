"""Whether a draft evidently follows another house's custom than the style it is checked by."""

from __future__ import annotations

import re

from app.facts.document import Document

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
        r"(?<=[a-z])[\"”][.,](?=\s)",
    )
)
# What no agency or BBC copy has more than once by a slip.
_UNDATED = re.compile(r"\b(?:yesterday|tomorrow|tonight|last night|this morning)\b", re.IGNORECASE)
_PERCENT_WORD = re.compile(r"\d percent\b")
_ENOUGH = 2


def follows_another_custom(document: Document) -> bool:
    """Whether two signs of another house's style stand twice or more in the draft, outnumbering the style's own.

    House forms are then questions, not slips: the copy is an agency's, or the style was chosen wrongly.
    """
    text = document.text
    theirs, own = (
        (_BRITISH_SIGNS, _AMERICAN_SIGNS) if document.style.dialect == "en-US" else (_AMERICAN_SIGNS, _BRITISH_SIGNS)
    )
    signs = 0
    for other, mine in zip(theirs, own, strict=True):
        found = len(other.findall(text))
        signs += found >= _ENOUGH and found > 2 * len(mine.findall(text))
    if document.draft.style in ("ap", "reuters", "bbc"):
        signs += len(_UNDATED.findall(text)) > _ENOUGH
    if document.draft.style in ("ap", "guardian", "bbc", "reuters"):
        signs += len(_PERCENT_WORD.findall(text)) > _ENOUGH
    return signs >= _ENOUGH

"""What a headline says of a number ("die", "march", "jobs"), and whether the story says it of another."""

from __future__ import annotations

import re

from app.facts.document import Block, Document
from app.facts.figures import Figure
from app.flags.flag import Span

# What a headline says of people in one word, and the words of a story that say the same.
DEEDS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"die[sd]?|dead|kill\w*|deaths?|perish\w*|fatal\w*|drown\w*|toll|bodies|lives",
        r"injur\w+|hurt|wound\w+|hospitali[sz]ed",
        r"arrest\w*|held|detain\w*|custody",
        r"missing|unaccounted",
        r"rescued?|sav\w+|freed|pulled",
        r"march\w*|rall\w+|protest\w*|demonstrat\w+|crowd|attend\w*|turn(?:ed)? out",
        r"evacuat\w+|flee|fled|displac\w+|homeless",
        r"jobs?|lay(?:s|ing)? off|laid off|redundan\w+|sack\w*|layoffs?",
        r"jail\w*|sentence\w*|prison|imprison\w*",
        r"rise|rises|rose|fall|falls|fell|drop\w*|jump\w*|up|down|climb\w*|slump\w*|plung\w*|soar\w*|gain\w*|slid\w*|grow\w*|grew|cut\w*|raise\w*|increas\w+",
        r"win|wins|won|beat\w*|defeat\w*|draw|drew|lose|loses|lost|thrash\w*|edge\w*",
        r"spend\w*|spent|pay|pays|paid|cost\w*|fine[sd]?|award\w*|buy\w*|bought|sell|sells|sold|raise[sd]?|pledge[sd]?|give|gives|gave|worth|invest\w*|deal|budget|fund\w*",
        r"close\w*|shut\w*|clos\w+",
        r"strike\w*|walk\w*",
    )
)
CROWD = DEEDS[5]
_CLAUSE = re.compile(r"[;:]|\band\b|\bwhile\b|\bbut\b")


def deed_of(document: Document, start: int, end: int, figure: Figure) -> re.Pattern[str] | None:
    """What the headline says of the figure: the nearest word of deed around it."""
    return _nearest(document, start, end, figure.span)


def near_deed(document: Document, headline: Block, word: Span) -> re.Pattern[str] | None:
    """What the headline says of a rough number such as "dozens"."""
    return _nearest(document, headline.start, headline.end, word)


def _nearest(document: Document, start: int, end: int, place: Span) -> re.Pattern[str] | None:
    found = []
    for deed in DEEDS:
        for match in deed.finditer(document.text, start, end):
            gap = match.start() - place.end if match.start() >= place.end else place.start - match.end()
            if 0 <= gap <= 30:
                found.append((gap, deed))
    return min(found, key=lambda p: p[0])[1] if found else None


def tells(document: Document, deed: re.Pattern[str], figure: Figure) -> bool:
    """Whether the deed stands in the same clause as the story's figure."""
    sentence = document.sentences[figure.sentence]
    start, end = max(sentence.start, figure.span.start - 40), min(sentence.end, figure.span.end + 45)
    lead, rest = document.text[start : figure.span.start], document.text[figure.span.end : end]
    lead = _CLAUSE.split(lead)[-1]
    rest = re.split(r"[;:]|\band\b|\bwhile\b|\bbut\b|,", rest)[0]
    if re.search(r"\b(?:up|down|compared|against|earlier|last year|previous)\b[^,]*$", lead):
        return False
    before = [s for s in document.body_sentences() if s.i == sentence.i - 1]
    died = re.fullmatch(r"(?:He|She) was ", document.text[sentence.start : figure.span.start]) and before
    return bool(
        deed.search(lead) or deed.search(rest) or (died and deed.search(document.text, before[0].start, before[0].end))
    )


def shared(document: Document, headline: Block, figure: Figure, other: Figure) -> int:
    """How many of the headline's own words stand in the sentence of the story's figure."""
    own = _stems(document, headline.start, figure.span.start) | _stems(document, figure.span.end, headline.end)
    sentence = document.sentences[other.sentence]
    return len(own & _stems(document, sentence.start, sentence.end))


_EMPTY = frozenset(
    "after over from with into amid than this that their more most says said will have been were about".split()
)


def _stems(document: Document, start: int, end: int) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]{4,}", document.text[start:end].lower())
    return frozenset(w[: max(4, len(w) - 2)][:6] for w in words if w not in _EMPTY)

"""Words of a text in the form in which two transcripts of the same speech agree."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Word(NamedTuple):
    """One word with its place and its ``key``: lower case, apostrophes straight, spelling and figures made one."""

    key: str
    start: int
    end: int


_WORD = re.compile(r"[£$€]?\d[\d,]*(?:\.\d+)?%?|[^\W\d_]+(?:['’][^\W\d_]+)*(?:\.[A-Za-z]\b)*", re.UNICODE)
_NUMBERS = dict(
    zip(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split(),
        map(str, range(21)),
        strict=True,
    )
) | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}
_SAME = {"percent": "%", "ok": "okay", "gonna": "going", "wanna": "want", "mum": "mom", "judgement": "judgment",
         "grey": "gray", "programme": "program", "cheque": "check", "defence": "defense", "licence": "license",
         "tyre": "tire", "ageing": "aging", "mr": "mister"}  # fmt: skip
_BRITISH = (
    (re.compile(r"our(s|ed|ing|able|al|ite|ites|hood|hoods)?$"), r"or\1"),
    (re.compile(r"is(e|es|ed|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"ys(e|es|ed|ing)$"), r"yz\1"),
    (re.compile(r"ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"tre(s)?$"), r"ter\1"),
    (re.compile(r"ae(?=[a-z]{3})"), "e"),
)


@lru_cache(maxsize=20_000)
def key_of(word: str) -> str:
    """The form in which a word is compared: "colour" and "color", "seven" and "7", "It’s" and "it's" are one."""
    lower = word.lower().replace("’", "'")
    if lower[0].isdigit() or lower[0] in "£$€":
        return lower.replace(",", "")
    lower = lower.replace(".", "")
    if lower in _NUMBERS:
        return _NUMBERS[lower]
    if lower in _SAME:
        return _SAME[lower]
    if len(lower) > 5:
        for pattern, american in _BRITISH:
            lower = pattern.sub(american, lower)
    return lower


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of ``text[start:end]``; offsets are of the whole text. Hyphenated words come apart, "25%" too."""
    found = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        if word.endswith("%") and len(word) > 1:
            found.append(Word(key_of(word[:-1]), match.start(), match.end() - 1))
            found.append(Word("%", match.end() - 1, match.end()))
        else:
            found.append(Word(key_of(word), match.start(), match.end()))
    return tuple(found)


# Words so common that to share them says nothing.
FUNCTION_WORDS = frozenset(
    """a an the this that these those and or but nor so yet if then than as of in on at to for from by with about into
    over after before between through during under is are was were be been being am has have had having do does did
    doing will would shall should can could may might must i me my mine we us our ours you your yours he him his she
    her hers it its they them their theirs who whom whose which what when where why how there here not no it's i'm
    we're you're they're that's there's i've we've don't didn't isn't wasn't won't said says just very more most
    also all any some""".split()
)


def is_content(key: str) -> bool:
    """Whether the word says something by itself."""
    return key not in FUNCTION_WORDS

"""The words of the copy as names need them: hyphens and apostrophes kept inside, possessive endings and compounds cut off."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.facts.document import Block, Document


class Word(NamedTuple):
    """One word of the copy, in code points; ``text`` without a possessive ending, which ``possessive`` tells of."""

    start: int
    end: int
    text: str
    possessive: bool
    initial: bool  # stands where any word has a capital: first in its sentence or its quotation

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'").rstrip(".")


_DOTTED = "Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Det|Insp|Supt|Rev|Fr|Hon|St|Jr|Sr|Inc|Ltd|Corp|Co|Cllr|Pvt|Sgts|Reps|Sens|Govs|Mt|Ft|Pres|Amb|Atty|Asst|Secy|Sec|Maj|Del|Supts|Drs|Profs|Messrs"
_WORD = re.compile(
    rf"(?:[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)*)(?!\w)|(?:{_DOTTED})\.|\w+(?:[-‑’'&]\w+|(?<=[a-z])\.(?=[a-z]{{2,3}}\b)\w+)*"
)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_CAPITAL = re.compile(
    r"^(?:[A-ZÀ-Þ]|(?:al|el|ar|as|ash|at|az|an|ad|ul|ur)[-‑][A-ZÀ-Þ]|[dlm]['’][A-ZÀ-Þ]|[a-z]{1,2}[A-Z]{1}\w)"
)
_INITIAL_AFTER = re.compile(r"(?:^|[.!?…:;]|[“\"‘(\[•*]|[\s(][-–—])[\s“\"‘'(\[]*$")
# "IS-held", "al-Qaeda-affiliated", "UN-brokered": the name ends at the hyphen before these.
_COMPOUND_TAIL = re.compile(
    r"[-‑](?:[a-z]+(?:ed|ing)|led|held|run|born|wide|era|style|like|only|made|bound|area|free|level|type|class|to|and|or|in|"
    r"on|of|sent|built|elect|designate|ready|size|esque|specific|heavy|rich|friendly|wrought)(?:[-‑][a-z]+)*$"
)
_HANDLE = ("@", "#", "/", "_")  # the name of an account, a tag, a part of an address
_PREFIX = re.compile(
    r"(?:pro|anti|ex|non|mid|post|pre|ultra|neo|then|all|inter|trans|un|sub)-(?=[A-ZÀ-Þ])", re.IGNORECASE
)
_DATELINE = re.compile(r"^(?:[A-ZÀ-Þ][A-ZÀ-Þ .'’\-/]{2,}(?:,[^()—–]{2,40}?)?\s*(?:\([A-Z]\w*\)\s*)?[—–-]+\s)")


def dateline_end(text: str, block: Block) -> int:
    """Where the body of a block begins: after "ERIE, Pa. (AP) —" where it opens so, else at its start."""
    found = _DATELINE.match(block.span.of(text))
    return block.start + found.end() if found else block.start


def words_of(document: Document, block: Block) -> list[Word]:
    """The words of a block, after its dateline."""
    text, begin = document.text, dateline_end(document.text, block)
    sentence_starts = {document.sentences[i].start for i in range(block.first, block.last)}
    found = []
    for match in _WORD.finditer(text, begin, block.end):
        if match.start() and text[match.start() - 1] in _HANDLE:
            continue
        start, end, possessive = _name_part(text, match.start(), match.end())
        if start < end:
            opens = match.start() == begin or match.start() in sentence_starts
            initial = opens or bool(_INITIAL_AFTER.search(text, max(begin, match.start() - 4), match.start()))
            found.append(Word(start, end, text[start:end], possessive, initial))
    return found


def _name_part(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """Where the name in a word begins and ends, and whether it is a possessive: "pro-IS", "IS-held", "Smith’s"."""
    possessive = bool(_POSSESSIVE.search(text[start:end]))
    if possessive:
        end -= 2
    elif text[end - 1] in "sz" and text[end : end + 2] in ("' ", "’ "):
        possessive = True
    if prefix := _PREFIX.match(text[start:end]):
        start += prefix.end()
    tail = _COMPOUND_TAIL.search(text[start:end])
    if tail and (text[start].isupper() or text.startswith(("al-", "el-"), start)):
        end = start + tail.start()
    return start, end, possessive


def is_capital(word: Word) -> bool:
    return bool(_CAPITAL.match(word.text)) and word.lower not in ("i", "i'm", "i've", "i'd", "i'll")

"""Where initials stand, and how a long form is put in their place."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.document import Document
from app.facts.names_initials import Initials
from app.flags.flag import Edit, Span


def spell_out(document: Document, entry: Initials, use: Span, longs: list[str]) -> Iterator[Edit]:
    """Edits that put the long form for the initials: alone where they stand once, with the initials in brackets where they
    come again (AP puts no brackets after a name); "the" goes with it where the sentence needs it."""
    again = len(entry.uses) > 1
    brackets = again and document.draft.style != "ap"
    suffix = f" ({entry.text})" if document.text[use.end : use.end + 1] not in ("'", "’") else ""
    for long in longs[:3]:
        plain, article = _with_article(document, use, long)
        ordered = [article, plain] if article != plain and _wants_article(document, use, long) else [plain, article]
        for words in dict.fromkeys(ordered):
            tails = [suffix, ""] if brackets else ["", suffix]
            for tail in dict.fromkeys(tails if again or suffix else [""]):
                yield Edit.replace(use, words + tail, safe=False)


def plainly(document: Document, use: Span, words: list[str]) -> Iterator[Edit]:
    """Edits that put a plain "the bank" for the initials."""
    for word in words:
        article = _with_article(document, use, word)[1]
        yield Edit.replace(use, article, safe=False)


def _with_article(document: Document, use: Span, long: str) -> tuple[str, str]:
    sentence = document.sentence_at(use.start)
    before = document.text[max(0, use.start - 4) : use.start].lower()
    opens = sentence is not None and not any(c.isalnum() for c in document.text[sentence.start : use.start])
    if opens:
        return long[0].upper() + long[1:], "The " + (long.removeprefix("the "))
    if before.endswith(("the ", " an ", " a ")):
        return long, long
    return long, "the " + long


def _wants_article(document: Document, use: Span, long: str) -> bool:
    """A body in capitals takes "the", unless it goes before a noun ("ECEA members") or is a plural of things."""
    token = document.token_at(use.start)
    hyphen = document.text[use.end : use.end + 1] == "-"
    modifies = hyphen or (token is not None and token.dep in ("compound", "nmod", "amod"))
    return long[0].isupper() and not modifies

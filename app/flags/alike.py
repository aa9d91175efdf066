"""Which flags say the same thing again: one rule, one severity, and the same words or the same mend."""

from __future__ import annotations

from collections.abc import Sequence

from app.flags.flag import Flag
from app.flags.marked import is_statement
from app.flags.silence import plain_words

# Each of these is a question of its own: what one claim, figure or quotation lacks says nothing about the next.
_EACH_ITS_OWN = frozenset(
    {"unattributed_claim", "attribution", "number_consistency", "source_mismatch", "quotation", "headline"}
)


def firsts_alike(flags: Sequence[Flag], text: str) -> list[int]:
    """Return for each flag the index of the first one like it, its own where it is the first."""
    first: dict[tuple[str, ...], int] = {}
    return [first.setdefault(_key(flag, text, at), at) for at, flag in enumerate(flags)]


def can_accept_all(flags: Sequence[Flag]) -> bool:
    """Whether all may be mended at a stroke: each has one edit, and none needs a look first."""
    return len(flags) > 1 and all(len(f.edits) == 1 and f.edits[0].safe for f in flags)


def _key(flag: Flag, text: str, at: int) -> tuple[str, ...]:
    if flag.category in _EACH_ITS_OWN or is_statement(flag):
        return (str(at),)
    said = plain_words(flag.message)
    # Where there is nothing to accept, the words are what makes two flags one question.
    words = "" if flag.edits else plain_words(flag.span.of(text))
    return (flag.rule, str(flag.severity), flag.note, said, words)

"""Order flags, and let one card stand where several flags say the same thing about the same words."""

from __future__ import annotations

from collections.abc import Iterable

from app.flags.flag import Flag, Span

# Flags on more than this many code points judge a statement, not its wording; wording flags inside it stand beside it.
WORDING = 60
_NEIGHBOURHOOD = 256


def merge(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Return the flags in text order, duplicates removed.

    Of two flags on overlapping words the graver stands; of two as grave, our own before an engine's, then the one
    with an edit, then the shorter. Flags of different categories from our own checks stand side by side; an engine's
    flag never stands on words that one of ours already covers.
    """
    kept: list[Flag] = []
    near: dict[int, list[Flag]] = {}
    for flag in sorted(set(flags), key=_standing):
        if not any(_same(flag, other) for n in _neighbourhoods(flag.span) for other in near.get(n, ())):
            kept.append(flag)
            for n in {n for place in (flag.span, *flag.related) for n in _neighbourhoods(place)}:
                near.setdefault(n, []).append(flag)
    return tuple(sorted(kept, key=lambda f: (f.span.start, f.span.end, f.rule)))


def _neighbourhoods(span: Span) -> range:
    """Numbers that two places share wherever they overlap, so that a long draft's flags are not all held to all."""
    return range(span.start // _NEIGHBOURHOOD, max(span.end - 1, span.start) // _NEIGHBOURHOOD + 1)


def _standing(flag: Flag) -> tuple[bool, int, bool, int, Span, str, str]:
    rank = flag.severity.rank if flag.severity else 2
    return (is_engine(flag), rank, not flag.edits, flag.span.length, flag.span, flag.rule, flag.message)


def is_engine(flag: Flag) -> bool:
    """Whether the flag comes from a grammar engine: its rule is written engine:RULE."""
    return ":" in flag.rule


def _same(flag: Flag, stands: Flag) -> bool:
    if not flag.span.overlaps(stands.span):
        # One card of ours may speak for many places: an engine need not name them again.
        again = is_engine(flag) and flag.category == stands.category
        return again and any(flag.span.overlaps(place) for place in stands.related)
    if (flag.span.length > WORDING) != (stands.span.length > WORDING):
        return False  # one judges the statement, the other its wording
    if flag.category == stands.category or is_engine(flag):
        return True
    return bool(_results(flag) & _results(stands))


def _results(flag: Flag) -> set[tuple[int, int, str]]:
    return {(e.span.start, e.span.end, e.replacement) for e in flag.edits}

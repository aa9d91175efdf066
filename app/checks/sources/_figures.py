"""Two figures of one thing: whether one may round the other, and whether one may be a slip for the other."""

from __future__ import annotations

from decimal import Decimal

from app.facts.figures import Figure, precision

# Thirteen and thirty … nineteen and ninety: one for the other in dictation and in haste.
_TEENS = frozenset(frozenset((Decimal(10 + n), Decimal(10 * n))) for n in range(3, 10))


def fair(figure: Figure, other: Figure) -> bool:
    """Whether the draft's figure is the source's, or rounds it fairly: fewer digits, and off by no more than the last."""
    if figure.value == other.value:
        return figure.upper == other.upper
    if figure.upper is not None:
        return False
    off = abs(figure.value - other.value)
    if figure.kind in ("percent", "points", "age") and not figure.hedge and figure.value % 1 == 0:
        return other.value % 1 != 0 and off <= Decimal("0.5")  # 20% is no short way to write 22%
    if digits(figure.value) < digits(other.value):
        return off <= precision(figure.value) * (1 if figure.hedge else Decimal("0.5")) or (
            bool(figure.hedge) and off <= abs(other.value) / 20
        )
    return digits(figure.value) == 1 and bool(figure.hedge) and off <= abs(other.value) / 10


def digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def alike(figure: Figure, other: Figure) -> bool:
    """Whether one is the other with a digit changed, two that changed places, or heard as "-ty" for "-teen"."""
    if frozenset((figure.value, other.value)) in _TEENS:
        return True
    mine, theirs = f"{figure.value.normalize():f}", f"{other.value.normalize():f}"
    if len(mine) != len(theirs):
        return False
    wrong = [i for i, (a, b) in enumerate(zip(mine, theirs, strict=True)) if a != b]
    return len(wrong) == 1 or (
        len(wrong) == 2 and mine[wrong[0]] == theirs[wrong[1]] and mine[wrong[1]] == theirs[wrong[0]]
    )

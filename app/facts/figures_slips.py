"""Whether one number may be a slip for another: a digit mistyped or exchanged, a nought too many, a near miss.

A reader of sums that finds figures at odds by chance finds any two numbers; a slip of the keyboard leaves most of the
digits as they were. So this is the test that lets a reader of sums be general.
"""

from __future__ import annotations

from decimal import Decimal

from app.facts.figures import Figure

_NEAR = Decimal("0.12")


def may_be_slip(told: Decimal, true: Decimal) -> bool:
    """Whether ``told`` looks like ``true`` mistyped: one digit other, two exchanged, ten times, or within an eighth."""
    if told <= 0 or true <= 0 or told == true:
        return False
    if told < 10 and true < 10 and _whole(told) and _whole(true):
        return abs(told - true) <= 3
    if abs(told - true) <= max(true * _NEAR, Decimal(2) if _whole(true) and true <= 30 else Decimal(0)):
        return True
    if told in (true * 10, true / 10):
        return True
    a, b = _aligned(told, true)
    if abs(len(a) - len(b)) == 1:
        a, b = a.zfill(len(b)), b.zfill(len(a))  # "1.9" for "0.9"
    if len(a) != len(b):
        return False
    other = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(other) == 1:
        return len(a) > 1
    exchanged = len(other) == 2 and other[1] == other[0] + 1
    return exchanged and a[other[0]] == b[other[1]] and a[other[1]] == b[other[0]]


def _aligned(a: Decimal, b: Decimal) -> tuple[str, str]:
    """The digits of both down to the last that either shows: ("1550", "1450"), ("63", "53") for 6.3 and 5.3."""
    lowest = min(_exponent(a), _exponent(b))
    if lowest < -6 or lowest > 18:
        return "", "-"
    scale = Decimal(1).scaleb(-lowest)
    first, second = f"{(a * scale).to_integral_value():f}", f"{(b * scale).to_integral_value():f}"
    # "240" for "270" and "1,500" for "500": a single digit that is left stands with one nought, so that it has a fellow.
    return (first + "0", second + "0") if len(first) == len(second) == 1 else (first, second)


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def slack_of(figure: Figure) -> Decimal:
    """How far a figure may be from what it stands for: a plain whole number below 10,000 is meant as it is."""
    if figure.hedge:
        return figure.tolerance
    if figure.scale or figure.step < 1 or figure.value >= 10000:
        return figure.step / 2
    return Decimal(0)

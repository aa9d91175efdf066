"""Figure: one number of the draft, with its value, unit, kind and what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.facts import figures_digits as digits
from app.facts import figures_words as words
from app.facts.counted import Counted
from app.flags.flag import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the draft.

    ``span`` is the whole expression ("about" not included): sign, number, scale, unit. ``number`` is the numeral alone.
    ``kind``: count, money, percent, points, age, measure, temperature, ordinal, fraction, ratio (a score or a vote),
    label (a number that names: Route 7, Boeing 737, a telephone number), year. ``value`` has the scale worked in
    (£4.1m is 4100000) and percentages as written (12% is 12); ``upper`` is the second number of a range or ratio.
    """

    span: Span
    value: Decimal
    kind: str
    number: Span
    unit: str = ""
    scale: str = ""
    in_words: bool = False
    upper: Decimal | None = None
    hedge: str = ""
    counted: Counted | None = None
    sentence: int = -1
    block: int = -1
    step: Decimal = Decimal(1)  # the worth of the last digit written

    @property
    def noun(self) -> str:
        """Lemma of the noun that is counted, "" where none is."""
        return self.counted.noun if self.counted else ""

    @property
    def exact(self) -> bool:
        """Whether the copy gives it as it is, not as about, nearly or more than."""
        return not self.hedge

    def near(self, other: Decimal) -> bool:
        """Whether the other value is this one fairly rounded, within the digits shown and the hedge."""
        return abs(self.value - other) <= self.tolerance

    @property
    def tolerance(self) -> Decimal:
        """Half of the last digit shown, ten times as much behind a hedge; for words one in twenty behind a hedge."""
        shown = self.step
        if self.hedge:
            return max(shown * 5, abs(self.value) / 20)
        return shown / 2 if shown > 1 or shown < 1 else Decimal(0)


def step_of(figure: Figure, written: str) -> Decimal:
    """The worth of the last digit written: 0.1 million for "4.1 million", a million for "60 million"."""
    places = len(written.partition(".")[2])
    size = words.SCALES.get(figure.scale) or digits.SCALE_LETTERS.get(figure.scale) or 1
    return Decimal(size).scaleb(-places) if figure.scale else precision(figure.value)


def precision(value: Decimal) -> Decimal:
    """The worth of the last digit that is not a trailing nought: 100 for 2,300, 0.1 for 4.1."""
    sign_digits = value.normalize().as_tuple()
    exponent = sign_digits.exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)

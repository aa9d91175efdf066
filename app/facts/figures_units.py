"""Units of measure and of money: how copy writes them, what they are worth in one another."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple


class Unit(NamedTuple):
    """``name`` is the unit's key, ``factor`` its size in the base unit of its ``dimension`` (SI or customary)."""

    name: str
    dimension: str
    factor: Decimal
    forms: str  # regular expression of its written forms
    symbol: str  # as closed up in British copy: "km"


def _u(name: str, dimension: str, factor: str, forms: str, symbol: str = "") -> Unit:
    return Unit(name, dimension, Decimal(factor), forms, symbol)


# Exact by the international yard and pound agreement of 1959 (US and imperial gallons differ).
UNITS = (
    _u("mph", "speed", "1.609344", r"mph|m\.p\.h\.|miles?[ -](?:per|an)[ -]hour", "mph"),
    _u("km/h", "speed", "1", r"km/h|kmh|kph|kmph|kilomet(?:er|re)s?[ -](?:per|an)[ -]hour", "km/h"),
    _u("knot", "speed", "1.852", r"knots?"),
    _u("square mile", "area", "2.589988110336", r"square[ -]miles?|sq\.? ?mi(?:les)?"),
    _u("square kilometre", "area", "1", r"square[ -]kilomet(?:er|re)s?|square[ -]km|sq\.? ?km|km²|km2"),
    _u("square foot", "area", "0.00000009290304", r"square[ -](?:foot|feet)|sq\.? ?ft"),
    _u("square metre", "area", "0.000001", r"square[ -]met(?:er|re)s?|sq\.? ?m|m²|m2"),
    _u("hectare", "area", "0.01", r"hectares?|ha"),
    _u("acre", "area", "0.0040468564224", r"acres?"),
    _u("mile", "length", "1.609344", r"miles?|mi", "mi"),
    _u("kilometre", "length", "1", r"kilomet(?:er|re)s?|kms?", "km"),
    _u("metre", "length", "0.001", r"met(?:er|re)s?|m", "m"),
    _u("centimetre", "length", "0.00001", r"centimet(?:er|re)s?|cms?", "cm"),
    _u("millimetre", "length", "0.000001", r"millimet(?:er|re)s?|mm", "mm"),
    _u("yard", "length", "0.0009144", r"yards?|yds?", "yd"),
    _u("foot", "length", "0.0003048", r"foot|feet|ft", "ft"),
    _u("inch", "length", "0.0000254", r"inch(?:es)?|in(?=\s*\))", "in"),
    _u("tonne", "mass", "1000", r"tonnes?|metric[ -]tons?", "t"),
    _u("ton", "mass", "907.18474", r"tons?"),
    _u("kilogram", "mass", "1", r"kilogram(?:me)?s?|kilos?|kgs?", "kg"),
    _u("gram", "mass", "0.001", r"gram(?:me)?s?|g", "g"),
    _u("pound", "mass", "0.45359237", r"lbs?"),
    _u("ounce", "mass", "0.028349523125", r"ounces?|oz"),
    _u("stone", "mass", "6.35029318", r"stone"),
    _u("litre", "volume", "1", r"lit(?:er|re)s?"),
    _u("gallon", "volume", "3.785411784", r"gallons?"),
    _u("barrel", "volume", "158.987294928", r"barrels?|bpd"),
    _u("megawatt", "power", "1", r"megawatts?|MW", "MW"),
    _u("gigawatt", "power", "1000", r"gigawatts?|GW", "GW"),
    _u("kilowatt", "power", "0.001", r"kilowatts?|kW", "kW"),
)
_BY_FORM = [(re.compile(rf"[  \u2009-]?(?:{u.forms})(?![\w/²])", re.IGNORECASE), u) for u in UNITS]
_BY_NAME = {u.name: u for u in UNITS}
_ANY = re.compile(rf"[  \u2009-]?(?:{'|'.join(u.forms for u in UNITS)})(?![\w/²])", re.IGNORECASE)


def unit_at(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit written at the offset, after at most one space or hyphen, and the offset of its end."""
    if not _ANY.match(text, at):
        return None
    found = [(m.end(), u) for form, u in _BY_FORM if (m := form.match(text, at))]
    if not found:
        return None
    end, unit = max(found, key=lambda f: f[0])
    # "5 m" and "5 in" are rarely units where a space stands between; "£5m" is a million.
    return (unit, end)


def unit_named(name: str) -> Unit | None:
    return _BY_NAME.get(name)


def in_base(value: Decimal, unit: str) -> tuple[str, Decimal] | None:
    """Dimension and value in its base unit: ("length", 61.15) for 38 miles. None for an unknown unit."""
    known = _BY_NAME.get(unit)
    return (known.dimension, value * known.factor) if known else None


def to_celsius(value: Decimal, unit: str) -> Decimal:
    """A temperature in degrees Celsius; ``unit`` is C, F or K."""
    if unit == "F":
        return (value - 32) * 5 / 9
    return value - Decimal("273.15") if unit == "K" else value


CURRENCY_SIGNS = {"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "A$": "AUD", "C$": "CAD",
                  "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "R$": "BRL", "AU$": "AUD", "CA$": "CAD", "₩": "KRW", "₽": "RUB",
                  "₦": "NGN", "₪": "ILS", "₺": "TRY", "₱": "PHP"}  # fmt: skip
SIGN_PATTERN = r"(?:(?:US|AU|CA|NZ|HK|[ACSR])?\$|[£€¥₹₩₽₦₪₺₱])"
# Words for money that take a sign before the figure; words without one (yen, rupees, cents) stay words.
CURRENCY_WORDS = {"dollar": "USD", "dollars": "USD", "pound": "GBP", "pounds": "GBP", "euro": "EUR", "euros": "EUR"}
SIGNS = {"USD": "$", "GBP": "£", "EUR": "€"}
MONEY_WORD = (
    r"(?:US |U\.S\. |American )dollars?|dollars?|pounds? sterling|(?:British )?pounds?|euros?|US\$|USD|GBP|EUR|yen|yuan"
    r"|rupees?|roubles?|rubles?|francs?|pesos?|rands?|kron(?:a|e|or|er)|dirhams?|riyals?|shillings?|cents?|pence|won|naira"
)
MONEY_CODES = {"us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "dollar": "USD", "pound sterling": "GBP",
               "british pound": "GBP", "pound": "GBP", "euro": "EUR", "us$": "USD", "usd": "USD", "gbp": "GBP", "eur": "EUR",
               "yen": "JPY", "yuan": "CNY", "rupee": "INR", "rouble": "RUB", "ruble": "RUB", "cent": "cent", "pence": "pence"}  # fmt: skip


def money_code(words: str) -> str:
    """The currency a word names: "USD" for "dollars"; the word itself where the table has none."""
    word = " ".join(words.lower().split())
    word = word.replace("pounds sterling", "pound sterling")
    return MONEY_CODES.get(word) or MONEY_CODES.get(word.removesuffix("s")) or word.removesuffix("s")

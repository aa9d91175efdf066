"""Sums that a sentence tells in words of its own: "8.4 million, 1.2 million more than the 7.4 million of 2023"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of, rounded_like
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Edit, Flag

_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
_LETTERS = {"count": "c", "money": "m", "measure": "c", "percent": "p", "points": "q", "ratio": "r", "temperature": "t", "age": "c"}  # fmt: skip
_W = r"(?:[\w’'-]+ ){0,6}?"
_FRACTION = (
    rf"(?<!than )(?:about |around |roughly |almost |nearly |some )?(?:an?|one)[ -](?P<part>{'|'.join(_FRACTIONS)})"
)
_RISE = r"(?:up|rise|rises|rose|risen|climb(?:s|ed)?|jump(?:s|ed)?|increase[sd]?|raised|grew|grown|fall|falls|fell|fallen|drop(?:s|ped)?|cut|reduced|down|lowered)"


@dataclass(frozen=True, slots=True)
class _Rule:
    """``told`` is the figure that the others make; ``made`` makes it; ``slack`` is how far a fair rounding may be off, of its value."""

    pattern: re.Pattern[str]
    told: str
    made: Callable[[dict[str, Decimal], re.Match[str]], Decimal]
    shown: str
    slack: str = "0"


def _rule(
    pattern: str, told: str, made: Callable[[dict[str, Decimal], re.Match[str]], Decimal], shown: str, slack: str = "0"
) -> _Rule:
    # In a pattern {a:c} is a figure that counts, under the name a; other letters are the kinds above.
    named = re.sub(r"\{(\w+):(\w+)\}", lambda m: rf"\u27e6(?P<{m[1]}>[{m[2]}]\d+)\u27e7", pattern)
    return _Rule(re.compile(named.replace("~", _W)), told, made, shown, slack)


def _part(m: re.Match[str]) -> Decimal:
    """What to divide by for the fraction's part."""
    shares = {"two-thirds": Decimal("1.5"), "three-quarters": Decimal(4) / 3, "a third": Decimal(3)}
    return shares.get(m["part"]) or Decimal(_FRACTIONS[m["part"]])


_RULES = (
    _rule(r"{a:cm}[^.;\u27e6]{0,30},? {d:cm} (?:more|higher|longer|taller|heavier|bigger|larger) than (?:the |its |their |his |her )?(?:previous |earlier )?{b:cm}", "d", lambda v, m: v["a"] - v["b"], "{a} − {b}"),
    _rule(r"{a:cm}[^.;\u27e6]{0,30},? {d:cm} (?:fewer|less|lower|shorter|smaller|lighter|below) than (?:the |its |their |his |her )?(?:previous |earlier )?{b:cm}", "d", lambda v, m: v["b"] - v["a"], "{b} − {a}"),
    _rule(rf"\b{_RISE} (?:by )?{{d:cmt}},? from {{a:cmt}} ~to {{b:cmt}}", "d", lambda v, m: abs(v["b"] - v["a"]), "{a} to {b}"),
    _rule(r"\bfrom {a:t} ~to (?:minus )?{b:t}[^.;]{0,30}?,? an? (?:drop|fall|rise|difference|range|swing) of {d:tc}", "d", lambda v, m: abs(v["b"] - v["a"]), "{a} to {b}"),
    _rule(rf"{{a:cm}} ~[\w’'-]+, {_FRACTION} of (?:them|these|those|it|whom|which|the total|the whole)(?:,? or|,) {{b:cm}}", "b", lambda v, m: v["a"] / _part(m), "{a} ÷ {n}", "0.08"),
    _rule(rf"{{b:cm}}[^.;\u27e6]{{0,30}},? (?:or )?{_FRACTION} of (?:its|the|their|his|her)[^.;,\u27e6]{{0,40}}? {{a:cm}}", "b", lambda v, m: v["a"] / _part(m), "{a} ÷ {n}", "0.08"),
    _rule(r"{b:c}[^.;\u27e6]{0,30},? (?:or )?(?:about |nearly |almost )?{i:c} in {k:c} of (?:its|the|their)[^.;,\u27e6]{0,40}? {a:c}", "b", lambda v, m: v["a"] * v["i"] / v["k"], "{a} × {i} ÷ {k}", "0.12"),
    _rule(r"{m:m}[^.;\u27e6]{0,40}\b(?:split|shared|divided|shared out) (?:equally |evenly )?(?:between |among |by )?(?:the |its )?{k:c} (?:ways|people|winners|workers|heirs|siblings|children|players|brothers|sisters)[^.;\u27e6]{0,30}\beach (?:\w+ ){0,2}{s:m}|{m2:m}[^.;\u27e6]{0,40}\b(?:split|shared|divided) (?:equally |evenly )?{k2:c} ways[^.;\u27e6]{0,30}{s2:m} each", "s", lambda v, m: v["m"] / v["k"], "{m} ÷ {k}", "0.02"),
    _rule(r"{n:c} of the {s:c} seats, ~{d:c} (?:more|fewer|short|less)(?: seats)? (?:than|of) ~(?:majority|needs?|needed)", "d", lambda v, m: abs(v["n"] - (v["s"] // 2 + 1)), "{n} and a majority of {w}"),
    _rule(r"{k:c} of the {n:c} (?:judges|justices|members|jurors|councillors|commissioners|directors) (?:dissented|voted against|opposed|disagreed)[^.;\u27e6]{0,40}{r:r}", "r", lambda v, m: v["n"] - v["k"], "{n} − {k}"),
    _rule(r"{b:m}[^.;\u27e6]{0,20}, or {p:p},?[^.;\u27e6]{0,12} (?:on|of) an? {a:m}|\bon an? {a2:m} [^.;\u27e6]{0,30}{b2:m}, or {p2:p}", "p", lambda v, m: v["b"] / v["a"] * 100, "{b} of {a}", "0.06"),
    _rule(r"{p:p}: (?:of|out of) (?:the )?{a:c} [^.;\u27e6]{1,40}, {b:c}", "p", lambda v, m: v["b"] / v["a"] * 100, "{b} of {a}", "0.04"),
    _rule(r"{a:c} ~in {g:c} (?:games|matches|tests|innings|appearances|starts|races|outings)[,;:—–] ?(?:with )?{x:c} [^.;,\u27e6]{3,30}?(?:at home|away|on the road)[^.;,\u27e6]{0,12} and {y:c} (?:away|at home|on the road)\b", "a", lambda v, m: v["x"] + v["y"], "{x} + {y}"),
    _rule(r"{a:c} ~a day (?:in|during) (?P<month>January|March|April|May|June|July|August|September|October|November|December),? (?:or|for) (?:about |some )?{b:c} (?:for|in|over) the month", "b", lambda v, m: v["a"] * (30 if m["month"] in ("April", "June", "September", "November") else 31), "{a} × the days of the month", "0.06"),
    _rule(r"{p:p} (?:full|charged|complete)\b[^\u27e6]{0,60}\b(?:lost|fell(?: by)?|dropped(?: by)?|down) {q:q}[^\u27e6]{0,30}\b(?:at|to) {r:p}", "r", lambda v, m: v["p"] - v["q"], "{p} − {q}"),
    _rule(r"{a:cm}[^.;\u27e6]{0,12},? (?:up|down) {d:cm} (?:from|on) (?:the |its )?{b:cm}", "d", lambda v, m: abs(v["a"] - v["b"]), "{a} and {b}"),
    _rule(r"\b(?:sales|revenues?|income|turnover|takings|earnings) of {a:m} and (?:costs|spending|expenses|outgoings|expenditure) of {b:m}[^.;\u27e6]{0,20}\b(?:profit|surplus|loss|deficit)[^.;\u27e6]{0,10}{d:m}", "d", lambda v, m: abs(v["a"] - v["b"]), "{a} − {b}"),
    _rule(r"{a:cm}[^.;\u27e6]{0,12},? {d:cm} (?:above|below|over|under|past|beyond|short of|off) (?:the |its |his |her )?(?:previous |old |earlier |former )?(?:[a-z]+ ){0,2}of {b:cm}", "d", lambda v, m: abs(v["a"] - v["b"]), "{a} and {b}"),
    _rule(r"\b(?:narrowed|widened|cut|fell|fallen|rose|risen|grew|grown|shrunk|shrank|reduced|increased|extended|stretched) from {a:cmq} ~to {b:cmq}[^.;\u27e6]{0,12}, (?:or )?by {d:cmq}", "d", lambda v, m: abs(v["a"] - v["b"]), "{a} to {b}"),
    _rule(r"{a:cm} [\w ]{1,30}?\b(?:over|in|during|across) {k:c} (?P<unit>day|week|month|year|hour|game|match|race|night)(?:e?s),? (?:or |an average of |on average |about |some |nearly |around |almost )*{r:cm} (?:a|per|each|every) (?P=unit)\b", "r", lambda v, m: v["a"] / v["k"], "{a} ÷ {k}", "0.15"),
    _rule(r"{a:c} (?:members|voters|workers|shareholders|staff|electors)[^.;\u27e6]{0,40}{p:p}[^.;,\u27e6]{0,30}[;,:–—][^.\u27e6]{0,20}{b:c} (?:ballots|votes|people|members|voted)", "p", lambda v, m: v["b"] / v["a"] * 100, "{b} of {a}", "0.04"),
    _rule(r"\b(?:seats?|holds?|capacity (?:is|of)) {a:c}[^.;\u27e6]{0,20}\b(?P<part>half|two-thirds|three-quarters|a third)[ -]full[^.;\u27e6]{0,12}{b:c}", "b", lambda v, m: v["a"] / _part(m), "{a} × {n}", "0.12"),
    _rule(r"{b:cm} [^.;\u27e6]{0,35}, or {p:p} of (?:its|the|their|his|her)[^.;,\u27e6]{0,30}? of {a:cm}", "p", lambda v, m: v["b"] / v["a"] * 100, "{b} of {a}", "0.06"),
    _rule(r"\b(?:built|designed|meant|made|licensed|intended) (?:for|to hold) {a:c}[^.;\u27e6]{0,25}{b:c}, (?:or )?{p:p} (?:more|over|above|too many)", "p", lambda v, m: (v["b"] - v["a"]) / v["a"] * 100, "{a} to {b}", "0.06"),
    _rule(r"\bserved {k:c} (?:years|months) of (?:an?|his|her|the) {n:c}-(?:year|month)[^.;\u27e6]{0,30}{r:c} (?:years |months )?(?:left|to go|to serve|remaining)", "r", lambda v, m: v["n"] - v["k"], "{n} − {k}"),
    _rule(r"{p:p}, so (?:that )?an? {a:m} [\w ]{2,20}? (?:will|would) (?:now )?(?:cost|be) {b:m}", "b", lambda v, m: v["a"] * (1 + v["p"] / 100), "{a} + {p}%", "0.012"),
    _rule(r"{a:c} of (?:the|its) [^.;\u27e6]{0,20}{b:c} [^.;,\u27e6]{1,20}, or (?:about |nearly |almost )?{i:c} in {k:c}\b", "k", lambda v, m: v["b"] * v["i"] / v["a"], "{b} ÷ {a}", "0.15"),
)  # fmt: skip


@check(
    title="The sum in the sentence does not work",
    catches="8.4 million, 1.2 million more than the 7.4 million of 2023; a fifth of 4,400, or 1,100; £48m split three ways, £12m each.",
    why="The figures stand side by side, and readers work them out.",
    source="Reuters Handbook, figures; AP Stylebook, numerals",
    category="number_consistency", severity="must",
    examples=[
        bad("The pit gave 6.3 million tonnes, [1.5 million] more than the 5.3 million of 2023.", fixed="The pit gave 6.3 million tonnes, 1 million more than the 5.3 million of 2023."),
        bad("The fare will go up [30 pence], from £2.10 to £2.50.", fixed="The fare will go up 40 pence, from £2.10 to £2.50."),
        bad("The firm has 8,400 staff, a third of them, or [2,100], in Spain.", fixed="The firm has 8,400 staff, a third of them, or 2,800, in Spain."),
        bad("The mill cut [900] jobs, a fifth of its staff of 3,600, in May.", fixed="The mill cut 720 jobs, a fifth of its staff of 3,600, in May."),
        bad("The prize of $36 million will be split three ways, giving each [$9 million].", fixed="The prize of $36 million will be split three ways, giving each $12 million."),
        bad("The party holds 163 of the 300 seats, [15] more than it needs for a majority.", fixed="The party holds 163 of the 300 seats, 12 more than it needs for a majority."),
        bad("She has scored [25] goals in 31 games, 14 of them at home and 13 away.", fixed="She has scored 27 goals in 31 games, 14 of them at home and 13 away."),
        bad("The river rose to 6.4 meters, [1.2 meters] above the old record of 5.6 meters.", fixed="The river rose to 6.4 meters, 0.8 meters above the old record of 5.6 meters."),
        bad("The firm had sales of $540 million and costs of $485 million, for a profit of [$65 million].", fixed="The firm had sales of $540 million and costs of $485 million, for a profit of $55 million."),
        bad("The panel heard from 44 people over 11 days, about [six] a day.", fixed="The panel heard from 44 people over 11 days, about four a day."),
        bad("The union has 9,000 members, of whom [61%] voted; 6,300 ballots were cast.", fixed="The union has 9,000 members, of whom 70% voted; 6,300 ballots were cast."),
        bad("The jail was built for 500 men and holds 700, or [30%] more than it should.", fixed="The jail was built for 500 men and holds 700, or 40% more than it should."),
        good("The jail was built for 500 men and holds 700, or 40% more than it should."),
        good("The kit cost $1,900 in parts, a tenth of the price of a shop one, and less than a fifth of its staff of 60 saw it."),
        good("The panel heard from 44 people over 11 days, about four a day."),
        good("The river rose to 6.4 meters, 0.8 meters above the old record of 5.6 meters."),
        good("The pit gave 6.3 million tonnes, 1 million more than the 5.3 million of 2023."),
        good("The fare will go up 40 pence, from £2.10 to £2.50."),
        good("The firm has 8,400 staff, a third of them, or about 2,800, in Spain."),
        good("The mill cut 700 jobs, a fifth of its staff of 3,600, in May."),
        good("The prize of $36 million will be split three ways, giving each $12 million."),
        good("She has scored 27 goals in 31 games, 14 of them at home and three in the cup."),
    ],
)  # fmt: skip
def told_sums(document: Document) -> Iterator[Flag]:
    for index, figures in by_sentence(document).items():
        if len(figures) < 2:
            continue
        sentence = document.sentences[index]
        text = _written(document, figures, sentence.start, sentence.end)
        for rule in _RULES:
            for match in rule.pattern.finditer(text):
                flag = _flag(document, figures, rule, match)
                if flag:
                    yield flag


def _written(document: Document, figures: list[Figure], start: int, end: int) -> str:
    """The sentence with each figure as its kind's letter and its place in the list: "⟦m0⟧, ⟦m1⟧ more than the ⟦m2⟧"."""
    text, at = "", start
    for n, figure in enumerate(figures):
        if figure.span.start < at:
            continue
        text += document.text[at : figure.span.start]
        letter = _LETTERS.get(figure.kind)
        text += f"\u27e6{letter}{n}\u27e7" if letter else figure.span.of(document.text)
        at = figure.span.end
    return text + document.text[at:end]


def _flag(document: Document, figures: list[Figure], rule: _Rule, match: re.Match[str]) -> Flag | None:
    held = {
        name.rstrip("2"): figures[int(value[1:])]
        for name, value in match.groupdict().items()
        if value and value[1:].isdigit()
    }
    told = held.get(rule.told)
    if told is None or len({f.span for f in held.values()}) != len(held):
        return None
    if len({_unit(f) for f in held.values() if f.kind == told.kind and f.kind not in ("count", "temperature")}) > 1:
        return None
    if len({f.kind == "money" for name, f in held.items() if name in "abdr"}) > 1:
        return None  # $1,900, a tenth of the price of a new one: the last is no figure
    values = {name: _value(document, f) for name, f in held.items()}
    if any(v == 0 for v in values.values()):
        return None
    right, value = rule.made(values, match), values[rule.told]
    slack = max(Decimal(rule.slack) * abs(value), sum((_rough(f) for f in held.values()), Decimal(0)))
    if told.kind == "ratio":
        agrees = {told.value, told.upper or Decimal(0)} == {right, values["k"]}
        edits: tuple[Edit, ...] = ()
    else:
        agrees = abs(right - value) <= max(slack, told.tolerance if told.kind == "percent" else Decimal(0))
        edits = edits_of(document, (told, _as_told(told, right)))
    if agrees or right <= 0:
        return None
    names = {name: said(v) for name, v in values.items()}
    part = match.groupdict().get("part")
    extra = {"n": str(_FRACTIONS.get(part, part))} if part else {"w": said(values["s"])} if "s" in values else {}
    shown = rule.shown.format(**(names | extra))
    return Flag(
        told.span,
        f"{shown} makes {said(rounded_like(right, told))}; the story says {told.span.of(document.text)}.",
        edits=edits,
        related=tuple(f.span for name, f in held.items() if name != rule.told),
    )


def _rough(figure: Figure) -> Decimal:
    """How far a rounded or hedged figure may be off; "more than the 7.4 million" and "over 11 days" do not hedge."""
    hedged = not figure.exact and figure.hedge != "over" and not figure.hedge.endswith("than")
    return figure.step if hedged else figure.step / 2 if figure.scale else Decimal(0)


def _unit(figure: Figure) -> str:
    return {"pence": "GBP", "cents": "USD", "cent": "USD", "p": "GBP"}.get(figure.unit, figure.unit)


def _value(document: Document, figure: Figure) -> Decimal:
    """The value, below nought behind "minus", pence and cents in pounds and dollars."""
    if figure.kind == "temperature" and re.search(r"(?:minus |[-−])$", document.text[: figure.span.start][-7:]):
        return -abs(figure.value)
    return figure.value / 100 if _unit(figure) != figure.unit else figure.value


def _as_told(told: Figure, right: Decimal) -> Decimal:
    value = right * 100 if _unit(told) != told.unit else right
    return value if value == value.to_integral_value() else rounded_like(value, told)

"""A fall or rise by a number, or a share, to another number: the share has to be that of what there was before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Edit, Flag, Span

_SHARES = {
    "a tenth": Decimal("0.1"), "a ninth": Decimal(1) / 9, "an eighth": Decimal("0.125"), "a seventh": Decimal(1) / 7, "a sixth": Decimal(1) / 6, "a fifth": Decimal("0.2"),
    "a quarter": Decimal("0.25"), "a third": Decimal(1) / 3, "two-fifths": Decimal("0.4"), "half": Decimal("0.5"), "three-fifths": Decimal("0.6"),
    "two-thirds": Decimal(2) / 3, "two thirds": Decimal(2) / 3, "three-quarters": Decimal("0.75"), "three quarters": Decimal("0.75"),
}  # fmt: skip
_SHARE = re.compile(rf"[,(—–]\s*(?:or )?(?:about |nearly |almost |more than |some )?(?P<share>{'|'.join(_SHARES)}|(?P<percent>\d+(?:\.\d+)?)(?:%| per ?cent))\s*[,)—–]", re.IGNORECASE)  # fmt: skip
_FELL = re.compile(r"\b(?:fell|fall\w*|shr[aiu]nk\w*|dropped|drop|declin\w+|decreas\w+|down|cut|cuts|reduc\w+|lower\w*|los[te]|slipped|dwindl\w+|slump\w*|tumbl\w*)\b", re.IGNORECASE)  # fmt: skip
_ROSE = re.compile(r"\b(?:rose|ris\w+|gr[eo]w\w*|increas\w+|climb\w*|jump\w*|up|gain\w*|swell\w*|swelled|surg\w+|add\w*)\b", re.IGNORECASE)  # fmt: skip


@check(
    title="The share does not fit the change",
    catches="shrunk by 600,000 animals, or a quarter, to 5.4 million: 600,000 of 6 million is a tenth.",
    why="By how many, by what share and to what number must agree.",
    source="Reuters Handbook, figures, percentages",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The herd has shrunk by 90, or [a quarter], to 810.", fixed="The herd has shrunk by 90, or a tenth, to 810."),
        bad("Staff numbers fell by 400, or [15%], to 1,600.", fixed="Staff numbers fell by 400, or 20%, to 1,600."),
        bad("Membership grew by 300 (or [a third]), to 1,500.", fixed="Membership grew by 300 (or a quarter), to 1,500."),
        good("The herd has shrunk by 90, or a tenth, to 810."),
        good("Staff numbers fell by 400, or 20%, to 1,600."),
        good("Sales fell by 40, a fifth, and staff of 12 went to 900 homes."),
    ],
)  # fmt: skip
def shrunk_share(document: Document) -> Iterator[Flag]:
    figures = by_sentence(document)
    for sentence in document.body_sentences():
        match = _SHARE.search(document.text, sentence.start, sentence.end)
        if match is None:
            continue
        lead = document.text[sentence.start : match.start()]
        here = [f for f in figures.get(sentence.i, ()) if f.kind in ("count", "money", "measure")]
        by = [
            f
            for f in here
            if f.span.end <= match.start() + 1
            and re.search(
                r"\bby (?:about |some |nearly |almost |more than )?$",
                document.text[max(0, f.span.start - 20) : f.span.start],
            )
        ]
        to = [
            f
            for f in here
            if f.span.start >= match.end()
            and re.fullmatch(r"[\s,]*to (?:about |some |just |nearly )?", document.text[match.end() : f.span.start])
        ]
        if not by or not to or match.start() - by[-1].span.end > 30 or by[-1].kind != to[0].kind:
            continue
        fell, rose = bool(_FELL.search(lead)), bool(_ROSE.search(lead))
        if fell == rose:
            continue
        before = to[0].value + by[-1].value if fell else to[0].value - by[-1].value
        if before <= 0:
            continue
        true = by[-1].value / before
        told = Decimal(match["percent"]) / 100 if match["percent"] else _SHARES[match["share"].lower()]
        if abs(true - told) <= max(Decimal("0.012"), told * Decimal("0.08")):
            continue
        span = Span(*match.span("share"))
        yield Flag(
            span,
            f"{said(by[-1].value)} of {said(before)} is {said(round(true * 100, 1))}%.",
            edits=tuple(Edit.replace(span, w, safe=False) for w in _words(document, true, bool(match["percent"]))),
            related=(by[-1].span, to[0].span),
        )


def _words(document: Document, share: Decimal, percent: bool) -> Iterator[str]:
    name = min(_SHARES, key=lambda s: abs(_SHARES[s] - share))
    exact = f"{int((share * 100).to_integral_value())}%"
    named = abs(_SHARES[name] - share) < Decimal("0.02")
    if percent:
        yield exact
    if named:
        yield name
    if not percent:
        yield exact
        yield f"about {name}"

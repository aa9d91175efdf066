"""Two parts told after their total: the crash hurt 21, and further on 17 passengers and five of the crew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.checks.consistency._nouns import counts_people
from app.facts.document import Document, Sentence
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Flag

_HURT, _DEAD = r"injur\w+|hurt\w*|wound\w+", r"kill\w*|dead|died|dies|deaths|victims"
_HELD = r"arrest\w*|detain\w*|held"
_LOST, _SAVED = r"missing|disappear\w*", r"rescued|saved|survivors|survived"
# "17 of the injured were passengers and five were crew": no more than the injured there are.
_WERE = re.compile(
    r"\u27e6(?P<a>\d+)\u27e7 of the (?:(?P<hurt>injured|hurt|wounded)|(?P<dead>dead|victims|killed)|(?P<held>arrested|detained|detainees)|(?P<lost>missing)|(?P<saved>rescued|survivors|saved))"
    r" (?:were|are|came|was)\b[^.;:\u27e6]{2,40}?(?:,|\band\b) \u27e6(?P<b>\d+)\u27e7(?= (?:of them )?(?:were|are|came|was)\b| [a-z]+[,.])",
    re.IGNORECASE,
)
_CLASSES = {"hurt": _HURT, "dead": _DEAD, "held": _HELD, "lost": _LOST, "saved": _SAVED}
_ALL = re.compile(
    r"\ball (?:of (?:them|those aboard|those on board)|aboard|on board)\s?[,:(—–]\s?\u27e6(?P<a>\d+)\u27e7 (?:[A-Z]\w+|women|men|adults|girls|boys|crew|passengers|children)(?: \w+)? and \u27e6(?P<b>\d+)\u27e7 (?:[A-Z]\w+|women|men|adults|girls|boys|crew|passengers|children)\b(?! and\b)",
)
_FIRST = re.compile(
    r"\bthe first (?:\w+ ){0,2}?(?:held|had|contained|carried|took|hid|had in it|was carrying|brought|seated|killed|hurt|injured) \u27e6(?P<a>\d+)\u27e7[^.;:\u27e6]{1,30}? and the (?:second|other)(?: \w+){0,2} \u27e6(?P<b>\d+)\u27e7(?=[,. ])",
    re.IGNORECASE,
)


@check(
    title="Two parts make another total",
    catches="a crash that hurt 21, and further on: 17 of the injured were passengers and five were crew.",
    why="Readers add up, and the total is what they remember.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must",
    examples=[
        bad("The fire hurt 31 people, the mayor said.\n\nTwenty of the injured were guests and [12] were staff, she said.", fixed="The fire hurt 31 people, the mayor said.\n\nTwenty of the injured were guests and 11 were staff, she said."),
        bad("The tug had 16 crew on board. Fishermen took off all of them, 11 Greeks and [six] Turks, in boats.", fixed="The tug had 16 crew on board. Fishermen took off all of them, 11 Greeks and five Turks, in boats."),
        bad("Customs found 80 parrots at the port.\n\nThe first crate held 45 parrots and the second [37], officers said.", fixed="Customs found 80 parrots at the port.\n\nThe first crate held 45 parrots and the second 35, officers said."),
        good("The fire hurt 31 people, the mayor said.\n\nTwenty of the injured were guests and 11 were staff, she said."),
        good("The fire hurt 31 people, the mayor said.\n\nTwenty of the injured were guests and four were children."),
        good("The fire hurt at least 31 people.\n\nTwenty of the injured were guests and 12 were staff."),
        good("Customs found 80 parrots at the port and 60 more inland.\n\nThe first crate held 25 finches and the second 37, officers said."),
    ],
)  # fmt: skip
def two_parts_of_earlier(document: Document) -> Iterator[Flag]:
    sentences = by_sentence(document)
    for sentence in document.body_sentences():
        figures = [f for f in sentences.get(sentence.i, ()) if f.kind == "count"]
        if len(figures) < 2:
            continue
        text = _numbered(document, sentence, figures)
        for form in (_WERE, _ALL, _FIRST):
            match = form.search(text)
            if match is None:
                continue
            parts = (figures[int(match["a"])], figures[int(match["b"])])
            totals = _totals(document, form, match, parts, sentence)
            values = {t.value for t in totals}
            added = parts[0].value + parts[1].value
            if len(values) != 1 or added in values or not all(f.exact for f in (*totals, *parts)):
                continue
            total = totals[0].value
            if abs(added - total) > max(Decimal(2), total / 8) or (form is _WERE and added < total):
                continue
            yield Flag(
                parts[1].number,
                f"{said(parts[0].value)} + {said(parts[1].value)} = {said(added)}; the story has told of {said(total)}.",
                edits=edits_of(
                    document, (parts[1], total - parts[0].value), (parts[0], total - parts[1].value), (totals[-1], added)
                ),
                related=(parts[0].span, *(t.span for t in totals)),
            )  # fmt: skip


def _numbered(document: Document, sentence: Sentence, figures: list[Figure]) -> str:
    """The sentence with each count as its place in the list: "⟦0⟧ of the injured"."""
    text, at = "", sentence.start
    for n, figure in enumerate(figures):
        if figure.number.start < at:
            continue
        text += f"{document.text[at : figure.number.start]}\u27e6{n}\u27e7"
        at = figure.number.end
    return text + document.text[at : sentence.end]


def _totals(
    document: Document, form: re.Pattern[str], match: re.Match[str], parts: tuple[Figure, Figure], sentence: Sentence
) -> list[Figure]:
    """Figures told before, above each part, that count the same people or things."""
    before = [
        f for f in document.figures if f.kind == "count" and f.value > max(p.value for p in parts)
        and (f.span.end <= sentence.start or (f.sentence == sentence.i and f.span.end <= parts[0].span.start))
    ]  # fmt: skip
    if form is _WERE:
        name = next(k for k in _CLASSES if match[k])
        told = re.compile(rf"\b(?:{_CLASSES[name]})\b", re.IGNORECASE)
        return [f for f in before if _beside(document, told, f)]
    if form is _ALL:
        near = [f for f in before if f.sentence >= sentence.i - 2 and (counts_people(f) or f.noun in ("crew", "hand"))]
        return near[-1:]
    return [f for f in before if f.noun and f.noun == parts[0].noun]


def _beside(document: Document, told: re.Pattern[str], figure: Figure) -> bool:
    """Whether it says so many hurt: "injuring 21 people", "21 people were hurt"."""
    text, span = document.text, figure.span
    led = re.search(r"(\w+)\s(?:about |some )?$", text[max(0, span.start - 25) : span.start])
    follows = re.match(r"(?:\s[\w-]+){0,3}", text[span.end : span.end + 40])
    return bool((led and told.fullmatch(led[1])) or (follows and told.search(follows.group())))

"""A headline kills where the story only injures; it admits what the story denies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_DEATH = re.compile(
    r"\b(?P<word>kills|killed|kill|dead|dies|died|slays|slain|fatally (?:shot|stabbed|injured))\b", re.IGNORECASE
)
_DEATHS = re.compile(
    r"\b(?:die|dies|died|dying|dead|deadly|deaths?|kill\w*|fatal\w*|murder\w*|bod(?:y|ies)|funeral|perish\w*|slain|slay\w*|homicide|drown\w*|manslaughter|tribut\w*"
    r"|obituar\w*|mourn\w*|toll|suicide|execut\w*|assassin\w*|succumb\w*|passed away|grave|remains|coroner|inquest|lost (?:his|her|their) (?:life|lives)|claimed (?:the )?lives|late|widow\w*|wreckage|no survivors|lives)\b",
    re.IGNORECASE,
)
_INJURY = re.compile(
    r"\b(?P<word>injur(?:ed|ing|ies|y)|wounded|hurt|serious condition|critical condition|taken to (?:a |the )?hospital|in (?:a |the )?hospital|hospitali[sz]ed|missing)\b",
    re.IGNORECASE,
)
_INSTEAD = {"kills": ("injures", "hurts"), "killed": ("injured", "wounded", "hurt"), "kill": ("injure", "hurt"), "dead": ("hurt", "injured"),
            "dies": ("hurt", "injured"), "died": ("hurt", "injured"), "slain": ("wounded",), "slays": ("wounds",)}  # fmt: skip
_NOT_PEOPLE = re.compile(
    r"\b(?:kills?|killed|dies|dead)\s+(?:\w+\s)?(?:off\s|bill|plan|deal|talks|measure|amendment|hopes?|project|proposal|idea|vote|heat|end|sea|zone|motion)|\b(?:bill|plan|deal|measure|proposal|hopes?)\s+(?:is\s)?(?:killed|dead|dies)",
    re.IGNORECASE,
)


@check(
    title="Killed, or hurt?",
    catches="Bus crash kills 12, above a story in which it injured 12.",
    why="Families read headlines.",
    source="Reuters Handbook, headlines, accuracy",
    category="headline", severity="must",
    examples=[
        bad("Bus crash [kills] 12 in Ohio\n\nA bus crash injured 12 people in Ohio on Monday, police said.\n\nThe bus was new.",
            fixed="Bus crash injures 12 in Ohio\n\nA bus crash injured 12 people in Ohio on Monday, police said.\n\nThe bus was new."),
        bad("Two [dead] after blast\n\nTwo people are in hospital with serious injuries after a blast.\n\nThe street was shut.",
            fixed="Two hurt after blast\n\nTwo people are in hospital with serious injuries after a blast.\n\nThe street was shut."),
        good("Bus crash kills 12 in Ohio\n\nA bus crash in Ohio left 12 people dead and 20 injured.\n\nThe bus was new."),
        good("Senate kills farm bill\n\nThe farm bill failed in the Senate on Monday.\n\nA senator who had hurt his leg voted by phone."),
        good("Bus crash injures 12\n\nA bus crash injured 12 people in Ohio.\n\nThe bus was new."),
    ],
)  # fmt: skip
def death_or_injury(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    body = [b for b in document.blocks if b.is_body]
    if headline is None or not body:
        return
    head = headline.span.of(document.text)
    match = _DEATH.search(head)
    story = document.text[body[0].start : body[-1].end]
    injury = _INJURY.search(story)
    if not match or not injury or _DEATHS.search(story) or _NOT_PEOPLE.search(head):
        return
    span = Span(*match.span("word")).shift(headline.start)
    words = _INSTEAD.get(match["word"].lower(), ())
    if "wound" in injury.group().lower():
        words = tuple(sorted(words, key=lambda w: not w.startswith("wound")))
    yield Flag(
        span,
        f"Nobody dies in the story; it has “{injury.group()}”.",
        edits=tuple(Edit.replace(span, w.capitalize() if match["word"][0].isupper() else w, safe=False) for w in words),
        related=(Span(*injury.span()).shift(body[0].start),),
        severity=Severity.MUST,
    )

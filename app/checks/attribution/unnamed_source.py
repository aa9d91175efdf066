"""A source without a name, and no reason why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.attributions import Attribution
from app.facts.document import Document
from app.flags.flag import Flag, Span

_REASON = re.compile(
    r"\b(?:anonym\w+|(?:not|nor|without|declin\w+|refus\w+) (?:to be |being |be |wish(?:ing)? to be )?(?:named|identified|quoted)|"
    r"not (?:to )?(?:name|identify|use) (?:him|her|them|his|their)|(?:not|n't|un)[ -]?authori[sz]ed|withh[eo]ld|"
    r"whose name|name (?:has been|was) (?:changed|withheld)|gave only (?:his|her|their)|fear(?:s|ed|ing)? (?:of )?(?:repris|retali|for (?:his|her|their))\w*|"
    r"on background|(?:speak|spoke|speaking|talk) (?:publicly|on the record|freely)|for legal reasons|under (?:embargo|ground rules|rules)|"
    r"only (?:his|her|their) (?:first|given) names?)\b",
    re.IGNORECASE,
)
_HEADS = frozenset(
    """source sources official aide adviser advisor diplomat executive insider staffer operative strategist lawmaker banker
    person people manager employee associate confidant lieutenant colleague minister bureaucrat negotiator investigator
    commander lawyer attorney director trader backbencher mp councillor councilor legislator senator congressman ambassador
    whistleblower informant detective engineer officer figure""".split()
)
_PLURAL_HEADS = frozenset("sources insiders".split())
_ONE = frozenset("a an one another two three several some".split())
_CLOSE = re.compile(
    r"\b(?:familiar with|close to|with knowledge of|briefed on|involved in|with direct knowledge|inside|within|at)\b",
    re.IGNORECASE,
)
# A lawyer speaks for a client who is named, as a spokesman does.
_SPEAKS_FOR = re.compile(
    r"\b(?:lawyers?|attorneys?|solicitors?|barristers?|agents?) (?:for|representing)\b", re.IGNORECASE
)
_GROUPS = re.compile(
    r"\b(?:officials|executives|aides|advisers|advisors|diplomats|employees|ministers|lawmakers|insiders|figures|staff|managers|bankers)"
    r" (?:\w+ )?(?:familiar with|close to|with (?:direct )?knowledge of|briefed on|inside)\b",
    re.IGNORECASE,
)
_REQUESTS = frozenset("ask asked asks asking urge urged order ordered invite invited".split())
_WITNESS = re.compile(r"\b(?:Reuters|AP|BBC|Guardian|Associated Press)\b")


@check(
    title="Unnamed source without a reason",
    catches="“An official said”, “a person at the company said”: no name, and no word of why.",
    why="A reader cannot weigh a source that is not named; say why, and how the source comes to know.",
    source="AP Statement of News Values, Anonymous sources; Reuters Handbook, Sources; Guardian editorial code, Anonymous quotations",
    category="attribution",
    severity="must",
    examples=[
        bad("[A person at the airline] said pilots had been warned twice."),
        bad("“It will never pass,” said [one senate aide]."),
        bad("[An official close to the inquiry] said two men had been questioned."),
        bad("The plant will shut in June, according to [a source]."),
        bad("[Sources] said the striker had signed on Friday."),
        bad("[Executives close to the deal] said it would be signed in May."),
        bad("[A senior figure in the party] said the leader would go."),
        good("Two aides asked the clerk to delete the file."),
        good("A lawyer for the driver said he would appeal."),
        bad("The merger is dead, [two people familiar with the talks] said."),
        good("A person at the airline, who asked not to be named because he feared for his job, said pilots had been warned twice."),
        good("“It will never pass,” said one senate aide, who was not authorised to speak publicly."),
        good("A spokesman for the airline said pilots had been warned twice."),
        good("Police officials said two men had been questioned."),
        good("The official said two men had been questioned."),
        good("An official, Maria Santos, said two men had been questioned."),
        good("A senior official at the ministry told the BBC on condition of anonymity that talks had failed. The official said they would not resume."),
        good("A witness said the bus had not stopped."),
    ],
)  # fmt: skip
def unnamed_source(document: Document) -> Iterator[Flag]:
    seen: set[int] = set()
    for said in sorted(document.attributions, key=lambda a: a.statement.start):
        if said.cue is not None and said.cue.of(document.text).lower() in _REQUESTS:
            continue
        if said.source is None or said.kind not in ("direct", "indirect", "mixed") or said.source.start in seen:
            continue
        seen.add(said.source.start)
        if document.is_quoted(said.source) or not _is_unnamed(document, said) or _has_reason(document, said):
            continue
        yield Flag(
            said.source,
            f"“{said.source.of(document.text)}” has no name, and the copy does not say why.",
        )


def _is_unnamed(document: Document, said: Attribution) -> bool:
    assert said.source is not None
    tokens = document.tokens_in(said.source)
    words = [t for t in tokens if t.is_word]
    if not words:
        return False
    text = said.source.of(document.text)
    if _GROUPS.search(text):
        return True
    head = next((t for t in words if t.lower in _HEADS), None)
    if head is None:
        return words[-1].lower in _PLURAL_HEADS and len(words) <= 3
    if _SPEAKS_FOR.search(text):
        return False
    if head.lower in _PLURAL_HEADS:
        return not _proper_after(document, said, head.i)
    one = words[0].lower in _ONE
    if head.lower == "people":
        return one and bool(_CLOSE.search(text))
    return one and not _proper_after(document, said, head.i)


def _proper_after(document: Document, said: Attribution, head: int) -> bool:
    """Whether a person's name stands in apposition: "an official, Maria Santos,"."""
    tokens = document.tokens
    after = tokens[head + 1 : head + 5]
    for n, token in enumerate(after):
        if token.text == "," or token.pos == "PROPN":
            if token.pos == "PROPN" and (n == 0 or after[n - 1].text == ","):
                return True
            continue
        break
    return False


def _has_reason(document: Document, said: Attribution) -> bool:
    """Whether the reason stands in the sentence, or in the one before or after within the paragraph."""
    assert said.source is not None
    sentence = document.sentence_at(said.source.start)
    if sentence is None:
        return True
    block = document.blocks[sentence.block]
    first = max(block.first, sentence.i - 1)
    last = min(block.last, sentence.i + 2)
    around = Span(document.sentences[first].start, document.sentences[last - 1].end)
    return bool(_REASON.search(around.of(document.text)))

"""A headline names a cause that the story only supposes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Block, Document, Token
from app.flags.flag import Edit, Flag, Severity, Span

_CAUSE = re.compile(
    r"\b(?P<cause>(?:is |are |was |were )?(?:traced to|linked to|tied to|blamed on|pinned on|caused by|due to|sparked by|started by|triggered by|killed by|stems? from|came from|comes from)"
    r"|causes|caused|sparks|sparked|triggers|triggered|starts|started|kills|killed|causing)\b",
    re.IGNORECASE,
)
_UNPROVEN = re.compile(
    r"\b(?:one of (?:several|a number of|many|two|three) (?:possib\w+|theor\w+|lines?|causes?)|possib(?:le|ility|ilities)|(?:do|does|did)(?: not|n['’]t) (?:yet )?know"
    r"|not (?:yet )?(?:known|clear|determined|established|confirmed|been (?:determined|established|confirmed|proved|proven))|unclear|unknown|await\w*|pending|under investigation"
    r"|investigat\w+|being (?:tested|examined|investigated)|no (?:cause|link|evidence|proof)|suspect(?:ed|s)?|too (?:early|soon)|cannot (?:yet )?(?:say|rule)|could have|may have|might have|whether)\b",
    re.IGNORECASE,
)
_PROVEN = re.compile(
    r"\b(?:was|were|is|has been|have been|had been)\s(?:\w+ly\s)?(?:caused|traced|started|sparked|triggered|linked|tied|blamed)\b|\b(?:caused|sparked|triggered|started|confirmed|found|showed|concluded)\b",
    re.IGNORECASE,
)


@check(
    title="Cause not proven",
    catches="Fire traced to heater, above a story in which the heater is one of several possible causes.",
    why="A cause named too early is unfair, and may be libel.",
    source="Reuters Handbook, headlines; AP Stylebook, headlines",
    category="headline", severity="must",
    examples=[
        bad("Blaze [traced to] museum's boiler\n\nA blaze gutted the museum on Sunday.\n\nInvestigators are testing the boiler, which the chief called one possible cause.",
            fixed="Blaze may be linked to museum's boiler\n\nA blaze gutted the museum on Sunday.\n\nInvestigators are testing the boiler, which the chief called one possible cause."),
        bad("Illness [caused by] school lunches\n\nDozens of pupils fell ill on Monday.\n\nIt is not yet known whether the school lunches were to blame, doctors said.",
            fixed="Illness may be linked to school lunches\n\nDozens of pupils fell ill on Monday.\n\nIt is not yet known whether the school lunches were to blame, doctors said."),
        good("Blaze traced to museum's boiler\n\nA blaze that gutted the museum was caused by its boiler, the chief said.\n\nWhether the boiler was serviced is under investigation."),
        good("Blaze may be linked to museum's boiler\n\nA blaze gutted the museum.\n\nThe boiler is one possible cause."),
        good("Storm killed by cold front\n\nA cold front broke up the storm.\n\nNobody was hurt."),
    ],
)  # fmt: skip
def cause_unproven(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    match = _CAUSE.search(document.text, headline.start, headline.end) if headline else None
    if headline is None or match is None:
        return
    lead = document.text[max(headline.start, match.start() - 24) : match.start()]
    if re.search(r"\b(?:may|might|could|possibly|reportedly|allegedly|says?|said|if)\b|[?:“\"]|(?<!\w)['‘]", lead):
        return
    things = _causes(document, headline, match.end())
    told = [
        s for s in document.body_sentences()
        if things & {t.lemma.lower() for t in document.sentence_tokens(s) if t.pos in ("NOUN", "PROPN")}
    ]  # fmt: skip
    doubts = [
        Span(s.start + m.start(), s.start + m.end()) for s in told if (m := _UNPROVEN.search(s.span.of(document.text)))
    ]
    proofs = [
        s for s in told if _PROVEN.search(s.span.of(document.text)) and not _UNPROVEN.search(s.span.of(document.text))
    ]
    if not doubts or proofs or len(doubts) * 2 < len(told):
        return
    span = Span(*match.span("cause"))
    passive = bool(re.search(r"\b(?:to|on|by|from)$", match["cause"]))
    rights = (
        ("may be linked to", "may be tied to", "may have been caused by")
        if passive
        else (f"may have {_participle(match['cause'])}",)
    )
    yield Flag(
        span,
        f"The story leaves the cause open: “{doubts[0].of(document.text)}”.",
        edits=tuple(Edit.replace(span, r, safe=False) for r in rights),
        related=tuple(doubts[:3]),
        severity=Severity.MUST if passive else Severity.SHOULD,
    )


def _causes(document: Document, headline: Block, after: int) -> set[str]:
    """The noun that the headline names as the cause: the last of its phrase, "tower" of "the hospital's cooling tower"."""
    after_it = bool(re.search(r"\b(?:to|on|by|from)$", document.text[headline.start : after]))
    tokens = document.tokens_in(Span(after, headline.end) if after_it else Span(headline.start, after))
    run: list[Token] = []
    for token in tokens:
        if run and token.pos not in ("NOUN", "PROPN", "PART", "ADJ", "VERB") and token.lower != "'s":
            break
        if token.pos in ("NOUN", "PROPN") and len(token.text) > 2:
            run.append(token)
    return {run[-1].lemma.lower()} if run else set()


def _participle(word: str) -> str:
    return {
        "causes": "caused",
        "sparks": "sparked",
        "triggers": "triggered",
        "starts": "started",
        "kills": "killed",
        "causing": "caused",
    }.get(word.lower(), word.lower())

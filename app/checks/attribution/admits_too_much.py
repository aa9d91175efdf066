"""A verb that takes the speaker's guilt, or the statement's truth, for granted: confessed, refuted, regretted that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.attribution._verbs import say_like, spoken
from app.checks.check import bad, check, good
from app.facts.document import Document, Token
from app.facts.sought import tokens_that
from app.flags.flag import Edit, Flag

_CRIME = re.compile(
    r"\b(?:murder|kill|crime|police|detective|court|trial|jury|guilt|theft|steal|stole|stolen|rob|fraud|arson|rape|assault|abus|bribe|"
    r"offence|offense|sin|affair|love|detain|arrest|interrogat|priest|plead|convict|accomplice|under oath|signed)\w*",
    re.IGNORECASE,
)
_PROOF = re.compile(
    r"\b(?:evidence|data|document|record|footage|proof|study|test|experiment|figures|DNA|alibi|with|by)\w*\b",
    re.IGNORECASE,
)
_DENY = {"VBD": "denied", "VBN": "denied", "VBZ": "denies", "VBG": "denying", "VB": "deny", "VBP": "deny"}
_ACCUSED = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:claims?|allegations?|accusations?|charges?|suggestions?|reports?|rumou?rs?|idea|criticisms?|assertions?|that|any|it|this|them)\b",
    re.IGNORECASE,
)


@check(
    title="Verb that takes sides",
    catches="“Confessed” where nobody is guilty, “refuted” where a charge is only denied, “regretted that” before a disputed fact.",
    why="To confess is to own guilt, to refute is to disprove, to regret that something happened is to hold that it did.",
    source="Reuters Handbook, confess, refute; Guardian style guide, refute; AP Stylebook, refute; BBC News style guide, refute",
    category="attribution",
    severity="should",
    examples=[
        bad("The bank [refuted] the allegation on Friday.", fixed="The bank denied the allegation on Friday."),
        bad("She [refutes] any suggestion that she knew.", fixed="She denies any suggestion that she knew."),
        bad("The coach [confessed] that the bus had left at six.", fixed="The coach said that the bus had left at six."),
        bad("The army spokesman [regretted] that villagers had attacked first.", fixed="The army spokesman said that villagers had attacked first."),
        good("The chemist refuted the claim with data from 40 trials."),
        good("He confessed to police that he had killed the clerk."),
        good("She regretted that she had not called sooner."),
        good("The mayor regretted the delay."),
        good("The bank denied the allegation on Friday."),
    ],
)  # fmt: skip
def admits_too_much(document: Document) -> Iterator[Flag]:
    for token in tokens_that(document, _refutes):
        if document.is_quoted(token.span):
            continue
        if token.lower in ("refuted", "refutes", "refuting", "refute") and _only_denies(document, token):
            deny = _DENY.get(token.tag, "denied")
            yield Flag(
                token.span,
                f"To refute is to disprove; if it was only denied, write “{deny}”.",
                edits=(Edit.replace(token.span, deny), Edit.replace(token.span, "rejected")),
            )
    for _, verb in spoken(document):
        if document.is_quoted(verb.span):
            continue
        if (verb.lemma.lower() == "confess" and not _CRIME.search(_sentence(document, verb))) or _regrets(
            document, verb
        ):
            yield Flag(
                verb.span,
                f"“{verb.text}” takes for granted what is only said; “{say_like(verb)}” reports it.",
                edits=(Edit.replace(verb.span, say_like(verb)),),
            )


def _refutes(_: Document, token: Token) -> bool:
    return token.lower.startswith("refut") and token.tag.startswith("VB")


def _sentence(document: Document, token: Token) -> str:
    return document.sentences[token.sentence].span.of(document.text)


def _only_denies(document: Document, verb: Token) -> bool:
    after = document.text[verb.end : document.sentences[verb.sentence].end]
    return bool(_ACCUSED.search(after)) and not _PROOF.search(after)


def _regrets(document: Document, verb: Token) -> bool:
    """“Regretted that others had done it”: a statement about somebody else, put as a fact."""
    if verb.lemma.lower() != "regret":
        return False
    clause = next((k for k in document.children_of(verb, "ccomp") if k.i > verb.i), None)
    subject = next(iter(document.children_of(clause, "nsubj", "nsubjpass")), None) if clause is not None else None
    return subject is not None and subject.pos != "PRON"

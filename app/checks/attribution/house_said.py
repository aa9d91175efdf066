"""Stressed, pointed out, clarified, complained: verbs for which the house has "said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.attribution._verbs import is_contested, say_like, spoken
from app.checks.check import bad, check, good
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag, Severity, Span

# The stem of the verb, and the houses that stop it; elsewhere it is a question.
_ALL = frozenset(("ap", "reuters", "bbc", "guardian"))
_REUTERS = frozenset({"reuters"})
_HOUSES = {
    "clarify": _ALL, "stress": _ALL, "emphasize": _REUTERS, "emphasise": _REUTERS, "underline": _REUTERS, "underscore": _REUTERS,
    "highlight": _REUTERS, "point": _ALL, "complain": _ALL, "reveal": _ALL, "disclose": _REUTERS, "insist": _ALL,
    "quip": _REUTERS, "proclaim": _ALL, "opine": _ALL, "reiterate": frozenset(), "maintain": _REUTERS, "contend": _REUTERS,
    "assert": _REUTERS, "lament": _ALL, "bemoan": _ALL,
}  # fmt: skip
# Verbs of standing one's ground, at home where somebody takes the other side.
_FIRM_STAND = frozenset({"insist", "maintain", "contend", "assert"})
_FORMS = {
    form: stem
    for stem in _HOUSES
    for base in [stem[:-1] if stem.endswith(("e", "y")) else stem]
    for form in (
        {base + "ied", base + "ies"}
        if stem.endswith("y")
        else {base + "ed", base + "es", base + "s", stem + "s", base + "ped"}
    )
}
_ISSUES = "for this verb the house has “said”"
# What comes to light rather than is announced, and what is bad enough to be a revelation or a grievance.
_BROUGHT_OUT = re.compile(
    r"\b(?:leak\w*|documents?|files?|tests?|scans?|stud(?:y|ies)|survey|poll|data|figures|records|emails?|footage|images?|reports?|audit|analysis|"
    r"inquiry|investigat\w*|court|trial|inquest|police|secret\w*|first time|autobiography|memoir|diary|letters?|hid\w*|conceal\w*|cancer|"
    r"diagnos\w*|pregnan\w*|affair|die[ds]?|dead|death|killed|abus\w*|assault\w*|never|not|no|illegal\w*|fraud\w*|brib\w*|paid|lied)\b",
    re.IGNORECASE,
)
_HABIT = 3  # so many of them in one draft are its custom


@check(
    title="House verb of attribution is “said”",
    catches="Stressed, pointed out, complained, insisted where nobody objects, revealed of a plain announcement; maintained (Reuters).",
    why="These verbs say that the speaker is right, hurt, or letting out a secret. “Said” takes no side.",
    source="Reuters Handbook, attribution; Guardian style guide, said; BBC News style guide, attribution; AP Stylebook, said",
    category="attribution",
    severity="should",
    examples=[
        bad("The minister [clarified] that the tax would not apply to farms.", fixed="The minister said that the tax would not apply to farms."),
        bad("Ann Marsh [pointed out] the mill had been open since 1950.", fixed="Ann Marsh said the mill had been open since 1950.", style="reuters"),
        bad("The bank [stressed] that deposits were insured.", fixed="The bank said that deposits were insured.", style="reuters"),
        bad("The union [complained] members had not been asked.", fixed="The union said members had not been asked.", style="reuters"),
        bad("The brewer [revealed] it would fund the cup until 2030.", fixed="The brewer said it would fund the cup until 2030.", style="guardian"),
        bad('"The roof is new," [stressed] Ann Marsh.', fixed='"The roof is new," said Ann Marsh.', style="reuters"),
        bad("The bank [stressed] that deposits were insured.", fixed="The bank said that deposits were insured.", style="bbc"),
        bad("The bank [reiterated] that deposits were insured.", severity="may", style="bbc"),
        bad("“The orchard has never looked better,” [insisted] Mary Pell.", fixed="“The orchard has never looked better,” said Mary Pell.", style="bbc"),
        bad("Corbel Homes [insisted] that the survey was in line with the rules.", fixed="Corbel Homes said that the survey was in line with the rules."),
        bad("The farmer [lamented] that wool had halved in price.", fixed="The farmer said that wool had halved in price."),
        good("The mayor was accused of lying. She insisted that the figures were right."),
        good("The minister insisted that he had not seen the letter."),
        good("The ferry insisted on payment in cash."),
        good("Ann Marsh pointed out the mill to visitors.", style="reuters"),
        good("Residents complained of headaches.", style="reuters"),
        good("The court clarified the law in 2019."),
        good("A leaked memo revealed that the firm would shut its mill.", style="guardian"),
        good("“He stressed that it was safe,” she said.", style="reuters"),
    ],
)  # fmt: skip
def house_said(document: Document) -> Iterator[Flag]:
    found = list(_found(document))
    for verb, stem in found:
        end = document.tokens[verb.i + 1].end if stem == "point" else verb.end
        span, word = Span(verb.start, end), say_like(verb)
        firm = document.draft.style in _HOUSES[stem] and len(found) < _HABIT
        if stem == "reveal" and firm:
            firm = document.draft.style == "reuters" or _is_announcement(document, verb)
        yield Flag(
            span,
            f"“{span.of(document.text)}” colours what was said; {_ISSUES}.",
            edits=(Edit.replace(span, word),),
            severity=None if firm else Severity.MAY,
        )


def _found(document: Document) -> Iterator[tuple[Token, str]]:
    forms = sorted(_FORMS.keys() & document.places.keys())
    told = spoken(document) if forms else ()
    direct = {verb.i for said, verb in told if said.kind == "direct" or said.statement.end <= verb.start}
    for form in forms:
        stem = _FORMS[form]
        for i in document.places[form]:
            verb = document.tokens[i]
            sentence = document.sentences[verb.sentence]
            if (
                verb.tag not in ("VBD", "VBN", "VBZ")
                or document.is_quoted(verb.span)
                or not document.blocks[sentence.block].is_body
            ):
                continue
            after = i + 1
            if stem == "point":
                if after >= sentence.last or document.tokens[after].lower != "out":
                    continue
                after += 1
            if stem == "complain" and after < sentence.last and document.tokens[after].lower in ("to", "of", "about"):
                continue
            if not _has_subject(document, verb) and i not in direct:
                continue
            if i not in direct and not _takes_clause(document, verb, after, sentence.last):
                continue
            if stem in ("reveal", "disclose") and _BROUGHT_OUT.search(sentence.span.of(document.text)):
                continue
            if stem in _FIRM_STAND and is_contested(document, sentence):
                continue
            yield verb, stem


def _has_subject(document: Document, verb: Token) -> bool:
    """Whether the verb is a finite verb in the active: "it was stressed that" has no speaker to be fair to."""
    deps = {k.dep for k in document.children_of(verb)}
    return not deps & {"auxpass", "nsubjpass"} and (verb.tag in ("VBD", "VBZ") or bool(deps & {"nsubj", "aux"}))


_NOT_SUBJECTS = ("IN", "TO", "RB", "CC", ",", ".", ":", "WRB")


def _takes_clause(document: Document, verb: Token, after: int, last: int) -> bool:
    """Whether "that" or a clause with its own subject and verb comes next."""
    if after >= last:
        return False
    following = document.tokens[after]
    if following.lower == "out":
        return False  # "was stressed out"
    if following.lower == "that" and (
        following.tag == "IN" or (after + 1 < last and document.tokens[after + 1].tag in ("DT", "PRP", "NNP"))
    ):
        return True
    if following.tag in _NOT_SUBJECTS:
        return False
    clauses = [
        k for k in document.children_of(verb) if k.i > verb.i and k.dep in ("ccomp", "advcl", "parataxis", "conj")
    ]
    for clause in clauses:
        subject = next(
            (s for s in document.children_of(clause) if s.dep in ("nsubj", "nsubjpass", "expl") and s.i < clause.i),
            None,
        )
        if subject is not None and min(t.i for t in document.subtree(subject)) == after:
            return True
    return False


def _is_announcement(document: Document, verb: Token) -> bool:
    """Whether what is revealed is only a plan: it would open, they will tour."""
    rest = document.tokens[verb.i + 1 : min(verb.i + 14, document.sentences[verb.sentence].last)]
    return any(t.lower in ("will", "would", "plans", "planned", "'ll", "hopes", "hoped") for t in rest)

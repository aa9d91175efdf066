"""Verbs that clash: suffered being pushed, broke out in fighting, a thing that fails to succeed."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_noun, joined, near
from app.checks.grammar._people import is_body, is_person
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag, Severity, Span

_ERUPTS = frozenset(
    "fighting violence clashes riots war unrest gunfire protests shooting looting combat disorder rioting conflict".split()
)
_NEEDS_A_MIND = frozenset(
    "succeed manage fail try attempt refuse decide intend want hope plan agree promise vow".split()
)


@check(
    title="Verbs that clash",
    catches="“suffered being pushed”, “the town broke out in fighting”, and a thing made the subject of succeed or try.",
    why="The subject cannot do what the verb says.",
    source="Fowler’s Modern English Usage",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("The party has [suffered being] driven from office.", fixed="The party has been driven from office."),
        bad("The port [broke out in heavy fighting] on Friday.", fixed="The port saw heavy fighting break out on Friday."),
        bad("Roads [were shelled by rebels, yet had not succeeded] in moving.", fixed="Roads were shelled by rebels, who had not succeeded in moving.", severity="should"),
        good("The party has suffered, being driven from office."),
        good("Fighting broke out in the port, and fans broke out in song."),
        good("Officials were pressed by rebels, yet had not succeeded in moving."),
    ],
)  # fmt: skip
def verb_clashes(document: Document) -> Iterator[Flag]:
    for token in document.tokens:
        if token.lower == "being" and near(document, token, -1).lower in ("suffered", "suffers", "suffering", "suffer"):
            yield from _suffered_being(document, token)
        elif token.lower == "broke" and [near(document, token, n).lower for n in (1, 2)] == ["out", "in"]:
            yield from _broke_out(document, token)
        elif token.lower in ("yet", "but") and near(document, token, -1).text == ",":
            yield from _without_a_mind(document, token)


def _suffered_being(document: Document, being: Token) -> Iterator[Flag]:
    suffered, have = near(document, being, -1), near(document, being, -2)
    if near(document, being, 1).tag not in ("VBN", "VBD"):
        return
    span = joined(suffered, being)
    right = "been" if have.lower in ("has", "have", "had", "'ve") else "was"
    yield Flag(span, f"“{span.of(document.text)}” is two passives in one.", edits=(Edit.replace(span, right),))


def _broke_out(document: Document, broke: Token) -> Iterator[Flag]:
    for n in range(3, 6):
        noun = near(document, broke, n)
        if noun.lower in _ERUPTS:
            span = joined(broke, noun)
            what = document.text[near(document, broke, 3).start : noun.end]
            edits = tuple(
                Edit.replace(span, new)
                for new in (f"saw {what} break out", f"was the scene of {what}", "came under attack")
            )
            yield Flag(span, f"A place does not break out; {noun.text} does.", edits=edits)
            return
        if noun.tag not in ("JJ", "JJR", "RB", "NN"):
            return


def _without_a_mind(document: Document, conjunction: Token) -> Iterator[Flag]:
    """“Positions were attacked by groups, yet had not succeeded in …”: the subject of the second verb is the positions."""
    had, verb = near(document, conjunction, 1), None
    for n in (1, 2, 3, 4):
        token = near(document, conjunction, n)
        if token.lower in ("had", "have", "has", "did", "not", "n't", "failed", "never", "yet"):
            continue
        verb = token
        break
    if verb is None or verb.lemma not in _NEEDS_A_MIND or had.lower not in ("had", "have", "has", "did"):
        return
    passive = _passive_before(document, conjunction)
    if passive is None:
        return
    first, agent = passive
    comma = near(document, conjunction, -1)
    edits = (
        Edit.replace(joined(comma, conjunction), ", which" if not is_person(agent) else ", who"),
        Edit.replace(conjunction.span, f"but the {agent.text}"),
    )
    if not is_person(agent) or is_body(agent):
        edits = (Edit.replace(joined(comma, conjunction), ", which"), edits[1])
    span = Span(first.start, verb.end)
    message = f"As it stands, what was {document.tokens[first.i].text} … is the subject of “{verb.text}”; “{agent.text}” is meant."
    yield Flag(span, message, edits=edits, severity=Severity.SHOULD)


def _passive_before(document: Document, conjunction: Token) -> tuple[Token, Token] | None:
    """The passive verb with its agent at the end of the clause, where its subject is a thing: (auxiliary, agent)."""
    comma = near(document, conjunction, -1)
    agent = near(document, comma, -1)
    if agent.tag not in ("NNS", "NN"):
        return None
    i = agent.i
    first = document.sentences[comma.sentence].first
    while i > first and document.tokens[i].lower != "by":
        if document.tokens[i].tag not in ("NN", "NNS", "JJ", "DT", "VBN", "PRP$"):
            return None
        i -= 1
    verb = document.tokens[i - 1]
    if i <= first or verb.tag not in ("VBN", "VBD"):
        return None
    at = verb.i - 1
    while at > first and document.tokens[at].lower in ("being", "been", "not", "also"):
        at -= 1
    auxiliary, subject = document.tokens[at], document.tokens[at - 1]
    if auxiliary.lower not in ("was", "were", "is", "are", "had", "has", "have") or at <= first:
        return None
    head = next(
        (
            t
            for t in document.tokens[first:at]
            if is_noun(t) and document.tokens[t.i + 1].tag not in ("NN", "NNS", "NNP")
        ),
        subject,
    )
    if is_person(head) or is_body(head) or head.tag.startswith("NNP"):
        return None
    return auxiliary, agent

"""A bare verb after a preposition: accused of steal, banned from drive."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import gerund
from app.checks.grammar._near import near, puts
from app.facts.document import Document
from app.flags.flag import Flag

_PREPOSITIONS = ("of", "from", "without", "in", "by", "for", "at", "about")
# Verbs that are no nouns, so that "of win" or "for hire" is not among them.
_VERBS = frozenset(
    """steal take give make go come become get sell keep send bring choose eat forget forgive lose meet sing sit speak
    spend teach tell throw wear write buy build catch drink fight find hear hide hold know lend shoot swim understand
    accept allow assist attend avoid commit communicate compete comply contribute convince create defend deliver deny
    destroy develop discuss drive ensure enter establish expand explain export extend identify ignore import improve
    include increase inform injure introduce invest investigate join kill maintain manage negotiate obey obtain occupy
    operate perform persuade prepare prevent produce prosecute protect prove provide provoke publish reach receive reduce
    remove renew repair replace require rescue resolve restore save smuggle solve survive threaten vote win hire employ""".split()
)
_GOVERNORS = frozenset(
    """accused suspected convicted guilty banned barred prevented stopped succeeded capable instead afraid tired accuse
    prevent prevents prevented stop stops discourage deter deters prohibit prohibited blamed responsible interested
    believes insisted charged worth aim aimed way means idea cost purpose without by from""".split()
)


@check(
    title="Bare verb after a preposition",
    catches="“accused of steal”, “banned from drive”: a preposition takes the form in -ing.",
    why="It stops the reader.",
    source="Grammar",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("He was accused of [steal] a car.", fixed="He was accused of stealing a car."),
        bad("It stops firms from [employ] him.", fixed="It stops firms from employing him."),
        bad("They succeeded in [win] the vote.", fixed="They succeeded in winning the vote."),
        good("He was accused of theft, and the cost of import duties rose."),
        good("Bikes for hire, a show of hands, from drive to putt, and in find mode."),
    ],
)
def gerund_after(document: Document) -> Iterator[Flag]:
    for i in (i for word in _PREPOSITIONS for i in document.places.get(word, ())):
        token = document.tokens[i]
        verb, before = near(document, token, 1), near(document, token, -1)
        if verb.text not in _VERBS or token.tag != "IN" or before.lower in ("could", "would", "should", "might"):
            continue
        after = near(document, verb, 1)
        governed = {near(document, token, -n).lower for n in (1, 2, 3)} & _GOVERNORS or token.lower in ("without",)
        sure = verb.tag == "VB" and after.tag not in ("NN", "NNS", "JJ", "NNP")
        if governed and (sure or (verb.tag in ("VB", "VBP", "NN") and after.tag in ("DT", "PRP", "PRP$", "CD"))):
            right = gerund(verb.lower)
            yield Flag(
                verb.span, f"After “{token.text}” the verb takes -ing: “{right}”.", edits=puts(document, verb.span, (right,))
            )  # fmt: skip

"""A possessive on the wrong form of a name: Lees car, the Smith's live there, Mr Williams house, Hughes's's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document, Token
from app.facts.names import Name
from app.facts.names_words import fold, is_common, is_place
from app.facts.sought import matches, tokens_that
from app.flags.flag import Edit, Flag, Span

_TWICE = re.compile(r"\b(?P<name>[A-ZÀ-Þ][\w-]*s)['’]s['’]s\b|\b(?P<other>[A-ZÀ-Þ][\w-]*)['’]s['’](?!\w)(?= [a-z])")
_FAMILY = re.compile(
    r"\b(?P<the>[Tt]he )(?P<name>[A-ZÀ-Þ][\w-]+)(?P<mark>['’])s(?= (?:live|lived|have|had|were|are|own|owned|moved|said|say|met|fled|left|bought|sold|lost)\b)"
)


@check(
    title="Possessive on the wrong form",
    catches="Ann Lees car; the Smith’s live there; Mr Williams house.",
    why="The reader takes the s for a part of the name.",
    source="AP Stylebook, possessives; Guardian style guide, apostrophes; Reuters Handbook, possessives",
    category="source_name",
    severity="should",
    examples=[
        bad("Police searched Peter [Halls] home on Friday. Hall was held.", fixed="Police searched Peter Hall’s home on Friday. Hall was held.".replace("’", "'")),
        bad("The [Smith’s] live in Ohio. Dan Smith said it was late.", fixed="The Smiths live in Ohio. Dan Smith said it was late."),
        bad("Ann Lee was not hurt. [Lees] car was found in the lake.", fixed="Ann Lee was not hurt. Lee's car was found in the lake."),
        bad("Dan Williams was out. A fire burned down Mr [Williams] house.", style="bbc", fixed="Dan Williams was out. A fire burned down Mr Williams's house."),
        bad("Tom Hughes was held. [Hughes’s’s] car was found.", fixed="Tom Hughes was held. Hughes’s car was found."),
        good("Police searched Peter Hall's home on Friday. Halls of the college were shut."),
        good("The Smiths live in Ohio. Dan Smith's car is red."),
        good("The Smith’s roof burned. Dan Smith said it was late."),
        good("Dan Williams said the Williams house had burned."),
        good("Ann Lee was not hurt. Lees was a village near the lake."),
        good("Dan Williams told staff the plan was dead."),
    ],
)  # fmt: skip
def possessive_form(document: Document) -> Iterator[Flag]:
    for match in matches(document, _TWICE):
        name = match["name"] or match["other"]
        yield _flag(match.place, f"{name}{match.group()[len(name)]}s", "One ending is enough")
    if document.names is None:
        return
    people = {fold(p.surname): p for p in document.names.people() if len(p.full.split()) > 1}
    for match in matches(document, _FAMILY):
        if fold(match["name"]) in people and document.block_at(match.start()) is not None:
            name = match["name"]
            plural = f"{name}es" if name.endswith(("s", "x", "z", "ch", "sh")) else f"{name}s"
            yield _flag(Span(match.start("name"), match.end()), plural, "A family takes no apostrophe")
    yield from _bare(document, people)


def _bare(document: Document, people: dict[str, Name]) -> Iterator[Flag]:
    """A surname with an s and no apostrophe, or one that ends in s, right before the thing that is owned."""
    tokens = document.tokens
    for token in tokens_that(document, _before_a_thing):
        following = tokens[token.i + 1]
        block = document.block_at(token.start)
        if (
            block is None
            or not block.is_body
            or document.is_quoted(token.span)
            or not _stands_alone(document, following)
        ):
            continue
        before = tokens[token.i - 1] if token.i else None
        the = before is not None and before.lower in ("the", "a", "an", "this", "that", "every")
        base = people.get(fold(token.text[:-1])) or _once(document, people, token)
        opens = token.i == document.sentences[token.sentence].first
        known = people.get(fold(token.text))
        if base is not None and (known is None or known is base) and not the and not is_place(token.text):
            given = before is not None and before.text == base.full.split(" ")[0]
            if given or not is_common(token.text) or (not opens and before is not None):
                yield _flag(token.span, f"{token.text[:-1]}'s", "The possessive needs its apostrophe")
        elif (
            fold(token.text) in people and before is not None and before.lower.rstrip(".") in ("mr", "mrs", "ms", "dr")
        ):
            ending = "'" if document.dialect == "en-US" else "'s"
            yield _flag(token.span, f"{token.text}{ending}", "The possessive needs its apostrophe")


def _before_a_thing(document: Document, token: Token) -> bool:
    """Whether a capitalised word with an s stands right before a noun of the sentence."""
    if token.tag not in ("NNP", "NNPS", "NNS", "NN") or not token.text[0].isupper() or not token.lower.endswith("s"):
        return False
    following = document.tokens[token.i + 1] if token.i + 1 < len(document.tokens) else token
    if following.sentence != token.sentence or following is token:
        return False
    return following.pos == "NOUN" and following.tag in ("NN", "NNS") and following.text.islower()


def _once(document: Document, people: dict[str, Name], token: Token) -> Name | None:
    """Somebody whose surname has the s only in this one place, and who is named without it elsewhere."""
    person = people.get(fold(token.text))
    if person is None or len(person.mentions) > 1:
        return None
    base = token.text[:-1]
    alone = [t for t in document.places.get(base.lower(), ()) if document.tokens[t].text == base]
    verbs = [t for t in alone if t + 1 < len(document.tokens) and document.tokens[t + 1].pos in ("AUX", "VERB")]
    return person if verbs else None


def _stands_alone(document: Document, noun: Token) -> bool:
    """Whether the noun is a thing owned here and no verb misread: what follows is no object of its own."""
    after = document.tokens[noun.i + 1] if noun.i + 1 < len(document.tokens) else None
    return after is None or after.pos in ("AUX", "VERB", "ADP", "PUNCT", "CCONJ", "ADV", "SCONJ")


def _flag(span: Span, right: str, what: str) -> Flag:
    return Flag(span, f"{what}: {right}.", edits=(Edit.replace(span, right, safe=False),))

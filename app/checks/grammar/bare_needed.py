"""A past or third-person form after did, do, must, will or to: did not saw, must decides, wants to built."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import IRREGULAR, PASTS, third_person
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

_BASES = frozenset(IRREGULAR) | frozenset(
    """close open decide sign carry play move live work vote ask call help stop pass join need use turn start reach agree
    kill injure launch cancel approve reject ban allow cut raise serve visit attend arrive enter leave return receive
    publish announce report reveal face follow lose save spend save end die try plan remain become include require
    provide offer create produce improve reduce increase""".split()
)
_THIRD = {third_person(base): base for base in _BASES}
# Regular pasts that no modal may have beside it; after "to" these may be adjectives (used to crowded trains).
_ED = {
    (
        base + "d"
        if base.endswith("e")
        else base[:-1] + "ied"
        if base.endswith("y") and base[-2] not in "aeou"
        else base + "ed"
    ): base
    for base in _BASES
    if base not in IRREGULAR and base not in ("plan", "stop")
} | {"planned": "plan", "stopped": "stop", "banned": "ban"}
_DO = frozenset("did do does".split())
_MODALS = frozenset("could would should must can will might may shall".split())
_ASIDE = frozenset("not n't also now still never even ever just only then soon always often probably".split())
_PRONOUNS = frozenset("he she it they we you i".split())
_WANTS = frozenset(
    """want wants wanted hope hopes hoped plan plans planned need needs needed agree agrees agreed try tries tried able
    unable likely set due ready decide decides decided refuse refuses refused expect expects expected allowed forced
    going promise promised vow vowed pledge pledged aim aims intends intended wish wishes fail fails failed""".split()
)
_NOUNS = frozenset("broke left found felt saw ground wound bore shot bit fell shed bound cast lead".split())


@check(
    title="Plain form needed",
    catches="“did not saw”, “must now decides”, “wants to built”, “did the minister knew”, “could not paid”.",
    why="After do, a modal or “to” the verb has no ending; a leftover one is a sentence half changed.",
    source="Grammar: the bare infinitive",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("She did not [saw] the sign.", fixed="She did not see the sign."),
        bad("The council must now [decides] on the bid.", fixed="The council must now decide on the bid."),
        bad("They want to [built] a dam.", fixed="They want to build a dam."),
        bad("Did the minister [knew] of the plan?", fixed="Did the minister know of the plan?"),
        bad("The law would [banned] the sale of knives.", fixed="The law would ban the sale of knives."),
        good("What he could do closed the gap, and the will decides who gets it."),
        good("She did what she saw fit. In May decides the vote; the can opened."),
        good("They want to know what he knew, and all they could see left them cold."),
        good("The cuts she wanted to make closed the clinic."),
    ],
)  # fmt: skip
def bare_needed(document: Document) -> Iterator[Flag]:
    for word in document.places.keys() & (_DO | _MODALS | {"to"}):
        for i in document.places[word]:
            token = document.tokens[i]
            if document.is_quoted(token.span) or not document.blocks[document.sentences[token.sentence].block].is_body:
                continue
            verb = _verb_after(document, token)
            right = _plain(verb, after_to=word == "to") if verb is not None else None
            if verb is not None and right and right != verb.lower:
                news = (
                    (right,)
                    if word in _DO or word == "to"
                    else (right, f"be {verb.text}")
                    if verb.lower in _ED or verb.lower in PASTS
                    else (right,)
                )
                yield Flag(
                    verb.span,
                    f"After “{token.text}” the plain form belongs: “{right}”.",
                    edits=puts(document, verb.span, news),
                )


def _verb_after(document: Document, helper: Token) -> Token | None:
    if helper.lower == "to":
        if near(document, helper, -1).lower not in _WANTS or helper.tag != "TO":
            return None
        return near(document, helper, 1)
    if helper.text == "May" or (
        helper.lower in ("can", "could") and near(document, helper, -1).lower in ("who", "all", "that")
    ):
        return None
    if helper.lower in _MODALS and (helper.tag != "MD" or near(document, helper, -1).tag in ("DT", "PRP$", "JJ")):
        return None
    token = near(document, helper, 1)
    asked = helper.lower in _DO and helper.i == document.sentences[helper.sentence].first
    if helper.lower in _DO:
        if token.lower in ("not", "n't") or (asked and token.lower in _PRONOUNS):
            token = near(document, token, 1)
        elif asked and token.tag == "DT" and near(document, token, 1).tag == "NN":
            token = near(document, token, 2)
        else:
            return None
    while token.lower in _ASIDE:
        token = near(document, token, 1)
    return token


def _plain(verb: Token, *, after_to: bool) -> str | None:
    """The plain form of a form that has an ending; None where it is plain, or may be a noun or adjective."""
    word = verb.lower
    if word in IRREGULAR or word in _BASES or not verb.text.islower():
        return None
    if verb.tag in ("JJ", "NNP", "IN", "RB") or (word in _NOUNS and verb.tag not in ("VBD", "VBN", "VB")):
        return None
    if word in PASTS and word not in _NOUNS:
        return PASTS[word].base
    if word in _NOUNS and word in PASTS and verb.tag == "VBD" and not after_to:
        return PASTS[word].base
    if word in _THIRD and verb.tag in ("VBZ", "NNS", "VB") and not after_to:
        return _THIRD[word] if verb.tag != "NNS" else None
    return _ED.get(word) if verb.tag in ("VBD", "VBN", "VB") and not (after_to and verb.tag == "VBN") else None

"""Relative clauses: their verb's number, who for a company, which for people, and the comma before “which”."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import third_person
from app.checks.grammar._near import is_finite, near, puts
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag, Severity, Span

_BE = {"is": "are", "was": "were", "has": "have", "does": "do"}
_SINGULAR = {v: k for k, v in _BE.items()}
# Bodies that a desk calls "which" or "that"; a couple, a crew or a team may be "who" with a plural verb.
_BODIES = frozenset(
    """company firm bank airline retailer agency charity museum school hospital university airport ministry station store
    hotel restaurant startup start-up manufacturer supermarket carmaker automaker drugmaker brewery broadcaster publisher
    newspaper magazine website regulator watchdog council court college academy institute foundation corporation
    conglomerate subsidiary insurer lender utility refinery factory mine theatre theater department commission authority
    federation association fund tribunal trust embassy institution organisation organization network bureau 
    brokerage consultancy nonprofit utility charity cooperative co-operative consortium syndicate think-tank
    startup chain franchise nursery kindergarten seminary monastery abbey diocese parish clinic hospice pharmacy
    laboratory lab studio gallery library zoo aquarium distillery bakery shipyard foundry plant depot port
    railway airfield legislature inquiry""".split()
)
_COLLECTIVES = _BODIES | frozenset(
    "jury committee panel board government party union club band team squad crew group cabinet parliament senate".split()
)
_PEOPLE = frozenset(
    """man men woman women boy boys girl girls people children officer officers policeman driver drivers teacher teachers
    nurse nurses doctor doctors player players soldier soldiers worker workers resident residents passenger passengers
    student students pupil pupils farmer farmers miner miners firefighter firefighters neighbor neighbors neighbour
    neighbours witness witnesses suspect suspects victim victims father mother son daughter brother sister wife husband
    lawyer lawyers minister ministers mayor judge coach pilot sailor sailors actor actress singer author""".split()
)
_IRREGULAR_HEADS = frozenset("data media people police staff politics news series means species headquarters".split())


@check(
    title="Relative clause: number, who or which, comma",
    catches="“Comparable sales, which excludes”, “a company who”, “the jury, who was”, “the driver which”, “the Tate Trust which runs”.",
    why="The relative word and its verb must fit the noun they belong to.",
    source="AP Stylebook, that, which, who; Guardian style guide, that or which?; Reuters Handbook, which",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("St Jude’s College, [who] has 400 pupils, is sorry.", fixed="St Jude’s College, which has 400 pupils, is sorry."),
        bad("Online sales, which [includes] food, fell.", fixed="Online sales, which include food, fell."),
        bad("The list, which [run] to six pages, was read out.", fixed="The list, which runs to six pages, was read out."),
        bad("It was made by a firm [who] the army is paying.", fixed="It was made by a firm that the army is paying."),
        bad("The jury, [who] was out for an hour, freed him.", fixed="The jury, which was out for an hour, freed him."),
        bad("The driver [which] hit the wall was 19.", fixed="The driver who hit the wall was 19."),
        bad("She leads the Harbour Learning [Trust which] runs four schools.", fixed="She leads the Harbour Learning Trust, which runs four schools.", severity="should"),
        good("The dean of St Jude’s College, who has 400 pupils, is sorry, and Leeds United Football Club, who have won, are not."),
        good("The list of names, which run to six pages, was read, and sales fell, which is a pity."),
        good("The team who were beaten left. The company whose chief, who is 60, was ill."),
        good("The man to which he spoke; the drivers’ union, which is on strike."),
        good("The Britain which he knew is gone, and the Beatles song which he sang."),
        good("A spokesman for the firm who asked not to be named said no."),
    ],
)  # fmt: skip
def relative_clause(document: Document) -> Iterator[Flag]:
    for word in ("which", "who"):
        for i in document.places.get(word, ()):
            token = document.tokens[i]
            if document.is_quoted(token.span) or not document.blocks[document.sentences[token.sentence].block].is_body:
                continue
            flag = _who_or_which(document, token) or _number(document, token) or _comma(document, token)
            if flag:
                yield flag


def _number(document: Document, relative: Token) -> Flag | None:
    """“Comparable sales, which excludes …,”: a subject of one noun phrase, then the clause."""
    sentence = document.sentences[relative.sentence]
    comma, verb = near(document, relative, -1), near(document, relative, 1)
    if comma.text != ",":
        return None
    before = document.tokens[sentence.first : comma.i]
    while before and before[0].text in ("“", '"', "But", "And", "Yet"):
        before = before[1:]
    if not 1 <= len(before) <= 5 or any(
        is_finite(t)
        or (t.tag in ("IN", "CC", "TO", "VBG", "VBN", "CD", "WP", "WRB", "POS", "RB") and t.lower != "comparable")
        for t in before
    ):
        return None
    head = before[-1]
    if head.lower in _IRREGULAR_HEADS or head.tag not in ("NN", "NNS") or not _closes(document, relative):
        return None
    if head.tag == "NNS" and head.lower.endswith("s") and not head.lower.endswith(("ss", "ics")):
        right = _BE.get(verb.lower) or (verb.lemma if verb.tag == "VBZ" and verb.lower.endswith("s") else None)
    elif head.tag == "NN" and before[0].tag in ("DT", "PRP$", "NNP") and not head.lower.endswith("s"):
        if head.lower in _COLLECTIVES and relative.lower == "who":
            return None
        right = _SINGULAR.get(verb.lower) or (
            third_person(verb.lower) if verb.tag == "VBP" and verb.lower == verb.lemma else None
        )
        if head.lower in _COLLECTIVES and document.dialect == "en-GB":
            return None
    else:
        return None
    if not right or right == verb.lower:
        return None
    number = "plural" if head.tag == "NNS" else "singular"
    return Flag(
        verb.span, f"“{head.text}” is {number}: “{relative.text} {right}”.", edits=puts(document, verb.span, (right,))
    )


def _closes(document: Document, relative: Token) -> bool:
    """Whether a comma closes the clause and a verb of the main clause follows it: the noun before was the subject."""
    sentence = document.sentences[relative.sentence]
    for token in document.tokens[relative.i + 2 : min(relative.i + 25, sentence.last)]:
        if token.text == ",":
            following = near(document, token, 1)
            return (
                is_finite(following)
                or following.tag == "VBN"
                or following.lower.endswith("ed")
                or is_finite(near(document, token, 2))
            )
    return False


def _who_or_which(document: Document, relative: Token) -> Flag | None:
    before, verb = near(document, relative, -1), near(document, relative, 1)
    comma = before.text == ","
    noun = near(document, relative, -2) if comma else before
    if relative.lower == "who" and comma and (named := _named_body(document, noun, verb)):
        return Flag(relative.span, f"“{named}” is “which”, not “who”.", edits=puts(document, relative.span, ("which",)))
    if relative.lower == "who" and noun.tag == "NN" and noun.text.islower():
        singular = verb.lower in _BE or (verb.tag == "VBZ")
        # "a firm who the army is paying", "a company who makes": not where "of" or "for" leads back to a person.
        if noun.lower not in (_COLLECTIVES if singular else _BODIES) or _leads_back(document, noun):
            return None
        if noun.lower in _COLLECTIVES - _BODIES and not singular:
            return None
        if not comma and not singular and verb.tag not in ("DT", "NNP", "PRP", "PRP$", "VBD", "VBZ", "VBP", "MD"):
            return None
        news = ("which",) if comma else ("that", "which")
        return Flag(
            relative.span, f"A {noun.text} is “{news[0]}”, not “who”.", edits=puts(document, relative.span, news)
        )
    if (
        relative.lower == "which"
        and not comma
        and noun.lower in _PEOPLE
        and noun.tag in ("NN", "NNS")
        and is_finite(verb)
    ):
        if _leads_back(document, noun):
            return None
        return Flag(relative.span, f"“{noun.text}” are people: “who”.", edits=puts(document, relative.span, ("who",)))
    return None


def _named_body(document: Document, noun: Token, verb: Token) -> str:
    """The full name of a body that opens the sentence or a statement: “St Jude’s College, who has”; "" where there is none."""
    body = noun.lower in _BODIES or noun.lower in (
        "senate",
        "parliament",
        "congress",
        "inc",
        "inc.",
        "ltd",
        "plc",
        "corp",
        "corp.",
    )
    if not body or noun.tag not in ("NNP", "NN") or not noun.text[0].isupper() or not is_finite(verb):
        return ""
    if verb.lower in ("are", "were", "have", "do"):
        return ""  # many to some houses
    first = noun
    while near(document, first, -1).tag in ("NNP", "NNPS", "POS") or near(document, first, -1).text[:1].isupper():
        first = near(document, first, -1)
    before = near(document, first, -1)
    if before.lower == "the":
        before = near(document, before, -1)
    if before.i >= 0 and before.lower not in ("said", "but", "and", "that", "by", "because", "while"):
        return ""
    return document.text[first.start : noun.end] if before.lower != "by" else noun.text


def _leads_back(document: Document, noun: Token) -> bool:
    """Whether the noun hangs on another by a preposition: “a spokesman for the firm who”."""
    for n in range(1, 6):
        token = near(document, noun, -n)
        if token.tag in ("IN", "TO", "POS", "CC") or token.lower in ("of", "'s"):
            return not (
                token.lower in ("by", "that", "because", "with", "if")
                and near(document, token, -1).tag not in ("NN", "NNS", "NNP")
            )
        if token.tag not in ("DT", "JJ", "NN", "NNP", "PRP$", "CD", "HYPH", "VBN"):
            return False
    return False


def _comma(document: Document, relative: Token) -> Flag | None:
    """“the Harbour Learning Trust which runs”: a full name needs no clause to tell which one."""
    name, verb = near(document, relative, -1), near(document, relative, 1)
    if (
        relative.lower != "which"
        or name.tag not in ("NNP", "NNPS")
        or not name.text[0].isupper()
        or name.end == relative.start
    ):
        return None
    if not (
        is_finite(verb)
        or (near(document, verb, 1).i > 0 and verb.tag in ("RB",) and is_finite(near(document, verb, 1)))
    ):
        return None
    first = near(document, name, -1)
    long = first.tag == "NNP" and first.text[0].isupper()
    if not long and first.lower in ("the", "a", "an", "that", "this", "any"):
        return None
    last = name
    while near(document, last, -1).tag in ("NNP", "NNPS") or near(document, last, -1).lower in (
        "of",
        "and",
        "&",
        "the",
    ):
        last = near(document, last, -1)
        if last.lower in ("a", "an", "any", "every", "no"):
            return None
    if near(document, last, -1).lower in (
        "a",
        "an",
        "any",
        "every",
        "no",
        "that",
        "those",
        "asked",
        "told",
        "ask",
        "tell",
    ):
        return None
    edit = Edit.insert(name.end, ",")
    both = Edit.replace(Span(name.end, relative.end), f", {relative.text}")
    return Flag(
        Span(name.start, relative.end), f"A comma goes before “{relative.text}” after a full name.",
        edits=(edit, both), severity=Severity.SHOULD,
    )  # fmt: skip

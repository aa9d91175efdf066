"""The comma that closes an age or a description after a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, near
from app.checks.grammar._people import ROLES, is_person, is_person_word
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag

_SAID = frozenset("said says told added asked warned confirmed announced declined insisted explained wrote".split())


@check(
    title="Comma missing after an apposition",
    catches="A name followed by an age or a description whose closing comma is missing (Smith, 42 said).",
    why="The comma that opens an apposition needs its fellow.",
    source="AP Stylebook, comma, ages; Guardian style guide, Commas",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("Ana Ruiz, [42] said she had lost it all.", fixed="Ana Ruiz, 42, said she had lost it all."),
        bad("John Ames, a baker in [Leeds] said sales fell.", fixed="John Ames, a baker in Leeds, said sales fell."),
        bad("The club’s chairman, Colm [Deane] said it was sorry.", fixed="The club’s chairman, Colm Deane, said it was sorry."),
        bad("Police named him as Lee Orr, [19] from Hull.", fixed="Police named him as Lee Orr, 19, from Hull."),
        bad("The head of the fund, Paul [Kerr] said it was safe.", fixed="The head of the fund, Paul Kerr, said it was safe."),
        bad("The judge, who sat on [Monday] said so.", fixed="The judge, who sat on Monday, said so."),
        bad("The mayor, Rosa [Lund] opened the bridge.", fixed="The mayor, Rosa Lund, opened the bridge."),
        bad("Paul Reed, 43, of [Hull] denies the charge.", fixed="Paul Reed, 43, of Hull, denies the charge."),
        bad("It was opened by Ann Ross, the [postmistress] and was full by eight.", fixed="It was opened by Ann Ross, the postmistress, and was full by eight."),
        good("The man, who police said was drunk, and who ran a shop that she said was his, left."),
        good("Ana Ruiz, 42, said she had lost it all."),
        good("On Monday, a baker said sales fell, and in Leeds, the mayor said so too."),
        good("Last week, Colm Deane said it was sorry."),
        good("In Ohio, 42 said yes, and in May, 19 from Hull came."),
        good("Meanwhile, a baker in Leeds said sales fell."),
        bad("The pastor, Otis [Blake] said he forgave them.", fixed="The pastor, Otis Blake, said he forgave them."),
        good("The chairman, Colm Deane, said it was sorry."),
        good("The officer, Colm Deane said, was drunk."),
    ],
)  # fmt: skip
def apposition_comma(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        tokens = document.sentence_tokens(sentence)
        for token in tokens:
            if token.text != ",":
                continue
            after = near(document, token, 1)
            if re.fullmatch(r"1?\d\d", after.text) and _follows_person(document, token):
                beyond = near(document, after, 1)
                place = _place_before_verb(document, beyond)
                if place is not None:
                    yield _flag(place)
                elif (is_finite(beyond) and beyond.tag != "MD") or (
                    beyond.lower in ("of", "from", "who", "has", "was", "is")
                    and not near(document, beyond, 1).text[:1].isdigit()
                ):
                    yield _flag(after)
            elif after.lower in ("a", "an", "the") and _opens_with_person(document, token):
                last = _before_said(document, after)
                if last is not None:
                    yield _flag(last)
            elif after.lower in ("a", "an", "the") and (last := _before_and(document, token, after)) is not None:
                yield _flag(last)
            elif after.lower in ("who", "which"):
                last = _relative_before_said(document, after)
                if last is not None:
                    yield _flag(last)
            elif after.tag == "NNP" and _opens_with_role(document, token):
                last = _name_before_said(document, after)
                if last is not None:
                    yield _flag(last)


def _flag(last: Token) -> Flag:
    return Flag(
        last.span,
        f"The comma that closes the apposition is missing after “{last.text}”.",
        edits=(Edit.insert(last.end, ","),),
    )


def _follows_person(document: Document, comma: Token) -> bool:
    """Whether two or more capitalised words stand before the comma and no preposition of place before them."""
    name = [near(document, comma, -n) for n in (1, 2)]
    if not all(t.tag == "NNP" and t.text[:1].isupper() for t in name) or name[0].lower in _DATES:
        return False
    before = near(document, comma, -3)
    while before.tag == "NNP":
        before = near(document, before, -1)
    return before.lower not in ("in", "at", "near", "on", "of", "from", "for", "since", "by")


_DATES = frozenset(
    "january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec. street road avenue".split()
)


def _opens_with_person(document: Document, comma: Token) -> bool:
    """Whether the sentence is a name up to the comma: at least two capitalised words, no other."""
    first = document.sentences[comma.sentence].first
    words = document.tokens[first : comma.i]
    return 2 <= len(words) <= 4 and all(t.tag == "NNP" for t in words) and words[-1].entity in ("PERSON", "")


def _before_said(document: Document, article: Token) -> Token | None:
    """The last word of a description without verb or comma that runs right into a verb of saying."""
    for n in range(1, 14):
        token = near(document, article, n)
        if token.lower in _SAID and token.tag in ("VBD", "VBZ"):
            last = near(document, token, -1)
            return last if last.tag in ("NN", "NNP", "NNS", "NNPS") and n >= 2 else None
        if (
            token.i < 0
            or token.text in (",", ";", "(", "“", '"', "–", "—", "?", "!", "”")
            or is_finite(token)
            or token.tag in ("WP", "WDT", "PRP")
        ):
            return None
    return None


def _relative_before_said(document: Document, who: Token) -> Token | None:
    """The last word of "who …" where it runs into a verb of saying after its own verb."""
    verbs = 0
    for n in range(1, 16):
        token = near(document, who, n)
        if (
            token.i < 0
            or token.text in (",", ";", "(", "“", '"', "–", "—", "?", "!", "”")
            or token.lower in ("and", "that", "to", "but")
        ):
            return None
        if token.lower in _SAID and token.tag in ("VBD", "VBZ"):
            last = near(document, token, -1)
            return last if verbs == 1 and (last.tag in ("NN", "NNS", "NNP") or last.lower in _ADVERBS) else None
        verbs += is_finite(token)
    return None


_ADVERBS = frozenset("earlier later today yesterday again there".split())


def _before_and(document: Document, comma: Token, article: Token) -> Token | None:
    """The noun of “Ann Ross, the postmistress and was full”: a person named, what she is, and a verb joined to the one before."""
    name = [near(document, comma, -n) for n in (1, 2)]
    if not all(t.tag == "NNP" and t.text[:1].isupper() for t in name):
        return None
    noun = near(document, article, 1)
    while noun.tag in ("JJ", "NN") and near(document, noun, 1).tag == "NN":
        noun = near(document, noun, 1)
    link, verb = near(document, noun, 1), near(document, noun, 2)
    if noun.tag != "NN" or (
        not is_person_word(noun) and not noun.lower.endswith(("er", "or", "ist", "ess", "man", "ian"))
    ):
        return None
    return noun if link.lower == "and" and verb.lower in ("was", "is", "has", "had", "were") else None


def _opens_with_role(document: Document, comma: Token) -> bool:
    first = document.sentences[comma.sentence].first
    words = document.tokens[first : comma.i]
    return (
        2 <= len(words) <= 12
        and words[0].tag in ("DT", "PRP$", "NNP")
        and any(t.lower in ROLES or (t.tag == "NN" and is_person(t)) for t in words)
        and words[-1].tag in ("NN", "NNP", "NNS")
        and all(
            t.tag in ("DT", "PRP$", "NNP", "NN", "JJ", "POS", "HYPH", "NNS")
            or t.lower in ("of", "'s", "for", "at", "and", "the")
            for t in words
        )
    )


def _name_before_said(document: Document, first: Token) -> Token | None:
    token = first
    for _ in range(4):
        following = near(document, token, 1)
        if following.lower in _SAID and following.tag in ("VBD", "VBZ"):
            aside = near(document, following, 1).text == ","  # “The officer, Colm Deane said, was drunk”
            return token if not aside and (token.i > first.i or _is_kin(document, first)) else None
        if is_finite(following) and following.lower not in ("'s",) and (token.i > first.i or _is_kin(document, first)):
            return token
        if following.tag != "NNP":
            return None
        token = following
    return None


def _is_kin(document: Document, name: Token) -> bool:
    """“His daughter, Ada was”: one name is enough after a word of kin."""
    return document.tokens[document.sentences[name.sentence].first].lower in ("his", "her", "my")


def _place_before_verb(document: Document, of: Token) -> Token | None:
    """The place of “Reed, 43, of Hull denies”, whose comma is missing; ``of`` follows the age’s own comma or the age."""
    if of.text == ",":
        of = near(document, of, 1)
    if of.lower not in ("of", "from"):
        return None
    place = near(document, of, 1)
    while near(document, place, 1).tag == "NNP" and place.tag == "NNP":
        place = near(document, place, 1)
    verb = near(document, place, 1)
    return place if place.tag == "NNP" and place.text[0].isupper() and is_finite(verb) and of.tag == "IN" else None

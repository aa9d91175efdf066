"""The closing comma of a speaker named in apposition behind a statement: “…, his daughter, Ada Vane said”."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, near
from app.checks.grammar._people import ROLES, is_person
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag

_SAID = frozenset(
    """said says told added asked warned confirmed announced explained wrote argued noted recalled insisted admitted
    conceded estimated predicted claimed testified""".split()
)
_STARTS = frozenset("his her their its the a an my our one another".split())
_INSIDE = frozenset("DT PRP$ NN NNS NNP NNPS JJ JJR JJS VBN VBG POS HYPH CD AFX".split())
_LINKS = frozenset("of for at in from and 's with to".split())
_TITLES = frozenset("the rev. rev dr. dr sir dame lord lady judge sgt. lt. col. gen. capt. prof. fr. sister".split())
_PARTICLES = frozenset("de van der von al el bin la le di da dos del ben ibn".split())


@check(
    title="Speaker’s comma missing",
    catches="“The pier is safe, its owner, Colm Deane said”: a speaker named in apposition without the second comma.",
    why="The comma that opens an apposition needs its fellow.",
    source="AP Stylebook, comma, nonessential phrases; Guardian style guide, Commas",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("The pier is safe, its owner, Colm [Deane] said.", fixed="The pier is safe, its owner, Colm Deane, said."),
        bad("She died in Leeds, her son, Dr. Amir [Khan] said on Friday.", fixed="She died in Leeds, her son, Dr. Amir Khan, said on Friday."),
        bad("“We won,” their coach, Ann Lee-[Ross] said.", fixed="“We won,” their coach, Ann Lee-Ross, said."),
        bad("By noon the roof had gone, the head of the school, Rosa [Lund] told reporters, though all were safe.", fixed="By noon the roof had gone, the head of the school, Rosa Lund, told reporters, though all were safe."),
        bad("The sentence was fair, the judge, Otis [Blake] said.", fixed="The sentence was fair, the judge, Otis Blake, said."),
        good("The pier is safe, its owner, Colm Deane, said."),
        good("She sued Acme, her employer, Colm Deane said. He met Ann Lee, the coach, Colm Deane said."),
        good("He sold it to a woman, his boss, Colm Deane said, and left."),
        good("By noon, the officer, Colm Deane said, was drunk."),
        good("She kept a shop, a farm, Colm Deane said."),
        good("He had a cat, a dog and a lodger, Colm Deane said."),
    ],
)  # fmt: skip
def speaker_comma(document: Document) -> Iterator[Flag]:
    for i in (i for word in document.places.keys() & _SAID for i in document.places[word]):
        verb = document.tokens[i]
        if verb.tag not in ("VBD", "VBZ") or document.is_quoted(verb.span):
            continue
        last = near(document, verb, -1)
        comma = _comma_before_name(document, last)
        if comma is not None and _is_role(document, comma) and not _goes_on(document, verb):
            yield Flag(
                last.span, f"The comma that closes the name is missing after “{last.text}”.",
                edits=(Edit.insert(last.end, ","),),
            )  # fmt: skip


def _comma_before_name(document: Document, last: Token) -> Token | None:
    """The comma before a name of two words or more that ends at ``last``."""
    if last.tag != "NNP" or not last.text[:1].isupper():
        return None
    words, token = 0, last
    while token.i >= 0 and words < 6:
        if token.text == ",":
            return token if words > 1 else None
        named = token.tag in ("NNP", "NNPS") and token.text[:1].isupper()
        if not (named or token.tag == "HYPH" or token.lower in _PARTICLES | _TITLES):
            return None
        words += named
        token = near(document, token, -1)
    return None


def _is_role(document: Document, comma: Token) -> bool:
    """Whether a role with its article or owner stands between this comma and the mark that ends a statement."""
    head, token = near(document, comma, -1), near(document, comma, -1)
    for _ in range(14):
        if token.text in (",", "”", '"', "’") and token.i < head.i:
            break
        if is_finite(token) or (token.tag not in _INSIDE and token.lower not in _LINKS):
            return False
        if token.tag in ("IN", "TO"):
            head = near(document, token, -1)
        token = near(document, token, -1)
    else:
        return False
    first, before = near(document, token, 1), near(document, token, -1)
    if first.lower not in _STARTS or head.tag != "NN" or not (is_person(head) or head.lower in ROLES):
        return False
    if any(t.lower == "and" for t in document.tokens[first.i : head.i]):
        return False
    if token.text != ",":
        return True
    told = document.tokens[document.sentences[comma.sentence].first : token.i]
    # “She sued Acme, her employer, Colm Deane said”: the role is of the one before.
    named = before.tag in ("NN", "NNP") and (is_person(before) and before.entity not in ("GPE", "DATE", "LOC", "FAC"))
    return any(is_finite(t) for t in told) and not named and before.entity != "ORG"


def _goes_on(document: Document, verb: Token) -> bool:
    """“the officer, Deane said, was drunk”."""
    after = near(document, verb, 1)
    return after.text == "," and (is_finite(near(document, after, 1)) or near(document, after, 1).tag in ("RB", "VBN"))

"""An owner without an apostrophe: “The teams captain”, “Ohios governor”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, is_noun, near, puts
from app.checks.grammar._people import BODIES, PERSONS
from app.facts.document import Document, Token
from app.facts.names_words import is_place
from app.flags.flag import Flag, Span

_OTHER_OWNERS = frozenset(
    """country nation world city town village state region island province county suspect boy girl firm plane ship ferry
    train bus car van truck dog horse film movie show play novel storm river bridge building church mosque temple museum
    gallery theater theatre airport stadium port mine factory brewery airline band singer actor plaintiff defendant accused
    kingdom republic empire district borough parish estate farm hotel restaurant pub shop store website app bill law
    treaty deal project scheme report study patient driver cyclist pilot captain striker club council mayor planet moon
    century season tournament staff library prison factory parish party family company agency charity ministry university college community colony""".split()
)
_NO_OWNERS = frozenset("force authority people headquarters veteran senior nurse other service affair sport".split())
_BEFORE = frozenset("the this that a an his her its their my our each every another".split())
_ORDINALS = frozenset(
    "only own first second third last next former current new oldest largest biggest most entire".split()
)
_FOLLOWS = frozenset("VBD VBZ MD IN TO CC RB WP WDT , . : POS".split())


@check(
    title="Owner without an apostrophe",
    catches="“The teams captain”, “the suspects car”, “Ohios governor”, “the villages only shop”.",
    why="Without its apostrophe the owner reads as a plural.",
    source="AP Stylebook, possessives; Guardian style guide, apostrophes",
    category="grammar",
    severity="must",
    scope="block",
    audible=False,
    examples=[
        bad("The [suspects] car was found in a lake.", fixed="The suspect's car was found in a lake."),
        bad("The [villages] only shop has shut.", fixed="The village's only shop has shut."),
        bad("[Ohios] governor signed it.", fixed="Ohio's governor signed it."),
        bad("A [drivers] passport was found.", fixed="A driver's passport was found."),
        bad("The [judges] decision was clear, he said, “so we won”.", fixed="The judge’s decision was clear, he said, “so we won”.", style="guardian"),
        bad("She kept her late [husbands] medals.", fixed="She kept her late husband's medals."),
        bad("He asked without the [woman] permission.", fixed="He asked without the woman's permission."),
        bad("It wrote to every [banks'] manager.", fixed="It wrote to every bank's manager."),
        good("The patient consent form and the child benefit office stay. Every boys' school and farmers' market shut."),
        good("The teams plan to meet, and the ministers demand talks. The players union won."),
        good("The suspect’s car was found. The sports minister and the sales director left."),
        good("The Naples mayor and the Wales captain met in the teams hotel."),
        good("He gave the teams captains of their own, and the councils face cuts."),
    ],
)  # fmt: skip
def owner_unmarked(document: Document) -> Iterator[Flag]:
    for token in document.tokens:
        word = token.text
        if bare := _bare(document, token) or _one_of_each(document, token):
            yield bare
            continue
        if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
            continue
        rights = _place(document, token) if word[0].isupper() else _owner(document, token)
        if rights:
            yield Flag(
                token.span, f"“{word}” owns what follows and wants an apostrophe: “{rights[0]}”.",
                edits=puts(document, token.span, rights),
            )  # fmt: skip


# Who owns what no compound is made of: “the woman permission”.
_BARE = frozenset(
    """man woman boy girl husband wife widow daughter son brother sister mother father grandmother grandfather uncle aunt
    neighbour neighbor suspect defendant plaintiff minister mayor president governor senator""".split()
)
_OWN_ALONE = frozenset(
    """permission consent knowledge whereabouts belongings possessions injuries remarks testimony wishes bedside birthday
    refusal resignation willingness reluctance lawyer solicitor barrister widow medals diaries ashes coffin""".split()
)
_KINDS = frozenset(
    """school schools team club union group association choir market home shelter ward hospital party league final finals
    day body organisation organization charity movement event race title room lounge toilet forum council""".split()
)


def _bare(document: Document, owner: Token) -> Flag | None:
    """“without the woman permission”: a person and a thing that only belongs to one, side by side."""
    if owner.lower not in _BARE or not owner.text.islower() or near(document, owner, 1).lower not in _OWN_ALONE:
        return None
    before, after = near(document, owner, -1), near(document, near(document, owner, 1), 1)
    before = near(document, before, -1) if before.tag == "JJ" else before
    if before.lower not in ("the", "his", "her", "their", "a", "this") or is_noun(after):
        return None
    right = f"{owner.lower}'s"
    return Flag(owner.span, f"“{owner.text}” owns what follows: “{right}”.", edits=puts(document, owner.span, (right,)))


def _one_of_each(document: Document, owner: Token) -> Flag | None:
    """“every banks' manager”: each is one."""
    mark, thing = near(document, owner, 1), near(document, owner, 2)
    if mark.text not in ("'", "’") or owner.tag != "NNS" or owner.end != mark.start or not owner.lower.endswith("s"):
        return None
    one = _singular(owner.lower)
    if near(document, owner, -1).lower not in ("every", "each", "another") or one is None or thing.lower in _KINDS:
        return None
    if near(document, thing, 1).lower in _KINDS or not (is_noun(thing) or thing.tag == "JJ"):
        return None
    span, right = Span(owner.start, mark.end), f"{one}'s"
    return Flag(span, f"“{near(document, owner, -1).text}” is one: “{right}”.", edits=puts(document, span, (right,)))


@cache
def _owned() -> tuple[frozenset[str], frozenset[str]]:
    """What belongs to an owner, and what of it is a bare verb too."""
    lines = (Path(__file__).parent / "words" / "owned.txt").read_text(encoding="utf-8").splitlines()
    verbs = frozenset(w for line in lines if line.startswith("~") for w in line[1:].split())
    return verbs | frozenset(w for line in lines if line[:1].isalpha() for w in line.split()), verbs


def _owner(document: Document, token: Token) -> tuple[str, ...]:
    one = _singular(token.lower)
    if token.tag not in ("NNS", "NN", "VBZ", "NNPS") or one is None:
        return ()
    before = near(document, token, -1)
    steps = 1
    while before.tag in ("JJ", "NN", "VBN") and steps < 3:
        steps += 1
        before = near(document, token, -steps)
    if before.lower not in _BEFORE:
        return ()
    thing = near(document, token, 1)
    skipped = False
    while (
        thing.lower in _ORDINALS
        or thing.tag in ("JJS", "RBS")
        or (thing.lower == "chief" and near(document, thing, 1).lower == "executive")
    ):
        skipped = True
        thing = near(document, thing, 1)
        if thing.lower == "executive":
            break
    owned, verbs = _owned()
    after = near(document, thing, 1)
    if thing.lower != "executive" and not (
        thing.lower in owned
        or (
            skipped
            and is_noun(thing)
            and (near(document, token, 1).lower in ("only", "own") or near(document, token, 1).tag == "JJS")
        )
    ):
        return ()
    if after.tag not in _FOLLOWS and after.i >= 0 and not is_finite(after):
        return ()
    if thing.lower in verbs and not skipped and after.tag not in ("VBD", "VBZ", "MD"):
        return ()
    if thing.tag in ("VBP", "VBD", "VBZ", "VB") and thing.lower not in verbs and thing.dep == "ROOT":
        return ()
    many = token.lower + "'"
    return (
        (f"{one}'s", many)
        if before.lower not in ("a", "an", "this", "that", "each", "every", "another")
        else (f"{one}'s",)
    )


def _singular(word: str) -> str | None:
    """The owner that the plural is of: teams -> team, companies -> company; None where it is no owner."""
    ones = [word[:-1], word[:-3] + "y"] if word.endswith("ies") else [word[:-1], word[:-2]]
    for one in ones:
        if one in _NO_OWNERS:
            return None
        if one in PERSONS or one in BODIES or one in _OTHER_OWNERS:
            return one
    return None


def _place(document: Document, token: Token) -> tuple[str, ...]:
    """“Ohios governor”: a place that no other place is called, and what it has."""
    one = token.text[:-1]
    if not is_place(one) or is_place(token.text) or one.endswith("s") or not one.isalpha():
        return ()
    thing = near(document, token, 1)
    while thing.lower in _ORDINALS or thing.tag in ("JJS", "RBS"):
        thing = near(document, thing, 1)
    owned, _ = _owned()
    if not thing.text.islower() or not (thing.lower in owned or thing.lower in PERSONS or thing.lower in BODIES):
        return ()
    known = document.names is not None and sum(t.text == token.text for t in document.tokens) > 1
    return () if known else (f"{one}'s",)

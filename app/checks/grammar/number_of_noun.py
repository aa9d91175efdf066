"""each students, this rules, two man: a noun in the wrong number after a word that counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._classes import NUMBERS
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag

_ONE = ("each", "every", "this", "another", "either", "neither")
_MORE = ("these", "those")
_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "many", "several", "few")
_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "people"}
_SINGULAR_IN_S = frozenset(
    """news series means species headquarters crossroads barracks works politics economics physics mathematics athletics
    gas bus virus campus status census crisis analysis thesis process access success press business address congress
    boss class glass grass mass pass cross dress witness united sports mess loss lens bonus weeks days months years
    premises grounds gallows shambles innings mews chassis congress""".split()
)


@check(
    title="Noun in the wrong number",
    catches="“each students”, “this rules”, “these rule”, “two man”.",
    why="It reads as if a word had been changed and its neighbor forgotten.",
    source="Grammar",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("He was bitten on both [hand] and fell.", fixed="He was bitten on both hands and fell."),
        bad("They lost three times in as many [game].", fixed="They lost three times in as many games."),
        bad("Dozens of [car] were burned.", fixed="Dozens of cars were burned."),
        bad("She said one of the [driver] was hurt.", fixed="She said one of the drivers was hurt."),
        bad("The plan would cut 300 [job] in the north.", fixed="The plan would cut 300 jobs in the north."),
        bad("Each [students] won a prize.", fixed="Each student won a prize."),
        bad("[This] rules are old.", fixed="These rules are old."),
        bad("[These] rule is old.", fixed="This rule is old."),
        bad("Two [man] were held.", fixed="Two men were held."),
        bad("Several [house] were hit.", fixed="Several houses were hit."),
        bad("Many [school] will stay shut.", fixed="Many schools will stay shut."),
        bad("Four of the [bridge] fell.", fixed="Four of the bridges fell."),
        bad("A [trucks] blocked the lane.", fixed="A truck blocked the lane."),
        bad("Neither [sides] won.", fixed="Neither side won."),
        good("Either cars or vans will do, and a drinks firm won a sales award. All house plans were kept."),
        bad("These [report] are late.", fixed="These reports are late."),
        good("It cost them both time and money, at stage 3 level, in a three game run and on page 40 line by line."),
        good("It is both house and barn, and one of the family was there."),
        good("Three fish were sold, several hundred were hurt, and two aircraft have left."),
        good("Many have said that ten percent were lost. The two crew were saved."),
        good("Each student won; every two years these people and this sports club meet."),
        good("These days are gone, those present left, and this week’s rules stand."),
        good("Two man-made lakes, three child seats and six person hours."),
        good("This means that this is news, and another series begins."),
    ],
)  # fmt: skip
def number_of_noun(document: Document) -> Iterator[Flag]:
    yield from _far(document)
    yield from _one_of_many(document)
    for i in (i for word in (*_ONE, *_MORE, *_COUNTS) for i in document.places.get(word, ())):
        token = document.tokens[i]
        noun = near(document, token, 1)
        after = near(document, noun, 1)
        if after.tag in ("NN", "NNS", "NNP", "HYPH", "POS", "JJ", "VBG") or after.lower in ("-", "'s", "'"):
            continue
        if _counted_thing(document, token, noun) or (
            token.lower in _COUNTS and _is_single(noun) and _ends_phrase(document, token, noun)
        ):
            right = plural_noun(noun.lower)
            yield Flag(
                noun.span, f"“{token.text}” takes the plural: “{right}”.", edits=puts(document, noun.span, (right,))
            )
        elif token.lower in _COUNTS:
            if noun.lower in _IRREGULAR and noun.tag == "NN":
                right = _IRREGULAR[noun.lower]
                yield Flag(
                    noun.span, f"“{token.text}” takes the plural: “{right}”.", edits=puts(document, noun.span, (right,))
                )
        elif token.lower in _ONE and _is_plural(noun):
            if token.lower == "this":
                if after.tag in ("VBP", "VBD", "MD") or after.lower in ("are", "were", "have"):
                    one = Edit.replace(noun.span, _singular(noun))
                    yield Flag(
                        token.span,
                        f"“{noun.text}” is a plural: “these”.",
                        edits=(*puts(document, token.span, ("these",)), *([one] if after.tag == "MD" else ())),
                    )
            elif token.lower not in ("either", "neither") or not _pairs(document, token):
                right = _singular(noun)
                yield Flag(
                    noun.span,
                    f"“{token.text}” takes the singular: “{right}”.",
                    edits=puts(document, noun.span, (right,)),
                )
        elif (
            token.lower in _MORE
            and noun.tag == "NN"
            and after.lower in ("is", "was", "has", "are", "were", "have", "will")
            and noun.lower not in _SINGULAR_IN_S
        ):
            right = "this" if token.lower == "these" else "that"
            if after.lower in ("are", "were", "have", "will"):
                many = plural_noun(noun.lower)
                yield Flag(
                    noun.span, f"“{token.text}” takes the plural: “{many}”.", edits=puts(document, noun.span, (many,))
                )
                continue
            yield Flag(
                token.span, f"“{noun.text}” is a singular: “{right}”.", edits=puts(document, token.span, (right,))
            )


_NOT_COUNTED = _SINGULAR_IN_S | frozenset(
    "fish sheep deer aircraft police staff people offspring salmon trout shrimp million billion thousand hundred dozen percent cent foot pound stone crew head fold half personnel poultry cattle data media bacteria criteria phenomena alumni many more few spacecraft hovercraft craft yen rand baht euro won counsel elk moose bison squid quid bit".split()
)


# Nouns that are counted and seldom stand for stuff, a way or a measure: one of these alone after “three” lacks its s.
_THINGS = frozenset((Path(__file__).parent / "words" / "number_of_noun.txt").read_text(encoding="utf-8").split())
_AMOUNTS = frozenset("dozens hundreds thousands scores number handful couple pair series lots".split())
_ENDS = frozenset(". , ; : RP IN TO CC VBD VBZ VBP MD RB WDT WP -RRB- EX PRP DT".split())


def _far(document: Document) -> Iterator[Flag]:
    """“both hand”, “as many game”, “14 person”, “dozens of car”, “one of the driver”."""
    for i in (i for word in document.places.keys() & _THINGS for i in document.places[word]):
        noun = document.tokens[i]
        before = near(document, noun, -1)
        first = near(document, before, -1) if before.lower in ("the", "his", "her", "its", "their", "of") else before
        if noun.tag != "NN" or not _closes(document, noun):
            continue
        count = before
        if before.lower == "both":
            after = near(document, noun, 1)
            fits = after.lower != "and" or near(document, after, 1).tag in ("VBD", "VBZ")
        elif before.tag == "CD" and before.lower not in _COUNTS:
            fits = _plain_count(document, before)
        elif before.lower == "of":
            count = near(document, before, -1)
            fits = count.lower in _AMOUNTS - {"series", "couple", "pair"} and near(document, count, -1).lower != "the"
        elif before.lower in ("the", "his", "her", "its", "their") and first.lower == "of":
            count = near(document, first, -1)
            counts = count.lower == "one" or count.lower in _COUNTS
            fits = counts and near(document, count, -1).tag not in ("JJ", "DT") and noun.lower not in _PARTS
        elif before.lower in ("dozen", "hundred", "thousand"):
            fits = near(document, before, -1).lower in ("a", *_COUNTS)
        elif before.lower == "all":
            fits = near(document, noun, 1).lower in ("are", "were", "have")
        elif before.tag == "JJS":
            the = near(document, before, -1)
            count = near(document, the, -1)
            fits = the.lower in ("the", "its", "their") and count.lower == "among"
        else:
            continue
        if fits:
            right = plural_noun(noun.lower)
            yield Flag(
                noun.span, f"“{count.text}” takes the plural: “{right}”.", edits=puts(document, noun.span, (right,))
            )


def _pairs(document: Document, either: Token) -> bool:
    """Whether “or” or “nor” follows: “either cars or vans”."""
    return any(near(document, either, n).lower in ("or", "nor") for n in range(2, 9))


def _one_of_many(document: Document) -> Iterator[Flag]:
    """“A trucks blocked the road.”: a plural right behind “a”, with nothing behind it to count."""
    for i in (i for word in ("a", "an") for i in document.places.get(word, ())):
        noun = near(document, document.tokens[i], 1)
        if not (_is_plural(noun) and noun.text.islower() and _singular(noun) in _THINGS and _closes(document, noun)):
            continue
        right = _singular(noun)
        yield Flag(noun.span, f"“A” takes the singular: “{right}”.", edits=puts(document, noun.span, (right,)))


# “one of the family”, “one of the group”: bodies have members.
_PARTS = frozenset(
    "team crew club family group party band bank council company school church country state union".split()
)


def _plain_count(document: Document, number: Token) -> bool:
    """Whether a number counts what follows: not “page 40”, “1”, a year, a score or a sum of money."""
    before = near(document, number, -1)
    group = before.lower == "of" and near(document, before, -1).text[:1].isupper()  # a Group of 20 meeting
    if group or before.lower == "top" or document.text[number.start - 1 : number.start] == "-" or "-" in number.text:
        return False
    if before.text in ("$", "£", "€", "-", "–", "/", ".", "No") or before.tag in ("NNP", "CD", "NN", "HYPH"):
        return False
    if number.text.isdigit():
        return 2 <= int(number.text) < 1900 or int(number.text) > 2100
    return number.lower in NUMBERS


def _closes(document: Document, noun: Token) -> bool:
    after = near(document, noun, 1)
    return after.i < 0 or after.tag in _ENDS


def _counted_thing(document: Document, count: Token, noun: Token) -> bool:
    if count.lower not in _COUNTS and count.lower not in _MORE:
        return False
    if noun.lower not in _THINGS or noun.tag != "NN" or not _closes(document, noun):
        return False
    if count.lower in _MORE:
        after = near(document, noun, 1)
        return (
            noun.lower not in ("kind", "sort", "type")
            and after.lower not in ("is", "was", "has")
            and after.tag != "VBZ"
        )
    return count.tag != "RB" and (count.tag != "CD" or _plain_count(document, count))


def _is_single(noun: Token) -> bool:
    return (
        noun.tag == "NN"
        and noun.text.islower()
        and noun.text.isalpha()
        and noun.lower not in _NOT_COUNTED
        and not noun.lower.endswith(("s", "ing", "men"))
    )


def _ends_phrase(document: Document, count: Token, noun: Token) -> bool:
    """Whether a verb in the plural, a past or a future follows, so that the noun is the whole subject: “several house were hit”."""
    verb, before = near(document, noun, 1), near(document, count, -1)
    opens = before.i < 0 or before.lower in (
        "the",
        "but",
        "and",
        "that",
        "said",
        ",",
        "all",
        "its",
        "his",
        "her",
        "their",
    )
    return (
        opens
        and (
            verb.lower in ("are", "were", "have", "will", "would", "had")
            or (verb.tag == "VBP" and verb.lower == verb.lemma)
        )
        and noun.lower not in _IRREGULAR
    )


def plural_noun(noun: str) -> str:
    """The regular plural: house, houses; city, cities; church, churches."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _is_plural(noun: Token) -> bool:
    return (
        noun.tag == "NNS" and noun.lower.endswith("s") and noun.lower != noun.lemma and noun.lower not in _SINGULAR_IN_S
    )


def _singular(noun: Token) -> str:
    return noun.lemma.lower() if noun.lower.startswith(noun.lemma.lower()[:3]) else noun.lower.removesuffix("s")

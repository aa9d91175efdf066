"""each of, one of, neither of, there is: subjects whose number is easily missed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._agree import AGREES, plural_of, singular_of
from app.checks.grammar._near import is_finite, near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

_ONES = frozenset("one each neither either".split())
_MANY = frozenset(
    """two three four five six seven eight nine ten eleven twelve many several few dozens hundreds thousands both various
    numerous multiple other more""".split()
)
_MEASURES = frozenset(
    """years months weeks days hours minutes seconds miles yards feet meters metres kilometers kilometres dollars pounds
    euros percent points degrees acres goals runs more""".split()
)

Found = tuple[Token, str] | None


@check(
    title="Number of the subject missed",
    catches="“each of … are”, “one of … were”, “there is two”, “people who has”, “police is”, “a criteria”.",
    why="Careful readers hear it at once.",
    source="AP Stylebook, subject-verb agreement; Guardian style guide, Plurals",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("One of the drivers [were] hurt.", fixed="One of the drivers was hurt."),
        bad("Each of the towns [have] a mayor.", fixed="Each of the towns has a mayor."),
        bad("Neither of the men [were] armed.", fixed="Neither of the men was armed."),
        bad("There [was] two cars in the lane.", fixed="There were two cars in the lane."),
        bad("Families who [has] lost homes came.", fixed="Families who have lost homes came."),
        bad("Police [is] looking for a man.", fixed="Police are looking for a man."),
        bad("The mayor, along with her aides, [were] told.", fixed="The mayor, along with her aides, was told."),
        bad("Two of the bridges on the road [was] shut.", fixed="Two of the bridges on the road were shut."),
        bad("Every one of the pumps [are] broken.", fixed="Every one of the pumps is broken."),
        good("One of the drivers who were hurt was 18. There were two cars, and there was ice."),
        good("There was 20 minutes left, and there was more to come."),
        good("A spokesman for the families who has lost his job came. The police chief is looking."),
        good("Were each of the towns to vote? If neither of the men were armed, why shoot?"),
        good("The mayor is one of the leaders who are to go."),
    ],
)  # fmt: skip
def one_of(document: Document) -> Iterator[Flag]:
    for words, find in _FINDERS:
        for i in (i for word in words for i in document.places.get(word, ())):
            token = document.tokens[i]
            if document.blocks[document.sentences[token.sentence].block].is_body:
                found = find(document, token)
                if found is not None:
                    yield _flag(document, *found)


def _flag(document: Document, verb: Token, subject: str) -> Flag:
    number = AGREES[verb.lower]
    right = plural_of(verb.lower) if number == "singular" else singular_of(verb.lower)
    wants = "plural" if number == "singular" else "singular"
    return Flag(
        verb.span, f"“{subject}” takes a {wants} verb: “{right}”, not “{verb.text}”.", edits=puts(document, verb.span, (right,))
    )  # fmt: skip


def _several(document: Document, number: Token) -> Found:
    """“two of the bridges was”, “many of the towns has”."""
    if near(document, number, 1).lower != "of" or near(document, number, 2).lower not in (
        "the",
        "them",
        "its",
        "his",
        "her",
        "their",
        "these",
        "those",
    ):
        return None
    before = near(document, number, -1)
    if (
        before.i >= 0
        and before.lower not in ("that", "but", "because", "as", "while", "when", "least")
        and before.text != ","
    ):
        return None
    for n in range(3, 10):
        token = near(document, number, n)
        if is_finite(token):
            wrong = AGREES.get(token.lower) == "singular" and near(document, token, -1).tag in ("NNS", "NN", "PRP")
            return (token, f"{number.text} of") if wrong and near(document, number, 3).tag != "NN" else None
        if token.i < 0 or token.text in (",", ";", "(") or token.tag in ("WP", "WDT", "CC", "VBN", "VBG", "PRP"):
            return None
    return None


def _one(document: Document, one: Token) -> Found:
    if near(document, one, 1).lower != "of" or near(document, one, -1).tag in (
        "VB",
        "VBD",
        "VBP",
        "VBZ",
        "IN",
        "TO",
        "VBG",
    ):
        return None
    if near(document, one, -1).lower in ("only", "not", "if", "than", "no", "were", "is", "was"):
        return None
    sentence = document.tokens[document.sentences[one.sentence].first : one.i]
    if any(t.lower in ("if", "wish", "though") for t in sentence):
        return None
    plural = False
    for n in range(2, 9):
        token = near(document, one, n)
        if token.tag in ("NNS", "NNPS") or token.lower in ("them", "us", "these", "those", "two"):
            plural = True
        elif is_finite(token):
            wrong = (
                plural
                and AGREES.get(token.lower) == "plural"
                and near(document, token, -1).lower not in ("who", "that", "which")
            )
            return (token, f"{one.text} of") if wrong else None
        elif token.i < 0 or token.text in (",", ";", "(") or token.tag in ("WP", "WDT", "CC", "VBN", "VBG", "PRP"):
            return None
    return None


def _there(document: Document, there: Token) -> Found:
    verb, after = near(document, there, 1), near(document, there, 2)
    if verb.lower == "has" and after.lower == "been" and there.tag == "EX":
        counted = near(document, there, 3)
        while counted.tag == "JJ" and counted.lower not in _MANY:
            counted = near(document, counted, 1)
        return (
            (verb, "there")
            if counted.lower in _MANY - {"more", "other"} and near(document, counted, 1).tag in ("NNS", "JJ")
            else None
        )
    if after.lower == "no" and verb.lower in ("is", "was") and there.tag == "EX":
        thing = near(document, there, 3)
        while thing.tag == "JJ":
            thing = near(document, thing, 1)
        plain = (
            thing.tag == "NNS"
            and thing.lower.endswith("s")
            and near(document, thing, 1).tag not in ("NN", "NNS", "POS", "HYPH")
        )
        return (verb, "there") if plain and thing.lower not in _MEASURES else None
    if verb.lower not in ("is", "was") or there.tag != "EX" or near(document, verb, 1).lower == "a":
        return None
    noun = near(document, there, 3)
    if after.lower in _MANY or (after.tag == "CD" and after.lower not in ("one", "1")):
        if after.lower in ("more", "other"):
            return None
        while noun.tag in ("JJ", "CD", "VBN", "NN"):
            noun = near(document, noun, 1)
        return (verb, "there") if noun.tag == "NNS" and noun.lower not in _MEASURES else None
    plain = (
        after.tag == "NNS"
        and after.lower.endswith("s")
        and near(document, after, 1).tag not in ("NN", "NNS", "POS", "HYPH")
    )
    return (
        (verb, "there")
        if plain and after.lower not in _MEASURES and not after.lower.endswith("ics") and after.lower != "news"
        else None
    )


def _who(document: Document, who: Token) -> Found:
    noun, verb = near(document, who, -1), near(document, who, 1)
    if (
        verb.lower not in ("is", "was", "has")
        or noun.tag != "NNS"
        or not noun.lower.endswith(("s", "men", "women", "people", "children"))
    ):
        return None
    for n in range(2, 7):
        token = near(document, who, -n)
        if token.tag in ("IN", "TO", "CC", "POS", "VBG", "VBN") or token.lower in ("of", "'s", ","):
            return None
        if token.i < 0 or token.tag not in ("DT", "JJ", "CD", "NN", "PRP$", "NNP"):
            break
    return (verb, noun.text)


def _police(document: Document, police: Token) -> Found:
    before, verb = near(document, police, -1), near(document, police, 1)
    if verb.lower not in ("is", "was", "has") or (police.tag == "NNP" and police.text[0].isupper() and before.i >= 0):
        return None
    if before.i >= 0 and before.lower not in (
        "the",
        "that",
        "local",
        "because",
        "but",
        ",",
        "while",
        "these",
        "those",
        "many",
        "most",
        "some",
        "state",
        "military",
        "other",
        "young",
        "few",
    ):
        return None
    if before.i >= 0 and near(document, police, -2).tag in ("IN", "VBG", "TO", "VB", "VBD", "VBZ", "VBP"):
        return None
    return (verb, police.text) if before.text != "," or near(document, police, -2).i < 0 else None


def _along_with(document: Document, word: Token) -> Found:
    """A singular subject with a company set off by commas: “The mayor, along with her aides, were”."""
    follows = near(document, word, 1).lower
    if word.lower == "as" and not (follows == "well" and near(document, word, 2).lower == "as"):
        return None
    if (word.lower in ("along", "together") and follows != "with") or (word.lower == "accompanied" and follows != "by"):
        return None
    comma, head = near(document, word, -1), near(document, word, -2)
    if (
        comma.text != ","
        or head.tag not in ("NN", "NNP")
        or document.tokens[document.sentences[word.sentence].first : head.i + 1][0].tag not in ("DT", "NNP", "PRP$")
    ):
        return None
    opening = document.tokens[document.sentences[word.sentence].first : comma.i]
    if any(t.tag in ("CC", "IN", "NNS") or is_finite(t) for t in opening):
        return None
    for n in range(2, 12):
        token = near(document, word, n)
        if token.i < 0 or is_finite(token):
            return None
        if token.text == ",":
            verb = near(document, token, 1)
            return (verb, opening[-1].text) if AGREES.get(verb.lower) == "plural" else None
    return None


_FINDERS: tuple[tuple[tuple[str, ...], Callable[[Document, Token], Found]], ...] = (
    (tuple(sorted(_ONES)), _one),
    (("there",), _there),
    (("who",), _who),
    (("police", "people"), _police),
    (("along", "together", "accompanied", "as"), _along_with),
    (("two", "three", "four", "five", "six", "seven", "eight", "nine", "many", "several", "both"), _several),
)

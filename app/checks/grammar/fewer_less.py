"""less for fewer, amount for number, and the like: things that are counted and things that are not."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

# Measures: "less than 10 miles" is one distance.
_MEASURES = frozenset(
    """percent percentage cent points point miles mile kilometers kilometres km meters metres feet foot inches yards acres
    hectares liters litres gallons pints ounces pounds pound dollars dollar euros euro yen yuan rupees pence cents tons
    tonnes barrels kilograms kilogrammes kilos kg grams degrees years year months month weeks week days day hours hour
    minutes minute seconds second times million billion trillion bn m mph kph watts megawatts gigawatts knots francs
    marks shekels pesos rubles roubles lira stone carats calories volts fahrenheit celsius decades centuries""".split()
)
# Plurals that are a mass rather than a count.
_MASSES = frozenset(
    """goods funds savings data means proceeds earnings emissions resources profits losses taxes sales costs wages
    clothes news politics economics odds thanks arms damages contents details drugs antics looks savings sports athletics
    media supplies revenues receipts exports imports stakes qualms toxins pollutants fumes ashes greens sweets leftovers
    genetics ethics electronics goodies riches credentials surroundings remains""".split()
)
_CLASSING = frozenset(
    """new british american foreign overseas domestic local public private full-time part-time international medical
    nursing single female male black white asian hispanic european chinese indian african french german russian rural
    urban elderly state federal military civilian commercial national undergraduate graduate qualified""".split()
)
_MASS_NOUNS = frozenset(
    """money water information advice evidence equipment furniture luggage baggage traffic rain snow food fuel electricity
    research news progress knowledge damage harm work homework rubbish garbage rice bread machinery jewelry jewellery
    software hardware clothing weather happiness violence oil gas pollution legislation training""".split()
)


@check(
    title="fewer, less; number, amount",
    catches="“less” and “amount of” with things that are counted, “many” and “fewer” with what is not.",
    why="Careful readers know the rule and judge the paper by it.",
    source="AP Stylebook, fewer, less; Guardian style guide, less or fewer?",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("The city has [less] nurses than in 2019.", fixed="The city has fewer nurses than in 2019."),
        bad("There were [less] British pupils than forecast.", fixed="There were fewer British pupils than forecast."),
        bad("A record [amount] of voters stayed home.", fixed="A record number of voters stayed home."),
        bad("The bill drew [less] than 40 votes.", fixed="The bill drew fewer than 40 votes."),
        bad("[Less] people came this year.", fixed="Fewer people came this year."),
        bad("How [much] people came is unknown.", fixed="How many people came is unknown."),
        bad("They had [fewer] money than before.", fixed="They had less money than before."),
        good("It took less than 15 minutes, cost less than $40 and is less than five miles away."),
        good("Less developed countries have less money, and less than 10% vote."),
        good("The amount of goods sold fell, and the number of people rose."),
        good("He was less people person than boss; the more the merrier, the less said the better."),
        good("She had no less than 20 years of work behind her."),
    ],
)  # fmt: skip
def fewer_less(document: Document) -> Iterator[Flag]:
    for token in document.tokens:
        word = token.lower
        if word == "less" and _counted_after(document, token):
            yield _flag(document, token, "fewer", "“Fewer” goes with things that are counted")
        elif word in ("amount", "amounts", "quantity") and near(document, token, 1).lower == "of":
            noun = _noun(document, near(document, token, 2))
            if word != "quantity" and noun.tag == "NNS" and _is_count(noun):
                yield _flag(
                    document, token, word.replace("amount", "number"), "“Number” goes with things that are counted"
                )
        elif word == "much" and near(document, token, 1).tag == "NNS" and _is_count(near(document, token, 1)):
            if near(document, token, -1).lower in ("how", "too", "so", "as", "not", "that", "n't", "very"):
                yield _flag(document, token, "many", "“Many” goes with things that are counted")
        elif word in ("fewer", "many") and _is_mass(document, near(document, token, 1)):
            right = "less" if word == "fewer" else "much"
            yield _flag(document, token, right, f"“{right.title()}” goes with what is not counted")


def _flag(document: Document, token: Token, right: str, rule: str) -> Flag:
    return Flag(token.span, f"{rule}: “{right}”, not “{token.lower}”.", edits=puts(document, token.span, (right,)))


def _noun(document: Document, token: Token) -> Token:
    for _ in range(3):
        if token.tag not in ("JJ", "VBG", "VBN", "PRP$", "DT", "CD", "JJR", "JJS"):
            break
        token = near(document, token, 1)
    while token.tag in ("NN", "NNP") and near(document, token, 1).tag in ("NN", "NNS", "NNP", "NNPS"):
        token = near(document, token, 1)
    return token


def _is_count(noun: Token) -> bool:
    return noun.lower not in _MEASURES and noun.lower not in _MASSES


def _is_mass(document: Document, noun: Token) -> bool:
    return noun.lower in _MASS_NOUNS and noun.tag == "NN" and near(document, noun, 1).tag not in ("NN", "NNS", "HYPH")


def _counted_after(document: Document, less: Token) -> bool:
    after = near(document, less, 1)
    if (
        near(document, less, -1).lower in ("no", "the", "nothing", "more", "or", "nor", "much", "-", "even")
        and after.lower == "than"
    ):
        return False
    if after.lower == "than":
        return _counted_number(document, near(document, less, 2))
    if after.tag == "NNS" or after.lower == "people":
        return (
            _is_count(after)
            and near(document, after, 1).tag not in ("NN", "NNS", "HYPH")
            and near(document, less, -1).lower not in ("the", "no")
        )
    if after.text[:1].isupper() or after.lower in _CLASSING:
        noun = near(document, after, 1)
        if noun.tag == "CD" and near(document, noun, 1).lower == "-":
            return noun.lower[:1].isdigit() and any(near(document, noun, n).lower in ("olds",) for n in (3, 4, 5))
        return (noun.tag == "NNS" and _is_count(noun)) or noun.lower.endswith("-olds")
    return False


def _counted_number(document: Document, token: Token) -> bool:
    """Whether "less than" stands before a number of people or things, not a measure."""
    if token.tag != "CD" or token.lower in ("one", "half", "1"):
        return False
    noun = near(document, token, 1)
    if noun.lower in ("million", "billion", "hundred", "thousand", "dozen"):
        noun = near(document, noun, 1)
    if noun.tag in ("JJ", "VBN", "NN") and near(document, noun, 1).tag == "NNS":
        if noun.lower in ("square", "cubic", "nautical", "metric", "u.s.", "percentage", "working"):
            return False
        noun = near(document, noun, 1)
    return (noun.tag == "NNS" or noun.lower == "people") and _is_count(noun) and near(document, noun, 1).tag != "HYPH"

"""that or which for a person, who for a thing, “two of which” of people: told by the noun the clause hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, near, puts
from app.checks.grammar._people import PERSONS, is_body, is_person_word
from app.facts.document import Document, Token
from app.flags.flag import Flag, Severity

# Words for several people taken as one, or that need not be people at all.
_NOT_ONE = frozenset(
    """crew couple family team staff personnel clergy crowd youth pair duo trio others many some both all most none half few
    one anyone someone everyone nobody somebody person's chief head star major general lead chair guard host hero critic
    principal member champion subject captain people person those victim killer""".split()
)
_THINGS = frozenset(
    """ship liner ferry tanker vessel boat yacht freighter trawler submarine plane jet helicopter aircraft bus train tram car
    van lorry truck bridge building house mine river storm hurricane cyclone typhoon volcano law bill rule book film play
    painting machine engine virus vaccine drug tree road village town satellite rocket probe""".split()
)
_TOLD = frozenset("tell inform warn convince assure remind persuade show notify say".split())
_COUNTS = frozenset(
    "two three four five six seven eight nine ten some many most all none several both half each one".split()
)


@check(
    title="who for people, which for things",
    catches="“the official that signed”, “Ms Dacre, 81, that had worked”, “the liner, who was”, “six sailors, two of which”.",
    why="People are who; ships, firms and laws are not.",
    source="AP Stylebook, essential clauses; Guardian style guide, that, which or who; Fowler’s, who and that",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("The official [that] signed the order has retired.", fixed="The official who signed the order has retired.", severity="should"),
        bad("Among them was Ann Roe, 81, [that] had sewn the flag.", fixed="Among them was Ann Roe, 81, who had sewn the flag."),
        bad("The ferry Ardent, [who] was due at noon, sank.", fixed="The ferry Ardent, which was due at noon, sank."),
        bad("Six sailors were saved, two of [which] had burns.", fixed="Six sailors were saved, two of whom had burns."),
        bad("The ward took 90 patients, 12 of [which] died.", fixed="The ward took 90 patients, 12 of whom died."),
        bad("The clerk [which] lost the file has resigned.", fixed="The clerk who lost the file has resigned."),
        good("He told the official that signed copies were late."),
        good("Six sailors left on two boats, one of which sank. The crew that sailed it won."),
        good("The ward has two scanners, one of which is new, and sent six crews, two of which came from Wales."),
        good("The ferry’s captain, who was due at noon, drowned."),
        good("The minister said that taxes would rise, and the chief executive that year was Cole."),
    ],
)  # fmt: skip
def who_or_that(document: Document) -> Iterator[Flag]:
    for word in ("that", "which", "who"):
        for i in document.places.get(word, ()):
            token = document.tokens[i]
            if not document.blocks[document.sentences[token.sentence].block].is_body:
                continue
            if word == "who":
                yield from _thing(document, token)
            elif word == "which" and near(document, token, -1).lower == "of":
                yield from _of_which(document, token)
            else:
                yield from _person(document, token)


def _person(document: Document, relative: Token) -> Iterator[Flag]:
    verb, before = near(document, relative, 1), near(document, relative, -1)
    if not is_finite(verb) or verb.i < 0:
        return
    if before.text == "," and relative.lower == "that":
        if _follows_age(document, before):
            yield _flag(document, relative, "who", "A person is “who”, not “that”.", None)
        return
    if before.tag not in ("NN", "NNS") or not before.text.islower():
        return
    word = before.lower.removesuffix("s")
    if not (before.lower in PERSONS or word in PERSONS) or before.lower in _NOT_ONE or word in _NOT_ONE:
        return
    first = document.sentences[relative.sentence].first
    if relative.tag != "WDT" or any(t.lemma in _TOLD for t in document.tokens[max(first, relative.i - 8) : relative.i]):
        return
    if (before.tag == "NNS" and verb.lower in ("is", "was", "has")) or _hangs_on_of(document, before):
        return
    severity = Severity.SHOULD if relative.lower == "that" else None
    yield _flag(document, relative, "who", f"“{before.text}” is a person: “who”, not “{relative.text}”.", severity)


def _hangs_on_of(document: Document, noun: Token) -> bool:
    """Whether “of” leads back to another noun: “the killing of an officer that was claimed”."""
    token = near(document, noun, -1)
    while token.tag in ("DT", "JJ", "NN", "NNP", "CD", "PRP$"):
        token = near(document, token, -1)
    return token.lower == "of"


def _follows_age(document: Document, comma: Token) -> bool:
    """Whether “Winifred Dacre, 81” or a full name stands before the comma."""
    age = near(document, comma, -1)
    if re.fullmatch(r"1?\d\d", age.text) and near(document, age, -1).text == ",":
        name = near(document, age, -2)
        return name.text[:1].isupper() and near(document, name, -1).text[:1].isupper()
    return False


def _thing(document: Document, who: Token) -> Iterator[Flag]:
    verb, before = near(document, who, 1), near(document, who, -1)
    if who.tag not in ("WP",) or not is_finite(verb):
        return
    clause = verb if verb.dep not in ("aux", "auxpass") else document.head_of(verb)
    nouns = [document.head_of(clause)] if clause.dep == "relcl" else []
    noun = before if before.text != "," else near(document, before, -1)
    nouns.append(noun)
    for noun in nouns:
        name = noun.text[0].isupper() and noun.tag == "NNP"
        thing = _named_thing(document, noun) if name else noun
        if thing is not None and thing.lower in _THINGS and thing.tag == "NN" and thing.i < who.i:
            yield _flag(
                document, who, "which" if before.text == "," else "that", f"A {thing.text} is “which”, not “who”.", None
            )
            return


def _named_thing(document: Document, name: Token) -> Token | None:
    """The common noun before a name: “the liner Aurelia Star”."""
    token = name
    for _ in range(4):
        token = near(document, token, -1)
        if token.tag != "NNP":
            return token
    return None


def _of_which(document: Document, which: Token) -> Iterator[Flag]:
    count = near(document, which, -2)
    if count.lower not in _COUNTS and not count.text.isdigit():
        return
    if near(document, count, -1).text != ",":
        return
    first = document.sentences[which.sentence].first
    plurals = [
        t
        for t in document.tokens[first : count.i]
        if t.tag == "NNS" or (t.lower in ("people", "crew", "men", "women", "children"))
    ]
    if plurals and all(_surely_persons(t) for t in plurals):
        yield _flag(document, which, "whom", "People are “whom”: “of whom”.", None)


_ALSO_PERSONS = frozenset(
    "sailor miner climber rower swimmer driver hiker skier striker builder banker trader runner".split()
)


def _surely_persons(noun: Token) -> bool:
    lemma = noun.lemma.lower()
    if is_body(noun) or lemma == "crew":
        return noun.lower == "crew"
    return (
        is_person_word(noun)
        or lemma in PERSONS
        or lemma in _ALSO_PERSONS
        or lemma.endswith(("ist", "ian", "man", "naut"))
    )


def _flag(document: Document, token: Token, right: str, message: str, severity: Severity | None) -> Flag:
    return Flag(token.span, message, edits=puts(document, token.span, (right,)), severity=severity)

"""Subject and verb that differ in number, with what stands between them passed over."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._agree import AGREES, plural_of, singular_of
from app.checks.grammar._classes import QUANTITIES
from app.checks.grammar._near import near, puts
from app.checks.grammar._people import is_person_word
from app.checks.grammar._subject import Subject, subject_before
from app.facts.document import Document, Token
from app.flags.flag import Flag, Severity

# Nouns that end in s and are singular, or plural without an s, or either.
_SINGULAR_IN_S = frozenset(
    """news politics economics mathematics physics athletics gymnastics ethics statistics series species means headquarters
    works barracks crossroads measles mumps diabetes aids rabies genetics electronics logistics linguistics acoustics
    dynamics tactics mechanics robotics analytics basics premises grounds odds maths darts billiards checkers dominoes
    customs thanks congratulations savings earnings lens gas bus virus campus status census chaos basis crisis analysis
    thesis emphasis hypothesis diagnosis sepsis process access success press business address progress congress mess loss
    boss class glass grass mass pass cross dress stress princess witness fitness illness weakness wilderness darkness
    happiness sickness dizziness bonus focus genus minus plus versus cactus surplus consensus apparatus prospectus chorus
    corps chassis""".split()
)
_EITHER = (
    frozenset(
        """data media police staff people sheep fish aircraft spacecraft offspring cattle poultry clergy youth majority minority
    rest number lot couple pair more most all none some any half criteria bacteria phenomena alumni personnel folk deer
    salmon trout swine crew pc percent cent per third quarter fifth tenth kind sort type variety range total average what
    twins trousers scissors outskirts series species headquarters means remainder bulk plenty
    dozen hundred thousand million billion trillion score dozens hundreds thousands millions minimum maximum record
    one two three four five six seven eight nine ten who which that here there today yesterday tomorrow
    north south east west united states nations faculty public opposition press duo trio gang mob jury panel board
    committee team group party side club band government council company firm family crowd audience army navy force
    cabinet leadership management generation electorate population community union orchestra choir pair class squad
    delegation administration congregation coalition alliance association league network industry couple mix combination
    host series array handful cluster flurry spate string raft litany slew swath swathe wave stream flood barrage mixture
    core fleet flock herd pack swarm batch bunch clutch cohort quorum selection sample""".split()
    )
    | QUANTITIES
)
# Of these, "a stack of papers were" is a slip all the same: they name one thing that holds or orders others.
_ONE_THING = frozenset(
    """list stack pile box bag set sheaf bundle collection package string network system catalogue catalog
    trove cache roll row queue line book file folder basket bowl tray crate container shipment load consignment petition
    letter plan report study survey review series""".split()
)
# Bodies that take a singular verb in every house style; of teams and boards only American usage says so.
_ALWAYS_ONE = frozenset(
    """government company firm council cabinet ministry department bank university agency airline court charity
    corporation administration commission hospital school""".split()
)
_ONE_IN_AMERICA = frozenset("team committee board jury panel group party crew band".split())
_MEASURES = frozenset(
    """miles mile years year months weeks days hours minutes dollars pounds euros percent cents points degrees feet meters
    metres kilometers kilometres acres hectares tons tonnes gallons barrels yen rupees votes inches yards litres liters
    thirds quarters fifths tenths halves million billion""".split()
)


@check(
    title="Subject and verb do not agree",
    catches="A singular subject with a plural verb or the reverse, where other nouns stand between the two.",
    why="The nearest noun misleads the writer, and the reader notices.",
    source="AP Stylebook, subject-verb agreement, collective nouns; Fowler’s Modern English Usage, Agreement",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("The number of nurses [were] rising each year.", fixed="The number of nurses was rising each year."),
        bad("He said the cost of repairs [have] doubled.", fixed="He said the cost of repairs has doubled."),
        bad("A list of the banks’ demands [were] read out.", fixed="A list of the banks’ demands was read out."),
        bad("The results of the test [was] not known.", fixed="The results of the test were not known."),
        bad("The closure of three mines [are] to blame.", fixed="The closure of three mines is to blame."),
        bad("Officials at the ministry [was] told.", fixed="Officials at the ministry were told."),
        bad("The reports [was] wrong.", fixed="The reports were wrong."),
        bad("Nurses at the clinic [says] they are tired.", fixed="Nurses at the clinic say they are tired."),
        bad("The list of names, read out in court, [were] long.", fixed="The list of names, read out in court, was long."),
        bad("The company [are] to cut jobs.", fixed="The company is to cut jobs.", style="bbc"),
        bad("A number of roads [is] shut.", fixed="A number of roads are shut."),
        bad("Ten people [was] hurt.", fixed="Ten people were hurt."),
        good("The team are in form and the couple have two children.", style="guardian"),
        bad("The mayor and the governor [was] there.", fixed="The mayor and the governor were there."),
        bad("A series of errors by the pilot [were] to blame.", fixed="A series of errors by the pilot was to blame."),
        good("The mayor and Queen’s Counsel was there, and the founder and chairman has left."),
        good("A number of nurses were hurt, and the majority of them are home."),
        good("The cost of food and the price of fuel have doubled."),
        good("Five years of war was enough, and 40 miles of road is closed."),
        good("The news from the mines was grim, and the series was cancelled."),
        good("If the cost of repairs were lower, he would insist that the list of names be read."),
        good("Neither the list nor the letters were read, and most of the cash was gone."),
        good("In the streets of the capital were thousands of fans. The United States is ready."),
        good("What the results of the test showed is that officials in the ministry were told."),
    ],
)  # fmt: skip
def agreement(document: Document) -> Iterator[Flag]:
    for i in (i for word in document.places.keys() & AGREES.keys() for i in document.places[word]):
        token = document.tokens[i]
        if token.tag in ("VBD", "VBZ", "VBP") and document.blocks[document.sentences[token.sentence].block].is_body:
            flag = _judge(document, token)
            if flag:
                yield flag


def _judge(document: Document, verb: Token) -> Flag | None:
    subject = subject_before(document, verb)
    if subject is None or document.text[verb.end : verb.end + 2] in (" “", ' "', " ‘"):
        return None  # what is called “one too many” may be one
    if subject.compound and AGREES[verb.lower] == "singular" and _is_two(document, subject):
        pair = document.text[subject.first.start : subject.last.end]
        right = plural_of(verb.lower)
        message = f"“{pair}” are two: “{right}”, not “{verb.text}”."
        return Flag(verb.span, message, edits=puts(document, verb.span, (right,)))
    if (
        subject.compound
        or subject.opener in ("and", "or")
        or (subject.opener == "," and not _comma_opens_clause(document, subject))
    ):
        return None
    number = _number(document, subject)
    if subject.head.lower in _ONE_IN_AMERICA and near(document, verb, 1).tag in ("CD", "NNS", "NNP"):
        return None  # “The crew are 14 Filipinos”
    said = AGREES[verb.lower]
    if number is None or number == said or _irrealis(document, subject, verb):
        return None
    right = singular_of(verb.lower) if number == "singular" else plural_of(verb.lower)
    head = document.text[subject.first.start : subject.head.end]
    return Flag(
        verb.span, f"The subject is “{head}”, a {number}: “{right}”, not “{verb.text}”.",
        edits=puts(document, verb.span, (right,)), severity=_severity(document, subject, verb),
    )  # fmt: skip


def _is_two(document: Document, subject: Subject) -> bool:
    """Whether the phrase is two, each with its own article: “the mayor and the governor”."""
    tokens = document.tokens[subject.first.i : subject.last.i + 1]
    ands = [t for t in tokens if t.tag == "CC"]
    if (
        subject.opener not in ("", "that")
        or subject.links
        or len(ands) != 1
        or ands[0].lower != "and"
        or len(tokens) > 9
    ):
        return False
    articles = ("the", "a", "an", "his", "her", "its", "their")
    return (
        tokens[0].lower in articles and near(document, ands[0], 1).lower in articles and tokens[-1].tag in ("NN", "NNS")
    )


def _severity(document: Document, subject: Subject, verb: Token) -> Severity | None:
    """Sure where the parser too takes the head for the subject, or where nothing stands between the two."""
    parsed = [document.tokens[i] for i in document.children[verb.i]] + [
        document.tokens[i] for i in document.children[verb.head] if document.tokens[verb.head].i != verb.i
    ]
    agrees = any(t.dep in ("nsubj", "nsubjpass") and t.i == subject.head.i for t in parsed)
    return None if agrees else Severity.MAY


def _comma_opens_clause(document: Document, subject: Subject) -> bool:
    """Whether the comma before the subject closes an opening phrase, so that a clause begins there."""
    first = document.sentences[subject.first.sentence].first
    before = document.tokens[first : subject.first.i - 1]
    return bool(before) and not any(t.text == "," for t in before) and before[0].tag in ("IN", "RB", "VBG", "VBN", "TO")


def _number(document: Document, subject: Subject) -> str | None:
    head, first = subject.head, subject.first
    before = near(document, head, -1)
    if any(t.tag == "CD" or t.text in ("$", "£", "€") for t in document.tokens[first.i : head.i]) and (
        head.lower in _MEASURES or head.tag != "NNS"
    ):  # fmt: skip
        return None
    if (
        head.tag == "NNS"
        and head.i == first.i
        and head.text[0].isupper()
        and not subject.links
        and not is_person_word(head)
    ):
        return None
    if head.tag in ("NNP", "NNPS") or (head.text[0].isupper() and head.i != first.i):
        return None
    if head.lower in _ALWAYS_ONE and head.tag == "NN" and first.lower in ("the", "a", "its", "this", "that", "our"):
        return "singular"
    if (
        head.lower in _ONE_IN_AMERICA
        and document.dialect == "en-US"
        and head.tag == "NN"
        and first.lower in ("the", "a")
        and not subject.links
    ):
        return "singular"
    if head.lower == "people" and first.lower not in ("a", "the", "this", "that"):
        return "plural"
    if head.lower == "number" and "of" in subject.links:
        if before.lower == "the" or first.lower == "the":
            return "singular"
        return "plural" if first.lower == "a" and head.i == first.i + 1 else None
    if head.lower in _EITHER and not (head.lower in _ONE_THING and subject.links[:1] == ("of",) and first.tag == "DT"):
        return None
    if head.tag == "NNS":
        return (
            None
            if head.lower in _SINGULAR_IN_S
            or head.lower in _MEASURES
            or (not head.lower.endswith("s") and head.lower not in ("men", "women", "children"))
            else "plural"
        )
    if head.lower in _SINGULAR_IN_S and head.lower.endswith("ics"):
        return None
    determined = first.lower in (
        "a",
        "an",
        "the",
        "this",
        "that",
        "each",
        "every",
        "another",
        "his",
        "her",
        "its",
        "their",
        "my",
        "our",
    )
    return (
        "singular"
        if head.tag == "NN"
        and (determined or subject.links)
        and (head.lower in _ONE_THING or not head.lower.endswith("s"))
        else None
    )


def _irrealis(document: Document, subject: Subject, verb: Token) -> bool:
    """If, wish and as though take "were"; inverted and asked sentences put the subject behind."""
    sentence = document.sentences[verb.sentence]
    before = {t.lower for t in document.tokens[sentence.first : subject.first.i]}
    if subject.opener == "that" and AGREES[verb.lower] == "plural" and verb.lower not in ("are", "were", "have"):
        return True  # they ask that the law include it
    if verb.lower == "were" and before & {"if", "wish", "wishes", "wished", "though", "suppose", "imagine", "unless"}:
        return True
    if (
        subject.opener in ("that", "")
        and verb.lower in ("have",)
        and before
        & {
            "insist",
            "insisted",
            "demand",
            "demanded",
            "recommend",
            "recommended",
            "asked",
            "ask",
            "suggest",
            "suggested",
            "propose",
            "proposed",
            "require",
            "required",
        }
    ):
        return True
    return document.tokens[sentence.last - 1].text == "?"

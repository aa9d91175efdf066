"""An opening that tells of a person, before a subject that is a thing: “After reviewing the film, the charges were dropped”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._classes import QUANTITIES
from app.checks.grammar._forms import gerund
from app.checks.grammar._near import is_finite, is_noun, near
from app.checks.grammar._people import PERSONS, is_body, is_person
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Flag, Span

_LEADS = frozenset("after before while when by on upon in despite since without".split())
_OF_PEOPLE = frozenset(
    """accused acquitted angered arrested asked born convicted educated elected employed exhausted hailed hospitalised
    hospitalized imprisoned injured invited jailed knighted married orphaned outraged overjoyed paralysed paralyzed praised
    promoted raised sentenced shocked stunned trained widowed wounded armed""".split()
)
_OF_THINGS = frozenset(
    """built erected constructed painted printed published carved moored parked flattened stolen baked brewed covered
    buried hidden discovered unearthed restored demolished designed priced valued stored wrapped woven""".split()
)
_FEELING = frozenset(
    """unable tired worried eager anxious afraid desperate keen proud aware unaware determined unhappy delighted disappointed
    concerned frightened furious angry hungry weary drunk jealous homesick heartbroken""".split()
)
# A building may be built or covered; none is painted in oils or stolen.
_NO_BUILDING = frozenset(
    "painted printed published stolen carved flattened unearthed baked brewed priced valued parked moored woven".split()
)
_NEVER_BUILT = frozenset("council government ministry police committee board airline army party".split())
_SPEAKS = frozenset("say tell add plan want hope believe argue announce vow fear expect think warn intend".split())
_RESCUES = frozenset("free rescue find pull save treat dig cut retrieve discover recover".split())
# What speaks or acts for people, what moves of itself, and what a comment on the sentence may stand before.
_ACTS = frozenset(
    """report study review inquiry survey article book poll editorial film movie show play series song documentary law bill
    campaign world house white administration public storm hurricane jet plane aircraft helicopter ship boat vessel car
    truck lorry bus train van drone missile rocket satellite capsule spacecraft probe dog cat horse bird bear wolf animal
    deer whale shark bee ants ball robot software program app computer machine system model algorithm statement letter
    document indictment lawsuit complaint paper page site website market stock index price rate economy industry sector
    business project plan program scheme town village region island church mosque shop store restaurant hotel factory plant
    station office side duo trio pair lot one ones lead body voice face eyes career others fund channel platform bureau
    branch chamber panel tribunal caucus ticket establishment media press electorate lobby base half majority""".split()
) - {"career", "face", "eyes", "voice"}
_GROUPS = frozenset(
    """campaign world house public administration duo trio pair lot one ones others side town village industry sector
    business channel platform bureau branch chamber panel tribunal caucus establishment media press electorate lobby base
    half majority bees ants body""".split()
)
_IDIOMS = frozenset(
    "result rule whole matter consequence reminder precaution sign way start group team couple family pair".split()
)
# What one does alone and standing still, and what another does to one meanwhile.
_IDLY = frozenset("waiting walking sitting standing sleeping queuing queueing shopping jogging cycling resting".split())
_COMES_UP = frozenset(
    "bring offer hand give hit attack approach punch grab push rob stab bite mug ask tell splash strike knock".split()
)
_OF_ONES_OWN = frozenset(
    "campaign party government administration company career business firm team band ticket".split()
)
_SKIP = frozenset("to aside into account of".split())


@check(
    title="Opening that describes no subject",
    catches="“After reviewing the film, the charges were dropped”; “Built in 1890, the council plans”; “A keen cyclist, the crash left him lame”.",
    why="As it stands, the charges did the reviewing.",
    source="AP Stylebook, dangling modifiers; Guardian style guide, Dangling participles",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("[After reviewing the film, the charges] were dropped."),
        bad("[Having lost the vote, the party’s future] is unclear."),
        bad("[As a mother of three, the cuts] worry Ann Price."),
        bad("[While waiting for a bus, his bag] was stolen."),
        bad("[Angered by the ruling, a protest] was held outside the court."),
        bad("[Built in 1890, the council] plans to mend the bridge."),
        bad("[Trapped for nine hours, rescuers] freed the boy at dawn."),
        bad("[A keen cyclist, the crash] left him lame."),
        bad("[Having boarded late, the car deck] was full, she said."),
        bad("[Asked how many jobs would go, the number] had not been set."),
        bad("[While waiting for news, a stranger] brought her tea."),
        bad("[A former nurse, her campaign] promised more beds."),
        good("While patrolling, an officer stopped her. Having fallen for years, the rent is low. A nurse, her son said, saw it."),
        good("After reviewing the film, the police dropped the charges. Having lost, the party split."),
        good("As a result, the cuts worry Ann Price. As a mother of three, Ann worries."),
        good("Built in 1890, the school plans a party. Founded by nuns, the charity said so."),
        good("After falling in June, sales rose. Looking ahead, prices will rise. A cyclist, he fell."),
        good("After reading the report, a third quit. By working late, staff saved it."),
        good("After meeting in May, the two firms merged. Covered in mud, he said he was fine."),
    ],
)  # fmt: skip
def opening_hangs(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        first = document.tokens[sentence.first]
        if document.is_quoted(first.span) or not first.text[:1].isupper():
            continue
        comma = next((t for t in document.tokens[first.i : min(first.i + 14, sentence.last)] if t.text == ","), None)
        if comma is None or comma.i - first.i < 3 or document.is_quoted(comma.span):
            continue
        opening = document.tokens[first.i : comma.i]
        if (
            any(is_finite(t) and t.lower != "having" for t in opening[1:])
            and first.lower not in _OF_THINGS | _OF_PEOPLE
        ):
            continue
        subject = _subject(document, near(document, comma, 1))
        if subject is None or not _hangs(document, sentence, opening, subject):
            continue
        span = Span(first.start, subject[1].end)
        said = document.text[first.start : comma.start]
        yield Flag(
            span if span.length <= 60 else Span(subject[0].start, subject[1].end),
            f"“{said}” hangs on “{document.text[subject[0].start : subject[1].end]}”, which it does not describe.",
        )


_Subject = tuple[Token, Token, Token]


@cache
def _gerunds() -> tuple[frozenset[str], frozenset[str]]:
    """What only people do, and what a thing may do too, in -ing."""
    loose = frozenset(gerund(w) for line in _lines() if line.startswith("~") for w in line[1:].split())
    return frozenset(gerund(w) for line in _lines() if line[:1].isalpha() for w in line.split()), loose


@cache
def _bases() -> frozenset[str]:
    """What only people do, base forms."""
    return frozenset(w for line in _lines() if line[:1].isalpha() for w in line.split()) | {"board", "queue", "miss"}


@cache
def _lines() -> list[str]:
    return (Path(__file__).parent / "words" / "done_by_people.txt").read_text(encoding="utf-8").splitlines()


def _subject(document: Document, start: Token) -> _Subject | None:
    """The noun phrase of the main clause: its first token, its head and the verb behind it."""
    token, head = start, None
    for _ in range(7):
        if is_noun(token):
            head = token
        elif token.tag not in ("DT", "PRP$", "JJ", "JJR", "CD", "HYPH", "POS", "RB") and token.lower not in (
            "she",
            "he",
        ):
            break
        elif token.lower in ("she", "he"):
            head = token
        token = near(document, token, 1)
    between = document.tokens[head.i + 1 : token.i] if head is not None else ()
    if head is None or any(t.tag != "RB" for t in between) or not is_finite(token):
        return None
    return start, head, token


def _hangs(document: Document, sentence: Sentence, opening: tuple[Token, ...], subject: _Subject) -> bool:
    first, second = opening[0], opening[1]
    owned = subject[0].tag == "PRP$" or any(t.tag == "POS" for t in document.tokens[subject[0].i : subject[1].i])
    thing = _is_thing(subject)
    # What acts of itself in other sentences is done to in this one, or is his or hers.
    thing = thing or (
        subject[1].lower in _ACTS - _GROUPS and (_passive(document, subject) or subject[0].lower in ("his", "her"))
    )
    word = second if first.lower in _LEADS else first
    firm, loose = _gerunds()
    if first.lower == "having" or (first.lower == "without" and second.lower == "having"):
        doing = second.tag in ("VBN", "VBD") and second.lower != "been"
        human = second.lemma.lower() in _bases()  # “Having boarded late, the car deck was full”
        return doing and thing and (owned or human or _passive(document, subject))
    if first.lower == "while" and word.lower in _IDLY and subject[0].lower in ("a", "an") and subject[1].tag == "NN":
        return _comes_up(document, subject[2])
    if (
        first.lower == "while"
        and word.lower in firm | loose
        and subject[0].lower in ("a", "an")
        and _strikes(document, subject)
    ):
        return not is_person(subject[1]) and not is_body(subject[1])
    if word.lower in firm and word.tag in ("VBG", "NN", "JJ") and opening[-1].i > word.i:
        follows = near(document, word, 1)
        if follows.lower in _SKIP or (
            word is first and (follows.tag in ("NN", "NNS", "CC", "VBZ") or word.tag != "VBG")
        ):
            return False
        if word is first and word.lower in ("looking", "judging", "using", "considering", "seeing", "working"):
            return False
        return thing and (owned or _passive(document, subject) or _strikes(document, subject))
    if word.lower in loose:
        return thing and owned and subject[0].lower in ("his", "her")
    if first.lower in _FEELING and second.tag in ("IN", "TO"):
        return thing and (owned or _passive(document, subject) or _strikes(document, subject))
    if first.lower in _OF_PEOPLE and (second.tag in ("IN", "RB", "WRB") or first.lower == "asked"):
        thing = thing or (first.lower == "asked" and subject[1].lower == "number")
        return thing and (owned or _passive(document, subject))
    done_to = owned or _passive(document, subject) or _strikes(document, subject)
    if first.lower in ("once", "when", "though", "although") and second.lower in _OF_PEOPLE:
        return (thing or subject[1].lower in _ACTS) and done_to
    if first.lower == "trapped" and second.tag in ("IN", "RB"):
        return is_person(subject[1]) and subject[2].lemma in _RESCUES
    if first.lower in _OF_THINGS and second.tag in ("IN", "RB", "TO"):
        return _thing_told_of(document, first, subject)
    if first.lower == "as" and second.lower in ("a", "an"):
        head = _head(opening[2:])
        return (
            head is not None
            and head.lower in PERSONS
            and head.lower not in _IDIOMS
            and thing
            and subject[0].lower in ("the", "his", "her")
        )
    if first.lower in ("a", "an"):
        head = _head(opening[1:])
        again = any(
            t.lower in ("him", "her", "his", "he", "she") for t in document.tokens[subject[2].i : sentence.last]
        )
        thing = thing or (owned and subject[1].lower in _OF_ONES_OWN)
        return (
            head is not None
            and is_person(head)
            and head.tag == "NN"
            and thing
            and (subject[0].lower in ("his", "her") or (again and subject[0].lower == "the"))
        )
    return False


def _head(tokens: tuple[Token, ...]) -> Token | None:
    """The last noun before the first preposition."""
    at = next((n for n, t in enumerate(tokens) if t.tag in ("IN", "WP", "TO", "VBG", "VBN")), len(tokens))
    nouns = [t for t in tokens[:at] if is_noun(t)]
    return nouns[-1] if nouns and nouns[-1].tag == "NN" else None


def _is_thing(subject: _Subject) -> bool:
    start, head, _ = subject
    if head.tag not in ("NN", "NNS") or head.text[0].isupper() or is_person(head) or is_body(head):
        return False
    word = head.lower.removesuffix("s")
    return not (
        head.lower in QUANTITIES | _ACTS or word in _ACTS or head.lower in ("percent", "he", "she") or start.tag == "CD"
    )


def _passive(document: Document, subject: _Subject) -> bool:
    """“was dropped”, “had not been decided”, “were attracted”, with nobody named who did it."""
    be = subject[2]
    if be.lower in ("had", "has", "have"):
        be = near(document, be, 2 if near(document, be, 1).tag == "RB" else 1)
        if be.lower != "been":
            be = subject[2]
    if be.tag == "MD" and near(document, be, 1).lower == "be":
        be = near(document, be, 1)
    verb = near(document, be, 1)
    if verb.tag == "RB":
        verb = near(document, verb, 1)
    return (
        be.lower in ("was", "were", "is", "are", "has", "have", "be", "been")
        and verb.tag in ("VBN", "VBD")
        and near(document, verb, 1).lower != "with"
    )


def _comes_up(document: Document, verb: Token) -> bool:
    """“a stranger had brought her tea”: the one who waited is the object."""
    verb = near(document, verb, 1) if verb.lower == "had" else verb
    return verb.lemma in _COMES_UP and near(document, verb, 1).lower in ("him", "her", "them")


def _strikes(document: Document, subject: _Subject) -> bool:
    """“the fees ruined her”: the person meant is the object."""
    after = near(document, subject[2], 1)
    return after.lower in ("him", "her", "them") and near(document, after, 1).tag not in ("NN", "NNS", "JJ", "NNP")


def _thing_told_of(document: Document, first: Token, subject: _Subject) -> bool:
    """“Built in 1890, the council plans”, “Flattened by a truck, she said the mower”: the thing comes later."""
    _, head, verb = subject
    if verb.lemma in ("find", "discover", "recover", "unearth") and is_person(head):
        return near(document, verb, 1).lower in ("the", "a", "an", "it")
    if verb.lemma not in _SPEAKS:
        return False
    if is_body(head) or head.lower in ("museum", "gallery", "library", "auctioneer"):
        return first.lower in _NO_BUILDING or head.lower in _NEVER_BUILT
    after = near(document, verb, 1)
    after = near(document, after, 1) if after.lower == "that" else after
    person = head.lower in ("she", "he") or is_person(head)
    return (
        person
        and after.lower in ("the", "a", "an", "his", "her", "its")
        and near(document, after, 1).lower not in PERSONS
    )

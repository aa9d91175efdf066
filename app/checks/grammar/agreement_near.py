"""Number slips told by the words right before the verb: “records that was”, “before a storm arrive”, “The rest has”."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._agree import AGREES, plural_of
from app.checks.grammar._forms import third_person
from app.checks.grammar._near import near, puts
from app.checks.grammar._number import MEASURES, SINGULAR_IN_S
from app.checks.grammar._people import PERSONS, is_person_word
from app.facts.document import Document, Token
from app.flags.flag import Flag

_PHRASE = frozenset("DT PRP$ JJ JJR JJS NN NNS CD POS HYPH VBN AFX PDT".split())
# Before the noun phrase of “records that was”: nothing whose own noun could be meant.
_OPENS = frozenset("to that , ( ; : — – and but with by as like".split())
_TELLS = frozenset("tell remind show assure convince inform warn teach promise ask advise persuade say".split())
_WHEN = frozenset("before after until till when whenever once because while as since though although unless".split())
# Verbs that no noun is called; their bare form behind “a storm” is a slip.
_ARRIVE = frozenset(
    """arrive begin become bring come occur happen appear disappear emerge enter seem remain agree decide accept receive
    include contain require provide produce reduce destroy remove release reopen resume resign retire return expire expand
    exist explode erupt depart die collapse close open disperse dissolve send sell speak say think know understand believe
    choose create develop deliver describe explain enforce establish evolve exceed fail fall feed feel find follow forget
    get give go grow have hear hold improve increase intervene introduce join keep lead leave lend lose make mean meet
    obtain occupy offer operate pass pay prepare prevent protect prove publish pull put reach read realise realize
    recommend recover refuse reject rely relate replace resolve respond restore run save see serve settle shelter shut
    sign sink spend stand start stop supply support survive take tell turn wait want warn win write""".split()
)
# Of these the bare form is as often a noun: “after the peace offer”, “before a bank run”.
_NOUNS_TOO = frozenset(
    """close increase release return run sign stand start stop supply support turn wait win shelter offer pass pay pull
    reach read save sink spend show find feed hold keep lead leave meet open get go join shut fall serve write""".split()
)
_SHARES = frozenset("half third thirds quarter quarters fifth fifths tenth tenths rest remainder majority".split())
_OF_MANY = PERSONS | frozenset(
    """ship boat plane car bus train truck lorry house home building shop store school pub farm bridge church tree animal dog
    cat horse cow bird seal turtle tortoise whale fish egg book painting coin medal letter ballot complaint case job flat
    apartment seat ticket flight station clinic hospital bed ward site mine well pump village town county state country
    company firm bank charity claim bid application permit licence license worker pupil resident visitor""".split()
)


@check(
    title="Verb at odds with the words before it",
    catches="“repair records that was”, “before a storm arrive”, “The rest has” of forty boats, “as many as 900 a day comes”.",
    why="The reader hears the clash at once.",
    source="AP Stylebook, subject-verb agreement, half, majority; Fowler’s Modern English Usage, Agreement",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("They read repair records that [was] put online.", fixed="They read repair records that were put online."),
        bad("It advises that permits that [has] lapsed be sold.", fixed="It advises that permits that have lapsed be sold."),
        bad("It works for a camp at Bria that [shelter] 300 people.", fixed="It works for a camp at Bria that shelters 300 people."),
        bad("They left before a storm [arrive] at night.", fixed="They left before a storm arrives at night."),
        bad("We close when the museum [reopen] in May.", fixed="We close when the museum reopens in May."),
        bad("As many as 900 visitors a day [comes] in July.", fixed="As many as 900 visitors a day come in July."),
        bad("Falling prices of maize and sugar [was] to blame.", fixed="Falling prices of maize and sugar were to blame."),
        bad("There were 40 boats. The rest [has] been sold.", fixed="There were 40 boats. The rest have been sold."),
        bad("The trial has 80 nurses. Half [was] given salt.", fixed="The trial has 80 nurses. Half were given salt."),
        good("It is a list of records that was put online, and he told the officers that was all."),
        good("A system for permits that has lapsed is no use. The care of patients that was poor got better."),
        good("He helped a storm arrive. After a bank run, the peace offer failed. Before a court rule, ask."),
        good("They raised $40 from 12 people. Half was spent. The rest has been kept."),
        good("There were 40 boats and much cash. The rest has been sold, and 40 miles a day is far."),
        good("Falling from a horse was the end. Rising prices of bread were blamed."),
    ],
)  # fmt: skip
def agreement_near(document: Document) -> Iterator[Flag]:
    for token in document.tokens:
        if token.tag not in ("VBD", "VBZ", "VBP", "VB", "NN") or not token.text.islower() or not token.text.isalpha():
            continue
        before = near(document, token, -1)
        if before.i < 0 or not document.blocks[document.sentences[token.sentence].block].is_body:
            continue
        if token.lower in AGREES and before.lower == "that":
            right = _relative(document, token, before)
        elif token.tag in ("VBP", "VB", "NN"):  # the tagger takes “a storm arrive” for two nouns
            right = _bare(document, token, before)
        elif token.lower in ("was", "has", "is"):
            right = _share(document, token) or _changing(document, token)
        else:
            right = _many(document, token) if token.tag == "VBZ" else None
        if right and right != token.lower:
            yield Flag(
                token.span, f"“{token.text}” does not agree with its subject: “{right}”.",
                edits=puts(document, token.span, (right,)),
            )  # fmt: skip


def _relative(document: Document, verb: Token, that: Token) -> str | None:
    """“records that was”: a plural right before, and no other noun that could be meant."""
    noun = near(document, that, -1)
    plural = noun.tag == "NNS" and noun.lower.endswith("s") and noun.lower not in SINGULAR_IN_S | MEASURES
    if not plural or AGREES[verb.lower] != "singular" or verb.lower == "is" or is_person_word(noun):
        return None
    if near(document, verb, 1).tag not in ("VBN", "VBG", "JJ", "RB", "VBD"):
        return None
    first = noun
    while near(document, first, -1).tag in _PHRASE:
        first = near(document, first, -1)
    opener = near(document, first, -1)
    if opener.lower == "to":
        opens = near(document, opener, -1).lower == "according"
    else:
        opens = (
            opener.i < 0 or opener.lower in ("that", "and", "but") or opener.tag in ("VB", "VBD", "VBZ", "VBP", "VBG")
        )
    if opener.lemma in _TELLS or (opener.tag in ("IN", "CC") and opener.lower == "and"):
        return None
    return plural_of(verb.lower) if opens else None


def _bare(document: Document, verb: Token, before: Token) -> str | None:
    """“before a storm arrive”, “a camp at Bria that shelter”."""
    base = verb.lower
    if base not in _ARRIVE:
        return None
    if before.lower == "that" and before.tag in ("WDT", "IN"):
        return _camp(document, verb, before)
    if base in _NOUNS_TOO or before.tag != "NN" or is_person_word(before):
        return None
    first, steps = near(document, before, -1), 0
    while first.tag in ("JJ", "NN") and steps < 2:
        first, steps = near(document, first, -1), steps + 1
    link = near(document, first, -1)
    if (
        first.lower not in ("a", "an", "the", "its", "his", "her", "their")
        or link.lower not in _WHEN
        or link.tag not in ("IN", "WRB")
    ):
        return None
    return third_person(base) if near(document, verb, 1).tag not in ("VBD", "VBZ", "MD", "NN", "NNS") else None


def _camp(document: Document, verb: Token, that: Token) -> str | None:
    """“for a camp at Bria that shelter 38,000”: one thing at a place."""
    place = near(document, that, -1)
    link = near(document, place, -1)
    while link.tag == "NNP":
        link = near(document, link, -1)
    noun = near(document, link, -1)
    article = near(document, noun, -1)
    while article.tag in ("JJ", "NN"):
        article = near(document, article, -1)
    if place.tag != "NNP" or link.lower not in ("at", "in", "near", "outside") or noun.tag != "NN":
        return None
    if article.lower not in ("a", "an") or near(document, verb, 1).tag not in ("CD", "DT", "NNS", "PRP$", "IN", "RB"):
        return None
    return third_person(verb.lower)


def _many(document: Document, verb: Token) -> str | None:
    """“as many as 900 visitors a day comes”."""
    day, a = near(document, verb, -1), near(document, verb, -2)
    noun, number = near(document, verb, -3), near(document, verb, -4)
    if day.lower not in ("day", "week", "month", "year", "night", "hour", "season") or a.lower not in (
        "a",
        "an",
        "each",
    ):
        return None
    if noun.tag != "NNS" or noun.lower in MEASURES | SINGULAR_IN_S or number.tag != "CD" or verb.lemma == "be":
        return None
    return verb.lemma if third_person(verb.lemma) == verb.lower else None


def _changing(document: Document, verb: Token) -> str | None:
    """“Falling prices of maize and sugar was”: a plural that opens the sentence, with its “of”."""
    sentence = document.sentences[verb.sentence]
    words = document.tokens[sentence.first : verb.i]
    if not 4 <= len(words) <= 9 or words[0].tag not in ("VBG", "JJ", "VBN"):
        return None
    noun, of = words[1], words[2]
    if noun.tag != "NNS" or not noun.lower.endswith("s") or noun.lower in SINGULAR_IN_S | MEASURES:
        return None
    if of.lower not in ("of", "for", "in") or words[0].lower not in _CHANGES or any(t.text == "," for t in words):
        return None
    rest = words[3:]
    return plural_of(verb.lower) if all(t.tag in _PHRASE | {"CC", "NNP"} for t in rest) else None


_CHANGES = frozenset(
    """falling rising soaring climbing growing shrinking increasing declining mounting surging plunging weakening improving
    worsening dwindling slowing changing remaining missing surviving competing conflicting higher lower high low poor new
    old recent heavy strong""".split()
)


def _share(document: Document, verb: Token) -> str | None:
    """“The rest has”, “Half was” that opens a sentence, where the sentence before counts things and no sum or stuff."""
    sentence = document.sentences[verb.sentence]
    words = document.tokens[sentence.first : verb.i]
    if not 1 <= len(words) <= 5 or words[-1].lower not in _SHARES or words[-1].lower == "majority":
        return None
    if any(t.tag not in ("DT", "CD", "HYPH", "RB", "NN", "NNS", "IN", "JJ") or t.lower == "of" for t in words):
        return None
    if verb.sentence == 0 or document.sentences[verb.sentence - 1].block != sentence.block:
        return None
    told = document.tokens[document.sentences[verb.sentence - 1].first : sentence.first]
    if near(document, verb, 1).tag not in ("VBN", "VBG") or any(
        t.text in ("$", "£", "€", "%", "percent") for t in told
    ):
        return None
    if any(
        t.lower in ("money", "cash", "water", "land", "food", "cost", "sum", "fund", "budget", "bill") for t in told
    ):
        return None
    counted = [t for n, t in enumerate(told) if t.tag == "NNS" and any(u.tag == "CD" for u in told[max(0, n - 3) : n])]
    if not counted or not all(t.lower == "people" or t.lemma.lower() in _OF_MANY for t in counted[:1]):
        return None
    return plural_of(verb.lower)

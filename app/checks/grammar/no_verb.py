"""A sentence whose is, are, was or were has been left out: “The road full of cars.”, “There no sign of him.”"""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._classes import NUMBERS
from app.checks.grammar._finite import INTRANSITIVE
from app.checks.grammar._forms import PARTICIPLES, PASTS, participle
from app.checks.grammar._near import is_finite, is_noun, near
from app.checks.grammar._number import number_of
from app.checks.grammar._people import is_person
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Edit, Flag, Severity

_SAID = frozenset("said says told added wrote".split())
_STATES = frozenset(
    """likely unlikely due able unable about set aware unaware full ready keen sorry responsible safe afraid eager
    unclear clear guilty available ill absent certain sure bound free proud pregnant alive asleep dead missing fit hopeful
    happy unhappy angry concerned worried willing unwilling reluctant determined confident critical famous""".split()
)
_AFTER_STATE = frozenset("to of for in that about from on with at until by how whether why who".split())
_SMALL = frozenset(
    "still also now not already always never almost nearly completely only just often reportedly".split()
)
_QUANTITY = (
    frozenset("no a an several many few about some around nearly almost only more enough little plenty".split())
    | NUMBERS
)
_PASSIVE = frozenset(
    """by in on at as to for from with after during near under beyond within into last early late over between because
    inside outside when while before until against and""".split()
)
# Transitive all: their participle without an object is a passive.
_DONE_TO = frozenset(
    """arrest appoint approve ask accuse acquit award ban blame cancel capture cause charge condemn convict damage defeat
    delay demolish deny deport describe destroy detain discover dismiss displace elect evacuate evict execute expel
    expose fine hire hospitalize hospitalise identify impose inform injure install introduce jail kidnap kill launch locate
    murder name nominate postpone publish punish reject release repair rescue restore schedule seize select sentence
    summon suspend tell treat warn wound take bring find hold give make build write steal drive carry hit base bury
    construct design hurt rob shoot stab lift force allow invite expect""".split()
)


@check(
    title="Sentence without its verb",
    catches="“The harbor full of ships.”; “There no sign of him.”; “The man arrested on Monday.”; “The road be closed.”",
    why="A dropped is, was or will leaves the sentence without a verb.",
    source="Oxford Modern English Grammar, the clause; AP Stylebook, writing",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("There [no] sign of the yacht.", fixed="There is no sign of the yacht."),
        bad("The hall [full] of smoke.", fixed="The hall is full of smoke."),
        bad("Her uncle [a] retired miner.", fixed="Her uncle is a retired miner."),
        bad("Both drivers [taken] to a hospital in Hull.", fixed="Both drivers were taken to a hospital in Hull."),
        bad("Police [still] searching for the van.", fixed="Police are still searching for the van."),
        bad("The lane [be] closed for six weeks.", fixed="The lane will be closed for six weeks."),
        bad("A clerk said the firm [aware] of the claim.", fixed="A clerk said the firm was aware of the claim."),
        good("The hall was full of smoke. There, no sign of the yacht was seen. No sign of him there."),
        good("The union asked that the lane be closed. Will the lane be closed? So be it."),
        good("The driver taken to a hospital died. Full of smoke, the hall was shut."),
        good("A quiet man. The man in the hall. Three years of rain. Long live the king."),
        good("The mayor plans a tax. The police force a stop. Let the lane be closed."),
    ],
)  # fmt: skip
def no_verb(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        tokens = document.sentence_tokens(sentence)
        if len(tokens) < 5 or tokens[-1].text != "." or document.is_quoted(sentence.span):
            continue
        at = _bare_be(document, tokens)
        clause: tuple[Token, ...] = ()
        if at is None:
            clause = _clause(document, sentence)
            at = _where(document, clause) if clause else None
        if at is not None:
            yield _flag(document, sentence, at, clause)


def _flag(document: Document, sentence: Sentence, at: Token, clause: tuple[Token, ...]) -> Flag:
    if at.lower == "be":
        said = any(t.lower in ("said", "told") for t in document.tokens[sentence.first : at.i])
        forms = ["would", "will"] if said else ["will", "would"]
    elif clause[0].lower == "there":
        noun = next((t for t in clause[2:] if is_noun(t) and not is_noun(near(document, t, 1))), clause[-1])
        forms = ["are", "were"] if noun.tag == "NNS" else ["is", "was"]
    else:
        head = near(document, at, -1) if " of " not in document.text[clause[0].start : at.start] else clause[0]
        many = (
            number_of(document, head) == "plural"
            or head.tag == "NNS"
            or head.lower in ("police", "many", "both", "they")
        )
        forms = ["are", "were"] if many else ["is", "was"]
    past = at.tag in ("VBN", "VBD") or (clause and clause[0].i > sentence.first)
    if past and at.lower != "be":
        forms.reverse()
    edits = tuple(Edit.insert(at.start, f"{form} ") for form in forms)
    unsure = at.tag == "VBG"
    return Flag(
        at.span, f"A verb is missing before “{at.text}”: “{forms[0]} {at.text}”.",
        edits=edits, severity=Severity.MAY if unsure else None,
    )  # fmt: skip


_WISHES = frozenset(
    """ask demand insist recommend request require suggest propose order urge vital essential important crucial necessary
    requirement demand request proposal recommendation condition insistence order call rather lest though if whether let make
    help see until unless imperative motion mandate decree rule move stipulate plea prefer beg pray advise wish had hear
    watch have do did god come long so""".split()
)


def _bare_be(document: Document, tokens: tuple[Token, ...]) -> Token | None:
    """“The road be closed”: be after its subject, with no will, to or wish before it."""
    for token in tokens:
        if token.lower != "be" or token.i == tokens[0].i:
            continue
        before, after = near(document, token, -1), near(document, token, 1)
        if not (before.tag in ("NN", "NNS") or before.lower in ("he", "she", "they", "it", "we")):
            continue
        earlier = document.tokens[tokens[0].i : token.i]
        if any(
            t.tag in ("MD", "TO") or t.lemma in _WISHES or t.lower in _WISHES or t.text in ("“", '"', ":")
            for t in earlier
        ):
            continue
        if after.tag in ("VBN", "VBD", "DT", "JJ") or after.lower in ("able", "open"):
            return token
    return None


def _clause(document: Document, sentence: Sentence) -> tuple[Token, ...]:
    """The tokens of a sentence that has no verb, without a “police said” before or behind; () where it has one."""
    tokens = document.sentence_tokens(sentence)[:-1]
    said = next((n for n, t in enumerate(tokens) if t.lower in _SAID), None)
    if said is not None and said <= 8 and not any(t.text == "," for t in tokens[:said]):
        tokens = tokens[said + 1 :]
        if tokens and tokens[0].lower == "that":
            tokens = tokens[1:]
    elif said is not None and said >= len(tokens) - 3:
        comma = next((n for n in range(said, -1, -1) if tokens[n].text == ","), None)
        tokens = tokens[:comma] if comma is not None else ()
    if len(tokens) < 4 or any(t.text in (",", ":", ";", "(", "“", '"', "–", "—", "”", "…", "?") for t in tokens):
        return ()
    if tokens[0].lower == "it" and tokens[1].lower == "not":
        return tokens[:4]  # “It not clear who fired.”
    return () if any(is_finite(t) and not _may_be_participle(t) for t in tokens) else tokens


def _may_be_participle(token: Token) -> bool:
    """Whether a past may be a participle of a verb that wants an object."""
    word = token.lower
    if token.lower == "born":
        return True
    if token.tag != "VBD" or token.lemma not in _DONE_TO or token.lemma in INTRANSITIVE:
        return False
    return participle(token.lemma) == word or (word in PARTICIPLES and word not in PASTS)


def _where(document: Document, clause: tuple[Token, ...]) -> Token | None:
    """The word before which the verb is missing."""
    first = clause[0]
    if first.lower in ("there", "it"):
        second, third = clause[1], clause[2]
        if first.lower == "there" and (second.lower in _QUANTITY or second.tag == "CD"):
            return second if any(is_noun(t) for t in clause[2:5]) else None
        if first.lower == "it" and second.lower in ("not", "unclear", "likely", "unlikely", "possible"):
            return second if second.lower != "not" or third.lower in ("clear", "known", "possible", "yet") else None
        return None
    if first.lower in ("she", "he", "they") and clause[1].lower == "born":
        return clause[1]
    at = _after_subject(document, clause)
    if at is None:
        return None
    following = near(document, at, 1)
    step = at if at.lower not in _SMALL else following
    beyond = near(document, step, 1)
    if step.lower in _STATES and beyond.lower in _AFTER_STATE:
        return at
    if step.tag == "VBG" and step.lower.endswith("ing") and (at is not step) and beyond.tag in ("IN", "TO", "DT"):
        return at
    if at.lower in ("a", "an", "one") and is_person(near(document, at, -1)):
        nouns = [t for t in clause if t.i > at.i and is_noun(t)]
        return at if (nouns and is_person(nouns[0])) or (at.lower == "one" and following.lower == "of") else None
    lemma = step.lemma if step.tag in ("VBN", "VBD") else ""
    if (
        lemma in _DONE_TO
        and beyond.lower in _PASSIVE
        and (participle(lemma) == step.lower or step.lower in PARTICIPLES)
    ):
        rest = [t for t in clause if t.i > step.i]
        return at if not any(t.tag in ("VBD", "VBZ", "VBP", "VBN") for t in rest) else None
    return None


def _after_subject(document: Document, clause: tuple[Token, ...]) -> Token | None:
    """The token after “The two men”, “Both drivers”, “Police”, “Many of the houses”; None where none so plain begins."""
    start = clause[0]
    if start.tag not in ("DT", "PRP$", "CD", "PDT", "NNS", "NNP", "JJ") and start.lower not in (
        "both",
        "police",
        "many",
        "no",
    ):
        return None
    n = 0
    last: int | None = None
    while n < min(len(clause) - 1, 8):
        token = clause[n]
        following = clause[n + 1]
        if token.lower in _STATES or token.lower in _SMALL or (token.lower == "one" and following.lower == "of"):
            break
        if is_noun(token) or (n and following.lower in _STATES and token.tag == "JJ"):
            last = n
        elif (token.lower == "of" and n <= 2 and last is not None) or (token.lower == "of" and n == 1):
            pass
        elif token.tag not in ("DT", "PRP$", "JJ", "CD", "POS", "HYPH", "PDT") or (token.tag == "DT" and last == n - 1):
            break
        n += 1
    if last is None or last != n - 1 or clause[last].lower in ("day", "week", "year", "month", "night"):
        return None
    if start.tag in ("JJ", "NNP") and start.lower not in ("both", "many", "police", "several"):
        return None
    return clause[n]

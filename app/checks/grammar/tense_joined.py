"""A present joined to a past of the same subject: “opened the door and sees”, “braked, swerved and hits”, “then reads”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import past, third_person
from app.checks.grammar._near import is_noun, near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

# Acts of a moment: no report means them as true still.
_ACTS = frozenset(
    """apologize apologise arrive ask attack beg begin bite blame bow break burst call catch charge cheer clap climb close
    collapse confess crash cry declare die dive drop escape explode fall fire find flee free grab greet hand hear hit hug
    jump kick kill kiss knock land laugh leap leave lift lock lose notice open order pause phone pick plead plunge
    promise pull punch push quit read refuse reply resign rescue return rob rush scatter scatters score scream search seize
    shake shoot shout sign sit slam slip smash smile snatch spot stab stand start steal stop storm strike surrender sweep
    swerve take tell thank threaten throw tie turn vote wake walk warn wave win surround sink seal drag drive grab shut
    salute snap scale trip topple""".split()
)
# After these a present may well be true still: “moved to Leeds and sits on the council”.
_LASTING = frozenset(
    """say be have join move found marry become graduate retire inherit grow learn train study settle earn qualify bear
    name call know think believe show rule find report suggest warn want tell publish establish build design write pass
    enact come run get make appoint elect introduce become serve work live start begin open launch create win""".split()
)
_STILL = frozenset("now still today currently often usually always sometimes regularly daily each every most".split())
_BREAKS = frozenset("who which that when where while because if as whose what why how than".split())
_PAST_TIME = re.compile(
    r"(?:In (?:1[6-9]\d\d|20[01]\d)|Last (?:week|month|year|night)|Yesterday|\w+ (?:days|weeks|months|years|hours|minutes) (?:later|ago|earlier)),? "
)


@check(
    title="Present joined to a past",
    catches="“opened the door and sees”, “braked, swerved and hits a tree”, “asked for quiet, then reads”, “In 1987 the firm moves”.",
    why="One action told in two tenses confuses when things happened.",
    source="AP Stylebook, tense; Fowler’s Modern English Usage, Sequence of tenses",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("The driver braked, swerved and [hits] a tree.", fixed="The driver braked, swerved and hit a tree."),
        bad("The judge asked for quiet, then [reads] the verdict.", fixed="The judge asked for quiet, then read the verdict."),
        bad("The mayor thanked the crowd and [promises] to return.", fixed="The mayor thanked the crowd and promised to return."),
        bad("The dam gave way and the water [sweeps] off 40 homes.", fixed="The dam gave way and the water swept off 40 homes."),
        bad("In 1987 the family [leaves] Lima.", fixed="In 1987 the family left Lima."),
        good("She moved to Leeds and sits on the council, and he left the firm and now reads for the bar."),
        good("The law passed in May and takes effect in June. He said the door opened and shuts itself."),
        good("The clerk who opened the post reads it first."),
        good("He walked out and asks for nothing but peace, his lawyer says."),
    ],
)  # fmt: skip
def tense_joined(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        for token in document.sentence_tokens(sentence):
            if token.lemma not in _ACTS or token.lower != third_person(token.lemma) or not token.text.islower():
                continue
            if document.is_quoted(token.span) or not (_joined(document, token) or _dated(document, token)):
                continue
            right = past(token.lemma)
            yield Flag(
                token.span, f"“{token.text}” is in the present among verbs of the past: “{right}”.",
                edits=puts(document, token.span, (right,)),
            )  # fmt: skip


def _joined(document: Document, verb: Token) -> bool:
    sentence = document.sentences[verb.sentence]
    if any(
        (t.tag in ("VBZ", "VBP", "MD") and t.i != verb.i and t.lower not in ("'s", "'d")) or t.lower in _STILL
        for t in document.sentence_tokens(sentence)
    ):
        return False  # one of the present elsewhere: the story may be told so
    link = near(document, verb, -1)
    own = _own_subject(document, verb)
    if own is not None:
        link = near(document, own, -1)
        if link.lower not in ("and", "but") or verb.tag != "VBZ":
            return False
    elif link.lower not in ("and", "then", "but"):
        return False
    elif verb.tag != "VBZ" and link.lower == "and" and near(document, link, -1).tag in ("NNS", "NNPS"):
        return False  # “with speeches and promises”
    for n in range(1, 16):
        token = near(document, link, -n)
        if token.i < 0 or token.lower in _BREAKS or token.text in (";", ":", "“", "”", '"', "(", "—", "–"):
            return False
        if token.tag == "VBD" and token.lower != token.lemma:
            return token.lemma not in _LASTING and not _in_relative(document, token)
        if token.tag in ("VBN", "TO", "VB"):
            return False
    return False


def _own_subject(document: Document, verb: Token) -> Token | None:
    """The first token of “the water” right before the verb; None where none stands there."""
    noun = near(document, verb, -1)
    if noun.tag not in ("NN",):
        return None
    first = near(document, noun, -1)
    if first.tag in ("JJ", "NN"):
        first = near(document, first, -1)
    return first if first.tag == "DT" else None


def _in_relative(document: Document, verb: Token) -> bool:
    """Whether “who”, “which” or “that” stands before it in its clause: “the clerk who opened the post”."""
    for n in range(1, 7):
        token = near(document, verb, -n)
        if token.lower in _BREAKS:
            return True
        if token.i < 0 or token.text == ",":
            return False
    return False


def _dated(document: Document, verb: Token) -> bool:
    """“In 1987 the family leaves”: a time that is over, a plain subject, and the verb."""
    sentence = document.sentences[verb.sentence]
    found = _PAST_TIME.match(document.text, sentence.start)
    if not found or verb.tag != "VBZ":
        return False
    between = [t for t in document.tokens[sentence.first : verb.i] if t.start >= found.end()]
    return 1 <= len(between) <= 4 and all(is_noun(t) or t.tag in ("DT", "PRP$", "JJ", "PRP", "POS") for t in between)

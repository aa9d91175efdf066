"""A present in a story told in the past: “braked, swerved and hits”, “fled when the water rises”, “In 1987 the firm moves”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._forms import past, third_person
from app.checks.grammar._near import is_finite, is_noun, near, puts
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Flag

# After these a present may well be true still: “moved to Leeds and sits on the council”.
_LASTING = frozenset(
    "say be have know think believe show rule suggest want tell find learn pass enact publish write".split()
)
_STILL = frozenset(
    "now still today currently often usually always sometimes regularly daily each every tomorrow next whenever".split()
)
_BREAKS = frozenset("who which that when where while because if as whose what why how than".split())
_HELPED = frozenset("help let make see hear watch have do".split())
_PAST_TIME = re.compile(
    r"(?:In (?:1[6-9]\d\d|20[01]\d)|Last (?:week|month|year|night|\w+day)|Yesterday|\w+ (?:days|weeks|months|years|hours|minutes) (?:later|ago|earlier)),? "
)
_OBJECT = frozenset("DT PRP PRP$ CD RP EX".split())
_MARKS = frozenset('; : “ ” " ( — – ?'.split())
_WHEN = frozenset("when before until after once".split())
_OF_TIME = frozenset("date day time moment point year season question".split())


@check(
    title="Present in a story of the past",
    catches="“opened the door and sees”, “braked, swerved and hits a tree”, “fled when the river rises”, “In 1987 the firm moves”.",
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
        bad("Crews broke down the gate and [pull] a boy from the fire.", fixed="Crews broke down the gate and pulled a boy from the fire."),
        bad("Farmers ran to the hills before the river [bursts] its banks.", fixed="Farmers ran to the hills before the river burst its banks."),
        bad("He heard a noise, [goes] out and saw two men.", fixed="He heard a noise, went out and saw two men."),
        good("She moved to Leeds and sits on the council, and he left the firm and now reads for the bar."),
        good("The law passed in May and takes effect in June. He said the door opened and shuts itself."),
        good("The clerk who opened the post reads it first. She helped him find and load the van."),
        good("He walked out and asks for nothing but peace, his lawyer says."),
        good("He asked when the court meets, and they vowed to stay until he quits. The show opened in May and closes on Friday."),
    ],
)  # fmt: skip
def tense_joined(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        found = [t for t in document.sentence_tokens(sentence) if t.lower in _presents() and t.text.islower()]
        for token in found:
            base = _presents()[token.lower]
            if document.is_quoted(token.span) or not _slips(document, sentence, token, base):
                continue
            right = past(base)
            yield Flag(
                token.span, f"“{token.text}” is in the present among verbs of the past: “{right}”.",
                edits=puts(document, token.span, (right,)),
            )  # fmt: skip


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """Verbs of one act, and those of them that a timetable has in the present too."""
    lines = (Path(__file__).parent / "words" / "acts.txt").read_text(encoding="utf-8").splitlines()
    timed = [w for line in lines if line.startswith("~") for w in line[1:].split()]
    return frozenset(timed + [w for line in lines if line[:1].isalpha() for w in line.split()]), frozenset(timed)


@cache
def _presents() -> dict[str, str]:
    """Each present form of those verbs that is no past of theirs, with its base."""
    acts = [verb for verb in _words()[0] if past(verb) != verb]
    return {verb: verb for verb in acts} | {third_person(v): v for v in _words()[0]} | {"goes": "go", "go": "go"}


def _slips(document: Document, sentence: Sentence, verb: Token, base: str) -> bool:
    plural = verb.lower == base
    after = near(document, verb, 1)
    has_object = after.tag in _OBJECT and not after.lower.endswith(("self", "selves"))
    if verb.tag in ("NN", "JJ", "RB") and not has_object:
        return False
    if verb.tag == "NNS" and not has_object and (after.tag != "TO" or near(document, verb, -2).tag == "NNS"):
        return False
    if verb.tag in ("VBP", "VB") and not (has_object or after.tag in ("IN", "TO", "RB")):
        return False
    if base in _words()[1] and not has_object and not (_dated(document, verb) or _over(document, verb)):
        return False
    if any(
        (t.tag in ("VBZ", "VBP", "MD") and t.i != verb.i and t.lower not in ("'s", "'d")) or t.lower in _STILL
        for t in document.sentence_tokens(sentence)
    ):
        return False  # one of the present elsewhere: the story may be told so
    if _joined(document, verb, base) or _between(document, sentence, verb):
        return True
    if plural and verb.tag not in ("VBP", "VB"):
        return False
    return _timed(document, sentence, verb) or (not plural and _dated(document, verb))


def _joined(document: Document, verb: Token, base: str) -> bool:
    link = near(document, verb, -1)
    own = _own_subject(document, verb)
    if own is not None:
        link = near(document, own, -1)
        if link.lower not in ("and", "but") or verb.tag != "VBZ":
            return False
    elif link.lower not in ("and", "then", "but"):
        return False
    if link.lower == "then" and near(document, link, -1).lower == "and":
        link = near(document, link, -1)
    for n in range(1, 16):
        token = near(document, link, -n)
        if token.i < 0 or token.lower in _BREAKS or token.text in _MARKS:
            return False
        if token.tag == "VBD" and token.lower != token.lemma:
            if token.lemma in _HELPED and verb.lower == base:
                return False
            return token.lemma not in _LASTING and not _in_relative(document, token)
        if token.tag in ("VBN", "TO", "VB", "MD", "VBG"):
            return False
    return False


def _between(document: Document, sentence: Sentence, verb: Token) -> bool:
    """“heard a noise, goes outside and saw two men”: a present between two pasts of one subject."""
    if near(document, verb, -1).text != "," or verb.tag != "VBZ":
        return False
    before = document.tokens[sentence.first : verb.i]
    if any(t.lower in _BREAKS or t.text in _MARKS for t in before) or not any(t.tag == "VBD" for t in before):
        return False
    later = next((t for t in document.tokens[verb.i + 1 : sentence.last] if t.lower == "and"), None)
    return later is not None and near(document, later, 1).tag == "VBD" and not any(t.lemma == "say" for t in before)


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


def _timed(document: Document, sentence: Sentence, verb: Token) -> bool:
    """“fled when the river rises”, “After the whistle blew, fans invade the pitch”: a clause of time beside a past."""
    start = verb.i - 1
    while start >= sentence.first and (
        is_noun(document.tokens[start])
        or document.tokens[start].tag in ("DT", "JJ", "CD", "PRP", "PRP$", "POS", "VBG")
        or document.tokens[start].lower == "of"
    ):
        start -= 1
    if start < sentence.first or verb.i - start < 2:
        return False
    mark = document.tokens[start]
    if mark.text == ",":
        opening = document.tokens[sentence.first : start]
        return (
            len(opening) > 2
            and opening[0].lower in _WHEN
            and any(t.tag == "VBD" for t in opening)
            and not any(t.text == "," or t.tag in ("MD",) for t in opening)
        )
    if mark.lower not in _WHEN:
        return False
    before = near(document, mark, -1)
    if (before.tag.startswith(("JJ", "VB")) and before.tag not in ("VBD", "VBN")) or before.lower in _OF_TIME:
        return False
    if before.tag == "VBD" and before.lemma in (
        "ask",
        "know",
        "say",
        "decide",
        "tell",
        "explain",
        "show",
        "learn",
        "wonder",
    ):
        return False
    for token in reversed(document.tokens[sentence.first : mark.i]):
        if token.text in _MARKS or token.lower in _BREAKS or token.tag in ("TO", "MD", "VB"):
            return False
        if is_finite(token):
            return token.tag == "VBD" and token.lemma not in (
                "say",
                "show",
                "suggest",
                "find",
                "know",
                "describe",
                "explain",
                "tell",
            )
    return False


def _over(document: Document, verb: Token) -> bool:
    """Whether “in 2010”, a year that is over, follows."""
    in_, year = near(document, verb, 1), near(document, verb, 2)
    past_year = document.date.year if document.date else 2020
    return in_.lower == "in" and bool(re.fullmatch(r"(?:1[6-9]|20)\d\d", year.text)) and int(year.text) < past_year


def _dated(document: Document, verb: Token) -> bool:
    """“In 1987 the family leaves”: a time that is over, a plain subject, and the verb."""
    sentence = document.sentences[verb.sentence]
    found = _PAST_TIME.match(document.text, sentence.start)
    if not found or verb.tag != "VBZ":
        return False
    between = [t for t in document.tokens[sentence.first : verb.i] if t.start >= found.end()]
    comma = next(
        (
            n
            for n, t in enumerate(between)
            if t.text == "," and n + 1 < len(between) and between[n + 1].lower == "where"
        ),
        None,
    )
    if comma is not None and any(t.tag == "VBD" for t in between[:comma]):
        between = between[comma + 2 :]
    return 1 <= len(between) <= 4 and all(is_noun(t) or t.tag in ("DT", "PRP$", "JJ", "PRP", "POS") for t in between)

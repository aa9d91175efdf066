"""How far a story says that a deed has come: denied, supposed, set to be, done. Read off the words above the verb or noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from app.facts.document import Document, Token


class Level(IntEnum):
    """A rung: what stands higher says more."""

    DENIED = 0
    SUPPOSED = 1
    UNSURE = 2  # the grammar leaves it open which
    SET = 3
    DONE = 4


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where the story tells the deed; ``by`` the word that puts it where it is ("could", "consider")."""

    word: Token
    level: Level
    by: str = ""


_SUPPOSING = frozenset(
    """propose want hope wish consider mull weigh debate discuss seek aim ask urge demand request recommend suggest advise advocate
    call threaten warn fear suspect expect predict forecast think believe allege accuse charge likely unlikely possible possibly
    potential potentially ready prepare prepared willing open able eager keen bid try attempt offer invite apply need proposal
    recommendation suggestion demand appeal plea request threat warning fear risk chance possibility prospect talk negotiation
    consultation consideration option idea hope ambition wish motion petition campaign pressure debate question suspicion allegation
    accusation claim charge trial attempt vote ballot referendum decide favor favour support back oppose push press lobby argue review
    study examine explore investigate inquire estimate tentative potential proposed suspected alleged attempted threatened feared would-be
    draft reported rumored rumoured purported contemplate envisage face risk eye target mean dream speculate speculation rumor rumour
    candidate contender shortlist principle pressing poised campaigner nominee hopeful gossip rumour speculation report against sign doubt step toward towards path bid route""".split()
)  # fmt: skip
_SETTING = frozenset("plan agree decide intend vow pledge promise due set announce schedule arrange commit resolve determine vow order".split())  # fmt: skip
_DENYING = frozenset("deny refuse fail decline reject avoid rule prevent stop unable cease denial refusal failure dismiss resist".split())  # fmt: skip
_MAYBE = frozenset("may might could should".split())
_NEGATIVE = frozenset("not n't never no neither nor nobody none cannot hardly without yet".split())
_HEDGING = frozenset(
    "allegedly reportedly possibly perhaps maybe potentially probably apparently nearly almost".split()
)
_SAYING = frozenset("say announce tell add confirm report promise pledge vow agree decide state declare know".split())
# A body that voted 8-5, or by a majority, to pass it has passed it.
_VOTED_TO = re.compile(
    r"\bvoted (?=\d|unanimously|overwhelmingly|narrowly|by (?:a|\d|\w+ votes))(?!.*\bwhether\b)[^.;]{0,50}\bto (?:\w+ly )?\Z",
)
_UP = frozenset("xcomp ccomp acl pcomp prep pobj conj dobj nsubjpass acomp attr oprd dative relcl advcl amod compound".split())  # fmt: skip


def tellings(document: Document, verbs: frozenset[str], nouns: frozenset[str] = frozenset()) -> Iterator[Telling]:
    """Where the body tells a deed of that kind, and on which rung."""
    for sentence in document.body_sentences():
        for token in document.sentence_tokens(sentence):
            lemma = token.lemma.lower()
            if (token.pos in ("VERB", "AUX", "ADJ") and lemma in verbs) or (
                token.pos == "NOUN" and (lemma in nouns or (lemma in verbs and token.tag == "NN"))
            ):
                yield told(document, token)


def told(document: Document, word: Token) -> Telling:
    """The rung of one verb or noun, read from its helpers and then from what governs it, six steps up."""
    sentence = document.sentences[word.sentence]
    if word.tag == "VB" and _VOTED_TO.search(document.text, sentence.start, word.start):
        return Telling(word, Level.DONE, "voted")
    node, level, by = word, Level.DONE, ""
    for _ in range(6):
        found = _helped(document, node, first=node.i == word.i)
        if found and found[0] < level:
            level, by = found
        subject = node.dep in ("nsubj", "nsubjpass") and node.pos == "NOUN"
        if level <= Level.SUPPOSED or (node.dep not in _UP and not subject):
            break
        head = document.head_of(node)
        if head.i == node.i:
            break
        if node.dep == "conj":
            if node.tag in ("VBZ", "VBD", "VBP") or head.pos != node.pos:
                break
            node = head
            continue
        if node.dep in ("relcl", "advcl") and node.tag != "VB":
            break
        infinitive = node.tag == "VB" and any(c.lower == "to" for c in document.children_of(node, "aux"))
        above = _governed(node, head, infinitive)
        if above is not None and above[0] < level:
            level, by = above
        if node.dep in ("relcl", "advcl"):
            break
        node = head
    return Telling(word, level, by)


def _helped(document: Document, node: Token, *, first: bool) -> tuple[Level, str] | None:
    """What the auxiliaries, negatives and adverbs of a word say."""
    best: tuple[Level, str] | None = None
    for child in document.children_of(node):
        low = child.lower
        if child.dep not in (
            "aux",
            "neg",
            "mark",
            "advmod",
            "det",
            "amod",
            "preconj",
            "cc",
            "predet",
            "nsubj",
            "nsubjpass",
            "prep",
        ):
            continue
        if child.dep == "neg" or (
            low in _NEGATIVE and low != "yet" and child.dep in ("det", "advmod", "nsubj", "nsubjpass")
        ):
            after = document.tokens[child.i + 1].lower if child.i + 1 < len(document.tokens) else ""
            if after in ("only", "just", "least"):
                continue
            return Level.DENIED, low
        if child.dep in ("nsubj", "nsubjpass", "prep", "cc"):
            continue
        if (
            low in _MAYBE
            or (child.dep == "mark" and low in ("if", "whether", "unless"))
            or low in _HEDGING
            or low == "whether"
        ):
            best = Level.SUPPOSED, low
        elif low == "would" and not _reported(document, node):
            best = best or (Level.SUPPOSED, low)
        elif low in ("will", "shall", "would", "'ll"):
            best = best or (Level.SET, low)
        elif first and child.dep == "amod" and (child.lemma.lower() in _SUPPOSING or low in _SUPPOSING):
            best = Level.SUPPOSED, low
        elif first and child.dep == "amod" and low in ("planned", "impending", "upcoming", "scheduled"):
            best = best or (Level.SET, low)
    return best


def _reported(document: Document, node: Token) -> bool:
    """ "said it would close": would for will."""
    head = document.head_of(node)
    return node.dep == "ccomp" and head.lemma.lower() in _SAYING


def _governed(node: Token, head: Token, infinitive: bool) -> tuple[Level, str] | None:
    """What the word above says of the one below it."""
    lemma, low = head.lemma.lower(), head.lower
    if node.dep in ("ccomp", "relcl") and not infinitive:
        # "recommended that members accept" supposes; "said that members accept" tells; "feared dead" supposes.
        # What doctors reported is told; what has been reported is supposed.
        tells = lemma == "report" and head.tag != "VBN"
        if lemma in _SUPPOSING and not tells and lemma not in ("charge", "face", "mean"):
            return Level.SUPPOSED, low
        return (Level.DENIED, low) if lemma == "deny" else None
    if lemma in _DENYING:
        return Level.DENIED, low
    if lemma in _SUPPOSING or low in _SUPPOSING:
        return Level.SUPPOSED, low
    if lemma in _SETTING or low in _SETTING:
        return Level.SET, low
    if (
        infinitive
        and node.dep in ("xcomp", "acl", "advcl", "ccomp", "relcl")
        and lemma not in ("have", "be", "begin", "start", "go", "use", "force", "help", "manage")
    ):
        return Level.UNSURE, low
    return None

"""Signals that a sentence in the paper's own voice needs a source, and the weights by which they add up.

A sub-editor does not look for set phrases. She asks: could the reporter have seen this, is it on a timetable or on
record, or did somebody have to tell him? What he saw has a scene, a day, a named person doing something; what he was
told is short and flat, speaks of harm or fault or of what people know and want, runs over years, and tends to stand
alone. Each signal is one such trait; the weights are those of a logistic regression fitted by
``python -m tests.accuracy.fit_claims`` on marked drafts written for the purpose and on published news.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from app.facts.claims_acts import accusing_act
from app.facts.claims_kinds import KINDS, ClaimKind
from app.facts.claims_needles import Sieve
from app.facts.claims_opinions import OPINIONS
from app.facts.claims_voice import Voices
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Severity

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})
_FOLDER = Path(__file__).parent
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTHS = r"Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\."

# What each trait looks like in words. Order and names are those of claims_weights.txt.
_PATTERNS = {
    "date": rf"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b(?:today|yesterday|tomorrow|tonight|noon|midnight)\b"
    rf"|\b\d{{1,2}}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)|\b(?:{_MONTHS}|{_SHORT_MONTHS}) \d|\d (?:{_MONTHS})"
    r"|\b(?:this|last|next) (?:week|month|year|morning|evening|spring|summer|autumn|fall|winter)"
    rf"|\b(?:in|on|by) (?:{_MONTHS}|early|late|mid)\b|\bin (?:19|20)\d\d\b",
    "over_time": r"\bsince\b|\bfor (?:\w+ ){1,2}(?:hours|days|weeks|months|years|decades)\b|\bfor (?:months|years|weeks|decades)\b"
    r"|\b(?:in|over|within) (?:\w+ ){0,3}(?:years|decades?|months|weeks|a week|a month)\b",
    "scene": r"^(?:At|Outside|Inside|On|In|By|Among|Near|Along|Behind|Above|Under|From) "
    r"|\b(?:was|were|had been) (?:\w+ly )?(?:standing|sitting|lying|carrying|waiting|holding|sharing|mending|handing|pouring|returning|sleeping|watching|queuing|wearing)\b"
    r"|\b(?:stood|sat|lined|walked|waited|queued|gathered|watched|arrived|wore|carried|held up|cheered|clapped|sang)\b",
    "scheduled": r"\b(?:will|is|are|due|expected|scheduled|set) (?:\w+ ){0,3}(?:meet|open|close|publish|appear|begin|start|held|take place|be on display|be able|receive|run|return|vote|decide|consider|hear|due|launch|release|leave|arrive)\b"
    r"|\bcan (?:call|be|also)\b|\b(?:helpline|hotline|hearing|meeting|inquest|trial|election|match|funeral|service|ballot) (?:will|is|has been)\b",
    "superlative": r"\b(?:first|only|never|unprecedented|record)\b",
    "sweeping": r"\b(?:all|every(?:one|body|where)?|no|none|nobody|never|always|most|many|few|wherever|whatever|entire|whole|any|countless"
    r"|widely|largely|mostly|increasingly|routinely|regularly|often|openly|secretly|privately|quietly|long|repeatedly|systematically|deliberately)\b",
    "cause": r"\b(?:because|due to|owing to|thanks to|as a result|caused?|led to|triggered|sparked|prompted|forced|out of|after|so that|in return|in exchange"
    r"|at the (?:request|behest|insistence)|on the orders|under pressure|to (?:avoid|keep|save|hide|cover|protect|win)|in revenge|reason|why|behind|without)\b",
    "unsure": r"\b(?:probably|likely|unlikely|apparently|clearly|obviously|certain(?:ly)?|undoubtedly|inevitabl[ey]|expected|thought|believed(?! to (?:bring|ward|cure|heal|bless|purify|symboli[sz]e|represent)\b)|understood|known|rumou?red"
    r"|feared|considered(?! (?:because|in|for|by|at|when|before|and|or|as part)\b|[.,;])|seen as|regarded|set to|poised|bound to|on the (?:brink|verge)|close to|about to|preparing to|planning to|seems?|appears?)\b",
    "number": r"\d|\b(?:dozens|hundreds|thousands|millions|half|a third|a quarter|two-thirds|three-quarters|one in)\b",
    "money": r"[$£€]\s?\d",
    "trend": r"\b(?:has|have|had) (?:\w+ly |now |also |more than |already )?(?:risen|grown|increased|climbed|soared|surged|jumped|gone up|doubled|tripled|trebled|quadrupled|fallen"
    r"|dropped|declined|decreased|halved|slumped|plunged|plummeted|collapsed|dwindled|shrunk|worsened|improved|spread|deteriorated|become|begun|lost|seen|been)\b",
    "judgement": r"\b(?:should|must|ought|need(?:s|ed)? to|deserve\w*|better|good|bad|great|terrible|disastrous|brilliant|important|essential|vital|impossible|inevitable|easy|hard|difficult|wrong|right)\b",
    "on_record": r"\b(?:owns?|owned|built|founded|named|called|born|based|lies|located|employs?|known as|made (?:up )?of|consists|includes?|contains?|belongs?|served|stars|directed|written|produced|published|lived|weighs?|measures?)\b",
    "result": r"\b(?:won|beat|scored|drew|voted|approved|passed|elected|sold|bought|closed at|shares|signed|announced|appeared|pleaded|admitted|sentenced|jailed|arrested|charged|convicted"
    r"|opened|launched|landed|took office|awarded|received|appointed|apologi[sz]ed|declined|set bail|adjourned|remanded|fined)\b",
    "first_person": r"\b(?:I|we|you|our|my|us|your)\b",
    "group": r"^(?:The )?(?:parents|ministers|officials|officers|residents|voters|investors|markets?|experts|analysts|scientists|doctors|nurses|staff|workers|managers|contractors|suppliers"
    r"|republicans|democrats|conservatives|insiders|fans|players|soldiers|rebels|troops|police|hackers|attackers|owners?|bosses|executives|directors|students|pupils|teachers|drivers|both sides"
    r"|people|americans|britons|consumers|customers|families|farmers|companies|banks|lenders|tenants|landlords|neighbou?rs|senior)\b",
    "age": r", \d\d,|\b\d\d-year-old",
}
_TRAITS = {
    name: Sieve(re.compile(pattern, 0 if name == "first_person" else re.IGNORECASE))
    for name, pattern in _PATTERNS.items()
}


_WORD = re.compile(r"\w+(?:-\w+)*")


@cache
def _harm() -> tuple[frozenset[str], frozenset[str], range]:
    """Words that speak of harm, the beginnings that do with any ending, and the lengths of those beginnings."""
    lines = (_FOLDER / "claims_harm.txt").read_text(encoding="utf-8").splitlines()
    words = [w for line in lines if not line.startswith("#") for w in line.split()]
    stems = frozenset(w.rstrip("*") for w in words if w.endswith("*"))
    return (
        frozenset(w for w in words if not w.endswith("*")),
        stems,
        range(min(map(len, stems)), max(map(len, stems)) + 1),
    )


def _harms(lowered: str) -> int:
    """How many words of harm a lower-case sentence holds."""
    return sum(_is_harm(word) or sum(map(_is_harm, word.split("-"))) for word in _WORD.findall(lowered))


@lru_cache(maxsize=20_000)
def _is_harm(word: str) -> bool:
    whole, stems, lengths = _harm()
    return word in whole or any(word[:n] in stems for n in lengths if n <= len(word))


@cache
def weights() -> dict[str, float]:
    """The weight of each signal and of ``bias``, in log-odds."""
    lines = (_FOLDER / "claims_weights.txt").read_text(encoding="utf-8").splitlines()
    return {name: float(weight) for name, weight in (li.split() for li in lines if li and not li.startswith("#"))}


def needs_source(found: frozenset[str]) -> float:
    """The probability, from 0 to 1, that a desk would ask for a source of a sentence in the paper's own voice that shows
    these signals."""
    known = weights()
    total = known["bias"] + sum(known.get(name, 0.0) for name in found)
    return 1 / (1 + math.exp(-total))


Triggers = Sequence[tuple[ClaimKind, re.Match[str]]]


# An edit changes one sentence: the others are not searched again.
@lru_cache(maxsize=32_768)
def triggers(text: str) -> Triggers:
    """The kinds of claim that a sentence with straight marks makes by its words, with the words."""
    lowered = text.lower()
    found = ((kind, kind.trigger(text, lowered)) for kind in (*KINDS, *OPINIONS))
    return tuple((kind, match) for kind, match in found if match is not None)


def signals(document: Document, voices: Voices, sentence: Sentence) -> frozenset[str]:
    """The names of the traits that the sentence shows."""
    found = {*document.in_sentence(sentence, _of_sentence)}
    found.update(_of_place(document, voices, sentence))
    if "will" in found and not found & {"date", "scheduled"}:
        found.add("will_undated")
    if "harm" in found and "date" not in found:
        found.add("harm_undated")
    if {"copula", "superlative"} <= found:
        found.add("is_superlative")
    return frozenset(found)


def _of_sentence(document: Document, sentence: Sentence) -> frozenset[str]:
    """The traits that the sentence shows wherever it stands."""
    text = sentence.span.of(document.text).translate(_STRAIGHT)
    lowered = text.lower()
    found = {name for name, pattern in _TRAITS.items() if pattern.search(text, lowered)}
    return frozenset((*found, *_of_wording(document, sentence, text), *_of_grammar(document, sentence)))


# What a claim asserts, by the trait that tells most; the first that the sentence shows is said on the card.
_ASSERTS = (
    ("accusing_act", "wrongdoing or fault"),
    ("will_undated", "what is going to happen"),
    ("unsure", "what is thought, known or expected"),
    ("is_superlative", "a record or a first place"),
    ("harm", "harm, fault, conflict or secrecy"),
    ("trend", "what has been going on"),
    ("over_time", "what has been going on"),
    ("group", "what a whole group does, knows or wants"),
    ("generic_subject", "what a whole group does, knows or wants"),
    ("past_perfect", "what happened out of sight"),
)


def asserts(found: frozenset[str]) -> str:
    """Words that complete "This asserts …" for a sentence with these signals."""
    return next((words for name, words in _ASSERTS if name in found), "what somebody must have told the reporter")


def _of_wording(document: Document, sentence: Sentence, text: str) -> Iterator[str]:
    words = len(text.split())
    if words <= 20:
        yield "short"
    if words <= 11:
        yield "very_short"
    if words > 30:
        yield "long"
    if text.count(",") >= 2:
        yield "commas"
    harms = _harms(text.lower())
    if harms:
        yield "harm"
    if harms > 1:
        yield "harm_twice"
    for kind, _ in triggers(text):
        yield "claim_words" if kind.severity is not Severity.MAY else "opinion_words"
    if accusing_act(document, sentence) is not None:
        yield "accusing_act"


def _of_grammar(document: Document, sentence: Sentence) -> Iterator[str]:
    tokens = document.sentence_tokens(sentence)
    if any(t.pos == "PROPN" for t in tokens[1:]):
        yield "named"
    if any(t.tag in ("JJS", "RBS") for t in tokens):
        yield "superlative"
    root = document.root(sentence)
    if root is None:
        return
    yield from _of_subject(document, root)
    helpers = {t.lower for t in document.children_of(root, "aux", "auxpass")}
    for name, words in (("will", {"will", "'ll", "would"}), ("past_perfect", {"had"}), ("perfect", {"has", "have"})):
        if helpers & words:
            yield name
    if root.tag == "VBD" or (root.tag == "VBN" and helpers & {"was", "were"}):
        yield "past"
    if root.tag in ("VBZ", "VBP"):
        yield "present"
    if root.lemma == "be":
        yield "copula"
    if document.children_of(root, "neg"):
        yield "negated"


def _of_subject(document: Document, root: Token) -> Iterator[str]:
    if document.children_of(root, "nsubjpass"):
        yield "passive"
    subject = next(iter(document.children_of(root, "nsubj", "nsubjpass")), None)
    if subject is None:
        return
    if subject.pos == "PRON":
        yield "pronoun_subject"
    if subject.pos == "PROPN":
        yield "name_subject"
    kids = document.children_of(subject)
    if any(k.lower == "the" for k in kids):
        yield "definite_subject"
    if subject.tag == "NNS" and not any(k.dep in ("det", "poss") for k in kids):
        yield "generic_subject"


def _of_place(document: Document, voices: Voices, sentence: Sentence) -> Iterator[str]:
    block = document.blocks[sentence.block]
    if not any(b.is_body for b in document.blocks[max(0, sentence.block - 3) : sentence.block]):
        yield "lead"
    if any(q.span.overlaps(sentence.span) for q in voices.quotations_in(sentence.block)):
        yield "quotes"
    if sentence.i == block.last - 1:
        yield "ends_paragraph"
    if block.last - block.first == 1:
        yield "alone"
    if sentence.i and voices.is_answered(document.sentences[sentence.i - 1]):
        yield "after_attributed"
    if sentence.i + 1 < len(document.sentences) and voices.is_attributed(document.sentences[sentence.i + 1]):
        yield "before_attributed"

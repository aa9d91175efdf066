"""Claims: sentences that assert, in the paper's own voice, what a desk would want a source for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from app.facts.claims_acts import accusing_act
from app.facts.claims_kinds import BELIEVERS, CLASSES, COURT, STUDIES, VAGUE
from app.facts.claims_lead import is_borne_out
from app.facts.claims_signals import Triggers, asserts, needs_source, signals, triggers
from app.facts.claims_voice import Voices
from app.facts.document import Block, Document, Sentence
from app.flags.flag import Severity, Span

_ALWAYS = ("casualties", "nobody_believes", "guilt", "funding", "control", "plan")
# Probabilities of claims_signals, chosen where drafts left out of the fit keep a precision of .9 (fit_claims prints them).
_NEEDS_SOURCE = 0.4
_MUST = 0.5
_WORDING_STANDS = 0.12  # below it even accusing words are more likely reported from the record
_EXACT = re.compile(r"\d\s?(?:%|percent|per cent)|[$£€]\s?\d")
_FIGURES = ("trend", "casualties", "rough_count", "comparison")
_RUN_ON = 0.5  # a sentence that goes on with an attributed one has to look more like a claim
_DEEP = 90  # characters into the sentence
_COMMENT = re.compile(r"\b(?:I|we|you|our|your|my|us)\b")
_FULL_NAME = re.compile(r"\b[A-Z][\w'’-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})


@dataclass(frozen=True, slots=True)
class Claim:
    """``span`` the sentence or clause; ``kind`` what makes it a claim; ``trigger`` the words that do; ``asserts``
    completes "This asserts …"."""

    span: Span
    kind: str
    trigger: Span
    severity: Severity
    asserts: str = ""


# Steps of police and courts that stand on a record, events on a timetable, and what a passer-by can see.
_ON_RECORD = re.compile(
    r"\b(?:pleaded (?:not )?guilty|(?:been|was|were) (?:arrested|charged|remanded|bailed|released on bail|sentenced|convicted|acquitted)|in custody|"
    r"(?:police|officers|detectives|investigators|firefighters) (?:are|were) (?:\w+ing)|"
    r"(?:trial|hearing|inquest|inquiry|match|show|festival|election|tour|sitting) (?:is|was) (?:expected|due|scheduled|set) to (?:last|run|begin|start|end|open|finish)|"
    r"(?:road|street|bridge|motorway|lane|line|station|school|airport|runway|square|park) (?:was|were|is|remains?) (?:closed|shut|reopened|cordoned|sealed)|"
    r"(?:candles?|lamps?|lights?|fires?|flags?) (?:burned|burnt|flickered|glowed|flew|hung)|"
    r"(?:is|are|was|were) (?:an? )?(?:reminiscent of|developing story)|"
    r"(?:scenarios?|samples?|models?|methods?|cases|data|records|subjects|participants|volunteers|patients|mice|rats) (?:was|were) (?:considered|examined|tested|analy[sz]ed|compared|measured|surveyed|studied)|"
    r"will be (?:run|held|led|chaired|overseen|managed|staged|shown|opened|read) (?:by|at|in|on))\b",
    re.IGNORECASE,
)


# The toll of an earlier day, told as background, stands on the record: "Last week 76 people were killed when a hotel fell".
_PAST_TOLL = re.compile(
    r"^(?!.*\b(?:has|have) (?:\w+ )?(?:been )?(?:killed|died|wounded|injured)\b).*"
    r"\b(?:(?:last|earlier this|the previous) (?:week|month|year|\w*(?:day|ber|uary|st))|in (?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b|(?:in|of) (?:1[89]|20)\d\d\b|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\. \d|"
    r"(?:weeks|months|years|decades) (?:ago|earlier|before))",
    re.IGNORECASE,
)


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Return the claims that nobody in the copy answers for, at most one a sentence, the gravest."""
    voices = Voices(document)
    found = (c for s in document.body_sentences() for c in _claims(document, voices, s))
    lead = next((b for b in document.blocks if b.is_body and b.i > 0), None)
    return tuple(_in_lead(document, voices, lead, c) if lead is not None else c for c in found)


def _in_lead(document: Document, voices: Voices, lead: Block, claim: Claim) -> Claim:
    """The claim, no more than a question where it stands in a lead whose body answers for it."""
    borne_out = is_borne_out(document, voices, lead, claim.span, accuses=claim.kind == "guilt")
    return replace(claim, severity=Severity.MAY) if borne_out else claim


def _claims(document: Document, voices: Voices, sentence: Sentence) -> Iterator[Claim]:
    text = document.in_sentence(sentence, _told)
    if not text:
        return
    vague = _vague(document, voices, sentence, text)
    if vague is not None:
        yield vague
        return
    if voices.is_attributed(sentence) or _says_nothing_happened(text):
        return
    found = triggers(text)
    if voices.is_carried(sentence):
        yield from _run_on(document, voices, sentence, found)
        return
    wording = _by_wording(document, sentence, text, found)
    if wording is not None and wording.kind in _ALWAYS:
        yield wording
        return
    shown = signals(document, voices, sentence)
    chance = needs_source(shown)
    if wording is not None and wording.severity is not Severity.MAY and chance >= _WORDING_STANDS:
        told = wording.kind == "trend" and _told_next(document, voices, sentence, found)
        yield replace(wording, severity=Severity.MAY) if told else wording
    elif (
        chance >= _NEEDS_SOURCE
        and not _told_next(document, voices, sentence, found)
        and len(text.split()) >= 4
        and not _ON_RECORD.search(text)
    ):
        severity = Severity.MUST if chance >= _MUST else Severity.SHOULD
        yield Claim(sentence.span, "told", sentence.span, severity, asserts(shown))
    elif wording is not None:
        yield replace(wording, severity=Severity.MAY)


def _told(document: Document, sentence: Sentence) -> str:
    """The sentence with straight marks; "" for one that asks, or is no prose."""
    text = sentence.span.of(document.text).translate(_STRAIGHT)
    return "" if text.rstrip("\"')").endswith("?") or not _is_prose(text) else text


def _told_next(document: Document, voices: Voices, sentence: Sentence, found: Triggers) -> bool:
    """Whether figures go on in the next sentence of the paragraph with "it said": "Profit fell 9%. Sales rose, it said."."""
    if sentence.i + 1 >= document.blocks[sentence.block].last or not any(kind.id == "trend" for kind, _ in found):
        return False
    if not _EXACT.search(sentence.span.of(document.text)):
        return False
    return voices.is_attributed(document.sentences[sentence.i + 1])


def _run_on(document: Document, voices: Voices, sentence: Sentence, found: Triggers) -> Iterator[Claim]:
    """A claim so grave that a desk does not let it run on under the attribution of the sentence before; figures about
    what that sentence told are its speaker's to give."""
    if any(kind.id in _FIGURES for kind, _ in found) or _ON_RECORD.search(sentence.span.of(document.text)):
        return
    shown = signals(document, voices, sentence)
    if needs_source(shown) >= _RUN_ON:
        yield Claim(sentence.span, "told", sentence.span, Severity.SHOULD, asserts(shown))


def _by_wording(document: Document, sentence: Sentence, text: str, triggered: Triggers) -> Claim | None:
    """The gravest claim that the sentence's own words make, wherever it stands."""
    mild: Claim | None = None
    for kind, found in triggered:
        trigger = Span(sentence.start + found.start(), sentence.start + found.end())
        if document.is_quoted(trigger):
            continue
        past = kind.id == "casualties" and _PAST_TOLL.search(text) is not None
        if kind.severity is not Severity.MAY and not past and not _aside(kind.id, text, found.start()):
            return Claim(sentence.span, kind.id, trigger, kind.severity, kind.asserts)
        mild = mild or Claim(sentence.span, kind.id, trigger, Severity.MAY, kind.asserts)
    act = accusing_act(document, sentence)
    if act is not None and not document.is_quoted(act.span) and not COURT.search(text):
        return Claim(sentence.span, "guilt", act.span, Severity.MUST, "wrongdoing or fault")
    return mild


def _says_nothing_happened(text: str) -> bool:
    """“No injuries have been reported.” says what nobody has said; it needs no source."""
    return bool(
        re.match(
            r"(?:No one|Nobody) (?:has |was |were |is )?(?:been )?(?:\w+ )?(?:died|killed|hurt|injured|arrested|charged)\b",
            text,
        )
        or re.match(
            r"(?:No|None of) .*\b(?:been |was |were )?(?:reported|announced|given|published|released|set)\b", text
        )
    )


def _aside(kind: str, text: str, at: int) -> bool:
    """Whether the claim is made in passing, deep in a long sentence, or in the first person of a comment piece."""
    if kind in _ALWAYS:
        return False
    return at > _DEEP or bool(_COMMENT.search(text))


def _is_prose(text: str) -> bool:
    return len(text.split()) >= 4 and text.rstrip("\"')")[-1:] in ".!;:…"


def _vague(document: Document, voices: Voices, sentence: Sentence, text: str) -> Claim | None:
    """A claim put in the mouth of "critics" or "studies" of whom none is named, here or in the sentence after."""
    found = _vague_words(text)
    if found is None:
        return None
    trigger = Span(sentence.start + found.start(), sentence.start + found.end())
    if document.is_quoted(trigger):
        return None
    aside = re.search(r"\b(?:who|that|which|what|as) (?:\w+ )?$", text[: found.start()], re.IGNORECASE)
    severity = Severity.MAY if aside or _named_next(document, sentence) else Severity.MUST
    return Claim(sentence.span, "vague", trigger, severity, "what people who are not named say")


@lru_cache(maxsize=32_768)
def _vague_words(text: str) -> re.Match[str] | None:
    return VAGUE.search(text) or STUDIES.search(text) or BELIEVERS.search(text) or CLASSES.search(text)


def _named_next(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence after quotes somebody by full name: “Critics disagree. ‘It is late,’ said Ann Lee.”"""
    if sentence.i + 1 >= len(document.sentences):
        return False
    after = document.sentences[sentence.i + 1]
    return any(
        a.kind == "direct" and a.source is not None and _FULL_NAME.search(a.source.of(document.text))
        for a in document.attributions
        if after.start <= a.statement.start < after.end
    )

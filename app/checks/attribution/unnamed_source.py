"""A source without a name, and no reason why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.attribution._unnamed_words import DOER, FINDS, PASSERS_BY, PERSON, SPEAKS_IN_PUBLIC
from app.checks.check import bad, check, good
from app.facts.attributions import Attribution
from app.facts.attributions_types import DOCUMENTS, ORGANISATIONS, SPOKESPEOPLE, UNNAMED
from app.facts.document import Document, Token
from app.facts.sought import matches
from app.flags.flag import Flag, Severity, Span

# A reason for namelessness. That somebody did not wish to be named is a wish, not a reason.
_REASON = re.compile(
    r"\b(?:(?:not|n't|un)[ -]?authori[sz]ed|withh[eo]ld (?:by|under|because)|fear(?:s|ed|ing|ful)? (?:of |for |that |losing |it |they |he |she |\w+ing )|"
    r"(?:name (?:has been|was)) (?:changed|withheld)|whose name|for legal reasons|under (?:embargo|ground rules|rules|department rules|policy)|"
    r"only (?:his|her|their) (?:first|given) names?|on background|(?:(?:lose|losing|cost (?:him|her|them)) (?:his|her|their|a) jobs?|jeopardi[sz]e|reprisals?|retaliat\w+|retribution|confidential\w*|sensitiv\w+)|"
    r"(?:anonym\w+|(?:be|being) (?:named|identified|quoted))(?:[^.,;“”\"]{0,30}?\b(?:because|as|since|to|in order|so|given|citing|due|owing|for|lest|while|when|before|until|under|in)|,? (?:because|as|since|given|citing|due to|owing to|for fear|lest|so that)))\b",
    re.IGNORECASE,
)
_PROMISED = re.compile(r"\bconditions? of anonymity\b|\banonymously\b", re.IGNORECASE)
# A wish to stay unnamed makes a name wanted all the more: of a passer-by too the reader asks why.
_WISH = re.compile(
    r"\b(?:not to (?:be|have (?:his|her|their)) (?:name|named|identified|quoted)|not (?:wish|want)\w* to be (?:named|identified)|"
    r"declin\w+ to (?:be (?:named|identified)|give (?:his|her|their|a) \w*\s?name)|name not (?:to )?be (?:used|published|printed|given)|"
    r"(?:remain|stay|keep) anonymous|request\w* anonymity|asked for anonymity|withhold (?:his|her|their) name|without being named)\b",
    re.IGNORECASE,
)
# Trades that speak in the plural and are nobody: "market participants said", "diplomatic circles say".
_CIRCLES = re.compile(
    r"\b(?:market|industry|trade|diplomatic|political|government|party|legal|security|military|intelligence|banking|shipping|"
    r"media|business|court|royal|palace|police|city|football|transport|energy|oil|defen[cs]e) (?:participants|players|circles|quarters|watchers|insiders|figures|operators|hands)\b",
    re.IGNORECASE,
)
_SOURCES_PUT = re.compile(
    r"\b((?!(?:the|these|those|two|three|four|several|many|all|both|other|its|their|of)\b)(?:[\w-]+ )?sources) (?:put (?!out\b)|estimate|expect|believe|reckon|claim|suggest|indicate|fear|say|said|told)\b",
    re.IGNORECASE,
)
_PLURAL_HEADS = frozenset("sources insiders".split())
_PAST = 30  # characters behind "several people" in which it says how they know
_ONE = frozenset("a an one another two three several some".split())
_CLOSE = re.compile(
    r"\b(?:familiar with|close to|with knowledge of|briefed on|involved in|with direct knowledge|inside|within|at)\b",
    re.IGNORECASE,
)
# A lawyer speaks for a client who is named, as a spokesman does.
_SPEAKS_FOR = re.compile(
    r"\b(?:lawyers?|attorneys?|solicitors?|barristers?|agents?) (?:for|representing)\b", re.IGNORECASE
)
_GROUPS = re.compile(
    r"\b(?:officials|executives|aides|advisers|advisors|diplomats|employees|ministers|lawmakers|insiders|figures|staff|managers|bankers)"
    r" (?:\w+ )?(?:familiar with|close to|with (?:direct )?knowledge of|briefed on|inside)\b",
    re.IGNORECASE,
)
_NAMED_NEXT = re.compile(r"(?: [a-z][\w’'-]*)(?: [\w’'-]+){0,6}, (?:[A-ZÀ-Þ][\w’'-]+ ){1,2}[A-ZÀ-Þ][\w’'-]+,")
_REQUESTS = frozenset("ask asked asks asking urge urged order ordered invite invited".split())


@check(
    title="Unnamed source without a reason",
    catches="“An official said”, “a person at the company said”: no name, and no word of why.",
    why="A reader cannot weigh a source that is not named; say why, and how the source comes to know.",
    source="AP Statement of News Values, Anonymous sources; Reuters Handbook, Sources; Guardian editorial code, Anonymous quotations",
    category="attribution",
    severity="must",
    examples=[
        bad("[A person at the airline] said pilots had been warned twice."),
        bad("“It will never pass,” said [one senate aide]."),
        bad("[An official close to the inquiry] said two men had been questioned."),
        bad("The plant will shut in June, according to [a source]."),
        bad("[Sources] said the striker had signed on Friday."),
        bad("[Executives close to the deal] said it would be signed in May."),
        bad("[A senior figure in the party] said the leader would go."),
        good("Two aides asked the clerk to delete the file."),
        good("A lawyer for the driver said he would appeal."),
        bad("The merger is dead, [two people familiar with the talks] said."),
        good("A person at the airline, who asked not to be named because he feared for his job, said pilots had been warned twice."),
        good("“It will never pass,” said one senate aide, who was not authorised to speak publicly."),
        good("A spokesman for the airline said pilots had been warned twice."),
        good("Police officials said two men had been questioned."),
        good("The official said two men had been questioned."),
        good("An official, Maria Santos, said two men had been questioned."),
        bad("[A senior official at the ministry] told the BBC on condition of anonymity that talks had failed. The official said they would not resume.", severity="may"),
        good("A senior official at the ministry spoke on condition of anonymity because the talks are secret, and said that they had failed."),
        good("The clinic said a doctor had called to say that the results were back."),
        bad("[One trader in Riga], who declined to be identified, said deposits were leaving."),
        bad("[Another passenger], who asked for her name not to be used, said the brakes had failed."),
        bad("Two consultants differed. The other, who asked [not to be identified], said it had been handled well."),
        good("The other, who asked not to be identified because he works there, said it had been handled well."),
        bad("[Market participants] said the list would be widened."),
        good("A carmaker in Ohio has recalled 3,000 vans."),
        good("A police officer who hit a boy, and then wrote an untrue account of it, was dismissed on Thursday."),
        bad("[One juror] said the receipt had persuaded her."),
        bad("[A goalkeeper] said the dressing room had been silent."),
        bad("[A member of the design team] said the drawings were wrong from the start."),
        bad("[A school governor], who did not wish to be named, said the figures had been changed."),
        good("A surgeon, who asked not to be named because the inquiry is not over, said the ward was full."),
        bad("[A witness] said the bus had not stopped.", severity="may"),
        good("A study said the bus lane saved nine minutes."),
        good("A judge said the sentence would have been longer after a trial."),
        bad("[Trade sources] put the loss at $3 million."),
        good("The two sources put out 40 litres a second."),
        good("An engineer hired by the family, Sunil Rao, said the heater had no switch."),
        good("A company executive testified that it had sold 40,000 heaters."),
        good("A nurse, Ines Alvarado, said the ward was full."),
    ],
)  # fmt: skip
def unnamed_source(document: Document) -> Iterator[Flag]:
    seen: set[int] = set()
    yield from _of_attributions(document, seen)
    yield from _bare_sources(document, seen)
    yield from _wishes(document, seen)


def _wishes(document: Document, seen: set[int]) -> Iterator[Flag]:
    """“The other, who asked not to be identified, said …”: a wish to stay unnamed, whoever has it, and no reason."""
    for found in matches(document, _WISH):
        span = Span(*found.span())
        sentence = document.sentence_at(span.start)
        if sentence is None or not document.blocks[sentence.block].is_body or document.is_quoted(span):
            continue
        after = (
            document.sentences[sentence.i + 1] if sentence.i + 1 < document.blocks[sentence.block].last else sentence
        )
        told = any(sentence.start <= s < sentence.end for s in seen)
        who = re.search(r"\bwho (?:\w+ ){0,3}$", document.text[sentence.start : span.start])
        if told or who is None or _REASON.search(document.text[sentence.start : after.end]):
            continue
        yield Flag(span, "Somebody speaks without a name, and the copy does not say why.")


def _of_attributions(document: Document, seen: set[int]) -> Iterator[Flag]:
    for said in sorted(document.attributions, key=lambda a: a.statement.start):
        if said.cue is not None and said.cue.of(document.text).lower() in _REQUESTS:
            continue
        if said.source is None or said.kind not in ("direct", "indirect", "mixed") or said.source.start in seen:
            continue
        if document.is_quoted(said.source) or not _reports(document, said) or not _is_unnamed(document, said):
            continue
        seen.add(said.source.start)
        if _has_reason(document, said):
            continue
        words = said.source.of(document.text)
        yield Flag(
            said.source,
            f"“{words}” has no name, and the copy does not say why.",
            related=_wish(document, said),
            severity=_severity(document, said),
        )


def _wish(document: Document, said: Attribution) -> tuple[Span, ...]:
    """Where the copy tells that the source asked for no name."""
    assert said.source is not None
    sentence = document.sentence_at(said.source.start)
    found = _WISH.search(sentence.span.of(document.text)) if sentence is not None else None
    return (Span(*found.span()).shift(sentence.start),) if found is not None and sentence is not None else ()


def _severity(document: Document, said: Attribution) -> Severity | None:
    assert said.source is not None
    if _WISH.search(_around(document, said)) or _CIRCLES.search(said.source.of(document.text)):
        return None
    return Severity.MAY if _met_in_passing(document, said) or _is_promised(document, said) else None


def _bare_sources(document: Document, seen: set[int]) -> Iterator[Flag]:
    """“Industry sources put the loss at …”: sources that say, put or expect without a verb of speech the facts know."""
    for found in matches(document, _SOURCES_PUT):
        span = Span(*found.span(1))
        block = document.block_at(span.start)
        if (
            block is None
            or not block.is_body
            or document.is_quoted(span)
            or any(span.start <= s < span.end for s in seen)
        ):
            continue
        if not _REASON.search(document.text[span.start : span.start + 160]):
            yield Flag(span, f"“{span.of(document.text)}” have no name, and the copy does not say why.")


def _is_unnamed(document: Document, said: Attribution) -> bool:
    assert said.source is not None
    tokens = document.tokens_in(said.source)
    words = [t for t in tokens if t.is_word]
    if not words:
        return False
    text = said.source.of(document.text)
    if _GROUPS.search(text) or _CIRCLES.search(text):
        return True
    if _SPEAKS_FOR.search(text):
        return False
    sources = next((t for t in words if t.lower in _PLURAL_HEADS), None)
    if sources is not None:
        return not _proper_after(document, said, sources.i)
    head = _head(words)
    one = words[0].lower in _ONE or (words[0].lower == "somebody" or words[0].lower == "someone")
    if head is None or not one or words[0].pos == "PROPN":
        return False
    if head.lower == "people":
        return bool(_CLOSE.search(document.text[said.source.start : said.source.end + _PAST]))
    if words[0].lower in ("two", "three", "several", "some") and head.lemma.lower() not in UNNAMED:
        return False
    return _is_person(head.lemma.lower()) and not _named_inside(words) and not _proper_after(document, said, head.i)


def _is_person(noun: str) -> bool:
    if noun in PERSON or noun in PASSERS_BY:
        return True
    known = noun in SPEAKS_IN_PUBLIC or noun in DOCUMENTS or noun in ORGANISATIONS or noun in SPOKESPEOPLE
    return not known and bool(DOER.search(noun))


def _reports(document: Document, said: Attribution) -> bool:
    """Whether the cue tells what somebody told the paper: not a finding, nor "called to say"."""
    verb = document.token_at(said.cue.start) if said.cue is not None else None
    if verb is not None and verb.lower in ("testified", "testifies", "deposed"):
        return False  # whoever speaks on oath has given a name, and the court has it
    return verb is None or (
        verb.pos != "NOUN"
        and verb.lemma.lower() not in FINDS
        and (verb.tag not in ("VB", "VBG") or verb.lower == "according")
    )


def _head(words: list[Token]) -> Token | None:
    """The noun that heads the phrase: the last noun before a preposition, a relative clause or a comma."""
    head = None
    for token in words:
        if token.lower in PERSON and token.lower != "civil":
            return token
        if (
            token.pos in ("ADP", "SCONJ", "VERB", "AUX")
            or token.tag in ("WP", "WDT", "VBG", "VBN")
            or token.lower == "who"
        ):
            if head is not None:
                break
            continue
        if token.pos in ("NOUN", "PROPN"):
            if head is not None and token.i > head.i + 1 and token.start > head.end + 1:
                break
            head = token
    return head


def _named_inside(words: list[Token]) -> bool:
    """“a farmer, Ann Lee”, “an officer called Ray Dunn”: two capitalised words in a row that are no institution."""
    caps = [t for t in words if t.pos == "PROPN" and t.entity == "PERSON"]
    return bool(caps)


def _met_in_passing(document: Document, said: Attribution) -> bool:
    assert said.source is not None
    head = _head([t for t in document.tokens_in(said.source) if t.is_word])
    return head is not None and head.lemma.lower() in PASSERS_BY


def _proper_after(document: Document, said: Attribution, head: int) -> bool:
    """Whether a person's name stands in apposition: "an official, Maria Santos,", "an engineer they hired, Ann Lee,"."""
    tokens = document.tokens
    if _NAMED_NEXT.match(document.text, tokens[head].end):
        return True
    for n, token in enumerate(after := tokens[head + 1 : head + 5]):
        if token.pos == "PROPN" and (n == 0 or after[n - 1].text == ","):
            return True
        if token.text != "," and token.pos != "PROPN":
            break
    return False


def _is_promised(document: Document, said: Attribution) -> bool:
    """Whether namelessness was a condition: a desk may know the reason, the reader does not."""
    return bool(_PROMISED.search(_around(document, said)))


def _has_reason(document: Document, said: Attribution) -> bool:
    """Whether the reason stands in the sentence, or in the next one where that goes on about the same person."""
    return bool(_REASON.search(_around(document, said)))


def _around(document: Document, said: Attribution) -> str:
    """The sentence of the source, with the next one of the paragraph where that opens with "He", "The official" …"""
    assert said.source is not None
    sentence = document.sentence_at(said.source.start)
    if sentence is None:
        return ""
    end = sentence.end
    if sentence.i + 1 < document.blocks[sentence.block].last:
        after = document.sentences[sentence.i + 1]
        if document.tokens[after.first].lower in ("he", "she", "they", "the", "both", "neither"):
            end = after.end
    return Span(sentence.start, end).of(document.text)

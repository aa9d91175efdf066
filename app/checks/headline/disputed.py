"""A headline tells as fact what one side says and the other denies, or nobody could verify."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import ATTRIBUTED, headline_of, kind_of
from app.facts.document import Block, Document, Token
from app.flags.flag import Edit, Flag, Severity, Span

_DISPUTED = re.compile(
    r"\b(?:a|the|that|this|its|their) (?:claim|assertion|allegation|account|report)s?\b[^.]{0,40}\b(?:denied|rejected|disputed|dismissed|denies|disputes|rejects)\b"
    r"|\b(?:could|can|has|have|had)(?: not|n['’]t) (?:be |been )?(?:\w+ly )?(?:be |been )?(?:\w+ly )?(?:verif\w+|confirm\w*|corroborat\w+|(?<=be )establish\w*|(?<=been )establish\w*)"
    r"|\b(?:neither|none)\b[^.]{0,40}\b(?:could|has|have) be(?:en)?\b[^.]{0,20}\b(?:verif\w+|confirmed)"
    r"|\b(?:no|without) (?:independent )?(?:confirmation|verification|evidence)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:said|says|claimed|claims|announced|asserted|told|alleged|alleges|insisted|boasted|declared)\b"
)
# Participle and noun of what a headline tells in the present: "say they have captured", "claim capture of".
_FORMS = {
    "capture": ("captured", "capture of"), "seize": ("seized", "seizure of"), "take": ("taken", "capture of"),
    "kill": ("killed", "killing of"), "destroy": ("destroyed", "destruction of"), "win": ("won", "win in"),
    "retake": ("retaken", "recapture of"), "recapture": ("recaptured", "recapture of"), "free": ("freed", "release of"),
    "arrest": ("arrested", "arrest of"), "attack": ("attacked", "attack on"), "shell": ("shelled", "shelling of"),
    "bomb": ("bombed", "bombing of"), "cross": ("crossed", "crossing of"), "sink": ("sunk", "sinking of"), "hit": ("hit", "hit on"),
    "overrun": ("overrun", "capture of"), "occupy": ("occupied", "occupation of"), "down": ("downed", "downing of"), "cure": ("cured", "cure for"),
    "find": ("found", "discovery of"), "discover": ("discovered", "discovery of"), "break": ("broken", "break of"), "hack": ("hacked", "hack of"),
    "reach": ("reached", "arrival at"), "repel": ("repelled", "repelling of"), "invade": ("invaded", "invasion of"), "poison": ("poisoned", "poisoning of"),
    "torture": ("tortured", "torture of"), "execute": ("executed", "execution of"), "release": ("released", "release of"),
    "enter": ("entered", "entry into"), "block": ("blocked", "blocking of"), "breach": ("breached", "breach of"), "storm": ("stormed", "storming of"),
    "shoot": ("shot", "shooting of"), "encircle": ("encircled", "encirclement of"), "surround": ("surrounded", "encirclement of"),
    "detain": ("detained", "detention of"), "defeat": ("defeated", "defeat of"), "abduct": ("abducted", "abduction of"),
    "kidnap": ("kidnapped", "kidnapping of"), "rescue": ("rescued", "rescue of"), "foil": ("foiled", "foiling of"), "launch": ("launched", "launch of"),
}  # fmt: skip


@check(
    title="A disputed claim told as fact",
    catches="Rebels capture airbase, above a story in which only the rebels say so and the army denies it.",
    why="The headline takes one side's word; the story does not.",
    source="Reuters Handbook, headlines, attribution",
    category="headline", severity="must",
    examples=[
        bad("[Militia seizes northern port] as talks stall\n\nThe militia said on Monday it had seized the northern port, a claim the navy denied.\n\nTalks go on.",
            fixed="Militia says it has seized northern port as talks stall\n\nThe militia said on Monday it had seized the northern port, a claim the navy denied.\n\nTalks go on."),
        bad("[Separatists shell power plant]\n\nThe separatists said they had shelled a power plant in the east. The report could not be independently verified.\n\nTalks go on.",
            fixed="Separatists say they have shelled power plant\n\nThe separatists said they had shelled a power plant in the east. The report could not be independently verified.\n\nTalks go on."),
        good("Militia says it has seized port\n\nThe militia said it had seized the port, a claim the navy denied.\n\nTalks go on."),
        good("Militia seizes port\n\nThe militia seized the port on Monday, Reuters journalists saw.\n\nThe toll could not be independently verified."),
        good("Militia ‘seizes port’\n\nThe militia said it had seized the port, a claim the navy denied.\n\nTalks go on."),
    ],
)  # fmt: skip
def disputed(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None:
        return
    clause = _clause(document, headline)
    told = _claimed(document) if clause else None
    if clause is None or told is None:
        return
    subject, verb, end = clause
    claim, dispute = told
    if not _same_deed(document, verb, claim) or _told_as_fact(document, verb, claim):
        return
    span = Span(headline.start, end)
    yield Flag(
        span,
        f"In the story this is a claim: “{dispute.of(document.text)}”.",
        edits=tuple(_edits(document, headline, subject, verb, end, claim)),
        related=(dispute,),
        severity=Severity.MUST,
    )


def _clause(document: Document, headline: Block) -> tuple[Span, Token, int] | None:
    """Subject, verb and end of the headline's main clause, where it attributes nothing."""
    tokens = document.tokens_in(headline.span)
    for n, token in enumerate(tokens[1:6], 1):
        lemma = _lemma(token)
        if lemma in _FORMS and token.text[0].islower():
            after = tokens[n + 1 :]
            stop = next(
                (
                    t
                    for t in after
                    if t.lower in ("as", "after", "while", "amid", "before", "when", "but", ";", ",", "–", "—")
                    or (t.lower == "and" and t.i > token.i + 2)
                ),
                None,
            )
            end = document.tokens[stop.i - 1].end if stop else headline.end
            if ATTRIBUTED.search(document.text, headline.start, end):
                return None
            return Span(headline.start, tokens[n - 1].end), token, end
    return None


def _lemma(token: Token) -> str:
    for word in (token.lemma.lower(), token.lower, token.lower.removesuffix("s"), token.lower.removesuffix("es")):
        if word in _FORMS:
            return word
    return token.lemma.lower()


def _claimed(document: Document) -> tuple[int, Span] | None:
    """Index of the sentence, among the first of the body, that reports the claim, and the words that dispute it."""
    early = list(document.body_sentences())[:6]
    for n, sentence in enumerate(early):
        text = sentence.span.of(document.text)
        match = _DISPUTED.search(text)
        if not match:
            continue
        dispute = Span(sentence.start + match.start(), sentence.start + match.end())
        if _SAYS.search(text[: match.start()]):
            return sentence.i, dispute
        claim = next((s for s in early[:n] if _SAYS.search(s.span.of(document.text))), None)
        if claim is not None:
            return claim.i, dispute
    return None


def _same_deed(document: Document, verb: Token, sentence: int) -> bool:
    kind = kind_of(_lemma(verb)) | {_lemma(verb)}
    return any(t.lemma.lower() in kind for t in document.sentence_tokens(document.sentences[sentence]))


def _told_as_fact(document: Document, verb: Token, claim: int) -> bool:
    """Whether an early sentence tells the deed with nobody saying it."""
    kind = kind_of(_lemma(verb)) | {_lemma(verb)}
    for sentence in list(document.body_sentences())[:3]:
        text = sentence.span.of(document.text)
        deed = any(t.lemma.lower() in kind and t.pos == "VERB" for t in document.sentence_tokens(sentence))
        if deed and not _SAYS.search(text) and not re.search(r"\b(?:according to|reported|claim|alleg)", text):
            return True
    return False


def _edits(document: Document, headline: Block, subject: Span, verb: Token, end: int, claim: int) -> Iterator[Edit]:
    who, rest = subject.of(document.text), document.text[verb.end : end]
    plural = not verb.lower.endswith("s")
    participle, noun = _FORMS[_lemma(verb)]
    says, have = ("say they", "have") if plural else ("says it", "has")
    span = Span(headline.start, end)
    yield Edit.replace(span, f"{who} {says} {have} {participle}{rest}", safe=False)
    yield Edit.replace(span, f"{who} {'claim' if plural else 'claims'} {noun}{rest}", safe=False)
    kind = kind_of(_lemma(verb))
    for token in document.sentence_tokens(document.sentences[claim]):
        # The story's own verb: "had taken control of" gives "say they have taken"
        if token.tag == "VBN" and token.lemma.lower() in kind and token.lower != participle:
            yield Edit.replace(span, f"{who} {says} {have} {token.lower}{rest}", safe=False)

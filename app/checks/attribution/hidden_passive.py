""" "It was suggested that …": a passive that hides who said it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document, Sentence
from app.flags.flag import Flag, Severity, Span

_HEARSAY = (
    "understood|believed|thought|felt|said|claimed|alleged|suggested|rumou?red|feared|hoped|argued|hinted|speculated|mooted|"
    "whispered|put about|suspected|assumed|presumed|supposed|complained|maintained|insisted"
)
_OFFICIAL = "announced|revealed|disclosed|confirmed|stated|reported|noted|pointed out|admitted|conceded|acknowledged|explained|warned|predicted|estimated"
_ADVERBS = r"(?: (?:also|now|still|widely|generally|commonly|broadly|further|later|then|since|again|even|already|long|first|officially|being|\w+ly))*"
_BY = r"(?P<by> by (?:many|some|several|most|others|a number|various|all|those|members|people|observers|insiders)\b[^.;“”\"]{0,60}?)?"
_WHEN = r"(?: (?:on \w+day|yesterday|today|last night|this week|last week|this morning|earlier))?"
_PASSIVE = re.compile(
    rf"\bit (?:is|was|has been|had been|'s|’s been|'s been){_ADVERBS} (?:(?P<hearsay>{_HEARSAY})|(?P<official>{_OFFICIAL}))"
    rf"(?P<tail>{_WHEN}{_BY}{_WHEN}) (?:that\b|(?=(?:the|a|an|he|she|they|there|his|her|its|their) \w+ (?:had|has|was|were|is|are|would|will|could)\b))",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"\b(?:(?:serious|some|grave|many|new|fresh|further) )*(?:questions|concerns|doubts|objections|fears|suspicions|allegations|complaints|eyebrows|claims|accusations)"
    r" (?:have|had|has|were|are|are being|have also|had also|were also) ?(?:been )?(?:raised|voiced|expressed|asked|made|aired|levelled|leveled)\b(?! (?:by|in|at|with)\b)",
    re.IGNORECASE,
)
# Where it was said in public, and on whose record.
_ON_RECORD = re.compile(
    r"\b(?:in (?:court|parliament|congress|the (?:report|debate|ruling|letter|statement|judgment|judgement|minutes|paper|study|inquiry))|"
    r"at (?:the|an?) (?:\w+ )?(?:inquest|trial|hearing|inquiry|tribunal|meeting|conference|briefing|session|debate)|(?:the|a) (?:court|jury|inquest|inquiry|tribunal|hearing|committee) (?:heard|was told)|"
    r"according to)"
)
_COMMENT = re.compile(r"\b(?:I|we|you|our|your|my|us)\b")


@check(
    title="Passive hides who said it",
    catches="“It was suggested that …”, “concerns were raised”, with nobody who suggests or raises.",
    why="Somebody said it. The passive keeps the reader, and the desk, from asking who, and how he knows.",
    source="Reuters Handbook, Attribution; BBC News style guide, passive; AP Stylebook, attribution",
    category="attribution",
    severity="must",
    examples=[
        bad("[It has been suggested that] a blocked valve caused the leak."),
        bad("[It was felt by several members that] the chair had gone too far."),
        bad("[It is understood] the club has made an offer."),
        bad("[It was claimed that] the singer had walked off the set."),
        bad("[It had been hoped that] the clinic would open in spring."),
        bad("[It was announced on Friday that] the line would close for a month.", severity="should"),
        bad("[It was pointed out that] no crew had been trained.", severity="should"),
        bad("[Serious concerns have been raised] about the cost of the bridge.", severity="should"),
        good("It was suggested in court that Lee had lied."),
        good("It was suggested by Ruth Adler, the engineer, that a valve was blocked."),
        good("“It was felt that the chair had gone too far,” Adler said."),
        good("Adler said it was felt that the chair had gone too far."),
        good("It was agreed that the meeting would start at nine."),
        good("Concerns were raised by the fire chief about the cost of the bridge."),
        good("The dog was thought lost. It was found on Friday."),
        good("If it is felt that the rules are harsh, a member may appeal."),
    ],
)  # fmt: skip
def hidden_passive(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        for found in document.in_sentence(sentence, _passives):
            if not _in_the_papers_voice(document, sentence, found):
                continue
            words = found.group().rstrip()
            span = Span(sentence.start + found.start(), sentence.start + found.start() + len(words))
            hearsay = found.re is _PASSIVE and found["hearsay"] is not None
            yield Flag(
                span,
                f"“{span.of(document.text)}” hides who: name the speaker.",
                severity=Severity.MUST if hearsay else Severity.SHOULD,
            )
            break


def _passives(document: Document, sentence: Sentence) -> tuple[re.Match[str], ...]:
    """The first of each kind, as a match of the sentence's text."""
    text = sentence.span.of(document.text)
    return tuple(found for pattern in (_PASSIVE, _RAISED) if (found := pattern.search(text)))


def _in_the_papers_voice(document: Document, sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the words are the paper's: in no quotation or statement of somebody's, and on nobody's record."""
    span = Span(sentence.start + found.start(), sentence.start + found.end())
    text = sentence.span.of(document.text)
    if text.endswith("?") or _ON_RECORD.search(text) or _COMMENT.search(text) or document.is_quoted(span):
        return False
    if re.search(r"\b(?:if|unless|whether)\W+$", text[: found.start()], re.IGNORECASE):
        return False
    return not any(
        said.statement.contains(span) and said.source is not None and said.kind in ("direct", "indirect", "mixed")
        for said in document.attributions
        if said.statement.start <= span.start and said.statement.end >= span.end
    )

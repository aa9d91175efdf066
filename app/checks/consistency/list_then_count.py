"""None of the two, all four, both: a count that points back at a list of another length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import in_words
from app.facts.document import Document, Sentence
from app.flags.flag import Edit, Flag, Span

_BACK = re.compile(
    r"^(?:[“\"'‘])?(?:(?:But|And|Yet) )?(?P<lead>None|All|Any|Each|One|Neither|Only one|Not one|Two|Most) of (?:the|these|those)\s+(?P<n>two|three|four|five|six|seven)(?=\s+(?:was|were|is|are|has|have|had|will|would|could|can|did|does|said|say|\w+ed)\b)"
    r"|^(?:But |And )?(?P<both>Both)(?=\s+(?:were|are|have|had|will|would|could|said|say|\w+ed)\b)"
    r"|^(?:But |And )?(?:All|The)\s+(?P<n2>two|three|four|five|six|seven)(?=\s+(?:were|are|have|had|will|would|could|said|say|\w+ed)\b)"
)
_ITEM = r"(?:(?:the|a|an|its|his|her|their)\s)?[\w’'.-]+(?:\s[\w’'.-]+){0,3}?"
_VERBS = frozenset({"VERB", "AUX"})


@check(
    title="The list has another length",
    catches="Planning, housing and libraries could be shut. None of the two was backed up: they are three.",
    why="A number that points back has to count what stands there.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Parks, pools and museums could close until May. None of the [two] has a reserve.", fixed="Parks, pools and museums could close until May. None of the three has a reserve."),
        bad("Ana Ruiz, Omar Diaz and Li Wei were rescued on Monday. All [four] were in good health.", fixed="Ana Ruiz, Omar Diaz and Li Wei were rescued on Monday. All three were in good health."),
        bad("Rail and bus lines were spared, but schools, clinics and courts will be shut. None of the [four] has heating.", fixed="Rail and bus lines were spared, but schools, clinics and courts will be shut. None of the three has heating."),
        bad("Alabama, Georgia, Ohio and Utah will vote in March. [Both] have new rules.", fixed="Alabama, Georgia, Ohio and Utah will vote in March. All four have new rules."),
        good("Parks, pools and museums could close until May. None of the three has a reserve."),
        good("However, parks, pools and museums could close until May. None of the three has a reserve."),
        good("Parks, pools and museums in five towns could close. All five are run by one firm."),
        good("Ana Ruiz, Omar Diaz and Li Wei were rescued by two divers on Monday. Both were in good health."),
        good("He sold apples, pears and plums. All two were told was that the shop had shut."),
    ],
)  # fmt: skip
def list_then_count(document: Document) -> Iterator[Flag]:
    before: Sentence | None = None
    for sentence in document.body_sentences():
        previous, before = before, sentence
        if previous is None or previous.block != sentence.block:
            continue
        match = _BACK.match(document.text[sentence.start : sentence.end])
        if match is None:
            continue
        listed = _listed(document, previous)
        if listed is None:
            continue
        length, place = listed
        told = (
            2
            if match["both"]
            else ("two", "three", "four", "five", "six", "seven").index(match["n"] or match["n2"]) + 2
        )
        if told == length or length > 7 or (told > length and told > 5):
            continue
        if _counted_elsewhere(document, previous, told):
            continue
        key = "both" if match["both"] else "n" if match["n"] else "n2"
        span = Span(sentence.start + match.start(key), sentence.start + match.end(key))
        right = (
            f"All {in_words(length)}" if key == "both" else "both" if length == 2 and match["n2"] else in_words(length)
        )
        yield Flag(
            span,
            f"“{' '.join(place.of(document.text).split())}” are {in_words(length)}.",
            edits=(Edit.replace(span, right, safe=False),),
            related=(place,),
        )


def _listed(document: Document, sentence: Sentence) -> tuple[int, Span] | None:
    """The one list of three or more that the sentence has, as long as nothing else in it is plural and could be meant."""
    text = sentence.span.of(document.text)
    found = list(
        re.finditer(
            rf"(?P<items>(?:{_ITEM}, ){{1,5}}{_ITEM},? and {_ITEM})(?=\s+(?:\w+ly\s)?(?:were|are|is|was|will|would|could|can|may|might|have|had|has|must|should)\b)",
            text,
        )
    )
    if len(found) != 1 or re.search(r"[“”\"]", found[0]["items"]):
        return None
    items = re.split(r",\s(?:and\s)?|\sand\s", found[0]["items"])
    for n, item in enumerate(items):
        if re.search(r"\b(?:were|was|is|are|had|has|have|not|said|will|who|which|that)\b", item):
            items = items[n + 1 :]  # the end of another clause before the list
            break
    first = re.sub(r"^(?:however|but|and|though|while|so)\s", "", items[0])
    items[0] = first
    if re.fullmatch(r"However|Meanwhile|But|Then|Today|Instead|Besides|Also|In all", items[0]):
        items = items[1:]
    if not items:
        return None
    first = items[0]
    if len(items) < 3 or any(len(i.split()) > 4 or re.search(r"\b(?:but|who|that|said|were|was)\b", i) for i in items):
        return None
    at = found[0]["items"].rindex(first)
    return len(items), Span(sentence.start + found[0].start() + at, sentence.start + found[0].end("items"))


def _counted_elsewhere(document: Document, sentence: Sentence, told: int) -> bool:
    """Whether the sentence has that number of something else, which the count may point to."""
    return any(f.value == told and f.kind == "count" for f in document.figures if f.sentence == sentence.i) or (
        told == 2
        and bool(
            re.search(
                r"\b(?:both|pair|couple|twins|and)\b",
                re.sub(r"(?:[^,]*,)+[^,]*?\band\b", "", sentence.span.of(document.text), count=1),
            )
        )
    )

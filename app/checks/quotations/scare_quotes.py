"""One or two words in quotation marks that nobody is said to have spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import SPEECH_VERBS
from app.facts.document import Document
from app.flags.flag import Edit, Flag

_SPOKEN = re.compile(
    rf"\b(?:{SPEECH_VERBS}|call(?:s|ed|ing)?|describ\w+|term(?:s|ed)|dubbed|named|known|labell?ed|quoted?|word|words|"
    r"phrase|slogan|according|titled|entitled|headlined|chant\w*|sign|banner|spell\w*|means?|meaning|remarks?|brand\w*|"
    r"denounc\w+|prais\w+|hail\w+|accus\w+|refer\w+|think\w*|thought|saw|sees|rated|spoke\w*|speak\w*|testif\w+|statement)\b",
    re.IGNORECASE,
)


@check(
    title="Scare quotes",
    catches="A word or two in quotation marks in a sentence that says nothing of who used them.",
    why="Marks with no speaker read as the paper's sneer; name who says it, or drop them.",
    source="AP Stylebook, quotation marks: irony; Guardian style guide, quotation marks",
    category="quotation",
    severity="may",
    scope="block",
    examples=[
        bad("The council will open a [“wellness hub”] in the old library.", fixed="The council will open a wellness hub in the old library.", style="guardian"),
        bad('The firm runs ["training"] days at the lake.', fixed="The firm runs training days at the lake."),
        good("The council will open what the mayor calls a “wellness hub” in the old library.", style="guardian"),
        good("The mayor said the “wellness hub” would open in May.", style="guardian"),
        good("She sang “Hallelujah” at the funeral."),
    ],
)  # fmt: skip
def scare_quotes(document: Document) -> Iterator[Flag]:
    text = document.text
    for quotation in document.quotations:
        words = quotation.inner.of(text)
        if quotation.depth > 1 or not quotation.closed or not document.blocks[quotation.block].is_body:
            continue
        if not re.fullmatch(r"[a-z-]+(?: [a-z-]+)?", words) or text[quotation.span.start] not in '"“':
            continue
        sentence = document.sentence_at(quotation.span.start)
        if sentence and not _SPOKEN.search(sentence.span.of(text)):
            yield Flag(quotation.span, f"Nobody is said to have used the words “{words}”.", edits=(Edit.replace(quotation.span, words, safe=False),))  # fmt: skip

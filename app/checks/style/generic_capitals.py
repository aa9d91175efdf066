"""Capital on a generic noun before officials, officers, workers: "Election officials"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_GENERIC = re.compile(
    r"(?<=[a-z,;—–’”\"] )(?P<word>Election|Police|Health|Hospital|Company|School|City|County|Government|Fire|Military|Court|Union|Airport|"
    r"Weather|Rescue|Security|Emergency|Prison|University|District|Council|Campaign|Embassy|Transport|Traffic|Hotel|Museum|Church|"
    r"Factory|Railway|Aviation|Education|Immigration|Intelligence|Law|Medical|Tax|Port|Park|Club|Team|Local|Senior|Federal|Public) "
    r"(?:enforcement )?(?:officials?|officers?|authorities|workers?|leaders?|members?|sources?|spokes(?:man|woman|person)|investigators?|crews?|"
    r"inspectors?|executives?|staff|prosecutors?|lawyers?|managers?|agents?|teams?|chiefs?|regulators?|experts?|analysts?|campaigners|activists)\b"
)


@check(
    title="Capital on a generic noun",
    catches="“Election officials”, “Hospital staff” in the middle of a sentence.",
    why="News copy keeps capitals for names; these are plain nouns.",
    source="AP Stylebook, capitalization; Guardian style guide, capitals; BBC News style guide, capitals",
    category="house_style",
    severity="should",
    scope="block",
    audible=False,
    examples=[
        bad("The count goes on, [Election] officials said.", fixed="The count goes on, election officials said."),
        bad("He told [Hospital] staff to stay.", style="guardian", fixed="He told hospital staff to stay."),
        bad("It was shut by [Airport] authorities on Monday.", style="bbc", fixed="It was shut by airport authorities on Monday."),
        good("Election officials said the count goes on."),
        good("A Metropolitan Police officer and a State Department official spoke."),
        good("He told hospital staff to stay.", style="guardian"),
    ],
)  # fmt: skip
def generic_capitals(document: Document) -> Iterator[Flag]:
    for match in _GENERIC.finditer(document.text):
        span = Span(*match.span("word"))
        block, sentence = document.block_at(span.start), document.sentence_at(span.start)
        if block is None or not block.is_body or (sentence and sentence.start == span.start):
            continue
        if document.text[span.start - 2] in '”"’' and document.text[span.start - 3 : span.start - 2] in (".", "?", "!"):
            continue
        before = re.search(r"([\w’'-]+)[^\w]*$", document.text[max(block.start, span.start - 30) : span.start])
        if before is None or before[1][0].isupper():
            continue  # part of a longer name: the Metropolitan Police
        word = match["word"]
        yield Flag(span, f"“{word}” is no name here.", edits=(Edit.replace(span, word.lower()),))

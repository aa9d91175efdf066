"""Courtesy title where the style uses none: Mr, Mrs, Ms, Miss before a surname."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.custom import follows_another_custom
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Messrs|Mx)\b\.?\s+(?=[A-ZÀ-Þ])(?!(?:Justice|Speaker|President|Chairman)\b)")
# Names that are made with a title: firms, shows, beauty queens, the High Court's judges.
_NAMED = re.compile(
    r"(?:Mr|Mrs|Ms|Miss)\.?\s+(?:and|&|America|Universe|World|USA|Teen|Texas|California|Coffee|Bean|Robot|Men|Doubtfire|Dalloway|Darcy"
    r"|Potato|Rogers|Monopoly|Peanut|Tumble|Benn|Porter|Olympia|Magazine|Foundation|Chips|Nobody|Right|Big|Marple|Saigon|Piggy"
    r"|Mini|Brown|Hinch|Fox|T\b|Burns|Met)\b"
)


@check(
    title="No courtesy titles",
    catches="Mr, Mrs, Ms or Miss before a name outside quotations.",
    why="The style names everyone alike: full name first, surname after that.",
    source="AP Stylebook, courtesy titles; Reuters Handbook, titles; Guardian style guide, honorifics",
    category="house_style",
    severity="should",
    pure_style=True,
    styles=["ap", "reuters", "guardian"],
    examples=[
        bad("[Mrs. Okafor] voted no.", fixed="Okafor voted no."),
        bad("Jonas Lind, 34, was hurt. [Mr. Lind] is a diver.", fixed="Jonas Lind, 34, was hurt. Lind is a diver.", style="reuters"),
        bad("[Ms Devi] said the shop would close.", fixed="Devi said the shop would close.", style="guardian"),
        good("“Mrs. Okafor taught me to read,” he said."),
        good("Ms Devi said the shop would close.", style="bbc"),
        good("Mr Justice Hale heard the appeal.", style="guardian"),
        good("Mr. and Mrs. Okafor have moved."),
        good("She played Mrs Doubtfire on tour.", style="guardian"),
    ],
)  # fmt: skip
def courtesy_titles(document: Document) -> Iterator[Flag]:
    found = [m for m in _TITLE.finditer(document.text) if _counts(document, m)]
    # A draft that gives everyone a title throughout follows another style: a question for the desk, not a slip a time.
    severity = Severity.MAY if len(found) > 4 or (found and follows_another_custom(document)) else None
    for match in found:
        name = re.match(r"[A-ZÀ-Þ][\w’'-]*", document.text[match.end() :])
        assert name
        words = re.sub(r"['’]s$", "", name[0])
        span = Span(match.start(), match.end() + len(words))
        message = f"{document.style.title} gives {words} no courtesy title."
        yield Flag(span, message, edits=(Edit.delete(Span(match.start(), match.end())),), severity=severity)


def _counts(document: Document, match: re.Match[str]) -> bool:
    if _NAMED.match(document.text, match.start()) or document.is_quoted(Span(match.start(), match.end())):
        return False
    block = document.block_at(match.start())
    before = document.text[max(0, match.start() - 5) : match.start()]
    return block is not None and block.is_body and not re.search(r"\b(?:and|&)\s$", before)

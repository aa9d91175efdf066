"""A number before a colon that the things listed after it make another; a pair or trio of other size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_write import number_for
from app.flags.flag import Edit, Flag, Severity, Span

_COLON = re.compile(r"[^.;:!?\n]{0,60}?:\s+")
_PARTIAL = re.compile(
    r"\b(?:includ\w+|among|such as|like|for example|notably|especially|one of|between|mainly|more|another|other|further)\b",
    re.IGNORECASE,
)
# One thing of a list: two words at most before a noun, or a noun with what belongs to it; no verb of its own.
_ITEM = r"(?:(?:the|a|an|its|his|her|their|more|better|less|fewer) )?[A-Za-z][\w’'-]*(?: [A-Za-z][\w’'-]*){0,4}"
_LIST = re.compile(rf"(?P<list>{_ITEM}(?:, {_ITEM})+,? (?:and|or) {_ITEM})\s*(?=[.;!?]|$|\s[—–])")
_VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|said|says|who|which|that|when|if|because|but|he|she|it|they|you|we|I|so|to)\b"
)
_SETS = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5}
_SET = re.compile(r"\b(?P<the>[Tt]he|[Aa]) (?P<set>couple|pair|duo|trio|quartet|quintet)(?P<mark>, | — | – )")
_NAME = r"[A-Z][\w’'-]+(?:\s(?:of|de|van|von|al|bin)?\s?[A-Z][\w’'-]+){0,3}(?:,\s\d{1,2}(?!\d))?"
_NAMES = re.compile(rf"(?P<list>{_NAME}(?:,\s{_NAME})*,?\sand\s{_NAME})(?=,| —| –)")
_WORDS = {2: "pair", 3: "trio", 4: "quartet", 5: "quintet"}


@check(
    title="The list is longer or shorter than said",
    catches="five promises: lower taxes, safer streets, better schools and cheaper homes.",
    why="Readers count on their fingers.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="should", scope="block",
    examples=[
        bad("He made [five] promises: lower taxes, safer streets, better schools and cheaper homes.", fixed="He made four promises: lower taxes, safer streets, better schools and cheaper homes."),
        bad("There are [three] reasons for this: cost, speed, safety and comfort.", fixed="There are four reasons for this: cost, speed, safety and comfort."),
        bad("It found [four] faults: a cracked pipe, a loose valve and a worn seal.", fixed="It found three faults: a cracked pipe, a loose valve and a worn seal."),
        bad("The [trio], Anna Berg, Olaf Lind, Per Holm and Siv Dahl, were held.", fixed="The quartet, Anna Berg, Olaf Lind, Per Holm and Siv Dahl, were held."),
        good("He made four promises: lower taxes, safer streets, better schools and cheaper homes."),
        good("He has one fear in two parts: heights, depths and the dark, he says, and speed."),
        good("It has four aims, among them these: lower taxes, safer streets and cheaper homes."),
        good("The two agreed on one thing: the state was broke, the town was broke and both had to save."),
        good("The trio, Anna Berg, Olaf Lind and Per Holm, were held."),
        good("It found four faults: a pipe had cracked, a valve was loose and a seal was worn."),
        good("Two boys shared three meals: bread and butter, fish and chips and tea."),
    ],
)  # fmt: skip
def list_of_things(document: Document) -> Iterator[Flag]:
    yield from _sets(document)
    for figure in document.figures:
        if figure.kind != "count" or not 2 <= figure.value <= 12 or not figure.exact or not figure.noun:
            continue
        if figure.counted is None or figure.counted.partial or document.sentences[figure.sentence].block < 0:
            continue
        end = document.sentences[figure.sentence].end
        colon = _COLON.match(document.text, figure.span.end, end)
        found = _LIST.match(document.text, colon.end(), end) if colon else None
        if colon is None or found is None or _PARTIAL.search(colon.group()) or re.search(r"\d", colon.group()):
            continue
        items = _items(found["list"])
        if items is None or items == int(figure.value) or abs(items - int(figure.value)) > 3:
            continue
        number = number_for(document, figure, Decimal(items))
        yield Flag(
            figure.number,
            f"The story says {figure.number.of(document.text)}, but lists {items}.",
            edits=(Edit.replace(figure.number, number, safe=False),) if number else (),
            related=(Span(*found.span("list")),),
        )


def _items(listed: str) -> int | None:
    """How many things are listed; None where they cannot be told apart or are clauses or names (another check's)."""
    parts = [p.strip() for p in re.split(r",\s(?:and\s|or\s)?|\s(?:and|or)\s", listed) if p.strip()]
    if listed.count(" and ") + listed.count(" or ") > 1 or any(_VERBAL.search(p) for p in parts):
        return None
    if sum(p[0].isupper() for p in parts) > 1 or max(len(p.split()) for p in parts) > 4:
        return None
    return len(parts)


def _sets(document: Document) -> Iterator[Flag]:
    text = document.text
    for match in _SET.finditer(text):
        names = _NAMES.match(text, match.end())
        if names is None or re.match(r", (?:who|which)\b", text[names.end() : names.end() + 6]):
            continue
        count = len([p for p in re.split(r",\sand\s|,\s|\sand\s", re.sub(r",\s\d{1,2}(?!\d)", "", names["list"])) if p])
        if count == _SETS[match["set"]] or count not in _WORDS:
            continue
        span = Span(*match.span("set"))
        yield Flag(
            span,
            f"A {match['set']} is {_SETS[match['set']]}; {count} are named.",
            edits=(Edit.replace(span, _WORDS[count], safe=False),),
            related=(Span(*names.span("list")),),
            severity=Severity.SHOULD,
        )

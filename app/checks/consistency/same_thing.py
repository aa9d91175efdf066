"""One thing with two figures: seven people killed, then "the nine people killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import number_for
from app.flags.flag import Edit, Flag, Severity, Span

# "The nine people", "all 41 shops", "his 12-year sentence": words that take up what was told before.
_TAKES_UP = re.compile(
    r"\b(?P<word>the|all|all the|all of the|both|those|these|their|its|his|her)\s+(?:latest\s+|new\s+)?$", re.IGNORECASE
)
_UPDATE = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|revised?|updated?|at first|originally|later|since|now|rose to|risen|up from|down from|last year|in (?:19|20)\d\d|other|another|more|remaining|first|next|last|past)\b",
    re.IGNORECASE,
)
_NOT_THINGS = frozenset(
    """year month week day hour minute second time percent people person man woman child game point goal mile kilometer
    way part side number member round season inning quarter set match week vote seat state side team player country""".split()
)


@check(
    title="One thing, two figures",
    catches="a £410m fund, then the £401m fund; 14 shops, then all 41 shops.",
    why="One of the two is wrong, and readers cannot tell which.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="should",
    examples=[
        bad("The council approved a [$3.2 million] pool on Monday.\n\nThe $2.3 million pool will open in May, the mayor said.",
            fixed="The council approved a $2.3 million pool on Monday.\n\nThe $2.3 million pool will open in May, the mayor said."),
        bad("The charity will close [14] shops in the north.\n\nAll 41 shops will shut by June, it said.",
            fixed="The charity will close 41 shops in the north.\n\nAll 41 shops will shut by June, it said.", style="guardian"),
        bad("A [34]-year-old man was held over a crash.\n\nThe 43-year-old was questioned, police said.",
            fixed="A 43-year-old man was held over a crash.\n\nThe 43-year-old was questioned, police said."),
        bad("A fire killed [nine] people in a mill Monday.\n\nThe seven people killed were all night workers.",
            fixed="A fire killed seven people in a mill Monday.\n\nThe seven people killed were all night workers."),
        bad("Sanders was sentenced to [10] years in prison.\n\nThe 12-year sentence was the longest possible, the judge said.",
            fixed="Sanders was sentenced to 12 years in prison.\n\nThe 12-year sentence was the longest possible, the judge said."),
        good("A fire killed nine people in a mill Monday.\n\nThree people were killed there in 2011."),
        good("The council approved a $3.2 million pool on Monday.\n\nThe $3.2 million pool will open in May, the mayor said."),
        good("A 34-year-old man and a 43-year-old woman were held.\n\nThe 43-year-old was questioned, police said."),
        good("The charity has 41 shops. It will close 14 shops in the north.\n\nAll 41 shops had lost money."),
        good("The city has a $3.2 million pool.\n\nThe $2.3 million library will open in May."),
        good("The council approved a $3.2 million pool.\n\nThe pool was first planned at $2.3 million."),
    ],
)  # fmt: skip
def same_thing(document: Document) -> Iterator[Flag]:
    told = [f for f in document.figures if f.kind in ("count", "money", "age") and document.blocks[f.block].is_body]
    by_key: dict[tuple[str, str], list[Figure]] = {}
    for figure in told:
        key = _key(document, figure)
        if key:
            by_key.setdefault(key, []).append(figure)
    for figures in by_key.values():
        values = {f.value for f in figures}
        if len(values) != 2 or len(figures) > 6:
            continue
        first = figures[0]
        second = next(f for f in figures if f.value != first.value)
        if not _takes_up(document, second) or not _introduces(document, first) or first.sentence == second.sentence:
            continue
        if not first.exact or not second.exact or _marked(document, second) or not _one_set(document, first, second):
            continue
        edits = []
        for figure, other in ((first, second), (second, first)):
            number = number_for(document, figure, other.value)
            if number:
                edits.append(Edit.replace(figure.number, number, safe=False))
        yield Flag(
            first.number if first.kind != "money" else first.span,
            f"Here {first.span.of(document.text)}, later {second.span.of(document.text)}.",
            edits=tuple(edits),
            related=tuple(f.span for f in figures if f is not first),
            severity=Severity.SHOULD,
        )


def _key(document: Document, figure: Figure) -> tuple[str, str] | None:
    if figure.kind == "age":
        return ("age", "") if re.search(r"-year-olds?$", figure.span.of(document.text)) else None
    if figure.kind == "count" and (special := _special(document, figure)):
        return special
    if figure.counted is None or not figure.noun or figure.counted.partial or figure.value < 2:
        return None
    span = figure.counted.phrase.of(document.text)
    compound = re.match(r"[\w.,$£€]+-(year|month|week|day|mile|foot|member|bed|room|acre|page|seat)\b", span)
    if compound:
        return (f"{compound[1]}-", figure.noun)
    if figure.kind == "money":
        return (figure.unit, figure.noun)
    return ("count", figure.noun) if figure.noun not in _NOT_THINGS else None


_SENTENCED = re.compile(
    r"\b(?:sentenced to|jailed for|imprisoned for|given|received|serve|term of|sentence of)\s+(?:a term of )?$"
)
_KILLED_BEFORE = re.compile(r"\b(?:killed|killing|kills|left|claimed)\s+$")
_KILLED_AFTER = re.compile(r"^\s+(?:\w+\s){0,2}?(?:(?:were |was |have been |had been )?(?:killed|dead)|died)\b")


def _special(document: Document, figure: Figure) -> tuple[str, str] | None:
    """Deaths and prison terms, which copy tells in several ways."""
    before = document.text[max(0, figure.span.start - 24) : figure.span.start]
    after = document.text[figure.span.end : figure.span.end + 40]
    if (figure.noun == "year" and _SENTENCED.search(before)) or re.match(
        r"-year (?:prison |jail )?(?:sentence|term)\b", after
    ):
        return ("sentence", "")
    people = figure.counted is None or figure.counted.is_people or figure.noun in ("", "dead", "fatality", "death")
    if (
        people
        and not (figure.counted and figure.counted.partial)
        and (_KILLED_AFTER.match(after) or (_KILLED_BEFORE.search(before) and figure.noun))
    ):
        return ("killed", "")
    return None


def _takes_up(document: Document, figure: Figure) -> bool:
    before = document.text[max(0, figure.span.start - 24) : figure.span.start]
    found = _TAKES_UP.search(before)
    after = document.text[figure.span.end : figure.span.end + 60]
    if not found or (figure.kind == "count" and found["word"].lower() in ("its", "his", "her", "their")):
        return False
    # "the 14 shops that …", "the nine people who …" may pick out others.
    phrase_end = figure.counted.phrase.end - figure.span.end if figure.counted else 0
    return not re.match(
        r"\s+(?:that|which|who|whose|in|at|on|of|near|from|for|it|he|she|they)\b", after[max(0, phrase_end) :]
    )


def _one_set(document: Document, first: Figure, second: Figure) -> bool:
    """Whether the two can be one set: a smaller number taken up may be a part ("the two candidates" of seven)."""
    if max(first.value, second.value) > 10 * min(first.value, second.value):
        return False
    if re.search(r"\b(?:each|apiece)\b", document.text[first.span.end : document.sentences[first.sentence].end]):
        return False
    part = first.kind == "count" and second.value < first.value < 10
    return not part or first.counted is None or _special(document, first) is not None


def _introduces(document: Document, figure: Figure) -> bool:
    before = document.text[max(0, figure.span.start - 16) : figure.span.start]
    return not re.search(
        r"\b(?:the|other|another|more|those|these|its|of|past|last|first|next|top|each|every|about)\s+$",
        before,
        re.IGNORECASE,
    )


def _marked(document: Document, figure: Figure) -> bool:
    sentence = document.sentences[figure.sentence]
    span = Span(max(sentence.start, figure.span.start - 40), min(sentence.end, figure.span.end + 40))
    return bool(_UPDATE.search(span.of(document.text)))

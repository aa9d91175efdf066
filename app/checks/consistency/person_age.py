"""A person with two ages, and an age that the years told with it contradict."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_words import PATTERN, read_words
from app.facts.figures_write import by_sentence
from app.flags.flag import Flag, Severity

_N = rf"(?P<n>\d{{1,2}}|(?:{PATTERN}))"
_WORKED = re.compile(
    rf"\b(?:for|spent|in)\s+(?:the (?:last|past)\s+)?(?:about\s+)?{_N}\s+years\b|\b{_N.replace('<n>', '<n2>')}-year (?:career|veteran|stint)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(
    rf"\b(?:joined|started|began|arrived|came|moved|signed up|enlisted|was hired|taken on|first \w+|left school|became|since)\b[^.;]{{0,50}}?\b(?:at|at the age of|aged|when (?:he|she) was|since (?:he|she) was|at age)\s+{_N}\b",
    re.IGNORECASE,
)
_SINCE = re.compile(rf"\bsince (?:the age of |(?:he|she) was (?:aged )?){_N}\b", re.IGNORECASE)
_FOR = re.compile(
    rf"\b(?:for|or for|or|about)\s+(?:more than |about |nearly |almost |some )?{_N}\s+years\b", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\b(?:father|mother|husband|wife|son|daughter|brother|sister|then|when he was killed|died|later|in (?:19|20)\d\d|until|had been)\b"
)


@check(
    title="The ages do not fit",
    catches="Elena Ruiz, 33, then the 36-year-old; 59, with the firm for 31 years, and joined at 26: it is 28.",
    why="An age is the first fact that a family checks.",
    source="AP Stylebook, ages; Reuters Handbook, figures",
    category="number_consistency", severity="must",
    examples=[
        bad("Peter Moss, [52], was jailed on Friday. The judge told Moss, 25, that he had lied.", fixed="Peter Moss, 25, was jailed on Friday. The judge told Moss, 25, that he had lied."),
        bad("Ada Lind, [33], of Tampa, died at the scene. The 36-year-old was a nurse, police said.", severity="should",
            fixed="Ada Lind, 36, of Tampa, died at the scene. The 36-year-old was a nurse, police said."),
        bad("The driver was Hamish Orr, 59, who had worked on the line for 31 years. He had joined it at the age of [26].", style="bbc",
            fixed="The driver was Hamish Orr, 59, who had worked on the line for 31 years. He had joined it at the age of 28."),
        bad("“It was ours,” said Maud Ogle, 69. She had swum there since she was nine, she said, or for [50] years.", style="bbc",
            fixed="“It was ours,” said Maud Ogle, 69. She had swum there since she was nine, she said, or for 60 years."),
        good("Peter Moss, 52, was jailed on Friday. The judge told Moss, 52, that he had lied."),
        good("Ada Lind, 33, and her sister Eva, 36, were there. The 36-year-old was a nurse."),
        good("The driver was Hamish Orr, 59, who had worked on the line for 31 years. He had joined it at the age of 28.", style="bbc"),
        good("Maud Ogle, 69, has swum there since she was nine, with a gap of 10 years.", style="bbc"),
        good("Tom Hall, 40, and Tom Hall Jr., 12, were there. Hall, 12, won."),
    ],
)  # fmt: skip
def person_age(document: Document) -> Iterator[Flag]:
    ages = [f for f in document.figures if f.kind == "age" and document.blocks[f.block].is_body and f.exact]
    yield from _two_ages(document, ages)
    yield from _taken_up(document, ages)
    yield from _worked(document, ages)


def _two_ages(document: Document, ages: list[Figure]) -> Iterator[Flag]:
    """One person of the ledger with two ages behind the name."""
    if document.names is None:
        return
    told: dict[int, list[Figure]] = {}
    owners = {id(n): n for n in document.names.people()}
    surnames = Counter(n.surname for n in owners.values())
    for age in ages:
        before = document.token_at(age.span.start - 3)
        name = (
            document.names.at(before.span)
            if before and document.text[age.span.start - 2 : age.span.start] == ", "
            else None
        )
        if name is not None and name.kind == "person" and surnames[name.surname] == 1:
            told.setdefault(id(name), []).append(age)
    for figures in told.values():
        first = figures[0]
        later = next((f for f in figures[1:] if f.value != first.value), None)
        if later is not None and not re.match(r" (?:Jr|Sr)\b", document.text[first.span.end :][:4]):
            yield _flag(document, first, later, None)


def _taken_up(document: Document, ages: list[Figure]) -> Iterator[Flag]:
    """ "Ada Lind, 33, died. The 36-year-old was a nurse": the only age of the sentence before."""
    sentences = by_sentence(document)
    for later in ages:
        text = document.text
        sentence = document.sentences[later.sentence]
        if not re.fullmatch(r"[Tt]he ", text[max(sentence.start, later.span.start - 4) : later.span.start]):
            continue
        if not re.search(r"year-old$", later.span.of(text)) or later.span.start - sentence.start > 4:
            continue
        before = [f for f in sentences.get(later.sentence - 1, ()) if f.kind == "age"]
        if (
            len(before) == 1
            and before[0].value != later.value
            and not any(f.value == later.value for f in ages if f is not later)
        ):
            yield _flag(document, before[0], later, Severity.SHOULD)


def _flag(document: Document, first: Figure, later: Figure, severity: Severity | None) -> Flag:
    return Flag(
        first.number,
        f"Here {said_age(first)}, later {said_age(later)}.",
        edits=edits_of(document, (first, later.value), (later, first.value)),
        related=(later.number,),
        severity=severity,
    )


def said_age(figure: Figure) -> str:
    return f"{figure.value:f}"


def _worked(document: Document, ages: list[Figure]) -> Iterator[Flag]:
    """Age now, years since, and age then: any two give the third."""
    text = document.text
    for now in ages:
        sentence = document.sentences[now.sentence]
        following = document.sentences[now.sentence + 1 : now.sentence + 2]
        end = following[0].end if following and following[0].block == now.block else sentence.end
        if (
            now.value < 18
            or _OTHERS.search(text, now.span.end, end)
            or any(a is not now and now.span.end < a.span.start < sentence.end for a in ages)
        ):
            continue
        joined = _JOINED.search(text, now.span.end, end) or _SINCE.search(text, now.span.end, end)
        worked = joined and (_WORKED.search(text, now.span.end, joined.start()) or _FOR.search(text, joined.end(), end))
        if not joined or not worked:
            continue
        then, years = _number(joined["n"]), _number(worked["n"] or worked.groupdict().get("n2") or "")
        if then is None or years is None or abs(now.value - then - years) <= 1 or now.value <= then:
            continue
        early = worked.start() < joined.start()
        place = joined.span("n") if early else worked.span("n")
        figure = next((f for f in document.figures if f.number.start == place[0]), None)
        right = now.value - years if early else now.value - then
        if figure is None or right <= 0 or re.search(r"more than|nearly|almost|about|some", worked.group()):
            continue
        yield Flag(
            figure.number,
            f"{now.value:f} less {years if early else then:f} is {right:f}, not {figure.value:f}.",
            edits=edits_of(document, (figure, right)),
            related=(now.span,),
        )


def _number(words: str) -> Decimal | None:
    return Decimal(words) if words.isdigit() else read_words(words)

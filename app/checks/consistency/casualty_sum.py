"""Men, women and children, or passengers and crew, listed as treated or killed, that do not make the story's toll."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._nouns import counts_people
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_HURT = r"(?:hurt|injured|wounded|treated|admitted|hospitali[sz]ed|taken to|ill|sick(?:ened)?|infected|poisoned)"
_DEAD = r"(?:killed|died|dead|bodies|drowned|perished)"
_FATES = tuple(re.compile(rf"\b{w}\b", re.IGNORECASE) for w in (_HURT, _DEAD, r"(?:arrested|detained|charged)", r"(?:rescued|saved|freed|evacuated|airlifted)", r"(?:missing)", r"(?:hired|laid off|recruited)"))  # fmt: skip
_AND = re.compile(r"\s*(?:,|,? and|,? plus|,? as well as)\s+$")
_NEVER = re.compile(
    r"\b(?:more|others?|another|further|includ\w+|among|of (?:them|whom)|in addition|earlier|later|last (?:year|month|week)|since|also)\b",
    re.IGNORECASE,
)


@check(
    title="The list does not make the toll",
    catches="Twenty-three people were hurt; nineteen passengers and five crew were treated: that makes 24.",
    why="The toll is the first thing that readers check.",
    source="Reuters Handbook, figures; AP Stylebook, numerals",
    category="number_consistency", severity="must",
    examples=[
        bad("Seventeen people were hurt when a bus overturned.\n\nThe driver swerved, police said.\n\nFourteen passengers and [four] staff were treated in Derby.", style="guardian",
            fixed="Seventeen people were hurt when a bus overturned.\n\nThe driver swerved, police said.\n\nFourteen passengers and three staff were treated in Derby."),
        bad("At least 21 people were wounded in a blast.\n\nThe clinic admitted 11 men, six women and [five] children, a nurse said.",
            fixed="At least 21 people were wounded in a blast.\n\nThe clinic admitted 11 men, six women and four children, a nurse said."),
        bad("Police arrested 16 people at a march.\n\nThose arrested were nine men and [eight] women, the force said.",
            fixed="Police arrested 16 people at a march.\n\nThose arrested were nine men and seven women, the force said."),
        good("Seventeen people were hurt when a bus overturned.\n\nThe driver swerved.\n\nFourteen passengers and three staff were treated in Derby.", style="guardian"),
        good("Seventeen people were hurt when a bus overturned.\n\nAnother two drivers and a child were treated at the scene."),
        good("Seventeen people were hurt when a bus overturned.\n\nTwo men and a woman died.\n\nOne hospital treated six men and two women."),
    ],
)  # fmt: skip
def casualty_sum(document: Document) -> Iterator[Flag]:
    sentences = by_sentence(document)
    totals = list(_totals(document, sentences))
    if not totals:
        return
    for index, figures in sentences.items():
        sentence = document.sentences[index]
        text = sentence.span.of(document.text)
        if not document.blocks[sentence.block].is_body or _NEVER.search(text[: figures[0].span.start - sentence.start]):
            continue
        parts = _run(document, figures)
        fate = next((n for n, f in enumerate(_FATES) if f.search(text)), None)
        if parts is None or fate is None:
            continue
        if any(_NEVER.search(document.text[max(sentence.start, p.span.start - 12) : p.span.start]) for p in parts):
            continue
        added = sum((p.value for p in parts), Decimal(0))
        kin = [t for t, f in totals if f == fate and t.sentence < index]
        if not kin or any(t.value == added for t in kin):
            continue
        total = kin[0]
        if (
            any(t.value != total.value for t in kin)
            or abs(added - total.value) > max(Decimal(2), total.value / 8)
            or total.hedge not in ("", "at least")
        ):
            continue
        yield Flag(
            parts[-1].number,
            f"{' + '.join(said(p.value) for p in parts)} = {said(added)}; the story says {said(total.value)}.",
            edits=tuple(_edits(document, parts, total, added)),
            related=(total.span, *(p.span for p in parts[:-1])),
        )


def _totals(document: Document, sentences: dict[int, list[Figure]]) -> Iterator[tuple[Figure, int]]:
    """Tolls of the whole story: people counted together, with what befell them."""
    for index, figures in sentences.items():
        sentence = document.sentences[index]
        for n, figure in enumerate(figures):
            if (
                figure.kind != "count"
                or figure.value < 4
                or (figure.counted and (figure.counted.partial or figure.counted.other))
            ):
                continue
            if figure.noun not in ("", "people", "person", "worker", "passenger", "resident", "protester", "refugee"):
                continue
            end = figures[n + 1].span.start if n + 1 < len(figures) else sentence.end
            near = document.text[max(sentence.start, figure.span.start - 24) : min(end, figure.span.end + 45)]
            if re.search(r"\b(?:of (?:the|them|whom)|another)\b", near[:24]):
                continue
            for fate, words in enumerate(_FATES):
                if words.search(near):
                    yield figure, fate
                    break


def _run(document: Document, figures: list[Figure]) -> list[Figure] | None:
    """Two or more counts of people that stand side by side, and nothing else that counts people in the sentence."""
    people = [f for f in figures if f.kind == "count" and counts_people(f)]
    if len(people) < 2:
        return None
    run = [people[0]]
    for figure in people[1:]:
        end = run[-1].counted.phrase.end if run[-1].counted else run[-1].span.end
        between = document.text[min(end, figure.span.start) : figure.span.start]
        if not _AND.fullmatch(between):
            break
        run.append(figure)
    rest = people[len(run) :]
    if len(run) < 2 or len({f.noun for f in run}) < len(run):
        return None
    if any(f.noun in ("people",) for f in run):
        return None
    # "four of them with wounds" after the list takes some of it; another plain count makes another list.
    return run if all(f.counted is not None and f.counted.partial for f in rest) else None


def _edits(document: Document, parts: list[Figure], total: Figure, added: Decimal) -> Iterator[Edit]:
    for part in reversed(parts):
        value = part.value - (added - total.value)
        number = number_for(document, part, value) if value > 0 else None
        if number:
            yield Edit.replace(part.number, number, safe=False)
    number = number_for(document, total, added)
    if number:
        yield Edit.replace(total.number, number, safe=False)

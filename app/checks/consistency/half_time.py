"""A lead, a deficit or a run that the scores told with it contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import NUMBER, in_words, value_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_SCORE = re.compile(
    r"\b(?P<verb>trail(?:ed|ing)|led|leading|lead|ahead|behind|down|up|won|beat \w+|lost)(?:\s+[A-Z]\w+)?\s+(?P<a>\d{1,3})[-–](?P<b>\d{1,3})\b(?!-)"
)
_GAP = re.compile(
    rf"\b(?:a|an|the)\s+(?:halftime |half-time )?(?:deficit|lead|margin|advantage|gap|cushion) of (?P<n>{NUMBER})(?P<noun>[- ]points?|[- ]goals?|[- ]runs?)?(?=[\s.,;])"
)
_RUN = re.compile(r"\b(?:a|an|the)\s+(?P<a>\d{1,2})[-–](?P<b>\d{1,2}) (?:run|burst|spurt|surge)\b")
_AFTER_RUN = re.compile(
    r"[^.;]{0,30}?\b(?:to (?:lead|go up|go ahead|take an?)|for an?|and led|leading)\s+(?:\w+\s){0,2}?(?P<c>\d{1,3})[-–](?P<d>\d{1,3})\b"
)


@check(
    title="The lead does not fit the score",
    catches="trailed 35-29, a deficit of seven points: it is six; then a 14-2 run to lead 43-39: it is 43-37.",
    why="Nobody reads figures as closely as a fan.",
    source="AP sports guidelines, scores",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The Owls trailed 40-31 at halftime, a deficit of [seven] points.", fixed="The Owls trailed 40-31 at halftime, a deficit of nine points."),
        bad("The Owls trailed 40-31 at halftime. They opened the third quarter with a 13-2 run to lead [44-40].", fixed="The Owls trailed 40-31 at halftime. They opened the third quarter with a 13-2 run to lead 44-42."),
        good("The Owls trailed 40-31 at halftime, a deficit of nine points."),
        good("The Owls trailed 40-31 at halftime. They opened the third quarter with a 13-2 run to lead 44-42."),
        good("The Owls led 40-31. Later a 10-2 run put them up 61-50, and a 6-0 run made it 67-50."),
        good("They lost 40-31 after giving up a lead of 12 points."),
    ],
)  # fmt: skip
def half_time(document: Document) -> Iterator[Flag]:
    text = document.text
    for block in document.blocks:
        if not block.is_body:
            continue
        scores = list(_SCORE.finditer(text, block.start, block.end))
        for n, score in enumerate(scores):
            a, b = int(score["a"]), int(score["b"])
            limit = scores[n + 1].start() if n + 1 < len(scores) else block.end
            sentence = document.sentence_at(score.start())
            if sentence is None:
                continue
            gap = _GAP.search(text, score.end(), min(limit, sentence.end))
            told = value_of(gap["n"]) if gap else None
            if gap and told is not None and told != abs(a - b) and _plain(text[score.end() : gap.start()]):
                span = Span(*gap.span("n"))
                yield Flag(
                    span,
                    f"At {a}-{b} the gap is {abs(a - b)}, not {gap['n']}.",
                    edits=(Edit.replace(span, in_words(abs(a - b)), safe=False),),
                    related=(Span(*score.span()),),
                )
            yield from _run(document, score, block.end)


def _plain(between: str) -> bool:
    return not re.search(r"\b(?:after|before|despite|blew|lost|gave|giving|from|but|while)\s+(?!miss|half)", between)


def _run(document: Document, score: re.Match[str], end: int) -> Iterator[Flag]:
    """The score after a run that comes in the very next sentence."""
    text = document.text
    run = _RUN.search(text, score.end(), min(end, score.end() + 220))
    after = _AFTER_RUN.match(text, run.end()) if run else None
    sentence, later = document.sentence_at(score.start()), document.sentence_at(run.start()) if run else None
    if not run or not after or sentence is None or later is None or later.i != sentence.i + 1:
        return
    if not score["verb"].startswith(("trail", "behind", "down")):
        return
    behind, ahead = sorted((int(score["a"]), int(score["b"])))
    big, small = int(run["a"]), int(run["b"])
    right = (behind + big, ahead + small)
    told = (int(after["c"]), int(after["d"]))
    # One figure must agree, or other points were scored between.
    if told == right or (told[0] == right[0]) == (told[1] == right[1]) or right[0] <= right[1]:
        return
    span = Span(after.start("c"), after.end("d"))
    yield Flag(
        span,
        f"From {ahead}-{behind} down, a {big}-{small} run makes {right[0]}-{right[1]}.",
        edits=(Edit.replace(span, f"{right[0]}-{right[1]}", safe=False),),
        related=(Span(*score.span()), Span(*run.span())),
    )

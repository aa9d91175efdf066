"""A win told with the loser's score first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_write import by_sentence
from app.flags.flag import Edit, Flag, Severity

_WON = re.compile(
    r"\b(?:beat|beats|beating|won|win|wins|winning|defeated|defeats|defeating|thrashed|edged|routed|downed|topped|victory over|led|leads|leading|overcame)\b(?P<gap>[^.;:]{0,50})$",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:lost|lose|trail\w*|behind|beaten|drew|draw|tied|down|vote\w*|aggregate|set|sets|innings|despite|after|by)\b",
    re.IGNORECASE,
)


@check(
    title="The winner has the lower score",
    catches="The Hawks beat the Lions 17-24.",
    why="Either the score or the result is wrong.",
    source="AP Stylebook, scores",
    category="number_consistency", severity="should", scope="block",
    examples=[
        bad("The Hawks beat the Lions [17-24] on Sunday.", fixed="The Hawks beat the Lions 24-17 on Sunday."),
        bad("Rovers won [1-3] at home.", fixed="Rovers won 3-1 at home.", style="guardian"),
        good("The Hawks beat the Lions 24-17 on Sunday."),
        good("She won 6-4, 3-6, 7-5."),
        good("The Lions lost 17-24 to the Hawks."),
        good("They won despite trailing 1-3 at the break."),
    ],
)  # fmt: skip
def score_order(document: Document) -> Iterator[Flag]:
    for index, figures in by_sentence(document).items():
        scores = [f for f in figures if f.kind == "ratio" and f.upper is not None]
        if len(scores) != 1:
            continue
        score, start = scores[0], document.sentences[index].start
        assert score.upper is not None
        won = _WON.search(document.text[start : score.span.start])
        if not won or score.value >= score.upper or _LOST.search(won["gap"]) or score.upper > 200:
            continue
        if "," in won["gap"] and len(won["gap"].split()) > 8:
            continue
        right = re.sub(r"^(\d+)(\D+)(\d+)$", r"\3\2\1", score.span.of(document.text))
        yield Flag(
            score.span,
            f"A side that won {score.span.of(document.text)}?",
            edits=(Edit.replace(score.span, right, safe=False),),
            severity=Severity.SHOULD,
        )

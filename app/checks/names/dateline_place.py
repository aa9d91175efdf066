"""A place of the text a letter away from that of the dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names_alike import alike
from app.facts.names_text import dateline_end
from app.facts.names_words import NATIONALITIES, fold, is_common, is_given, is_place
from app.flags.flag import Edit, Flag, Span

_PLACE = re.compile(r"^([A-ZÀ-Þ][A-ZÀ-Þ'’.-]{1,}(?: [A-ZÀ-Þ'’.-]{2,}){0,3}?)(?=,|\s*\(|\s*[—–-])")
_CAPITAL = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][a-zà-ÿ]{4,}(?:[-’'][A-Za-z]\w+)*")


@check(
    title="Place not as in the dateline",
    catches="OGALLALA in the dateline, Ogalalla in the text.",
    why="The place that the story is filed from is the first its readers will look for.",
    source="AP Stylebook, datelines; Reuters Handbook, Datelines",
    category="source_name",
    severity="must",
    examples=[
        bad("KELBOROUGH, Ohio (AP) — The mill burned down on Friday. Residents of [Kelborrough] wept.",
            fixed="KELBOROUGH, Ohio (AP) — The mill burned down on Friday. Residents of Kelborough wept."),
        bad("SAN ORDELLO, Calif. — The fire spread. Crews near San [Ordelo] dug a line.",
            fixed="SAN ORDELLO, Calif. — The fire spread. Crews near San Ordello dug a line."),
        bad("VASTERHOLM (Reuters) - The mine shut. Unions in [Vasterhom] will march.", style="reuters",
            fixed="VASTERHOLM (Reuters) - The mine shut. Unions in Vasterholm will march."),
        good("KELBOROUGH, Ohio (AP) — The mill burned down. Residents of Kelborough wept."),
        good("LONDON (Reuters) - Londoners voted. Londonderry did too.", style="reuters"),
        good("AUSTRIA — Sydney, Australia, is far away."),
    ],
)  # fmt: skip
def dateline_place(document: Document) -> Iterator[Flag]:
    text = document.text
    for block in document.blocks:
        end = dateline_end(text, block)
        found = _PLACE.match(block.span.of(text)) if end > block.start else None
        if found is None:
            continue
        places = [w for w in found.group(1).split(" ") if len(w) > 4]
        told: set[str] = set()
        for match in _CAPITAL.finditer(text, end):
            word = match.group()
            near = next((p for p in places if p[:2] == word[:2].upper() and alike(p, word)), "")
            if not near or word in told or fold(near) == fold(word) or _has_a_name(word) or _derived(near, word):
                continue
            told.add(word)
            span = Span(*match.span())
            right = "-".join(part.capitalize() for part in near.split("-"))
            yield Flag(
                span,
                f"The dateline has {right}; this is {word}.",
                edits=(Edit.replace(span, right),),
                related=(Span(block.start + found.start(1), block.start + found.end(1)),),
            )
        return


def _has_a_name(word: str) -> bool:
    """A word of its own, or the name of another place or person."""
    return is_common(word) or is_place(word) or is_given(word) or word.lower() in NATIONALITIES


def _derived(place: str, word: str) -> bool:
    """The people of the place: Kelborougher."""
    return word.lower().endswith(
        ("ian", "ians", "er", "ers", "ese", "ite", "ites", "ean")
    ) and not place.lower().endswith(word.lower()[-2:])

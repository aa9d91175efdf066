"""The short forms of a notebook in running copy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_FILE = Path(__file__).parent / "notes.txt"
_CIRCA = re.compile(r"(?<![\w.])(?:ca?\.)(?= ?[£$€]?\d)")
_NUMBER_OF = re.compile(r"(?<=[Tt]he )nos?\.(?= of\b)")
_AND = re.compile(r"(?<=[a-z]{3} )&(?= [a-z]{3})")
_AT = re.compile(r"(?<= )@(?= [a-z£$€\d])")
_ROAD = re.compile(
    r"(?:(?<![\w’'-])(?!The |In |At |For |And |But |When )[A-Z][a-z’']{2,}(?: [A-Z][a-z]+)? )(St|Rd|Ave|Blvd|Ln|Sq|Cres|Pkwy|Hwy)\b(\.?)(?= [a-z(]|[,;:]|$|\s[“\"]|’s|'s)"
)
_ROADS = {
    "St": "Street", "Rd": "Road", "Ave": "Avenue", "Blvd": "Boulevard", "Ln": "Lane", "Sq": "Square", "Cres": "Crescent",
    "Pkwy": "Parkway", "Hwy": "Highway",
}  # fmt: skip
_FIGURE = re.compile(r"\d[ \u00a0-]?$")


@check(
    title="Note form",
    catches="approx., govt, dept, hrs, w/ and the like, and Elm St with no number before it.",
    why="What saves time in a notebook looks unfinished in print.",
    source="AP Stylebook, abbreviations and acronyms; addresses: street names without a number are spelled out; Guardian style "
    "guide, abbreviations; Reuters Handbook, Abbreviations",
    category="abbreviation",
    severity="should",
    audible=False,
    scope="block",
    examples=[
        bad("The hall holds [approx.] 400 people.", style="bbc", fixed="The hall holds about 400 people."),
        bad("[Approx] 40 boats sank.", fixed="About 40 boats sank."),
        bad("The [govt] will pay for the roof.", style="guardian", fixed="The government will pay for the roof."),
        bad("The fire [dept.] was called twice.", fixed="The fire department was called twice."),
        bad("They waited nine [hrs] for a tow.", style="guardian", fixed="They waited nine hours for a tow."),
        bad("She left [w/] two suitcases.", fixed="She left with two suitcases."),
        bad("The house dates from [c.] 1820.", style="bbc", fixed="The house dates from about 1820."),
        bad("The [no.] of calls fell.", style="bbc", fixed="The number of calls fell."),
        bad("Police closed Elm [St.] to traffic.", fixed="Police closed Elm Street to traffic."),
        bad("The ride took 40 [min.] in the snow.", fixed="The ride took 40 minutes in the snow."),
        bad("It shut [thru] May.", fixed="It shut through May."),
        bad("Salt [&] vinegar went up.", style="guardian", fixed="Salt and vinegar went up."),
        good("She lives at 12 Elm St. and works at 9 Oak Ave., police said."),
        good("The St. Paul council met. In St. Louis it did not."),
        good("St. Paul and St. Louis voted on Tuesday. Dr. King’s house is on Elm Street."),
        good("No. 9 Downing Street is shut. Tate & Lyle paid, and A&E was full.", style="guardian"),
        good("He ran 40 km/h and earned 9m. The min wage rose.", style="guardian"),
        good("The Dept of Health and Govt House are names.", style="bbc"),
    ],
)  # fmt: skip
def note_form(document: Document) -> Iterator[Flag]:
    text = document.text
    for block in document.blocks:
        for match in _pattern().finditer(text, block.start, block.end):
            words = _notes()[match.group(1).lower()]
            if match.group(1) == "min" and _FIGURE.search(text, max(0, match.start() - 3), match.start()):
                words = ("minutes", "minute")
            yield _flag(document, Span(*match.span()), words)
        for pattern, words in ((_CIRCA, ("about",)), (_NUMBER_OF, ("number",)), (_AND, ("and",)), (_AT, ("at",))):
            for match in pattern.finditer(text, block.start, block.end):
                yield _flag(document, Span(*match.span()), words)
        for match in _ROAD.finditer(text, block.start, block.end):
            if re.search(r"\d[A-Za-z]?,? (?:[NSEW]\.? )?$", text[max(0, match.start() - 6) : match.start()]):
                continue
            yield _flag(document, Span(match.start(1), match.end()), (_ROADS[match.group(1)],))


def _flag(document: Document, span: Span, words: tuple[str, ...]) -> Flag:
    said = span.of(document.text)
    if said[0].isupper():
        words = tuple(w[0].upper() + w[1:] for w in words)
    ends = said.endswith(".") and re.match(r"\s+[A-Z“]|\s*$", document.text[span.end : span.end + 3]) is not None
    if ends and words[0].lower() not in ("about", "number"):
        words = (*(w + "." for w in words), *words)
    return Flag(span, f"“{said}” is note form.", edits=tuple(Edit.replace(span, w) for w in words))


@cache
def _notes() -> dict[str, tuple[str, ...]]:
    rows = [r.split("|") for r in _FILE.read_text(encoding="utf-8").splitlines() if r and r[0] != "#"]
    return {form.lower().rstrip("."): tuple(words.split(";")) for form, words in rows}


@cache
def _pattern() -> re.Pattern[str]:
    """All note forms, in lower case or first in a sentence; those given with a point need one."""
    forms = [r.split("|")[0] for r in _FILE.read_text(encoding="utf-8").splitlines() if r and r[0] != "#"]
    bare = {f for f in forms if not f.endswith(".")}
    listed = [
        (
            f"[{f[0]}{f[0].upper()}]{re.escape(f[1:].rstrip('.'))}"
            if f[0] in "ai" and f.startswith(("approx", "incl"))
            else re.escape(f.rstrip("."))
        )
        + (r"(?=\.)" if f.rstrip(".") not in bare else "")
        for f in dict.fromkeys(forms)
    ]
    return re.compile(rf"(?<![\w.@#/&’'-])({'|'.join(sorted(listed, key=len, reverse=True))})(?![\w@’'-]|/\w|\.\w)\.?")

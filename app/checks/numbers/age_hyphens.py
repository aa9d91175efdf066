"""Hyphens of ages and of numbers that modify a noun: a 5-year-old boy, a 10-mile run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_words import PATTERN as WORDS
from app.facts.figures_words import UNITS, read_words
from app.flags.flag import Edit, Flag, Span

_N = rf"(?P<n>\d{{1,3}}|{WORDS})"
_AGE = re.compile(
    rf"(?<![\w.,$£€-]){_N}(?P<a>[ -])(?P<unit>years?|months?|weeks?|days?)(?P<b>[ -])(?P<old>olds?)\b(?P<next>\s+\w+)?",
    re.IGNORECASE,
)
_BEFORE = "|".join(
    """new second third further suspended recent additional mandatory minimum maximum short long brisk steady initial fresh
    final first last planned proposed gruelling grueling rare renewable previous original current bitter brief single
    typical guided temporary revised separate similar joint whole full existing""".split()
)
_UNIT = "|".join(
    """year month week day hour minute second decade night quarter mile yard foot inch metre meter kilometre kilometer acre
    hectare ton tonne pound gallon liter litre degree story storey member bed bedroom seat man woman person pupil page word
    letter volume verse point mark vote game set match round run try goal wicket lap stage part step stop class ward
    judge room lane car""".split()
)
_SPAN = re.compile(
    rf"\b(?P<det>[Aa]n?|[Tt]he|his|her|its|their|this|that|another|every|each|\w+['’]s)\s(?P<adj>(?:{_BEFORE})\s)?{_N}"
    rf"(?P<a>[ -])(?P<unit>{_UNIT})(?P<b>\s)(?P<noun>[a-z]+)\b"
)
_DETERMINER = re.compile(
    r"\b(?:an?|the|his|her|its|their|this|that|another|every|each|whose|'s|’s)\s+(?:\w+\s+)?$", re.IGNORECASE
)


@check(
    title="Hyphens of ages and measures",
    catches="a 5 year old boy, a 12 year-old, he is 12-years-old, a ten mile run.",
    why="Hyphens show which words belong together; a wrong one changes how many boys there are.",
    source="AP Stylebook, ages, hyphen; Guardian style guide, ages, hyphens",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("A [12 year old] boy was hurt.", fixed="A 12-year-old boy was hurt."),
        bad("The [9 year-old] was found.", fixed="The 9-year-old was found."),
        bad("Her son is [7-years-old].", fixed="Her son is 7 years old."),
        bad("A [16-years-old] girl won.", fixed="A 16-year-old girl won."),
        bad("He got a [six year] sentence.", fixed="He got a six-year sentence."),
        bad("The [3 week] trial ended.", fixed="The three-week trial ended.", style="bbc"),
        bad("They ran a [10 mile] race.", fixed="They ran a 10-mile race.", style="bbc"),
        bad("It has a [10 year] lease and a short [20 minute] walk to the bank’s [90 metre] pier.", fixed="It has a 10-year lease and a short 20-minute walk to the bank’s 90-metre pier.", style="bbc"),
        good("A 12-year-old boy was hurt."),
        good("The boy is 12 years old, and the house 90 years old."),
        good("It took a whole year for the men to agree."),
        good("He got six years."),
        good("It is a five years’ wait."),
        good("The one man who knew had left."),
    ],
)  # fmt: skip
def age_hyphens(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        text = block.span.of(document.text)
        for match in _AGE.finditer(text) if "old" in text.lower() else ():
            right = _age(text, match)
            if right and right != text[match.start() : match.end("old")]:
                span = Span(block.start + match.start(), block.start + match.end("old"))
                yield Flag(span, f"Write {right}.", edits=(Edit.replace(span, right),), category="grammar")
        for match in _SPAN.finditer(text):
            noun = document.token_at(block.start + match.start("noun"))
            number = read_words(match["n"]) if not match["n"].isdigit() else 1
            if match["a"] != " " or noun is None or number is None or not _is_noun(document, noun.i, match):
                continue
            span = Span(block.start + match.start("n"), block.start + match.end("unit"))
            n = match["n"]
            if (
                n.isdigit()
                and 0 < int(n) < 10
                and match["unit"] in ("year", "month", "week", "day", "hour", "minute", "member")
            ):
                n = UNITS[int(n)]  # spans of time follow the rule of numbers, measures keep their figures
            right = f"{n}-{match['unit']}"
            edits = [Edit.replace(span, right)]
            if n.isdigit() and 0 < int(n) < 10 and document.style.get("units_closed"):
                edits.append(Edit.replace(span, f"{UNITS[int(n)]}-{match['unit']}"))
            said = f"Hyphen before a noun: {right} {match['noun']}."
            yield Flag(span, said, edits=tuple(edits), category="grammar")


def _age(text: str, match: re.Match[str]) -> str | None:
    n, unit, old = match["n"], match["unit"].rstrip("sS"), match["old"]
    if match["a"] == match["b"] == "-" and match["unit"] == unit:
        return None
    before = text[: match.start()]
    attributive = bool(_DETERMINER.search(before)) or old.endswith("s")
    if attributive or ((match["a"] == "-") != (match["b"] == "-") and match["unit"] == unit):
        if match["a"] == match["b"] == " " and match["unit"] != unit:
            return None  # "the four years old ..." cannot be told
        return f"{n}-{unit}-{old}"
    if match["unit"] != unit and "-" in (match["a"], match["b"]):
        return f"{n} {match['unit']} {old}"
    return None


def _is_noun(document: Document, i: int, match: re.Match[str]) -> bool:
    token = document.tokens[i]
    if match["n"].lower() in ("one", "a", "an") and match["unit"] in (
        "man",
        "woman",
        "person",
        "point",
        "game",
        "day",
        "year",
        "car",
        "room",
    ):
        return False
    return (
        token.pos == "NOUN"
        and token.tag in ("NN", "NNS")
        and match["noun"] not in ("ago", "old", "later", "earlier", "before", "after")
    )

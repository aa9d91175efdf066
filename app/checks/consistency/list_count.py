"""A number that promises more or fewer items than the list after it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_write import number_for
from app.flags.flag import Edit, Flag, Severity, Span

_COLON = re.compile(r"^[^.;:!?\n]{0,60}?(?::\s+|\b(?:named|identified|listed|known)?\s?(?:as|are|were)\s+)")
_APPOSITION = re.compile(
    r"^\s+(?:[a-z-]+\s){0,2}(?:[A-Z]?[a-z]+(?:s|men|women|children|people))\s*(?P<mark>[,—–]|\s[-–—])\s*"
)
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Lady|Gen|Capt|Lt|Sgt|Judge|Rep|Sen|Gov)\.?\s)?[A-Z][\w’'.-]+(?:\s(?:of|de|van|von|al|bin|the|and\sthe)?\s?[A-Z][\w’'.-]+){0,4}"
_AGE = r"(?:,\s\d{1,3}(?!\d)(?:,\s(?:of|from)\s[A-Z]\w+)?|\s\(\d{1,3}\))?"
_NAMES = re.compile(
    rf"(?P<list>{_NAME}{_AGE}(?:,\s{_NAME}{_AGE})*,?\sand\s{_NAME}{_AGE})(?=[,.;—–)]|\s[—–-]\s|\s[a-z]|$)"
)


@check(
    title="The list does not fit its number",
    catches="three towns: Ayr, Troon, Largs and Oban: four are named.",
    why="Readers count names on their fingers.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("It will shut in [three] towns: Ayr, Troon, Largs and Oban.", fixed="It will shut in four towns: Ayr, Troon, Largs and Oban."),
        bad("Police named the [four] men: Omar Said, Jack Hill and Peter Lund.", fixed="Police named the three men: Omar Said, Jack Hill and Peter Lund."),
        bad("Rain closed [two] roads — Elm Street, Mill Lane and Fore Hill — on Sunday.", fixed="Rain closed three roads — Elm Street, Mill Lane and Fore Hill — on Sunday."),
        bad("Water was cut off in [two] villages, Arden, Luss and Tarbet, after a main burst.", fixed="Water was cut off in three villages, Arden, Luss and Tarbet, after a main burst.", severity="should"),
        good("Water was cut off in three villages, Arden, Luss and Tarbet, after a main burst."),
        good("It has shops in two towns, Ayr, Troon and the port included."),
        good("It will shut in four towns: Ayr, Troon, Largs and Oban."),
        good("Voters in nine states — Ohio, Iowa, Texas and Maine among them — will decide."),
        good("He has two jobs, in Ayr and Troon, and three dogs."),
        good("It runs in 12 towns, including Ayr, Troon and Oban."),
        good("Two people were there: the mayor, Ann Lee, and the clerk, Bo Lund."),
        good("The three met in Paris, London and Rome and Milan."),
    ],
)  # fmt: skip
def list_count(document: Document) -> Iterator[Flag]:
    for figure in document.figures:
        if (
            figure.kind != "count"
            or not 2 <= figure.value <= 12
            or not figure.exact
            or figure.counted is None
            or figure.counted.partial
        ):
            continue
        rest = document.text[figure.span.end : document.sentences[figure.sentence].end]
        start = _list_start(rest)
        names = _NAMES.match(rest, start) if start else None
        if not names or (
            figure.noun in ("year", "month", "day", "week", "hour", "time", "goal", "point", "people")
            and ":" not in rest[:start]
        ):
            continue
        count = _count(names["list"])
        if re.search(r"\b(?:Govs|Sens|Reps|Gens|Drs|Messrs|Profs|Justices|Judges)\b", names["list"]):
            continue  # "Bush and Govs. Lee of Ohio and Roe of Iowa" cannot be counted by commas
        if count == int(figure.value) or _runs_on(rest, names.end()) or _is_partial(rest, names.end()):
            continue
        number = number_for(document, figure, figure.value - figure.value + count)
        span = Span(figure.span.end + names.start(), figure.span.end + names.end())
        yield Flag(
            figure.number,
            f"The story says {figure.number.of(document.text)}, but lists {count}.",
            edits=(Edit.replace(figure.number, number, safe=False),) if number else (),
            related=(span,),
            severity=None if ":" in rest[:start] else Severity.SHOULD,
        )


def _list_start(rest: str) -> int:
    colon = _COLON.match(rest)
    if colon and not re.search(r"\d|\b(?:includ|among|such as|one|two|three|four|five|six)\b", colon.group()):
        return colon.end()
    apposition = _APPOSITION.match(rest)
    if apposition and apposition["mark"].strip() in ("—", "–", "-"):
        return apposition.end()
    # "from three villages, A, B, C and D, when": a list of names between commas that a clause or a stop ends.
    if apposition and re.match(
        r"\s+(?:[a-z-]+\s)?(?:towns|villages|cities|counties|countries|states|districts|islands|provinces|regions|suburbs|schools|nations|parishes|boroughs)\s*,",
        rest,
    ):
        names = _NAMES.match(rest, apposition.end())
        if (
            names
            and names["list"].count(",") >= 1
            and re.match(
                r"(?:,\s(?:when|where|as|after|before|while|on|since|with|and|but)\b|[.;])", rest[names.end() :]
            )
        ):
            return apposition.end()
    return 0


def _count(names: str) -> int:
    plain = re.sub(r",\s\d{1,3}(?!\d)(?:,\s(?:of|from)\s[A-Z]\w+)?|\s\(\d{1,3}\)", "", names)
    return len([p for p in re.split(r",\sand\s|,\s|\sand\s", plain) if p.strip()])


def _is_partial(rest: str, at: int) -> bool:
    """Whether the list only gives examples: "Ohio, Iowa and Maine among them"."""
    return bool(
        re.match(
            r",?\s(?:among|included|to name|for (?:example|instance)|say\b|notably|are (?:among|some)|were (?:among|some))",
            rest[at:],
        )
    )


def _runs_on(rest: str, at: int) -> bool:
    """Whether the list goes on in a way the names' pattern does not follow."""
    return bool(
        re.match(
            r",?\s(?:and|or|as well|plus|with|&)\b|,\s(?:the|a|an|who|which|whose|his|her|its)\b|,\s[A-Z]|\s(?:in|of|at|for|from)\b",
            rest[at : at + 12],
        )
    )

"""Yesterday, this morning, tomorrow: days that shift with the reader's clock."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.custom import follows_another_custom
from app.facts.document import Document
from app.facts.sought import Found, matches
from app.flags.flag import Edit, Flag, Severity, Span

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_RELATIVE = re.compile(
    r"\b(?:(?P<day>yesterday|tomorrow)(?P<part>\s(?:morning|afternoon|evening|night))?"
    r"|(?P<now>this\s(?:morning|afternoon|evening)|tonight|last\snight|earlier\stoday|later\stoday|today))(?P<own>['’]s)?(?![\w-])",
    re.IGNORECASE,
)
# "Yesterday's papers", "today's teenagers", "until today": no day of the calendar.
_NOT_A_DAY = re.compile(
    r"(?:\b(?:of|for|until|till|even|than|in|as|world|are|is|like|exist\w*|remain\w*|live\w*)\s)$", re.IGNORECASE
)


# "Yesterday's men": of the past at large.
_OF_THE_PAST = re.compile(
    r"\s(?:\w+\s)?(?:m[ae]n|wom[ae]n|news|papers?|newspapers?|world|heroes|technology|ideas|politics|politicians|children|generation|jobs|mistakes|dreams|fashions?)\b|[^ \w]*$"
)


@check(
    title="Name the day",
    catches="Yesterday, today, tomorrow, this morning, tonight or last night outside quotations.",
    why="Copy is read at other hours and in other time zones, and reused: the weekday stays true.",
    source="AP Stylebook, time element; BBC News style guide, days; Reuters Handbook, dates",
    category="house_style",
    severity="should",
    styles=["ap", "reuters", "bbc"],
    examples=[
        bad("The bank cut rates [yesterday].", fixed="The bank cut rates on Thursday.", style="bbc", date="2024-05-03"),
        bad("The bank cut rates [yesterday].", fixed="The bank cut rates Thursday.", style="ap", date="2024-05-03"),
        bad("[This morning’s] talks failed.", fixed="Friday’s talks failed.", style="bbc", date="2024-05-03"),
        bad("Talks resume [tomorrow], the ministry said.", fixed="Talks resume on Saturday, the ministry said.", style="reuters", date="2024-05-03"),
        bad("The road reopened [this morning].", fixed="The road reopened on Friday morning.", style="bbc", date="2024-05-03"),
        bad("The suspect was arrested [last night].", style="bbc", severity="may"),
        bad("As [yesterday’s] crowd left, the rain began.", fixed="As Thursday’s crowd left, the rain began.", style="bbc", date="2024-05-03"),
        good("Yesterday’s men still run the party.", style="bbc", date="2024-05-03"),
        good("“We met yesterday,” he said.", style="bbc", date="2024-05-03"),
        good("The bank cut rates yesterday.", style="guardian", date="2024-05-03"),
        good("The USA Today network bought it.", style="ap"),
        good("The town of today is a town of commuters.", style="bbc"),
        good("Today’s teenagers drink less.", style="bbc"),
        good("The custom lives on today in three villages.", style="bbc"),
    ],
)  # fmt: skip
def relative_days(document: Document) -> Iterator[Flag]:
    found = [(m, w) for m in matches(document, _RELATIVE) if (w := _which(document, m))]
    # With no dateline nobody can say which day it is; a draft full of such words follows another custom.
    severity = (
        Severity.MAY
        if len(found) > 4 or document.date is None or (found and follows_another_custom(document))
        else None
    )
    for match, by in found:
        span = Span(match.start(), match.end())
        words = match.group()
        right = _weekday(document, match, by)
        edits = (Edit.replace(span, right, safe=False),) if right else ()
        yield Flag(span, f"“{words}” depends on when it is read: name the day.", edits=edits, severity=severity)


def _which(document: Document, match: Found) -> int | None:
    """Days from the dateline's, plus 10 to keep 0 true; None where the words mean no day or are quoted."""
    words = match.group().lower()
    span = Span(match.start(), match.end())
    block = document.block_at(span.start)
    if block is None or not block.is_body or document.is_quoted(span):
        return None
    if re.search(r"[A-Z]\w+\s$", document.text[max(0, span.start - 20) : span.start]) and match.group()[0].isupper():
        return None  # USA Today
    if words.startswith("today") and not _is_the_day(document, match):
        return None
    if words.startswith("yesterday’s") or words.startswith("yesterday's"):
        return None if _OF_THE_PAST.match(document.text, span.end) else 9
    by = {"yesterday": -1, "tomorrow": 1}.get((match["day"] or "").lower(), 0)
    return 10 + (-1 if words.startswith("last") else by)


def _is_the_day(document: Document, match: Found) -> bool:
    """Whether "today" is the day of the story: beside a past verb of news, not a present state or "today's world"."""
    text = document.text
    if match["own"]:
        return bool(
            re.match(
                r"\s(?:\w+\s)?(?:meeting|hearing|vote|attack|match|game|talks|ruling|speech|announcement|session|debate|protest|raid|sentencing|inquest|summit|budget|statement)\b",
                text[match.end() :],
            )
        )
    if _NOT_A_DAY.search(text[max(0, match.start() - 14) : match.start()]):
        return False
    sentence = document.sentence_at(match.start())
    if sentence is None:
        return False
    near = Span(max(sentence.start, match.start() - 60), min(sentence.end, match.end() + 30))
    verbs = {t.lower for t in document.tokens_in(near) if t.tag in ("VBD", "MD", "VBZ", "VBP")}
    return bool(verbs & _NEWS_VERBS)


_NEWS_VERBS = frozenset(
    """said announced told met opened voted died arrived warned ruled sentenced launched confirmed released published
    resigned arrested charged appeared signed began started ended closed won lost killed injured called urged agreed
    approved rejected unveiled issued visited will""".split()
)


def _weekday(document: Document, match: Found, by: int) -> str:
    if document.date is None:
        return ""
    day = _DAYS[(document.date + datetime.timedelta(days=by - 10)).weekday()]
    words = match.group().lower()
    own = match["own"] or ""
    if own:
        return day + own
    part = re.search(r"morning|afternoon|evening|night", words)
    name = f"{day} {part.group()}" if part else day
    if match.start() == 0 or re.search(r"[.!?:]\s+[\"“]?$|\n$", document.text[: match.start()][-4:]):
        return f"On {name}"
    before = document.text[max(0, match.start() - 10) : match.start()].lower()
    if document.draft.style == "ap" or re.search(r"\b(?:on|until|from|by|since|before|after|for|of)\s$", before):
        return name
    return f"on {name}"

"""An attribution turned round: "Reports from the ministry came that …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_TURNED = re.compile(
    r"\b(?P<what>Reports?|reports?|Word|word|News|news|Claims?|claims?|A report|a report)\ "
    r"(?:(?:from|by|of)\ (?P<who>(?:the\ |a\ )?[\w.’'-]+(?:\ [\w.’'-]+){0,4}?)\ )?(?P<also>also\ )?"
    r"(?:came|emerged|arrived|surfaced|was\ made|were\ made|was\ given|were\ given)\ (?:in\ )?(?:from\ (?P<late>(?:the\ |a\ )?[\w.’'-]+(?:\ [\w.’'-]+){0,4}?)\ )?that\b",
    re.VERBOSE,
)


@check(
    title="Attribution turned round",
    catches="“Reports from X came that …” for “X reported that …”.",
    why="The source acts: it reports. Turned round, the sentence hides who says so.",
    source="Reuters Handbook, Attribution; The Complete Plain Words",
    category="attribution",
    severity="should",
    scope="block",
    examples=[
        bad("[Reports from the ministry also came that] two roads were cut.", fixed="The ministry also reported that two roads were cut."),
        bad("[Word came from the union that] the strike was off.", fixed="The union reported that the strike was off."),
        good("The ministry also reported that two roads were cut."),
        good("Reports from the ministry came late."),
        good("News that the strike was off came from the union."),
    ],
)  # fmt: skip
def reports_came(document: Document) -> Iterator[Flag]:
    for found in _TURNED.finditer(document.text):
        span = Span(*found.span())
        if document.is_quoted(span):
            continue
        who = found["who"] or found["late"]
        also = "also " if found["also"] else ""
        edits = []
        if who:
            opens = found["what"][0].isupper()
            name = who[0].upper() + who[1:] if opens else who
            edits = [Edit.replace(span, f"{name} {also}reported that")]
            if who[0].isupper() and not who.startswith("The "):
                edits.append(Edit.replace(span, f"{'The' if opens else 'the'} {who} {also}reported that"))
        message = f"The source reports: “{who} {also}reported that”." if who else "Say who reported it."
        yield Flag(span, message, edits=tuple(edits))

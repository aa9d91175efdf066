"""because before a noun alone: because the fog."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_verb, near
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag


@check(
    title="because without of",
    catches="“because” before a noun with no verb after it: because the fog.",
    why="The reader waits for a verb that does not come.",
    source="Grammar",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("Talks failed [because] a row over prisoners.", fixed="Talks failed because of a row over prisoners."),
        bad("It closed [because] heavy snow.", fixed="It closed because of heavy snow."),
        good("Talks failed because a row over prisoners broke out."),
        good("It closed because of heavy snow. Why? Because. It closed because it had to."),
        good("He left not because but despite the snow."),
    ],
)
def because_of(document: Document) -> Iterator[Flag]:
    for i in document.places.get("because", ()):
        because = document.tokens[i]
        if because.text == "because" and _has_no_verb(document, because):
            yield Flag(
                because.span, "“because” has no verb after it: “because of”.", edits=(Edit.insert(because.end, " of"),)
            )


def _has_no_verb(document: Document, because: Token) -> bool:
    first = near(document, because, 1)
    if first.tag not in ("DT", "NN", "NNS", "JJ", "PRP$") or first.lower in ("of", "that", "there"):
        return False
    last = first
    for n in range(1, 14):
        token = near(document, because, n)
        if token.i < 0 or token.text in (".", ",", ";"):
            return last.tag in ("NN", "NNS", "NNP") and token.text == "."
        if is_verb(token) or token.tag in ("POS", "WP", "WRB", "WDT", "PRP") or token.text in ('"', "“", "—", "–", "("):
            return False
        last = token
    return False

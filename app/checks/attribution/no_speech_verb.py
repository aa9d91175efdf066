"""A verb that takes no statement in the place of "said": "…, a military source supplied"."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.attribution._verbs import LOADED, say_like, spoken
from app.checks.check import bad, check, good
from app.facts.attributions import Attribution
from app.facts.attributions_odd import GIVING, is_cue
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag, Severity

_TAKES = ("dobj", "ccomp", "xcomp", "prep", "oprd", "attr", "acomp", "agent")


@check(
    title="Not a verb of saying",
    catches="“…, the source supplied”: a verb that cannot attribute a statement.",
    why="Reports are supplied, a person informed; a statement is said. The reader stumbles over the wrong verb.",
    source="English usage: complements of verbs of giving and speaking",
    category="attribution",
    severity="must",
    examples=[
        bad("Two bridges were closed overnight, a transport official [supplied].", fixed="Two bridges were closed overnight, a transport official said."),
        bad("The lorry had no brakes, the inspector [informed].", fixed="The lorry had no brakes, the inspector said."),
        bad("Talks had stalled again, the envoy [expressed].", fixed="Talks had stalled again, the envoy said."),
        good("Two bridges were closed overnight, a transport official said."),
        good("The lorry had no brakes, the inspector informed the court."),
        good("They needed the parts that the factory supplied."),
        good("“No,” he said, and left."),
    ],
)  # fmt: skip
def no_speech_verb(document: Document) -> Iterator[Flag]:
    for said, verb in spoken(document):
        if not is_cue(verb) and _stands_beside(document, said, verb) and verb.lemma.lower() not in LOADED:
            yield Flag(
                verb.span,
                f"“{verb.text}” cannot attribute a statement; “{say_like(verb)}” can.",
                edits=(Edit.replace(verb.span, say_like(verb)),),
                severity=Severity.MUST if verb.lemma.lower() in GIVING else Severity.MAY,
            )


def _stands_beside(document: Document, said: Attribution, verb: Token) -> bool:
    """Whether the statement comes before the verb, as in "…, the envoy expressed"."""
    return said.statement.end <= verb.start and not any(
        k.dep in _TAKES for k in document.children_of(verb) if k.i > verb.i
    )

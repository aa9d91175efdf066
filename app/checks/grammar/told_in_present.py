"""One attribution in the present in a draft that tells every other in the past: “, it says.”"""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import past
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag, Severity

_TELLS = frozenset("say add tell report show suggest find note warn write explain claim argue estimate".split())
_SUBJECT = frozenset("PRP DT PRP$ JJ NN NNS NNP NNPS POS".split())
_ENOUGH = 5  # attributions in the past that make a story one told in the past


@check(
    title="Attribution slips into the present",
    catches="“, it says” where every other speaker of the story “said”.",
    why="A story told in the past that says “says” once reads as a slip.",
    source="AP Stylebook, tense; Guardian style guide, tenses",
    category="grammar",
    severity="should",
    examples=[
        bad("Ames said so. Bell said no. He said it fell. She said it rose. They said it was safe. Noise reached 68 decibels, it [says].", fixed="Ames said so. Bell said no. He said it fell. She said it rose. They said it was safe. Noise reached 68 decibels, it said."),
        bad("Ames said so. Bell said no. He said it fell. She said it rose. They said it was safe. Rates stood at 15%, bank data [shows].", fixed="Ames said so. Bell said no. He said it fell. She said it rose. They said it was safe. Rates stood at 15%, bank data showed.", severity="may"),
        good("Ames said so. Noise reached 68 decibels, it says."),
        good("Ames said so. Bell said no. He said it fell. She said it rose. They said it was safe. It was loud, it says. It fell, she says."),
        good("Ames said so. Bell said no. He said it fell. She said it rose. They said it was safe. It is loud, the law says."),
    ],
)  # fmt: skip
def told_in_present(document: Document) -> Iterator[Flag]:
    told, present = 0, list[Token]()
    for token in document.tokens:
        if token.lemma not in _TELLS or document.is_quoted(token.span):
            continue
        if token.tag == "VBD":
            told += 1
        elif (token.tag in ("VBZ", "VBP") or token.lower == "shows") and document.blocks[
            document.sentences[token.sentence].block
        ].is_body:
            present.append(token)
    if told < _ENOUGH or len(present) != 1:
        return
    verb = present[0]
    if _closes(document, verb) and _told_in_past(document, verb):
        right = past(verb.lemma)
        severity = Severity.MAY if verb.lemma == "show" else None  # a record goes on showing
        yield Flag(
            verb.span, f"Every other attribution is in the past: “{right}”.",
            edits=puts(document, verb.span, (right,)), severity=severity,
        )  # fmt: skip


def _closes(document: Document, verb: Token) -> bool:
    """Whether “, it says” ends the sentence, or only where or when it was said follows."""
    after, at = near(document, verb, 1), near(document, verb, -1)
    if after.text not in (".", "") and after.lower not in ("in", "on"):
        return False
    for _ in range(5):
        if at.text == ",":
            return at.i + 1 < verb.i
        if at.tag not in _SUBJECT:
            return False
        at = near(document, at, -1)
    return False


def _told_in_past(document: Document, verb: Token) -> bool:
    """Whether what is told happened: a past and no present before the attribution."""
    words = document.tokens[document.sentences[verb.sentence].first : verb.i]
    return any(t.tag == "VBD" for t in words) and not any(
        t.tag in ("VBZ", "VBP", "MD") and t.lower != "could" for t in words
    )

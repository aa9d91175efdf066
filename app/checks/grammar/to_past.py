"""A past form after the “to” of an infinitive: “the law requires firms to notified it”."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

_CALLS_FOR = frozenset(
    """require ask tell order urge force want need expect allow oblige instruct encourage enable invite persuade try plan
    hope agree refuse decide promise fail manage intend threaten vow pledge help seek attempt begin continue""".split()
)
_OBJECTS = frozenset("it him them us me the a an its his their our this these those".split())


@check(
    title="Past form after “to”",
    catches="“asked them to signed the form”: the plain form belongs after “to”.",
    why="A leftover ending is the mark of a sentence half changed.",
    source="Grammar",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad(
            "The law requires banks to [reported] it within a day.",
            fixed="The law requires banks to report it within a day.",
        ),
        bad("She asked the men to [signed] the form.", fixed="She asked the men to sign the form."),
        bad("He tried to [opened] the hatch.", fixed="He tried to open the hatch."),
        good("The firm owed a debt to injured staff. She asked people she talked to signed copies."),
        good("He was used to crowded trains and tried to better the record."),
    ],
)
def to_past(document: Document) -> Iterator[Flag]:
    for i in document.places.get("to", ()):
        to = document.tokens[i]
        verb, after, before = near(document, to, 1), near(document, to, 2), near(document, to, -1)
        if not verb.lower.endswith("ed") or verb.tag not in ("VBN", "VBD", "VB") or after.lower not in _OBJECTS:
            continue
        if document.is_quoted(verb.span):
            continue
        bases = _bases(verb)
        back = [near(document, to, -n) for n in range(1, 5)]
        calls = any(t.lemma in _CALLS_FOR and t.tag.startswith("VB") for t in back)
        if bases and calls and (before.lemma in _CALLS_FOR or before.tag in ("NN", "NNS", "NNP", "PRP")):
            message = f"After “to” the plain form belongs: “{bases[0]}”."
            yield Flag(verb.span, message, edits=puts(document, verb.span, bases))


def _bases(verb: Token) -> tuple[str, ...]:
    """The plain forms that a form in -ed may come from; none where it is itself one (need, heed, embed)."""
    word = verb.lower
    if verb.lemma != word and not verb.lemma.endswith("ed"):
        return (verb.lemma,)
    if word.endswith("eed") or len(word) < 6 or word == "embed":
        return ()
    if word.endswith("ied"):
        return (word[:-3] + "y",)
    return (word[:-2], word[:-1])

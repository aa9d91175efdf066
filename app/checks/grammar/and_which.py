"""“and which” where nothing before it has a “which” to be joined to."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, near
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag, Span

_JOINED = frozenset("which who that whose whom where when what how why whether if".split())
_ASKS = frozenset("ask know decide choose say tell wonder determine clear question consider learn see debate".split())


@check(
    title="“and which” with no “which” before it",
    catches="“a mill built in 1870 and which burned down”.",
    why="“And” joins like to like: a second “which” needs a first.",
    source="Fowler’s Modern English Usage, which with and or but; Guardian style guide, and which",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("The mill, built in 1870 [and which] burned in May, will go.", fixed="The mill, built in 1870 which burned in May, will go."),
        bad("It is a virus found in bats [and which] kills pigs.", fixed="It is a virus found in bats which kills pigs."),
        bad("The clerk held on Monday [and who] was freed is Ames.", fixed="The clerk held on Monday who was freed is Ames."),
        good("The mill, which stood by the lock and which burned in May, will go."),
        good("It is not clear where he slept and which bus was his."),
        good("He may choose the day and which judge sits."),
    ],
)  # fmt: skip
def and_which(document: Document) -> Iterator[Flag]:
    for word in ("which", "who"):
        for i in document.places.get(word, ()):
            which = document.tokens[i]
            link = near(document, which, -1)
            if link.lower not in ("and", "but") or not _lacks_a_fellow(document, which, link):
                continue
            span = Span(link.start, which.end)
            edits = (Edit.replace(span, which.text), Edit.replace(span, link.text))
            yield Flag(
                span, f"“{link.text} {which.text}” has no “{which.text}” before it to be joined to.", edits=edits
            )


def _lacks_a_fellow(document: Document, which: Token, link: Token) -> bool:
    sentence = document.sentences[which.sentence]
    verb = near(document, which, 1)
    if not document.blocks[sentence.block].is_body or document.is_quoted(which.span):
        return False
    present = verb.tag == "NNS" and verb.text.islower()  # “and which kills pigs”, to a tagger that errs
    if not is_finite(verb) and not present and not (verb.tag == "RB" and is_finite(near(document, verb, 1))):
        return False
    before = document.tokens[sentence.first : link.i]
    if len(before) < 3 or any(t.lower in _JOINED or t.lemma in _ASKS for t in before):
        return False
    return (
        not any(t.text in ("“", '"', ":", ";", "?") for t in before) and document.tokens[sentence.last - 1].text != "?"
    )

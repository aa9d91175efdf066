"""The same word, or the same two words, typed twice."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import near
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag, Span

# Words that English doubles on purpose, or that meet where two phrases meet.
_MAY_MEET = frozenset(
    """had that very no so ha blah bye knock there now night hear do her you long far much many really never
    again well yeah yes why who what please more chop go hush tut boo aye win tsk""".split()
)
_CLEFT = frozenset("what all thing things problem point question issue truth fact reason".split())
_LINKS = frozenset("after by to in and for upon or on over have again more".split())
# Adverbs of verbs that are prepositions too: "came in in May".
_TAKES_IN = frozenset(
    "come go move settle check sign fill turn log give cave step break kick set bring call get cash chip drop send "
    "let take pull stay join live weigh".split()
)
_TAKES_ON = frozenset(
    "go carry move get come take turn hold put drag look press pass live sign log keep count build work depend rely "
    "insist base focus later early then".split()
)
_PARTICLES = frozenset("in on up out off over by through down around along".split())


@check(
    title="Doubled word",
    catches="A word typed twice running (the the), or two words typed twice (in the in the).",
    why="The eye slips over it at the desk, and not in print.",
    source="Proof-reading",
    category="grammar",
    severity="must",
    scope="block",
    audible=False,
    examples=[
        bad("Crews searched [the the] river on Friday.", fixed="Crews searched the river on Friday."),
        bad("The vote was [in the in the] morning.", fixed="The vote was in the morning."),
        bad("He said he [was was] tired.", fixed="He said he was tired."),
        bad("[The the] fire spread.", fixed="The fire spread."),
        good("She had had enough, and he said that that was all."),
        good("Duran Duran played in Walla Walla, and it was a very, very long show."),
        good("The tax came in in May, and he gave her her book."),
        good("What it is is a scandal, he said. No no no, she said."),
    ],
)  # fmt: skip
def doubled_word(document: Document) -> Iterator[Flag]:
    tokens = document.tokens
    words = [token.lower for token in tokens]
    for i in range(len(words) - 1):
        word = words[i]
        if word != words[i + 1] and not (i + 3 < len(words) and word == words[i + 2] and words[i + 1] == words[i + 3]):
            continue
        token, after = tokens[i], tokens[i + 1]
        if token.sentence != after.sentence:
            continue
        if token.lower == after.lower:
            if token.lower.isalpha() and token.space:
                yield from _once(document, token, after)
            continue
        third, fourth = tokens[i + 2], tokens[i + 3]
        if fourth.sentence == token.sentence and _plain(token, after, third, fourth):
            span = Span(token.start, fourth.end)
            yield Flag(
                span, f"“{token.text} {after.text}” is there twice.", edits=(Edit.delete(Span(after.end, fourth.end)),)
            )


def _plain(*words: Token) -> bool:
    """Two words that nobody repeats on purpose: not "over and over and over", "time to time to", "lie after lie after"."""
    return (
        all(w.lower.isalpha() and w.text.islower() for w in words)
        and words[1].lower not in _LINKS
        and words[0].lower not in ("and", "or", "after", "he", "she")
    )


def _once(document: Document, first: Token, second: Token) -> Iterator[Flag]:
    if second.text[0].isupper() or near(document, first, -1).lower == first.lower:
        return
    if first.lower in _MAY_MEET or near(document, second, 1).lower == first.lower:
        return
    before = near(document, first, -1)
    start = document.sentences[first.sentence].first
    if first.lower in ("is", "was") and _CLEFT & {t.lower for t in document.tokens[start : first.i]}:
        return  # what it is is a scandal
    meets = (
        before.lemma in _TAKES_IN if first.lower == "in" else before.lemma in _TAKES_ON if first.lower == "on" else True
    )
    if first.lower in _PARTICLES and meets and (before.tag.startswith("VB") or first.tag == "RP" or before.tag == "RB"):
        return
    span = Span(first.start, second.end)
    glued = document.text[second.end : second.end + 1] not in ("", " ", "\n", ",", ".", ";", ":")  # does doesn't
    if document.text[first.start - 1 : first.start] in ("<", "#", "@") or (
        glued and not second.space and document.text[second.end] in "-="
    ):
        return
    extra = Span(first.start, second.start) if glued else Span(first.end, second.end)
    yield Flag(span, f"“{first.text}” is there twice.", edits=(Edit.delete(extra),))

"""Which pronouns surely go back to a person of the ledger, and whether anybody else may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.facts.counted import PEOPLE
from app.facts.document import Document, Sentence, Token
from app.facts.names import Name
from app.flags.flag import Span

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
# Words for people who may be meant by the pronoun instead.
_KIN = frozenset(
    """father mother husband wife son daughter brother sister partner girlfriend boyfriend uncle aunt nephew niece cousin widow widower
    grandfather grandmother baby girl boy man woman lady gentleman friend colleague boss coach teacher doctor nurse neighbor neighbour
    caller rider owner defendant accused suspect somebody someone anyone one king queen prince princess god ship""".split()
)
_AGENT = re.compile(r"^[a-z]{3,}(?:er|or|ist|ant|ian|man|woman|person)$")
_THINGS = frozenset(
    """number letter paper water order matter river power summer winter after under over never ever other another further later center
    offer computer dinner corner quarter chapter letter member server floor door color error terror labor harbor major minor prior
    restaurant important relevant want plant grant constant instant human woman italian civilian career tower weather cancer
    however whether either neither together rather murder border border disaster register minister answer shoulder silver gender
    counter hunger danger finger anger tender trailer trader""".split()
)


def others(document: Document, person: Name, first: int, last: int) -> bool:
    """Whether the tokens from ``first`` up to ``last`` speak of anybody else by a common noun or an unknown name."""
    own = set(re.findall(r"[a-z]+", f"{person.role} {person.full}".lower()))
    spans = [s for m in person.mentions for s in (_with_post(document, m.span), m.title) if s]
    for token in document.tokens[first:last]:
        if token.lower in own or any(s.overlaps(token.span) for s in spans) or not token.is_word:
            continue
        if is_human(token):
            return True
        if token.pos == "PROPN" and token.entity == "PERSON":
            return True
    return False


_POST = re.compile(r"(?:[\w-]+ ){1,3}$")


def _with_post(document: Document, span: Span) -> Span:
    """The name with the words right before it that say what the person does: "head teacher", "the union leader"."""
    before = document.text[max(0, span.start - 40) : span.start]
    post = (
        _POST.search(before)
        if re.search(r"(?:er|or|ist|ian|ant|man|woman|ess|ee|chief|head|coach),? $", before)
        else None
    )
    return Span(span.start - len(post.group()), span.end) if post else span


def is_human(token: Token) -> bool:
    """Whether the word is a noun for one human being."""
    word = token.lemma.lower()
    if token.pos not in ("NOUN", "PRON") or token.tag in ("NNS",):
        return False
    if word in _KIN or word in PEOPLE:
        return True
    return bool(_AGENT.match(word)) and word not in _THINGS


_SAYS = "said|says|added|adds|told|tells|warned|claimed|argued|admitted|insisted|thought|believed|hoped|explained|denied|recalled|wrote"
_OWN = re.compile(
    rf"(?:, [^,.;“”\"]{{2,60}},)? (?:also |has |had )?(?:{_SAYS})(?: (?:that|reporters that|the \w+(?: that)?))? (he|she)\b"
)
_OPENS = re.compile(r"(?:[^\w“\"]*)(He|She) [a-z]")
_TAIL = re.compile(rf"(?:,|[”\"]) (he|she) (?:{_SAYS})\b")


def pronouns_of(document: Document, person: Name, people: tuple[Name, ...]) -> Iterator[Token]:
    """The pronouns he and she that can go back to nobody but this person: "Lund said he …", "Lund spoke. He said …"."""
    for at in dict.fromkeys(s.i for m in person.mentions if (s := document.sentence_at(m.span.start))):
        sentence = document.sentences[at]
        if _named(people, sentence) != [person] or others(document, person, sentence.first, sentence.last):
            continue
        before = document.sentences[at - 1] if at and document.sentences[at - 1].block == sentence.block else None
        clear = before is None or not others(document, person, before.first, before.last)
        found = [_own(document, person, sentence)] if clear else []
        after = document.sentences[at + 1] if at + 1 < len(document.sentences) else None
        if after and after.block - sentence.block <= 1 and not _named(people, after):
            found.append(_next(document, after))
        yield from (t for t in found if t and not document.is_quoted(t.span))


def _named(people: tuple[Name, ...], sentence: Sentence) -> list[Name]:
    return [p for p in people if any(sentence.start <= m.span.start < sentence.end for m in p.mentions)]


def _own(document: Document, person: Name, sentence: Sentence) -> Token | None:
    for mention in person.mentions:
        if sentence.start <= mention.span.start < sentence.end:
            found = _OWN.match(document.text, mention.span.end, sentence.end)
            if found:
                return document.token_at(found.start(1))
    return None


def _next(document: Document, sentence: Sentence) -> Token | None:
    text = document.text
    found = _OPENS.match(text, sentence.start, sentence.end) or _TAIL.search(text, sentence.start, sentence.end)
    return document.token_at(found.start(1)) if found else None

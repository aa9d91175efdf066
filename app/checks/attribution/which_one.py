""" "The official said", with two officials in the sentence before."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Flag, Span

_MENTIONS = 200  # mentions of one person looked through
_GENERIC = frozenset(
    """official officer spokesman spokeswoman spokesperson executive leader lawyer attorney minister lawmaker politician
    man woman mayor doctor scientist researcher professor player coach manager aide diplomat commander candidate senator
    councillor councilwoman councilman expert analyst director boss actor singer writer former ex-president president""".split()
)


@check(
    title="Which of the two said it?",
    catches="“The official said” after a sentence that names two people who could be meant.",
    why="The reader cannot tell whose words these are, and a wrong guess may libel somebody.",
    source="Reuters Handbook, Quotes; AP Stylebook, quotations in the news",
    category="attribution",
    severity="must",
    examples=[
        bad("Karim Haddad met on Friday with Lena Brandt, head of the drivers' union. “We left it far too late,” [the official said]."),
        bad("Mayor Joan Pruett argued with Councilman Dev Patel over the bridge. [The politician said] the bids were too high."),
        good("Karim Haddad met on Friday with drivers. “We left it far too late,” the official said."),
        good("Karim Haddad met on Friday with Lena Brandt, head of the drivers' union. “We left it far too late,” Brandt said."),
        good("Dr Joan Pruett spoke after Dev Patel. “The wound was clean,” the doctor said."),
        good("An official of the port spoke to Karim Haddad and Lena Brandt. The official said both were safe."),
    ],
)  # fmt: skip
def which_one(document: Document) -> Iterator[Flag]:
    seen: set[int] = set()
    for said in document.attributions:
        if said.source is None or said.cue is None or said.kind not in ("direct", "indirect", "mixed"):
            continue
        words = [t for t in document.tokens_in(said.source) if t.is_word]
        if len(words) != 2 or words[0].lower != "the" or words[1].lower not in _GENERIC or said.source.start in seen:
            continue
        seen.add(said.source.start)
        sentence = document.sentence_at(said.source.start)
        people = _people_before(document, sentence) if sentence else []
        if len(people) < 2 or _told_apart(document, sentence, words[1], people):
            continue
        names = " or ".join(p.of(document.text) for p in people[:2])
        span = Span(min(said.source.start, said.cue.start), max(said.source.end, said.cue.end))
        yield Flag(span, f"“{said.source.of(document.text)}” may be {names}: name the speaker.", related=tuple(people))


def _people_before(document: Document, sentence: Sentence | None) -> list[Span]:
    """The people named in the sentence before the one that holds the quotation, in the same paragraph."""
    if sentence is None:
        return []
    block = document.blocks[sentence.block]
    at = sentence.i - 1
    while at >= block.first and document.is_quoted(document.sentences[at].span):
        at -= 1
    if at < block.first:
        return []
    return _people(document, document.sentences[at])


def _people(document: Document, sentence: Sentence) -> list[Span]:
    if document.names is None:
        return []
    named = [
        mention.span
        for person in document.names.people()
        for mention in person.mentions[:_MENTIONS]
        if sentence.start <= mention.span.start < sentence.end
    ]
    one_each = {document.names.at(span): span for span in reversed(named)}
    return sorted(one_each.values())


def _told_apart(document: Document, sentence: Sentence | None, noun: Token, people: list[Span]) -> bool:
    """Whether the noun is one person's title, or was brought in by itself: "an official of the port …"."""
    assert sentence is not None
    block = document.blocks[sentence.block]
    before = document.text[block.start : sentence.start].lower()
    abbreviated = {"doctor": "dr", "professor": "prof", "senator": "sen"}.get(noun.lower, noun.lower)
    return noun.lower in before or f"{abbreviated}." in before or f"{abbreviated} " in before

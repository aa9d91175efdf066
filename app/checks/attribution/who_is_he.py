""" "He said", with two men in the sentence before."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.attributions_gender import pronoun_of
from app.facts.document import Document, Sentence
from app.facts.names import Name
from app.flags.flag import Flag, Span


@check(
    title="Which of them is “he”?",
    catches="“He said” or “she said” after a sentence that names two people who could be meant.",
    why="A pronoun goes to the person named last; where two fit, the reader may give the words to the wrong one.",
    source="AP Stylebook, pronouns; Reuters Handbook, Quotes",
    category="attribution",
    severity="may",
    examples=[
        bad("Mr Haddad had breakfast with Mr Brandt. “The strike is over,” [he] said."),
        bad("Maria Lopez stood beside Anna Weiss on the steps. “We will appeal,” [she] said."),
        bad("Carlos Ruiz met David Hall on Tuesday to settle the dispute. [He] said the talks had failed."),
        bad("Maria Lopez stood beside Anna Weiss on the steps. [She] said the vote was fair."),
        good("Carlos Ruiz said David Hall had left the talks. He said they had failed."),
        good("Mr Haddad had breakfast with Mrs Brandt. “The strike is over,” he said."),
        good("Mr Haddad had breakfast with Mr Brandt. “The strike is over,” Brandt said."),
        good("“The strike is over,” said Mr Haddad, who met Mr Brandt. “It was long,” he said."),
    ],
)
def who_is_he(document: Document) -> Iterator[Flag]:
    if document.names is None:
        return
    people = document.names.people()
    spoke_in: set[int] = set()
    flagged: set[int] = set()
    for said in sorted(document.attributions, key=lambda a: a.statement.start):
        if said.source is None or said.cue is None:
            continue
        sentence = document.sentence_at(said.cue.start)
        pronoun = said.source.of(document.text).lower()
        if sentence is None:
            continue
        told = said.kind in ("direct", "mixed", "indirect")
        if pronoun in ("he", "she") and told and sentence.i - 1 not in spoke_in and sentence.i not in flagged:
            meant = _named_before(document, people, sentence, pronoun)
            if len(meant) == 2:
                flagged.add(sentence.i)
                names = " or ".join(name.full for _, name in meant)
                yield Flag(
                    said.source,
                    f"“{said.source.of(document.text)}” may be {names}.",
                    related=tuple(span for span, _ in meant),
                )
        spoke_in.add(sentence.i)


def _named_before(
    document: Document, people: tuple[Name, ...], sentence: Sentence, pronoun: str
) -> list[tuple[Span, Name]]:
    """The people of the sentence before, in the paragraph, whom the pronoun fits for certain."""
    block = document.blocks[sentence.block]
    if sentence.i - 1 < block.first:
        return []
    before = document.sentences[sentence.i - 1]
    found: list[tuple[Span, Name]] = []
    for person in people:
        mention = next((m for m in person.mentions if before.start <= m.span.start < before.end and not m.quoted), None)
        if mention is not None and pronoun_of(document, person) == pronoun:
            found.append((mention.span, person))
    return sorted(found, key=lambda pair: pair[0])

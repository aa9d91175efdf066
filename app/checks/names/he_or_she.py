"""A person who is he in one sentence and she in another."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.names._pronouns import HE, SHE, others, pronouns_of
from app.facts.attributions_gender import pronoun_of, pronoun_of_name
from app.facts.document import Document, Sentence, Token
from app.facts.names import Name
from app.flags.flag import Edit, Flag

_TURNED = {
    "he": ("she",),
    "him": ("her",),
    "his": ("her",),
    "himself": ("herself",),
    "she": ("he",),
    "her": ("his", "him"),
    "hers": ("his",),
    "herself": ("himself",),
}


@check(
    title="He or she?",
    catches="Judge Susan Poole opened the hearing. Poole said he would rule by Friday.",
    why="It is a wrong word about a person, and to that person the one that matters.",
    source="Reuters Handbook, accuracy; AP Stylebook, pronouns",
    category="source_name",
    severity="should",
    examples=[
        bad("Judge Susan Poole opened the hearing at noon. Poole said [he] would rule by Friday.", fixed="Judge Susan Poole opened the hearing at noon. Poole said she would rule by Friday."),
        bad("James Orr, a farmer, lost 40 sheep. Orr said [her] fences had been cut.", fixed="James Orr, a farmer, lost 40 sheep. Orr said his fences had been cut."),
        bad("Mrs Doyle Hart, 80, has lived here since 1960. Mrs Hart said [he] would not move.", style="bbc", fixed="Mrs Doyle Hart, 80, has lived here since 1960. Mrs Hart said she would not move."),
        good("Ann Lee spoke to reporters on Monday. He said on Tuesday that it was over. Lee said he was wrong."),
        bad("Mary Dunn has run the farm since 1990. Dunn told [himself] it would pass.", fixed="Mary Dunn has run the farm since 1990. Dunn told herself it would pass."),
        good("Judge Susan Poole opened the hearing at noon. Poole said she would rule by Friday."),
        good("Ann Lee won the race. Her coach, Bob Orr, wept. He said Lee had trained for months."),
        good("Robert Hale said he would resign. Hale told his wife she had no need to worry."),
        good("James Orr and Mary Dunn met on Friday. Orr said her plan was good."),
        good("Susan Poole met the suspect in jail. Poole said he was calm."),
        good("Susan Poole opened the hearing. “He lied,” Poole said."),
        good("Mary Dunn ran the ship. Dunn said she had been built in 1911."),
    ],
)  # fmt: skip
def he_or_she(document: Document) -> Iterator[Flag]:
    if document.names is None:
        return
    people = document.names.people()
    known: dict[int, str] = {}
    for sentence in document.body_sentences():
        if not document.in_sentence(sentence, _has_pronoun):
            continue
        tokens = document.sentence_tokens(sentence)
        wrong = [t for t in tokens if t.lower in _TURNED and not document.is_quoted(t.span)]
        if not wrong:
            continue
        person = _only_person(document, people, sentence)
        if person is not None and id(person) not in known:
            known[id(person)] = _known(document, person, people)
        if person is None or not known[id(person)] or _others(document, person, sentence):
            continue
        theirs = HE if known[id(person)] == "he" else SHE
        off = [t for t in wrong if t.lower not in theirs]
        if len(off) != len(wrong) or not _opens(person, sentence) or not _alone(document, person, people):
            continue  # both in one sentence are two people
        if _before(document, sentence) - theirs:
            continue  # the pronoun may go back to somebody of the sentences before
        yield from (_flag(document, person, t) for t in off[:1])


def _has_pronoun(document: Document, sentence: Sentence) -> bool:
    return any(t.lower in _TURNED for t in document.sentence_tokens(sentence))


def _known(document: Document, person: Name, people: tuple[Name, ...]) -> str:
    """He or she as title, post and first name tell; "" where a title goes against the first name or an earlier pronoun:
    then the title is likelier wrong (title_and_pronoun)."""
    told, first = pronoun_of(document, person), pronoun_of_name(person.full)
    if first and first != told:
        return ""
    titles = [m.title.start for m in person.mentions if m.title]
    if not told or first or not titles:
        return told
    said = next(pronouns_of(document, person, people), None)
    return "" if said and said.lower != told and said.start < titles[0] else told


def _opens(person: Name, sentence: Sentence) -> bool:
    """Whether the sentence begins with the person, so that its pronouns go back to that name."""
    return any(sentence.start in (m.span.start, m.title.start if m.title else -1) for m in person.mentions)


def _alone(document: Document, person: Name, people: tuple[Name, ...]) -> bool:
    """Whether nobody else of the draft has the surname."""
    assert document.names is not None
    return not any(n is not person and n.full.split(" ")[-1] == person.surname for n in document.names.names)


def _before(document: Document, sentence: Sentence) -> set[str]:
    """The pronouns of the two sentences before, quoted ones left out."""
    first = document.sentences[max(0, sentence.i - 2)]
    return {
        t.lower
        for t in document.tokens[first.first : sentence.first]
        if t.lower in _TURNED and not document.is_quoted(t.span)
    }


def _only_person(document: Document, people: tuple[Name, ...], sentence: Sentence) -> Name | None:
    """The one person named in the sentence, with nobody else named in the two before it."""
    start = document.sentences[max(0, sentence.i - 2)].start
    here = [p for p in people if any(sentence.start <= m.span.start < sentence.end for m in p.mentions)]
    near = [p for p in people if any(start <= m.span.start < sentence.end for m in p.mentions)]
    return here[0] if len(here) == 1 and len(near) == 1 else None


def _others(document: Document, person: Name, sentence: Sentence) -> bool:
    """Whether the sentence or the two before it speak of anybody else."""
    return others(document, person, document.sentences[max(0, sentence.i - 2)].first, sentence.last)


def _flag(document: Document, person: Name, token: Token) -> Flag:
    right = _TURNED[token.lower]
    if token.lower == "her" and token.tag == "PRP":
        right = ("him", "his")
    words = [w.capitalize() if token.text[0].isupper() else w for w in right]
    return Flag(
        token.span,
        f"The draft introduces {person.full}; here it has “{token.text}”.",
        edits=tuple(Edit.replace(token.span, w, safe=False) for w in words),
        related=(person.mentions[0].span,),
    )

"""Mr or Mrs before somebody the draft calls she or he."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.names._pronouns import pronouns_of
from app.facts.attributions_gender import pronoun_of_name
from app.facts.document import Document
from app.facts.names import Name, NameMention
from app.flags.flag import Edit, Flag, Severity, Span

_TITLES = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}
_RIGHT = {"he": ("Mr",), "she": ("Ms", "Mrs", "Miss")}
_LASTING = frozenset({"Dr", "Prof", "Sir", "Dame", "Lord", "Lady", "Rev", "Cllr"})  # used at every mention
# Kin by which a second person of the surname may be meant: Mr Hale, the husband of Ruth Hale.
_KIN = {
    "he": re.compile(r"\b(?:husband|brothers?|father|sons?|dad|uncle|nephew|widower|married|couple|parents|siblings|family|twins?|grandfather)\b", re.I),
    "she": re.compile(r"\b(?:wife|sisters?|mother|daughters?|mum|mom|aunt|niece|widow|married|couple|parents|siblings|family|twins?|grandmother)\b", re.I),
}  # fmt: skip


@check(
    title="Mr or Ms?",
    catches="Mr Virtanen in one paragraph, and “she said” of the same person in another.",
    why="It is a wrong word about a person, and to that person the one that matters.",
    source="Guardian style guide, titles; BBC News style guide, names; Reuters Handbook, Titles: check which courtesy title a person has",
    category="source_name",
    severity="must",
    examples=[
        bad("The coach, Sanne Kivelo, praised her side. Kivelo said that she had no complaint.\n\n[Mr] Kivelo said the pitch was wet.",
            style="guardian",
            fixed="The coach, Sanne Kivelo, praised her side. Kivelo said that she had no complaint.\n\nMs Kivelo said the pitch was wet."),
        bad("Forecaster Rhodri Tallow spoke at noon. He said that the sea was warm.\n\nThe risk would last, [Ms] Tallow said.", style="bbc",
            fixed="Forecaster Rhodri Tallow spoke at noon. He said that the sea was warm.\n\nThe risk would last, Mr Tallow said."),
        bad("Susan Crowe has run the school for nine years. [Mr] Crowe said exams were too long.", style="bbc",
            fixed="Susan Crowe has run the school for nine years. Ms Crowe said exams were too long."),
        bad("Farmer Orlin Dobbs said that he had lost 40 lambs. “It hurts,” [Miss] Dobbs said.", style="bbc",
            fixed="Farmer Orlin Dobbs said that he had lost 40 lambs. “It hurts,” Mr Dobbs said."),
        good("The coach, Sanne Kivelo, said that she had no complaint. Ms Kivelo said the pitch was wet.", style="guardian"),
        good("Ruth Orr, whose husband died in the fire, said she wanted answers. Mr Orr was 40.", style="bbc"),
        good("Judge Orlin Dobbs met the accused. He said he was sorry, Ms Poole said.", style="bbc"),
        good("Sanne Kivelo coached Bo Kivelo. She said so. Mr Kivelo said the pitch was wet.", style="guardian"),
        good("Mr and Mrs Alison Crowe came to the door. Mr Crowe said it was late.", style="bbc"),
        good("“Mr Kivelo,” she said, “I have no complaint.” Orlin Kivelo sat down.", style="bbc"),
    ],
)  # fmt: skip
def title_and_pronoun(document: Document) -> Iterator[Flag]:
    assert document.names is not None
    people = document.names.people()
    for name in people:
        titled = [(m, told) for m in name.mentions if (told := _told_by(document, m))]
        if not titled or not _alone(document, name):
            continue
        wrong = _wrong(document, name, people, titled)
        if wrong:
            yield from (_flag(document, name, *w) for w in wrong)


def _told_by(document: Document, mention: NameMention) -> str:
    if mention.title is None or mention.quoted:
        return ""
    return _TITLES.get(mention.title.of(document.text).lower().rstrip("."), "")


def _alone(document: Document, name: Name) -> bool:
    """Whether nobody else of the draft has the surname."""
    assert document.names is not None
    last = name.full.split(" ")[-1]
    return not any(n is not name and n.full.split(" ")[-1] in (last, last + "s") for n in document.names.names)


def _wrong(
    document: Document, name: Name, people: tuple[Name, ...], titled: list[tuple[NameMention, str]]
) -> list[tuple[NameMention, str, Span | None]]:
    """The titles that the person's pronouns, first name and other titles speak against, with the pronoun meant."""
    said = list(pronouns_of(document, name, people))
    first = pronoun_of_name(name.full)
    for mine, theirs in (("he", "she"), ("she", "he")):
        against = [m for m, told in titled if told == mine]
        witnesses = [t for t in said if t.lower == theirs]
        spoken = [t for t in said if t.lower == mine]
        titles = len(titled) - len(against)
        support = len(witnesses) + titles + (first == theirs)
        if not against or not support or first == mine or spoken or len(against) > max(1, support):
            continue
        if not witnesses and first != theirs:
            continue  # Mrs and Mr alone are title_changed's flag
        if _KIN[mine].search(document.text) or (titles and not witnesses):
            continue
        return [(m, theirs, witnesses[0].span if witnesses else None) for m in against]
    return []


_PAIR = re.compile(r"\b(?:mrs?|ms|miss|dr)\.? and $|^ and (?:mrs?|ms|miss)\b", re.IGNORECASE)


def _flag(document: Document, name: Name, mention: NameMention, pronoun: str, witness: Span | None) -> Flag:
    assert mention.title is not None
    title, text = mention.title, document.text
    point = "." if title.of(text).endswith(".") else ""
    other = next((t for m in name.mentions if m.title and (t := m.title.of(text)).rstrip(".") in _LASTING), "")
    words = [*([other] if other else []), *(w + ("" if w == "Miss" else point) for w in _RIGHT[pronoun])]
    edits = [Edit.replace(title, w, safe=False) for w in dict.fromkeys(words)]
    edits.append(Edit.delete(Span(title.start, mention.span.start), safe=False))
    pair = _PAIR.search(text[max(0, title.start - 9) : title.start])
    return Flag(
        title,
        f"{mention.text} is “{title.of(text)}” here, and “{pronoun}” elsewhere in the draft.",
        edits=tuple(edits),
        related=(witness or name.mentions[0].span,),
        severity=Severity.MAY if pair else None,
    )

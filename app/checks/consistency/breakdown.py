"""A number broken down where it is told or a few sentences later ("six on Tuesday, three on Wednesday and three later")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.checks.consistency._nouns import TIME_NOUNS, counts_people
from app.checks.consistency._sums import find_sums, side_by_side
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Flag

_KINDS = ("count", "money", "measure")
# What may stand between two parts of one list; the words of each part are few and hold no other list.
_JOINT = re.compile(
    r"(?:,|;|\band\b|\bplus\b|\bagainst\b)\s*(?:and\s+)?(?:(?:another|a further|the other|the|about|some)\s+)?$"
)
_BREAKS = re.compile(
    r"\b(?:includ\w+|such as|at least|up to|more than|fewer than|less than|between|than|compared|versus|earlier|previous|last year|a year (?:ago|earlier)"
    r"|each|per|out of|up from|down from|rose|fell (?:to|from|by)|while|whereas|but|after|ago|every|both|times|followed by|before|then|by)\b|[.?!:]\s|[\"“”]",
    re.IGNORECASE,
)
# Right behind a part: nothing that would count another thing.
_BARE = re.compile(
    r"\s+(?:(?:people|others|more|cases|of them|of these|of those)\s+)?(?:(?:were|was|are|had been|have been|is|went|came|come|go|live|died|will be)\s+)?(?:\w+ed\s+)?"
    r"(?:in|on|at|from|to|for|with|aboard|among|as|against|later|who|of (?:them|these|its|which)|by|under|near|between)\b|\s+of (?!the\b)\w+",
    re.IGNORECASE,
)
_KINDS_OF = re.compile(r"\s+(?:of them\s+)?(?P<word>[\w-]+)")
_OPEN = re.compile(
    r"(?::|\s[—–-]|[—–(]|,)\s*(?:of (?:whom|them|which),?\s*)?(?:(?:with(?: an? \w+ of)?|comprising|made up of|namely)\s+)?(?:(?:about|some|the)\s+)?$|\b(?:compris(?:es|ed|ing)|consist(?:s|ed|ing) of|(?:is|was) made up of|takes in|includ(?:es?|ed|ing))\s+(?:about |some )?$"
)
_IN_ALL = re.compile(r",? (?:or |for |making |making it |which makes )?(?:a (?:combined |grand |season['’]s )?total of|in all,?) (?:about )?$")  # fmt: skip
_AFTER = re.compile(r"[^.;:,]{0,60}(?:[,.;—–)]|$)|[^.;:]{0,40}, [\w .’'-]{2,40} (?:said|says)\b", re.IGNORECASE)
_OF_THE = re.compile(r"(?:Of|Among) (?:the|those|these|its|their|all) (?P<noun>[a-z]+)(?: [a-z ]{0,30})?, $|Of (?:those|these|them), $")  # fmt: skip
_VICTIMS = re.compile(
    r"(?:The|Those|All the) (?P<who>dead|injured|wounded|victims|missing|survivors|killed|arrested|hostages|suspects|winners|detainees|casualties)(?: [a-z]{0,12})? (?:were|are|comprise[sd]?) $"
)
_DEEDS = {
    "dead": r"kill\w*|die[sd]?|dead|deaths?", "killed": r"kill\w*|die[sd]?|dead", "victims": r"kill\w*|die[sd]?|dead", "injured": r"injur\w+|hurt", "wounded": r"wound\w+|hurt",
    "missing": r"missing", "survivors": r"surviv\w+|rescued|saved", "arrested": r"arrest\w+", "hostages": r"hostages?|held|seized", "suspects": r"suspects?|arrested",
    "winners": r"winners?|won", "detainees": r"detain\w+|held", "casualties": r"casualties|killed|hurt",
}  # fmt: skip


@check(
    title="The breakdown does not make the number",
    catches="6,200 people: 3,100 in schools, 1,900 in mosques and 1,400 aboard a ship. They make 6,400.",
    why="Readers add up, and a sum that fails casts doubt on every other figure.",
    source="Reuters Handbook, figures; AP Stylebook, numerals",
    category="number_consistency", severity="must",
    examples=[
        bad("About [3,600] people were moved, the mayor said: 1,500 were in halls, 900 in barns and 1,400 on a ferry.", fixed="About 3,800 people were moved, the mayor said: 1,500 were in halls, 900 in barns and 1,400 on a ferry."),
        bad("A blast killed [six] sailors off Oman on Friday. The dead were four men from India and three from Nepal, the navy said.", fixed="A blast killed seven sailors off Oman on Friday. The dead were four men from India and three from Nepal, the navy said."),
        bad("[Nine] barges are stuck. Of the barges, five had been due on Monday, three on Tuesday and two later in the week.", fixed="Ten barges are stuck. Of the barges, five had been due on Monday, three on Tuesday and two later in the week."),
        bad("The choir of [27] included 14 sopranos, nine altos and six tenors.", fixed="The choir of 29 included 14 sopranos, nine altos and six tenors."),
        good("About 3,800 people were moved, the mayor said: 1,500 were in halls, 900 in barns and 1,400 on a ferry."),
        good("A blast killed seven sailors off Oman. The dead were four men from India and three from Nepal, the navy said."),
        good("Nine barges are stuck. Of the barges, five had been due on Monday and three on Tuesday."),
        good("The firm has 9,000 shops, 4,000 in Asia and 2,000 in Europe."),
        good("He made 27 tackles, with 14 runs in the first half and 16 in the second."),
        good("The choir of 27 included 14 sopranos and nine altos."),
    ],
)  # fmt: skip
def breakdown(document: Document) -> Iterator[Flag]:
    known = {
        found.total.span
        for found in find_sums(document)
        if found.whole and all(f.exact for f in (found.total, *found.parts))
    }
    sentences = by_sentence(document)
    for index, figures in sentences.items():
        here = [f for f in figures if f.kind in _KINDS and f.upper is None]
        for group in side_by_side(document, here, _joined):
            found = _total(document, sentences, index, here, group)
            if found is None or found[0].span in known:
                continue
            total, parts, whole = found
            added = sum((p.value for p in parts), Decimal(0))
            if _agrees(total, parts, added, whole) or _told(document, total, added):
                continue
            shown = " + ".join(said(p.value) for p in parts)
            mended = [(p, total.value - (added - p.value)) for p in reversed(parts)]
            yield Flag(
                total.span,
                f"{shown} = {said(added)}; the story says {said(total.value)}.",
                edits=edits_of(document, (total, added), *mended),
                related=tuple(p.span for p in parts),
            )


def _joined(document: Document, a: Figure, b: Figure) -> bool:
    between = document.text[a.span.end : b.span.start]
    if a.kind != b.kind or a.unit != b.unit or len(between) > 80 or len(between.split()) > 12:
        return False
    return bool(_JOINT.search(between)) and not _BREAKS.search(between) and b.noun not in TIME_NOUNS


def _total(
    document: Document, sentences: dict[int, list[Figure]], index: int, here: list[Figure], group: list[Figure]
) -> tuple[Figure, list[Figure], bool] | None:
    """The total of a list, the parts, and whether the list claims to be complete."""
    text, at = document.text, here.index(group[0])
    last = here.index(group[-1])
    if last + 1 < len(here) and _IN_ALL.fullmatch(text[_phrase_end(text, group[-1]) : here[last + 1].span.start]):
        return here[last + 1], group, True
    if len(group) > 2 and re.search(r"\ba (?:combined )?total of $", text[group[-2].span.end : group[-1].span.start]):
        return group[-1], group[:-1], True
    if last + 1 < len(here) or not _AFTER.match(text, group[-1].span.end):
        return None
    sentence = document.sentences[index]
    lead = text[sentence.start : group[0].span.start]
    of, victims = _OF_THE.fullmatch(lead), _VICTIMS.fullmatch(lead)
    if of or victims:
        noun, who = (of["noun"] if of else None), (victims["who"] if victims else None)
        told = _elsewhere(document, sentences, index, noun, who, group)
        return (told, group, of is None) if told else None
    if (
        at == 0
        and re.fullmatch(r"(?:Some |About )?", lead)
        and len(group) > 2
        and all(_is_bare(document, p, p) for p in group)
    ):
        before = [
            f for f in sentences.get(index - 1, ()) if f.kind == group[0].kind and f.noun not in TIME_NOUNS and f.exact
        ]
        near = [f for f in before if f.block == group[0].block and f.noun and f.value > max(p.value for p in group)]
        return (near[0], group, True) if len(before) == len(near) == 1 else None
    return _beside(document, here, at, group)


def _beside(
    document: Document, here: list[Figure], at: int, group: list[Figure]
) -> tuple[Figure, list[Figure], bool] | None:
    """The total that stands before the list in the sentence, or opens it."""
    text = document.text
    if at > 0 and _OPEN.search(text[here[at - 1].span.end : group[0].span.start]):
        total, parts = here[at - 1], group
    elif len(group) > 2 and group[0].value > max(p.value for p in group[1:]):
        total, parts = group[0], group[1:]
    else:
        return None
    between = text[total.span.end : parts[0].span.start]
    if (
        len(between) > 120
        or re.search(r"[.?!]\s|[\"“”]|\bper\b|\bup from\b|\bdown from\b", between)
        or total.noun in TIME_NOUNS
    ):
        return None
    if (
        total.kind != parts[0].kind
        or total.unit != parts[0].unit
        or total.value <= max(p.value for p in parts)
        or total.value < 4
    ):
        return None
    of_whom = bool(re.search(r"\bof (?:whom|which),? (?:about |some )?$", between)) and total.exact
    if of_whom and total.value < sum(p.value for p in parts) <= total.value * Decimal("1.08") + 1:
        return total, parts, False
    bare = all(_is_bare(document, p, total) for p in parts)
    covered = counts_people(total) or not total.noun or re.search(r"\b(?:compris|consist|made up|takes in)\w*", between)
    named = len({p.noun for p in parts}) == len(parts) and total.noun not in {p.noun for p in parts} and bool(covered)
    if not bare and not (named and (len(parts) > 2 or ":" in between or "includ" in between)):
        return None
    return total, parts, "includ" not in between


def _is_bare(document: Document, part: Figure, total: Figure) -> bool:
    return part.noun in ("", total.noun) and bool(_BARE.match(document.text, part.span.end))


def _elsewhere(
    document: Document,
    sentences: dict[int, list[Figure]],
    index: int,
    noun: str | None,
    who: str | None,
    group: list[Figure],
) -> Figure | None:
    """The number told before for "the ships" or "the dead": the nearest, from the sentence before back to the first."""
    word = document.token_at(document.sentences[index].start + 7) if noun else None
    for earlier in range(index - 1, -1, -1):
        for figure in sentences.get(earlier, ()):
            if figure.kind != "count" or figure.value < 3 or figure.value <= max(p.value for p in group):
                continue
            if figure.counted is None or figure.counted.partial:
                continue
            if noun and word is not None and figure.noun in (noun, noun.removesuffix("s"), word.lemma.lower()):
                return figure
            if who and counts_people(figure) and _near_deed(document, figure, _DEEDS[who]):
                return figure
        if index - earlier >= (6 if noun else 4):
            return None
    return None


def _near_deed(document: Document, figure: Figure, deed: str) -> bool:
    sentence = document.sentences[figure.sentence]
    start, end = max(sentence.start, figure.span.start - 30), min(sentence.end, figure.span.end + 40)
    return bool(re.search(rf"\b(?:{deed})\b", document.text[start:end]))


def _phrase_end(text: str, part: Figure) -> int:
    """Where the words of the last part end: at its next comma."""
    stop = text.find(",", part.span.end, part.span.end + 60)
    return stop if stop >= 0 else part.span.end


def _agrees(total: Figure, parts: list[Figure], added: Decimal, whole: bool) -> bool:
    figures = (total, *parts)
    slack = sum((f.tolerance if f.exact else f.step for f in figures if f.scale or not f.exact), Decimal(0))
    gap = added - total.value
    if abs(gap) <= slack:
        return True
    if gap < 0:
        # Fewer than the total: only a list that claims to be whole, and one that falls just short, is a slip.
        return not whole or -gap > max(Decimal(1), total.value * Decimal("0.08")) or total.value < 5
    return gap > max(Decimal(2), total.value * Decimal("0.3"))


def _told(document: Document, total: Figure, added: Decimal) -> bool:
    """Whether the story has the sum elsewhere, for the same noun: then it is another total that the list breaks down."""
    return any(
        f.value == added and f.span != total.span and f.kind == total.kind and f.noun in ("", total.noun)
        for f in document.figures
    )

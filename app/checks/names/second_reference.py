"""A second reference by full name, title or first name, against house style."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names import Name, NameMention
from app.facts.names_words import COURTESY
from app.flags.flag import Edit, Flag, Severity, Span

_KEPT = frozenset(
    "sir dame lord lady baroness king queen prince princess pope saint st sister father brother mother emperor empress".split()
)
_KIN = re.compile(
    r"\b(?:brothers?|sisters?|wife|husband|sons?|daughters?|mother|father|parents|family|twins?|cousins?|siblings?|couple|widow|girl|boy|child|baby|pupil|toddler|teenager|singer|rapper|dog|horse|cat)\b",
    re.IGNORECASE,
)
# Posts that no child holds.
_POST = re.compile(
    r"\b(?:minister|secretary|president|mayor|councillor|senator|governor|chair\w*|chief|director|manager|coach|captain|head|head ?teacher|headmaster|headmistress|"
    r"principal|professor|doctor|surgeon|nurse|scientist|researcher|economist|analyst|lawyer|attorney|solicitor|judge|bishop|vicar|priest|imam|rabbi|officer|"
    r"detective|inspector|sheriff|engineer|architect|farmer|owner|founder|spokes\w+|editor|author|curator|trustee|commissioner|clerk|president|treasurer|"
    r"biologist|geologist|ecologist|historian|baker|chef|fisherman|plumber|electrician|driver|pilot|trucker)\b",
    re.IGNORECASE,
)


@check(
    title="Second reference against style",
    catches="Ann Lee, and in the next sentence Ann Lee again; Gov. Reed the second time; Peter said.",
    why="After the first mention a surname does: a full name reads like a new person, a first name like a friend.",
    source="AP Stylebook, names, titles; Guardian style guide, surnames; BBC News style guide, names; Reuters Handbook, titles",
    category="source_name",
    severity="may",
    examples=[
        bad("Ann Lee won the race by two seconds. It was a record. [Ann Lee] said she was glad.", fixed="Ann Lee won the race by two seconds. It was a record. Lee said she was glad."),
        bad("Gov. Tom Reed signed the bill. It takes effect in May. [Gov. Reed] said it would help farmers.", fixed="Gov. Tom Reed signed the bill. It takes effect in May. Reed said it would help farmers."),
        bad("Peter Hall, 44, opened the school on Friday. [Peter] said he was glad.", fixed="Peter Hall, 44, opened the school on Friday. Hall said he was glad.", severity="should"),
        bad("The club’s captain, Tom Reeve, missed a penalty. [Tom] said he was sorry.", fixed="The club’s captain, Tom Reeve, missed a penalty. Reeve said he was sorry.", severity="should"),
        good("The boys’ coach, Ann Reeve, came with her son. Ann said he was well."),
        good("Ann Lee won the race by two seconds. Lee said she was glad."),
        good("Ann Lee won the race. Her brother, Dan Lee, came third. Ann Lee said she was glad."),
        good("Peter Hall, 9, opened the school on Friday. Peter said he was glad."),
        good("Sir Peter Hall opened the school. Sir Peter said he was glad."),
        good("Dr Paul Shaw led the study. Dr Shaw said it was early.", style="bbc"),
    ],
)  # fmt: skip
def second_reference(document: Document) -> Iterator[Flag]:
    if document.names is None:
        return
    people = document.names.people()
    surnames = [p.surname.lower() for p in people]
    for person in people:
        body = [m for m in person.mentions if _in_body(document, m) and not m.quoted]
        if (
            not body
            or body[0].form != "full"
            or len(person.full.split()) < 2
            or surnames.count(person.surname.lower()) > 1
        ):
            continue
        for mention in body[1:]:
            found = _judged(document, person, mention, body[0])
            if found is not None:
                yield found
                break
        yield from _by_first_name(document, person, body[0])


def _by_first_name(document: Document, person: Name, first: NameMention) -> Iterator[Flag]:
    """ "Peter said", of Peter Hall, 44: the ledger does not take a given name alone for a mention."""
    given = person.full.split(" ")[0]
    block = document.block_at(first.span.start)
    if len(given) < 3 or block is None or _young_or_kin(document, person, first, first):
        return
    pattern = re.compile(
        rf"(?:(?<=[.”\"] )|(?<=\n)){re.escape(given)}(?= (?:said|says|told|added|asked|recalled|thinks|hopes)\b)"
    )
    for match in pattern.finditer(document.text, first.span.end):
        span = Span(*match.span())
        if document.is_quoted(span) or any(m.span.overlaps(span) for m in person.mentions):
            continue
        yield _flag(
            document,
            span,
            person.surname,
            f"The draft introduces {person.full}: the surname is house style.",
            first,
            Severity.SHOULD,
        )
        return


def _in_body(document: Document, mention: NameMention) -> bool:
    block = document.block_at(mention.span.start)
    return block is not None and block.is_body


def _judged(document: Document, person: Name, mention: NameMention, first: NameMention) -> Flag | None:
    title = mention.title.of(document.text).lower().rstrip(".") if mention.title else ""
    if title in _KEPT or not mention.speaks:
        return None
    span = Span(mention.title.start, mention.span.end) if mention.title else mention.span
    surname = person.surname
    if mention.form == "full" and mention.text == first.text:
        return _flag(document, span, surname, f"{person.full} has been introduced.", first, None)
    if mention.form == "surname" and title and title not in COURTESY and document.draft.style != "bbc":
        return _flag(document, span, surname, "The title was given with the first mention.", first, None)
    if mention.form == "first" and not mention.title and not _young_or_kin(document, person, first, mention):
        return _flag(
            document,
            span,
            surname,
            f"The draft introduces {person.full}: the surname is house style.",
            first,
            Severity.SHOULD,
        )
    return None


def _young_or_kin(document: Document, person: Name, first: NameMention, mention: NameMention) -> bool:
    """A child, or one of a family, goes by the first name; so may performers and animals."""
    text = document.text
    age = re.match(r",? (?:aged )?(\d{1,3})\b", text[first.span.end : first.span.end + 12])
    grown = int(age[1]) >= 18 if age else _holds_post(person, first)
    if not grown:
        return True
    return any(_KIN.search(text, max(0, m.span.start - 100), m.span.end + 100) for m in (first, mention))


def _holds_post(person: Name, first: NameMention) -> bool:
    """Whether the draft gives a post that no child holds; a row of four capitals and more is a title in print."""
    return len(person.full.split()) < 4 and (first.title is not None or bool(_POST.search(person.role)))


def _flag(
    document: Document, span: Span, right: str, message: str, first: NameMention, severity: Severity | None
) -> Flag:
    edits = [right] if document.draft.style != "bbc" else [f"{title} {right}" for title in ("Mr", "Ms", "Mrs")]
    return Flag(
        span,
        message,
        edits=tuple(Edit.replace(span, w, safe=False) for w in edits),
        related=(first.span,),
        severity=severity,
    )

"""A vote of a known chamber or jury, or its minority, that its size or the split contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import NUMBER, value_of
from app.facts.document import Document, Sentence
from app.facts.figures import Figure
from app.facts.figures_words import UNITS
from app.flags.flag import Edit, Flag, Severity, Span

# How many may vote there: as the constitutions and rules of each body have it.
_SIZES = (
    (re.compile(r"\b(?:U\.?S\.? )?Senate\b(?! (?:committee|panel|race))"), 100, 101, "the Senate"),
    (re.compile(r"\b(?:US |U\.S\. )?House of Representatives\b"), 435, 435, "the House"),
    (re.compile(r"\b(?:House of Commons|MPs)\b"), 650, 650, "the Commons"),
    (re.compile(r"\b(?:U\.?N\.? )?Security Council\b"), 15, 15, "the Security Council"),
    (re.compile(r"\b(?:U\.?S\.? )Supreme Court\b"), 9, 9, "the Supreme Court"),
    (re.compile(r"\b[Jj]ur(?:y|ors)\b(?! (?:selection|duty|pool))"), 12, 12, "a jury"),
)
_STATE = re.compile(
    r"\b(?:Ohio|Iowa|Texas|California|New York|Florida|Georgia|Nevada|Utah|Maine|Oregon|Idaho|Kansas|Kenya\w*|Nigeria\w*|French|Italian|Australian|Canadian|Philippine|Brazilian|state|state's|student|faculty|grand|county|academic)\s+(?:\w+\s)?$"
)
_VOTED = re.compile(
    r"\b(?:vot\w+|pass\w*|approv\w+|reject\w*|rul\w+|confirm\w*|back\w*|adopt\w*|split|defeat\w*|convict\w*|acquit\w*|block\w*|advanc\w+)\b"
)
_DISSENT = re.compile(
    rf"\b(?P<n>{NUMBER})\s+(?:of (?:them|the (?:justices|judges|members)|those)\s+)?(?:\w+\s)?(?:(?:justices|judges|members|councillors|jurors|commissioners)\s+)?(?:dissented|voted (?:no|against)|disagreed|opposed it)\b|\bthe\s+(?P<n2>{NUMBER})\s+(?:dissent\w*|who (?:dissented|voted (?:no|against)))",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    rf"\b[Aa]ll\s+(?:of its\s+)?(?P<n>{NUMBER})\s+(?:\w+\s)?(?:members|councillors|judges|justices|jurors|commissioners|trustees|directors)\b[^.;]{{0,24}}\b(?:present|voted|took part|there|sat)\b"
)


@check(
    title="The vote does not fit the chamber",
    catches="a 52-49 vote of the Senate; ruled 6-3, and four dissented.",
    why="A vote is on the record, and anyone can count it.",
    source="AP Stylebook, votes",
    category="number_consistency", severity="must",
    examples=[
        bad("The U.S. Senate passed the bill [53-49] on Friday.", fixed=None),
        bad("The court ruled 6-3 on Friday. [Four] justices dissented.", fixed="The court ruled 6-3 on Friday. Three justices dissented."),
        bad("The jury voted [11-2] to convict, the foreman said.", fixed="The jury voted 10-2 to convict, the foreman said."),
        bad("The council voted [9-4] for the plan. All 12 members were present.", fixed="The council voted 8-4 for the plan. All 12 members were present."),
        good("The U.S. Senate passed the bill 51-49 on Friday."),
        good("The Ohio Senate beat the House 60-49 in the charity game."),
        good("The court ruled 6-3 on Friday. Three justices dissented."),
        good("The jury of a film festival voted 11-2, and the Senate of the university 80-40."),
        good("The council voted 9-3 for the plan. All 12 members were present."),
        good("The court ruled 6-3. Five senators voted against the judge in 2017."),
    ],
)  # fmt: skip
def chamber(document: Document) -> Iterator[Flag]:
    text = document.text
    for vote in document.figures:
        if vote.kind != "ratio" or vote.upper is None or vote.sentence < 0 or not document.blocks[vote.block].is_body:
            continue
        sentence = document.sentences[vote.sentence]
        lead = text[sentence.start : vote.span.start]
        if not _VOTED.search(text, sentence.start, sentence.end):
            continue
        yield from _too_many(document, vote, lead)
        yield from _dissent(document, vote, sentence)
        yield from _present(document, vote, sentence)


def _too_many(document: Document, vote: Figure, lead: str) -> Iterator[Flag]:
    assert vote.upper is not None
    cast = vote.value + vote.upper
    for pattern, size, most, name in _SIZES:
        found = list(pattern.finditer(lead))
        if (
            not found
            or _STATE.search(lead[: found[-1].start()])
            or re.match(r" of (?:the|a)\b", lead[found[-1].end() :])
        ):
            continue
        if not most < cast <= most * 1.25:
            return
        over = cast - size
        yield Flag(
            vote.span,
            f"{vote.value} and {vote.upper} make {cast}; {name} has {size}.",
            edits=tuple(
                Edit.replace(Span(vote.span.start, vote.span.end), f"{a}-{b}", safe=False)
                for a, b in ((vote.value - over, vote.upper), (vote.value, vote.upper - over))
                if b > 0
            ),
        )
        return


def _next(document: Document, sentence: Sentence) -> Sentence | None:
    following = document.sentences[sentence.i + 1 : sentence.i + 2]
    return following[0] if following and following[0].block - sentence.block <= 1 else None


def _dissent(document: Document, vote: Figure, sentence: Sentence) -> Iterator[Flag]:
    """ "ruled 6-3. Four justices dissented": the smaller number is the minority."""
    assert vote.upper is not None
    after = _next(document, sentence)
    told = _DISSENT.search(document.text, vote.span.end, after.end if after else sentence.end)
    if told is None:
        return
    name = "n" if told["n"] else "n2"
    count, fewer = value_of(told[name]), min(vote.value, vote.upper)
    if (
        count is None
        or count in (vote.value, vote.upper)
        or abs(count - fewer) > 3
        or re.search(r"\bsenators\b|\bof the\b", told.group())
    ):
        return
    word = UNITS[int(fewer)] if fewer < 10 else str(fewer)
    span = Span(*told.span(name))
    word = word.capitalize() if span.of(document.text)[0].isupper() else word
    yield Flag(
        span,
        f"A vote of {vote.span.of(document.text)} leaves {fewer} against.",
        edits=(Edit.replace(span, word, safe=False),),
        related=(vote.span,),
    )


def _present(document: Document, vote: Figure, sentence: Sentence) -> Iterator[Flag]:
    assert vote.upper is not None
    after = _next(document, sentence)
    told = _PRESENT.search(document.text, sentence.start, after.end if after else sentence.end)
    size = value_of(told["n"]) if told else None
    cast = vote.value + vote.upper
    if told is None or size is None or cast == size or abs(cast - size) > 3:
        return
    if re.search(r"\babst\w+|\brecus\w+", document.text[sentence.start : after.end if after else sentence.end]):
        return
    off = cast - size
    yield Flag(
        vote.span,
        f"{vote.value} and {vote.upper} make {cast}, of {size} members.",
        edits=tuple(
            Edit.replace(vote.span, f"{a}-{b}", safe=False)
            for a, b in ((vote.value - off, vote.upper), (vote.value, vote.upper - off))
            if b > 0
        ),
        related=(Span(*told.span("n")),),
        severity=Severity.SHOULD,
    )

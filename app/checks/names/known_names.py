"""Names with one right form: those that copy often gets wrong, and the newsroom's own list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names_alike import alike
from app.facts.sought import matches
from app.flags.flag import Edit, Flag, Severity, Span

_FILE = Path(__file__).parent / "often_misspelt.txt"


@check(
    title="Known name misspelt",
    catches="Names that copy often gets wrong (Ghandi, John Hopkins University), forms that the newsroom’s own list bans, and "
    "names a letter away from one on that list.",
    why="These have one right spelling, and readers know it.",
    source="Reuters Handbook, Names; AP Stylebook, proper names; the newsroom’s list (settings banned_names and known_names of its style)",
    category="source_name",
    severity="must",
    examples=[
        bad("She studied at [John Hopkins University].", fixed="She studied at Johns Hopkins University."),
        bad("A statue of [Ghandi] was unveiled.", style="bbc", fixed="A statue of Gandhi was unveiled."),
        bad("He flew from [Cincinatti] on Monday.", fixed="He flew from Cincinnati on Monday."),
        bad("She has [Legionnaire's disease], doctors said.", fixed="She has Legionnaires' disease, doctors said."),
        good("She studied at Johns Hopkins University."),
        good("Dr John Hopkins spoke. The hospital thanked John Hopkins.", style="bbc"),
        good("Pittsburg, Kansas, has 20,000 people."),
        good("He comes from Reading, near the Guinness depot.", style="bbc"),
    ],
)  # fmt: skip
def known_names(document: Document) -> Iterator[Flag]:
    banned = _banned(tuple(sorted(dict(document.style.get("banned_names") or {}).items())))
    pattern, right = banned
    for match in matches(document, pattern):
        # A curly apostrophe is one for one with a straight one, so the spans are those of the draft.
        form = right[match.group().replace("’", "'")]
        if "’" not in match.group() and "'" in match.group():
            form = form.replace("’", "'")
        yield _flag(match.start(), match.end(), match.group(), form)
    yield from _near_known(document, tuple(document.style.get("known_names") or ()))


def _flag(start: int, end: int, wrong: str, right: str) -> Flag:
    span = Span(start, end)
    return Flag(span, f"The name is {right}, not {wrong}.", edits=(Edit.replace(span, right),))


@cache
def _often() -> Mapping[str, str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return dict(line.split("|") for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=16)
def _banned(own: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    right = {wrong.replace("’", "'"): form for wrong, form in {**_often(), **dict(own)}.items()}
    ordered = sorted(right, key=len, reverse=True)
    words = "|".join(re.escape(w).replace("'", "['’]") for w in ordered)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])"), right


def _near_known(document: Document, known: tuple[str, ...]) -> Iterator[Flag]:
    """Names of the draft that differ by a slip from one of the newsroom's list and are not on it."""
    assert document.names is not None
    if not known:
        return
    listed = set(known)
    for name in document.names.names:
        for mention in name.mentions:
            if mention.text in listed or mention.form in ("description", "initials"):
                continue
            near = next(
                (k for k in known if len(k.split()) == len(mention.text.split()) and _one_slip(mention.text, k)), ""
            )
            if near:
                message = f"The newsroom’s list has {near}; this is {mention.text}."
                edits = (Edit.replace(mention.span, near, safe=False),)
                yield Flag(mention.span, message, edits=edits, severity=Severity.SHOULD)


def _one_slip(text: str, known: str) -> bool:
    different = [(a, b) for a, b in zip(text.split(), known.split(), strict=True) if a != b]
    return len(different) == 1 and alike(*different[0])

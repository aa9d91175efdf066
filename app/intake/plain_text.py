"""Plain text -> Draft: tidy what a paste brings along, cut it into blocks, tell what each block is."""

from __future__ import annotations

import datetime
import itertools
import re
import unicodedata
from collections.abc import Iterable

from app.flags.flag import Notice, Span
from app.intake.draft import BlockKind, Draft, DraftBlock, Source


class BadDraft(ValueError):
    """The text cannot be checked; the message says what is wrong and what to do."""


DEFAULT_LIMIT = 200_000


def draft_from_text(
    text: str,
    *,
    style: str = "ap",
    dialect: str = "en-US",
    date: datetime.date | None = None,
    sources: Iterable[Source] = (),
    limit: int = DEFAULT_LIMIT,
) -> Draft:
    """Return the Draft of a pasted or read text; raise BadDraft where there is nothing to check or too much.

    Line ends become LF. Control characters become spaces, one for one, so that offsets stay; a notice says so.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if not text.strip() or not re.search(r"\w", text):
        raise BadDraft("There is no text to check. Paste or type a draft, then check again.")
    if len(text) > limit:
        raise BadDraft(
            f"The draft has {len(text):,} characters; the limit is {limit:,}. Check it in parts, "
            "or ask whoever runs Copydesk to raise MAX_DRAFT_CHARACTERS."
        )
    text, notices = without_control_characters(text)
    return Draft(text, _blocks(text), style, dialect, date, tuple(sources), notices)


def decode(raw: bytes, name: str) -> str:
    """Return the text of a file's bytes; raise BadDraft, naming the file, where they are not UTF-8 text."""
    for magic, kind in (
        (b"%PDF", "a PDF"),
        (b"PK\x03\x04", "a Word or zip file"),
        (b"\xd0\xcf\x11\xe0", "an old Word file"),
    ):
        if raw.startswith(magic):
            raise BadDraft(f"{name} is {kind}, not plain text. Copy its text, or save it as plain text (UTF-8).")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError:
            pass
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadDraft(
            f"{name} is not UTF-8 text (byte {error.start + 1} cannot be read). Save it as UTF-8 and try again."
        ) from None
    if text.count("\0") > 8:
        raise BadDraft(f"{name} looks like a binary file. Give a plain-text file (UTF-8).")
    return text


def without_control_characters(text: str) -> tuple[str, tuple[Notice, ...]]:
    """Return the text with each control character as a space, and a notice where there was one."""
    bad = {c for c in set(text) if c not in "\n\t" and unicodedata.category(c) in ("Cc", "Cs")}
    if not bad:
        return text, ()
    count = sum(text.count(c) for c in bad)
    text = text.translate({ord(c): " " for c in bad})
    what = "1 control character" if count == 1 else f"{count} control characters"
    return text, (Notice("text", f"The draft held {what}; Copydesk reads each as a space."),)


_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*$")
_BYLINE = re.compile(
    r"^(?:by|edited by|reporting by|additional reporting by|writing by|from|words by|story by|photographs? by)\s+\S",
    re.IGNORECASE,
)
# "Miriam Oduya in N'Djamena", "Priya Lindqvist Health correspondent": names, then a place or a job, and no verb.
_JOB = re.compile(
    r"\b(?:correspondent|editor|reporter|staff|writer|columnist|agenc(?:y|ies)|BBC News|Reuters|AP|Press Association|PA Media)\b",
    re.IGNORECASE,
)
_NAMED_IN = re.compile(r"^(?:[A-ZÀ-Þ][\w’'.-]+\s+){1,4}(?:and (?:[A-ZÀ-Þ][\w’'.-]+\s+){1,4})?in\s+[A-ZÀ-Þ][\w’' -]+$")
_HARD_WRAP = range(50, 101)


def _blocks(text: str) -> tuple[DraftBlock, ...]:
    spans = _paragraph_spans(text)
    kinds: list[BlockKind] = []
    body = False
    for at, span in enumerate(spans):
        kind = BlockKind.PARAGRAPH if body else _front_matter(span.of(text), at, len(spans))
        if body and _is_crosshead(span.of(text), at, len(spans)):
            kind = BlockKind.CROSSHEAD
        body = body or kind is BlockKind.PARAGRAPH
        kinds.append(kind)
    return tuple(DraftBlock(kind, span) for kind, span in zip(kinds, spans, strict=True))


def _front_matter(line: str, at: int, of: int) -> BlockKind:
    """Headline first, then byline and standfirst; the first ordinary paragraph ends the front matter."""
    words = len(line.split())
    ends = bool(_SENTENCE_END.search(line))
    if at == 0:
        headline = of > 1 and words <= 20 and (not ends or line.endswith(("?", "!"))) and len(line) <= 140
        return BlockKind.HEADLINE if headline else BlockKind.PARAGRAPH
    if words <= 16 and (_BYLINE.match(line) or (not ends and (_JOB.search(line) or _NAMED_IN.match(line)))):
        return BlockKind.BYLINE
    if _is_date_line(line):
        return BlockKind.DATELINE
    if at <= 2 and words <= 40 and not ends and of > at + 1:
        return BlockKind.STANDFIRST
    return BlockKind.PARAGRAPH


def _is_date_line(line: str) -> bool:
    return bool(re.fullmatch(r"(?:\w+day,?\s+)?(?:\d{1,2}\s+\w{3,9}|\w{3,9}\.?\s+\d{1,2}),?\s+\d{4}\s*", line))


def _is_crosshead(line: str, at: int, of: int) -> bool:
    return (
        0 < at < of - 1
        and len(line.split()) <= 8
        and not re.search(r"[.!?:;,…][\"'”’)\]]*$", line)
        and not re.match(r"[\"'“‘\-–—•*]", line)
        and bool(re.match(r"[A-ZÀ-Þ0-9]", line))
    )


def _paragraph_spans(text: str) -> list[Span]:
    """Each line is a block, unless the text is hard-wrapped: then an empty line ends a block."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    if _is_hard_wrapped(text, lines):
        lines = [Span(m.start(), m.end()) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)]
    return [_trim(text, span) for span in lines]


def _is_hard_wrapped(text: str, lines: list[Span]) -> bool:
    """Most lines full to about one width and cut in mid-sentence, with the next line directly below."""
    joined = [a for a, b in itertools.pairwise(lines) if text.count("\n", a.end, b.start) == 1]
    cut = [a for a in joined if a.length in _HARD_WRAP and not _SENTENCE_END.search(a.of(text))]
    return len(cut) >= 3 and len(cut) >= 0.6 * len(joined)


def _trim(text: str, span: Span) -> Span:
    inner = span.of(text)
    lead = len(inner) - len(inner.lstrip())
    return Span(span.start + lead, span.start + lead + len(inner.strip()))

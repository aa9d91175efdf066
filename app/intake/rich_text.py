"""The editor's document (ProseMirror JSON) or its blocks -> Draft: the kinds of blocks are given, not guessed.

A draft's text is that of its blocks joined by LF; a hard break is a space. Blocks without a word are in the text but
not in ``Draft.blocks``, whose spans leave out white space at either end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, NoReturn
from urllib.parse import urlsplit

from app.flags.flag import Span
from app.intake.draft import BlockKind, Draft, DraftBlock
from app.intake.plain_text import DEFAULT_LIMIT, BadDraft, without_control_characters

TEXT_BLOCKS = tuple(str(kind) for kind in BlockKind)
LISTS = ("bullet_list", "ordered_list")
PLAIN_MARKS = ("strong", "em")
SCHEMES = ("http", "https", "mailto")
MOST_BLOCKS = 10_000
LONGEST_LINK = 2_000  # characters
_ID = re.compile(r"[\w-]{1,32}", re.ASCII)


class RichBlock(NamedTuple):
    """A block as the editor has it: its id, its kind and its text, one line."""

    id: str
    kind: BlockKind
    text: str


@dataclass(frozen=True)
class RichDraft:
    """A draft with, for each block of the editor, its id and its place in ``draft.text`` (code points)."""

    draft: Draft
    ids: tuple[str, ...]
    spans: tuple[Span, ...]


def draft_from_blocks(blocks: Sequence[RichBlock], *, limit: int = DEFAULT_LIMIT, **choices: Any) -> RichDraft:
    """Return the Draft of the blocks; ``choices`` are Draft's own fields: style, dialect, date, sources, known_words.

    Raise BadDraft where it is longer than ``limit`` characters. A draft without a word is fine: one begins so.
    """
    length = sum(len(b.text) + 1 for b in blocks)
    if length > limit + 1:
        raise BadDraft(
            f"The draft has {length:,} characters; the limit is {limit:,}. Move part of it to another draft, "
            "or ask whoever runs Copydesk to raise MAX_DRAFT_CHARACTERS."
        )
    spans: list[Span] = []
    at = 0
    for block in blocks:
        spans.append(Span(at, at + len(block.text)))
        at += len(block.text) + 1
    text, notices = without_control_characters("\n".join(b.text for b in blocks))
    drafted = [DraftBlock(b.kind, _trim(text, s)) for b, s in zip(blocks, spans, strict=True) if s.of(text).strip()]
    draft = Draft(text, tuple(drafted), notices=notices, **choices)
    return RichDraft(draft, tuple(b.id for b in blocks), tuple(spans))


def blocks_of_doc(doc: Any) -> tuple[RichBlock, ...]:
    """Return the text blocks of a ProseMirror document in order; raise BadDraft naming what its schema does not allow.

    Lists are flat: each paragraph of an item is a block of kind paragraph.
    """
    if _kind(doc, "the document") != "doc":
        _refuse("the document", f"its type is {_shown(doc.get('type'))}, not 'doc'")
    blocks = tuple(_blocks(_content(doc, "the document"), "block"))
    if len(blocks) > MOST_BLOCKS:
        raise BadDraft(f"The draft has {len(blocks):,} paragraphs; the most is {MOST_BLOCKS:,}. Divide it.")
    seen: set[str] = set()
    for number, block in enumerate(blocks, 1):
        if block.id in seen:
            _refuse(f"block {number}", f"its id {block.id!r} stands on another block too")
        seen.add(block.id)
    return blocks


def whole_characters(text: str) -> str:
    """The text with each half of a surrogate pair that stands alone as U+FFFD, as a browser encodes it."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _blocks(nodes: list[Any], where: str) -> Iterator[RichBlock]:
    for number, node in enumerate(nodes, 1):
        place = f"{where} {number}"
        kind = _kind(node, place)
        if kind in TEXT_BLOCKS:
            yield _text_block(node, kind, place)
        elif kind in LISTS:
            for i, item in enumerate(_content(node, place), 1):
                at = f"{place}, item {i}"
                if _kind(item, at) != "list_item":
                    _refuse(at, f"a list holds list_item, not {_shown(item.get('type'))}")
                for j, inner in enumerate(_content(item, at), 1):
                    if _kind(inner, f"{at}, {j}") != "paragraph":
                        _refuse(f"{at}, {j}", f"an item holds paragraphs, not {_shown(inner.get('type'))}")
                    yield _text_block(inner, "paragraph", f"{at}, {j}")
        else:
            _refuse(place, f"its type {_shown(kind)} is none of {', '.join((*TEXT_BLOCKS, *LISTS))}")


def _text_block(node: dict[str, Any], kind: str, where: str) -> RichBlock:
    attrs = node.get("attrs")
    id = attrs.get("id") if isinstance(attrs, dict) else None
    if not is_block_id(id):
        _refuse(where, "its attrs need an id of letters, digits, - and _, at most 32")
    return RichBlock(str(id), BlockKind(kind), "".join(_inline(_content(node, where), where)))


def is_block_id(id: Any) -> bool:
    """Whether it is a block's id: letters, digits, - and _, at most 32."""
    return isinstance(id, str) and _ID.fullmatch(id) is not None


def _inline(nodes: list[Any], where: str) -> Iterator[str]:
    for number, node in enumerate(nodes, 1):
        place = f"{where}, piece {number}"
        kind = _kind(node, place)
        _check_marks(node.get("marks"), place)
        if kind == "hard_break":
            yield " "
        elif kind == "text" and isinstance(node.get("text"), str) and node["text"]:
            yield one_line(node["text"])
        else:
            _refuse(place, f"it is {_shown(kind)}; a block holds text and hard_break")


def one_line(text: str) -> str:
    """The text of a block: line ends are spaces, one for one, and every character is whole."""
    return whole_characters(text).translate({10: " ", 13: " "})


def _check_marks(marks: Any, where: str) -> None:
    if marks is None:
        return
    if not isinstance(marks, list):
        _refuse(where, "its marks are not a list")
    for mark in marks:
        kind = _kind(mark, f"a mark of {where}")
        if kind in PLAIN_MARKS:
            continue
        attrs = mark.get("attrs")
        href = attrs.get("href") if isinstance(attrs, dict) else None
        if kind != "link":
            _refuse(where, f"its mark {_shown(kind)} is none of {', '.join((*PLAIN_MARKS, 'link'))}")
        if not isinstance(href, str) or not is_link(href):
            _refuse(where, f"its link does not begin with {', '.join(SCHEMES)}, or is over {LONGEST_LINK:,} characters")


def is_link(href: str) -> bool:
    """Whether a draft may link there: an http, https or mailto address of reasonable length, without spaces."""
    if len(href) > LONGEST_LINK or re.search(r"[\s\x00-\x1f\x7f]", href):
        return False
    try:
        return urlsplit(href).scheme in SCHEMES
    except ValueError:
        return False


def _kind(node: Any, where: str) -> str:
    if not isinstance(node, dict):
        _refuse(where, "it is not an object")
    kind = node.get("type")
    return kind if isinstance(kind, str) else _refuse(where, "it has no type")


def _content(node: dict[str, Any], where: str) -> list[Any]:
    content = node.get("content", [])
    return content if isinstance(content, list) else _refuse(where, "its content is not a list")


def _refuse(where: str, what: str) -> NoReturn:
    raise BadDraft(f"The draft cannot be read: {where}: {what}. Load the page again; if it persists, tell us.")


def _shown(value: Any) -> str:
    return repr(value)[:40]


def _trim(text: str, span: Span) -> Span:
    inner = span.of(text)
    lead = len(inner) - len(inner.lstrip())
    return Span(span.start + lead, span.start + lead + len(inner.strip()))

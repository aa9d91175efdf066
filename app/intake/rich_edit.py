"""Edits at places of a draft's text, put into the editor's document: bold, italics and links stay on the words that stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any

from app.flags.flag import Edit
from app.flags.report import apply_edits
from app.intake.rich_text import LISTS, blocks_of_doc, one_line

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


class CannotEdit(ValueError):
    """An edit that can't be put in: it runs over the end of a block, or meets another. The message says which."""


def edit_doc(doc: Any, edits: Sequence[Edit]) -> Any:
    """Return the document with the edits put in; spans are code points of the text that draft_from_blocks makes of it.

    Words that an edit leaves as they are keep their marks; new words take those of the words they replace, or stand
    behind. Raise CannotEdit; the document given is left as it is.
    """
    texts = [block.text for block in blocks_of_doc(doc)]
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    _, left = apply_edits("\n".join(texts), edits)
    if left:
        raise CannotEdit("Two of these edits change the same words. Put them in one after the other.")
    doc = deepcopy(doc)
    nodes = list(_text_blocks(doc))
    for edit in sorted(edits, key=lambda e: e.span, reverse=True):
        at = next(n for n in range(len(texts) - 1, -1, -1) if starts[n] <= edit.span.start) if texts else 0
        if not texts or edit.span.end > starts[at] + len(texts[at]) or "\n" in edit.replacement:
            raise CannotEdit("This edit runs over the end of a paragraph. Make it in the editor.")
        _edit_block(nodes[at], edit.span.start - starts[at], edit.span.end - starts[at], edit.replacement)
    return doc


def _edit_block(node: dict[str, Any], start: int, end: int, new: str) -> None:
    pieces = list(_pieces(node))
    old = "".join(text for text, _ in pieces)[start:end]
    for a, b, words in reversed(list(_changes(old, new))):
        pieces = _replace(pieces, start + a, start + b, words)
    content = [dict(inline, text=text) if inline["type"] == "text" else inline for text, inline in pieces if text]
    if content:
        node["content"] = _joined(content)
    else:
        node.pop("content", None)


def _changes(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """The words that differ: (start, end, replacement) in old."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    at = [0]
    for token in a:
        at.append(at[-1] + len(token))
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            yield at[i], at[j], "".join(b[k:m])


def _replace(
    pieces: list[tuple[str, dict[str, Any]]], start: int, end: int, new: str
) -> list[tuple[str, dict[str, Any]]]:  # fmt: skip
    made: list[tuple[str, dict[str, Any]]] = []
    at, put = 0, not new
    for text, inline in pieces:
        here, after = at, at + len(text)
        at = after
        before, behind = text[: max(start - here, 0)], text[max(end - here, 0) :]
        touches = here < end and after > start if start < end else here < start <= after
        if not touches:
            made.append((text, inline))
            continue
        if before:
            made.append((before, inline))
        if not put:
            # A line break that is replaced by words becomes text.
            made.append((new, inline if inline["type"] == "text" else {"type": "text"}))
            put = True
        if behind:
            made.append((behind, inline))
    if not put:  # at the very beginning, where it takes the marks of the words behind it
        first = pieces[0][1] if pieces and pieces[0][1]["type"] == "text" else {"type": "text"}
        made.insert(0, (new, first))
    return made


def _pieces(node: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for inline in node.get("content", []):
        yield (" " if inline["type"] == "hard_break" else one_line(inline["text"])), inline


def _joined(content: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Neighbours with the same marks as one text: so ProseMirror keeps them."""
    made: list[dict[str, Any]] = []
    for inline in content:
        last = made[-1] if made else None
        if last and last["type"] == inline["type"] == "text" and last.get("marks") == inline.get("marks"):
            made[-1] = dict(last, text=last["text"] + inline["text"])
        else:
            made.append(inline)
    return made


def _text_blocks(node: Any) -> Iterator[dict[str, Any]]:
    for child in node.get("content", []):
        if child["type"] in (*LISTS, "list_item"):
            yield from _text_blocks(child)
        else:
            yield child

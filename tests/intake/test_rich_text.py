"""The editor's document becomes a draft: kinds as given, text joined, and nothing taken that the schema does not have."""

from __future__ import annotations

import copy
import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.flags.flag import Span
from app.intake.draft import BlockKind
from app.intake.plain_text import BadDraft
from app.intake.rich_text import RichBlock, blocks_of_doc, draft_from_blocks, is_link, whole_characters


def text(words: str, *marks: dict[str, Any]) -> dict[str, Any]:
    return {"type": "text", "text": words, **({"marks": list(marks)} if marks else {})}


def node(kind: str, id: str, *content: dict[str, Any]) -> dict[str, Any]:
    return {"type": kind, "attrs": {"id": id}, **({"content": list(content)} if content else {})}


LINK = {"type": "link", "attrs": {"href": "https://example.org/a"}}
DOC: dict[str, Any] = {
    "type": "doc",
    "content": [
        node("headline", "h-------", text("Ferry "), text("stopped", {"type": "em"})),
        node(
            "paragraph",
            "p1",
            text("It "),
            text("stopped", {"type": "strong"}, LINK),
            {"type": "hard_break"},
            text("🎉"),
        ),
        {
            "type": "bullet_list",
            "content": [
                {"type": "list_item", "content": [node("paragraph", "l1", text("One"))]},
                {"type": "list_item", "content": [node("paragraph", "l2", text("Two")), node("paragraph", "l3")]},
            ],
        },
        node("crosshead", "c", text(" Later ")),
    ],
}


def test_the_blocks_come_in_order_with_the_kinds_they_were_given() -> None:
    assert blocks_of_doc(DOC) == (
        RichBlock("h-------", BlockKind.HEADLINE, "Ferry stopped"),
        RichBlock("p1", BlockKind.PARAGRAPH, "It stopped 🎉"),
        RichBlock("l1", BlockKind.PARAGRAPH, "One"),
        RichBlock("l2", BlockKind.PARAGRAPH, "Two"),
        RichBlock("l3", BlockKind.PARAGRAPH, ""),
        RichBlock("c", BlockKind.CROSSHEAD, " Later "),
    )


def test_a_draft_joins_its_blocks_by_line_ends_and_leaves_out_those_without_a_word() -> None:
    rich = draft_from_blocks(blocks_of_doc(DOC), style="bbc", dialect="en-GB")
    assert rich.draft.text == "Ferry stopped\nIt stopped 🎉\nOne\nTwo\n\n Later "
    assert (rich.draft.style, rich.draft.dialect) == ("bbc", "en-GB")
    assert rich.ids == ("h-------", "p1", "l1", "l2", "l3", "c")
    assert [s.of(rich.draft.text) for s in rich.spans] == [
        "Ferry stopped",
        "It stopped 🎉",
        "One",
        "Two",
        "",
        " Later ",
    ]
    kinds = [(str(b.kind), b.span.of(rich.draft.text)) for b in rich.draft.blocks]
    assert kinds[-1] == ("crosshead", "Later")
    assert len(kinds) == 5
    assert rich.spans[4] == Span(35, 35)


def test_control_characters_become_spaces_one_for_one() -> None:
    rich = draft_from_blocks([RichBlock("a", BlockKind.PARAGRAPH, "a\x00b\x0bc")])
    assert rich.draft.text == "a b c"
    assert "2 control characters" in rich.draft.notices[0].text


def test_an_empty_draft_is_no_error_and_one_over_the_limit_is() -> None:
    assert draft_from_blocks([]).draft.blocks == ()
    assert draft_from_blocks([RichBlock("a", BlockKind.PARAGRAPH, "x" * 100)], limit=100)
    with pytest.raises(BadDraft, match="the limit is 100"):
        draft_from_blocks([RichBlock("a", BlockKind.PARAGRAPH, "x" * 101)], limit=100)


def test_half_a_surrogate_pair_is_one_replacement_character() -> None:
    assert whole_characters("a\ud800b\udc00\ud83d\ude00") == "a\ufffdb\ufffd🎉".replace("🎉", "\U0001f600")


def changed(*path: Any, to: Any) -> Any:
    doc = copy.deepcopy(DOC)
    place = doc
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = to
    return doc


@pytest.mark.parametrize(
    ("doc", "said"),
    [
        (None, "the document: it is not an object"),
        ({}, "the document: it has no type"),
        ({"type": "paragraph"}, "its type is 'paragraph', not 'doc'"),
        ({"type": "doc", "content": "x"}, "its content is not a list"),
        ({"type": "doc", "content": ["x"]}, "block 1: it is not an object"),
        (changed("content", 0, "type", to="image"), "block 1: its type 'image' is none of headline"),
        (changed("content", 0, "type", to=["x"]), "block 1: it has no type"),
        (changed("content", 1, "attrs", to={}), "block 2: its attrs need an id"),
        (changed("content", 1, "attrs", to={"id": "a b"}), "block 2: its attrs need an id"),
        (
            changed("content", 1, "attrs", "id", to="c"),
            "block 4: its id 'c' stands on another block too".replace("4", "6"),
        ),
        (changed("content", 1, "content", 0, to={"type": "image"}), "block 2, piece 1: it is 'image'"),
        (changed("content", 1, "content", 0, "text", to=5), "block 2, piece 1: it is 'text'"),
        (
            changed("content", 1, "content", 1, "marks", 0, "type", to="code"),
            "its mark 'code' is none of strong, em, link",
        ),
        (
            changed("content", 1, "content", 1, "marks", 1, "attrs", to={"href": "javascript:x"}),
            "its link does not begin",
        ),
        (changed("content", 1, "content", 1, "marks", to="strong"), "its marks are not a list"),
        (changed("content", 2, "content", 0, "type", to="paragraph"), "block 3, item 1: a list holds list_item"),
        (changed("content", 2, "content", 0, "content", 0, "type", to="headline"), "an item holds paragraphs"),
    ],
)
def test_what_the_schema_does_not_have_is_refused_with_its_place(doc: Any, said: str) -> None:
    with pytest.raises(BadDraft) as refused:
        blocks_of_doc(doc)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("href", "fine"),
    [
        ("https://example.org", True),
        ("HTTP://example.org", True),
        ("mailto:desk@example.org", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" https://example.org", False),
        ("//example.org", False),
        ("data:text/html,x", False),
        ("http://[", False),
        ("https://example.org/" + "a" * 2_000, False),
    ],
)
def test_a_link_leads_to_a_web_page_or_a_mailbox(href: str, fine: bool) -> None:
    assert is_link(href) is fine


NODES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.fixed_dictionaries(
        {},
        optional={
            "type": st.sampled_from(["doc", "paragraph", "text", "bullet_list", "list_item", "hard_break", "link"])
            | inner,
            "attrs": st.fixed_dictionaries({}, optional={"id": st.sampled_from(["a", "b"]), "href": inner}) | inner,
            "content": st.lists(inner, max_size=3) | inner,
            "marks": st.lists(inner, max_size=2) | inner,
            "text": st.text(max_size=4) | inner,
        },
    ),
    max_leaves=10,
)


@given(NODES)
@settings(deadline=None)
def test_any_other_json_is_a_bad_draft_or_a_good_one_never_a_fault(doc: Any) -> None:
    doc = json.loads(json.dumps(doc))
    with suppress(BadDraft):
        draft_from_blocks(blocks_of_doc(doc))

"""Where a sentence ends: a stop missing, a capital missing, two sentences run together; and stray marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, near
from app.facts.document import Block, Document, Token
from app.flags.flag import Edit, Flag, Severity, Span

_CLOSED = re.compile(r"[.!?…:;–—-][\"'”’)\]]*$|[\"'”’]$|\.\.\.$")
_STRAY = (
    ((",,",), re.compile(r"(?<=\w),,+(?=\s)"), ",", "There are two commas."),
    ((",.",), re.compile(r"(?<=\w),\.(?=\s|$)"), ".", "A comma and a stop stand together."),
    (("..",), re.compile(r"(?<=[a-z]{2})\.\.(?!\.)(?=\s|$)"), ".", "There are two stops."),
    ((" ,", " ;"), re.compile(r"(?<=\w) (?=[,;](?:\s|$))"), "", "There is a space before the mark."),
    (
        (" .", " ?", " !"),
        re.compile(r"(?<=[a-z]{3})(?<!www) (?=[.?!](?:\s(?!\.)|$))"),
        "",
        "There is a space before the mark.",
    ),
    ((",",), re.compile(r"(?<=[a-z]),(?=[a-z]{2,}\s)"), ", ", "The space after the comma is missing."),
    (
        (".",),
        re.compile(r"(?<=[a-z]{2})\.(?=(?:The|He|She|It|They|But|In|A|We|This|His|Her|On|At|And|Police|Officials)\s)"),
        ". ",
        "The space after the stop is missing.",
    ),
)
_RUN_ON = frozenset("He She They But However Meanwhile".split())
_RUN_ON_WORDS = tuple(sorted(w.lower() for w in _RUN_ON))
_ABBREVIATIONS = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|etc|Inc|Co|Corp|Ltd|Jr|Sr|Gov|Sen|Rep|Gen|[A-Z])\.$")


@check(
    title="End of a sentence",
    catches="A full stop or capital missing, two sentences run together, doubled or stray marks.",
    why="It is the first thing a reader sees and the last the desk looks for.",
    source="Proof-reading",
    category="grammar",
    severity="must",
    scope="block",
    audible=False,
    examples=[
        bad("The council met on Monday and voted to close the [pool]", fixed="The council met on Monday and voted to close the pool."),
        bad("The pool closed on Monday[,.] It will not reopen.", fixed="The pool closed on Monday. It will not reopen."),
        bad("The pool closed. [the] mayor did not say why.", fixed="The pool closed. The mayor did not say why."),
        bad("The pool closed on [Monday] He did not say why it had.", fixed="The pool closed on Monday. He did not say why it had."),
        bad("The pool closed[,,] the mayor said.", fixed="The pool closed, the mayor said."),
        bad("The pool closed[ ], the mayor said.", fixed="The pool closed, the mayor said."),
        good("The council met on Monday and voted to close the pool."),
        good("Call 541-555-0142 or see example.com/news"),
        good("The firm, Acme Inc., sold iPhones... and eBay bought it."),
        good("“The council met on Monday,” she said, “and closed the pool.”"),
        good("The group said He Jiankui and the band She & Him came on Monday."),
    ],
)  # fmt: skip
def sentence_ends(document: Document) -> Iterator[Flag]:
    paragraphs = [b.span.of(document.text).rstrip() for b in document.blocks if b.is_body]
    # Where most paragraphs have no stop, the draft is notes or a list.
    stopped = len(paragraphs) < 3 or sum(bool(_CLOSED.search(p)) for p in paragraphs) > len(paragraphs) / 2
    for block in document.blocks:
        if block.is_body and stopped:
            yield from _unstopped(document, block)
    for hint, pattern, right, message in _STRAY:
        if not any(h in document.text for h in hint):
            continue
        for found in pattern.finditer(document.text):
            if not _ABBREVIATIONS.search(document.text[max(found.start() - 6, 0) : found.start() + 1]):
                span = Span(*found.span())
                yield Flag(span, message, edits=(Edit.replace(span, right),))
    for word in (".", *_RUN_ON_WORDS):
        for token in (document.tokens[i] for i in document.places.get(word, ())):
            if not document.blocks[document.sentences[token.sentence].block].is_body:
                continue
            if word == "." and token.space and near(document, token, 1).i >= 0:
                yield from _small(document, token)
            elif token.text in _RUN_ON:
                yield from _run_on(document, token)


def _unstopped(document: Document, block: Block) -> Iterator[Flag]:
    text = block.span.of(document.text).rstrip()
    if _CLOSED.search(text) or len(text.split()) < 8 or re.search(r"https?:|@|\d{3}[- ]\d{4}$", text[-60:]):
        return
    following = document.text[block.end :].lstrip()[:1]
    last = document.tokens_in(Span(block.start, block.start + len(text)))[-1]
    sentence = document.sentence_tokens(document.sentences[last.sentence])
    words = [t for t in sentence if t.is_word]
    if following.islower() or sum(t.text[0].isupper() for t in words) > len(words) / 3 or text[0].isdigit():
        return  # the paragraph goes on, or is a caption or a line of a list
    said = (
        len(words) >= 2
        and len(text.split()) >= 12
        and _CLOSED.search(text[: max(sentence[0].start - block.start, 0)].rstrip())
    )
    full = any(is_finite(t) for t in sentence) and (len(words) >= 6 or said)
    if last.is_word and not last.text[0].isdigit() and full:
        yield Flag(last.span, "The paragraph ends without a full stop.", edits=(Edit.insert(last.end, "."),))


def _small(document: Document, stop: Token) -> Iterator[Flag]:
    """A small letter after a full stop, where the stop is no abbreviation's."""
    after, before = near(document, stop, 1), near(document, stop, -1)
    word = before.text
    if near(document, after, 1).text in (")", "]") or not (
        after.text.islower() and after.text.isalpha() and len(word) > 3 and word.islower()
    ):
        return
    yield Flag(
        after.span,
        "A sentence begins with a capital.",
        edits=(Edit.replace(after.span, after.text[0].upper() + after.text[1:]),),
    )


def _run_on(document: Document, word: Token) -> Iterator[Flag]:
    """He, She or They with a capital in mid-sentence after a small letter or a day: a stop is missing before it."""
    before, after = near(document, word, -1), near(document, word, 1)
    if not before.is_word if before.i >= 0 else True:
        return
    if not (
        is_finite(after) or (word.text in ("But", "However", "Meanwhile") and after.tag in ("DT", "PRP", ",", "NNS"))
    ):
        return
    if before.tag in ("IN", "CC", "VB", "VBD", "VBZ", "DT", "WRB") and before.lower not in (
        "in",
        "out",
        "up",
        "on",
        "off",
    ):
        return
    words = [t for t in document.sentence_tokens(document.sentences[word.sentence]) if t.is_word]
    if (
        sum(t.text[0].isupper() for t in words) > len(words) / 2
        or document.is_quoted(word.span)
        or (before.text.istitle() and before.tag != "NNP")
    ):
        return
    yield Flag(
        before.span,
        f"A full stop is missing before “{word.text}”.",
        edits=(Edit.insert(before.end, "."),),
        severity=Severity.SHOULD,
    )

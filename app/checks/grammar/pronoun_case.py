"""I for me, he for him, and the reverse, in pairs and after prepositions."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, near, put
from app.facts.document import Document, Token
from app.flags.flag import Flag

_OBJECT = {"i": "me", "he": "him", "she": "her", "we": "us", "they": "them"}
_SUBJECT = {"me": "I", "him": "he", "her": "she", "us": "we", "them": "they"}
_PREPOSITIONS = frozenset("between for with to from by against of about without like behind beside".split())


@check(
    title="Case of a pronoun",
    catches="“between he and his wife”, “for my brother and I”, “Him and his wife went”.",
    why="One pronoun in the wrong case marks the whole story as unedited.",
    source="AP Stylebook, pronouns; Fowler’s Modern English Usage, between you and I",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("The jury heard of [she] and her staff being threatened.", fixed="The jury heard of her and her staff being threatened."),
        bad("A row between [he] and the coach was settled.", fixed="A row between him and the coach was settled."),
        bad("It was a gift for his wife and [he].", fixed="It was a gift for his wife and him."),
        bad("[Him] and his wife moved to Spain in May.", fixed="He and his wife moved to Spain in May."),
        bad("[Her] and her brother formed a band in May.", fixed="She and her brother formed a band in May."),
        bad("The report names [she] and two aides.", fixed="The report names her and two aides."),
        good("Asked whether he knew she and her aide had left, he said he and she had."),
        good("Her and Tom's house was sold in May. Her son and his wife left."),
        bad("It was seen by [she] and her son.", fixed="It was seen by her and her son."),
        bad("Police spoke to [they] on Monday.", fixed="Police spoke to them on Monday."),
        good("Between them, he and the coach settled it."),
        good("It was good for his wife and he knew it."),
        good("It was a gift for his wife and he said so."),
        good("The plan is about who they want to be. For him and his wife, it was over."),
    ],
)  # fmt: skip
def pronoun_case(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        for token in document.sentence_tokens(sentence):
            right = None
            if token.lower in _OBJECT:
                right = _as_object(document, token)
            elif token.lower in _SUBJECT and token.i == sentence.first:
                right = _as_subject(document, token)
            if right:
                new = put(document, token.span, right) if token.lower != "me" else put(document, token.span, "I")
                yield Flag(token.span, f"“{token.text}” is in the wrong case: “{new.replacement}”.", edits=(new,))


def _as_object(document: Document, pronoun: Token) -> str | None:
    before, after = near(document, pronoun, -1), near(document, pronoun, 1)
    if before.lower == "between" and after.lower == "and" and before.tag == "IN":
        return _OBJECT[pronoun.lower]
    if (
        before.lower in ("by", "to", "with", "from", "against", "about", "of", "without", "behind", "among", "like")
        and before.tag in ("IN", "TO")
        and after.lower == "and"
    ):
        return _OBJECT[pronoun.lower]
    if after.lower == "and" and before.tag in ("VB", "VBD", "VBG", "VBZ") and before.lemma not in _THINKS:
        return _OBJECT[pronoun.lower] if _is_object_of(document, before, pronoun) else None
    if after.i >= 0 and (
        (after.text not in (".", ",", "!", "?", ";") and after.tag not in ("IN", "NNP")) or is_finite(after)
    ):
        return None
    if before.lower in ("for", "to", "with", "against", "from") and before.tag in ("IN", "TO"):
        return _OBJECT[pronoun.lower] if after.text in (".", ",", "") or after.lower in ("on", "in", "at") else None
    if before.lower != "and" or after.text not in (".", ";"):
        return None
    for n in range(2, 6):
        token = near(document, pronoun, -n)
        if token.lower in _PREPOSITIONS and token.tag in ("IN", "TO") and n > 2:
            return _OBJECT[pronoun.lower]
        if token.tag not in ("NN", "NNS", "NNP", "PRP$", "DT", "JJ", "PRP"):
            return None
    return None


_THINKS = frozenset(
    """say think know believe hope fear claim add tell write note explain argue warn insist suggest feel see hear find show
    mean be do have wish guess suppose understand admit agree learn realize realise ensure decide""".split()
)


def _is_object_of(document: Document, verb: Token, pronoun: Token) -> bool:
    """“answering she and her client’s letters”: a pair after a verb, with no verb of its own behind it."""
    for n in range(2, 8):
        token = near(document, pronoun, n)
        if token.i < 0 or token.text in (".", ",") or token.tag in ("IN", "TO"):
            return n > 2
        if token.tag not in ("NN", "NNS", "NNP", "PRP$", "DT", "JJ", "CD", "POS"):
            return False
    return False


def _as_subject(document: Document, pronoun: Token) -> str | None:
    if near(document, pronoun, 1).lower != "and":
        return None
    for n in range(2, 7):
        token = near(document, pronoun, n)
        if is_finite(token):
            return _SUBJECT[pronoun.lower]
        if token.tag not in ("NN", "NNS", "NNP", "PRP$", "DT", "JJ", "CD", "PRP"):
            return None
    return None

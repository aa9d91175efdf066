"""The noun phrase that ends right before a verb, read backwards from it: its head, and what hangs on the head."""

from __future__ import annotations

from dataclasses import dataclass

from app.checks.grammar._near import is_finite, is_noun
from app.facts.document import Document, Token

_NOUN_PHRASE = frozenset("DT PRP$ JJ JJR JJS NN NNS NNP NNPS CD POS HYPH $ VBN VBG PDT RBS # FW AFX".split())
_LINKS = frozenset(
    "of in for from at on with to by between against over under among about near into behind around through during after before outside inside across without within towards toward".split()
)
_OPENERS = frozenset(
    'that , ; : — – and but because while when as if although though since where said says " “ ‘ ( whether before after until'.split()
)


@dataclass(frozen=True, slots=True)
class Subject:
    """``head`` is the noun the verb must agree with, ``first`` the first token of the phrase, ``last`` its last.

    links: the prepositions between head and last; compound: whether "and" or "or" stands in it.
    """

    head: Token
    first: Token
    last: Token
    links: tuple[str, ...]
    compound: bool
    opener: str  # what stands before the phrase: "" at the start of a sentence


def subject_before(document: Document, verb: Token) -> Subject | None:
    """The subject phrase that ends right before ``verb``, where it begins at a clause boundary; None where unsure."""
    sentence = document.sentences[verb.sentence]
    i = verb.i - 1
    while i >= sentence.first and document.tokens[i].tag == "RB" and document.tokens[i].lower not in ("not", "n't"):
        i -= 1
    if i < sentence.first or document.tokens[i].tag in ("MD", "TO"):
        return None
    aside = _aside_before(document, i, sentence.first)
    i = aside if aside is not None else i
    last = i
    compound = False
    while i >= sentence.first:
        token = document.tokens[i]
        if token.tag == "CC" and token.lower in ("and", "or", "&"):
            if document.tokens[i - 1].text == "," and any(is_finite(t) for t in document.tokens[sentence.first : i]):
                break  # a clause ended at the comma: "…, and a list of names were"
            compound = True
        elif not (
            token.tag in _NOUN_PHRASE
            or (token.lower in _LINKS and token.tag in ("IN", "TO", "RP"))
            or token.text in ("-", "%", "'", "’", "/")
        ) or is_finite(token):
            break
        i -= 1
    first = i + 1
    if first > last:
        return None
    opener = document.tokens[i] if i >= sentence.first else None
    after_clause = opener is not None and opener.lower in ("and", "but") and document.tokens[opener.i - 1].text == ","
    if opener is not None and opener.lower not in _OPENERS:
        return None
    tokens = document.tokens[first : last + 1]
    if (
        tokens[0].lower in _LINKS
        or tokens[0].tag in ("VBG", "VBN", "IN", "TO", "POS")
        or tokens[0].lower in ("and", "or", "'s")
    ):
        return None
    return _read(tokens, compound, ", and" if after_clause else opener.lower if opener else "")


def _aside_before(document: Document, i: int, first: int) -> int | None:
    """Where ", read out in court," stands between subject and verb: the index before its opening comma."""
    if document.tokens[i].text != ",":
        return None
    at = i - 1
    while at > first and document.tokens[at].text not in (",", "(", ";", ":", "“", '"') and i - at < 14:
        at -= 1
    opens = document.tokens[at + 1]
    inside = document.tokens[at + 1 : i]
    plain = document.tokens[at].text == "," and not any(t.text == "," for t in document.tokens[first:at])
    begins = opens.tag in ("VBN", "VBD", "VBG", "WP", "WDT", "JJ") or opens.lower in (
        "many",
        "most",
        "some",
        "all",
        "both",
        "including",
    )
    clause = opens.tag in ("WP", "WDT") or not any(is_finite(t) for t in inside[1:])
    return at - 1 if plain and begins and clause and len(inside) > 1 else None


def _read(tokens: tuple[Token, ...], compound: bool, opener: str) -> Subject | None:
    """The head is the last noun before the first preposition."""
    at = next((n for n, t in enumerate(tokens) if t.lower in _LINKS and t.tag in ("IN", "TO", "RP")), len(tokens))
    group = tokens[:at]
    if compound:
        group = group[: next((n for n, t in enumerate(group) if t.tag == "CC"), len(group))]
    # Two phrases side by side are no subject: "Last week the list ..." begins with a time.
    nouns = [t for t in group if is_noun(t)]
    if not nouns or not is_noun(group[-1]) or any(t.tag == "DT" for t in group[1:] if t.lower not in ("all", "both")):
        return None
    links = tuple(t.lower for t in tokens[at:] if t.lower in _LINKS)
    return Subject(group[-1], tokens[0], tokens[-1], links, compound, opener)

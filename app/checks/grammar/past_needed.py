"""A participle alone where the past belongs: “Bidding in Paris begun at”, “the crane which laid idle”."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import PARTICIPLES, past
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Flag

# Participles that differ from their past.
_ALONE = frozenset(
    "begun sung rung sunk shrunk sprung swum drunk seen done gone taken written spoken stolen broken chosen fallen "
    "risen driven eaten forgotten flown grown known shown thrown drawn worn torn sworn shaken withdrawn undertaken".split()
)
# These never follow their noun as a mere description ("the goods stolen"), so a noun right before is their subject.
_SURE = frozenset("begun sung rung sunk shrunk sprung swum risen fallen gone".split())
_HELPERS = frozenset(
    """be is are was were been being am 's 're has have had having 've 'd get gets got getting gotten did do does
    will would can could may might must should shall to not n't ever long since""".split()
)


@check(
    title="Participle for past",
    catches="“Bidding at the sale begun at £100”, “they done”, “the ship which sunk”.",
    why="A participle needs “has” or “had”; alone the past is wanted.",
    source="Fowler’s Modern English Usage, irregular verbs",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("Trading in Seoul [begun] at noon and lasted an hour.", fixed="Trading in Seoul began at noon and lasted an hour."),
        bad("The water [sunk] by two feet after the dam broke.", fixed="The water sank by two feet after the dam broke."),
        bad("It was the choir that [sung] at her wedding.", fixed="It was the choir that sang at her wedding."),
        bad("He said he [seen] the car and [taken] a photo.", fixed="He said he saw the car and took a photo."),
        bad("Prices [shrunk] in May but rose in June.", fixed="Prices shrank in May but rose in June."),
        bad("The count was delayed after a box of votes [fallen] from a van, she said.", fixed="The count was delayed after a box of votes fell from a van, she said."),
        bad("It began after a box of votes [fallen] from a van in May, she said.", fixed="It began after a box of votes fell from a van in May, she said."),
        good("It began after the snow fallen in May had gone, and when songs sung in Welsh were heard."),
        good("The goods stolen in May were found, and work begun in June has stopped."),
        good("Trading had in the end begun at noon. Once begun, it went on."),
        good("The ship was found sunk, and songs sung in Welsh were heard."),
        good("Her shares have risen and fallen, and the plan drawn up in May begun by her was dropped."),
    ],
)  # fmt: skip
def past_needed(document: Document) -> Iterator[Flag]:
    for word in document.places.keys() & _ALONE:
        for i in document.places[word]:
            token = document.tokens[i]
            sentence = document.sentences[token.sentence]
            if not document.blocks[sentence.block].is_body or document.is_quoted(token.span):
                continue
            if _is_past(document, sentence, token):
                right = past(PARTICIPLES[word].base)
                yield Flag(
                    token.span, f"“{token.text}” needs “has” or “had”; the past is “{right}”.",
                    edits=puts(document, token.span, (right, f"had {word}", f"has {word}", f"have {word}")),
                )  # fmt: skip


def _is_past(document: Document, sentence: Sentence, token: Token) -> bool:
    before = near(document, token, -1)
    if token.lower in _SURE and _fills_its_clause(document, sentence, token):
        return True
    window = document.tokens[max(sentence.first, token.i - 9) : token.i]
    if any(t.lower in _HELPERS for t in window):
        # A pronoun or “that” right before is a subject of its own, whatever came earlier in the sentence.
        own = before.lower in ("he", "she", "they", "we", "i", "who", "which", "that")
        if not own or near(document, before, -1).lower in _HELPERS - {"is", "was", "are", "were"}:
            return _joins_past(document, token)
    if before.lower in ("he", "she", "they", "we", "i"):
        return near(document, before, -1).lower not in (
            "had",
            "has",
            "have",
            "be",
            "to",
            "is",
            "are",
            "was",
            "were",
            "than",
            "as",
        )
    if before.lower in ("who", "which", "that") and before.tag in ("WP", "WDT", "IN"):
        return near(document, before, -1).tag in ("NN", "NNS", "NNP", "NNPS") or near(document, before, -1).text == ","
    if before.lower in ("and", "then", "but"):
        return _joins_past(document, token)
    if token.lower not in _SURE or before.tag not in ("NN", "NNS", "NNP", "PRP"):
        return False
    first = document.tokens[sentence.first]
    opens = all(
        t.tag in ("DT", "NN", "NNS", "NNP", "NNPS", "IN", "JJ", "PRP$", "CD", "CC", "POS", "VBG", "HYPH")
        or t.text in ("&", "“", '"', "”")
        for t in document.tokens[sentence.first : token.i]
    )
    if first.tag == "IN" or not opens:
        return False
    rest = document.tokens[token.i + 1 : sentence.last]
    finite = next((t for t in rest if t.tag in ("VBD", "VBZ", "VBP", "MD")), None)
    if finite is None:
        return document.tokens[sentence.last - 1].text == "."
    # "Work begun in June has stopped": the later verb would be the sentence's own, unless a joint stands before it.
    joints = [
        t
        for t in rest
        if t.i < finite.i
        and (
            t.tag in ("CC", "WP", "WDT", "WRB")
            or t.text in (",", ";")
            or t.lower in ("after", "before", "as", "while", "because", "when", "until", "since", "that")
        )
    ]
    return bool(joints)


_OPENS_CLAUSE = frozenset("when because while where although whenever".split())
_ALSO_PREPOSITIONS = frozenset("after before until since".split())
_NEVER_PASSIVE = frozenset("fallen risen gone swum sprung shrunk".split())
_IN_SUBJECT = frozenset("DT NN NNS NNP NNPS IN JJ PRP$ PRP CD POS HYPH".split())


def _fills_its_clause(document: Document, sentence: Sentence, token: Token) -> bool:
    """“after a box of votes fallen from a van, she said”: a clause whose subject has no other verb."""
    i = token.i - 1
    while i > sentence.first and document.tokens[i].tag in _IN_SUBJECT and (
        document.tokens[i].lower not in _OPENS_CLAUSE | _ALSO_PREPOSITIONS
    ):  # fmt: skip
        i -= 1
    opener = document.tokens[i]
    if token.i - i < 3 or opener.lower not in _OPENS_CLAUSE | _ALSO_PREPOSITIONS:
        return False
    if opener.lower in _ALSO_PREPOSITIONS and token.lower not in _NEVER_PASSIVE:
        return False
    for after in document.tokens[token.i + 1 : sentence.last]:
        if after.tag in ("VBD", "VBZ", "VBP", "MD"):
            return False
        if after.text in (",", ";"):
            return True
    return True


def _joins_past(document: Document, token: Token) -> bool:
    """“He saw the car and taken a photo”: a bare participle joined to a past of the same subject."""
    before = near(document, token, -1)
    if before.lower != "and" or near(document, token, 1).tag not in ("DT", "PRP$", "CD"):
        return False
    for n in range(2, 8):
        other = near(document, token, -n)
        if other.tag in ("VBD", "VBN") and other.lower not in ("had", "was", "were"):
            subject = near(document, other, -1)
            return subject.lower in ("he", "she", "they", "we", "i")
        if other.tag not in ("DT", "NN", "NNS", "PRP$", "JJ", "NNP", "IN", "PRP", "CD"):
            return False
    return False

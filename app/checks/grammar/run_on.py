"""Comma splices after “said that”, after a plain statement and before “however”; singular subjects with company."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, near
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Edit, Flag, Span

_SUBJECTS = frozenset("it he she they we this".split())
_OPENERS = frozenset(
    """if when while as because although though since unless until after before once whereas wherever whenever whether
    where why how what who whom whose than lest provided given despite whatever whoever however had were should according
    asked speaking being the_more no neither not even only just so such in on at by for with under during from""".split()
)
_SAYS = frozenset(
    """say tell add ask write note explain believe think claim argue warn insist recall report predict estimate suggest
    announce acknowledge admit confirm know hope fear feel state continue conclude joke reply answer quip wonder stress
    maintain mean see guess suppose seem appear recount concede complain declare promise pledge""".split()
)
_LINKERS = frozenset(
    "however therefore nevertheless nonetheless moreover consequently instead meanwhile otherwise besides".split()
)
_VERBS = frozenset("is was has had will would can could may must should does did have are were".split())


@check(
    title="Two sentences run together",
    catches="“would not contest the result, it had, he added, …”; “closed, however planning goes on”; “cut forecasts, he expects more”.",
    why="A comma cannot carry a sentence: it needs a stop, a semicolon or a joining word.",
    source="Guardian style guide, Commas; Fowler’s Modern English Usage, comma splice",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("The heirs would not sell the [house, it] had, she added, stood empty for years.", fixed="The heirs would not sell the house. It had, she added, stood empty for years."),
        bad("The council said the storm had torn a hole in the [wall, it] would be mended soon.", fixed="The council said the storm had torn a hole in the wall, which would be mended soon."),
        bad("Parks were not [closed, however] libraries will be shut all week.", fixed="Parks were not closed. However, libraries will be shut all week."),
        bad("Banks have also raised [rates, he] expects another rise, Kerr said.", fixed="Banks have also raised rates, and he expects another rise, Kerr said."),
        good("The heirs would not sell the house, it said, and it stood empty, they say."),
        good("If the storm had torn a hole in the wall, it would be mended, however late."),
        good("Parks were closed, however hard he tried. When rates rose, he left."),
        good("The wall, which the storm had torn down, it seemed, was old."),
        good("For years the storm had been coming, he thought it would pass, and it did."),
    ],
)  # fmt: skip
def run_on(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        for token in document.sentence_tokens(sentence):
            if token.text != "," or document.is_quoted(token.span):
                continue
            word = near(document, token, 1)
            flag = None
            if word.lower in _SUBJECTS:
                flag = _pronoun(document, sentence, token, word)
            elif word.lower in _LINKERS:
                flag = _linker(document, sentence, token, word)
            if flag:
                yield flag
                break


_SUBORDINATE = frozenset(
    "if when while because although though unless until once whereas as since after before whatever whenever wherever".split()
)


def _first_clause(document: Document, sentence: Sentence, comma: Token, aside: bool = False) -> list[Token] | None:
    """What stands before the comma, where it is a plain statement; one with commas of its own only before an aside."""
    whole = list(document.tokens[sentence.first : comma.i])
    if not whole or whole[0].lower in _OPENERS or whole[0].tag in ("VBG", "VBN", "VB", "TO", "CC", "WRB"):
        return None
    first = whole
    if aside and any(t.text == "," for t in whole):
        first = whole[max(n for n, t in enumerate(whole) if t.text == ",") + 1 :]
    if any(t.text in (",", ";", ":", "(", "–", "—", "…", "“", '"') for t in first):
        return None
    if any(t.lower in _SUBORDINATE for t in first) or near(document, comma, -1).tag in ("VBD", "VBZ", "VBP", "RP"):
        return None
    if any(t.lower == "that" and near(document, t, 1).tag in ("IN", "MD") for t in first):
        return None  # "said that on a trip this week, he …": the pronoun opens the clause after "that"
    finite = [t for t in first if is_finite(t)]
    return first if finite and (finite[0].i > first[0].i or aside) else None


def _pronoun(document: Document, sentence: Sentence, comma: Token, subject: Token) -> Flag | None:
    verb, after = near(document, subject, 1), near(document, subject, 2)
    aside = after.text == "," and any(
        near(document, after, n).lemma in _SAYS and near(document, after, n + 1).text == "," for n in range(1, 5)
    )
    first = _first_clause(document, sentence, comma, aside)
    if (
        first is None
        or verb.lemma in _SAYS
        or verb.text[0] in "'’"
        or near(document, verb, 1).lower == "own"
        or not (verb.lower in _VERBS or verb.tag in ("VBZ", "VBD"))
    ):
        return None
    said = [t for t in first if is_finite(t) and t.lemma in _SAYS]
    if after.lemma in _SAYS or (after.text in (",", ".", "?") and not aside) or after.i < 0:
        return None
    if document.tokens[sentence.last - 1].text == "?":
        return None
    # Without a “said” the plain case belongs to the check of comma splices, which sees what follows “it is”.
    plain = not said
    if plain and not aside and verb.lower in _VERBS:
        return None
    if plain and not aside and not (verb.tag == "VBZ" and subject.lower in ("he", "she", "it")):
        return None
    if said and not any(t.lower == "that" or is_finite(t) for t in first if t.i > said[0].i + 1):
        return None
    if said and any(
        near(document, verb, n).text == "," and near(document, verb, n + 1).lower in ("and", "but") for n in range(1, 4)
    ):
        return None
    before = near(document, comma, -1)
    span = Span(before.start, subject.end)
    return Flag(
        span, f"Two sentences are joined by a comma: “{before.text}, {subject.text} {verb.text}”.",
        edits=_edits(comma, subject, before, aside),
    )  # fmt: skip


def _edits(comma: Token, subject: Token, before: Token, aside: bool) -> tuple[Edit, ...]:
    joined = Span(comma.start, subject.end)
    stop = Edit.replace(joined, f". {subject.text.capitalize()}")
    which = Edit.replace(joined, ", which")
    both = (Edit.replace(joined, f", and {subject.text}"), Edit.replace(joined, f" and {subject.text}"))
    semicolon = Edit.replace(joined, f"; {subject.text}")
    if aside:
        return (stop, semicolon, which, *both)
    if subject.lower == "it" and before.tag in ("NN", "NNP"):
        return (which, both[1], stop, semicolon, both[0])
    return (both[0], stop, semicolon, both[1])


def _linker(document: Document, sentence: Sentence, comma: Token, word: Token) -> Flag | None:
    """“were not affected, however planning, housing and libraries could be …”."""
    first = _first_clause(document, sentence, comma)
    subject = near(document, word, 1)
    if first is None or (
        subject.tag not in ("NN", "NNS", "NNP", "PRP", "DT", "PRP$", "EX")
        and not (word.lower == "however" and subject.tag == "VBG")
    ):
        return None
    if any(t.lemma in _SAYS and is_finite(t) for t in first) and not any(t.lower == "that" for t in first):
        return None
    if word.lower in ("instead", "meanwhile", "besides", "otherwise") or subject.lower in ("of", "the_more"):
        return None
    if not any(is_finite(near(document, subject, n)) for n in range(1, 9)):
        return None
    before = near(document, comma, -1)
    joined = Span(comma.start, word.end)
    edits = (
        Edit.replace(joined, f". {word.text.capitalize()},"),
        Edit.replace(joined, ", but"),
        Edit.replace(joined, f"; {word.lower},"),
    )
    return Flag(Span(before.start, word.end), f"“{word.text.capitalize()}” does not join two sentences.", edits=edits)

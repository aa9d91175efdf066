"""A comma between the subject and its verb."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._finite import surely_finite
from app.checks.grammar._near import is_finite, is_noun, near
from app.checks.grammar._opening import opening
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Edit, Flag

_ADVERBS = frozenset("now also still never then later only soon already just often again eventually quickly".split())
_CUES = frozenset(
    "say reveal add tell write explain note warn argue claim insist recall reply ask announce report concede admit reveal declare agree joke continue go".split()
)


@check(
    title="Comma between subject and verb",
    catches="“The mayor of the town, resigned”: one comma that parts the subject from its verb.",
    why="A comma may not come between a subject and its verb unless a second one closes an aside.",
    source="AP Stylebook, comma; Oxford New Hart’s Rules, comma",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("The head of the small port[,] resigned on Friday.", fixed="The head of the small port resigned on Friday."),
        bad("Farmers in the dry north[,] want the levy scrapped.", fixed="Farmers in the dry north want the levy scrapped."),
        bad("The woman who found the cat[,] called the police.", fixed="The woman who found the cat called the police."),
        bad("But critics of the new bridge[,] say it costs too much.", fixed="But critics of the new bridge say it costs too much."),
        bad("Those who would pay[,] were on late shifts, he said.", fixed="Those who would pay were on late shifts, he said."),
        bad("Ann Deane ran the port. Deane[,] heard of it from a memo, Hall said.", fixed="Ann Deane ran the port. Deane heard of it from a memo, Hall said."),
        good("Ann Deane ran the port. Deane, shocked by a memo, quit. Those who can, do."),
        good("The head of the port, Ann Lee, quit. Last week, came the news."),
        good("The plan, said the mayor, is sound. The head, a nurse, quit."),
        good("The house, built in 1902, was sold. The child, left in the car, died."),
        good("Farmers, bakers and millers want it. Whatever is, is right."),
        good("His coat torn, Hall ran home. John, is that you?"),
    ],
)  # fmt: skip
def subject_comma(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        phrase = opening(document, sentence)
        if (
            not phrase
            or (len(phrase) == 1 and not _is_surname(document, phrase[0]))
            or document.is_quoted(phrase[0].span)
        ):
            continue
        comma = near(document, phrase[-1], 1)
        verb = near(document, comma, 1)
        if verb.lower in _ADVERBS:
            verb = near(document, verb, 1)
        sure = verb.i >= 0 and (surely_finite(document, verb) or _is_only_verb(document, sentence, verb))
        if sure and _is_only_comma(document, sentence, comma, verb):
            said = document.text[phrase[0].start : phrase[-1].end]
            yield Flag(
                comma.span, f"This comma parts the subject, “{said}”, from its verb, “{verb.text}”.", edits=(Edit.delete(comma.span),)
            )  # fmt: skip


def _is_only_verb(document: Document, sentence: Sentence, verb: Token) -> bool:
    """Whether the sentence would have no verb without it, so that a past is no participle."""
    rest = document.tokens[verb.i + 1 : sentence.last]
    if len(rest) > 4 and rest[-2].lemma in _CUES and rest[-4].text == "," and rest[-3].tag in ("PRP", "NNP"):
        rest = (*rest[:-4], rest[-1])  # “…, Deane said.”
    return verb.tag == "VBD" and bool(rest) and rest[-1].text == "." and not any(is_finite(t) for t in rest)


def _is_surname(document: Document, word: Token) -> bool:
    """Whether the one word before the comma is the surname of somebody named in full elsewhere in the draft."""
    return word.tag == "NNP" and any(
        document.tokens[i].i != word.i and near(document, document.tokens[i], -1).entity == "PERSON"
        for i in document.places.get(word.lower, ())
    )


def _is_only_comma(document: Document, sentence: Sentence, comma: Token, verb: Token) -> bool:
    rest = document.tokens[verb.i + 1 : sentence.last]
    if not rest or rest[-1].text == "?" or document.is_quoted(verb.span):
        return False
    after = rest[0]
    if after.text in (",", ".", "“", '"'):
        return False
    for token in rest:
        if token.text == "," and token.i + 1 < sentence.last:
            following = near(document, token, 1)
            if following.lower in _ADVERBS or following.tag == "RB":
                following = near(document, following, 1)
            if is_finite(following) or following.tag in ("VBN", "CC"):
                return False
    if verb.lemma in _CUES and (after.tag in ("DT", "PRP", "PRP$") or is_noun(after) or after.tag == "JJ"):
        # “The plan, said the mayor.”: who said it follows.
        ahead = [t for t in rest[:9] if t.text in (",", ".")]
        if ahead and not any(is_finite(t) or t.tag == "TO" for t in document.tokens[verb.i + 1 : ahead[0].i]):
            return False
    return True

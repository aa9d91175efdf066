"""An opening participle before a subject that does something else: “Fishing at dawn, the wave threw Hall ashore”."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import participle, past
from app.checks.grammar._near import is_noun, near
from app.checks.grammar._people import is_body, is_person
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Edit, Flag, Span

# What people do: a thing that is the subject did not.
_DONE_BY_PEOPLE = frozenset(
    """fishing walking driving cycling swimming sleeping eating reading jogging camping shopping hiking climbing wading
    kneeling working playing studying praying queueing queuing paddling rowing gardening farming cooking dining
    searching hunting travelling traveling commuting holidaying waiting listening dancing singing skiing""".split()
)
# What is said of things found or seen: the people who saw them were not floating.
_SAID_OF_THINGS = frozenset(
    "floating hidden buried wrapped stuffed parked moored tucked lodged wedged scattered dumped drifting hanging".split()
)
_FOUND = frozenset("noticed found saw spotted discovered photographed filmed recovered retrieved unearthed".split())
_OF_A_PERSON = frozenset("known famed noted remembered nicknamed dressed".split())
_CROWDS = frozenset("crowds fans critics readers viewers audiences voters reporters photographers tourists".split())
_BIRTH = frozenset("born raised educated schooled".split())
_KIN = frozenset("father mother parents grandfather grandmother family grandparents".split())
_PHRASE = frozenset("DT JJ JJR JJS NN NNS CD PRP$ HYPH".split())


@check(
    title="Opening that describes somebody else",
    catches="“Fishing at dawn, the wave threw Hall ashore”; “Known for his hats, crowds followed Hall”; “Born in Bonn, her father …”.",
    why="As it stands, the wave was fishing.",
    source="AP Stylebook, dangling modifiers; Guardian style guide, Dangling participles",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("Fishing off the pier, [the wave threw Jo Hall into the sea].", fixed="Fishing off the pier, Jo Hall was thrown into the sea by the wave."),
        bad("Known for his hats, [crowds followed Hall] from town to town.", fixed="Known for his hats, Hall was followed by crowds from town to town."),
        bad("Hidden under the floor, [builders found the old coins] in May.", fixed="Hidden under the floor, the old coins were found by builders in May."),
        bad("Born in Bonn, [her father was] a baker who taught her to bake.", fixed="Born in Bonn, she was the daughter of a baker who taught her to bake."),
        bad("Born in Bonn, Germany, [her mother was] a singer who taught her to sing.", fixed="Born in Bonn, Germany, she was the daughter of a singer who taught her to sing."),
        bad("[After missing the bus], Hall's exam began at noon. He passed it.", fixed="After he missed the bus, Hall's exam began at noon. He passed it."),
        good("After missing the bus, Hall's brother left. After winning the vote, Hall's party cheered."),
        good("Fishing off the pier, Hall threw the net into the sea. Known for his hats, Hall drew crowds."),
        good("Hidden under the floor, the coins were found by builders. Waiting outside, fans saw Hall."),
        bad("Born May 9, 1941, in Bonn, Texas, [his father was] a miner.", fixed="Born May 9, 1941, in Bonn, Texas, he was the son of a miner."),
        good("Born in Bonn, her father was 90. Working at night, crews freed Hall."),
    ],
)  # fmt: skip
def dangling_active(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        first = document.tokens[sentence.first]
        word = first.lower
        if (word not in _OPENINGS and word not in _TIMES) or document.is_quoted(first.span):
            continue
        comma = next((t for t in document.tokens[first.i : min(first.i + 16, sentence.last)] if t.text == ","), None)
        if comma is None or document.is_quoted(comma.span) or comma.i - first.i < 3:
            continue
        if word in _BIRTH:
            flag = _kin(document, sentence, first, _past_place(document, comma))
        elif word in _TIMES:
            flag = _owner(document, first, comma)
        else:
            flag = _turned(document, sentence, first, comma)
        if flag:
            yield flag


_TIMES = frozenset("after before while since when".split())
_OPENINGS = _DONE_BY_PEOPLE | _SAID_OF_THINGS | _OF_A_PERSON | _BIRTH


def _kin(document: Document, sentence: Sentence, first: Token, comma: Token) -> Flag | None:
    """“Born in Bonn, her father was a baker who taught her”: she goes on being meant."""
    whose, kin, verb = (near(document, comma, n) for n in (1, 2, 3))
    if whose.lower not in ("his", "her") or kin.lower not in _KIN or verb.tag != "VBD":
        return None
    again = {"his": ("he", "him"), "her": ("she", "her")}[whose.lower]
    plain = verb.lower == "was" and near(document, verb, 1).lower in ("a", "an")  # a baker, not 90
    if not plain and not any(t.lower in again for t in document.tokens[verb.i : sentence.last]):
        return None
    child = {"his": "son", "her": "daughter"}[whose.lower]
    opening = document.text[first.start : comma.start]
    return Flag(
        Span(whose.start, verb.end), f"“{opening}” hangs on “{whose.text} {kin.text}”: is the child meant?",
        edits=tuple(Edit.replace(Span(whose.start, verb.end), f"{again[0]} was the {c} of") for c in (child, "child") if verb.lower == "was"),
        related=(Span(first.start, comma.start),),
    )  # fmt: skip


def _past_place(document: Document, comma: Token) -> Token:
    """The comma that closes “9 May, 1941, in Bonn, Germany,” where one does."""
    token = comma
    for n in range(1, 14):
        after = near(document, comma, n)
        if after.text == ",":
            token = after
        elif after.tag not in ("NNP", "CD", "IN"):
            break
    return token


def _owner(document: Document, first: Token, comma: Token) -> Flag | None:
    """“After missing the bus, Hall’s exam began”: the owner missed it, not what is owned."""
    ing, name, mark, thing, verb = (
        *(near(document, t, 1) for t in (first, comma)),
        *(near(document, comma, n) for n in (2, 3, 4)),
    )
    if (
        ing.tag != "VBG"
        or not name.text[:1].isupper()
        or mark.tag != "POS"
        or thing.tag not in ("NN", "JJ")
        or verb.tag != "VBD"
    ):
        return None
    if name.entity not in ("PERSON", "") or is_person(thing) or is_body(thing) or not ing.lower.isalpha():
        return None
    opening = Span(first.start, comma.start)
    return Flag(
        opening, f"“{opening.of(document.text)}” hangs on “{thing.text}”, not on {name.text}.",
        edits=tuple(Edit.replace(ing.span, f"{who} {past(ing.lemma)}") for who in _pronouns(document, comma)),
    )  # fmt: skip


def _pronouns(document: Document, comma: Token) -> list[str]:
    """he, she and they, the one that the draft has most of first."""
    words = [t.lower for t in document.tokens[max(0, comma.i - 150) : comma.i + 150]]
    count = {"he": words.count("he") + words.count("his"), "she": words.count("she") + words.count("her"), "they": 0}
    return sorted(count, key=lambda who: -count[who])


def _turned(document: Document, sentence: Sentence, first: Token, comma: Token) -> Flag | None:
    """Subject, past and object, and the passive that puts the object first."""
    subject, head, verb = _phrase(document, near(document, comma, 1))
    if head is None or verb.tag not in ("VBD", "VBN") or head.tag.startswith("NNP"):
        return None
    found, object_head, after = _phrase(document, near(document, verb, 1))
    if object_head is None:
        return None
    named = object_head.tag == "NNP" or object_head.lower in ("him", "her", "them")
    person = is_person(head) or is_body(head)
    if first.lower in _DONE_BY_PEOPLE:
        fits = (
            not person and named and head.tag in ("NN", "NNS") and subject.lower in ("a", "an", "the", "two", "three")
        )
    elif first.lower in _OF_A_PERSON:
        fits = head.lower in _CROWDS and named
    else:
        fits = person and verb.lower in _FOUND and not named
    if not fits:
        return None
    end = object_head
    if after.lower in ("into", "off", "out", "overboard", "down", "over", "ashore", "unconscious") and named:
        end = _to_clause_end(document, sentence, after)
    return _passive(document, (first, comma), (subject, head), verb, (found, object_head, end))


def _phrase(document: Document, start: Token) -> tuple[Token, Token | None, Token]:
    """A plain noun phrase from ``start``: its first token, its head or None, and the token after it."""
    if start.lower in ("him", "her", "them") and near(document, start, 1).tag in ("IN", "RP", "RB", ".", ","):
        return start, start, near(document, start, 1)
    token, head = start, None
    names = start.tag == "NNP"
    for _ in range(6):
        if names and token.tag != "NNP":
            break
        if is_noun(token):
            head = token
        elif token.tag not in _PHRASE:
            break
        token = near(document, token, 1)
    return start, head, token


def _to_clause_end(document: Document, sentence: Sentence, token: Token) -> Token:
    last = token
    for following in document.tokens[token.i : sentence.last]:
        if not following.is_word or following.lower in ("and", "but", "as", "when", "on", "at", "before", "after"):
            break
        last = following
    return last


def _passive(
    document: Document, opening: tuple[Token, Token], subject: tuple[Token, Token], verb: Token, object_: tuple[Token, Token, Token]
) -> Flag:  # fmt: skip
    text = document.text
    start, head, end = object_
    doer = text[subject[0].start : subject[1].end]
    what = text[start.start : head.end]
    rest = text[head.end : end.end]
    what = {"him": "he", "her": "she", "them": "they"}.get(what, what)
    were = "were" if head.tag == "NNS" or what == "they" else "was"
    span = Span(subject[0].start, end.end)
    done = participle(verb.lemma)
    message = f"“{text[opening[0].start : opening[1].start]}” hangs on “{doer}”, which it does not describe."
    return Flag(span, message, edits=(Edit.replace(span, f"{what} {were} {done}{rest} by {doer}"),))

"""Two sentences joined by nothing but a comma, where the second begins with a noun."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._classes import DAYS, MONTHS
from app.checks.grammar._finite import OWN_PAST, surely_finite
from app.checks.grammar._near import is_finite, is_noun, near
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Edit, Flag, Span

_ADVERBIAL = frozenset(
    """if when while as because although though since unless until after before once whereas wherever whenever whether so
    lest provided despite whatever whoever however whichever no not never had were should given such than hardly scarcely
    even rather much""".split()
)
_LINKS = _ADVERBIAL - frozenset("not no never had were should so even much given however once".split())
_RELATIVE = frozenset("where why how what that who which whom whose".split())
_SAYS = frozenset(
    """say tell add ask write note explain believe think claim argue warn insist recall report predict estimate suggest
    announce acknowledge admit confirm know hope fear feel state conclude joke reply answer quip wonder stress maintain
    mean see guess suppose seem appear hear rule find show promise allege reveal assert contend declare testify agree
    learn understand concede boast complain observe remark caution decide disclose read indicate turn""".split()
)
_SEES = frozenset("show find see know hear learn mean turn feel reveal read rule".split())
_TIMES = frozenset(
    "time moment day minute night week year month instant second way morning evening afternoon hour days weeks years months"
    " hours minutes once".split()
)
_OF_A_NOUN = frozenset("JJ JJR JJS CD NN NNS NNP NNPS POS HYPH VBG VBN $".split())
_SHORT = frozenset("of in at on from for with under across near behind outside inside".split())
_ALONE = frozenset(
    "nobody nothing everyone everybody everything someone somebody neither none most few many both one others another two three"
    " some all".split()
)
_DATES = DAYS | MONTHS | frozenset("noon dawn midnight dusk lunchtime".split()) | frozenset(map(str, range(1900, 2050)))
_PARTICLES = frozenset("in on out up off down over before since".split())
_PRONOUNS = frozenset("he she it they we i there".split())


@check(
    title="Comma splice before a noun",
    catches="Two complete sentences joined by a comma alone, the second with a subject of its own.",
    why="A comma cannot carry a sentence: it needs a stop, a semicolon or a joining word.",
    source="Guardian style guide, Commas; Fowler’s Modern English Usage, comma splice",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("The river rose [overnight, the road] was shut by dawn.", fixed="The river rose overnight; the road was shut by dawn."),
        bad("Ames said the pump had jammed on a [stone, a diver] had found it.", fixed="Ames said the pump had jammed on a stone; a diver had found it."),
        bad("Lights went up and a rope was [lowered, the first man] was a cook.", fixed="Lights went up and a rope was lowered; the first man was a cook."),
        bad("The museum has no guards at [night, visitors] must leave by six.", fixed="The museum has no guards at night; visitors must leave by six."),
        bad("The town said no buses would run because a road was [shut, passengers] could travel on Sunday.", fixed="The town said no buses would run because a road was shut; passengers could travel on Sunday."),
        good("The town said that because a road was shut, passengers could travel on Sunday."),
        good("When the river rose, the road was shut by dawn. The talks failed, the minister said."),
        good("By the time police came, the man had fled. The more it rained, the higher the river was."),
        good("Roads were blocked, bridges were down and phones were dead."),
        good("He drives a Ford, a car his father had bought, and it was the best time England have had."),
        good("The truth is, the plan was dead. Her work done, the nurse had left."),
        good("It was the third goal, the first Leeds have scored at home."),
    ],
)  # fmt: skip
def comma_splice_nouns(document: Document) -> Iterator[Flag]:
    for i in document.places.get(",", ()):
        comma = document.tokens[i]
        sentence = document.sentences[comma.sentence]
        if not document.blocks[sentence.block].is_body or document.is_quoted(comma.span):
            continue
        second = _second(document, comma)
        if second is None or not _first(document, sentence, comma) or _series(document, sentence, second[1]):
            continue
        head = second[0]
        start, before = near(document, comma, 1), near(document, comma, -1)
        stop = f". {start.text[0].upper()}{start.text[1:]}"
        yield Flag(
            Span(before.start, head.end),
            f"Two sentences are joined by a comma: “{before.text}, {document.text[start.start : second[1].end]}”.",
            edits=(
                Edit.replace(comma.span, ";"),
                Edit.replace(Span(comma.start, start.end), stop),
                Edit.replace(comma.span, ", and"),
                Edit.replace(comma.span, ", but"),
                Edit.replace(comma.span, " and"),
            ),
        )


def _noun_phrase(document: Document, start: Token, *, pair: bool = True) -> tuple[Token, Token] | None:
    """The head of a plain noun phrase that begins at ``start``, and the token after it; None where it may hold a clause."""
    token = start
    if token.lower in _ALONE or token.tag in ("DT", "PRP$", "PDT"):
        token = near(document, token, 1)
        if start.lower in _ALONE and token.tag not in _OF_A_NOUN and token.lower != "of":
            return start, token
    elif start.lower == "more" and token.i >= 0 and near(document, token, 1).lower == "than":
        token = near(document, token, 2)
    if start.lower in ("the", "a", "an") and token.tag in ("JJR", "RBR"):
        return None
    best = token.tag in ("JJS", "RBS") or token.lower in ("first", "last", "only", "most", "second", "third", "kind")
    head: Token | None = start if start.lower in _ALONE else None
    for _ in range(7):
        if (
            token.tag in ("NNS", "NNP", "NNPS")
            and head is not None
            and head.tag == "NN"
            and (best or token.tag != "NNS")
        ):
            return None  # “the first time England have won”
        if token.tag in ("NNP", "NNPS") and best:
            return None
        if is_noun(token):
            if head is not None and head.tag in ("NNS",):
                return None
            head = token
        elif token.tag not in _OF_A_NOUN and token.lower != "'s":
            break
        token = near(document, token, 1)
    before = near(document, token, -1)
    subject = before.tag in ("JJ", "CD", "JJS") and before.dep in ("nsubj", "nsubjpass")
    if head is None and before.i > start.i and subject:
        head = before  # “the second sold a million”
    elif head is None or head.lower in _TIMES:
        return None
    if token.lower in _SHORT and pair and near(document, token, -1).i == head.i:
        inner = _noun_phrase(document, near(document, token, 1), pair=False)
        return (head, inner[1]) if inner else None
    return (head, token) if near(document, token, -1).i == head.i else None


def _second(document: Document, comma: Token) -> tuple[Token, Token] | None:
    """The subject's head and the verb of a statement that begins at the comma and is no attribution."""
    start = near(document, comma, 1)
    if not comma.space or start.tag in ("VBG", "VBN"):
        return None
    found = (start, near(document, start, 1)) if start.lower in _PRONOUNS else _noun_phrase(document, start)
    if found is None:
        return None
    head, verb = found
    while verb.tag == "RB" and verb.i >= 0:
        verb = near(document, verb, 1)
    if verb.i < 0 or (head.tag == "NNS" and verb.tag == "VBZ"):
        return None
    if not surely_finite(document, verb) or (verb.tag == "VBZ" and near(document, verb, 1).tag.startswith("W")):
        return None
    after = near(document, verb, 1)
    while after.tag == "RB" and after.i >= 0:
        after = near(document, after, 1)
    if after.text in (",", "?", "”", "“", '"') or _attributes(document, verb):
        return None
    if verb.lemma != "be" and _attributes(document, after):
        return None
    return head, verb


def _attributes(document: Document, verb: Token) -> bool:
    """Whether the verb says who said what stands before the comma."""
    if verb.lemma not in _SAYS:
        return False
    after = near(document, verb, 1)
    if verb.lemma in _SEES and after.tag in ("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "CD"):
        return False
    if verb.lemma not in ("say", "add", "believe", "think", "warn", "argue", "hope", "fear"):
        return True
    # “Ames said it was safe”: the speaker’s own statement follows.
    start = near(document, after, 1) if after.lower == "that" else after
    if start.tag not in ("PRP", "DT", "PRP$", "EX"):
        return True
    for n in range(1, 6):
        token = near(document, start, n)
        if is_finite(token):
            return False
        if token.i < 0 or token.text == ",":
            break
    return True


def _first(document: Document, sentence: Sentence, comma: Token) -> bool:
    """Whether what stands before the comma ends in a complete statement."""
    tokens = [t for t in document.tokens[sentence.first : comma.i] if t.text not in ("“", "”", '"')]
    if (
        not tokens
        or tokens[0].lower in _ADVERBIAL
        or tokens[0].tag in ("VBG", "VBN", "VB", "TO")
        or any(t.text in ("(", ":", ";", "–", "—", "…", "[") for t in tokens)
    ):
        return False
    segments: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == ",":
            segments.append([])
        else:
            segments[-1].append(token)
    following = near(document, comma, 1).lower
    if (
        following in _PRONOUNS
        and len(segments) == 1
        and not any(t.lower in _RELATIVE or t.lemma in _SAYS for t in tokens)
    ):
        return False  # comma_splice reads these
    words = segments[-1]
    if any(_leans(document, s) for s in segments):
        return False
    if len(segments) > 2 and is_finite(words[0]) and words[0].lemma not in _SAYS:
        words = segments[-3] + words  # “The vaccine, made in Pune, must be kept cold”
    return _complete(document, words)


def _leans(document: Document, words: list[Token]) -> bool:
    """Whether a part opens as a clause of time, cause or condition, or with one soon after."""
    if words and words[0].lower in ("and", "but", "yet", "or"):
        words = words[1:]
    if not words or words[0].lower in _ADVERBIAL or words[0].tag in ("VBG", "TO", "VB"):
        return True
    for token in words:
        after = near(document, token, 1)
        if token.lower == "that" and (after.tag in ("IN", "TO", "WRB", "VBG") or after.lower in _ADVERBIAL):
            return True
        if (token.lower, after.lower) in (("not", "only"), ("no", "matter"), ("in", "addition")):
            return True
        if token.lower in _TIMES and after.lower in ("after", "before", "since"):
            return True
    return False


def _complete(document: Document, words: list[Token]) -> bool:
    if words and words[0].lower in ("and", "but", "yet"):
        words = words[1:]
    while words and words[0].tag == "RB" and len(words) > 3:
        words = words[1:]
    if len(words) > 4 and words[0].lower in ("in", "on", "at", "since") and words[1].lower in _DATES:
        words = words[2:]
    said = next((t.i for t in words if t.lower == "that" and near(document, t, -1).lemma in _SAYS), None)
    if said is not None and words[0].tag not in ("IN", "VBG", "TO"):
        words = [t for t in words if t.i > said]
    if words and is_finite(words[0]) and words[0].lemma in _SAYS and words[0].tag == "VBD":
        words = words[2:] if len(words) > 1 and words[1].lower == "that" else words[1:]
    cause = next((n for n, t in enumerate(words) if t.lower == "because" and n > 2), 0)
    if cause and words[cause - 1].lemma not in _SAYS and any(is_finite(t) for t in words[:cause]):
        words = words[
            cause + 1 :
        ]  # “The pier was shut because it had rotted, boats could use it”: both halves are told
    if len(words) < 3 or _links(words):
        return False
    opens = words[0]
    if opens.tag not in ("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "EX", "PDT"):
        return False
    if opens.lower in _RELATIVE and opens.tag != "DT":
        return False
    if opens.lower == "the" and words[1].tag in ("JJR", "RBR"):
        return False
    verb = next((t for t in words if is_finite(t) or t.lower in OWN_PAST), None)
    if verb is None or any(t.lower in _RELATIVE for t in words if t.i < verb.i):
        return False
    if verb.lemma in _SAYS and not (verb.lemma in _SEES and near(document, verb, 1).tag in ("DT", "PRP$", "CD")):
        rest = [t for t in words if t.i > verb.i]
        if verb.tag != "VBD" or len(rest) < 3:
            return False
        return _complete(document, rest[1:] if rest[0].lower == "that" else rest)
    subject = [t for t in words if t.i < verb.i]
    if not subject or not (
        any(is_noun(t) or t.tag in ("PRP", "EX") for t in subject) or subject[-1].lower in _ALONE | {"this", "that"}
    ):
        return False
    if any(t.lower in _TIMES for t in subject) and subject[-1].lower not in _TIMES:
        return False
    if subject[-1].lower == "it" and verb.lower in ("seems", "seemed", "appears", "happens"):
        return False
    last = words[-1]
    if verb.lemma in ("be", "have") and last.i == verb.i + 1 and last.lower in ("it", "been", "being"):
        return False
    if verb.i == last.i:
        return surely_finite(document, verb) and verb.lemma not in ("be", "have", "do") and verb.tag != "MD"
    return last.tag not in ("IN", "TO", "MD") or last.lower in _PARTICLES


def _links(words: list[Token]) -> bool:
    """Whether a word among them opens a clause: “until” before a finite verb, not before a noun alone."""
    return any(t.lower in _LINKS and any(is_finite(v) for v in words if v.i > t.i) for t in words[:-1])


def _series(document: Document, sentence: Sentence, verb: Token) -> bool:
    """Whether “and” joins a third statement: “A was, B was and C was”."""
    for token in document.tokens[verb.i + 1 : sentence.last]:
        if token.lower in ("and", "or", "nor"):
            noun = False
            for n in range(1, 9):
                following = near(document, token, n)
                if following.text in (",", "") or following.lower in _RELATIVE:
                    break
                if is_finite(following) and noun:
                    return True
                noun = noun or is_noun(following) or following.tag == "PRP"
            if near(document, token, -1).text == ",":
                return True
    return False

"""The parse as attributions need it: edges of phrases, subjects across control, coordination and participles."""

from __future__ import annotations

import re
from functools import cached_property

from app.facts.attributions_types import may_speak
from app.facts.document import Document, Token
from app.facts.shift import in_blocks
from app.flags.flag import Span

Range = tuple[int, int]  # indices of tokens, end exclusive

# "JOHN DAY, Ore. (AP) — ", "HOUSTON, June 11 (Reuters) - ", "MACAU (Reuters) – "
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .’'-]+(?:/[A-Z .]+)?(?:, [A-Z][\w.]+)?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?: ?\([A-Z][\w .]{1,24}\))? ?(?:—|–|-|--) ?"
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_CLIMBS = frozenset("conj xcomp advcl pcomp ccomp dep parataxis acl aux relcl acomp attr oprd".split())
_GROUP = "IS"
_ISSUE = frozenset(
    """issue release make send post publish deliver give write read put tweet sign circulate approve pass adopt hold email
    e-mail text call address meet phone tell file""".split()
)
# "She urged him to say": the hearer is who shall say it. With other verbs ("used the hour to say") the subject speaks.
_OBJECT_CONTROL = frozenset(
    """urge ask tell want allow let force prompt lead persuade invite order expect require encourage help make get press
    compel permit enable advise instruct beg implore challenge warn dare beseech request teach push call cause see hear
    watch have leave find believe inspire pressure convince direct command""".split()
)
# What one speaks at, into or during.
_OCCASIONS = frozenset(
    """conference interview speech rally microphone broadcast event debate hearing meeting session address podcast programme
    program show appearance ceremony call briefing trial testimony visit lunch dinner breakfast conversation exchange""".split()
)
_DEEPEST = 12  # steps up a tree in search of a subject: bounds work on a broken parse


def _edges_alone(one: Document) -> tuple[list[int], list[int]]:
    """Left and right edges, in one pass over the forest."""
    size = len(one.tokens)
    left, right = list(range(size)), [i + 1 for i in range(size)]
    order = [t.i for t in one.tokens if t.head == t.i]
    for i in order:  # grows while it is read: parents before children
        order.extend(one.children[i])
    for i in reversed(order):
        head = one.tokens[i].head
        left[head] = min(left[head], left[i])
        right[head] = max(right[head], right[i])
    return left, right


class Tree:
    """A document's parse with what is asked of it again and again. Ranges are token indices, end exclusive."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.children = document.children

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        """Left and right edge of every token's phrase."""
        left: list[int] = []
        right: list[int] = []
        for place, edges in in_blocks(self.document, _edges_alone):
            left.extend([at + place.token for at in edges[0]])
            right.extend([at + place.token for at in edges[1]])
        return left, right

    def phrase(self, token: Token) -> Range:
        """The token with everything below it."""
        return self._edges[0][token.i], self._edges[1][token.i]

    def kids(self, token: Token, *deps: str) -> list[Token]:
        return [self.tokens[i] for i in self.children[token.i] if not deps or self.tokens[i].dep in deps]

    def kid(self, token: Token, *deps: str) -> Token | None:
        return next((self.tokens[i] for i in self.children[token.i] if self.tokens[i].dep in deps), None)

    def sentence(self, token: Token) -> Range:
        """The tokens of the token's sentence, less the dateline that may open it."""
        sentence = self.document.sentences[token.sentence]
        return self._after_datelines.get(sentence.i, sentence.first), sentence.last

    @cached_property
    def _after_datelines(self) -> dict[int, int]:
        """For the sentences that open with a dateline, the index of the first token after it."""
        found: dict[int, int] = {}
        for block in self.document.blocks:
            if not block.is_body or block.first == block.last:
                continue
            sentence = self.document.sentences[block.first]
            match = _DATELINE.match(self.document.text, block.start, block.end)
            if match and match.end() < sentence.end:
                found[sentence.i] = self.document.tokens_in(Span(match.end(), sentence.end))[0].i
            if len(found) > 2:
                break
        return found

    @cached_property
    def _quoted(self) -> bytearray:
        mask = bytearray(len(self.tokens))
        for quotation in self.document.quotations:
            for token in self.document.tokens_in(quotation.inner):
                mask[token.i] = 1
        return mask

    def _group(self, verb: Token) -> Token | None:
        """IS, the group, which the parse takes for the verb."""
        return next((k for k in self.kids(verb, "aux", "auxpass") if k.text == _GROUP and k.i < verb.i), None)

    def _issuer(self, verb: Token, noun: Token) -> Token | None:
        """The verb whose subject speaks in "issued a statement saying …", and in "…, saying …" set after a noun."""
        above = self.tokens[noun.head]
        if verb.dep != "acl" or verb.tag not in ("VBG", "VB"):
            return None
        if verb.tag == "VB":  # "made an effort to ask", "held talks to discuss"
            deed = noun.dep == "dobj" and noun.pos == "NOUN" and above.pos == "VERB" and not may_speak(noun)
            return above if deed and self.subject(above) is not None else None
        if noun.dep == "dobj" and above.lemma in _ISSUE:
            return above if self.subject(above) is not None else None
        if noun.dep == "pobj" and noun.lemma in _OCCASIONS:
            while above.pos not in ("VERB", "AUX") and above.head != above.i:
                above = self.tokens[above.head]
            return above if above.pos in ("VERB", "AUX") and self.subject(above) is not None else None
        if self.tokens[verb.i - 1].text != ",":
            return None
        for _ in range(_DEEPEST):
            if above.pos in ("VERB", "AUX") and self.kid(above, *_SUBJECTS) is not None:
                return above
            above = self.tokens[above.head]
        return None

    def is_quoted(self, token: Token) -> bool:
        """Whether the token stands inside quotation marks."""
        return bool(self._quoted[token.i])

    def span(self, of: Range) -> Span:
        return Span(self.tokens[of[0]].start, self.tokens[of[1] - 1].end)

    def is_passive(self, verb: Token) -> bool:
        auxiliary = self.kid(verb, "auxpass")
        if auxiliary is not None and auxiliary.text == _GROUP:
            return False
        if auxiliary is not None and auxiliary.lower == "'s" and self.kid(verb, "ccomp", "dobj", "prep") is not None:
            return False  # "he's said that …", which the parse takes for "he is said"
        if auxiliary is not None or self.kid(verb, "nsubjpass") is not None:
            return True
        return verb.tag == "VBN" and verb.dep in ("acl", "relcl") and self.kid(verb, "agent") is not None

    def _own_subject(self, verb: Token) -> Token | None:
        """The verb's own subject; of several, the last before it, and never the town of a dateline."""
        own = self.kids(verb, *_SUBJECTS)
        if len(own) > 1 or (own and own[0].sentence in self._after_datelines):
            first = self.sentence(verb)[0]
            own = [k for k in own if k.i >= first]
            before = [k for k in own if k.i < verb.i]
            return before[-1] if before else (own[0] if own else None)
        return own[0] if own else None

    def subject(self, verb: Token) -> Token | None:
        """The word that heads the subject, looked for up the tree where the verb has none of its own:
        "X came and said", "X came, saying", "X wants to say", "a letter saying", "X began by saying".
        """
        seen = verb
        for _ in range(_DEEPEST):
            own = self._own_subject(seen) or self._group(seen)
            if own is not None and not (self.is_passive(seen) and seen.i != verb.i and own.dep == "nsubj"):
                return own
            if seen.head == seen.i:
                return None
            head = self.tokens[seen.head]
            if seen.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
                above = self._issuer(seen, head)
                if above is None:
                    return head
                seen = above
                continue
            if seen.dep == "xcomp":
                whom = self.kid(head, "dobj", "dative")
                if whom is not None and whom.i < seen.i and seen.tag == "VB" and _controls(head, whom):
                    return whom
            if seen.dep == "pcomp":
                head = self.tokens[head.head]
            if seen.dep == "conj" and seen.pos == "VERB" and head.pos in ("NOUN", "PROPN"):
                # "put on an accent and joked": the parse joins the verb to the noun before it
                while head.pos in ("NOUN", "PROPN", "ADP") and head.head != head.i:
                    head = self.tokens[head.head]
            if seen.dep not in _CLIMBS:
                return None
            if seen.dep == "ccomp" and seen.tag not in ("VB", "VBG", "VBN"):
                return None
            seen = head
        return None


def _controls(head: Token, whom: Token) -> bool:
    return head.lemma.lower() in _OBJECT_CONTROL or may_speak(whom)

"""The noun phrase a sentence begins with: is it the subject, and of what kind."""

from __future__ import annotations

from app.checks.grammar._classes import DAYS, MONTHS
from app.checks.grammar._near import is_finite, is_noun, near
from app.facts.document import Document, Sentence, Token

_STARTS = frozenset("DT PDT PRP$ NNP NNPS NN NNS CD JJ JJS".split())
_INSIDE = frozenset(
    "DT PRP$ JJ JJR JJS NN NNS NNP NNPS CD POS HYPH $ VBN VBG PDT RBS RB IN TO CC FW AFX WP WDT WRB WP$ VB RP PRP".split()
)
_MARKS = frozenset("( ) “ ” \" '' `` ; : – — - ... … ? !".split()) - {"-"}
# A phrase with one of these at its head says when, how or how much: no subject.
_TIMES = (
    DAYS
    | MONTHS
    | frozenset(
        """day days week weeks month months year years night morning afternoon evening time times season summer winter spring
        fall autumn weekend decade century moment hour hours minute minutes second seconds today tomorrow yesterday tonight
        noon midnight dawn quarter jan. feb. aug. sept. oct. nov. dec. a.m. p.m. way result addition fact case contrast
        date term terms round instant thursday ago""".split()
    )
)
_RELATIVES = frozenset("who which that whom whose where what when".split())
_NO_SUBJECTS = frozenset(
    """once though although while if because since as unlike like despite given as that those both all such half much more
    most no not rather here there now then so yet worse better first second third next last later still even only just
    more none nor either neither whatever whoever however whether not too""".split()
) - {"most", "those", "both", "all", "no", "half", "that"}


def opening(document: Document, sentence: Sentence) -> tuple[Token, ...]:
    """The tokens up to the sentence's first comma where they read as one noun phrase, its relative clause included."""
    first = sentence.first
    if document.tokens[first].lower in ("but", "and", "yet") and sentence.last - first > 3:
        first += 1
    start = document.tokens[first]
    if start.text[:1].isdigit() and document.text[max(0, sentence.start - 4) : sentence.start].rstrip().endswith("No."):
        return ()  # “No.” ended no sentence
    if start.tag not in _STARTS and start.lower != "what":
        return ()
    if start.lower in _NO_SUBJECTS:
        return ()
    found: list[Token] = []
    relatives = 0
    for token in document.tokens[first : min(first + 24, sentence.last)]:
        if token.text == ",":
            break
        if token.text in _MARKS or (token.text == "-" and token.space and near(document, token, -1).space):
            return ()
        if token.lower in _RELATIVES and (token.tag in ("WP", "WDT", "WP$") or token.lower == "where"):
            relatives += 1
        elif is_finite(token) and not (token.tag == "MD" and relatives):
            if not relatives:
                return ()
            if near(document, token, -1).tag != "MD":
                relatives -= 1
        elif token.tag not in _INSIDE and not is_finite(token) and token.lower not in ("%", "'", "’", "/"):
            return ()
        found.append(token)
    else:
        return ()
    if not found or found[-1].tag in ("IN", "CC", "TO", "DT", "RB"):
        return ()
    return () if _says_when(found) else tuple(found)


def _says_when(tokens: list[Token]) -> bool:
    if (
        tokens[0].lower in ("those", "anyone", "everyone", "everybody", "anybody")
        and len(tokens) > 1
        and tokens[1].lower in _RELATIVES
    ):
        return False  # “Those who pay”
    nouns = [t for t in tokens if is_noun(t) or t.lower in _TIMES]
    if not nouns:
        return True
    at = next((n for n, t in enumerate(tokens) if t.tag in ("IN", "WP", "WDT", "WRB", "TO") and n), len(tokens))
    group = [t for t in tokens[:at] if is_noun(t) or t.lower in _TIMES]
    head = group[-1] if group else nouns[0]
    return head.lower in _TIMES or head.lower.rstrip("s") in _TIMES or tokens[0].lower in DAYS | MONTHS

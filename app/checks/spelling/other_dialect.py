"""A word spelt as in the other dialect: armored in British copy, paediatric in American."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from app.checks.check import bad, check, good
from app.checks.spelling.lexicon import dialects
from app.facts.custom import follows_another_custom
from app.facts.document import Document, Token
from app.facts.shift import in_blocks
from app.flags.flag import Edit, Flag, Severity

_COMPUTERS = frozenset(
    """computer software code coding app apps malware spyware virus installed install run runs running desktop data
    machine learning ai algorithm programmer programmers application""".split()
)
_WHOLE_STORY = 3  # different words
_NAMES = {"en-US": "American", "en-GB": "British"}


@check(
    title="Spelling of the other dialect",
    catches="American spelling in a British story, British spelling in an American one; names and quoted titles keep theirs.",
    why="One story in two spellings looks pasted together.",
    source="AP Stylebook (Webster’s New World); Guardian style guide, American English (Collins)",
    category="spelling",
    severity="should",
    audible=False,
    examples=[
        bad("The [armored] cars left the centre.", fixed="The armoured cars left the centre.", style="guardian"),
        bad("Nurses in the [paediatric] unit were not told.", fixed="Nurses in the pediatric unit were not told."),
        bad("The [program] for pupils ended.", fixed="The programme for pupils ended.", style="bbc"),
        bad("Ministers will [organize] a vote.", fixed="Ministers will organise a vote.", style="guardian"),
        bad("He lost his driving [license].", fixed="He lost his driving licence.", style="bbc"),
        bad("She will [practise] law in Ohio.", fixed="She will practice law in Ohio."),
        bad("Doctors [practicing] in Leeds agreed.", fixed="Doctors practising in Leeds agreed.", style="bbc"),
        bad("The mine sold 400 metric [tonnes] of ore.", style="reuters", fixed="The mine sold 400 metric tons of ore."),
        bad("He wrote a [check] for £400.", style="bbc", fixed="He wrote a cheque for £400."),
        bad("Smoke hung over the [grey] hull.", fixed="Smoke hung over the gray hull."),
        bad("Her [gray] coat was torn.", style="guardian", fixed="Her grey coat was torn."),
        good("The safety check was signed off by Mr Gray.", style="bbc"),
        good("The World Trade Center and the US Department of Labor are in the film.", style="guardian"),
        good("The computer program is free, and officers license pubs.", style="bbc"),
        good("The Labour Party leader met the Ministry of Defence in London's theater district."),
        good("The specialties of medicine and the practice of law.", style="guardian"),
        good("He learned of the inquiry while among friends.", style="bbc"),
    ],
)  # fmt: skip
def other_dialect(document: Document) -> Iterator[Flag]:
    other = "en-GB" if document.dialect == "en-US" else "en-US"
    flags: list[Flag] = []
    at_home = sum(found.at_home for _, found in in_blocks(document, _in_block))
    words = [
        (document.tokens[p.token + i], own) for p, found in in_blocks(document, _in_block) for i, own in found.foreign
    ]
    for token, own in words:
        if _is_named(document, token):
            continue
        shown = own[0].upper() + own[1:] if token.text[0].isupper() else own
        said = f"“{token.text}” is {_NAMES[other]} spelling; {_NAMES[document.dialect]} copy has “{shown}”."
        flags.append(Flag(token.span, said, edits=(Edit.replace(token.span, shown),)))
    # A story in the other dialect throughout was written for another desk: say so mildly, not at every word.
    different = len({f.span.of(document.text).lower() for f in flags})
    whole = different >= (_WHOLE_STORY if at_home else 2) and len(flags) > 2 * at_home
    repeated = different == 1 and len(flags) > 1  # one word, always so spelt: the draft’s own choice
    if flags and (whole or repeated or (not at_home and follows_another_custom(document))):
        yield _once(flags, _NAMES[other])
    else:
        yield from flags


class _Spelt(NamedTuple):
    """Of a block alone: how many words are spelt as the dialect has them and the other not, and the indices of those of
    the other with what they should be."""

    at_home: int
    foreign: tuple[tuple[int, str], ...]


def _in_block(one: Document) -> _Spelt:
    tables = dialects()
    other = "en-GB" if one.dialect == "en-US" else "en-US"
    foreign, theirs = tables.foreign[one.dialect], tables.foreign[other]
    ize = tables.ize if one.dialect == "en-GB" and one.style.kin in ("guardian", "bbc") else {}
    owns = ((t.i, foreign.get(t.lower) or ize.get(t.lower) or _by_context(one, t)) for t in one.tokens)
    return _Spelt(sum(t.lower in theirs for t in one.tokens), tuple((i, own) for i, own in owns if own))


def _once(flags: list[Flag], dialect: str) -> Flag:
    """One question at the first place for all of them; its edit mends that place, the rest are named and related."""
    first, *rest = flags
    if not rest:
        return replace(first, severity=Severity.MAY)
    more = f" {len(rest)} more like this: is the whole draft in {dialect} spelling?"
    return replace(first, severity=Severity.MAY, message=first.message + more, related=tuple(f.span for f in rest))


def _by_context(document: Document, token: Token) -> str | None:
    """British spellings that depend on the sense: programme, licence, practise, kerb, tyre, metre, storey, cheque."""
    word = token.lower
    if document.dialect != "en-GB":
        return _american(document, token)
    if word in ("program", "programs") and token.tag in ("NN", "NNS"):
        near = {t.lower for t in document.tokens[max(token.i - 12, 0) : token.i + 12]}
        return None if near & _COMPUTERS else word.replace("program", "programme")
    if word in ("license", "licenses") and token.tag in ("NN", "NNS"):
        return word.replace("license", "licence")
    before = document.tokens[token.i - 1].lower if token.i else ""
    if (
        word in ("practice", "practices")
        and token.tag in ("VB", "VBP", "VBZ")
        and before in ("to", "will", "who", "can", "must", "not", "n't")
    ):
        return word.replace("practice", "practise")
    if word == "curb" and before in ("the", "a") and token.tag == "NN":
        following = document.tokens[token.i + 1].lower if token.i + 1 < len(document.tokens) else ""
        return None if following in ("on", "to") else "kerb"
    if word in ("tire", "tires") and token.tag in ("NN", "NNS"):
        return word.replace("tire", "tyre")
    if word in ("meter", "meters") and (
        (before in ("square", "cubic", "a") and word == "meters") or before.replace(",", "").replace(".", "").isdigit()
    ):
        return word.replace("meter", "metre")
    if word == "story" and before == "-" and document.tokens[token.i - 2].tag == "CD":
        return "storey"
    if word in ("check", "checks") and token.tag in ("NN", "NNS"):
        near = {t.lower for t in document.tokens[max(token.i - 4, 0) : token.i]}
        return word.replace("check", "cheque") if near & _OF_MONEY else None
    return None


_OF_MONEY = frozenset("write wrote written writes cash cashed cashing blank bounced forged signed giro".split())


def _american(document: Document, token: Token) -> str | None:
    """British words that American copy has only in another form: tonnes, storeys."""
    word = token.lower
    if word in ("tonne", "tonnes"):
        before = document.tokens[token.i - 1].lower if token.i else ""
        return ("" if before == "metric" else "metric ") + word.replace("tonne", "ton")
    return {"storey": "story", "storeys": "stories"}.get(word)


def _is_named(document: Document, token: Token) -> bool:
    """Whether the word is part of a name: written with a capital, but for a capital that opens a sentence of running text."""
    if document.names is not None and document.names.at(token.span) is not None:
        return True
    if token.text.islower():
        return False
    if token.text.isupper() or token.i != document.sentences[token.sentence].first:
        return True
    following = document.tokens[token.i + 1] if token.i + 1 < len(document.tokens) else token
    return following.text[0].isupper()

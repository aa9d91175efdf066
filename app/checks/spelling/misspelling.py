"""A lower-case word that no dictionary has and that is close to one it has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from app.checks.check import bad, check, good
from app.checks.spelling.lexicon import (
    COMMON,
    misspellings,
    nearest,
    proper_words,
    sounds_alike,
    squeezed,
    two_edits_away,
    vowels_differ,
    words,
)
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag, Severity

_PREFIXES = re.compile(
    r"^(?:anti|non|un|re|pre|post|pro|co|sub|super|over|under|out|micro|mini|mega|multi|inter|counter|cyber|eco|bio|geo|neo"
    r"|semi|mid|ultra|hyper|tele|auto|crypto|euro|agri|aero|nano|photo|psycho|socio|electro|hydro|petro|narco|techno|trans"
    r"|infra|intra|extra|mis|dis|de|be|en|fore|back|up|down|off|on)(?=[a-z]{4})"
)
_SUFFIXES = re.compile(
    r"(?:ness|less|like|wise|ish|ship|hood|dom|ism|isms|ist|ists|er|ers|ing|ed|s|es|ly|ies|able|worthy|wide|ward|proof|free"
    r"|gate|fest|maker|makers|goer|goers|holder|holders|ization|isation|izing|ising|ized|ised|ize|ise)$"
)


@check(
    title="Misspelt word",
    catches="A word that is in no dictionary and a slip away from one that is.",
    why="A misspelling makes a reader doubt the figures too.",
    source="Spelling",
    category="spelling",
    severity="must",
    audible=False,
    examples=[
        bad("The towns are [seperate] counties now.", fixed="The towns are separate counties now."),
        bad("The hall can [accomodate] 300 people.", fixed="The hall can accommodate 300 people."),
        bad("The mine shut [immediatly] after it.", fixed="The mine shut immediately after it."),
        bad("“They [drawed] the line,” she said.", fixed="“They drew the line,” she said.", severity="may"),
        bad("The [goverment] fell on Tuesday, she said.", fixed="The government fell on Tuesday, she said."),
        bad("The fire [occured] at noon.", fixed="The fire occurred at noon."),
        bad("“It was [definately] him,” she said.", fixed="“It was definitely him,” she said."),
        bad("There was no [concensus] on the pier.", fixed="There was no consensus on the pier."),
        bad("The cost was [managable], [adn] he paid.", fixed="The cost was manageable, and he paid."),
        bad("The bank fell. [Analists] at two rivals kept their ratings.", fixed="The bank fell. Analysts at two rivals kept their ratings."),
        good("“He was wantin’ to go,” she said, “and I'm wantin' to stay.”"),
        good("Hollands was late. Mathers said that it rained."),
        good("Podcasters and vloggers livestreamed the unboxing."),
        good("Sunday was wet, Danish crews said, and the word in- ception was broken."),
        good("The mayor of al-Rai met the loya jirga in a burqa shop."),
        good("The colour of the centre, the color of the center, the instalments and the specialties."),
    ],
)  # fmt: skip
def misspelling(document: Document) -> Iterator[Flag]:
    used: Counter[str] | None = None
    for block in document.blocks:
        for i in document.in_block(block.i, _unknown):
            token = document.tokens[document.sentences[block.first].first + i]
            used = used or Counter(t.text for t in document.tokens)
            if _is_name(document, token, used) or _in_sources(document, token.lower) or _drops_its_g(document, token):
                continue
            flag = _judge(document, token, misspellings().get(token.lower, ()), used[token.text])
            if flag and token.lower in _SPOKEN and document.is_quoted(token.span):
                flag = replace(flag, severity=Severity.MAY)
            if flag:
                yield flag


# Forms of dialect that people say: in their own words they may stand.
_SPOKEN = frozenset(
    """theirselves hisself ourself themself drawed knowed growed blowed throwed catched teached seed runned goed comed
    gived taked telled buyed bringed drownded heared cutted hurted bursted borned attackted gotta gonna wanna dunno innit
    cuz coz somethin nothin doin goin""".split()
)


def _drops_its_g(document: Document, token: Token) -> bool:
    """Whether it is written as it was said: wantin', goin’."""
    return token.lower.endswith("in") and document.text[token.end : token.end + 1] in ("'", "’")


def _unknown(one: Document) -> tuple[int, ...]:
    """The indices of the words of a block that are in no dictionary, or in the list of misspellings."""
    known, listed = words(), misspellings()
    return tuple(
        token.i
        for token in one.tokens
        if not (
            (len(token.lower) < 4 and token.lower not in listed)
            or (known.get(token.lower, 99) < 70 or (token.lower in known and token.lower not in listed))
            or not (token.lower.isascii() and token.lower.isalpha())
            or not _is_plain(one, token)
        )
    )


def _judge(document: Document, token: Token, listed: tuple[str, ...], times: int) -> Flag | None:
    word = token.lower
    if listed:
        return _flag(token, listed, None)
    near = nearest(word)
    doubled = [w for w in near if squeezed(w) == squeezed(word)]
    if doubled and words()[doubled[0]] <= 50:
        return _flag(token, doubled, None)
    slip = (
        near
        and words()[near[0]] <= COMMON
        and len(near[0]) == len(word)
        and near[0][0] == word[0]
        and (vowels_differ(word, near[0]) or sounds_alike(word, near[0]))
    )
    if near and re.search(r"[gc]e(?:able|ably)$", near[0]) and re.search(r"[gc](?:able|ably)$", word):
        return _flag(token, near, None)  # noticable: the e keeps c and g soft
    if _is_derived(word) or (_is_compound(word) and not slip):
        return None
    if near and words()[near[0]] <= 50:
        sure = times == 1 and (len(word) >= 7 or (len(word) >= 5 and words()[near[0]] <= COMMON))
        return _flag(token, near, None if sure else Severity.MAY)
    far = two_edits_away(word) if len(word) >= 8 and not near else []
    return _flag(token, far, None if len(word) >= 9 and times == 1 else Severity.MAY) if far else None


def _flag(token: Token, means: list[str] | tuple[str, ...], severity: Severity | None) -> Flag:
    first = token.text[0].isupper()
    news = [m[0].upper() + m[1:] if first else m for m in means[:3]]
    return Flag(
        token.span, f"“{token.text}” is in no dictionary: “{news[0]}”?",
        edits=tuple(Edit.replace(token.span, n) for n in news), severity=severity,
    )  # fmt: skip


def _is_plain(document: Document, token: Token) -> bool:
    """A lower-case word standing free, or the first of a sentence: no part of a hyphened word, address or hashtag."""
    text = document.text
    if text[max(token.start - 2, 0) : token.start] == "- ":
        return False  # the second half of a word broken at the end of a line
    before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    if (
        before in ("-", "–", "@", "#", "/", ".", "_", "'", "’")
        or after in ("-", "–", "/", "_", "@")
        or before.isalnum()
        or after.isalnum()
    ):
        return False
    if after == "." and text[token.end + 1 : token.end + 2].isalnum():
        return False
    if token.text.islower():
        return True
    return token.text.istitle() and token.i == document.sentences[token.sentence].first


def _opens_as_noun(document: Document, token: Token, used: Counter[str]) -> bool:
    """Whether a capital that only opens the sentence stands on a plural noun whose sound is right: "Analists expect …"."""
    word = token.lower
    following = document.tokens[token.i + 1] if token.i + 1 < len(document.tokens) else token
    if not (word.endswith("s") and len(word) >= 7 and token.text.istitle()) or used[token.text] > 1:
        return False
    if not following.text.islower() or following.lower == "'s" or {word, word[:-1]} & proper_words():
        return False
    near = nearest(word, most=COMMON)
    return (
        bool(near)
        and near[0][0] == word[0]
        and near[0].endswith("s")
        and (vowels_differ(word, near[0]) or sounds_alike(word, near[0]) or squeezed(word) == squeezed(near[0]))
    )


def _is_name(document: Document, token: Token, used: Counter[str]) -> bool:
    if _opens_as_noun(document, token, used):
        return False
    if document.names is not None and document.names.at(token.span) is not None:
        return True
    if token.text[0].isupper():
        if token.lower in proper_words() or token.lower.removesuffix("s") in proper_words():
            return True
        following = document.tokens[token.i + 1] if token.i + 1 < len(document.tokens) else token
        if (
            following.text[0].isupper()
            or following.lower in ("'s", "-", "'")
            or token.entity in ("PERSON", "GPE", "ORG", "NORP")
        ):
            return True
        near = nearest(token.lower, most=COMMON)
        return (token.lower not in misspellings() and not (near and len(token.lower) >= 6)) or used[token.text] > 1
    return used[token.text.title()] > 0 or token.tag == "FW"


def _in_sources(document: Document, word: str) -> bool:
    return any(re.search(rf"\b{word}\b", s.text, re.IGNORECASE) for s in document.draft.sources)


def _is_derived(word: str) -> bool:
    """Whether it is a known word with a common prefix or suffix: reopener, unboxing, citywide."""
    known = words()
    bare = _PREFIXES.sub("", word)
    for stem in {word, bare}:
        if known.get(stem, 99) <= 70 and stem != word:
            return True
        ending = _SUFFIXES.search(stem)
        if not ending:
            continue
        root = stem[: ending.start()]
        if len(root) >= 3 and any(
            known.get(r, 99) <= 60
            for r in (
                root,
                "" if ending[0] == "ly" else root + "e",
                root + "y",
                root[:-1] if root[-1] == root[-2:-1] else root,
            )
        ):
            return True
    return False


def _is_compound(word: str) -> bool:
    """Whether it is two common words run together, as new words are: streetlight, paywall."""
    known = words()
    return any(
        known.get(word[:i], 99) <= 40 and known.get(word[i:], 99) <= 40 for i in range(3, len(word) - 2)
        if (i >= 4 and len(word) - i >= 3) or (len(word) - i >= 4 and len(word) >= 8)
    )  # fmt: skip

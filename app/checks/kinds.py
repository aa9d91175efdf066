"""Ready-made kinds of check: most house style is words to replace, bar, capitalise or keep consistent, told in data.

check_of(rule) makes the Check of one entry of a style file. What kinds share: words are looked up whole, with any
white space and either apostrophe between them; a form in lower case is also found capitalised where a sentence begins,
and elsewhere a capital means a name, which no rule touches; quoted words are left alone unless no ear can hear the change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from app.checks._phrases import PhraseIndex, form_pattern
from app.checks.check import Check, Example, bad, good
from app.facts.custom import follows_another_custom
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span
from app.styles.rules import Rule

_MARKED = re.compile(r"\[(?P<wrong>[^\[\]→]+?)(?:\s*→\s*(?P<right>[^\[\]]*))?\]")


def check_of(rule: Rule, *, id: str, styles: tuple[str, ...], title: str, index: PhraseIndex | None = None) -> Check:
    """The check of one entry; ``title`` names the house style on its card.

    Entries that come and go together (a newsroom's file, read again when it changes) share an ``index`` of their own.
    """
    wrong, right = rule.words[0][0], (rule.words[0][1] or ("",))[0]
    return Check(
        id=id,
        title=rule.title or _title(rule, wrong, right),
        catches=f"The words {', '.join(f'“{w}”' for w, _ in rule.words[:6])}.",
        why=rule.why,
        source=rule.source,
        category=rule.category,
        severity=Severity(rule.severity),
        scope="document",
        find=_KINDS[rule.kind](rule, title, index or _index),
        examples=tuple(_examples(rule, styles[0])),
        audible=rule.audible,
        styles=styles,
        pure_style=rule.pure_style,
    )


def _title(rule: Rule, wrong: str, right: str) -> str:
    if rule.kind == "capitals":
        return f"Write {wrong}"
    if rule.kind == "consistent":
        return f"Either {' or '.join(w for w, _ in rule.words)}, not both"
    return f"{right[:1].upper()}{right[1:]}, not {wrong}" if right else f"Avoid {wrong}"


def _examples(rule: Rule, style: str) -> Iterator[Example]:
    """Bad and good examples of the entry; what a bad one is mended to is a good one too."""
    for text in rule.bad:
        marked = _MARKED.sub(lambda m: f"[{m['wrong']}]", text)
        mended = None
        if any(m["right"] is not None for m in _MARKED.finditer(text)):
            mended = re.sub(r"(?<=\S)  +", " ", _MARKED.sub(lambda m: m["right"] or "", text))
        yield bad(marked, fixed=mended, style=style)
        yield good(mended if mended is not None else _MARKED.sub("thing", text), style=style)
    for text in rule.good:
        yield good(text, style=style)


def _replace(rule: Rule, title: str, index: PhraseIndex) -> Callable[[Document], Iterable[Flag]]:
    """Words with their replacement, or words that are only barred."""
    table = {_plain(w): (w, rights) for w, rights in rule.words}
    entry = index.add(w for w, _ in rule.words)

    def find(document: Document) -> Iterator[Flag]:
        found = list(_places(document, rule, index, entry))
        severity = None
        if rule.throughout and found and _is_custom(document, len(found), _rights_written(document, rule, found)):
            severity = Severity.MAY
        for span in found:
            written = _plain(span.of(document.text))
            given = table.get(written) or table.get(written[0].lower() + written[1:]) or table.get(written.lower())
            if given is None:
                continue
            wrong, choices = given
            if span.of(document.text) in choices:
                continue  # it differs by its capital alone, which is right here
            if choices and written == choices[0][:1].upper() + choices[0][1:] and _begins_sentence(document, span):
                continue  # the capital is the sentence's
            if choices and written.lower() == choices[0].lower() and _beside_capital(document, span, before=False):
                continue  # the Cabinet Office
            if wrong == wrong.lower() and not rule.any_case and not _may_be_capital(document, span):
                continue
            edits = tuple(_edit(document, span, wrong, choice) for choice in choices)
            yield Flag(span, _message(rule, title, span.of(document.text), choices), edits=edits, severity=severity)

    return find


def _capitals(rule: Rule, title: str, index: PhraseIndex) -> Callable[[Document], Iterable[Flag]]:
    """Words with one right use of capitals; a capital that begins a sentence, headline or name is none of ours."""
    table = {w.lower(): w for w, _ in rule.words}
    entry = index.add(w for w, _ in rule.words)

    def find(document: Document) -> Iterator[Flag]:
        found = []
        for span in _places(document, rule, index, entry, any_case=True):
            written = span.of(document.text)
            right = table[" ".join(written.lower().replace("’", "'").split())]
            begins = _begins_sentence(document, span)
            if written == right or (begins and written == right[0].upper() + right[1:]) or written.isupper():
                continue
            if right.islower() and (begins or _beside_capital(document, span)):
                continue
            found.append((span, right))
        own = sum(document.text.count(f" {right}") for right in {right for _, right in found})
        other = rule.throughout and found and _is_custom(document, len(found), own)
        for span, right in found:
            severity = Severity.MAY if other else None
            yield Flag(span, f"{title} writes “{right}”.", edits=(Edit.replace(span, right),), severity=severity)

    return find


def _consistent(rule: Rule, title: str, index: PhraseIndex) -> Callable[[Document], Iterable[Flag]]:
    """Forms of which a draft keeps to one: the rarer ones are flagged where it has two."""
    forms = [w for w, _ in rule.words]
    entries = [index.add([form]) for form in forms]

    def find(document: Document) -> Iterator[Flag]:
        places = [list(_places(document, rule, index, entry)) for entry in entries]
        used = [i for i, spans in enumerate(places) if spans]
        if len(used) < 2:
            return
        kept = max(used, key=lambda i: (len(places[i]), -places[i][0].start))
        for i in used:
            for span in places[i] if i != kept else ():
                edit = _edit(document, span, forms[i], forms[kept])
                yield Flag(span, f"The draft has “{forms[kept]}” elsewhere.", edits=(edit,), related=(places[kept][0],))

    return find


_KINDS = {
    "replace": _replace,
    "prefer": _replace,
    "flag": _replace,
    "never": _replace,
    "abbreviation": _replace,
    "capitals": _capitals,
    "consistent": _consistent,
}


def _rights_written(document: Document, rule: Rule, found: list[Span]) -> int:
    """How often the draft writes the right forms of the wrong ones that were found."""
    wrongs = {_plain(span.of(document.text)).lower() for span in found}
    own = {r for w, rights in rule.words for r in rights if r and w.lower() in wrongs}
    if not own:
        return 0
    starts = {span.start for span in found}
    return sum(m.start() not in starts for right in own for m in form_pattern(right).finditer(document.text))


def _is_custom(document: Document, wrong: int, right: int) -> bool:
    """Whether the form is what this draft does throughout, or the draft is another house's copy."""
    return (wrong > 1 and wrong > 2 * right) or follows_another_custom(document)


_index = PhraseIndex()


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").split())


def _places(
    document: Document, rule: Rule, index: PhraseIndex, entry: int, *, any_case: bool = False
) -> Iterator[Span]:
    """Where the text has a form of the entry that the rule may judge, in order; of overlapping forms the longest."""
    spans: list[Span] = []
    joins = rule.kind == "abbreviation"  # U.S.-led, Nato-led
    for form, offset in index.places(document, entry):
        match = form_pattern(form, any_case=any_case, joins=joins).match(document.text, offset)
        if match:
            spans.append(Span(match.start(), match.end()))
    end = -1
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if span.start >= end and _may_judge(document, rule, span):
            end = span.end
            yield span


def _may_judge(document: Document, rule: Rule, span: Span) -> bool:
    block = document.block_at(span.start)
    if block is None or block.kind.value in ("byline", "dateline") or span.end > block.end:
        return False
    if rule.audible and document.is_quoted(span):
        return False
    text = document.text
    if rule.unless_after and _ends_with(text[max(block.start, span.start - 60) : span.start], rule.unless_after):
        return False
    return not (rule.unless_before and _starts_with(text[span.end : min(block.end, span.end + 60)], rule.unless_before))


def _ends_with(text: str, words: tuple[str, ...]) -> bool:
    text = _plain(text).lower()
    return any(text == w or text.endswith((" " + w, "“" + w, '"' + w, "-" + w)) for w in words)


def _starts_with(text: str, words: tuple[str, ...]) -> bool:
    text = _plain(text).lower()
    return any(re.match(rf"[\s-]*{re.escape(w)}(?!\w)", text) for w in words)


def _may_be_capital(document: Document, span: Span) -> bool:
    """Whether words of a lower-case rule are written so: in lower case, or with the capital of a sentence's start."""
    written = span.of(document.text)
    if written == written.lower():
        return True
    return (
        written[1:] == written[1:].lower()
        and _begins_sentence(document, span)
        and not _beside_capital(document, span, before=False)
    )


def _begins_sentence(document: Document, span: Span) -> bool:
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return True
    return not re.search(r"\w", document.text[sentence.start : span.start]) or bool(
        re.search(
            r"[:.!?]\s*[\"“'‘]?$|[\"“]$|[—–]\s?$|\)\s[-—–]+\s$", document.text[max(0, span.start - 4) : span.start]
        )
    )


def _beside_capital(document: Document, span: Span, *, before: bool = True) -> bool:
    """Whether a capitalised word stands beside, so that the words may belong to a name."""
    ahead = re.match(r"[\s-]([A-ZÀ-Þ][\w’'-]+)", document.text[span.end : span.end + 30])
    behind = re.search(r"([A-ZÀ-Þ][\w’'-]*)[\s-]$", document.text[max(0, span.start - 30) : span.start])
    if before and behind:
        at = span.start - len(behind[0])
        if not _begins_sentence(document, Span(at, at + len(behind[1]))):
            return True
    return bool(ahead)


def _edit(document: Document, span: Span, wrong: str, right: str) -> Edit:
    written = span.of(document.text)
    if written[0].isupper() and wrong[0].islower() and right:
        right = right[0].upper() + right[1:]
    if written.endswith(".") and right and not right.endswith(".") and _ends_sentence(document, span):
        right += "."
    if right == "" and document.text[span.end : span.end + 1] == " ":
        return Edit.delete(Span(span.start, span.end + 1))
    if right == "" and span.start and document.text[span.start - 1] == " ":
        return Edit.delete(Span(span.start - 1, span.end))
    return Edit.replace(span, right)


def _ends_sentence(document: Document, span: Span) -> bool:
    """Whether the full stop of the abbreviation is the sentence's own too."""
    sentence = document.sentence_at(span.start)
    return sentence is not None and not re.search(r"\w", document.text[span.end : sentence.end])


def _message(rule: Rule, title: str, wrong: str, rights: tuple[str, ...]) -> str:
    if rule.message:
        return rule.message
    if not rights:
        return f"{title} avoids “{wrong}”."
    shown = " or ".join(f"“{r}”" for r in rights[:3]) if any(rights) else "nothing in its place"
    return f"{title} prefers {shown} to “{wrong}”." if rule.kind == "prefer" else f"Write {shown}, not “{wrong}”."

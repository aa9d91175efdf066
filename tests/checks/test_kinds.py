"""Ready-made kinds of check: what each finds, where it keeps silent, and what it offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.checks.check import Check
from app.checks.kinds import check_of
from app.checks.run import judge
from app.facts.read import read_document
from app.flags.flag import Flag
from app.intake.plain_text import draft_from_text
from app.styles.rules import read_rules

BASE: dict[str, Any] = {"id": "x", "kind": "replace", "why": "Why.", "source": "Guide", "bad": "[a → b]", "good": "c"}


def made(**fields: Any) -> Check:
    entry: Mapping[str, Any] = BASE | fields
    (rule,) = read_rules([entry])
    return check_of(rule, id="style.test.x", styles=("ap",), title="House style")


def flags(check: Check, text: str) -> list[Flag]:
    document = read_document(draft_from_text(text, style="ap", dialect="en-US"))
    found = (replace(f, severity=f.severity or check.severity) for f in check.find(document))
    return list(judge(document, found))


def words(check: Check, text: str) -> list[str]:
    return [flag.span.of(text) for flag in flags(check, text)]


def test_words_are_replaced_whole_and_keep_the_capital_of_a_sentence() -> None:
    check = made(words={"prior to": "before"})
    text = "Prior to noon she left. A priority was set prior  to that."
    assert words(check, text) == ["Prior to", "prior  to"]
    assert [f.edits[0].replacement for f in flags(check, text)] == ["Before", "before"]


def test_either_apostrophe_is_found() -> None:
    check = made(words={"man's land": "no one's land"})
    assert words(check, "It is a man’s land. It is a man's land.") == ["man’s land", "man's land"]


def test_a_capital_inside_a_sentence_means_a_name() -> None:
    assert words(made(words={"advisor": "adviser"}), "She joined Advisor Shares as an advisor.") == ["advisor"]


def test_quoted_words_are_left_alone_unless_no_ear_can_hear_the_change() -> None:
    text = 'The mayor said: "My advisor wrote it prior to noon."'
    assert words(made(words={"prior to": "before"}), text) == []
    assert words(made(words={"advisor": "adviser"}, audible=False), text) == ["advisor"]


def test_words_beside_which_the_form_is_right_keep_it_silent() -> None:
    check = made(words={"persons": "people"}, unless_after=["missing"], unless_before=["unknown"])
    assert words(check, "Four persons ran. The missing persons unit. Persons unknown did it.") == ["persons"]


def test_a_word_to_drop_goes_with_its_space() -> None:
    check = made(words={"a total of": ""})
    text = "It cut power to a total of 900 homes."
    assert flags(check, text)[0].edits[0].apply(text) == "It cut power to 900 homes."


def test_an_abbreviation_at_the_end_leaves_the_sentence_its_stop() -> None:
    check = made(kind="abbreviation", words={"U.S.": "US"})
    text = "He flew to the U.S. It was a U.S.-led raid."
    assert [f.edits[0].replacement for f in flags(check, text)] == ["US.", "US"]


def test_a_form_kept_throughout_is_a_question() -> None:
    check = made(words={"towards": "toward"}, throughout=True)
    assert [f.severity for f in flags(check, "He ran towards me.")] == ["should"]
    assert [f.severity for f in flags(check, "He ran towards me. She ran towards us.")] == ["may", "may"]
    mixed = flags(check, "He ran towards me. She ran toward us, toward them and toward him.")
    assert [f.severity for f in mixed] == ["should"]


def test_capitals_are_set_right_but_not_in_names_or_where_a_sentence_begins() -> None:
    check = made(kind="capitals", words=["internet"])
    assert words(check, "The Internet is slow. Internet firms met the Internet Archive.") == ["Internet"]


def test_of_two_forms_the_draft_keeps_to_the_commoner() -> None:
    check = made(kind="consistent", words=["judgment", "judgement"])
    text = "The judgment was late. A judgement is a judgment."
    assert words(check, text) == ["judgement"]
    assert words(check, "The judgement was late.") == []


def test_a_word_only_barred_offers_no_edit() -> None:
    (flag,) = flags(made(kind="never", words=["perfect storm"]), "It was a perfect storm for shops.")
    assert flag.edits == ()
    assert "perfect storm" in flag.message


def test_bad_examples_show_the_fault_and_its_mending() -> None:
    check = made(words={"prior to": "before"}, bad="They met [prior to → before] noon.")
    first = check.examples[0]
    assert first.text == "They met prior to noon."
    assert first.fixed == "They met before noon."

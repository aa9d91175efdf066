"""A misspelling is a slip in a common word; names, terms and addresses are left alone."""

from __future__ import annotations

import pytest

from app.engines.spelling import is_candidate, plausible, severity_of
from app.flags.flag import Severity, Span


def candidate(marked: str) -> bool:
    """``marked`` is a text with the word in square brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    return is_candidate(marked.replace("[", "").replace("]", ""), Span(start, end))


@pytest.mark.parametrize(
    "marked",
    [
        "They will [recieve] it.",
        "He could not [accomodate], she said.",
        '"We [recieve] nothing," she said.',
        "The rebels’ [goverment]’s fall.",
    ],
)
def test_a_lower_case_word_in_running_copy_may_be_misspelt(marked: str) -> None:
    assert candidate(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Rami [Abdulrahman] said so.",  # a name
        "the town of al-[Rai] fell",
        "the al-[nusra] front",
        "Ursula [vonder] Leyen spoke",  # a particle
        "a [b2bsale] offer",  # digits
        "see [copydeskdemo].org today",  # an address
        "write to [newsdsk]@paper.org",
        "the #[climatechnge] tag",
        "what the French call “[laicité]” in class",
        'the so-called "[burqinis]" came',
        "a well-[knwon] man",
        "[fritas] are fried; fritas are small; fritas sell",  # spelt so three times
        "two [kgs] of it",
    ],
)
def test_names_addresses_and_terms_are_not_misspellings(marked: str) -> None:
    assert not candidate(marked)


def test_a_full_stop_after_the_word_does_not_make_it_an_address() -> None:
    assert candidate("They [recieve]. Then they go.")


def test_only_near_lower_case_suggestions_are_offered_nearest_first() -> None:
    assert plausible("bookeeper", ["zookeeper", "bookkeeper", "ZooKeeper", "book keeper"]) == ("bookkeeper",)
    assert plausible("asylee", ["Ashlee"]) == ()
    assert plausible("diety", ["daily", "diet"]) == ("diet",)


@pytest.mark.parametrize(
    ("word", "meant", "severity"),
    [
        ("recieve", "receive", Severity.SHOULD),
        ("seperate", "separate", Severity.SHOULD),
        ("accomodate", "accommodate", Severity.SHOULD),
        ("charnel", "channel", Severity.MAY),
        ("strivers", "strikers", Severity.MAY),
    ],
)
def test_one_consonant_for_another_is_only_a_question(word: str, meant: str, severity: Severity) -> None:
    assert severity_of(word, meant) is severity

"""The measures themselves: B-cubed by hand, and planted slips that can be told from the clean text."""

from __future__ import annotations

import random

import pytest

from app.flags.flag import Span
from tests.accuracy.clusters import Found, Gold, b_cubed, is_name, locate
from tests.accuracy.plant_names import PLANTERS, misspell
from tests.accuracy.planting import Slip, is_found, load_stories, slips_of


def _gold(*identities: str) -> list[Gold]:
    return [Gold(Span(10 * i, 10 * i + 5), identity, True) for i, identity in enumerate(identities)]


def _found(*clusters: str) -> list[Found]:
    return [Found(Span(10 * i, 10 * i + 5), cluster, True) for i, cluster in enumerate(clusters) if cluster]


def test_b_cubed_is_one_where_the_clusters_agree() -> None:
    score = b_cubed([(_gold("ann", "ann", "bob"), _found("1", "1", "2"))])
    assert (score.precision, score.recall, score.f1) == (1, 1, 1)


def test_b_cubed_counts_a_mention_not_found_as_alone() -> None:
    score = b_cubed([(_gold("ann", "ann"), _found("1", ""))])
    assert score.precision == 1
    assert score.recall == pytest.approx(0.5)
    assert score.missed == 1


def test_b_cubed_lowers_precision_where_two_are_taken_for_one() -> None:
    score = b_cubed([(_gold("ann", "bob"), _found("1", "1"))])
    assert score.precision == pytest.approx(0.5)
    assert score.recall == 1


def test_pronouns_and_descriptions_are_no_names() -> None:
    assert is_name("Mayor Ines Calder")
    assert not is_name("The President")
    assert not is_name("she")


def test_mentions_are_looked_up_by_their_words() -> None:
    text = "Ann Reid spoke. Reid left."
    cluster = {"identity": "ann", "type": "person", "mentions": ["Ann Reid 's", "she", "Reid"]}
    assert [g.span.of(text) for g in locate(text, [cluster])] == ["Ann Reid", "Reid"]


@pytest.mark.parametrize("planter", PLANTERS, ids=lambda p: p.kind)
def test_each_planter_marks_the_place_it_changed(planter) -> None:  # type: ignore[no-untyped-def]
    slips = slips_of(planter, load_stories(), random.Random(1), 5)
    assert slips
    for _, slip in slips:
        assert slip.text != slip.clean
        assert slip.place.of(slip.text) == slip.place.of(slip.text).strip() != ""


def test_a_misspelt_word_is_never_the_word() -> None:
    rng = random.Random(3)
    assert "Abbott" not in {misspell("Abbott", rng) for _ in range(200)}


def test_a_slip_the_clean_text_has_too_is_not_found() -> None:
    wrong = "Mayor Ines Calder spoke. Caldar left."
    place = Span(25, 31)
    names = frozenset({"source_name"})
    assert is_found(Slip("letter", wrong, place, "", wrong.replace("Caldar", "Calder")), names)
    assert not is_found(Slip("letter", wrong, place, "", wrong), names)

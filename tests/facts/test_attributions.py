"""Who says what: each statement goes to its speaker, wherever the words that attribute it stand."""

from __future__ import annotations

import pytest

from app.facts.attributions import Attribution
from app.facts.read import read_document
from app.intake.plain_text import draft_from_text

LEAD = "The council met on Monday in the old hall and the doors stayed open.\n\n"
SPOKEN = ("direct", "indirect", "mixed", "finding")


def attributions(text: str) -> list[Attribution]:
    return list(read_document(draft_from_text(text)).attributions)


def said(text: str) -> list[tuple[str | None, str]]:
    """Source words and statement of each reported statement of a paragraph, in the order of the statements."""
    found = [a for a in attributions(LEAD + text) if a.kind in SPOKEN]
    whole = LEAD + text
    found.sort(key=lambda a: a.statement.start)
    return [(a.source.of(whole) if a.source else None, a.statement.of(whole)) for a in found]


@pytest.mark.parametrize(
    ("text", "source", "statement"),
    [
        ("Ines Calder said the bridge was safe.", "Ines Calder", "the bridge was safe"),
        ("Calder said on Friday that the bridge was safe.", "Calder", "that the bridge was safe"),
        ("The bridge was safe, Calder said.", "Calder", "The bridge was safe"),
        ("The bridge was safe, said Calder, who built it.", "Calder", "The bridge was safe"),
        ("The bridge was safe, reported the Harbour Trust.", "the Harbour Trust", "The bridge was safe"),
        ("Calder told reporters that the bridge was safe.", "Calder", "that the bridge was safe"),
        ("According to Calder, the bridge was safe.", "Calder", "the bridge was safe"),
        ("According to Calder, who built it, the bridge was safe.", "Calder", "the bridge was safe"),
        ("The bridge was safe, according to a survey.", "a survey", "The bridge was safe"),
        ("A survey found that half of the bridges were unsafe.", "A survey", "that half of the bridges were unsafe"),
        ("“The bridge is safe,” Calder said.", "Calder", "“The bridge is safe,”"),
        ("“The bridge is safe,” said Calder.", "Calder", "“The bridge is safe,”"),
        ("Calder said: “The bridge is safe.”", "Calder", "“The bridge is safe.”"),
        ("Calder, an engineer at the port, said: “The bridge is safe.”", "Calder", "“The bridge is safe.”"),
        ("“Is the bridge safe?” Calder asked.", "Calder", "“Is the bridge safe?”"),
        ("''The bridge is safe,'' Calder said.", "Calder", "''The bridge is safe,''"),
        ("”The bridge is safe,“ Calder said.", "Calder", "”The bridge is safe,“"),
        ("Calder insisted the bridge was “perfectly safe”.", "Calder", "the bridge was “perfectly safe”"),
        ("Calder’s claim that the bridge was safe was tested.", "Calder", "that the bridge was safe"),
        ("In a letter to the town, the bridge was called safe.", "a letter to the town", "the bridge was called safe"),
        ("The letter says the bridge is safe.", "The letter", "the bridge is safe"),
        ("Calder came to the hall, saying the bridge was safe.", "Calder", "the bridge was safe"),
        ("Calder, who said the bridge was safe, has left.", "who", "the bridge was safe"),
        ("“The bridge is safe,” Calder, 58, told Harbour Radio on Monday.", "Calder", "“The bridge is safe,”"),
        ("“The bridge is safe,” Ines Calder, the chief engineer from Leeds, told ITV.", "Ines Calder", "“The bridge is safe,”"),
        ("In a note to the Herald, her deputy, Tom Reyes, said: “The bridge is safe.”", "her deputy", "“The bridge is safe.”"),
        ("LISBON (Reuters) – Former port chief Ines Calder said the bridge was safe.", "Former port chief Ines Calder", "the bridge was safe"),
        ("Reyes was asked by Ines Calder, who built it: “Is the bridge safe?”", "Ines Calder", "“Is the bridge safe?”"),
        ("Calder insisted that it was “as good as new,” claiming that rust was normal.", "Calder", "that rust was normal"),
        ("Calder says she would walk across it and tells the town that the bridge is safe.", "Calder", "that the bridge is safe"),
        ("Calder used the hour to urge caution on the bridge and to say it was safe.", "Calder", "it was safe"),
        ("At one point, a woman asked for a map and Calder said, “as long as the bridge is safe.”", "Calder", "“as long as the bridge is safe.”"),
        ("“The bridge is safe and will last a hundred years.” — Ines Calder", "Ines Calder", "“The bridge is safe and will last a hundred years.”"),
        ("From the survey: “The bridge was built to last a hundred years.”", "the survey", "“The bridge was built to last a hundred years.”"),
        ("As Calder reported, the bridge was safe.", "Calder", "the bridge was safe"),
        ("As Calder put it, “the bridge will see us all out.”", "Calder", "“the bridge will see us all out.”"),
        ("Calder replied with a smile: “The bridge is safe.”", "Calder", "“The bridge is safe.”"),
        ("Calder shot back that the bridge was safe.", "Calder", "that the bridge was safe"),
        ("Calder made it clear that the bridge was safe.", "Calder", "that the bridge was safe"),
        ("Calder asked drivers whether the bridge was safe.", "Calder", "whether the bridge was safe"),
        ("Sen. Ines Calder (D-Ohio) said the bridge was safe.", "Sen. Ines Calder (D-Ohio)", "the bridge was safe"),
    ],
)  # fmt: skip
def test_statement_goes_to_its_source(text: str, source: str, statement: str) -> None:
    assert (source, statement) in said(text)


def test_statement_parted_by_its_cue_is_found_on_both_sides() -> None:
    assert said("The bridge, Calder said, was safe.") == [("Calder", "The bridge"), ("Calder", "was safe")]


def test_second_half_of_a_quotation_has_the_same_speaker() -> None:
    text = "“The bridge is safe,” Calder said. “It was built to last.”"
    assert said(text) == [("Calder", "“The bridge is safe,”"), ("Calder", "“It was built to last.”")]


def test_quotation_that_opens_the_next_paragraph_goes_on_with_the_speaker() -> None:
    text = "“The bridge is safe,” Calder said.\n\n“It was built to last a hundred years.”"
    assert said(text)[-1] == ("Calder", "“It was built to last a hundred years.”")


def test_quotation_after_an_action_has_no_speaker() -> None:
    text = "“The bridge is safe,” Calder said.\n\nSnow fell on the square. “It was built to last a hundred years.”"
    assert said(text)[-1] == (None, "“It was built to last a hundred years.”")


def test_quotation_after_a_line_that_ends_with_a_colon() -> None:
    text = "Calder added:\n\n“The bridge was built to last a hundred years.”"
    assert ("Calder", "“The bridge was built to last a hundred years.”") in said(text)


def test_quotation_goes_on_past_somebody_named_in_passing() -> None:
    text = "“The bridge is safe,” Calder said on the day a dozen towns held talks to repair theirs. “It was built to last.”"
    assert said(text)[-1] == ("Calder", "“It was built to last.”")


@pytest.mark.parametrize(
    "text",
    [
        "Calder said the bridge would close in March. [It would reopen by May.]",
        "Reyes told reporters that the lenders had agreed. [They would not sell before the autumn.]",
        "The bridge needed new cables, the trust said. [The cables would cost $3 million and might take a year to make.]",
        "Calder said the bridge had rusted. [The rust had reached its cables.] [It could not wait another winter.]",
    ],
)
def test_talk_that_goes_on_in_the_moved_back_tense_is_listed_as_carried(text: str) -> None:
    whole = LEAD + text.replace("[", "").replace("]", "")
    carried = [a for a in attributions(whole) if a.carried]
    assert [a.statement.of(whole) for a in carried] == [s.split(".]")[0] for s in text.split("[")[1:]]
    assert {(a.cue, a.kind) for a in carried} == {(None, "indirect")}
    assert all(a.source is not None for a in carried)


@pytest.mark.parametrize(
    "text",
    [
        "Calder said the bridge would close in March. It was built in 1930.",
        "Calder said the bridge would close in March. But it would reopen by May.",
        "Calder said the bridge would close in March.\n\nIt would reopen by May.",
        "Calder said the bridge would close in March. Reyes had left the hall.",
        "Calder says the bridge will close in March. It will reopen by May.",
        "Calder said the bridge would close in March. It would reopen by May, according to the port.",
    ],
)
def test_talk_stops_with_the_paragraph_a_turn_a_new_actor_and_the_papers_own_tense(text: str) -> None:
    assert not [a for a in attributions(LEAD + text) if a.carried]


def test_turns_of_a_dialogue_in_quotation_marks_name_their_speakers() -> None:
    text = "“CALDER: The bridge is safe, whatever they say.\n\n“REYES: The bridge has rusted for years.”"
    assert {source for source, _ in said(text)} == {"CALDER", "REYES"}


def test_other_words_are_nobodys() -> None:
    assert said("In other words, the bridge was safe.") == []


def test_headline_names_its_speaker_before_the_colon() -> None:
    text = "Minister: bridge is safe for another century\n\nThe council met on Monday in the old hall."
    found = attributions(text)[0]
    assert found.source is not None
    assert found.source.of(text) == "Minister"
    assert found.statement.of(text) == "bridge is safe for another century"


def test_words_inside_quotation_marks_are_not_taken_apart() -> None:
    assert said("“He said he was late,” Calder said.") == [("Calder", "“He said he was late,”")]


def test_a_town_claimed_by_force_is_no_statement() -> None:
    assert said("The rebels claimed the town last week.") == []


def test_thoughts_and_plans_are_told_from_speech() -> None:
    text = LEAD + "Calder hopes the bridge will last. She plans to retire in May."
    assert {a.kind for a in attributions(text)} == {"thought", "plan"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ines Calder spoke to Tom Reyes. “The bridge is safe,” he said.", "Tom Reyes"),
        ("Ines Calder spoke to Tom Reyes. “The bridge is safe,” she said.", "Ines Calder"),
        ("“The bridge is safe,” Ines Calder said. “It will last,” she said.", "Ines Calder"),
        ("Mr Haddad met Mrs Brandt. “The bridge is safe,” she said.", "Brandt"),
        ("The Harbour Trust met on Friday. The trust said the bridge was safe.", "Harbour Trust"),
        ("Spain’s interior ministry said two men were held. The ministry said both were ill.", "Spain’s interior ministry"),
        ("“The bridge is safe,” said its builder, Ines Calder.", "Ines Calder"),
    ],
)  # fmt: skip
def test_source_stands_for_a_full_name(text: str, speaker: str) -> None:
    found = [a for a in attributions(LEAD + text) if a.kind in SPOKEN]
    assert found[-1].speaker is not None
    assert found[-1].speaker.split()[-1] == speaker.split()[-1]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Ines Calder", "named"),
        ("A source", "unnamed"),
        ("A survey of drivers", "document"),
        ("The Harbour Trust", "organisation"),
        ("A spokesman for the port", "organisation"),
        ("Residents", "group"),
    ],
)
def test_sources_are_told_apart(source: str, kind: str) -> None:
    found = attributions(f"{LEAD}{source} said the bridge was safe.")
    assert [a.source_type for a in found] == [kind]


def test_inner_statement_comes_before_the_one_that_holds_it() -> None:
    text = LEAD + "Calder said Reyes told her that the bridge was safe."
    inner, outer = (a for a in attributions(text) if a.kind in SPOKEN)
    assert outer.statement.contains(inner.statement)


@pytest.mark.parametrize("text", ["“", "said", "According to", "“”", ": : :", "He said.", "Said said said.", "“?” 😀"])
def test_odd_text_is_read_without_complaint(text: str) -> None:
    attributions(text + " x")

"""Source documents read out: who speaks where, people with their posts, words that compare equal."""

from __future__ import annotations

import pytest

from app.facts.read import read_document
from app.facts.sources import read_sources
from app.facts.sources_people import people_in
from app.facts.sources_speakers import Speaker, find_turns, read_speaker
from app.facts.sources_words import key_of, words_of
from app.intake.draft import Source
from app.intake.plain_text import draft_from_text

RELEASE = (
    'Hollis Freight will shut its depot.\n\n"No driver will lose pay," said Maria Hollis, the chief executive. "We mean that."\n\n'
    'Tom Beck, president of the union, said: "We were told by text.\n\n"Nobody called us."\n\n"It was late," she added.'
)


def speaker(text: str, words: str) -> str | None:
    at = text.index(words)
    turns = [t for t in find_turns(text) if t.span.start <= at < t.span.end]
    turn = min(turns, key=lambda t: t.span.length, default=None)
    return turn.speaker.name if turn and turn.speaker else None


@pytest.mark.parametrize(
    ("heading", "name", "title"),
    [
        ("Speech by the mayor, Ada Boye, to the port authority, 3 May 2024", "Ada Boye", ""),
        ("Statement of Capt. Lena Ortiz, harbor master, June 3, 2024", "Lena Ortiz", "Capt."),
        ("TRANSCRIPT: Remarks of Governor Jo Tarrant to the Senate", "Jo Tarrant", "Governor"),
        ("Sentencing remarks of Her Honour Judge Amy Duarte", "Amy Duarte", "Her Honour Judge"),
        ("Findings of Senior Coroner Paul Rees", "Paul Rees", "Senior Coroner"),
        ("From: Councillor Priti Anand\nTo: residents", "Priti Anand", "Councillor"),
    ],
)
def test_the_heading_tells_whose_words_a_document_holds(heading: str, name: str, title: str) -> None:
    text = f"{heading}\n\nWe found the boat at dawn."
    (turn,) = find_turns(text)
    assert turn.speaker
    assert (turn.speaker.name, turn.speaker.title) == (name, title)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("No driver", "Maria Hollis"),
        ("We mean", "Maria Hollis"),
        ("We were told", "Tom Beck"),
        ("Nobody called", "Tom Beck"),
        ("It was late", "Tom Beck"),
        ("Hollis Freight", None),
    ],
)
def test_a_quotation_belongs_to_the_person_its_paragraph_names(words: str, name: str | None) -> None:
    assert speaker(RELEASE, words) == name


def test_labelled_turns_belong_to_their_labels() -> None:
    text = "MODERATOR: Coach?\n\nCOACH RENNER: We lost.\n\nTYRELL BOONE: I saw it late.\n\nCOACH RENNER: It is on all of us."
    assert speaker(text, "We lost") == "Renner"
    assert speaker(text, "I saw it") == "Tyrell Boone"
    debate = "The Minister for Rail (Callum Reddy): Fares will rise.\n\nNadia Forsyth (Leader of the Opposition): They will not."
    assert speaker(debate, "Fares") == "Callum Reddy"
    assert speaker(debate, "They will") == "Nadia Forsyth"


def test_words_quoted_inside_a_speech_may_be_anybodys() -> None:
    text = 'Speech by Ada Boye, 3 May.\n\nA man wrote to me. He said: "I want a date." I kept it.'
    assert speaker(text, "I want") is None
    assert speaker(text, "I kept") == "Ada Boye"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Detective Constable Priya Rao, who led it,", ("Priya Rao", "Detective Constable", "")),
        (
            "Amara Lund, chief nursing officer of the trust, said",
            ("Amara Lund", "", "chief nursing officer of the trust"),
        ),
        ("the trust’s finance director, Ian Pell, resigned", ("Ian Pell", "", "finance director")),
        ("Managing director Alan Crosthwaite said", ("Alan Crosthwaite", "", "Managing director")),
        ("Nadia Forsyth (Shadow Transport Secretary): no", ("Nadia Forsyth", "", "Shadow Transport Secretary")),
    ],
)
def test_people_come_with_title_and_role(text: str, person: tuple[str, str, str]) -> None:
    found = next(people_in(text))
    assert (found.name, found.title, found.role) == person


@pytest.mark.parametrize(
    "text", ["Northern Marine Laboratory", "on Monday Morning", "Leeds City Council", "said the minister"]
)
def test_organisations_and_days_are_no_people(text: str) -> None:
    assert list(people_in(text)) == []
    assert read_speaker(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("colour", "color"), ("organised", "organized"), ("seven", "7"), ("It’s", "it's"), ("percent", "%"), ("1,140", "1140"),
     ("travelling", "traveling"), ("centre", "center")],
)  # fmt: skip
def test_ways_of_writing_a_word_compare_equal(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_words_know_their_places() -> None:
    text = "A rainy-day fund, 25% of it."
    assert [text[w.start : w.end] for w in words_of(text)] == ["A", "rainy", "day", "fund", "25", "%", "of", "it"]


def test_sources_are_read_out_with_their_figures() -> None:
    draft = draft_from_text("It rained.", sources=[Source("log.txt", "The log.\r\nAt 2:47 a.m. 86 posts went.")])
    (source,) = read_sources(read_document(draft))
    assert [str(f.value) for f in source.document.figures] == ["86"]
    assert [(t.hour, t.minute) for t in source.document.times] == [(2, 47)]
    assert "\r" not in source.text


def test_a_draft_without_sources_has_none() -> None:
    assert read_sources(read_document(draft_from_text("It rained."))) == ()


def test_speaker_is_read_past_the_stop_of_a_title() -> None:
    turns = find_turns(
        '"We came to a rock," said Dr. Ana-Lucia Ferraz, the lead scientist. Dr. Ines Cole said: "We are late."'
    )
    assert [t.speaker.name for t in turns if t.speaker] == ["Ana-Lucia Ferraz", "Ines Cole"]


def test_speaker_without_a_name_has_no_surname() -> None:
    assert Speaker("").surname == ""

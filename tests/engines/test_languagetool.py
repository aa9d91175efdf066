"""LanguageTool for real: its places, its table of rules, its failures."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.engines.engine import EngineUnavailable
from app.engines.languagetool import LanguageToolEngine
from app.flags.flag import Flag, Severity, Span


def flagged(engine: LanguageToolEngine, text: str, dialect: str = "en-US") -> dict[str, Flag]:
    return {flag.span.of(text): flag for flag in engine.check(text, dialect=dialect).flags}


def test_places_are_code_points_with_emoji_before_the_words(languagetool: LanguageToolEngine) -> None:
    text = "😀👩\u200d🚒 The council will recieve it. 😀 They could of gone."
    found = flagged(languagetool, text)
    assert found["recieve"].edits[0].apply(text) == text.replace("recieve", "receive")
    assert any("of" in words for words in found)


def test_places_are_code_points_with_such_characters_inside_the_words(languagetool: LanguageToolEngine) -> None:
    text = "😀 The 𝔘niversity met 😀  😀 at noon."
    assert {found.span.of(text) for found in languagetool.find(text, dialect="en-US")} >= {"𝔘niversity", "  "}


def test_threads_with_different_texts_do_not_disturb_one_another(languagetool: LanguageToolEngine) -> None:
    texts = [f"{'😀' * n} The council will recieve it." for n in range(20)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: flagged(languagetool, text), texts))
    assert all("recieve" in flags for flags in found)


def test_names_are_not_misspellings(languagetool: LanguageToolEngine) -> None:
    assert not flagged(languagetool, "Rami Abdulrahman met Oonagh Devereux and Aoife Ní Bhriain in Ndjamena.")


def test_a_word_that_the_second_dictionary_knows_is_not_a_misspelling(languagetool: LanguageToolEngine) -> None:
    assert not flagged(languagetool, "The newsmaker took to the airwaves before the undercard.")


def test_the_other_english_is_flagged_with_its_spelling(languagetool: LanguageToolEngine) -> None:
    text = "The colour was grey."
    flag = flagged(languagetool, text)["colour"]
    assert flag.severity is Severity.SHOULD
    assert flag.edits[0].apply(text) == "The color was grey."
    assert "colour" not in flagged(languagetool, text, "en-GB")


def test_copy_written_in_the_other_english_gets_one_notice_and_questions(languagetool: LanguageToolEngine) -> None:
    text = "They favoured the colour of the centre, criticised the harbour and analysed the labour vote."
    report = languagetool.check(text, dialect="en-US")
    assert "British English" in report.notices[0].text
    assert {flag.severity for flag in report.flags} == {Severity.MAY}


def test_a_message_is_for_a_journalist_and_its_source_is_named(languagetool: LanguageToolEngine) -> None:
    flag = flagged(languagetool, "They will accomodate us.")["accomodate"]
    assert flag.message == "“accomodate” is not in the dictionary. Did you mean “accommodate”?"
    assert "LanguageTool" in flag.source
    assert flag.rule.startswith("languagetool:")


@pytest.mark.parametrize("text", ["", " \n ", "\u202eمرحبا", "a" * 50_000, "\x0b\ufffe"])
def test_odd_texts_do_no_harm(languagetool: LanguageToolEngine, text: str) -> None:
    languagetool.check(text, dialect="en-GB")


def test_a_server_that_is_not_there_is_told_in_plain_words() -> None:
    engine = LanguageToolEngine(lambda: "http://127.0.0.1:9")
    with pytest.raises(EngineUnavailable, match="does not answer"):
        engine.check("Some copy.", dialect="en-US")


def test_a_server_that_dies_between_two_checks_costs_one_more_try(languagetool_url: str) -> None:
    addresses = iter(["http://127.0.0.1:9", languagetool_url])
    engine = LanguageToolEngine(lambda: next(addresses))
    assert "recieve" in flagged(engine, "We recieve it.")


LANGUAGES = b'[{"code": "en", "longCode": "en-US"}]'


@pytest.fixture
def odd_server() -> Iterator[Callable[[bytes, bytes | None], str]]:
    """Starts a server that gives the first answer to the question for its languages and the second to a check."""
    sockets: list[socket.socket] = []
    threads: list[threading.Thread] = []

    def answer(listening: socket.socket, languages: bytes, check: bytes | None) -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            sockets.append(connection)
            body = languages if b"/languages" in connection.recv(65_536) else check
            if body is not None:
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))

    def start(languages: bytes, check: bytes | None) -> str:
        listening = socket.create_server(("127.0.0.1", 0))
        sockets.append(listening)
        threads.append(threading.Thread(target=answer, args=(listening, languages, check)))
        threads[-1].start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}"

    yield start
    for each in sockets:
        with contextlib.suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
        each.close()
    for thread in threads:
        thread.join()


def test_a_server_that_takes_too_long_is_told_with_the_setting_to_change(odd_server: Callable[..., str]) -> None:
    url = odd_server(LANGUAGES, None)
    with pytest.raises(EngineUnavailable, match="LANGUAGETOOL_TIMEOUT_SECONDS"):
        LanguageToolEngine(lambda: url, timeout_seconds=0.3).check("Some copy.", dialect="en-US")


@pytest.mark.parametrize(
    ("languages", "check"),
    [
        (b"<html>", b""),
        (b'{"error": 1}', b""),
        (b"[1]", b""),
        (LANGUAGES, b"{}"),
        (LANGUAGES, b"[]"),
        (LANGUAGES, b"Error: too long"),
    ],
)
def test_a_server_that_is_not_languagetool_is_told(
    odd_server: Callable[..., str], languages: bytes, check: bytes
) -> None:
    url = odd_server(languages, check)
    with pytest.raises(EngineUnavailable, match="LANGUAGETOOL_URL"):
        LanguageToolEngine(lambda: url).check("Some copy.", dialect="en-US")


DRAFT = "The towns voted\n\nThis is a example of a text.\nHe are here.\n\n🎉 She have gone home, he said.\n"
BLOCKS = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", DRAFT))


def test_a_draft_read_by_its_blocks_has_the_flags_of_the_whole(languagetool: LanguageToolEngine) -> None:
    whole = languagetool.check(DRAFT.replace("text.\nHe", "text.\n\nHe"), dialect="en-US")
    shifted = [f.rule for f in whole.flags]
    by_blocks = languagetool.check(DRAFT, dialect="en-US", blocks=BLOCKS)
    assert [f.rule for f in by_blocks.flags] == shifted
    assert {f.span.of(DRAFT) for f in by_blocks.flags} >= {"a", "are"}


def test_a_block_that_was_read_is_not_asked_about_again(
    languagetool: LanguageToolEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = languagetool.check(DRAFT, dialect="en-US", blocks=BLOCKS)
    asked: list[str] = []
    find = languagetool.find
    monkeypatch.setattr(languagetool, "find", lambda text, dialect: asked.append(text) or find(text, dialect=dialect))
    edited = "A new opening, the 3rd.\n" + DRAFT
    blocks = (Span(0, 23), *(b.shift(24) for b in BLOCKS))
    again = languagetool.check(edited, dialect="en-US", blocks=blocks)
    assert asked == ["A new opening, the 3rd."]
    moved = [(f.rule, f.span.of(edited)) for f in again.flags if f.span.start >= 24]
    assert moved == [(f.rule, f.span.of(DRAFT)) for f in first.flags]
    languagetool.check(edited, dialect="en-US", blocks=blocks)
    assert len(asked) == 1
    languagetool.check(edited, dialect="en-GB", blocks=blocks)
    assert len(asked) == 2

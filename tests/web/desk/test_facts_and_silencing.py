"""From the review: who says what, names and numbers; and silencing what is flagged, in the whole newsroom."""

from __future__ import annotations

import re

from app.storage.audit import list_all_entries
from app.storage.silenced import list_silenced
from tests.web.desk.conftest import Desk
from tests.web.desk.forms import find_form, send
from tests.web.desk.test_review import BARROW, TEH, claimed, left

TOLD = """Council cuts teh tax

“We will go,” said Mary Brightwell, the mayor of Wexcombe.

The move will cost £4 million, an official said. Brightwell likes the wheelbarrow.
"""


def silence(desk: Desk, who: str, uid: str, value: str, **more: str) -> str:
    answer = desk.clients[who].post(
        f"/drafts/{uid}/review/silence", data={"value": value, **more}, follow_redirects=True
    )
    assert answer.status_code == 200, answer.text
    return answer.text


def values(page: str) -> list[str]:
    return re.findall(r'class="chip" name="value" value="([^"]+)"', page)


def test_who_says_what_names_and_numbers_lead_to_their_paragraphs(desk: Desk) -> None:
    page = desk.review("ed", desk.draft(TOLD))
    facts = page.split('id="facts"')[1].split("</section>")[0]
    assert "Mary Brightwell" in facts
    assert "An official" in facts
    blocks = re.findall(r'href="#block-(\d+)"[^>]*>£4 million', facts)
    assert blocks
    assert f'id="block-{blocks[0]}"' in page
    assert '<a href="#facts">' in page


def test_a_draft_that_says_nothing_has_no_such_part(desk: Desk) -> None:
    page = desk.review("ed", desk.draft("it was cold\n"))
    assert '<section class="part" id="facts" hidden>' in page
    assert 'href="#facts"' not in page


def test_a_word_is_silenced_in_the_newsroom_and_its_flags_are_gone_here_too(desk: Desk) -> None:
    uid = claimed(desk)
    page = desk.review("ed", uid)
    [word] = {v for v in values(page) if v.startswith(f"word {BARROW}")}
    page = silence(desk, "ed", uid, word)
    assert "not flagged in the newsroom from now on." in page
    assert left(page) == "3 must undecided"
    assert "2 silenced" in page
    assert [(s.silence.kind, s.by) for s in list_silenced(desk.database)] == [("word", "ed")]
    assert list_all_entries(desk.database, desk.people["stan"])[0].action == "silence"


def test_a_place_is_silenced_alone(desk: Desk) -> None:
    uid = claimed(desk)
    place = next(v for v in values(desk.review("ed", uid)) if v.startswith(f"place {TEH}"))
    assert left(silence(desk, "ed", uid, place)) == "2 must, 2 should undecided"


def test_a_whole_rule_is_asked_about_once_more(desk: Desk) -> None:
    uid = claimed(desk)
    page = silence(desk, "ed", uid, f"rule {TEH}")
    assert "in no story of anybody’s any more" in page
    assert list_silenced(desk.database) == []
    page = send(desk.clients["ed"], find_form(page, "/silence", plainly="1")).headers["Location"]
    assert page.endswith("#main")
    assert left(desk.review("ed", uid)) == "2 should undecided"


def test_nobody_silences_what_is_flagged_in_their_own_story(desk: Desk) -> None:
    uid = desk.draft(by="ed")
    desk.move("eve", uid, "claim")
    assert values(desk.review("ed", uid)) == []
    answer = desk.clients["ed"].post(f"/drafts/{uid}/review/silence", data={"value": f"rule {TEH}", "plainly": "1"})
    assert answer.status_code == 403
    assert list_silenced(desk.database) == []


def test_what_is_no_silence_is_refused(desk: Desk) -> None:
    uid = claimed(desk)
    for wrong in ("", "place x", f"word {TEH}", "rule <b>", f"nothing {TEH} teh"):
        answer = desk.clients["ed"].post(f"/drafts/{uid}/review/silence", data={"value": wrong})
        assert answer.status_code == 422, wrong

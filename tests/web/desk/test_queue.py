"""The queue: what is listed, what can be done with one or many, and all of it by plain forms."""

from __future__ import annotations

import re

from app.storage.drafts import load_draft
from tests.web.desk.conftest import Desk
from tests.web.desk.forms import find_form, send


def titles(page: str) -> list[str]:
    return re.findall(r'class="lines__title"[^>]*>([^<]+)<', page)


def queue(desk: Desk, who: str, query: str = "") -> str:
    answer = desk.clients[who].get(f"/queue{query}")
    assert answer.status_code == 200
    return answer.text


def acts(desk: Desk, who: str, **fields: object) -> str:
    answer = desk.clients[who].post("/queue/act", data=fields, follow_redirects=True)
    assert answer.status_code == 200
    return answer.text


def test_editors_see_their_desks_drafts_and_reporters_their_own(desk: Desk) -> None:
    desk.draft("First story\n\nIt is short.\n")
    desk.draft("Second story\n\nIt is short.\n", by="rob")
    desk.draft("Third story\n\nIt is short.\n", submitted=False)
    assert set(titles(queue(desk, "ed"))) == {"First story", "Second story"}
    assert titles(queue(desk, "far")) == []
    assert set(titles(queue(desk, "rita"))) == {"First story", "Third story"}
    assert set(titles(queue(desk, "stan", "?state=draft"))) == {"Third story"}


def test_the_queue_is_narrowed_by_its_form(desk: Desk) -> None:
    first = desk.draft("First story\n\nAll about teh bridge.\n")
    desk.draft("Second story\n\nAll about the museum.\n")
    desk.move("ed", first, "claim")
    assert titles(queue(desk, "ed", "?q=museum")) == ["Second story"]
    assert titles(queue(desk, "ed", "?mine=1")) == ["First story"]
    assert titles(queue(desk, "ed", "?unclaimed=1")) == ["Second story"]
    assert titles(queue(desk, "ed", "?state=in_review")) == ["First story"]
    desk.review("ed", first)
    assert titles(queue(desk, "ed", "?left=must")) == ["First story"]
    assert "No draft fits." in queue(desk, "ed", "?overdue=1")


def test_nonsense_in_the_address_is_as_if_it_were_not_there(desk: Desk) -> None:
    desk.draft("First story\n\nIt is short.\n")
    wrong = "?state=x&desk=y&left=z&order=q&after=%00%ff&priority=99999999999999&mine=%3Cb%3E"
    assert titles(queue(desk, "ed", "?state=queue&after=abc")) == ["First story"]
    assert "<b>" not in re.sub(r"<b>\d", "", queue(desk, "ed", wrong).split('id="acts"')[0].split("<main")[1])


def test_one_draft_is_claimed_and_released_from_its_line(desk: Desk) -> None:
    uid = desk.draft()
    page = queue(desk, "ed")
    assert f'value="claim {uid}"' in page
    page = acts(desk, "ed", one=f"claim {uid}", back="state=queue")
    assert "1 draft claimed." in page
    assert "<b>You</b>" in page
    assert "1 draft released." in acts(desk, "ed", one=f"release {uid}")
    assert load_draft(desk.database, desk.people["ed"], uid)[0].claimed_by is None


def test_what_can_not_be_done_to_some_stops_none_of_the_others(desk: Desk) -> None:
    free, held = desk.draft(), desk.draft()
    desk.move("eve", held, "claim")
    page = acts(desk, "ed", do="claim", uid=[free, held])
    assert "1 draft claimed. 1 could not be: Eve has claimed this draft." in page
    assert load_draft(desk.database, desk.people["ed"], free)[0].claimed_by.name == "Ed"  # type: ignore[union-attr]


def test_bulk_moves_set_priority_due_time_embargo_and_desk(desk: Desk) -> None:
    uids = [desk.draft(), desk.draft()]
    acts(desk, "ed", do="priority", priority="2", uid=uids)
    acts(desk, "ed", do="due", moment="2030-01-02T10:00", uid=uids)
    acts(desk, "ed", do="embargo", moment="2030-01-02T12:00", uid=uids)
    acts(desk, "ed", do="hand_over", to=desk.people["eve"].id, uid=uids)
    for uid in uids:
        draft = load_draft(desk.database, desk.people["ed"], uid)[0]
        assert (draft.priority, draft.claimed_by.name) == (2, "Eve")  # type: ignore[union-attr]
        assert draft.due_at
        assert draft.embargo_at
    assert "Give a reason." in acts(desk, "ed", do="spike", uid=uids)
    assert "2 drafts spiked." in acts(desk, "ed", do="spike", reason="Overtaken.", uid=uids)


def test_a_bulk_move_without_a_tick_or_a_name_does_nothing(desk: Desk) -> None:
    assert "Tick the drafts that you mean." in acts(desk, "ed", do="claim")
    assert "Choose what to do with them." in acts(desk, "ed", do="explode", uid=[desk.draft()])
    assert "Give day and time" in acts(desk, "ed", do="due", moment="soon", uid=[desk.draft()])


def test_a_strangers_draft_can_not_be_told_from_none(desk: Desk) -> None:
    uid = desk.draft()
    theirs = acts(desk, "far", one=f"claim {uid}")
    none = acts(desk, "far", one="claim AAAAAAAAAAAAAAAA")
    said = [re.search(r'told--flash"[^>]*>([^<]+)<', page)[1] for page in (theirs, none)]  # type: ignore[index]
    assert said[0] == said[1]


def test_a_view_is_kept_used_and_removed_and_is_nobody_elses(desk: Desk) -> None:
    page = queue(desk, "ed", "?unclaimed=1&order=priority")
    send(desk.clients["ed"], find_form(page, "/queue/views"), name="<b>Mine to take</b>")
    page = queue(desk, "ed")
    assert "&lt;b&gt;Mine to take&lt;/b&gt;" in page
    assert "unclaimed=1&amp;order=priority" in page
    assert "Mine to take" not in queue(desk, "eve")
    view = re.search(r"/queue/views/(\d+)/remove", page)
    assert view
    desk.clients["eve"].post(view[0])
    assert "Mine to take" in queue(desk, "ed")
    desk.clients["ed"].post(view[0])
    assert "Mine to take" not in queue(desk, "ed")


def test_the_page_asks_for_changes_by_small_digests(desk: Desk) -> None:
    uid = desk.draft()
    page = queue(desk, "ed")
    digest = re.search(rf'data-uid="{uid}" data-digest="(\w+)"', page)
    assert digest
    first = desk.clients["ed"].get("/queue/changes?state=queue").json
    assert first["rows"] == [[uid, digest[1]]]
    assert first["counts"]["submitted"] == 1
    desk.move("eve", uid, "claim")
    second = desk.clients["ed"].get("/queue/changes?state=queue").json
    assert second["rows"][0][0] == uid
    assert second["rows"][0][1] != digest[1]


def test_a_long_queue_has_pages(desk: Desk) -> None:
    for n in range(52):
        desk.draft(f"Story {n}\n\nShort.\n")
    page = queue(desk, "ed")
    assert len(titles(page)) == 50
    after = re.search(r'href="(\?[^"]*after=[^"]*)" rel="next"', page)
    assert after
    rest = queue(desk, "ed", after[1].replace("&amp;", "&"))
    assert len(titles(rest)) == 2
    assert not set(titles(rest)) & set(titles(page))

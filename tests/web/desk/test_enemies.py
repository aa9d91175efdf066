"""Who may do what with whose draft, route by route; and what enemies send."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from flask import Flask, url_for

from app.storage.api_tokens import make_api_token
from app.storage.audit import list_entries
from app.storage.drafts import load_draft
from app.storage.people import make_person
from tests.web.desk.conftest import Desk
from tests.web.desk.forms import find_form

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
PEOPLE = ("nobody", "rita", "rob", "ed", "far", "stan", "ada")

# For each route with a draft in its address: what each person is answered, in the order of PEOPLE, on a draft of rita's
# that was submitted to Politics and that ed holds. 303 is done, 422 is allowed but the form says nothing.
MATRIX: dict[tuple[str, str], tuple[int, ...]] = {
    ("review.show", "GET"): (302, 200, 404, 200, 404, 200, 200),
    ("review.here", "POST"): (401, 200, 404, 200, 404, 200, 200),
    ("review.decide", "POST"): (401, 422, 404, 422, 404, 422, 422),
    ("review.accept_safe", "POST"): (401, 409, 404, 409, 404, 409, 409),
    ("review.undo", "POST"): (401, 422, 404, 422, 404, 422, 422),
    ("review.comment", "POST"): (401, 422, 404, 422, 404, 422, 422),
    ("review.answer", "POST"): (401, 422, 404, 422, 404, 422, 422),
    ("review.settle", "POST"): (401, 422, 404, 422, 404, 422, 422),
    ("review.move", "POST"): (401, 422, 404, 422, 404, 422, 422),
    ("review.arrange", "POST"): (401, 303, 404, 303, 404, 303, 303),
    ("review.silence", "POST"): (401, 403, 404, 422, 404, 422, 422),
    ("review.tick", "POST"): (401, 403, 404, 422, 404, 422, 422),
    ("review.seen", "POST"): (401, 303, 404, 303, 404, 303, 303),
    ("draft_audit.show", "GET"): (302, 403, 403, 200, 404, 200, 200),
    ("draft_audit.download", "GET"): (302, 403, 403, 200, 404, 200, 200),
    ("api_drafts.read", "GET"): (401, 401, 401, 401, 401, 401, 401),
}
# Moves and settings that only some may make: (fields, who may).
MOVES: dict[str, tuple[str, ...]] = {
    "release": ("ed",),
    "take_over": ("ed", "stan", "ada"),
    "request_changes": ("ed",),
    "spike": ("ed", "stan", "ada"),
    "override": ("stan", "ada"),
}


class _Strays(HTMLParser):
    """Finds what a browser would run: scripts in the page, handlers and styles on its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != "application/json"):
            self.found.append(tag)
        self.found += [name for name, value in attrs if (name.startswith("on") and name != "on") or name == "style"]
        self.found += [str(value) for name, value in attrs if name in ("href", "src") and "script:" in (value or "")]


def strays(page: str) -> list[str]:
    parser = _Strays()
    parser.feed(page)
    return parser.found


def routes(app: Flask) -> list[tuple[str, str]]:
    """(endpoint, method) of every route of the desk that has a draft in its address."""
    own = ("review", "draft_audit", "api_drafts")
    return [
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        if "uid" in rule.arguments and rule.endpoint.split(".")[0] in own
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]


def address(app: Flask, endpoint: str, uid: str) -> str:
    with app.test_request_context():
        names = next(r for r in app.url_map.iter_rules() if r.endpoint == endpoint).arguments
        values = {"uid": uid, "thread": 999999, "form": "csv"}
        return url_for(endpoint, **{name: values[name] for name in names})


def test_every_route_with_a_draft_in_its_address_stands_in_the_matrix(desk: Desk) -> None:
    assert sorted(routes(desk.app)) == sorted(MATRIX)


def test_each_route_answers_each_person_as_the_matrix_says(desk: Desk) -> None:
    uid = desk.draft()
    desk.move("ed", uid, "claim")
    found = {}
    for endpoint, method in MATRIX:
        where = address(desk.app, endpoint, uid)
        found[endpoint, method] = tuple(
            desk.clients[who].open(where, method=method, data={} if method == "POST" else None).status_code
            for who in PEOPLE
        )
    assert found == MATRIX


def test_a_draft_that_is_not_there_is_answered_as_one_that_is_not_yours(desk: Desk) -> None:
    theirs, none = desk.draft(), "AAAAAAAAAAAAAAAA"
    for endpoint, method in MATRIX:
        pages = [
            desk.clients["far"].open(address(desk.app, endpoint, uid), method=method, data={}).text.replace(uid, "")
            for uid in (theirs, none)
        ]
        assert re.sub(r'content="[^"]+"|value="[^"]+"', "", pages[0]) == re.sub(
            r'content="[^"]+"|value="[^"]+"', "", pages[1]
        ), endpoint


@pytest.mark.parametrize("name", MOVES)
def test_moves_are_made_by_those_alone_who_may(desk: Desk, name: str) -> None:
    for who in ("rita", "rob", "far", "eve", "ed", "stan", "ada"):
        uid = desk.draft()
        desk.move("ed", uid, "claim")
        revision = load_draft(desk.database, desk.people["stan"], uid)[1].revision
        answer = desk.clients[who].post(
            f"/drafts/{uid}/review/move", data={"name": name, "reason": "Because.", "revision": revision}
        )
        may = who in MOVES[name] or (who == "eve" and name in ("spike", "take_over"))
        if name == "take_over" and who == "ed":
            continue  # nobody takes over from themselves
        assert (answer.status_code == 303) == may, (who, answer.status_code)


def test_deciding_is_for_whoever_edits_now(desk: Desk) -> None:
    uid = desk.draft()
    desk.move("ed", uid, "claim")
    form = find_form(desk.review("ed", uid), "/decide", do="dismiss")
    for who, status in (("rita", 403), ("rob", 404), ("far", 404), ("nobody", 401), ("eve", 303)):
        answer = desk.clients[who].post(form["action"], data={**form["fields"], "reason": "So it is."})
        assert answer.status_code == status, who


def test_markup_in_titles_names_reasons_comments_and_checklists_is_text(desk: Desk) -> None:
    with desk.database.session() as session:
        from app.storage.desks import change_desk, find_desk

        found = find_desk(session, desk.politics)
        assert found
        change_desk(session, found, name="<b>Politics</b>", style="", checklist=f"Line {EVIL}", active=True)
        make_person(session, "mallory", "Mal <script>lory</script>", desk.people["ed"].role, password=None, desks=[1])
    uid = desk.draft(f"Head {EVIL}\n\nIt is teh story {EVIL} of it.\n")
    desk.move("ed", uid, "claim")
    form = find_form(desk.review("ed", uid), "/decide", do="dismiss")
    desk.clients["ed"].post(form["action"], data={**form["fields"], "reason": EVIL})
    ask = find_form(desk.review("ed", uid), "/comment")
    desk.clients["ed"].post(ask["action"], data={**ask["fields"], "body": EVIL, "kind": "question"})
    words = {**ask["fields"], "body": f"@ed {EVIL}", "words": "story", "kind": "comment"}
    desk.clients["ed"].post(ask["action"], data=words)
    desk.move("ed", uid, "request_changes", reason=EVIL)
    pages = [
        desk.review("ed", uid), desk.review("rita", uid), desk.review("stan", uid),
        desk.clients["ed"].get("/queue?q=head").text, desk.clients["ed"].get(f"/drafts/{uid}/audit").text,
        desk.clients["stan"].get("/audit").text, desk.clients["stan"].get("/figures").text,
        desk.clients["rita"].get("/notices").text,
    ]  # fmt: skip
    for n, page in enumerate(pages):
        assert "<script>alert" not in page, n
        assert "<img src=x" not in page, n
        assert "<b>Politics" not in page, n
        assert "<script>lory" not in page, n
        assert strays(page) == [], n
    assert "&lt;script&gt;alert(1)" in pages[0]


def test_no_words_of_a_draft_stand_in_the_audit_or_in_notices(desk: Desk) -> None:
    uid = desk.draft("Unmistakable headline\n\nIt is teh unmistakable story.\n")
    desk.move("ed", uid, "claim")
    form = find_form(desk.review("ed", uid), "/decide")
    desk.clients["ed"].post(form["action"], data={**form["fields"], "do": "accept"})
    entries = list_entries(desk.database, desk.people["stan"], uid)
    assert "nmistakable" not in repr([(e.before, e.after, e.subject) for e in entries])
    assert "story" not in repr([(e.before, e.after) for e in entries])
    assert "nmistakable" not in desk.clients["rita"].get("/notices").text


def test_every_form_of_the_desk_needs_its_token(build_desk: Callable[..., Desk]) -> None:
    desk = build_desk()
    uid = desk.draft()
    desk.review("ed", uid)
    desk.app.config["WTF_CSRF_ENABLED"] = True
    posts = [address(desk.app, endpoint, uid) for endpoint, method in MATRIX if method == "POST"]
    for where in [*posts, "/queue/act", "/queue/views", "/queue/views/1/remove", "/notices/read", "/desk/put"]:
        assert desk.clients["ed"].post(where, data={"name": "claim"}).status_code == 400, where
    page = desk.review("ed", uid)
    assert page.count('method="post"') == page.count('name="csrf_token"')


def test_fields_that_no_form_has_set_nothing(desk: Desk) -> None:
    uid = desk.draft()
    desk.move("ed", uid, "claim")
    extra: dict[str, Any] = {"state": "approved", "author": "3", "author_id": "3", "approved_by": "3", "by_desk": "1"}
    desk.clients["ed"].post(f"/drafts/{uid}/review/arrange", data={"priority": "1", "seen_priority": "0", **extra})
    draft = load_draft(desk.database, desk.people["ed"], uid)[0]
    assert (draft.state, draft.author.name, draft.priority, draft.approved_by) == ("in_review", "Rita", 1, None)


def test_where_a_form_comes_back_to_is_always_the_queue(desk: Desk) -> None:
    for back in (
        "//evil.example",
        "https://evil.example/",
        "state=x\r\nLocation: https://evil.example",
        "q=" + "a" * 5000,
    ):
        answer = desk.clients["ed"].post("/queue/act", data={"do": "claim", "back": back})
        assert answer.headers["Location"].startswith("/queue?"), back


def test_an_undo_that_was_made_up_changes_nothing(desk: Desk) -> None:
    uid = desk.draft()
    desk.move("ed", uid, "claim")
    before = load_draft(desk.database, desk.people["ed"], uid)[1]
    block = before.doc["content"][0]["attrs"]["id"]
    for inverse in (
        "[",
        "{}",
        "[[]]",
        f'[["{block}", 0, 7, "Council", "Mayor"]]',
        '[["x", 0, 1, "a", "b"]]',
        "[" * 5000,
    ):
        answer = desk.clients["ed"].post(
            f"/drafts/{uid}/review/undo",
            data={"fingerprints": "a" * 20, "seen": "1", "inverse": inverse, "revision": before.revision},
        )
        assert answer.status_code in (409, 422), inverse[:20]
    assert load_draft(desk.database, desk.people["ed"], uid)[1] == before


def test_a_token_for_one_thing_opens_no_page_of_the_desk(desk: Desk) -> None:
    uid = desk.draft()
    with desk.database.session() as session:
        token = make_api_token(session, desk.people["stan"], "all", ["check", "drafts:read", "drafts:write", "audit"])
    client = desk.app.test_client()
    for where in ("/queue", f"/drafts/{uid}/review", f"/drafts/{uid}/audit.csv", "/figures"):
        assert client.get(where, headers={"Authorization": f"Bearer {token}"}).status_code == 302, where

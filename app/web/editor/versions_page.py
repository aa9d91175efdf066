"""/drafts/<uid>/versions: the versions of a draft, two of them compared, one restored. These are pages, without JavaScript."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.desk.errors import DeskError, NoSuchDraft
from app.desk.permissions import may_edit
from app.storage.drafts import load_draft, restore_version
from app.storage.versions import list_versions, load_version
from app.web.auth.current import the_person
from app.web.database import database
from app.web.editor.compare import compare
from app.web.editor.drafts import sentences_after_sign_off

pages = Blueprint("versions", __name__, url_prefix="/drafts")
VIEWS = {"inline": "In one text", "side": "Side by side"}


@pages.get("/<uid>/versions")
def index(uid: str) -> str:
    """The versions, newest first; ?a=3&b=5 compares two, ?view=side sets them side by side."""
    person = the_person()
    try:
        draft, _ = load_draft(database(), person, uid)
        versions = list_versions(database(), person, uid)
        newest = versions[0].number if versions else 0
        a = request.args.get("a", type=int, default=max(newest - 1, 1))
        b = request.args.get("b", type=int, default=newest)
        older, newer = (load_version(database(), person, uid, n) for n in sorted((a, b))) if newest else (None, None)
    except NoSuchDraft:
        abort(404)
    view = request.args.get("view") if request.args.get("view") in VIEWS else "inline"
    changes = compare(older.text, newer.text) if older and newer else ()
    return render_template(
        "versions.html", draft=draft, versions=versions, older=older, newer=newer, view=view, views=VIEWS,
        changes=changes, changed=sum(c.kind != "same" for c in changes), may_edit=may_edit(person, draft),
    )  # fmt: skip


@pages.post("/<uid>/versions/<int:number>/restore")
def restore(uid: str, number: int) -> BaseResponse:
    """Make an old version's words the draft's newest; the versions since stay in the list."""
    person = the_person()
    try:
        draft, _ = load_draft(database(), person, uid)
        base = request.form.get("base", type=int, default=draft.revision)
        doc = load_version(database(), person, uid, number).doc
        restore_version(database(), person, uid, number, base, sentences=sentences_after_sign_off(uid, doc))
    except NoSuchDraft:
        abort(404)
    except DeskError as error:
        flash(f"Nothing was restored. {error}")
        return redirect(url_for("versions.index", uid=uid, a=number))
    flash(f"Version {number} is the draft again. What stood there before is still in its versions.")
    return redirect(url_for("drafts.edit", uid=uid))

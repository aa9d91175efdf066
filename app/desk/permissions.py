"""Who may see, edit and move which draft.

A reporter sees their own drafts only. Desks handle leads, names and legal advice that colleagues at the same desk need not
know, and a newsroom can always share a draft by handing it to an editor; the other way round, nothing can be unseen.
Editors see what has reached their desks and what is being written for them, standards editors and administrators see all.
"""

from __future__ import annotations

from app.desk.draft import DeskDraft
from app.desk.people import Person, Role
from app.desk.states import Mover, State


def may_see(person: Person, draft: DeskDraft) -> bool:
    """Whether the person may know that the draft exists. For the queue, storage/queue.py says the same in SQL."""
    if not person.active:
        return False
    return is_author(person, draft) or _sees_as_editor(person, draft)


def may_edit(person: Person, draft: DeskDraft) -> bool:
    """Whether the person may change the draft's words now.

    The author does while it is not under review, an editor from submission on; a change after sign-off voids it.
    """
    if not may_see(person, draft) or draft.state is State.SPIKED:
        return False
    if is_author(person, draft) and draft.state in (State.DRAFT, State.SUBMITTED, State.CHANGES_REQUESTED):
        return True
    return is_editor(person, draft) and draft.state is not State.DRAFT


def may_decide(person: Person, draft: DeskDraft) -> bool:
    """Whether the person may decide on flags: whoever may edit; for sign-off only an editor's decisions count."""
    return may_edit(person, draft) and draft.state is not State.APPROVED


def counts_for_sign_off(person: Person, draft: DeskDraft) -> bool:
    """Whether what the person says of the draft counts for the gate: an editor of its desk, and not on their own copy.

    Two pairs of eyes see a story: its author signs it off neither with the gate nor over it, settles no question that
    another asked, ticks no line of the checklist, takes back no decision of the desk. OWN_COPY lets editors do all that.
    """
    return is_editor(person, draft) and (person.own_copy or not is_author(person, draft))


def may_comment(person: Person, draft: DeskDraft) -> bool:
    """Whether the person may comment, ask and answer: everybody who sees it, until it is spiked."""
    return may_see(person, draft) and draft.state is not State.SPIKED


def may_arrange(person: Person, draft: DeskDraft) -> bool:
    """Whether the person may set due time, priority, embargo and desk: editors, and the author before submission."""
    return is_editor(person, draft) or (is_author(person, draft) and draft.state is State.DRAFT)


def may_see_audit(person: Person, draft: DeskDraft) -> bool:
    """Whether the person may read what was done with the draft."""
    return is_editor(person, draft)


def may_see_figures(person: Person) -> bool:
    """Whether the person may see the newsroom's audit and figures."""
    return person.is_at_least(Role.STANDARDS)


def may_move(person: Person, draft: DeskDraft, who: Mover) -> bool:
    """Whether the person is one who makes such a move."""
    editor = is_editor(person, draft)
    holds = editor and (draft.claimed_by is None or draft.claimed_by.id == person.id)
    return {
        Mover.AUTHOR: is_author(person, draft),
        Mover.EDITOR: editor,
        Mover.HOLDER: holds,
        Mover.AUTHOR_OR_EDITOR: editor or is_author(person, draft),
        Mover.STANDARDS: person.is_at_least(Role.STANDARDS) and counts_for_sign_off(person, draft),
        Mover.NOBODY: False,
    }[who]


def is_author(person: Person, draft: DeskDraft) -> bool:
    return person.active and draft.author.id == person.id


def is_editor(person: Person, draft: DeskDraft) -> bool:
    """Whether the person edits for the draft's desk; a draft without a desk is any editor's once it was submitted."""
    return person.is_at_least(Role.EDITOR) and person.sits_at(draft.desk)


def _sees_as_editor(person: Person, draft: DeskDraft) -> bool:
    if draft.desk is None and draft.state is State.DRAFT:
        return person.is_at_least(Role.STANDARDS)
    return is_editor(person, draft)

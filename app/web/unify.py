"""“Use this form everywhere”, for a page without JavaScript: a name's form at all its places, and where it was left."""

from __future__ import annotations

from app.facts.names_unify import use_everywhere
from app.facts.read import read_document
from app.flags.report import apply_edits
from app.intake.draft import Draft


def put_form_everywhere(draft: Draft, choice: str) -> tuple[str, str]:
    """Return the draft's text with the form in, and the sentence to tell; ``choice`` is the button's value."""
    start, _, form = choice.partition(" ")
    document = read_document(draft)
    names = document.names.names if document.names else ()
    name = next((n for n in names if str(n.mentions[0].span.start) == start and form in n.forms), None)
    if name is None:
        return draft.text, f"The draft has no name “{form}” any more, so nothing was changed."
    unified = use_everywhere(name, form)
    text, _ = apply_edits(draft.text, unified.edits)
    return text, told(form, len(unified.edits), [span.of(draft.text) for span in unified.left])


def told(form: str, done: int, left: list[str]) -> str:
    """Say how often the form was put in, and which places were left because somebody is quoted there."""
    said = f"“{form}” is put in at {done} {'place' if done == 1 else 'places'}."
    if left:
        places = ", ".join(f"“{words}”" for words in dict.fromkeys(left))
        said += f" Left as {'it stands' if len(left) == 1 else 'they stand'} inside quotation marks: {places}."
    return said

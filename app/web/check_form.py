"""The form of the check: the draft, its house style, English and dateline date, and what it was written from."""

from __future__ import annotations

import datetime
from typing import Any

from flask import current_app
from wtforms import (
    DateField,
    FieldList,
    Form,
    FormField,
    MultipleFileField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import AnyOf, Optional

from app.intake.draft import Draft, Source
from app.intake.plain_text import BadDraft, decode, draft_from_text
from app.styles.schema import StyleError
from app.styles.style import DIALECTS, SHORT_TITLES, Style
from app.web.posted_form import PostedForm
from app.web.styles import shelf

DIALECT_CHOICES = [
    SelectChoice("", "As the house style has it"),
    SelectChoice("en-US", "American"),
    SelectChoice("en-GB", "British"),
]
MOST_SOURCES = 20
__all__ = ["SHORT_TITLES", "CheckForm"]

_known_dialect = AnyOf(("", *DIALECTS), "Choose one of the kinds of English: American or British.")


class DayField(DateField):
    """A day, that says in words how to write one."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError("Give the date as YYYY-MM-DD, such as 2026-03-17.") from None


class SourceForm(Form):
    """A document the reporter worked from, pasted."""

    name = StringField("Name", render_kw={"autocomplete": "off", "placeholder": "Press release"})
    text = TextAreaField("Text", render_kw={"rows": 5, "dir": "auto", "spellcheck": "false"})


class CheckForm(PostedForm):
    """What a check needs. ``draft()`` says in the fields' own errors what is wrong."""

    text = TextAreaField("Draft")
    style = RadioField("House style", validate_choice=False)
    dialect = SelectField("English", choices=DIALECT_CHOICES, validators=[_known_dialect], validate_choice=False)
    date = DayField("Dateline date", validators=[Optional()])
    sources = FieldList(FormField(SourceForm), min_entries=1, max_entries=MOST_SOURCES)
    source_files = MultipleFileField("Open .txt files")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.style.choices = style_choices()
        # A choice that was not sent along is the default, not an error.
        self.style.data = self.style.data or current_app.config["DEFAULT_STYLE"]
        self.dialect.data = self.dialect.data or ""

    def draft(self) -> Draft | None:
        """Return the draft, or None with the reasons in the fields' errors; files read become pasted sources."""
        valid = self.validate()
        style = self._style()
        valid = style is not None and valid
        valid = self._read_files() and valid
        valid = self._hold_sources_to_the_limit() and valid
        try:
            draft = draft_from_text(
                self.text.data or "",
                dialect=self.dialect.data or style.dialect if valid and style else "en-US",
                date=self.date.data if valid else None,
                sources=self.given_sources(),
                limit=current_app.config["MAX_DRAFT_CHARACTERS"],
            )
        except BadDraft as error:
            _say(self.text, str(error))
            return None
        return draft.in_style(style) if valid and style else None

    def _style(self) -> Style | None:
        """The chosen style, or None with the reason in the field's errors."""
        try:
            return shelf().get(self.style.data)
        except StyleError as error:
            _say(self.style, f"The newsroom’s own style can’t be used. {error}")
        except ValueError:
            titles = ", ".join(title for _, title in shelf().choices())
            _say(self.style, f"Choose one of the house styles: {titles}.")
        return None

    def given_sources(self) -> list[Source]:
        """The sources that hold text; one without a name is called by its place in the list."""
        entries = [(e.form.name.data or "", e.form.text.data or "") for e in self.sources]
        return [
            Source(name.strip() or f"Source {number}", text.replace("\r\n", "\n").replace("\r", "\n"))
            for number, (name, text) in enumerate(entries, 1)
            if text.strip()
        ]

    def add_source(self, name: str, text: str) -> None:
        """Put one more source into the form, in an empty place where there is one; raise BadDraft where it is full."""
        for entry in self.sources:
            if not (entry.form.text.data or "").strip():
                entry.form.name.data, entry.form.text.data = name, text
                return
        if len(self.sources) >= MOST_SOURCES:
            raise BadDraft(f"{name} was left out: a check takes at most {MOST_SOURCES} sources.")
        self.sources.append_entry({"name": name, "text": text})

    def _read_files(self) -> bool:
        """Read the files that were sent along, each into a pasted source, so that no later error loses them."""
        fine = True
        for file in self.source_files.data or ():
            if not getattr(file, "filename", ""):
                continue
            try:
                self.add_source(file.filename, decode(file.read(), file.filename))
            except BadDraft as error:
                _say(self.source_files, str(error))
                fine = False
        return fine

    def _hold_sources_to_the_limit(self) -> bool:
        limit = current_app.config["MAX_DRAFT_CHARACTERS"]
        fine = True
        for source in self.given_sources():
            if len(source.text) > limit:
                _say(
                    self.source_files,
                    f"{source.name} has {len(source.text):,} characters; the limit for one source is {limit:,}. "
                    "Paste the part that the story draws on.",
                )
                fine = False
        return fine


def _say(field: Any, sentence: str) -> None:
    # WTForms gives a field a tuple of errors before validation and a list after.
    field.errors = [*field.errors, sentence]


def style_choices() -> list[SelectChoice]:
    """The house styles to choose from, the newsroom's own after the four."""
    return [SelectChoice(id, title) for id, title in shelf().choices()]


def today() -> datetime.date:
    """The day it is where the server stands: the dateline's date unless somebody gives another."""
    return datetime.datetime.now().astimezone().date()

"""PostedForm: what the pages' forms are made of."""

from __future__ import annotations

from typing import Any

from flask import request
from flask_wtf import FlaskForm
from flask_wtf.form import _Auto
from werkzeug.datastructures import CombinedMultiDict


class PostedForm(FlaskForm):
    """A form of a page. It reads what a form posts, and never JSON, whose values need not be text."""

    class Meta(FlaskForm.Meta):
        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            if formdata is not _Auto:
                return formdata
            if request.method not in ("POST", "PUT", "PATCH", "DELETE"):
                return None
            return CombinedMultiDict((request.files, request.form)) if request.files else request.form

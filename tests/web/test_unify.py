"""“Use everywhere” in the view of names, for a page without JavaScript."""

from __future__ import annotations

import html
import re

from flask.testing import FlaskClient

TEXT = (
    "Ines Calderwood won the seat on Monday, the council said.\n\n"
    "Calderwood said the vote was close. Caldarwood thanked the town. Calderwood left at noon.\n\n"
    "“Caldarwood won it for us,” said Mary Brightwell, a clerk.\n"
)


def test_a_form_is_put_in_everywhere_but_inside_quotation_marks(client: FlaskClient) -> None:
    page = client.post("/", data={"text": TEXT, "style": "ap"}).text
    choices = [html.unescape(v) for v in re.findall(r'name="unify" value="([^"]*)"', page)]
    choice = next(c for c in choices if c.endswith(" Calderwood"))
    page = html.unescape(client.post("/", data={"text": TEXT, "style": "ap", "unify": choice}).text)
    assert "“Calderwood” is put in at 1 place. Left as it stands inside quotation marks: “Caldarwood”." in page
    assert "Calderwood thanked the town" in page
    assert "“Caldarwood won it for us" in page


def test_a_form_that_is_gone_changes_nothing(client: FlaskClient) -> None:
    page = html.unescape(client.post("/", data={"text": TEXT, "style": "ap", "unify": "0 Nobody"}).text)
    assert "no name “Nobody” any more" in page
    assert "Caldarwood thanked the town" in page

"""Style files: what they hold, what a newsroom's own adds, and what an error in one says."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.styles.schema import StyleError
from app.styles.style import STYLES, load_style, load_style_file

RULE = """
  - id: {id}
    kind: replace
    words: {{tarmac: runway}}
    why: Tarmac is a road surface.
    source: Our guide, tarmac
    bad: "It stood on the [tarmac → runway]."
    good: "It stood on the runway."
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "gazette.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("style", "least"), [("ap", 250), ("guardian", 250), ("bbc", 120), ("reuters", 120)])
def test_a_style_has_as_many_entries_as_a_desk_expects(style: str, least: int) -> None:
    rules = [rule for _, rule in load_style(style).rules if not rule.styles or style in rule.styles]
    assert len(rules) >= least


@pytest.mark.parametrize("style", STYLES)
def test_every_entry_says_why_and_where_it_comes_from(style: str) -> None:
    for name, rule in load_style(style).rules:
        assert rule.why.strip(), (name, rule.id)
        assert rule.source.strip(), (name, rule.id)
        assert rule.bad, (name, rule.id)
        assert rule.good, (name, rule.id)


@pytest.mark.parametrize("style", STYLES)
def test_no_entry_replaces_a_form_by_itself(style: str) -> None:
    for name, rule in load_style(style).rules:
        assert [w for w, rights in rule.words if w in rights] == [], (name, rule.id)


def test_a_newsrooms_file_extends_a_style(tmp_path: Path) -> None:
    own = load_style_file(write(tmp_path, "extends: guardian\ntitle: The Gazette\nrules:" + RULE.format(id="tarmac")))
    guardian = load_style("guardian")
    assert own.title == "The Gazette"
    assert own.dialect == guardian.dialect
    assert own.settings == guardian.settings
    assert len(own.rules) == len(guardian.rules) + 1


def test_a_newsrooms_rule_takes_the_place_of_the_one_it_extends(tmp_path: Path) -> None:
    own = load_style_file(write(tmp_path, "extends: ap\nrules:" + RULE.format(id="prior_to")))
    assert len(own.rules) == len(load_style("ap").rules)
    assert [name for name, rule in own.rules if rule.id == "prior_to"] == ["gazette"]


def test_a_newsrooms_settings_stand_over_those_it_extends(tmp_path: Path) -> None:
    own = load_style_file(write(tmp_path, "extends: ap\nsettings:\n  percent: per cent\n"))
    assert own.get("percent") == "per cent"
    assert own.get("dates") == load_style("ap").get("dates")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("extends: ap\nrules:\n  - id: x\n    words: [a]\n    bad: b\n", ["gazette.yaml", "line 3", "'good'"]),
        ("extends: ap\nrules:" + RULE.format(id="Tarmac!"), ["gazette.yaml", "line 3", "field rules.id", "Tarmac!"]),
        (
            "extends: ap\nrules:" + RULE.format(id="x").replace("replace", "swap"),
            ["line 4", "field rules.kind", "swap"],
        ),
        ("extends: ap\nrules:" + RULE.format(id="x") + "    severity: grave\n", ["field rules.severity", "grave"]),
        (
            "extends: ap\nrules:" + RULE.format(id="x").replace("    why: Tarmac is a road surface.\n", ""),
            ["'x'", "no why"],
        ),
        ("extends: ap\nrules:" + RULE.format(id="x") + "    unless_before: on\n", ["unless_before", "quotation marks"]),
        ("extends: times\n", ["line 1", "field extends", "times"]),
        ("title: Gazette\n", ["gazette.yaml", "give title and dialect, or extends"]),
        ("extends: ap\nrules: [\n", ["gazette.yaml", "this is not YAML"]),
        ("- ap\n", ["gazette.yaml", "is a mapping"]),
        ("extends: ap\ninclude: [sailing]\n", ["'sailing'", "american", "british"]),
        ("extends: ap\nruels: []\n", ["gazette.yaml", "ruels"]),
    ],
)
def test_an_error_names_file_line_and_field(tmp_path: Path, text: str, says: list[str]) -> None:
    with pytest.raises(StyleError) as error:
        load_style_file(write(tmp_path, text))
    for words in says:
        assert words in str(error.value)


def test_an_unknown_style_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="choose one of ap, reuters, guardian, bbc"):
        load_style("times")

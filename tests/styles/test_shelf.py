"""The newsroom's own styles: found in their folder, read again when they change, and told apart when they are wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.styles.schema import StyleError
from app.styles.shelf import StyleShelf
from app.styles.style import STYLES

RULE = """
  - {id: tarmac, kind: replace, words: {tarmac: runway}, why: Why., source: Our guide, bad: "[tarmac → runway]", good: x}
"""


def write(folder: Path, name: str, text: str, *, later: int = 0) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(later * 10**9, later * 10**9))


def test_without_a_folder_there_are_the_four(tmp_path: Path) -> None:
    assert StyleShelf().ids == STYLES
    assert StyleShelf(tmp_path / "none").ids == STYLES


def test_a_newsrooms_file_is_a_style_by_its_name(tmp_path: Path) -> None:
    write(tmp_path, "gazette.yaml", "extends: guardian\ntitle: The Gazette\n")
    shelf = StyleShelf(tmp_path)
    assert shelf.ids == (*STYLES, "gazette")
    assert shelf.choices()[-1] == ("gazette", "The Gazette")
    assert (shelf.get("gazette").kin, shelf.get("gazette").is_own) == ("guardian", True)


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    write(tmp_path, "gazette.yaml", "extends: guardian\ntitle: The Gazette\n", later=1)
    shelf = StyleShelf(tmp_path)
    first = shelf.get("gazette")
    assert shelf.get("gazette") is first
    write(tmp_path, "gazette.yaml", "extends: bbc\ntitle: The Gazette\n", later=2)
    assert shelf.get("gazette").kin == "bbc"


def test_a_file_it_rests_on_counts_too(tmp_path: Path) -> None:
    write(tmp_path, "group.yaml", "extends: bbc\ntitle: The Group\n", later=1)
    write(tmp_path, "gazette.yaml", "extends: group\ntitle: The Gazette\ninclude: [places]\n", later=1)
    write(tmp_path, "rules/places.yaml", "rules:" + RULE, later=1)
    shelf = StyleShelf(tmp_path)
    assert shelf.get("gazette").kin == "bbc"
    assert shelf.get("gazette").rules[-1][0] == "places"
    write(tmp_path, "group.yaml", "extends: ap\ntitle: The Group\n", later=2)
    assert shelf.get("gazette").kin == "ap"


def test_a_file_that_is_wrong_is_told_and_the_others_stand(tmp_path: Path) -> None:
    write(tmp_path, "gazette.yaml", "extends: guardian\ntitle: The Gazette\nsettings:\n  times: noonish\n")
    write(tmp_path, "herald.yaml", "extends: guardian\ntitle: The Herald\n")
    shelf = StyleShelf(tmp_path)
    assert [s.id for s in shelf.all()] == [*STYLES, "herald"]
    with pytest.raises(StyleError, match=r"gazette\.yaml, line 4, field settings\.times: 'noonish'"):
        shelf.get("gazette")
    assert list(shelf.troubles()) == ["gazette"]


def test_a_circle_of_files_is_told(tmp_path: Path) -> None:
    write(tmp_path, "one.yaml", "extends: two\n")
    write(tmp_path, "two.yaml", "extends: one\n")
    with pytest.raises(StyleError, match="extends itself"):
        StyleShelf(tmp_path).get("one")


def test_a_file_that_no_style_can_be_called_by_is_told(tmp_path: Path) -> None:
    write(tmp_path, "Our Style.yaml", "extends: guardian\n")
    write(tmp_path, "ap.yaml", "extends: guardian\n")
    shelf = StyleShelf(tmp_path)
    assert shelf.ids == STYLES
    assert set(shelf.troubles()) == {"Our Style", "ap"}


@pytest.mark.parametrize("id", ["times", "../secret", "", "gazette"])
def test_what_is_not_there_is_answered_with_what_is(tmp_path: Path, id: str) -> None:
    with pytest.raises(ValueError, match="choose one of ap, reuters, guardian, bbc"):
        StyleShelf(tmp_path).get(id)

"""Vale's rules as entries of a style: what is said the same way here, and what is left out and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.styles.vale import Translated, translate, translate_folder
from app.styles.vale_words import NotWords, words_of


def made(tmp_path: Path, text: str) -> Translated:
    file = tmp_path / "Ours" / "Rule.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return translate(file, "rule")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("utilize", ["utilize"]),
        ("organi[sz]e(?:d|s)?", ["organise", "organised", "organises", "organize", "organized", "organizes"]),
        (r"\bper\s+cent\b", ["per cent"]),
        (r"e\.g\.", ["e.g."]),
        ("(?i)web-?site", ["website", "web-site"]),
        ("(he|she) said", ["he said", "she said"]),
    ],
)
def test_a_pattern_that_stands_for_words_is_spelled_out(pattern: str, words: list[str]) -> None:
    assert words_of(pattern)[0] == words


@pytest.mark.parametrize(
    "pattern", [r"\w+ly", "a.b", "x+", "(?=a)b", "[a-z]x", "[^a]b", "(a", "a)", "--", r"(?:a|b|c|d|e)" * 3]
)
def test_a_pattern_in_earnest_is_refused(pattern: str) -> None:
    with pytest.raises(NotWords):
        words_of(pattern)


def test_existence_becomes_words_to_flag(tmp_path: Path) -> None:
    rule = made(
        tmp_path,
        "extends: existence\nmessage: \"Avoid '%s'.\"\nlevel: error\nignorecase: true\nlink: https://ours.example/x\ntokens: [very, really, '\\w+ly']\n",
    )
    (entry,) = rule.entries
    assert (entry["kind"], entry["words"], entry["severity"], entry["any_case"]) == (
        "flag",
        ["very", "really"],
        "must",
        True,
    )
    assert entry["source"] == "Vale rule Ours.Rule, https://ours.example/x"
    assert "message" not in entry
    assert "\\w" in rule.left[0]


def test_existence_with_an_action_offers_its_edit(tmp_path: Path) -> None:
    removed = made(tmp_path, "extends: existence\nmessage: Out.\naction: {name: remove}\ntokens: [very]\n").entries[0]
    assert (removed["kind"], removed["words"], removed["message"]) == ("replace", {"very": ""}, "Out.")
    replaced = made(
        tmp_path, "extends: existence\naction: {name: replace, params: [big, large]}\ntokens: [huge]\n"
    ).entries[0]
    assert replaced["words"] == {"huge": ["big", "large"]}


def test_exceptions_become_the_words_beside_which_a_form_is_right(tmp_path: Path) -> None:
    rule = made(tmp_path, "extends: existence\ntokens: [data]\nexceptions: [big data, data protection, other]\n")
    assert (rule.entries[0]["unless_after"], rule.entries[0]["unless_before"]) == (["big"], ["protection"])
    assert rule.left == ("the exception “other”",)


def test_substitution_becomes_words_to_replace(tmp_path: Path) -> None:
    swap = "  utili[sz]e: use\n  commence: start|begin\n  accorded: \"'given' or 'granted'\"\n"
    rule = made(tmp_path, "extends: substitution\nlevel: suggestion\nswap:\n" + swap)
    (entry,) = rule.entries
    assert entry["words"] == {
        "utilise": "use", "utilize": "use", "commence": ["start", "begin"], "accorded": ["given", "granted"],
    }  # fmt: skip
    assert (entry["severity"], entry["bad"]) == ("may", "They wrote [utilise → use] here.")


def test_words_whose_edit_is_none_are_flagged_without(tmp_path: Path) -> None:
    rule = made(tmp_path, "extends: substitution\nswap:\n  airm[ae]n: pilot(s)\n  '(\\w+) of of': $1 of\n")
    (entry,) = rule.entries
    assert entry["words"] == {"airman": None, "airmen": None}
    assert entry["bad"] == "They wrote [airman] here."
    assert "pilot(s)" in rule.left[0]
    assert "stands for more than words" in rule.left[1]


def test_consistency_becomes_an_entry_for_each_pair(tmp_path: Path) -> None:
    rule = made(tmp_path, "extends: consistency\nmessage: One way.\neither:\n  advisor: adviser\n  centre: center\n")
    assert [(e["id"], e["kind"], e["words"]) for e in rule.entries] == [
        ("rule_1", "consistent", ["advisor", "adviser"]), ("rule_2", "consistent", ["centre", "center"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("extends: occurrence\nmax: 3\ntoken: ','\n", "counts how often"),
        ("extends: repetition\ntokens: ['[^\\s]+']\n", "grammar.doubled_word"),
        ("extends: conditional\nfirst: a\nsecond: b\n", "abbreviations"),
        ("extends: capitalization\nmatch: $title\nscope: heading\n", "heading"),
        ("extends: existence\nnonword: true\ntokens: ['!!']\n", "marks"),
        ("extends: existence\nraw: ['a.*b']\n", "raw"),
        ("extends: sorcery\n", "sorcery"),
        ("tokens: [a]\n", "no “extends”"),
        ("extends: [\n", "not YAML"),
    ],
)
def test_what_cannot_be_said_here_is_left_out_with_the_reason(tmp_path: Path, text: str, why: str) -> None:
    rule = made(tmp_path, text)
    assert rule.entries == ()
    assert why in "; ".join(rule.left)


def test_a_folder_is_read_with_the_folders_in_it_and_ids_stay_apart(tmp_path: Path) -> None:
    for place in ("One/Hedging.yml", "Two/Hedging.yaml", "Two/9Lives.yml"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text("extends: existence\ntokens: [perhaps]\n", encoding="utf-8")
    (tmp_path / "One/notes.txt").write_text("no rule")
    assert [t.entries[0]["id"] for t in translate_folder(tmp_path)] == ["hedging", "rule_9lives", "hedging_2"]

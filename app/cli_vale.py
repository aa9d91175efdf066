"""flask --app app import-vale: a folder of Vale's YAML rules becomes a house style of the newsroom's own."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import yaml
from flask.cli import with_appcontext

from app.checks.under_style import own_checks
from app.cli_rules import shelf
from app.facts.read import read_document
from app.intake.plain_text import draft_from_text
from app.styles.schema import StyleError
from app.styles.style import STYLES, Style, load_style_file
from app.styles.vale import Translated, translate_folder


@click.command("import-vale")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--name", required=True, help="What the style is called: small letters, as in --style NAME.")
@click.option("--extends", "base", default="ap", show_default=True, help="The style it extends.")
@click.option("--title", help="Its title on pages and cards.  [default: the name with a capital]")
@click.option("--replace", is_flag=True, help="Write over a style of that name.")
@with_appcontext
def import_vale(folder: Path, name: str, base: str, title: str | None, replace: bool) -> None:
    """Translate the Vale rules of FOLDER into a style of the newsroom's own, and say what could not be translated."""
    target = _target(name, replace)
    if base not in shelf().ids or base == name:
        raise click.BadParameter(
            f"choose one of {', '.join(i for i in shelf().ids if i != name)}", param_hint="--extends"
        )
    translated = translate_folder(folder)
    data: dict[str, Any] = {"title": title or name.replace("_", " ").replace("-", " ").capitalize(), "extends": base}
    tried = [_held_to_its_examples(t, data) for t in translated]
    entries = [entry for t in tried for entry in t.entries]
    if not entries:
        raise click.ClickException(f"Nothing in {folder} could be translated.\n" + "\n".join(_told(tried)))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(_as_yaml({**data, "rules": entries}, folder.name, tried), encoding="utf-8")
    done = sum(bool(t.entries) for t in tried)
    click.echo(f"{done} of {len(tried)} rules are in {target}: check with --style {name}.")
    for line in _told(tried):
        click.echo(line)


def _target(name: str, replace: bool) -> Path:
    folder = shelf().folder
    if folder is None:
        raise click.ClickException("There is no folder for the newsroom’s styles: set STYLE_FOLDER.")
    if not re.fullmatch(r"[a-z][a-z0-9_-]{0,39}", name) or name in STYLES:
        raise click.BadParameter(
            f"use small letters, such as gazette, and none of {', '.join(STYLES)}", param_hint="--name"
        )
    target = folder / f"{name}.yaml"
    if target.exists() and not replace:
        raise click.ClickException(f"{target} is there already: choose another --name, or say --replace.")
    return target


def _held_to_its_examples(translated: Translated, data: dict[str, Any]) -> Translated:
    """Keep the entries that stop their own bad example and leave the good one alone, as every rule here must."""
    kept, left = [], list(translated.left)
    for entry in translated.entries:
        try:
            style = _read({**data, "rules": [entry]})
        except StyleError as error:
            left.append(f"“{entry['id']}”: {error}")
            continue
        if _works(style):
            kept.append(entry)
        else:
            left.append(f"“{entry['id']}”: Copydesk reads its words otherwise than Vale does")
    return Translated(translated.name, tuple(kept), tuple(left))


def _read(data: dict[str, Any]) -> Style:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "imported.yaml"
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return load_style_file(path, extend=shelf().get)


def _works(style: Style) -> bool:
    (check,) = [c for c in own_checks(style) if c.id.startswith("style.imported.")]
    for example in check.examples:
        document = read_document(draft_from_text(example.text, dialect=style.dialect).in_style(style))
        if {f.span for f in check.find(document)} != set(example.spans):
            return False
    return True


def _told(translated: list[Translated]) -> Iterator[str]:
    for t in translated:
        if t.left:
            head = f"{t.name}, translated without" if t.entries else f"{t.name}, not translated"
            yield f"  {head}: {'; '.join(t.left)}."


def _as_yaml(data: dict[str, Any], folder: str, translated: list[Translated]) -> str:
    notes = "".join(f"#{line}\n" for line in _told(translated))
    rules = yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120)
    return f"# Imported from the Vale style {folder}. What was left out:\n{notes or '#  nothing'}\n{rules}"


class _Plain(yaml.SafeDumper):
    """YAML as a person would write it: without anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

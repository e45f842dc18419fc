"""`careerlint config` and `careerlint init`: what applies to a file and why, and files to begin with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from careerlint.cli.configuring import Configuring
from careerlint.cli.errors import fail
from careerlint.cli.paths import path_of
from careerlint.cli.plurals import counted
from careerlint.cli.rules import ListFormat
from careerlint.reporters.clean_text import shown
from careerlint.standing import is_folder, is_there

_DEFAULT = "README.md"


def show_config(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A document, or a folder.")] = _DEFAULT,
    output_format: Annotated[ListFormat, typer.Option("--format", help="table or json.")] = ListFormat.table,
    config_file: Annotated[Path | None, typer.Option("--config", metavar="FILE", help="This configuration file.")] = None,
) -> None:
    """Show every key that applies to a file, and where its value comes from.

    Example: careerlint config docs/README.md
    """
    from datetime import date

    named = path_of(path)
    if path != _DEFAULT and not is_there(named):
        fail(f"{path} is not there; name a file or a folder, to see what applies to it")
    document = named / "README.md" if is_folder(named) else named
    resolved = Configuring({}, date.min, file=config_file).of(document)
    if output_format is ListFormat.json:
        rows = {key: {"value": value, "from": resolved.origins[key]} for key, value in resolved.values.items()}
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2, default=str))
        return
    for key, value in resolved.values.items():
        typer.echo(shown(f"{key:<17} {_written(value):<28} {resolved.origins[key]}"))
    spared = resolved.config.ignore[len(resolved.values["ignore"]) :]
    if spared:
        typer.echo(shown(f"{document} is spared: {', '.join(spared)}"))


def write_settings(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="The folder to write into.")] = ".",
    workflow: Annotated[bool, typer.Option("--workflow", help="A GitHub workflow too.")] = False,
    pre_commit: Annotated[bool, typer.Option("--pre-commit", help="A pre-commit configuration too.")] = False,
) -> None:
    """Write a commented careerlint.toml; a file that is there is never changed.

    Example: careerlint init --workflow --pre-commit
    """
    from importlib.metadata import version

    from careerlint.settings import SETTINGS_NAME
    from careerlint.settings.writing import (
        PRE_COMMIT_PATH,
        WORKFLOW_PATH,
        pre_commit_text,
        settings_text,
        workflow_text,
    )

    release = version("careerlint")
    place = path_of(folder)
    held = _settings_for(place)
    beside = held is not None and held.parent == place.resolve() and held.name != SETTINGS_NAME
    # A file of comments would put the settings beside it out of force, and nothing would say so.
    files = {} if beside else {SETTINGS_NAME: settings_text()}
    if workflow:
        files[WORKFLOW_PATH] = workflow_text(release)
    if pre_commit:
        files[PRE_COMMIT_PATH] = pre_commit_text(release)
    kept = [name for name in files if is_there(place / name)]
    for name, text in files.items():
        if name not in kept:
            _write_new(place / name, text)
            typer.echo(f"written: {place / name}")
            if name == SETTINGS_NAME and held is not None:
                typer.echo(f"{held} applies no more in {place} and below; copy from it what shall hold here")
    if beside:
        fail(f"{SETTINGS_NAME} is not written: the settings of this folder stand in [tool.careerlint] of {held}, which it would put out of force; change them there")
    if kept:
        fail(f"left as they are, since they are there already: {', '.join(kept)}; move them away to write new ones")


def clear_cache() -> None:
    """Remove every kept report, the compiled rules and the compiled expressions.

    Example: careerlint cache clear
    """
    from careerlint.cache_folder import cache_folder
    from careerlint.results import RESULTS, remove_results

    folder = cache_folder()
    if folder is None:
        typer.echo("nothing is kept, for the system knows no home folder of yours; set HOME to have a cache")
        return
    removed = remove_results(folder / RESULTS)
    compiled = 0
    for path in (*folder.glob("rules-*.pickle"), *folder.glob("expressions-*.pickle")):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            fail(f"{path} cannot be removed: {error.strerror}; remove it by hand")
        compiled += 1
    typer.echo(f"{counted(removed, 'kept report')} and {counted(compiled, 'compiled file')} removed from {folder}")


def _settings_for(place: Path) -> Path | None:
    """The file whose settings apply to the documents of a folder, if there is one; a mistake in it ends the call."""
    from careerlint.settings import SettingsError, SettingsFinder

    try:
        found = SettingsFinder().settings_of(place / _DEFAULT)
    except SettingsError as error:
        fail(str(error))
    return found.path if found is not None else None


def _write_new(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        fail(f"cannot write {path}: {error.strerror}; choose another folder")


def _written(value: Any) -> str:
    """A value as one would write it."""
    if value is None or value in ("", ()):
        return "-"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(f"{part[0]}: {_written(part[1])}" if isinstance(part, tuple) else str(part) for part in value)
    return str(value)

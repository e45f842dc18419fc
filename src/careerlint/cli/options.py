"""The options that several commands share, and the keys of the configuration that they give."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from careerlint.cli.configuring import Configuring
from careerlint.cli.errors import fail
from careerlint.cli.paths import path_of


class FailOnChoice(StrEnum):
    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


class KindChoice(StrEnum):
    resume = "resume"
    cover_letter = "cover-letter"
    career = "career"
    portfolio = "portfolio"
    project = "project"


class LanguageChoice(StrEnum):
    auto = "auto"
    ko = "ko"
    en = "en"


class NotesChoice(StrEnum):
    all = "all"
    grouped = "grouped"
    none = "none"


class ProfileChoice(StrEnum):
    auto = "auto"
    private = "private"
    public_blind = "public-blind"
    global_ = "global"


Language = Annotated[LanguageChoice | None, typer.Option("--lang", help="Language of the messages; auto (default) is the document's.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report of a single format to this file.")]
Kind = Annotated[KindChoice | None, typer.Option(help="What the documents are, if the guess is wrong.")]
Select = Annotated[list[str] | None, typer.Option(metavar="RULES", help="Only these rules: code, name or family; commas or repeated.")]
Ignore = Annotated[list[str] | None, typer.Option(metavar="RULES", help="Not these rules: code, name or family; commas or repeated.")]
FailOn = Annotated[FailOnChoice | None, typer.Option(help="Exit 1 from this level on (default: error).")]
Rules = Annotated[list[str] | None, typer.Option(metavar="DIR", help="A folder with signals and rules of your own.")]
Role = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The kind of work applied for: what it asks for is looked for. data-engineer, data-analyst, data-scientist, ml-engineer, mlops, generalist, or one of a roles.yml of your own rules.",
    ),
]
Profile = Annotated[ProfileChoice | None, typer.Option(help="Who reads it: decides about birth date, photo and the like.")]
Preview = Annotated[bool | None, typer.Option("--preview", help="Run trial rules too.")]
ConfigFile = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="This configuration file for every document.")]
NoConfig = Annotated[bool, typer.Option("--no-config", help="No configuration file: flags and defaults only.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Keep nothing: read the rules afresh, and lint unchanged files again.")]
AsOf = Annotated[str | None, typer.Option(metavar="DATE", help="The day that counts as today, YYYY-MM-DD.")]
MaxBytes = Annotated[int | None, typer.Option(metavar="N", help="Largest file, in bytes (default: 50000000).", min=1)]
MaxPages = Annotated[int | None, typer.Option(metavar="N", help="Most pages of a PDF (default: 300).", min=1)]
MaxCharacters = Annotated[int | None, typer.Option(metavar="N", help="Most characters of a document (default: 2000000).", min=1)]
Timeout = Annotated[float | None, typer.Option(metavar="SECONDS", help="Seconds that reading one file may take (default: 60).", min=0.1)]


def configuring_of(*, as_of: str | None, config_file: Path | None, no_config: bool, no_cache: bool, **flags: Any) -> Configuring:
    """The configuration of each document of a call, by the options of the call."""
    return Configuring(flags_of(**flags), day_of(as_of), file=config_file, search=not no_config, use_cache=not no_cache)


def flags_of(*, select: list[str] | None, ignore: list[str] | None, rules: list[str] | None, **others: object) -> dict[str, Any]:
    """What a call gives of the keys of the configuration; what it leaves out is left to the file and the defaults."""
    given = {
        "select": _names_of(select), "ignore": _names_of(ignore), "rules": tuple(str(path_of(folder)) for folder in rules or ()),
        **{name.replace("_", "-"): value.value if isinstance(value, StrEnum) else value for name, value in others.items()},
    }  # fmt: skip
    return {key: value for key, value in given.items() if value not in (None, ())}


def _names_of(values: list[str] | None) -> tuple[str, ...]:
    """The names that an option gives, each use of it with commas or without."""
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())


def day_of(value: str | None) -> date:
    """The day that counts as today."""
    if value is None:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError:
        fail(f"--as-of takes a day like 2026-03-01, not '{value}'")

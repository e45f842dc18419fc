"""Resolving: the flags of the call, the settings of the nearest file and the defaults become the configuration of one document."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from careerlint.config import Config
from careerlint.readers.limits import Limits
from careerlint.settings.keys import KEYS
from careerlint.settings.reading import Settings

FLAG = "command line"
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What applies to one document: every key's value, where it came from ("command line", "FILE:LINE", "default"), and the configuration."""

    values: Mapping[str, Any]
    origins: Mapping[str, str]
    config: Config
    folder: Path | None

    @property
    def baseline(self) -> Path | None:
        """The baseline's file; a name in a configuration file counts from the folder of that file."""
        name = self.values["baseline"]
        if name is None:
            return None
        return self.folder / name if self.folder is not None and self.origins["baseline"] != FLAG else Path(name)


def resolve(document: Path, given: Mapping[str, Any], settings: Settings | None, as_of: date, *, use_cache: bool = True) -> Resolved:
    """The configuration of a document: flags (`given`, by key) win over the file, the file over the defaults."""
    written = settings.values if settings is not None else {}
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for key, about in KEYS.items():
        if key in given:
            values[key], origins[key] = given[key], FLAG
        elif settings is not None and key in written:
            values[key], origins[key] = written[key], f"{settings.path}:{settings.lines.get(key, 1)}"
        else:
            values[key], origins[key] = about.default, DEFAULT
    folder = settings.folder if settings is not None else None
    own_rules = origins["rules"] not in (FLAG, DEFAULT)
    config = Config(
        select=values["select"],
        ignore=(*values["ignore"], *_spared(document, values["per-file-ignores"], folder)),
        levels=values["levels"],
        ruleset=values["ruleset"],
        kind=values["kind"],
        language=values["language"],
        preview=values["preview"],
        role=values["role"],
        profile=values["profile"],
        as_of=as_of,
        rule_folders=tuple(folder / name if own_rules and folder is not None else Path(name) for name in values["rules"]),
        limits=Limits(bytes=values["max-bytes"], pages=values["max-pages"], characters=values["max-characters"], seconds=values["timeout"]),
        use_cache=use_cache,
    )
    return Resolved(values, origins, config, folder)


def is_excluded(document: Path, settings: Settings | None) -> bool:
    """Whether the settings leave a file out that a search of folders found."""
    return settings is not None and _matches(document, settings.values.get("exclude", ()), settings.folder)


def _spared(document: Path, ignores: tuple[tuple[str, tuple[str, ...]], ...], folder: Path | None) -> tuple[str, ...]:
    return tuple(name for glob, names in ignores if _matches(document, (glob,), folder) for name in names)


def _matches(document: Path, globs: tuple[str, ...], folder: Path | None) -> bool:
    if folder is None or not globs:
        return False
    inside = os.path.relpath(os.path.realpath(document), os.path.realpath(folder)).replace(os.sep, "/")
    # Imported on use: most configurations have no globs.
    import pathspec

    return not inside.startswith("../") and pathspec.GitIgnoreSpec.from_lines(globs).match_file(inside)

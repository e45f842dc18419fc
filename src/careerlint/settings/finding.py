"""Finding the configuration file of a document: the nearest one from its folder upwards, inside its repository."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from careerlint.settings.reading import Settings, read_settings
from careerlint.standing import is_file, is_there

SETTINGS_NAME = "careerlint.toml"
_NAMES = (SETTINGS_NAME, "pyproject.toml")


class SettingsFinder:
    """Looks up settings by folder, each file read once. `check` is called with settings that are met for the first time."""

    def __init__(self, check: Callable[[Settings], None] = lambda settings: None, only: Path | None = None, *, wanted: bool = True) -> None:
        self._check = check
        self._only = only
        self._wanted = wanted
        self._known: dict[Path, Settings | None] = {}

    def settings_of(self, document: Path) -> Settings | None:
        """The settings that apply to a document; raises SettingsError for the first mistake in their file."""
        if self._only is not None:
            return self._file(self._only)
        return self._above(Path(os.path.realpath(document)).parent) if self._wanted else None

    def _above(self, folder: Path) -> Settings | None:
        if folder not in self._known:
            found = next((found for name in _NAMES if (found := self._file(folder / name)) is not None), None)
            # Above a repository stands what belongs to the machine or to somebody else.
            if found is None and folder != folder.parent and not is_there(folder / ".git"):
                found = self._above(folder.parent)
            self._known[folder] = found
        return self._known[folder]

    def _file(self, path: Path) -> Settings | None:
        if path not in self._known:
            found = read_settings(path) if self._only is not None or is_file(path) else None
            if found is not None:
                self._check(found)
            self._known[path] = found
        return self._known[path]

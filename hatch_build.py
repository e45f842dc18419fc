"""Compiles the rules when a wheel is built, so that the first run on a fresh machine need not."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the compiled rules beside the rule files of the wheel. An editable install compiles them on its first run: its rules change."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it gathers the files of a wheel; `version` is "editable" or "standard"."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from careerlint.rules.rule_set import COMPILED, compile_into

        self._folder = TemporaryDirectory()
        compiled = Path(self._folder.name) / COMPILED
        compile_into(compiled)
        build_data["force_include"][str(compiled)] = f"careerlint/_rules/{COMPILED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Called when the wheel is written."""
        if version != "editable":
            self._folder.cleanup()

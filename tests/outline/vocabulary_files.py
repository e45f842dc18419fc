"""The vocabulary that the outline reads, from the rule files themselves."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from careerlint.outline import HeadingVocabulary

FOLDER = Path(__file__).parents[2] / "rules" / "vocabulary"


@cache
def heading_vocabulary() -> HeadingVocabulary:
    return HeadingVocabulary.from_data(_data("headings"), _data("titles"))


def _data(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))

"""JSON text: data as UTF-8 that any parser reads and no log takes for a command."""

from __future__ import annotations

import json
from typing import Any


def json_text(data: Any) -> str:
    """The data indented by two, with a line end; letters stay letters.

    Lone surrogates of odd file names cannot be written as UTF-8, and "##[" opens a command anywhere in a line of a GitHub
    log; both are written as the escapes that JSON has for them.
    """
    text = json.dumps(data, ensure_ascii=False, indent=2).replace("##[", "\\u0023#[")
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"

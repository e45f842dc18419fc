"""The words that a remark to careerlint is written with, and what is meant for one but is not."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, get_args

from careerlint.expression import Expression

Verb = Literal["ignore", "ignore-file", "off", "on"]
VERBS: tuple[Verb, ...] = get_args(Verb)

_NAME = "careerlint"
_BEGINNING = Expression(r"[\s#]*([A-Za-z]{3,12}(?:[ _-]?lint(?:er)?)?)(\s{0,3}[:：;=,.-]?\s{0,3})(\w{2,8})", re.IGNORECASE)
_ALONE = Expression(r"\s*(?:[A-Za-z]{2,5}\d{0,4}\s*)?$")
"""What may follow "on" and "off" where no colon says that they are verbs: nothing, or the name of a rule; "careerlint on GitHub" is prose."""
_NEAR = 0.8
"""How like the program's name a word must be to be a slip of it, where a verb of a remark follows."""


def slip_of(text: str) -> str:
    """What stands in place of "careerlint:" where the text was meant as a remark ("careerlint ignore STO001"); empty where it is one, or was never meant to be.

    A verb must follow, so that a comment which only speaks of the program is none.
    """
    found = _BEGINNING.match(text)
    if found is None or found[3].lower() not in VERBS:
        return ""
    name, colon = found[1].lower(), found[2].strip()
    if not colon and found[3].lower() in ("on", "off") and _ALONE.match(text, found.end()) is None:
        return ""
    if name == _NAME:
        return "" if found[2].startswith(":") else f"{found[1]}{colon}"
    letters = "".join(filter(str.isalpha, name))
    near = letters == _NAME or SequenceMatcher(None, letters, _NAME).ratio() >= _NEAR
    return f"{found[1]}{colon}" if near else ""

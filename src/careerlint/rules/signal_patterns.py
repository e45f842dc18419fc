"""Signal patterns: a signal as it is read from its file; a set that was compiled before needs no more than this."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from careerlint.expression import Expression
from careerlint.rules.shorthand import Pattern

# A mark that belongs to a name stays: C++, C#, 95%.
_ENDS = Expression(r"^[^\w+#%]+|(?<![^\w+#%])[^\w+#%]+$")


@dataclass(frozen=True, slots=True)
class SignalPattern:
    """One pattern of one signal in one language.

    `strength` is `strong`, `weak` (counts only inside its own statement) or `except` (any overlap cancels).
    A `sure` pattern is a strong one whose matches are not weighed. `raw` holds a spaCy pattern given as such; `pattern` is then empty but for its text and line.
    """

    signal: str
    language: str
    strength: str
    fact: bool
    pattern: Pattern
    raw: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class SignalFile:
    """One signal: its patterns, the labels and section kinds that give it, and the kind of number or named technology that does."""

    name: str
    patterns: tuple[SignalPattern, ...]
    labels: frozenset[str]
    sections: frozenset[str]
    numbers: str
    terms: str = ""


@lru_cache(maxsize=2048)
def normalise_label(label: str) -> str:
    """A label as it is compared: lower case, no spaces, no punctuation or pictures at its ends."""
    return _ENDS.sub("", "".join(label.lower().split()))
